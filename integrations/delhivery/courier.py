"""Delhivery's API, as far as parcels on their way go."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from commerce.errors import Rejected, Unavailable
from commerce.ports import CourierAction, CourierScan, Instruction
from integrations.asking import SECONDS, Door, Once, json_of, words
from integrations.delhivery.manifest import MANIFEST
from integrations.delhivery.reading import read_tracking

_ZONE = ZoneInfo(MANIFEST["zone"])
_ACTIONS: Mapping[str, str] = MANIFEST["actions"]
_REASONS = ("error", "errors", "remark", "remarks", "rmk", "message")


class Delhivery:
    """Fills `commerce.ports.Courier` and `Tracker`.

    It knows no idempotency: the waybill and the act are what it tells repeats by.
    """

    actions = frozenset(CourierAction(name) for name in _ACTIONS)
    leaves_out = frozenset(part for part, passes in MANIFEST["passes_on"].items() if not passes)
    most_at_once: int = MANIFEST["parcels_at_once"]

    def __init__(
        self, token: str, *, base_url: str = "", seconds: float = SECONDS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:  # fmt: skip
        """Take the account's API token.

        Args:
            token: As the panel shows it.
            base_url: Another address than the published one.
            seconds: Longest wait for an answer.
            clock: Tells the time.
        """
        self._headers = {"Authorization": f"Token {token}"}
        self._door = Door(MANIFEST["name"], base_url or MANIFEST["base_url"], seconds=seconds)
        self._clock = clock
        self._once = Once()

    def instruct(self, instruction: Instruction) -> str:
        """Ask for one thing, and return Delhivery's number of the request.

        Raises:
            Unavailable: No answer, or no way in; asking again is safe.
            Rejected: Delhivery will not do it, in its own words, or cannot be asked.
        """
        if instruction.action not in self.actions:
            raise Rejected("error-courier-lacks", courier=self._door.name)
        act = self._edit if _ACTIONS[instruction.action.value] == "/api/p/edit" else self._update
        return self._once.do(instruction.key, lambda: act(instruction))

    def track(self, awbs: Sequence[str]) -> Sequence[CourierScan]:
        """Return every scan of some parcels.

        Raises:
            Unavailable: No answer, or no way in.
        """
        response = self._ask("GET", "/api/v1/packages/json/", params={"waybill": ",".join(awbs)})
        told = json_of(response)
        found = told.get("ShipmentData") if isinstance(told, Mapping) else None
        return [
            scan for one in found or () if isinstance(one, Mapping) for scan in read_tracking(one)
        ]

    def check(self) -> None:
        """Ask about no parcel, to see whether the token is taken.

        Raises:
            Unavailable: No answer, or no way in.
        """
        self._ask("GET", "/api/v1/packages/json/", params={"waybill": "0"})

    def close(self) -> None:
        """Give the connections back."""
        self._door.close()

    def _update(self, wanted: Instruction) -> str:
        """Ask by `/api/p/update`, which answers with a number and works it off later."""
        response = self._ask("POST", "/api/p/update", json={"data": self._acts(wanted)})
        number = re.search(r"UPL\w+", response.text)
        if response.is_error or number is None:
            raise self._no(wanted, response)
        self._look(wanted, number[0])
        return number[0]

    def _acts(self, wanted: Instruction) -> list[dict[str, Any]]:
        waybill = {"waybill": wanted.awb}
        details = {"phone": _local_number(wanted.phone or ""), "add": wanted.address or ""}
        changed = {name: value for name, value in details.items() if value}
        acts: list[dict[str, Any]] = []
        if changed:
            acts.append({**waybill, "act": "EDIT_DETAILS", "action_data": changed})
        if wanted.action is CourierAction.CHANGE_ADDRESS:
            if not acts:
                raise Rejected("error-courier-no-address", courier=self._door.name, awb=wanted.awb)
            return acts
        if wanted.on is not None and wanted.on > self._tomorrow:
            deferred = {"deferred_date": wanted.on.isoformat()}
            return [*acts, {**waybill, "act": "DEFER_DLV", "action_data": deferred}]
        return [*acts, {**waybill, "act": "RE-ATTEMPT"}]

    def _look(self, wanted: Instruction, number: str) -> None:
        """See whether the request was turned down; one that is still worked on is left alone."""
        path = f"/api/cmu/get_bulk_upl/{number}"
        try:
            response = self._ask("GET", path, params={"verbose": "true"})
        except Unavailable:
            # It has the request: asking for it again would be asking twice.
            return
        told = json_of(response)
        failed = told.get("failed_wbns") if isinstance(told, Mapping) else None
        if failed and wanted.awb in str(failed):
            raise self._no(wanted, response)

    def _edit(self, wanted: Instruction) -> str:
        body: dict[str, Any] = {"waybill": wanted.awb}
        if wanted.action is CourierAction.COLLECT_NOTHING:
            body |= {"pt": "Pre-paid", "cod": 0}
        else:
            body |= {"cancellation": "true"}
        response = self._ask("POST", "/api/p/edit", json=body)
        told = json_of(response)
        status = told.get("status") if isinstance(told, Mapping) else None
        if response.is_error or str(status).casefold() not in ("true", "success"):
            raise self._no(wanted, response)
        return f"DLV-{hashlib.sha256(wanted.key.encode()).hexdigest()[:10].upper()}"

    def _no(self, wanted: Instruction, response: httpx.Response) -> Rejected:
        said = words(response, *_REASONS)
        return Rejected("error-courier-said-no", courier=self._door.name, awb=wanted.awb, said=said)

    def _ask(self, method: str, path: str, **request: Any) -> httpx.Response:
        response = self._door.ask(method, path, headers=self._headers, **request)
        if response.status_code == httpx.codes.UNAUTHORIZED:
            raise Unavailable("error-courier-login", courier=self._door.name)
        if response.status_code == httpx.codes.FORBIDDEN:
            # So it answers who asks too often.
            raise Unavailable("error-courier-busy", courier=self._door.name)
        return response

    @property
    def _tomorrow(self) -> date:
        return (self._clock().astimezone(_ZONE) + timedelta(days=1)).date()


def _local_number(phone: str) -> str:
    """Return an Indian number as its form takes it, ten digits; another as it is."""
    digits = re.sub(r"\D", "", phone)
    return digits[2:] if len(digits) == 12 and digits.startswith("91") else digits
