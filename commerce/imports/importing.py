"""The way of a file into the shop, the same for every kind."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from commerce import records
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import ImportRow
from commerce.errors import BadFile
from commerce.imports import queries, reader, sheet, shiprocket, shopify
from commerce.imports.ndr import NdrReports
from commerce.imports.notes import Notes
from commerce.imports.orders import Orders
from commerce.imports.reader import Source
from commerce.imports.reading import Read, Taker
from commerce.imports.refused import RefusedFile
from commerce.imports.sheet import Format, Reading, Row, Sheet
from commerce.imports.types import (
    Counts,
    ImportOutcome,
    Kind,
    Refusal,
    RowRefused,
    Totals,
    Verdict,
)
from commerce.money import Money

C = TypeVar("C")

FORMATS: tuple[Format[Any], ...] = (shopify.FORMAT, shiprocket.FORMAT)
"""Every kind of file that can be read in; the first whose required columns are there is taken."""

_NEEDS = {"orders": Permission.ORDERS_WRITE, "ndr": Permission.NDR_ACT}
_BATCH = 500
_FIRST_REFUSALS = 20

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class _Tally:
    """What became of everything so far."""

    records: dict[Verdict, int] = field(default_factory=lambda: dict.fromkeys(Verdict, 0))
    rows: dict[Verdict, int] = field(default_factory=lambda: dict.fromkeys(Verdict, 0))
    minor: int = 0
    first_day: date | None = None
    last_day: date | None = None
    refusals: list[Refusal] = field(default_factory=list)

    def count(self, verdict: Verdict, rows: int) -> None:
        self.records[verdict] += 1
        self.rows[verdict] += rows

    def total(self, money: Money, day: date) -> None:
        self.minor += money.minor
        self.first_day = min(self.first_day or day, day)
        self.last_day = max(self.last_day or day, day)

    def refuse(self, refusal: Refusal) -> None:
        """Keep the first refusals by their place in the file."""
        self.refusals.append(refusal)
        self.refusals.sort(key=lambda one: one.line)
        del self.refusals[_FIRST_REFUSALS:]


@dataclass(slots=True, kw_only=True)
class _Run(Generic[C]):
    """One import under way."""

    ctx: Context
    sheet: Sheet[C]
    taker: Taker[C]
    refused: RefusedFile
    progress: Progress
    tally: _Tally = field(default_factory=_Tally)
    _batch: list[tuple[tuple[Row, ...], Read[C]]] = field(default_factory=list)
    _keys: set[str] = field(default_factory=set)

    def go(self) -> None:
        """Read the file to its end."""
        for rows in self.sheet.groups():
            try:
                content = self.sheet.format.read(rows)
            except RowRefused as refused:
                self._refuse(rows, refused)
                continue
            key = self.taker.key(content)
            if len(self._batch) >= _BATCH or key in self._keys:
                self._settle()
            if key is not None:
                self._keys.add(key)
            self._batch.append((rows, Read(line=rows[0].line, content=content)))
        self._settle()
        self.progress(self.sheet.source.size, self.sheet.source.size)

    def _settle(self) -> None:
        if not self._batch:
            return
        verdicts = self.taker.take([read for _, read in self._batch])
        for (rows, read), verdict in zip(self._batch, verdicts, strict=True):
            if isinstance(verdict, RowRefused):
                self._refuse(rows, verdict)
                continue
            self.tally.count(verdict, len(rows))
            self.tally.total(self.taker.money(read.content), self.taker.day(read.content))
        self.progress(self._batch[-1][0][-1].raw.bytes_read, self.sheet.source.size)
        self.ctx.session.flush()
        self._batch.clear()
        self._keys.clear()

    def _refuse(self, rows: tuple[Row, ...], refused: RowRefused) -> None:
        reason = refused.in_language(self.ctx.language)
        subject = rows[0].text(self.sheet.format.subject)
        self.tally.count(Verdict.REFUSED, len(rows))
        self.tally.refuse(Refusal(line=rows[0].line, subject=subject[:80], reason=reason))
        self.refused.add(rows, reason)


def run(
    ctx: Context,
    kind: Kind,
    path: Path,
    *,
    dry_run: bool = False,
    refused_file: Path | None = None,
    day_first: bool | None = None,
    progress: Progress | None = None,
) -> ImportOutcome:
    """Read a file into the actor's shop, in the caller's transaction.

    What differs from the shop is added or changed, what does not is left alone, and what cannot
    be understood is refused row by row: the same file twice changes nothing. Either all of it
    stands when this returns, or none of it when it raises; the caller commits. Rows are written
    in bulk, past those the caller's session has loaded.

    Args:
        ctx: Who asks, and for which shop. Their language is that of every reason and warning.
        kind: What the file holds.
        path: The file, a CSV of any usual encoding and delimiter.
        dry_run: Tell what would happen and write nothing, neither rows nor `refused_file`.
        refused_file: Where refused rows go, with their line and reason, to be put right and read
            in again; may be `path` itself. `None` keeps them nowhere but in the outcome.
        day_first: How `03/04/2026` is meant in this file; `None` refuses such cells.
        progress: Called now and then with the bytes read and the size of the file.

    Raises:
        NotAllowed: Orders need `orders:write`, NDR reports `ndr:act`.
        BadFile: It is not a file of this kind; says what is missing and what would work.
    """
    ctx.require(_NEEDS[kind])
    source = reader.inspect(path)
    headers = sheet.headers_of(source)
    chosen = _format(kind, headers, path)
    notes = Notes()
    if source.encoding == "cp1252":
        notes.add("imports-note-cp1252", 1)
    reading = Reading(zone=ctx.zone, currency=ctx.currency, day_first=day_first, notes=notes)
    opened = Sheet(source, chosen, headers, reading)
    seen = queries.seen_at(ctx, source.sha256)
    with (
        _all_or_nothing(ctx, dry_run=dry_run),
        RefusedFile(None if dry_run else refused_file, headers) as refused,
    ):
        under_way = _Run(
            ctx=ctx,
            sheet=opened,
            taker=_taker(kind, ctx, notes, path.name),
            refused=refused,
            progress=progress or _say_nothing,
        )
        under_way.go()
        _record(ctx, kind, source, under_way.tally)
    tally = under_way.tally
    totals = Totals(
        records=sum(tally.records.values()) - tally.records[Verdict.REFUSED],
        amount=Money(tally.minor, ctx.currency),
        first_day=tally.first_day,
        last_day=tally.last_day,
    )
    return ImportOutcome(
        kind=kind,
        file_name=path.name,
        dry_run=dry_run,
        records=_counts(tally.records),
        rows=_counts(tally.rows),
        totals=totals,
        summary=_summary(ctx, kind, totals),
        warnings=notes.say(ctx),
        refusals=tuple(tally.refusals),
        refused_file=refused.written,
        seen_before_at=seen,
    )


def detect(path: Path) -> Kind | None:
    """Return what a file holds by its headers; `None` where it is none of the kinds we read."""
    headers = sheet.headers_of(reader.inspect(path))
    return next((known.kind for known in FORMATS if not known.missing(headers)), None)


def _format(kind: Kind, headers: tuple[str, ...], path: Path) -> Format[Any]:
    """Return the format a file is in.

    Raises:
        BadFile: It lacks columns that its kind needs; says which, and what it looks like instead.
    """
    candidates = [known for known in FORMATS if known.kind == kind]
    for known in candidates:
        if not known.missing(headers):
            return known
    nearest = min(candidates, key=lambda known: len(known.missing(headers)))
    missing = ", ".join(nearest.missing(headers))
    other = next((known for known in FORMATS if not known.missing(headers)), None)
    if other is not None:
        raise BadFile("error-imports-other-kind", name=path.name, kind=kind, other=other.kind)
    raise BadFile("error-imports-columns", name=path.name, kind=kind, missing=missing)


def _taker(kind: Kind, ctx: Context, notes: Notes, name: str) -> Taker[Any]:
    return Orders(ctx, notes, name) if kind == "orders" else NdrReports(ctx, notes, name)


@contextmanager
def _all_or_nothing(ctx: Context, *, dry_run: bool) -> Iterator[None]:
    """Let all of an import stand, or none of it; of a dry run, none.

    A dry run takes the same steps and takes them back, so that it cannot tell anything else than
    the import would do.
    """
    queries.hold_shop(ctx)
    savepoint = ctx.session.begin_nested()
    try:
        yield
        ctx.session.flush()
    except BaseException:
        savepoint.rollback()
        raise
    if dry_run:
        savepoint.rollback()
    else:
        savepoint.commit()


def _record(ctx: Context, kind: Kind, source: Source, tally: _Tally) -> None:
    """Write down which file was read in by whom, and what it did."""
    counts = {verdict.value: tally.records[verdict] for verdict in Verdict}
    name = source.path.name[:255]
    ctx.session.add(
        ImportRow(
            shop_id=ctx.actor.shop_id, kind=kind, file_name=name, file_hash=source.sha256,
            at=ctx.now, **counts,
        )
    )  # fmt: skip
    change = Change(subject_kind="import", subject=name, before={}, after=counts)
    records.audit(ctx, f"import_{kind}_file", change)
    records.happened(ctx, "import.finished", name, holds=kind, **counts)


def _summary(ctx: Context, kind: Kind, totals: Totals) -> str:
    if totals.records == 0:
        return ctx.say(f"imports-summary-{kind}-none")
    return ctx.say(
        f"imports-summary-{kind}",
        count=totals.records,
        amount=totals.amount,
        first=totals.first_day,
        last=totals.last_day,
    )


def _counts(by_verdict: dict[Verdict, int]) -> Counts:
    return Counts(**{verdict.value: count for verdict, count in by_verdict.items()})


def _say_nothing(_done: int, _size: int) -> None:
    pass
