"""`superecom evals`: grade the assistant by scripted conversations."""

from collections.abc import Sequence
from typing import Annotated

import typer


def evals(
    what: Annotated[
        str,
        typer.Argument(
            help="`understanding`: single unseen sentences, right tool and right arguments, "
            "instead of conversations; `knowledge`: whether the right passage is found."
        ),
    ] = "",
    area: Annotated[
        list[str] | None, typer.Option(help="Only these areas: orders, safety, dialogue, …")
    ] = None,
    case: Annotated[
        list[str] | None, typer.Option(help="Only cases whose name has this in it.")
    ] = None,
    language: Annotated[
        list[str] | None, typer.Option(help="Only cases written in en, hi or hi-Latn (and ar, id).")
    ] = None,
    brain: Annotated[
        str, typer.Option(help="Who thinks: planner, or openai with the key of the settings.")
    ] = "planner",
    repeat: Annotated[
        int,
        typer.Option(
            min=1,
            max=100,
            help="Play each so often, typed by other hands; it passes where all do (pass^k).",
        ),
    ] = 1,
    at_least: Annotated[
        float,
        typer.Option(min=0, max=1, help="Share that must pass; below it the exit code is 1."),
    ] = 0.9,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    transcripts: Annotated[
        bool, typer.Option("--transcripts", help="Print what was said in failed cases.")
    ] = False,
    sentences: Annotated[
        list[str] | None,
        typer.Option("--set", help="With understanding: these files, such as blind_held."),
    ] = None,
    misses: Annotated[
        bool,
        typer.Option("--misses", help="With understanding and knowledge: list what went wrong."),
    ] = False,
) -> None:
    """Grade the assistant by scripted conversations.

    Each is held with the whole assistant over a small shop of its own, and judged by the state of
    the database afterwards and the facts that were told, not by the wording.
    """
    if what == "understanding":
        _understanding(sentences or (), language or (), misses=misses)
        return
    if what == "knowledge":
        from evals.knowledge.report import lines, measure

        for line in lines(measure(), misses=misses):
            typer.echo(line)
        return
    if what:
        raise typer.BadParameter("It is understanding, knowledge, or nothing.", param_hint="WHAT")
    from evals import suite
    from evals.cases import EvalsError

    if brain not in ("planner", "openai"):
        raise typer.BadParameter("It is planner or openai.", param_hint="--brain")
    try:
        enough = suite.run(
            areas=area or (), names=case or (), languages=language or (), brain=brain,
            repeat=repeat, at_least=at_least, as_json=as_json, transcripts=transcripts,
        )  # fmt: skip
    except EvalsError as error:
        typer.secho(str(error), fg="red", err=True)
        raise typer.Exit(2) from error
    if not enough:
        raise typer.Exit(1)


def _understanding(sets: Sequence[str], languages: Sequence[str], *, misses: bool) -> None:
    from evals.understanding.report import SETS, lines, measure

    for name in sets or SETS:
        try:
            grades = [g for one in languages or (None,) for g in measure([name], one)]
        except FileNotFoundError as error:
            raise typer.BadParameter(f"There is no set {name}.", param_hint="--set") from error
        typer.echo(name)
        for line in lines(grades, misses=misses):
            typer.echo(line)
