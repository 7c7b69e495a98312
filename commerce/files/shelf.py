"""Where the bytes of files lie: one folder a shop, one unguessable name a file."""

import hashlib
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from commerce.errors import BadFile

_ID = re.compile(r"[A-Za-z0-9_-]{32}")
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Bytes:
    """What was written down of a file that is still coming in."""

    id: str
    path: Path
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A folder that holds the files of every shop."""

    root: Path
    most: int = 20 * 1024 * 1024
    """Bytes a file may have."""

    def path_of(self, shop_id: int, file_id: str) -> Path:
        """Return where a file lies. An id that is not one of ours never becomes a path."""
        if not _ID.fullmatch(file_id):
            raise ValueError(f"{file_id!r} is not the id of a file.")
        return self.root / str(int(shop_id)) / file_id

    @contextmanager
    def taking(self, shop_id: int, stream: BinaryIO) -> Iterator[Bytes]:
        """Write a stream down piece by piece; it is gone again if the block fails.

        Raises:
            BadFile: There are more bytes than allowed.
        """
        file_id = secrets.token_urlsafe(24)
        path = self.path_of(shop_id, file_id)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            size, digest = self._write(path, stream)
            yield Bytes(id=file_id, path=path, size=size, sha256=digest)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def _write(self, path: Path, stream: BinaryIO) -> tuple[int, str]:
        size, digest = 0, hashlib.sha256()
        with path.open("xb") as file:
            path.chmod(0o600)
            while piece := stream.read(_PIECE):
                size += len(piece)
                if size > self.most:
                    raise BadFile("error-file-too-big", megabytes=self.most // (1024 * 1024))
                digest.update(piece)
                file.write(piece)
        return size, digest.hexdigest()
