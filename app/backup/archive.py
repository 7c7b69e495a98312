"""The file a backup is: a zip of the tables' rows, the files of the home folder, and a manifest.

`tables/<name>.jsonl` holds a row a line as a JSON list; the manifest says what its columns are, how
many rows there are, and the SHA-256 of every entry. It is written last and read first.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from commerce.errors import BadFile

MANIFEST = "manifest.json"
FORMAT = 1
"""Moves when an older program could not read the file any more."""
_PIECE = 1 << 20

Kind = Literal["plain", "moment", "day", "json", "bytes"]


class BackupUnreadable(BadFile):
    """The file is not a backup, or not all of one."""


_Plain = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,62}$")]
"""What tables and columns are called; it becomes part of statements when it is put back."""


class Column(BaseModel):
    """One column of a table."""

    model_config = ConfigDict(frozen=True)

    name: _Plain
    kind: Kind


class Table(BaseModel):
    """One table: its columns, and what its entry must hold."""

    model_config = ConfigDict(frozen=True)

    name: _Plain
    columns: tuple[Column, ...]
    rows: int
    sha256: str


class File(BaseModel):
    """One file of the home folder."""

    model_config = ConfigDict(frozen=True)

    path: str
    """Below the home folder, with forward slashes."""
    bytes: int
    sha256: str


class Manifest(BaseModel):
    """What a backup is of."""

    model_config = ConfigDict(frozen=True)

    format: int = FORMAT
    product: str
    """The program's version."""
    revision: str
    """The version of the schema."""
    database: str
    """`sqlite` or `postgresql`: where it was taken."""
    taken_at: str
    tables: tuple[Table, ...]
    """In an order in which they can be filled: what is pointed at comes first."""
    files: tuple[File, ...] = ()

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(table.rows for table in self.tables)


def entry_of(table: str) -> str:
    """Return the name of a table's entry."""
    return f"tables/{table}.jsonl"


def file_entry_of(path: str) -> str:
    """Return the name of a file's entry."""
    return f"files/{path}"


class Writer:
    """Writes a backup, an entry at a time, in constant memory."""

    def __init__(self, to: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=3)

    def lines(self, name: str, lines: Iterable[str]) -> tuple[int, str]:
        """Write lines of text; return how many there were, and their SHA-256."""
        counted, hashed = 0, hashlib.sha256()
        with self._zip.open(name, "w", force_zip64=True) as entry:
            for line in lines:
                written = f"{line}\n".encode()
                hashed.update(written)
                entry.write(written)
                counted += 1
        return counted, hashed.hexdigest()

    def file(self, name: str, path: Path) -> tuple[int, str]:
        """Write a file's bytes; return how many there were, and their SHA-256."""
        size, hashed = 0, hashlib.sha256()
        with self._zip.open(name, "w", force_zip64=True) as entry, path.open("rb") as source:
            while piece := source.read(_PIECE):
                hashed.update(piece)
                entry.write(piece)
                size += len(piece)
        return size, hashed.hexdigest()

    def finish(self, manifest: Manifest) -> None:
        """Write the manifest, which makes it whole."""
        self._zip.writestr(MANIFEST, manifest.model_dump_json(indent=1))

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()


class Reader:
    """Reads a backup that was checked from end to end first.

    Raises:
        BackupUnreadable: Cut off, changed, or no backup at all.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
            self.manifest = Manifest.model_validate_json(self._zip.read(MANIFEST))
        except (OSError, KeyError, zipfile.BadZipFile, ValidationError, ValueError) as error:
            raise BackupUnreadable("error-backup-unreadable", file=path.name) from error
        self._name = path.name
        if self.manifest.format > FORMAT:
            raise BackupUnreadable("error-backup-newer", file=path.name)

    def check(self) -> None:
        """Read everything once, and compare it with the manifest.

        Raises:
            BackupUnreadable: Something is missing or not what it was.
        """
        for table in self.manifest.tables:
            rows, sha256 = self._counted(entry_of(table.name), count=b"\n")
            if (rows, sha256) != (table.rows, table.sha256):
                raise BackupUnreadable("error-backup-damaged", file=self._name, part=table.name)
        for file in self.manifest.files:
            _safe(file.path, self._name)
            size, sha256 = self._counted(file_entry_of(file.path), count=None)
            if (size, sha256) != (file.bytes, file.sha256):
                raise BackupUnreadable("error-backup-damaged", file=self._name, part=file.path)

    def lines(self, table: Table) -> Iterator[str]:
        """Give the lines of a table."""
        with self._zip.open(entry_of(table.name)) as entry:
            yield from io.TextIOWrapper(entry, encoding="utf-8", newline="\n")

    def put(self, file: File, home: Path) -> None:
        """Write a file back below the home folder."""
        target = home / _safe(file.path, self._name)
        target.parent.mkdir(parents=True, exist_ok=True)
        with self._zip.open(file_entry_of(file.path)) as entry, target.open("wb") as out:
            while piece := entry.read(_PIECE):
                out.write(piece)

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def _counted(self, name: str, *, count: bytes | None) -> tuple[int, str]:
        """Return how many lines or bytes an entry has, and its SHA-256."""
        total, hashed = 0, hashlib.sha256()
        try:
            with self._zip.open(name) as entry:
                while piece := entry.read(_PIECE):
                    hashed.update(piece)
                    total += piece.count(count) if count else len(piece)
        except (KeyError, zipfile.BadZipFile, EOFError, OSError) as error:
            raise BackupUnreadable("error-backup-damaged", file=self._name, part=name) from error
        return total, hashed.hexdigest()


def _safe(path: str, name: str) -> PurePosixPath:
    """Return a path that stays below the folder it is put in."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or "\\" in path or not pure.parts:
        raise BackupUnreadable("error-backup-damaged", file=name, part=path)
    return pure
