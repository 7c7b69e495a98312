"""Takes what Twilio posts about SMS."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from channels.connected import Notes
from channels.inbound import Inbound
from channels.twilio import Form, SignedForms, note_of

CHANNEL: Final = "sms"
MESSAGES: Final = "/messages"
STATUS: Final = "/status"
_TWIML: Final = "<?xml version='1.0' encoding='UTF-8'?><Response/>"

Keep = Callable[[Sequence[Inbound]], Awaitable[None]]


class SmsReceiver:
    """Keeps what comes in before it is acknowledged."""

    def __init__(
        self, *, forms: SignedForms, keep: Keep, notes: Notes, clock: Callable[[], datetime]
    ) -> None:
        """Take where things go."""
        self._forms = forms
        self._keep = keep
        self._notes = notes
        self._clock = clock

    @property
    def routes(self) -> tuple[Route, ...]:
        """Its webhooks."""
        return (
            Route(MESSAGES, self._message, methods=["POST"]),
            Route(STATUS, self._status, methods=["POST"]),
        )

    async def _message(self, request: Request) -> Response:
        form = await self._forms.read(request)
        if form is None:
            return Response(status_code=403)
        inbound = inbound_of(form, self._clock())
        if inbound is not None:
            await self._keep([inbound])
        return Response(_TWIML, media_type="text/xml")

    async def _status(self, request: Request) -> Response:
        form = await self._forms.read(request)
        if form is None:
            return Response(status_code=403)
        note = note_of(CHANNEL, form, self._clock())
        if note is not None:
            await self._notes.status([note])
        return Response(status_code=204)


def inbound_of(form: Form, at: datetime) -> Inbound | None:
    """Return a message that Twilio told of; `None` for what has no sender."""
    sender = form.get("From", "")
    if not sender or not form.get("MessageSid"):
        return None
    pictures = form.get("NumMedia", "0") != "0"
    return Inbound(
        channel=CHANNEL, sender=sender[:255], address=sender[:255],
        provider_id=form["MessageSid"][:255], at=at, text=form.get("Body", ""),
        kind="file" if pictures else "text",
    )  # fmt: skip
