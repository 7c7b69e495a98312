"""What tools say and show, over a real shop."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def database_url(sqlite_template: Path, tmp_path: Path) -> str:
    """SQLite alone: the SQL beneath is tried on both in tests/commerce, every tool in tests/safety.

    A file here whose figures no test of tests/commerce has imports the fixture for both.
    """
    path = tmp_path / "shop.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"
