"""`superecom workflows`: what the shop does while nobody asks."""

from pathlib import Path
from typing import Annotated

import typer

group = typer.Typer(
    help="What the shop does while nobody asks: look, check, try on the past, switch on and off.",
    no_args_is_help=True,
)

Name = Annotated[str, typer.Argument(help="The workflow's name.")]
File = Annotated[
    Path, typer.Argument(help="A definition in YAML or JSON.", exists=True, dir_okay=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Number = Annotated[int, typer.Argument(help="The run's number.")]


@group.command("list")
def list_all(as_json: AsJson = False) -> None:
    """List the shop's workflows."""
    from app import flows

    flows.list_all(as_json=as_json)


@group.command("library")
def library() -> None:
    """List the workflows that come with the product; `add NAME` switches one on."""
    from app import flows

    flows.library()


@group.command("show")
def show(
    name: Name,
    text: Annotated[bool, typer.Option("--yaml", help="Print the definition itself.")] = False,
) -> None:
    """Say what a workflow of the shop, or of the library, does."""
    from app import flows

    flows.show(name, text=text)


@group.command("check")
def check(file: File) -> None:
    """Check a definition; the exit code is 1 where something is wrong."""
    from app import flows

    flows.check(file)


@group.command("add")
def add(
    what: Annotated[str, typer.Argument(help="A file, or a name of the library.")],
    off: Annotated[bool, typer.Option("--off", help="Do not switch it on yet.")] = False,
) -> None:
    """Make a workflow, or give one of the same name another definition."""
    from app import flows

    flows.add(what, on=not off)


@group.command("dry-run")
def dry_run(
    what: Annotated[str, typer.Argument(help="A file, or a name of the shop or the library.")],
    days: Annotated[int, typer.Option(min=1, max=90, help="How far back.")] = 30,
    as_json: AsJson = False,
) -> None:
    """Say what a workflow would have done with what happened lately; nothing is written."""
    from app import flows

    flows.dry_run(what, days=days, as_json=as_json)


@group.command("on")
def on(name: Name) -> None:
    """Switch a workflow on; what stood still goes on."""
    from app import flows

    flows.switch(name, "on")


@group.command("off")
def off(name: Name) -> None:
    """Let a workflow begin nothing more; what is under way goes on to its end."""
    from app import flows

    flows.switch(name, "off")


@group.command("pause")
def pause(name: Name) -> None:
    """Let a workflow begin nothing, and what is under way stand still."""
    from app import flows

    flows.switch(name, "paused")


@group.command("retire")
def retire(name: Name) -> None:
    """Put a workflow away, and cancel what is under way."""
    from app import flows

    flows.switch(name, "retired")


@group.command("runs")
def runs(
    name: Annotated[str, typer.Argument(help="Of which workflow; all, where left out.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 30,
    as_json: AsJson = False,
) -> None:
    """List runs, the latest first."""
    from app import flows

    flows.runs(name or None, limit=limit, as_json=as_json)


@group.command("run")
def run(number: Number, as_json: AsJson = False) -> None:
    """Show one run, step by step."""
    from app import flows

    flows.run(number, as_json=as_json)


@group.command("retry")
def retry(number: Number) -> None:
    """Let a failed run try its step again."""
    from app import flows

    flows.move(number, again=True)


@group.command("cancel")
def cancel(number: Number) -> None:
    """End a run; what it did stays."""
    from app import flows

    flows.move(number, again=False)


@group.command("tasks")
def tasks(as_json: AsJson = False) -> None:
    """List what people are to do, and what they are asked."""
    from app import flows

    flows.tasks(as_json=as_json)


@group.command("answer")
def answer(
    number: Annotated[int, typer.Argument(help="The task's number.")],
    yes: Annotated[bool, typer.Option("--yes/--no", help="The answer to a question.")] = True,
) -> None:
    """Answer a question, or take a task off the list."""
    from app import flows

    flows.answer(number, yes=yes)


@group.command("secret")
def secret() -> None:
    """Print the secret by which programs prove that a webhook is the shop's."""
    from app import flows

    flows.secret()
