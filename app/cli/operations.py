"""`superecom doctor`, `backup`, `restore`, `migrate`: keeping it running."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    ask_llm: Annotated[
        bool, typer.Option("--ask-llm", help="Ask the LLM's server for its list of models.")
    ] = False,
    ask_vendors: Annotated[
        bool, typer.Option("--ask-vendors", help="Log in at couriers and payment providers.")
    ] = False,
) -> None:
    """Look whether everything is as it must be, and say what would put it right.

    The exit code is 1 where something fails; warnings alone leave it 0.
    """
    from app import doctor as surgery
    from app.settings import Settings

    checks = asyncio.run(surgery.examine(Settings(), ask_llm=ask_llm, ask_vendors=ask_vendors))
    surgery.show(checks, as_json=as_json)
    if any(check.state is surgery.State.FAIL for check in checks):
        raise typer.Exit(1)


def backup(
    file: Annotated[Path, typer.Argument(dir_okay=False, help="The file to write.")],
) -> None:
    """Put the whole shop into one file: rows of one moment, and the files of SUPERECOM_HOME.

    The server may go on meanwhile. The file holds customers' names and numbers: keep it safe.
    """
    from app import keeping
    from app.settings import Settings

    keeping.back_up(Settings(), file)


def restore(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A backup.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of the shop that is there.")
    ] = False,
) -> None:
    """Put a backup back, on SQLite or PostgreSQL, whichever it came from. Stop the server first."""
    from app import keeping
    from app.settings import Settings

    keeping.put_back(Settings(), file, replace=replace)


def migrate(
    to: Annotated[
        str, typer.Option("--to", metavar="VERSION", help="A version such as 0003.")
    ] = "head",
    yes: Annotated[
        bool, typer.Option("--yes", help="Go back although what is newer is lost.")
    ] = False,
) -> None:
    """Bring the database to the newest schema, or to another version, forward or back."""
    from app import keeping
    from app.settings import Settings

    keeping.migrate_to(Settings(), to, yes=yes)
