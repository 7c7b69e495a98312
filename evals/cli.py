"""`superecom evals`: grade the assistant by scripted conversations."""

from typing import Annotated

import typer


def evals(
    area: Annotated[
        list[str] | None, typer.Option(help="Only these areas: orders, safety, dialogue, …")
    ] = None,
    case: Annotated[
        list[str] | None, typer.Option(help="Only cases whose name has this in it.")
    ] = None,
    language: Annotated[
        list[str] | None, typer.Option(help="Only cases written in en, hi or hi-Latn.")
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
) -> None:
    """Grade the assistant by scripted conversations.

    Each is held with the whole assistant over a small shop of its own, and judged by the state of
    the database afterwards and the facts that were told, not by the wording.
    """
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
