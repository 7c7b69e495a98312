"""Taking a backup while the shop goes on: one moment of it, whole."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine

from app.backup.archive import File, Manifest, Table, Writer, entry_of, file_entry_of
from app.backup.rows import columns_of, lines_of
from commerce.db import newest_version, version_of
from commerce.db.tables import Base
from commerce.errors import Refused

Progress = Callable[[str], None]

_NOT_KEPT = ("cache", "workers")
"""What of the home can be made again."""
_DATABASES = ("shop.db", "runs.db")
"""Rows go table by table. Runs that wait are not needed: an approval carries what it is for."""


def take(
    engine: Engine,
    home: Path,
    file: Path,
    now: datetime,
    progress: Progress = lambda _: None,
) -> Manifest:
    """Write the whole shop into one file, readable by its owner alone.

    The rows are those of one moment, whatever is written meanwhile. Files are as they lie.

    Raises:
        Refused: The database is not at the newest schema.
    """
    if version_of(engine) != newest_version():
        raise Refused("error-backup-old-schema")
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    try:
        with (
            os.fdopen(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as out,
            closing(Writer(out)) as writer,
        ):
            with _one_moment(engine, file.parent) as connection:
                tables = tuple(_tables(writer, connection, progress))
            files = tuple(_files(writer, home, {file.resolve(), part.resolve()}, progress))
            manifest = Manifest(
                product=version("superecom-assistant"),
                revision=newest_version(),
                database=engine.dialect.name,
                taken_at=now.isoformat(timespec="seconds"),
                tables=tables,
                files=files,
            )
            writer.finish(manifest)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _tables(writer: Writer, connection: Connection, progress: Progress) -> Iterator[Table]:
    for table in Base.metadata.sorted_tables:
        progress(table.name)
        rows, sha256 = writer.lines(entry_of(table.name), lines_of(connection, table))
        yield Table(name=table.name, columns=columns_of(table), rows=rows, sha256=sha256)


def _files(writer: Writer, home: Path, but: set[Path], progress: Progress) -> Iterator[File]:
    for path in sorted(home.rglob("*")):
        below = path.relative_to(home)
        if path.is_symlink() or not path.is_file() or path.resolve() in but:
            continue
        if below.parts[0] in _NOT_KEPT or below.parts[0].startswith(_DATABASES):
            continue
        progress(below.as_posix())
        size, sha256 = writer.file(file_entry_of(below.as_posix()), path)
        yield File(path=below.as_posix(), bytes=size, sha256=sha256)


@contextmanager
def _one_moment(engine: Engine, beside: Path) -> Iterator[Connection]:
    """Open the database as it is at one moment, while others go on writing."""
    if engine.dialect.name != "sqlite":
        # The snapshot of the first statement holds for the whole transaction.
        level = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with engine.connect().execution_options(**level) as connection:
            yield connection
        return
    source = engine.url.database
    assert source is not None
    with tempfile.TemporaryDirectory(dir=beside, prefix=".superecom-backup-") as folder:
        copy = Path(folder) / "shop.db"
        _copy(source, copy)
        still = create_engine(f"sqlite:///{copy}")
        try:
            with still.connect() as connection:
                yield connection
        finally:
            still.dispose()


def _copy(source: str, copy: Path) -> None:
    """Copy a SQLite database that is in use, by its online backup."""
    original, target = sqlite3.connect(source), sqlite3.connect(copy)
    try:
        original.backup(target)
    finally:
        target.close()
        original.close()
