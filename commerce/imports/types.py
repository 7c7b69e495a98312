"""What an import is asked for and what it tells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Literal

from commerce.errors import CommerceError
from commerce.money import Money

Kind = Literal["orders", "ndr", "tracking", "stock", "products", "prices", "reviews"]
"""What a file can hold."""

KINDS: tuple[Kind, ...] = (
    "orders", "ndr", "tracking", "stock", "products", "prices", "reviews",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a person wants a file read.

    What is left out, the file tells; what it cannot tell is asked (`Preview.questions`) or refused.
    """

    kind: Kind | None = None
    """What the file holds; `None` lets its headers tell."""
    format: str = ""
    """The name of one of `FORMATS`, to read it as that whatever its headers say."""
    day_first: bool | None = None
    """How `03/04/2026` is meant; `None` lets the rest of its column tell."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Our column → their header, where a person says so."""
    fixed: Mapping[str, str] = field(default_factory=dict)
    """Our column → what it says in every row: a stock list of one warehouse."""
    mapping: str = ""
    """The name of a saved mapping."""
    sheet: str | None = None
    """Of a workbook; `None` takes the first sheet that holds anything."""
    confirmed: bool = False
    """Guessed columns are right as they were shown."""
    again: bool = False
    """A list of stock or prices that was read in before is to be read in again."""


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
    format: str = ""
    """The name of the format it was read as."""
    run_id: int | None = None
    """By which the run is listed and taken back; `None` of a dry run."""
    result_file_id: str | None = None
    """The stored file of refused rows; `None` where there is none."""
    undo: "UndoTerms | None" = None
    """Whether it can be taken back; `None` of a dry run."""
    pieces: tuple[int, int] | None = None
    """Of a stock list: what lay on all shelves before and after it; `None` of any other file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoTerms:
    """Whether a run can be taken back."""

    possible: bool
    reason: str
    """Why not, or what would happen: a sentence in the language of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMatch:
    """Which of their columns is taken for which of ours."""

    column: str
    """Ours, by name."""
    label: str
    """Ours, as people read it."""
    header: str
    """Theirs; empty where a fixed value or nothing stands in."""
    confidence: float
    """1 where the header is one we know or a person said so; below, a guess from its name and what
    stands under it."""
    required: bool
    examples: tuple[str, ...] = ()
    """The first cells that say anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something a file does not tell."""

    about: Literal["kind", "columns", "dates", "again"]
    text: str
    """The question, in the language of the answer."""
    choices: tuple[tuple[str, str], ...] = ()
    """What to put into `Options`, and how a person reads it."""
    column: str = ""
    flag: str = ""
    """What to give on the command line."""
    required: bool = True
    """Whether nothing can be read in before it is answered; else its rows are refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonCount:
    """How many records were refused for one reason."""

    count: int
    reason: str
    """Of the first of them."""
    first_line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What reading a file in would do, told before."""

    kind: Kind | None
    """`None` where that has to be asked first."""
    format: str
    file_name: str
    mapping: str
    """The saved mapping that fits; empty where none does."""
    header_line: int
    sheet: str
    """Of a workbook; empty of text."""
    other_sheets: tuple[str, ...]
    matches: tuple[ColumnMatch, ...]
    """Our columns and where they were found, those required first."""
    unused: tuple[str, ...]
    """Their headers that nothing is read from."""
    questions: tuple[Question, ...]
    records: Counts
    rows: Counts
    is_sample: bool
    """The counts are of the first rows only: the whole is too long to try out."""
    total_rows: int
    first_rows: tuple[tuple[str, ...], ...]
    """The first few below the header, as they stand in the file."""
    headers: tuple[str, ...]
    reasons: tuple[ReasonCount, ...]
    """Why records would be refused, the most frequent first."""
    refusals: tuple[Refusal, ...]
    """The first twenty."""
    warnings: tuple[str, ...]
    summary: str
    seen_before_at: datetime | None
    pieces: tuple[int, int] | None = None
    """Of a stock list that was tried whole: what lies on all shelves before and after it."""

    @property
    def ready(self) -> bool:
        """Whether it can be read in as it is."""
        return not any(question.required for question in self.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One import that was done."""

    id: int
    kind: str
    format: str
    file_name: str
    by: str
    """Who asked; empty where that is not known."""
    at: datetime
    records: Counts
    file_id: str | None
    result_file_id: str | None
    undone_at: datetime | None
    undo: UndoTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedMapping:
    """A saved way to read files of one make."""

    name: str
    kind: Kind
    columns: Mapping[str, str]
    fixed: Mapping[str, str]
    day_first: bool | None
