"""Figures in a page of the docs: between marks, so that each can be measured anew by itself."""

from pathlib import Path


def write_into(page: Path, name: str, table: str) -> None:
    """Put a table between the marks that a page has for it.

    Raises:
        ValueError: The page has no such marks.
    """
    begin, end = marks(name)
    before, found, rest = page.read_text(encoding="utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"{page} has no place for figures of {name}.")
    page.write_text(f"{before}{begin}\n{table}\n{end}{after}", encoding="utf-8")


def marks(name: str) -> tuple[str, str]:
    """Return the lines between which figures stand in a page."""
    return f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
