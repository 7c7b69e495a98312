"""What is brought to somebody on a messenger: a reply of the assistant, or a prompt by the shop."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ConfigDict

from agent.messages import Reply
from channels.buttons import Choice, choices_of
from commerce.deliveries import DeliveryKind
from tools.cards import Button, Card


class PromptBody(BaseModel):
    """Something the shop says first, as it lies in `deliveries.body` with the kind `prompt`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    """In full, for messengers that carry any text, and for people who wrote lately."""
    language: str
    buttons: tuple[Button, ...] = ()
    cards: tuple[Card, ...] = ()
    template: str = ""
    """Which of our templates says the same, for messengers that begin only with one they know."""
    variables: Mapping[str, str] = {}
    """What stands in the template's places, by name."""
    purpose: str = "utility"
    """What the person must not have said stop to: `utility`, `marketing`, or `answer` for what
    they asked for themselves a moment ago."""


class RedrawBody(BaseModel):
    """What became of something brought before, as `commerce.deliveries.redraw` puts it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    of: int
    """The delivery that is drawn again."""
    gone: tuple[str, ...] = ()
    """Ids and tools of the buttons that are no longer offered."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a messenger draws."""

    text: str
    language: str
    by: str = ""
    """The name of the person of the shop who wrote it; empty for the assistant and the shop."""
    cards: tuple[Card, ...] = ()
    choices: tuple[Choice, ...] = ()
    prompt: PromptBody | None = None
    facts: tuple[Mapping[str, Any], ...] = field(default=())


def content_of(kind: DeliveryKind, body: Mapping[str, Any]) -> Content:
    """Return what a delivery's body says.

    Raises:
        pydantic.ValidationError: It is neither a reply nor a prompt.
    """
    if kind is DeliveryKind.PROMPT:
        prompt = PromptBody.model_validate(body)
        return Content(
            text=prompt.text, language=prompt.language, cards=prompt.cards,
            choices=choices_of(prompt.cards, prompt.buttons), prompt=prompt,
        )  # fmt: skip
    if kind is DeliveryKind.REDRAW:
        return Content(text=RedrawBody.model_validate(body).note, language="")
    reply = Reply.model_validate(body)
    return Content(
        text=reply.text, language=reply.language, by=reply.by, cards=reply.cards,
        choices=choices_of(reply.cards), facts=reply.facts,
    )  # fmt: skip
