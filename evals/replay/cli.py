"""`superecom replay`: what another prompt or brain would have changed."""

from pathlib import Path
from typing import Annotated

import typer


def replay(
    conversation: Annotated[
        list[str] | None, typer.Option(help="Only the conversation of this id.")
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=3_650, help="Those of the last days.")] = 7,
    most: Annotated[int, typer.Option(min=1, max=10_000, help="The latest of them.")] = 100,
    brain: Annotated[
        str, typer.Option(help="Who thinks instead: planner, or openai with the settings' key.")
    ] = "planner",
    prompt: Annotated[
        Path | None,
        typer.Option(help="A system prompt in place of prompts/system.md.", exists=True),
    ] = None,
    beside: Annotated[
        str, typer.Option(help="Whom it is compared with, with today's prompt.")
    ] = "planner",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Hold stored conversations again with another prompt or brain, and say what would differ.

    Both sides play on fresh copies of the shop as it is now, and nothing is sent to anybody. What
    people pressed is pressed again. Compared is what was changed in the end, then which tools were
    called. Exits with 1 where an end differs.
    """
    from evals.cases import EvalsError
    from evals.replay.running import run

    for name, option in ((brain, "--brain"), (beside, "--beside")):
        if name not in ("planner", "openai"):
            raise typer.BadParameter("It is planner or openai.", param_hint=option)
    try:
        same = run(
            only=conversation or (), days=days, most=most, brain=brain, prompt=prompt,
            beside=beside, as_json=as_json,
        )  # fmt: skip
    except EvalsError as error:
        typer.secho(str(error), fg="red", err=True)
        raise typer.Exit(2) from error
    if not same:
        raise typer.Exit(1)
