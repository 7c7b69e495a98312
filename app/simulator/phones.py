"""Two phones on WhatsApp: what people wrote, what the shop sent, as their screens show it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

import httpx

from app.doubles.twilio import Taken, Twilio
from app.simulator.pages import Json, NotPossible

SECONDS: Final = 10.0
"""Longest wait for the shop to acknowledge."""
_NEXT: Final = {"queued": "sent", "sent": "delivered", "delivered": "read"}
_MARKS: Final = {"queued": "·", "sent": "✓", "delivered": "✓✓", "read": "✓✓ read"}


@dataclass(frozen=True, slots=True)
class _Wrote:
    """What a person wrote or pressed, and how much the shop had sent until then."""

    number: str
    text: str
    after: int


@dataclass(slots=True)
class Phones:
    """All phones that hang on one account at Twilio."""

    twilio: Twilio
    hook: str
    """Where Twilio posts what people write."""
    wrote: list[_Wrote] = field(default_factory=list)

    def say(self, number: str, text: str) -> None:
        """Write from a phone."""
        self._post(number, text, text=text)

    def press(self, number: str, of: str, choice: str) -> None:
        """Press a button of a message.

        Raises:
            NotPossible: There is none such.
        """
        found = next((one for one in self._sent(number) if one.sid == of), None)
        titles = [title for title, token in found.buttons if token == choice] if found else []
        if not titles:
            raise NotPossible("That button is not there any more.")
        self._post(number, titles[0], button=choice)

    def shown(self, number: str) -> list[Json]:
        """Return what a phone shows, oldest first."""
        rows: list[tuple[int, int, Json]] = []
        for place, one in enumerate(self.twilio.taken):
            if one.to == f"whatsapp:{number}":
                rows.append((place, 1, _theirs(one)))
        for place, mine in enumerate(self.wrote):
            if mine.number == number:
                shown = {
                    "id": f"mine-{place}", "mine": True, "note": "",
                    "blocks": [{"kind": "text", "text": mine.text}],
                }  # fmt: skip
                rows.append((mine.after, 0, shown))
        rows.sort(key=lambda row: row[:2])
        return [row[2] for row in rows]

    async def carry(self) -> None:
        """Tell the shop, message by message, that phones have got and shown what it sent."""
        async with httpx.AsyncClient(timeout=SECONDS) as client:
            for one in tuple(self.twilio.taken):
                following = _NEXT.get(one.status)
                if following is not None:
                    await self.twilio.tell(client, one.sid, following)

    def _sent(self, number: str) -> Sequence[Taken]:
        return [one for one in self.twilio.taken if one.to == f"whatsapp:{number}"]

    def _post(self, number: str, shown: str, *, text: str = "", button: str = "") -> None:
        self.wrote.append(_Wrote(number, shown, len(self.twilio.taken)))
        answer = asyncio.run(self._posted(number, text, button))
        if answer.is_error:
            raise NotPossible(f"The shop's server answered {answer.status_code}.")

    async def _posted(self, number: str, text: str, button: str) -> httpx.Response:
        async with httpx.AsyncClient(timeout=SECONDS) as client:
            return await self.twilio.say(client, self.hook, number, text=text, button=button)


def _theirs(one: Taken) -> Json:
    blocks: list[Json] = []
    if one.media_url:
        blocks.append(_media(one.media_url))
    if one.text:
        blocks.append({"kind": "text", "text": one.text.replace("\u200b", "")})
    if one.buttons:
        choices = [{"id": token, "label": title} for title, token in one.buttons]
        blocks.append({"kind": "choices", "choices": choices})
    note = " · ".join(part for part in (_template(one), _MARKS.get(one.status, one.status)) if part)
    return {"id": one.sid, "mine": False, "blocks": blocks, "note": note}


def _template(one: Taken) -> str:
    return "approved template" if one.template else ""


def _media(url: str) -> Json:
    """Return what was sent along, by its path on this server: the page may show nothing else."""
    parts = urlsplit(url)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    kind = "picture" if parts.path.endswith((".png", ".jpg", ".jpeg")) else "file"
    return {"kind": kind, "url": path, "text": parts.path.rpartition("/")[2]}
