"""Sentences, what should come of them, and what came."""

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from agent.llm import ChatModel, Request, Thought
from agent.planner.text import detect_language
from commerce.access import Role
from commerce.context import Context
from commerce.words import ANSWERED
from tools import TOOLS, allowed
from tools.base import Effect

ROLES = {
    "seller": Role.OWNER, "manager": Role.MANAGER, "ndr_agent": Role.NDR_AGENT,
    "operator": Role.OPERATOR, "customer": Role.CUSTOMER, "viewer": Role.VIEWER,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One sentence and what should come of it."""

    role: Role
    language: str
    text: str
    tools: tuple[str | None, ...]
    """Any of these is right, the first best: a tool, `ask` for a question, `None` for words."""
    arguments: dict[str, Any]
    """What the call must carry at least, when it is the first of `tools`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """What came of one sentence."""

    case: Case
    got: str | None
    """The tool, `ask`, or `None`."""
    arguments: dict[str, Any]
    milliseconds: float
    language: str | None
    wrong: dict[str, Any] = field(default_factory=dict)
    """Arguments that differ from what was wanted."""

    @property
    def right_tool(self) -> bool:
        """Whether the right tool was chosen, or the right thing done without one."""
        wanted = self.case.tools
        if self.got in wanted:
            return True
        # A greeting or a refusal may come as words or as a question with things to press.
        return self.got == "ask" and None in wanted

    @property
    def right_arguments(self) -> bool:
        """Whether every wanted argument is exactly right as well."""
        return self.right_tool and not self.wrong

    @property
    def wrong_write(self) -> bool:
        """Whether a change was proposed that nobody asked for, or on the wrong thing."""
        effect = next((tool.effect for tool in TOOLS if tool.name == self.got), Effect.READ)
        return effect is not Effect.READ and not self.right_arguments


def read_cases(name: str = "first_light") -> list[Case]:
    """Return the sentences of one file."""
    text = (files(__package__) / f"{name}.jsonl").read_text(encoding="utf-8")
    return [_case(json.loads(line)) for line in text.splitlines() if line.strip()]


async def grade(
    model: ChatModel, contexts: dict[Role, Context], cases: Sequence[Case]
) -> list[Grade]:
    """Let a model think about each sentence once, on its own."""
    return [await _one(model, contexts[case.role], case) for case in cases]


async def _one(model: ChatModel, ctx: Context, case: Case) -> Grade:
    began = time.perf_counter()
    language = detect_language(case.text)
    thought = await model.think(
        Request(
            text=case.text, language=language or "en", past=(), outcomes=(),
            tools=tuple(allowed(TOOLS, ctx.actor).values()), context=ctx,
        )
    )  # fmt: skip
    milliseconds = 1000 * (time.perf_counter() - began)
    got, arguments = _outcome(thought)
    wanted = case.arguments if got == case.tools[0] else {}
    return Grade(
        case=case, got=got, arguments=arguments, milliseconds=milliseconds, language=language,
        wrong={k: arguments.get(k) for k, v in wanted.items() if not _same(arguments.get(k), v)},
    )  # fmt: skip


def table(grades: Sequence[Grade]) -> Iterator[str]:
    """Yield the lines of a table by language."""
    yield f"{'':10}{'n':>5}{'tool %':>9}{'+args %':>9}{'wrong writes':>14}{'declined %':>12}"
    for language in (*ANSWERED, "all"):
        some = [g for g in grades if language in (g.case.language, "all")]
        if not some:
            continue
        out = [g for g in some if g.case.tools[0] is None]
        yield (
            f"{language:10}{len(some):>5}{_share(g.right_tool for g in some):>9}"
            f"{_share(g.right_arguments for g in some):>9}"
            f"{sum(g.wrong_write for g in some):>14}{_share(g.right_tool for g in out):>12}"
        )
    times = sorted(g.milliseconds for g in grades)
    told = [g for g in grades if g.language is not None]
    yield (
        f"median {times[len(times) // 2]:.1f} ms, 95 % under {times[int(len(times) * 0.95)]:.0f} ms"
        f"; language told right {_share(g.language == g.case.language for g in told)} %"
    )


def _case(row: dict[str, Any]) -> Case:
    return Case(
        role=ROLES[row["as"]], language=row["language"], text=row["text"],
        tools=(row["tool"], *row.get("or", ())), arguments=row.get("arguments", {}),
    )  # fmt: skip


def _outcome(thought: Thought) -> tuple[str | None, dict[str, Any]]:
    if thought.calls:
        return thought.calls[0].name, thought.calls[0].arguments
    return ("ask", thought.question.arguments) if thought.question else (None, {})


def _same(got: Any, wanted: Any) -> bool:
    if isinstance(wanted, str):
        return str(got).casefold() == wanted.casefold()
    return bool(got == wanted)


def _share(truths: Iterator[bool] | Any) -> str:
    listed = list(truths)
    return f"{100 * sum(listed) / len(listed):.1f}" if listed else "-"
