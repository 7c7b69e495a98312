"""`superecom privacy`: what is held of a customer, and erasing who it was."""

from pathlib import Path
from typing import Annotated

import typer

group = typer.Typer(help="What is held of a customer; erasing who it was.", no_args_is_help=True)

_Customer = Annotated[
    str, typer.Argument(help="Name, phone number, e-mail address or order number.")
]


@group.command("show")
def show(customer: _Customer) -> None:
    """Tell how much is held of a customer."""
    from app.forgetting import show_held

    show_held(customer)


@group.command("export")
def export(
    customer: _Customer,
    out: Annotated[Path, typer.Argument(help="The JSON file to write; must not exist.")],
) -> None:
    """Write all that is held of a customer to a file, to be given to them."""
    from app.forgetting import write_held

    write_held(customer, out)


@group.command("erase")
def erase(
    customer: _Customer,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase who a customer is, at once and for good; orders and money stay, of nobody.

    In chat it is done a day later, and may be taken back until then. Backups keep what they hold.
    """
    from app.forgetting import erase_customer

    erase_customer(customer, sure=yes)
