"""Takes what Meta posts about WhatsApp: several messages and statuses in one body."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from channels.buttons import delivery_of
from channels.connected import Notes
from channels.inbound import Inbound, Media
from channels.whatsapp.meta_line import MetaLine, why
from channels.whatsapp.twilio_receive import CHANNEL, MESSAGES
from commerce.deliveries import DeliveryStatus, Later, Refusal, StatusNote

log = structlog.get_logger()

MOST_BYTES: Final = 3_000_000
"""Meta's own limit of a body."""
TOO_OLD: Final = timedelta(days=8)
"""Meta tries again for seven days; what is older was recorded by somebody."""
_STATUSES: Final[Mapping[str, DeliveryStatus]] = {
    "sent": DeliveryStatus.SENT, "delivered": DeliveryStatus.DELIVERED,
    "read": DeliveryStatus.READ, "failed": DeliveryStatus.DEAD,
}  # fmt: skip
_FILES: Final = ("image", "document", "video")

Keep = Callable[[Sequence[Inbound]], Awaitable[None]]
Json = Mapping[str, Any]


class MetaReceiver:
    """Keeps what comes in before it is acknowledged."""

    def __init__(
        self, *, line: MetaLine, phone_id: str, secrets: Sequence[str], verify_token: str,
        keep: Keep, notes: Notes, clock: Callable[[], datetime],
    ) -> None:  # fmt: skip
        """Take where things go; any of the secrets is right, as while one is exchanged."""
        self._line = line
        self._phone_id = phone_id
        self._secrets = [secret.encode() for secret in secrets]
        self._verify_token = verify_token
        self._keep = keep
        self._notes = notes
        self._clock = clock
        self._telling: set[asyncio.Task[None]] = set()

    @property
    def routes(self) -> tuple[Route, ...]:
        """Its webhook."""
        return (
            Route(MESSAGES, self._verify, methods=["GET"]),
            Route(MESSAGES, self._posted, methods=["POST"]),
        )

    async def _verify(self, request: Request) -> Response:
        asked = request.query_params
        given = asked.get("hub.verify_token", "").encode()
        right = hmac.compare_digest(given, self._verify_token.encode())
        if asked.get("hub.mode") != "subscribe" or not right:
            return Response(status_code=403)
        return PlainTextResponse(asked.get("hub.challenge", "")[:200])

    async def _posted(self, request: Request) -> Response:
        whole = bytearray()
        async for piece in request.stream():
            whole += piece
            if len(whole) > MOST_BYTES:
                return Response(status_code=403)
        if not self._is_signed(bytes(whole), request.headers.get("X-Hub-Signature-256", "")):
            return Response(status_code=403)
        try:
            body = json.loads(whole)
        except ValueError:
            return Response(status_code=400)
        values = list(_values_of(body, self._phone_id))
        inbounds = [one for value in values for one in self._inbounds(value)]
        notes = [one for value in values for one in notes_of(value)]
        if inbounds:
            await self._keep(inbounds)
            self._tell_seen(inbounds)
        if notes:
            await self._notes.status(notes)
        return Response(status_code=200)

    def _is_signed(self, body: bytes, given: str) -> bool:
        made = [hmac.new(secret, body, hashlib.sha256).hexdigest() for secret in self._secrets]
        # Every secret is compared, so that the time it takes tells nothing of which was near.
        found = [hmac.compare_digest(given.encode(), f"sha256={one}".encode()) for one in made]
        return any(found)

    def _inbounds(self, value: Json) -> Iterator[Inbound]:
        now = self._clock()
        for message in value.get("messages", ()):
            inbound = inbound_of(message, value, now)
            if inbound is not None and inbound.at > now - TOO_OLD:
                yield inbound

    def _tell_seen(self, inbounds: Sequence[Inbound]) -> None:
        task = asyncio.create_task(self._seen([one.provider_id for one in inbounds]))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def _seen(self, ids: Sequence[str]) -> None:
        for one in ids:
            try:
                await asyncio.to_thread(self._line.seen, one)
            except (Later, Refusal) as error:
                log.info("not marked as read", channel=CHANNEL, why=str(error))


def inbound_of(message: Json, value: Json, now: datetime) -> Inbound | None:
    """Return a message that Meta told of; `None` for what nobody is to answer."""
    kind = str(message.get("type", "unsupported"))
    contacts = value.get("contacts", ())
    sender = _sender_of(message, contacts)
    if kind == "reaction" or not sender or not message.get("id"):
        return None
    button, said = _pressed(message, kind)
    ours = button is not None and delivery_of(button) is not None
    profile = contacts[0].get("profile", {}) if contacts else {}
    stamp = str(message.get("timestamp", ""))
    at = datetime.fromtimestamp(int(stamp), UTC) if stamp.isdigit() else now
    return Inbound(
        channel=CHANNEL, sender=sender, address=sender, provider_id=str(message["id"])[:255],
        at=at, text="" if ours else said, button=button, media=_media_of(message, kind),
        voice=_voice_of(message, kind),
        answers=str((message.get("context") or {}).get("id", ""))[:255],
        name=str(profile.get("name", ""))[:80], kind="voice" if kind == "audio" else kind,
    )  # fmt: skip


def notes_of(value: Json) -> Iterator[StatusNote]:
    """Return what a body tells of messages of ours."""
    for one in value.get("statuses", ()):
        status = _STATUSES.get(one.get("status", ""))
        if status is None:
            continue
        error: Json = next(iter(one.get("errors", ())), {})
        failed = status is DeliveryStatus.DEAD
        code = str(error.get("code", "")) if failed else None
        yield StatusNote(
            channel=CHANNEL, provider_id=str(one["id"])[:255], status=status,
            at=datetime.fromtimestamp(int(one["timestamp"]), UTC), code=code,
            error=why(code, str(error.get("title", ""))) if failed else None,
        )  # fmt: skip


def _values_of(body: Json, phone_id: str) -> Iterator[Json]:
    """Return what is told of our number; one app may serve several."""
    for entry in body.get("entry", ()):
        for change in entry.get("changes", ()):
            value: Json = change.get("value", {})
            told_of = value.get("metadata", {}).get("phone_number_id")
            if change.get("field") == "messages" and told_of == phone_id:
                yield value


def _sender_of(message: Json, contacts: Sequence[Json]) -> str:
    phone = str(message.get("from", ""))
    if phone.isdigit():
        return f"+{phone}"
    known = contacts[0] if contacts else {}
    return str(message.get("from_user_id") or known.get("user_id") or phone)[:255]


def _pressed(message: Json, kind: str) -> tuple[str | None, str]:
    """Return what a pressed button carried, and what was said."""
    match kind:
        case "interactive":
            chosen = message["interactive"].get(message["interactive"].get("type"), {})
            return chosen.get("id"), chosen.get("title", "")
        case "button":
            return message["button"].get("payload"), message["button"].get("text", "")
        case "location":
            place = message["location"]
            spot = f"{place.get('latitude')},{place.get('longitude')}"
            parts = (place.get("name"), place.get("address"), spot)
            return None, "📍 " + ", ".join(filter(None, parts))
        case "text":
            return None, message["text"].get("body", "")
        case _:
            told = message.get(kind)
            return None, told.get("caption", "") if isinstance(told, Mapping) else ""


def _voice_of(message: Json, kind: str) -> Media | None:
    if kind != "audio" or not message.get(kind, {}).get("id"):
        return None
    media_type = str(message[kind].get("mime_type", "")).partition(";")[0]
    return Media(id=str(message[kind]["id"]), name="voice", media_type=media_type or "audio/ogg")


def _media_of(message: Json, kind: str) -> tuple[Media, ...]:
    if kind not in _FILES:
        return ()
    file = message[kind]
    media_type = str(file.get("mime_type", "")).partition(";")[0]
    name = file.get("filename") or f"whatsapp.{media_type.rpartition('/')[2]}"
    return (Media(id=str(file.get("id", "")), name=name, media_type=media_type),)
