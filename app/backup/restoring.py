"""Putting a backup back: into an empty place, or over what is there when told so."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, create_engine, func, inspect, select, text

from app.backup.archive import BackupUnreadable, Manifest, Reader, Table
from app.backup.rows import fill
from commerce.db import (
    known_versions,
    migrate_over,
    open_engine,
    rollback_over,
    triggers,
    version_of,
)
from commerce.db.tables import ShopRow
from commerce.errors import Refused

Progress = Callable[[str], None]


class TargetNotEmpty(Refused):
    """There is a shop where the backup would go."""


def restore(
    url: str,
    home: Path,
    file: Path,
    *,
    replace: bool = False,
    progress: Progress = lambda _: None,
) -> Manifest:
    """Make the shop what it was when a backup was taken.

    Everything is read and compared with the manifest before anything is written. The rows go in as
    one transaction (PostgreSQL) or as a new file that takes the old one's place (SQLite), so that a
    restore that fails changes nothing. No server may run on the shop meanwhile.

    Raises:
        BackupUnreadable: The file is damaged, or of a newer program.
        TargetNotEmpty: There is a shop, and `replace` was not given.
    """
    reader = Reader(file)
    try:
        manifest = reader.manifest
        if manifest.revision not in known_versions():
            raise BackupUnreadable("error-backup-newer", file=file.name)
        reader.check()
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not replace and _has_a_shop(url):
            raise TargetNotEmpty("error-backup-not-empty")
        if url.startswith("sqlite"):
            _fill_new_file(url, reader, progress)
        else:
            _fill_in_place(url, reader, progress)
        for kept in manifest.files:
            progress(kept.path)
            reader.put(kept, home)
        return manifest
    finally:
        reader.close()


def _has_a_shop(url: str) -> bool:
    engine = create_engine(url)
    try:
        if engine.dialect.name == "sqlite" and not Path(engine.url.database or "").exists():
            return False
        if version_of(engine) is None:
            return False
        with engine.connect() as connection:
            if not inspect(connection).has_table(ShopRow.__tablename__):
                return False
            return connection.scalar(select(func.count(ShopRow.id))) != 0
    finally:
        engine.dispose()


def _fill_new_file(url: str, reader: Reader, progress: Progress) -> None:
    path = Path(create_engine(url).url.database or "")
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.restoring")
    _forget(fresh)
    try:
        engine = open_engine(f"sqlite:///{fresh}")
        try:
            with engine.begin() as connection:
                _fill(connection, reader, progress)
            with engine.connect() as connection:
                connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        finally:
            engine.dispose()
        _forget(path)
        fresh.replace(path)
    finally:
        _forget(fresh)


def _forget(path: Path) -> None:
    """Remove a SQLite database with what lies beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def _fill_in_place(url: str, reader: Reader, progress: Progress) -> None:
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            if inspect(connection).has_table("alembic_version"):
                rollback_over(connection, "base")
            _fill(connection, reader, progress)
    finally:
        engine.dispose()


def _fill(connection: Connection, reader: Reader, progress: Progress) -> None:
    """Make the tables as they were, fill them, and bring them to today's schema."""
    migrate_over(connection, reader.manifest.revision)
    # What triggers would write is in the backup already.
    triggers.drop(connection)
    for table in reader.manifest.tables:
        progress(table.name)
        written = fill(connection, table, reader.lines(table))
        found = connection.scalar(text(f'SELECT count(*) FROM "{table.name}"'))
        if not written == found == table.rows:
            raise BackupUnreadable("error-backup-damaged", file="", part=table.name)
        if connection.dialect.name == "postgresql":
            _go_on_counting(connection, table)
    triggers.create(connection)
    migrate_over(connection, "head")


def _go_on_counting(connection: Connection, table: Table) -> None:
    """Let new rows be numbered after those that were put in."""
    if "id" not in {column.name for column in table.columns}:
        return
    sequence = connection.scalar(
        text("SELECT pg_get_serial_sequence(:table, 'id')"), {"table": table.name}
    )
    if sequence is not None:
        connection.execute(
            text(f'SELECT setval(:sequence, coalesce(max(id), 0) + 1, false) FROM "{table.name}"'),
            {"sequence": sequence},
        )
