"""`superecom people`: who is known on which messenger, and whether customers are asked first."""

from typing import Annotated

import typer

group = typer.Typer(
    no_args_is_help=True, help="Who is known on which messenger, and what customers are asked."
)

Email = Annotated[str, typer.Argument(help="Their e-mail, or their phone number in E.164.")]


@group.command("link")
def link(email: Email) -> None:
    """Print a code by which somebody of the shop is known on WhatsApp, Telegram or another."""
    from app import linking

    linking.print_code(email)


@group.command("linked")
def linked(email: Email) -> None:
    """List on which messengers somebody of the shop is known, and since when."""
    from app import linking

    linking.print_linked(email)


@group.command("unlink")
def unlink(
    email: Email,
    channel: Annotated[str, typer.Argument(help="whatsapp, sms, telegram or slack.")],
) -> None:
    """Have a messenger know somebody of the shop no more."""
    from app import linking

    linking.unlink(email, channel)


@group.command("ask")
def ask(
    kind: Annotated[
        str,
        typer.Argument(
            help="delivery (a parcel that did not arrive), confirm (a cash order before it "
            "leaves) or address (one that lacks something)."
        ),
    ] = "delivery",
    on: Annotated[bool, typer.Option("--on/--off", help="Have customers asked, or not.")] = True,
) -> None:
    """Have customers asked on the messengers that are connected, or no more."""
    from app import linking

    linking.switch_asking(kind, on=on)
