"""`superecom serve` and `superecom worker`."""

import asyncio
from typing import Annotated

import typer


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "",
    port: Annotated[int, typer.Option(help="Port; 0 takes a free one.", min=-1)] = -1,
) -> None:
    """Serve the web chat, and do the background work."""
    from app.server import quick_loop
    from app.server import serve as run
    from app.settings import Settings

    settings = Settings()
    if host:
        settings = settings.model_copy(update={"host": host})
    if port >= 0:
        settings = settings.model_copy(update={"port": port})
    try:
        with asyncio.Runner(loop_factory=quick_loop()) as runner:
            runner.run(run(settings))
    except OSError as error:
        typer.secho(
            f"Cannot listen on {settings.host}:{settings.port} ({error.strerror or error}). "
            "Is it running already? Try another: superecom serve --port 8010",
            fg="red",
            err=True,
        )
        raise typer.Exit(1) from error


def worker() -> None:
    """Do the background work alone: tell couriers, take up what was left."""
    from app.server import quick_loop, work_alone
    from app.settings import Settings

    with asyncio.Runner(loop_factory=quick_loop()) as runner:
        runner.run(work_alone(Settings()))
