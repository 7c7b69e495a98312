"""What the demo shop is made of, as tables and word lists that anybody can edit."""

import csv
import tomllib
from importlib.resources import files
from typing import Any


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file beside this one."""
    with (files(__name__) / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def words(name: str) -> dict[str, Any]:
    """Return a TOML file beside this one."""
    return tomllib.loads((files(__name__) / name).read_text(encoding="utf-8"))
