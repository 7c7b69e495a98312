"""Brings things to people on WhatsApp through Twilio."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Final

from channels.contents import Content
from channels.twilio import TwilioLine
from channels.whatsapp.media import Passes
from channels.whatsapp.render import messages_of
from commerce.deliveries import DeliveryKind, Outgoing, Part

MOST_TEXT: Final = 1_600
"""Twilio's own limit of a body, below WhatsApp's 4,096."""

Allowed = Callable[[Outgoing, datetime], Content | Part]
"""Returns what may be sent now: the content, or a part that names an approved template. Raises
`Withheld` where nothing may."""


class TwilioWhatsApp:
    """Fills `commerce.deliveries.Sender`."""

    def __init__(
        self, line: TwilioLine, *, number: str, status_url: str, media_url: str, passes: Passes,
        allowed: Allowed, clock: Callable[[], datetime], numbers_from: int,
    ) -> None:  # fmt: skip
        """Take the connection, and who says what may be sent.

        Args:
            line: The account.
            number: Ours, in E.164, or the id of a messaging service (`MG…`).
            status_url: Where Twilio is to tell how far messages have come.
            media_url: Where it fetches pictures and files, by a pass.
            passes: Makes the passes.
            allowed: Knows the rules.
            clock: Tells the time.
            numbers_from: From so many choices on they are numbered.
        """
        self._line = line
        self._from = _from(number)
        self._status_url = status_url
        self._media_url = media_url
        self._passes = passes
        self._allowed = allowed
        self._clock = clock
        self._numbers_from = numbers_from

    def parts(self, outgoing: Outgoing, now: datetime) -> Sequence[Part]:
        """Return the messages, pictures and files that make it up, in order."""
        if outgoing.kind is DeliveryKind.REDRAW:
            return []
        allowed = self._allowed(outgoing, now)
        return self.drawn(allowed, outgoing.id) if isinstance(allowed, Content) else [allowed]

    def drawn(self, content: Content, delivery: int) -> Sequence[Part]:
        """Return a content's messages, each with its place."""
        messages = messages_of(content, delivery, most=MOST_TEXT, numbers_from=self._numbers_from)
        return [{**one, "place": place} for place, one in enumerate(messages)]

    def send(self, outgoing: Outgoing, part: Part, key: str) -> str:
        """Hand over one message and return Twilio's id of it.

        Raises:
            Later: Twilio does not take it now.
            Refusal: Twilio will not take it.
        """
        return self._line.send(
            to=f"whatsapp:{outgoing.address}", status_callback=self._status_url, **self._from,
            **self._said(outgoing, part, key),
        )  # fmt: skip

    def _said(self, outgoing: Outgoing, part: Part, key: str) -> dict[str, Any]:
        if "template" in part:
            variables = json.dumps(part["variables"], ensure_ascii=False)
            return {"content_sid": part["template"], "content_variables": variables}
        if "choices" in part:
            content = self._line.make_content(
                f"superecom {outgoing.id}.{part['place']}", part["language"], _types(part)
            )
            variables = json.dumps({"1": part["text"]}, ensure_ascii=False)
            return {"content_sid": content, "content_variables": variables}
        if "text" in part:
            return {"body": part["text"]}
        given = self._passes.give(outgoing.id, part["place"], self._clock())
        return {"body": part["caption"], "media_url": [f"{self._media_url}/{given}"]}


def _types(part: Part) -> dict[str, Any]:
    """Return what can be pressed, as Twilio keeps it.

    https://www.twilio.com/docs/content/twilio-quick-reply and …/twilio-list-picker: within the 24
    hours neither needs to be approved.
    """
    if part["style"] == "buttons":
        actions = [
            {"type": "QUICK_REPLY", "title": one["title"], "id": one["id"]}
            for one in part["choices"]
        ]
        return {"twilio/quick-reply": {"body": "{{1}}", "actions": actions}}
    items = [
        {"item": one["title"], "id": one["id"], "description": one["description"] or one["title"]}
        for one in part["choices"]
    ]
    return {"twilio/list-picker": {"body": "{{1}}", "button": part["open"], "items": items}}


def _from(number: str) -> dict[str, str]:
    if number.startswith("MG"):
        return {"messaging_service_sid": number}
    return {"from_": f"whatsapp:{number}"}
