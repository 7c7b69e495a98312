"""What a tool is, and what it gives back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field, model_validator

from commerce.access import Actor, Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import NotAllowed
from tools.arguments import Kind, keepable
from tools.cards import Card, CardBase, Difference

_Answer = TypeVar("_Answer")


class Effect(StrEnum):
    """What a tool does to the business."""

    READ = "read"
    WRITE = "write"
    MONEY = "money"


class Arguments(BaseModel):
    """Base of every tool's arguments; unknown ones are refused, so that none is lost silently."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _keepable(cls, sent: Any) -> Any:
        return keepable(sent)


class Mention(CardBase):
    """A thing an answer named, so that "that one" and "the second" can be understood after it."""

    kind: Kind
    id: str
    """What a tool's argument of that kind would take."""
    label: str = ""


class Preview(BaseModel):
    """What a write would change, shown before it is approved."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    title: str
    differences: tuple[Difference, ...]
    change: Change
    arguments: dict[str, Any] | None = None
    """What is approved and run in place of the arguments asked with, as plain JSON: a filter made
    the exact things that were shown. `None` runs what was asked."""
    facts: dict[str, Any] = Field(default_factory=dict)
    """What is told of it before the yes, as plain JSON."""
    cards: tuple[Card, ...] = ()
    """What is shown beside the request, and not again with the receipt."""


class ToolResult(BaseModel):
    """What a tool found or did."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    facts: dict[str, Any]
    """Plain JSON for the LLM to narrate: raw ids, numbers in rupees, ISO dates, the period."""
    says: str
    """The answer in a sentence or two, in the language of the answer."""
    cards: tuple[Card, ...] = ()
    mentions: tuple[Mention, ...] = ()
    """In the order the person sees them."""
    change: Change | None = None
    """What was changed, for the receipt; only and always from a write."""
    made: Preview | None = None
    """What a receipt shows, where it may differ from what was approved: many things were to be
    changed, and some had moved on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A function the agent may call, and the rules for calling it."""

    run: Callable[[Context, Any], ToolResult]
    arguments: type[Arguments]
    needs: tuple[Permission, ...]
    """Any one of these is enough."""
    effect: Effect
    preview: Callable[[Context, Any], Preview] | None
    """For writes: what would change. Refuses what `run` would refuse."""
    undo: Callable[[Context, Change], Change] | None
    """Puts back what a change made, and returns the change back."""
    own: bool = False
    """Whether it is about whoever asks, so that nobody else may approve it."""

    @property
    def name(self) -> str:
        """The name the model uses."""
        return self.run.__name__

    @property
    def asks_first(self) -> bool:
        """Whether a person must say yes before it runs."""
        return self.preview is not None

    @property
    def description(self) -> str:
        """What the model reads: when to use it, a sample, the neighbour to prefer."""
        return (self.run.__doc__ or "").strip()

    def open_to(self, actor: Actor) -> bool:
        """Tell whether an actor may call it."""
        return any(actor.may(permission) for permission in self.needs)


def tool(
    *needs: Permission,
    effect: Effect = Effect.READ,
    preview: Callable[[Context, Any], Preview] | None = None,
    undo: Callable[[Context, Change], Change] | None = None,
    own: bool = False,
) -> Callable[[Callable[[Context, Any], ToolResult]], Tool]:
    """Make a function `(ctx, args: SomeArguments) -> ToolResult` a tool.

    Whoever may not use it is told so before it looks at anything, whoever calls it.
    """

    def wrap(run: Callable[[Context, Any], ToolResult]) -> Tool:
        arguments = cast("type[Arguments]", run.__annotations__["args"])
        return Tool(
            run=_only_for(needs, run), arguments=arguments, needs=needs, effect=effect,
            preview=_only_for(needs, preview) if preview else None, undo=undo, own=own,
        )  # fmt: skip

    return wrap


def _only_for(
    needs: tuple[Permission, ...], act: Callable[[Context, Any], _Answer]
) -> Callable[[Context, Any], _Answer]:
    @wraps(act)
    def guarded(ctx: Context, args: Any) -> _Answer:
        if not any(ctx.actor.may(permission) for permission in needs):
            raise NotAllowed("error-not-allowed", role=ctx.actor.role.value)
        return act(ctx, args)

    return guarded


def allowed(catalogue: Iterable[Tool], actor: Actor) -> dict[str, Tool]:
    """Return the tools an actor may use, by name."""
    return {tool.name: tool for tool in catalogue if tool.open_to(actor)}
