"""Shiprocket's API, as far as undelivered parcels go."""

import hashlib
import re
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import httpx

from commerce.errors import Rejected, Unavailable
from commerce.ports import CourierAction, CourierScan, Instruction
from commerce.vocabulary import SLOT_HOURS
from integrations.asking import SECONDS, Door, Once, json_of, words
from integrations.shiprocket.manifest import MANIFEST
from integrations.shiprocket.reading import read_tracking

_DAY: Final = 86_400.0
_RENEW_AFTER: Final = (MANIFEST["token_days"] - 1) * _DAY
_LOGIN_AGAIN_AFTER: Final = 60.0
"""Seconds to wait after a refused login: accounts are locked for too many."""
_FINE: Final = re.compile(r"suc+es+", re.IGNORECASE)
"""It answers `Data Updated Sucessfully`, so written."""


class Shiprocket:
    """Fills `commerce.ports.Courier` and `Tracker`.

    It knows no idempotency: a request whose answer was lost is asked again, which Shiprocket takes
    as the same request as long as nobody has acted on it.
    """

    actions = frozenset(CourierAction(name) for name in MANIFEST["actions"])
    leaves_out = frozenset(part for part, passes in MANIFEST["passes_on"].items() if not passes)
    most_at_once: int = MANIFEST["parcels_at_once"]

    def __init__(
        self, email: str, password: str, *, base_url: str = "", seconds: float = SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        """Take the login of an API user, which is not that of the panel.

        Args:
            email: Of the API user.
            password: Of the API user.
            base_url: Another address than the published one.
            seconds: Longest wait for an answer.
            clock: Tells seconds.
        """
        self._login = {"email": email, "password": password}
        self._door = Door(MANIFEST["name"], base_url or MANIFEST["base_url"], seconds=seconds)
        self._clock = clock
        self._once = Once()
        self._lock = threading.Lock()
        self._token, self._token_at, self._refused_at = "", 0.0, float("-inf")

    def instruct(self, instruction: Instruction) -> str:
        """Ask for one thing, and return a reference that its key alone decides.

        Raises:
            Unavailable: No answer, or no way in; asking again is safe.
            Rejected: Shiprocket will not do it, in its own words, or cannot be asked.
        """
        if instruction.action not in self.actions:
            raise Rejected("error-courier-lacks", courier=self._door.name)
        return self._once.do(instruction.key, lambda: self._act(instruction))

    def track(self, awbs: Sequence[str]) -> Sequence[CourierScan]:
        """Return every scan of some parcels.

        Raises:
            Unavailable: No answer, or no way in.
        """
        response = self._ask("POST", "/courier/track/awbs", {"awbs": list(awbs)})
        if response.is_error:
            why = words(response, "message", "error")
            raise Unavailable("error-courier-down", courier=self._door.name, why=why)
        told = json_of(response)
        parts = told if isinstance(told, list) else [told]
        return [
            scan
            for part in parts
            if isinstance(part, Mapping)
            for awb, one in part.items()
            if isinstance(one, Mapping) and isinstance(one.get("tracking_data"), Mapping)
            for scan in read_tracking(str(awb), one["tracking_data"])
        ]

    def check(self) -> None:
        """Log in.

        Raises:
            Unavailable: No answer, or no way in.
        """
        with self._lock:
            self._log_in()

    def close(self) -> None:
        """Give the connections back."""
        self._door.close()

    def _act(self, wanted: Instruction) -> str:
        path = f"/ndr/{_safe(wanted.awb)}/action"
        response = self._ask("POST", path, _body(wanted))
        told = json_of(response)
        status = told.get("status") if isinstance(told, Mapping) else None
        if response.is_error or not (status is True or _FINE.search(str(status))):
            said = words(response, "message", "error", "errors", "status")
            raise Rejected(
                "error-courier-said-no", courier=self._door.name, awb=wanted.awb, said=said
            )
        return f"SR-{hashlib.sha256(wanted.key.encode()).hexdigest()[:10].upper()}"

    def _ask(self, method: str, path: str, body: Mapping[str, Any]) -> httpx.Response:
        """Ask with the token; one that is no longer taken is renewed once."""
        for token in (self._current, self._renewed):
            used = token()
            headers = {"Authorization": f"Bearer {used}"}
            response = self._door.ask(method, path, json=body, headers=headers)
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return response
        raise Unavailable("error-courier-login", courier=self._door.name)

    def _current(self) -> str:
        with self._lock:
            if not self._token or self._clock() - self._token_at > _RENEW_AFTER:
                self._log_in()
            return self._token

    def _renewed(self) -> str:
        with self._lock:
            self._log_in()
            return self._token

    def _log_in(self) -> None:
        if self._clock() - self._refused_at < _LOGIN_AGAIN_AFTER:
            raise Unavailable("error-courier-login", courier=self._door.name)
        response = self._door.ask("POST", "/auth/login", json=self._login)
        told = json_of(response)
        token = told.get("token") if isinstance(told, Mapping) else None
        if response.is_error or not token:
            self._refused_at = self._clock()
            raise Unavailable("error-courier-login", courier=self._door.name)
        self._token, self._token_at = str(token), self._clock()


def _body(wanted: Instruction) -> dict[str, str]:
    body = {"action": MANIFEST["actions"][wanted.action.value], "comments": _comment(wanted)}
    if wanted.action is CourierAction.REPORT_FAKE_ATTEMPT:
        return body | {"remarks": body["comments"]}
    if wanted.action is CourierAction.RETURN_TO_ORIGIN:
        return body
    more = {
        "phone": _local_number(wanted.phone or ""),
        "address1": wanted.address or "",
        "address2": wanted.landmark or "",
        "deferred_date": wanted.on.isoformat() if wanted.on else "",
    }
    return body | {name: value for name, value in more.items() if value}


def _comment(wanted: Instruction) -> str:
    """Return what the courier reads; there is no field for a part of the day."""
    said = wanted.remark
    if wanted.slot is not None:
        first, end = SLOT_HOURS[wanted.slot]
        said = f"{said} Please deliver between {first}:00 and {end}:00.".strip()
    return said or "Asked by the seller."


def _local_number(phone: str) -> str:
    """Return an Indian number as its form takes it, ten digits; another as it is."""
    digits = re.sub(r"\D", "", phone)
    return digits[2:] if len(digits) == 12 and digits.startswith("91") else digits


def _safe(awb: str) -> str:
    """Return an AWB as part of a path.

    Raises:
        Rejected: It is none.
    """
    if not re.fullmatch(r"[\w-]{1,60}", awb, re.ASCII):
        raise Rejected("error-parcel-not-found", number=awb)
    return awb
