"""The whole run: make the shop once, play every case, draw what came of it."""

import asyncio
import json
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.settings import Settings
from app.wiring import open_brain
from evals import table
from evals.cases import Case, CasesUnreadable, EvalsError, read_cases
from evals.grading import Grade, grade
from evals.running import Stage
from evals.shops import make_template


def run(
    *,
    areas: Sequence[str],
    names: Sequence[str],
    languages: Sequence[str],
    brain: str,
    repeat: int,
    at_least: float,
    as_json: bool,
    transcripts: bool,
) -> bool:
    """Play the chosen cases, print the figures, and return whether enough of them passed.

    Raises:
        EvalsError: A file of cases is wrong, no case was chosen, or the brain has no key.
    """
    cases = chosen(read_cases(), areas=areas, names=names, languages=languages)
    with quiet():
        runs, name = asyncio.run(_play(cases, settings_for(brain), repeat))
    if as_json:
        sys.stdout.write(json.dumps(table.as_json(runs, name), ensure_ascii=False) + "\n")
    else:
        table.draw(Console(), runs, transcripts=transcripts)
    return table.share(runs) >= at_least


def chosen(
    cases: Sequence[Case], *, areas: Sequence[str], names: Sequence[str], languages: Sequence[str]
) -> list[Case]:
    """Return the cases of some areas, names and languages; what is empty does not matter.

    Raises:
        CasesUnreadable: There is no such case.
    """
    found = [
        case
        for case in cases
        if (not areas or case.area in areas)
        and (not names or any(name in case.name for name in names))
        and (not languages or case.language in languages)
    ]
    if not found:
        known = ", ".join(sorted({case.area for case in cases}))
        raise CasesUnreadable(f"No case fits; the areas are {known}.")
    return found


async def play_all(
    stage: Stage, cases: Sequence[Case], repeat: int, done: Callable[[], None] = lambda: None
) -> list[list[Grade]]:
    """Play each case so many times, each in another's writing, and return their grades."""
    runs = []
    for case in cases:
        grades = []
        for take in range(repeat):
            grades.append(await _graded(stage, case, take))
            done()
        runs.append(grades)
    return runs


async def _graded(stage: Stage, case: Case, take: int) -> Grade:
    try:
        return grade(await stage.play(case, take))
    except CasesUnreadable as error:
        return Grade(case=case, differences=(f"the case cannot be played: {error}",))
    except Exception as error:  # One conversation that breaks must not lose the others' grades.
        return Grade(case=case, differences=(f"the conversation broke: {error!r}",))


async def _play(
    cases: Sequence[Case], settings: Settings, repeat: int
) -> tuple[list[list[Grade]], str]:
    """Return the grades, and the name of who thought."""
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    # The bar goes to standard error, so that the table can be kept in a file.
    with (
        TemporaryDirectory(prefix="evals-") as folder,
        Progress(*columns, console=Console(stderr=True), transient=True) as bar,
    ):
        making = bar.add_task("Making the shop", total=None)
        template = make_template(
            Path(folder),
            progress=lambda what, done, total: bar.update(making, completed=done, total=total),
        )
        bar.remove_task(making)
        playing = bar.add_task("Conversations", total=len(cases) * repeat)
        async with open_brain(settings) as model:
            stage = Stage(template, lambda _: model)
            runs = await play_all(stage, cases, repeat, lambda: bar.advance(playing))
        return runs, model.name


@contextmanager
def quiet() -> Iterator[None]:
    """Keep logs off the screen: what goes wrong inside a turn is told with its case."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    try:
        yield
    finally:
        structlog.configure(**before)


def settings_for(brain: str) -> Settings:
    """Return the settings with a brain chosen.

    Raises:
        EvalsError: It has no key.
    """
    settings = Settings()
    if brain == "openai" and not settings.model_copy(update={"brain": "auto"}).uses_openai:
        raise EvalsError("An LLM needs a key: set OPENAI_API_KEY, or use --brain planner.")
    return settings.model_copy(update={"brain": brain})
