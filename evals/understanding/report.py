"""What a set of graded sentences says: by language, role and kind, and every failure in a line."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

import prompts
from agent.planner import Planner
from commerce.words import ANSWERED
from evals.understanding.scoring import Case, Grade, grade, read_cases
from evals.understanding.shop import open_shop
from tools import TOOLS
from tools.base import Effect

SETS = ("fresh_dev", "fresh_held")
"""Written before the examples were looked at: one half may be worked on, one is only measured."""

_EFFECTS = {tool.name: tool.effect for tool in TOOLS}
_NO_TOOL = ("ask", None)
_CONFUSIONS = 15


def measure(sets: Sequence[str], language: str | None = None) -> list[Grade]:
    """Let the planner read each sentence of some sets, each on its own."""
    cases = [case for name in sets for case in read_cases(name)]
    return asyncio.run(_graded([c for c in cases if language in (None, c.language)]))


async def _graded(cases: Sequence[Case]) -> list[Grade]:
    planner = Planner(None)
    with open_shop() as contexts:
        await grade(planner, contexts, cases[:1])  # Loading is not thinking.
        return await grade(planner, contexts, cases)


def kind(case: Case) -> str:
    """Return what a sentence is for: to read, to change something, or nothing of ours."""
    wanted = case.tools[0]
    if wanted is None:
        return "outside"
    return "read" if _EFFECTS.get(wanted, Effect.READ) is Effect.READ else "write"


def lines(grades: Sequence[Grade], *, misses: bool = False) -> Iterator[str]:
    """Yield the tables, the calibration, what is confused, and each failure if wished."""
    yield f"{'':16}{'n':>5}{'tool %':>9}{'args %':>9}{'unasked right %':>17}{'wrong writes':>14}"
    for language in ANSWERED:
        yield from _row(language, [g for g in grades if g.case.language == language])
    for role in sorted({g.case.role.value for g in grades}):
        yield from _row(role, [g for g in grades if g.case.role.value == role])
    for what in ("read", "write", "outside"):
        yield from _row(what, [g for g in grades if kind(g.case) == what])
    yield from _row("all", grades)
    times = sorted(g.milliseconds for g in grades)
    if times:
        yield f"median {times[len(times) // 2]:.1f} ms a turn, embedding included"
    yield from _confused(grades)
    if misses:
        yield from _failures(grades)


def _row(name: str, some: Sequence[Grade]) -> Iterator[str]:
    if not some:
        return
    with_arguments = [g for g in some if g.case.arguments and g.got == g.case.tools[0]]
    unasked = [g for g in some if g.got not in _NO_TOOL]
    yield (
        f"{name:16}{len(some):>5}{_share([g.right_tool for g in some]):>9}"
        f"{_share([g.right_arguments for g in with_arguments]):>9}"
        f"{_share([g.right_arguments for g in unasked]):>17}"
        f"{sum(g.wrong_write for g in some):>14}"
    )


def _confused(grades: Sequence[Grade]) -> Iterator[str]:
    pairs = Counter((str(g.case.tools[0]), str(g.got)) for g in grades if not g.right_tool)
    for (wanted, got), times in pairs.most_common(_CONFUSIONS):
        yield f"{times:>4} × {wanted} heard as {got}"


def _failures(grades: Sequence[Grade]) -> Iterator[str]:
    taught = {
        said: (name, language)
        for name, by in prompts.examples().items()
        for language, sentences in by.items()
        for said in sentences
    }
    for miss in (g for g in grades if not g.right_arguments):
        best = process.extractOne(miss.case.text, taught.keys(), scorer=fuzz.token_sort_ratio)
        near = f"{best[0]!r} ({taught[best[0]][0]}, {best[1]:.0f})" if best else "nothing"
        wrong = f" {miss.wrong} for {miss.case.arguments}" if miss.wrong else ""
        yield (
            f"{miss.case.language:8}{miss.case.role.value:9}{miss.case.text!r}: wanted "
            f"{miss.case.tools[0]}, got {miss.got}{wrong}; nearest taught: {near}"
        )


def _share(truths: Sequence[bool]) -> str:
    return f"{100 * sum(truths) / len(truths):.1f}" if truths else "-"
