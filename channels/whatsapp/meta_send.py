"""Brings things to people on WhatsApp through Meta's Cloud API."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from channels.contents import Content
from channels.whatsapp.media import ReadFile, thing_of
from channels.whatsapp.meta_line import MetaLine
from channels.whatsapp.render import messages_of
from channels.whatsapp.twilio_send import Allowed
from commerce.deliveries import DeliveryKind, Outgoing, Part

MOST_TEXT: Final = 4_096
NUMBERS_FROM: Final = 11
"""A list has ten rows."""
_LANGUAGES: Final = {"hi-Latn": "hi", "en": "en", "hi": "hi"}


class MetaWhatsApp:
    """Fills `commerce.deliveries.Sender`."""

    def __init__(self, line: MetaLine, *, allowed: Allowed, read_file: ReadFile) -> None:
        """Take the connection, who says what may be sent, and who reads the shop's files."""
        self._line = line
        self._allowed = allowed
        self._read_file = read_file

    def parts(self, outgoing: Outgoing, now: datetime) -> Sequence[Part]:
        """Return the messages, pictures and files that make it up, in order."""
        if outgoing.kind is DeliveryKind.REDRAW:
            return []
        allowed = self._allowed(outgoing, now)
        if not isinstance(allowed, Content):
            return [allowed]
        return messages_of(allowed, outgoing.id, most=MOST_TEXT, numbers_from=NUMBERS_FROM)

    def send(self, outgoing: Outgoing, part: Part, key: str) -> str:
        """Hand over one message and return Meta's id of it.

        Raises:
            Later: Meta does not take it now.
            Refusal: Meta will not take it.
        """
        # A number is written without its plus; an id for this business goes in a field of its own.
        to = outgoing.address
        whom = {"to": to[1:]} if to.startswith("+") else {"recipient": to}
        return self._line.send({**whom, **self._said(outgoing, part)})

    def _said(self, outgoing: Outgoing, part: Part) -> dict[str, Any]:
        if "template" in part:
            return {"type": "template", "template": _template(part)}
        if "choices" in part:
            return {"type": "interactive", "interactive": _interactive(part)}
        if "text" in part:
            return {"type": "text", "text": {"body": part["text"], "preview_url": False}}
        thing = thing_of(part, outgoing.shop_id, self._read_file)
        assert thing is not None, "A part without words is a picture or a file."
        told: dict[str, Any] = {"id": self._line.upload(thing), "caption": part["caption"]}
        if thing.is_picture:
            return {"type": "image", "image": told}
        return {"type": "document", "document": {**told, "filename": thing.name}}


def _template(part: Part) -> dict[str, Any]:
    values = [{"type": "text", "text": value} for value in part["variables"].values()]
    return {
        "name": part["template"],
        "language": {"code": _LANGUAGES.get(part["language"], part["language"])},
        "components": [{"type": "body", "parameters": values}] if values else [],
    }


def _interactive(part: Part) -> dict[str, Any]:
    body = {"text": part["text"]}
    if part["style"] == "buttons":
        buttons = [
            {"type": "reply", "reply": {"id": one["id"], "title": one["title"]}}
            for one in part["choices"]
        ]
        return {"type": "button", "body": body, "action": {"buttons": buttons}}
    rows = [{key: value for key, value in one.items() if value} for one in part["choices"]]
    return {
        "type": "list", "body": body,
        "action": {"button": part["open"], "sections": [{"title": part["open"], "rows": rows}]},
    }  # fmt: skip
