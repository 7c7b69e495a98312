"""Backup, restore and migrations at the command line: what is done, and what is said of it."""

from pathlib import Path

from rich.console import Console

from app import backup
from app.settings import Settings
from app.wiring import utc_now
from commerce.db import known_versions, migrate, newest_version, open_engine, rollback, version_of
from commerce.errors import NotFound, Refused

_console = Console(highlight=False, soft_wrap=True)


def back_up(settings: Settings, file: Path) -> None:
    """Write the whole shop into a file.

    Raises:
        Refused: The database is not at the newest schema.
    """
    engine = open_engine(settings.database)
    try:
        with _console.status("") as status:
            taken = backup.take(
                engine, settings.home, file, utc_now(), lambda what: status.update(what)
            )
    finally:
        engine.dispose()
    size = file.stat().st_size / 1e6
    _console.print(
        f"{file}: {taken.rows:,} rows, {len(taken.files):,} files, {size:,.1f} MB. "
        "It holds customers' names and numbers: keep it safe.",
        markup=False,
    )


def put_back(settings: Settings, file: Path, *, replace: bool) -> None:
    """Make the shop what it was when a backup was taken.

    Raises:
        BackupUnreadable: The file is damaged.
        TargetNotEmpty: There is a shop.
    """
    with _console.status("Reading the backup") as status:
        restored = backup.restore(
            settings.database,
            settings.home,
            file,
            replace=replace,
            progress=lambda what: status.update(what),
        )
    _console.print(
        f"The shop is as it was at {restored.taken_at}: {restored.rows:,} rows, "
        f"{len(restored.files):,} files.",
        markup=False,
    )


def migrate_to(settings: Settings, to: str, *, yes: bool) -> None:
    """Bring the database to a version of the schema.

    Raises:
        NotFound: There is no such version.
        Refused: It would go back, and nobody said yes to what that loses.
    """
    known = known_versions()
    wanted = newest_version() if to == "head" else to
    if wanted not in known:
        raise NotFound("error-migration-unknown", version=to, known=", ".join(known))
    settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = open_engine(settings.database)
    try:
        now = version_of(engine)
        if now is not None and now > wanted:
            if not yes:
                raise Refused("error-migration-back", **{"from": now, "to": wanted})
            rollback(engine, wanted)
        elif now != wanted:
            migrate(engine, wanted)
    finally:
        engine.dispose()
    _console.print(f"The schema is at {wanted} (it was at {now or 'nothing'}).", markup=False)
