"""The figures of a run, as a table for people and as JSON for programs."""

from collections.abc import Callable, Sequence
from typing import Any

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from agent.llm import Usage
from evals.grading import Grade

LANGUAGES = ("en", "hi-Latn", "hi")
Runs = Sequence[Sequence[Grade]]
"""Each case's grades, one a repetition. A case passes where all of them do (pass^k)."""


def passed(runs: Runs) -> int:
    """Return how many cases passed every time."""
    return sum(all(grade.passed for grade in grades) for grades in runs)


def share(runs: Runs) -> float:
    """Return the share of cases that passed every time, from 0 to 1."""
    return passed(runs) / len(runs) if runs else 0.0


def passed_hat(runs: Runs, k: int) -> float:
    """Return pass^k: the share of cases whose first k writings all passed, from 0 to 1.

    As in S. Yao et al., "tau-bench" (2024), arXiv:2406.12045, section 3.
    """
    return share([grades[:k] for grades in runs])


def draw(console: Console, runs: Runs, *, transcripts: bool) -> None:
    """Print the table, then each failed case with what differed."""
    console.print(
        Group(
            _table("Area", runs, lambda grade: grade.case.area),
            _table("Role", runs, lambda grade: grade.case.who),
        )
    )
    for grades in runs:
        for grade in [grade for grade in grades if not grade.passed][:1]:
            console.print(_failure(grade, len(grades), transcripts=transcripts))
    if runs and len(runs[0]) > 1:
        hats = (f"pass^{k} {passed_hat(runs, k):.1%}" for k in range(1, len(runs[0]) + 1))
        console.print(Text("   ".join(hats)))
    console.print(Text(_spent_line(spent(runs))))
    console.print(Text(f"{passed(runs)} of {len(runs)} passed ({share(runs):.1%})", style="bold"))


def spent(runs: Runs) -> dict[str, float]:
    """Return what all plays took: milliseconds a reply, tokens, money in units of the shop's."""
    grades = [grade for some in runs for grade in some]
    times = sorted(time for grade in grades for time in grade.milliseconds)
    used = sum((grade.usage for grade in grades), Usage())
    return {
        "conversations": len(grades),
        "reply_ms_p50": _quantile(times, 0.5),
        "reply_ms_p95": _quantile(times, 0.95),
        "tokens_in": used.tokens_in,
        "tokens_out": used.tokens_out,
        "cost": round(used.cost_micros / 1e6, 4),
    }


def _quantile(ordered: Sequence[int], share: float) -> int:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0


def _spent_line(told: dict[str, float]) -> str:
    line = f"a reply took {told['reply_ms_p50']} ms (p50), {told['reply_ms_p95']} ms (p95)"
    if not told["tokens_in"]:
        return line
    tokens = f"{told['tokens_in']:,} tokens in, {told['tokens_out']:,} out"
    each = told["cost"] / max(told["conversations"], 1)
    return f"{line}; {tokens}: ₹{told['cost']:.2f}, ₹{each:.4f} a conversation"


def as_json(runs: Runs, brain: str) -> dict[str, Any]:
    """Return the same figures as plain JSON."""
    return {
        "brain": brain,
        "repeat": len(runs[0]) if runs else 0,
        "cases": len(runs),
        "passed": passed(runs),
        "share": round(share(runs), 4),
        "pass_hat": [round(passed_hat(runs, k + 1), 4) for k in range(len(runs[0]) if runs else 0)],
        "spent": spent(runs),
        "by_area": _counts(runs, lambda grade: grade.case.area),
        "by_role": _counts(runs, lambda grade: grade.case.who),
        "by_language": _counts(runs, lambda grade: grade.case.language),
        "failed": [
            {
                "case": grade.case.name,
                "area": grade.case.area,
                "passed_times": sum(other.passed for other in grades),
                "differences": list(grade.differences),
                "transcript": list(grade.transcript),
            }
            for grades in runs
            for grade in [grade for grade in grades if not grade.passed][:1]
        ],
    }


def _table(title: str, runs: Runs, key: Callable[[Grade], str]) -> Table:
    table = Table(title, *LANGUAGES, "all", title_justify="left")
    for column in table.columns[1:]:
        column.justify = "right"
    for word in sorted({key(grades[0]) for grades in runs}):
        of_word = [grades for grades in runs if key(grades[0]) == word]
        table.add_row(word, *_cells(of_word))
    table.add_section()
    table.add_row("all", *_cells(runs), style="bold")
    return table


def _cells(runs: Runs) -> list[str]:
    by_language = [
        [grades for grades in runs if grades[0].case.language == language] for language in LANGUAGES
    ]
    return [_cell(some) for some in [*by_language, runs]]


def _cell(runs: Runs) -> str:
    return f"{passed(runs)}/{len(runs)}" if runs else ""


def _counts(runs: Runs, key: Callable[[Grade], str]) -> dict[str, dict[str, int]]:
    words = sorted({key(grades[0]) for grades in runs})
    groups = {word: [grades for grades in runs if key(grades[0]) == word] for word in words}
    return {word: {"passed": passed(some), "cases": len(some)} for word, some in groups.items()}


def _failure(grade: Grade, times: int, *, transcripts: bool) -> Text:
    lines = [f"\n✗ {grade.case.area}/{grade.case.name}"]
    lines += [f"   {difference}" for difference in grade.differences]
    if transcripts:
        lines += [f"   │ {line}" for line in "\n".join(grade.transcript).splitlines()]
    return Text("\n".join(lines))
