"""Vendors' webhooks that are no conversation: kept as they come, acknowledged, then taken in.

Kept before the acknowledgement, since these vendors tell once or twice and never again; taken in by
the worker, one parcel or payment at a time, in order, each once.
"""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import structlog
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from agent.scope import House
from app.settings import Settings
from app.shops import the_shop
from app.vendors.taking import Untaken, take_payment, take_tracking
from commerce import arrivals
from commerce.db import begin_write
from commerce.errors import NotFound
from commerce.vocabulary import CourierType

log = structlog.get_logger()

MOST_BYTES: Final = 1_000_000
"""Longest body that is kept; a parcel's whole way takes some ten thousand."""

Checked = Callable[[Request, bytes], bool]
"""Tells whether a body is from whom it says it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """One vendor's webhook."""

    vendor: str
    paths: tuple[str, ...]
    is_from_them: Checked
    lane: Callable[[Mapping[str, Any]], str]
    """What of a message's kind is taken in one after the other: a parcel, a payment."""
    id_header: str = ""
    """Where the vendor's own id of a message stands; empty where it has none."""


class Hooks:
    """All webhooks that are set up."""

    def __init__(self, rooms: House, settings: Settings) -> None:
        """Take where things are kept, and what is set up."""
        self._rooms = rooms
        self._settings = settings
        self._hooks = _hooks(settings)

    @property
    def routes(self) -> Sequence[Route]:
        """Their addresses, to be served under `/hooks`."""
        return [
            Route(path, self._endpoint(hook), methods=["POST"])
            for hook in self._hooks
            for path in hook.paths
        ]

    def work_off(self) -> int:
        """Take in what waits, and return how many messages were."""
        taken = 0
        while due := self._due():
            taken += sum(self._take(one) for one in due)
        return taken

    def _endpoint(self, hook: Hook) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            body = await _body_of(request)
            if body is None:
                return Response(status_code=413)
            if not hook.is_from_them(request, body):
                return Response(status_code=401)
            try:
                told = json.loads(body)
            except ValueError:
                return Response(status_code=400)
            if not isinstance(told, dict):
                return Response(status_code=400)
            own_id = request.headers.get(hook.id_header, "") if hook.id_header else ""
            try:
                await asyncio.to_thread(self._keep, hook, own_id or _digest(body), told)
            except NotFound:
                return Response(status_code=503)
            return JSONResponse({})

        return endpoint

    def _keep(self, hook: Hook, own_id: str, told: Mapping[str, Any]) -> None:
        """Keep a message before it is acknowledged; one that came before changes nothing."""
        with self._rooms.sessions() as session:
            try:
                arrivals.put(
                    session, shop_id=the_shop(session, self._settings.shop).id,
                    channel=f"{arrivals.HOOK}{hook.vendor}", provider_id=own_id[:255],
                    conversation=f"{hook.vendor}-{_digest(hook.lane(told).encode())[:32]}",
                    body={"vendor": hook.vendor, "told": told}, now=self._rooms.clock(),
                )  # fmt: skip
                session.commit()
            except IntegrityError:
                session.rollback()

    def _due(self) -> Sequence[int]:
        with self._rooms.sessions() as session:
            return arrivals.due(session, self._rooms.clock(), hooks=True)

    def _take(self, row_id: int) -> int:
        """Take one in, or note why not; what fails is tried again, and given up at last."""
        with self._rooms.sessions() as session:
            arrival = arrivals.claim(session, row_id, self._rooms.clock())
            session.commit()
        if arrival is None:
            return 0
        try:
            with self._rooms.sessions() as session:
                begin_write(session, arrival.shop_id)
                self._take_in(session, arrival)
                arrivals.settle(session, arrival)
                session.commit()
        except Exception as error:
            # Outermost: whatever it is, the next message must be taken in all the same.
            if not isinstance(error, Untaken):
                log.error("hook not taken in", vendor=arrival.body["vendor"], exc_info=error)
            with self._rooms.sessions() as session:
                why = str(error) or type(error).__name__
                arrivals.note(session, arrival, why, self._rooms.clock())
                session.commit()
            return 0
        return 1

    def _take_in(self, session: Session, arrival: arrivals.Arrival) -> None:
        now, told = self._rooms.clock(), arrival.body["told"]
        match arrival.body["vendor"]:
            case "razorpay":
                prefix = self._settings.razorpay_prefix
                take_payment(session, self._rooms.ports, arrival.shop_id, told, prefix, now)
            case vendor:
                courier = CourierType(str(vendor).capitalize())
                take_tracking(session, arrival.shop_id, courier, told, now)


def _hooks(settings: Settings) -> tuple[Hook, ...]:
    """Return the webhooks whose secret is set; without one nobody is let in."""
    found = []
    if secrets := secrets_of(settings.shiprocket_webhook_secret.get_secret_value()):
        # Its panel takes no address with its own name in it.
        found.append(
            Hook(
                vendor="shiprocket", paths=("/shiprocket", "/parcels"),
                is_from_them=_with_token("x-api-key", secrets),
                lane=lambda told: str(told.get("awb")),
            )
        )  # fmt: skip
    if secrets := secrets_of(settings.delhivery_webhook_secret.get_secret_value()):
        found.append(
            Hook(
                vendor="delhivery", paths=("/delhivery",),
                is_from_them=_with_token(settings.delhivery_webhook_header, secrets),
                lane=_waybill,
            )
        )  # fmt: skip
    if secrets := secrets_of(settings.razorpay_webhook_secret.get_secret_value()):
        found.append(
            Hook(
                vendor="razorpay", paths=("/razorpay",), is_from_them=_razorpays(secrets),
                lane=lambda told: str(told.get("contains")), id_header="x-razorpay-event-id",
            )
        )  # fmt: skip
    return tuple(found)


def secrets_of(setting: str) -> tuple[str, ...]:
    """Return the secrets of a setting: one, or two while one is exchanged for the other."""
    return tuple(one.strip() for one in setting.split(",") if one.strip())


def _waybill(told: Mapping[str, Any]) -> str:
    shipment = told.get("Shipment")
    return str(shipment.get("AWB")) if isinstance(shipment, Mapping) else ""


def _with_token(header: str, secrets: Sequence[str]) -> Checked:
    def check(request: Request, _body: bytes) -> bool:
        # Digests are of one length, and every secret is looked at: time tells nothing.
        given = _digest(request.headers.get(header, "").encode())
        same = [hmac.compare_digest(given, _digest(one.encode())) for one in secrets]
        return True in same

    return check


def _razorpays(secrets: Sequence[str]) -> Checked:
    def check(request: Request, body: bytes) -> bool:
        from integrations.razorpay import signed

        return signed(body, request.headers.get("x-razorpay-signature", ""), secrets)

    return check


async def _body_of(request: Request) -> bytes | None:
    """Return a body as its bytes came in; `None` where it is too long."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            return None
    return bytes(body)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
