"""Takes what Twilio posts about WhatsApp, and gives out the pictures it fetches."""

import mimetypes
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from channels.buttons import delivery_of
from channels.connected import Notes
from channels.inbound import Inbound, Media
from channels.twilio import Form, SignedForms, note_of
from channels.whatsapp.media import Thing

CHANNEL: Final = "whatsapp"
MESSAGES: Final = "/messages"
STATUS: Final = "/status"
MEDIA: Final = "/media"
_MOST_MEDIA: Final = 10
_PREFIX: Final = "whatsapp:"
_TWIML: Final = "<?xml version='1.0' encoding='UTF-8'?><Response/>"

Keep = Callable[[Sequence[Inbound]], Awaitable[None]]
GiveOut = Callable[[str], Awaitable[Thing | None]]
"""Returns what a pass is for; `None` where it is for nothing."""


class TwilioReceiver:
    """Keeps what comes in before it is acknowledged."""

    def __init__(
        self, *, forms: SignedForms, keep: Keep, notes: Notes, give_out: GiveOut,
        clock: Callable[[], datetime],
    ) -> None:  # fmt: skip
        """Take where things go."""
        self._forms = forms
        self._keep = keep
        self._notes = notes
        self._give_out = give_out
        self._clock = clock

    @property
    def routes(self) -> tuple[Route, ...]:
        """Its webhooks."""
        return (
            Route(MESSAGES, self._message, methods=["POST"]),
            Route(STATUS, self._status, methods=["POST"]),
            Route(f"{MEDIA}/{{given}}", self._media, methods=["GET", "HEAD"]),
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

    async def _media(self, request: Request) -> Response:
        thing = await self._give_out(request.path_params["given"])
        if thing is None:
            return Response(status_code=404)
        headers = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
        return Response(thing.data, media_type=thing.media_type, headers=headers)


def inbound_of(form: Form, at: datetime) -> Inbound | None:
    """Return a message that Twilio told of; `None` for what nobody is to answer.

    Who hides their number is known by the id that WhatsApp gave them for this business.
    """
    sender = form.get("From", "").removeprefix(_PREFIX)
    kind = form.get("MessageType", "").lower() or "text"
    if not sender or not form.get("MessageSid") or kind == "reaction":
        return None
    media = _media_of(form) if kind != "sticker" else ()
    spoken = any(one.media_type.startswith("audio/") for one in media)
    button = form.get("ButtonPayload") or form.get("ListId") or None
    # A button of ours says what it was given; one of a template says its own words.
    ours = button is not None and delivery_of(button) is not None
    return Inbound(
        channel=CHANNEL, sender=sender[:255], address=sender[:255],
        provider_id=form["MessageSid"][:255], at=at, text="" if ours else _text_of(form),
        button=button, answers=form.get("OriginalRepliedMessageSid", "")[:255],
        media=() if spoken else media, voice=media[0] if spoken else None,
        name=form.get("ProfileName", "")[:80],
        kind="voice" if spoken else kind,
    )  # fmt: skip


def _text_of(form: Form) -> str:
    said = form.get("Body") or form.get("ButtonText") or form.get("ListTitle", "")
    if not form.get("Latitude"):
        return said
    spot = f"{form['Latitude']},{form.get('Longitude', '')}"
    where = ", ".join(filter(None, (form.get("Label"), form.get("Address"), spot)))
    return "\n".join(filter(None, (said, f"📍 {where}")))


def _media_of(form: Form) -> tuple[Media, ...]:
    number = form.get("NumMedia", "0")
    count = min(int(number), _MOST_MEDIA) if number.isdigit() else 0
    found = []
    for place in range(count):
        kind = form.get(f"MediaContentType{place}", "").partition(";")[0].strip()
        url = form.get(f"MediaUrl{place}", "")
        if url:
            name = f"whatsapp-{place + 1}{mimetypes.guess_extension(kind) or ''}"
            found.append(Media(id=url, name=name, media_type=kind))
    return tuple(found)
