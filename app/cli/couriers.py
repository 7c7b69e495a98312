"""`superecom couriers`: what is connected, and asking where parcels are."""

import typer

group = typer.Typer(
    help="Couriers that are connected: how they stand, and asking them where parcels are.",
    no_args_is_help=True,
)


@group.command("status")
def status(
    as_json: bool = typer.Option(False, "--json", help="Print one JSON object."),
) -> None:
    """Tell what each courier can be asked, what it told last, and how many parcels are silent."""
    from app.settings import Settings
    from app.vendors import telling

    telling.status(Settings(), as_json=as_json)


@group.command("poll")
def poll() -> None:
    """Ask every connected courier about parcels that were silent, once around.

    The server does so by itself (`SUPERECOM_COURIER_POLL_MINUTES`). The exit code is 1 where a
    courier did not answer.
    """
    from app.settings import Settings
    from app.vendors import telling

    if not telling.poll(Settings()):
        raise typer.Exit(1)
