"""What comes in from a messenger, once its signature was found to be right."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from pydantic import TypeAdapter

from tools.cards import Tap


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A picture, paper or voice note that was sent along, not fetched yet."""

    id: str
    """By which the messenger gives it out: an id, or an address at the vendor."""
    name: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbound:
    """One message, or one button pressed, by somebody on a messenger."""

    channel: str
    sender: str
    """Who wrote, as the messenger knows them. (channel, sender) is who they are."""
    address: str
    """Where an answer goes: often the sender, else a chat or a thread."""
    provider_id: str
    """The messenger's own id; the same id twice is one message."""
    at: datetime
    text: str = ""
    button: str | None = None
    """What a pressed button carried: see `channels.buttons`."""
    tap: Tap | None = None
    """A call made without a button of ours: a slash command, a form that was filled in."""
    media: tuple[Media, ...] = ()
    voice: Media | None = None
    """A voice note, for who listens to them."""
    answers: str = ""
    """The messenger's id of the message it replies to, where it says so."""
    edits: str = ""
    """The messenger's id of the message that now reads so."""
    name: str = ""
    """What they call themselves there: to be greeted by, never to be known by."""
    kind: str = "text"
    """In the messenger's own word, for what we cannot read: `sticker`, `contacts`."""

    @property
    def conversation(self) -> str:
        """Return the id of the conversation it belongs to: one a person and place."""
        whole = "\n".join((self.channel, self.address, self.sender))
        return f"{self.channel}-{hashlib.sha256(whole.encode()).hexdigest()[:32]}"


_JSON: Final = TypeAdapter(Inbound)


def body_of(inbound: Inbound) -> dict[str, Any]:
    """Return it as plain JSON, to be kept."""
    body: dict[str, Any] = _JSON.dump_python(inbound, mode="json")
    return body


def inbound_of(body: Mapping[str, Any]) -> Inbound:
    """Return what was kept.

    Raises:
        pydantic.ValidationError: It is no such thing.
    """
    return _JSON.validate_python(body)
