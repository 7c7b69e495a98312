"""What passes between a file and those who take it in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Protocol, TypeVar

from commerce.imports.types import RowRefused, Verdict
from commerce.money import Money

C = TypeVar("C")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Generic[C]):
    """One record as read, and the line it begins on."""

    line: int
    content: C


@dataclass(slots=True)
class Added:
    """Which rows an import added, kept as spans of ids, so that it can be taken back."""

    spans: dict[str, list[list[int]]] = field(default_factory=dict)
    """Table → first and last id of each span."""

    def note(self, table: str, ids: Sequence[int]) -> None:
        """Note rows of a table."""
        spans = self.spans.setdefault(table, [])
        for row_id in sorted(ids):
            if spans and spans[-1][1] == row_id - 1:
                spans[-1][1] = row_id
            else:
                spans.append([row_id, row_id])


class Taker(Protocol[C]):
    """Compares records with what the shop has, and adds or changes what differs."""

    def key(self, content: C) -> str | None:
        """Return by what two records may not share a batch; `None` where they always may."""
        ...

    def money(self, content: C) -> Money:
        """Return what a record counts in the totals; asked after it was taken."""
        ...

    def day(self, content: C) -> date:
        """Return the day a record belongs to, in the shop's zone."""
        ...

    def take(self, batch: Sequence[Read[C]]) -> list[Verdict | RowRefused]:
        """Take a batch in, and say of each record what became of it."""
        ...
