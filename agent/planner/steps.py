"""What one part of a message leads to, and how parts come together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from agent.llm import Question, ToolCall
from agent.planner.phrasing import as_said
from commerce.context import Context
from tools.base import Tool
from tools.cards import Button, Tap


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Calls, or a question, or words."""

    calls: tuple[ToolCall, ...] = ()
    question: Question | None = None
    text: str = ""
    sure: float = 0.0
    """How sure it is that the calls are what was meant, from 0 to 1."""


def call(tool: Tool, arguments: dict[str, Any]) -> ToolCall:
    """Return a call; the graph gives it its id."""
    return ToolCall(id="", name=tool.name, arguments=arguments)


def call_button(ctx: Context, tool: Tool, arguments: dict[str, Any], label: str = "") -> Button:
    """Return a button that makes a call exactly."""
    said = as_said(ctx, tool, arguments)
    return Button(
        label=label or said,
        says=said,
        tap=Tap(kind="call", tool=tool.name, arguments=arguments),
    )


def _is_same(one: ToolCall, other: ToolCall) -> bool:
    """Tell whether two calls ask for one thing, though another reason may be given."""
    return one.name == other.name and all(
        one.arguments.get(key) == other.arguments.get(key)
        for key in (one.arguments.keys() | other.arguments.keys()) - {"reason"}
    )


def together(steps: Sequence[Step]) -> Step:
    """Return several steps as one: all calls, the first question, the words joined."""
    question = next((step.question for step in steps if step.question), None)
    calls = [call for step in steps for call in step.calls]
    return Step(
        calls=tuple(c for n, c in enumerate(calls) if not any(_is_same(c, d) for d in calls[:n])),
        question=question,
        text=" ".join(dict.fromkeys(step.text for step in steps if step.text)),
        sure=min((step.sure for step in steps), default=0.0),
    )
