"""`superecom templates`: the texts that WhatsApp approved, or that are registered for SMS."""

from pathlib import Path
from typing import Annotated

import typer

group = typer.Typer(
    help="Texts that WhatsApp approved, or that are registered with DLT for SMS.",
    no_args_is_help=True,
)


@group.command("list")
def show(
    channel: Annotated[str, typer.Option(help="Only of `whatsapp` or `sms`.")] = "",
) -> None:
    """List the shop's texts: what each says, what was decided about it, and what one costs."""
    from app import template_work
    from app.settings import Settings

    template_work.show(Settings(), channel)


@group.command("add")
def add(
    name: Annotated[str, typer.Argument(help="What it means, such as `delivery_failed`.")],
    vendor_id: Annotated[
        str,
        typer.Argument(help="Twilio's content (`HX…`), Meta's name, or the number of DLT."),
    ],
    body: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, help="File with the text, `{name}` in it."),
    ],
    language: Annotated[str, typer.Option(help="`en`, `hi` or `hi-Latn`.")] = "en",
    channel: Annotated[str, typer.Option(help="`whatsapp` or `sms`.")] = "whatsapp",
    category: Annotated[
        str, typer.Option(help="`utility`, `marketing` or `authentication`.")
    ] = "utility",
    cost: Annotated[float | None, typer.Option(help="What one costs, in the shop's money.")] = None,
) -> None:
    """Put a text in, or in the place of the one of its name and language.

    One for WhatsApp waits for `superecom templates sync`; one for SMS is registered already.
    """
    from app import template_work
    from app.settings import Settings

    text = body.read_text("utf-8").strip()
    template_work.add(
        Settings(), channel=channel, name=name, language=language, category=category, body=text,
        vendor_id=vendor_id, cost=cost,
    )  # fmt: skip


@group.command("sync")
def sync() -> None:
    """Ask WhatsApp's carrier what was decided about each text, and say what stands otherwise."""
    from app import template_work
    from app.settings import Settings

    template_work.sync(Settings())
