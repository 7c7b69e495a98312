"""What an import is asked for and what it tells."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Literal

from commerce.errors import CommerceError
from commerce.money import Money

Kind = Literal["orders", "ndr"]
"""What a file can hold."""


class RowRefused(CommerceError):
    """A row, or a record of several rows, cannot be taken in; the rest of the file can."""


class Verdict(StrEnum):
    """What became of one record."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many of something met each verdict."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0

    @property
    def read(self) -> int:
        """All of them."""
        return self.added + self.changed + self.unchanged + self.refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why one record was not taken in."""

    line: int
    """Where the record begins in the file; the header is line 1 in most files."""
    subject: str
    """The order number or AWB as the file has it; may be empty."""
    reason: str
    """A sentence in the language of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What the records that were not refused come to."""

    records: int
    amount: Money
    """Of orders, their totals; of undelivered parcels, what was to be collected at the door."""
    first_day: date | None
    """In the shop's zone; `None` where nothing was taken in."""
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOutcome:
    """What an import did or, as a dry run, would do."""

    kind: Kind
    file_name: str
    dry_run: bool
    records: Counts
    """Orders, or rows of an NDR report."""
    rows: Counts
    """Rows of the file, its header and blank rows not counted."""
    totals: Totals
    summary: str
    """`totals` as a sentence: "47 orders, ₹98,450, 12 Nov 2026 to 22 Nov 2026"."""
    warnings: tuple[str, ...]
    """What was assumed or left alone, each kind once, in the language of the answer."""
    refusals: tuple[Refusal, ...]
    """The first twenty, in the order of the file. All of them are in `refused_file`."""
    refused_file: Path | None
    """Where the refused rows are; `None` where there are none, none was asked for, or on a dry
    run."""
    seen_before_at: datetime | None
    """When the very same bytes were last read in; `None` if never. UTC."""
