"""How files are understood: no SQL of its own, so one database is enough."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from commerce import imports
from commerce.imports import ImportOutcome, Options
from tests.builders import Shop

FILES = Path(__file__).parent.parent / "files"


@pytest.fixture
def database_url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "shop.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


Bring = Callable[..., ImportOutcome]


@pytest.fixture
def bring(shop: Shop, tmp_path: Path) -> Bring:
    """Reads one of our files in, or a text as a file."""

    def read(what: str, *, name: str = "file.csv", **options: object) -> ImportOutcome:
        path = FILES / what
        if "\n" in what:
            path = tmp_path / name
            path.write_text(what, encoding="utf-8")
        return imports.read_in(shop.context(), path, Options(**options))  # type: ignore[arg-type]

    return read
