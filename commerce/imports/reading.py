"""What passes between a file and those who take it in."""

from collections.abc import Sequence
from dataclasses import dataclass
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
