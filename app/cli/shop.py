"""`superecom shop`, `person`, `link`: a shop of one's own and who may sign in."""

from typing import Annotated

import typer

from app.cli.ask import Language


def shop(
    name: Annotated[str, typer.Argument(help="What the shop is called.")],
    currency: Annotated[str, typer.Option(help="ISO 4217 code.")] = "INR",
    zone: Annotated[str, typer.Option(help="Time zone, an IANA name.")] = "Asia/Kolkata",
) -> None:
    """Found an empty shop, to import files into."""
    from app import staff

    staff.found(name, currency=currency, zone=zone)


def person(
    name: Annotated[str, typer.Argument(help="Their name.")],
    role: Annotated[
        str,
        typer.Option(help="Owner, Admin, Manager, Operator, NdrAgent or Viewer."),
    ],
    email: Annotated[str, typer.Option(help="Their e-mail, to sign in with.")],
    language: Language = "",
    password: Annotated[
        bool, typer.Option("--password", help="Ask for a password now; else they use links.")
    ] = False,
) -> None:
    """Let someone in: they can then sign in to the web chat."""
    from app import staff

    chosen = typer.prompt("Password", hide_input=True, confirmation_prompt=True) if password else ""
    staff.add(name, role=role, email=email, language=language, password=chosen)


def link(
    email: Annotated[str, typer.Argument(help="Whose link to make.")],
) -> None:
    """Print a link that signs someone in to the web chat once, within 15 minutes."""
    from app import staff

    staff.print_link(email)
