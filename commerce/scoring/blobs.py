"""Where the bytes of scores lie: a folder here; a database or an object store by setting."""

import os
import tempfile
from pathlib import Path
from typing import Protocol


class Blobs(Protocol):
    """Named bytes. Names are paths with `/`, made of letters, digits, `-`, `_` and `.` only."""

    def get(self, key: str) -> bytes | None:
        """Return what lies under a name; `None` for nothing."""
        ...

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a name, in place of what was there, whole or not at all."""
        ...

    def put_new(self, key: str, data: bytes) -> bool:
        """Keep bytes under a name nobody has; tell whether it was free."""
        ...

    def names(self, folder: str) -> list[str]:
        """Return the last parts of the names directly in a folder, sorted."""
        ...


class FileBlobs:
    """Bytes as files under one folder."""

    def __init__(self, root: Path) -> None:
        """Keep them under `root`, which is made when first needed."""
        self._root = root

    def get(self, key: str) -> bytes | None:
        """Return what lies under a name."""
        try:
            return (self._root / key).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a name."""
        self._aside(key, data).replace(self._root / key)

    def put_new(self, key: str, data: bytes) -> bool:
        """Keep bytes under a name nobody has."""
        aside = self._aside(key, data)
        try:
            os.link(aside, self._root / key)
        except FileExistsError:
            return False
        finally:
            aside.unlink()
        return True

    def names(self, folder: str) -> list[str]:
        """Return the names in a folder."""
        place = self._root / folder
        if not place.is_dir():
            return []
        return sorted(one.name for one in place.iterdir() if not one.name.startswith("."))

    def _aside(self, key: str, data: bytes) -> Path:
        place = self._root / key
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".", delete=False) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        return Path(file.name)
