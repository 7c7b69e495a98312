"""`superecom deliveries`: what is on its way to people on messengers, and what was given up."""

from typing import Annotated

import typer

group = typer.Typer(
    help="What is on its way to people on messengers, and what was given up and why.",
    invoke_without_command=True,
)

_Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
_Limit = Annotated[int, typer.Option(min=1, max=1_000, help="Most lines of each kind.")]


@group.callback()
def whole(context: typer.Context) -> None:
    """Show what waits and what was given up, where nothing else is asked for."""
    if context.invoked_subcommand is None:
        show()


@group.command("list")
def show(limit: _Limit = 50, as_json: _Json = False) -> None:
    """Show what waits and what was given up, newest first, with the vendor's reason."""
    from app import delivering

    delivering.show(limit=limit, as_json=as_json)


@group.command("resend")
def resend(
    number: Annotated[int | None, typer.Argument(help="As the list has it.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Everything that was given up.")] = False,
) -> None:
    """Try again what was given up; messages the vendor has taken are not sent twice."""
    from app import delivering

    if (number is None) is not every:
        raise typer.BadParameter("Name a number of the list, or --all.")
    delivering.resend(number)
