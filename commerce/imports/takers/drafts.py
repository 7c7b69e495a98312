"""Rows of tables as they will be, changed in memory and written a batch at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commerce.context import Context
from commerce.imports import queries


@dataclass(slots=True)
class Draft:
    """A row of a table as it will be: `values` are all of a new one's, or the changed ones."""

    id: int | None
    values: dict[str, Any]
    stored: Any = None

    def __getitem__(self, name: str) -> Any:
        """Return a column as it will be."""
        if name in self.values:
            return self.values[name]
        return getattr(self.stored, name, None)

    def __setitem__(self, name: str, value: Any) -> None:
        """Change a column, if the value is another."""
        if self[name] != value or self.stored is None:
            self.values[name] = value


def write(ctx: Context, table: Any, rows: Sequence[tuple[Draft, dict[str, Any]]]) -> None:
    """Write rows: new ones with what they point at, known ones where they changed."""
    new = [(row, points_at) for row, points_at in rows if row.id is None]
    queries.change_many(ctx, table, {row.id: row.values for row, _ in rows if row.id is not None})
    ids = queries.add_with_ids(ctx, table, [{**row.values, **at} for row, at in new])
    for (row, _), row_id in zip(new, ids, strict=True):
        row.id = row_id
