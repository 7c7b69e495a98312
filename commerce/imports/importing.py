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
from commerce.db.tables import ImportRunRow
from commerce.errors import Refused
from commerce.imports import opening, queries, reader, rules
from commerce.imports.notes import Notes
from commerce.imports.opening import FORMATS, Opened
from commerce.imports.reading import Added, Read, Taker
from commerce.imports.refused import RefusedFile
from commerce.imports.sheet import Format, Head, Row, Sheet
from commerce.imports.takers.catalogue import Prices, Products, Reviews
from commerce.imports.takers.ndr import NdrReports
from commerce.imports.takers.orders import Orders
from commerce.imports.takers.stock import Stock
from commerce.imports.takers.tracking import Tracking
from commerce.imports.types import (
    Counts,
    ImportOutcome,
    Kind,
    Options,
    ReasonCount,
    Refusal,
    RowRefused,
    Totals,
    Verdict,
)
from commerce.money import Money

C = TypeVar("C")

NEEDS: dict[Kind, Permission] = {
    "orders": Permission.ORDERS_WRITE,
    "ndr": Permission.NDR_ACT,
    "tracking": Permission.ORDERS_WRITE,
    "stock": Permission.STOCK_WRITE,
    "products": Permission.PRICES_WRITE,
    "prices": Permission.PRICES_WRITE,
    "reviews": Permission.ORDERS_WRITE,
}
"""What reading a kind of file in takes; product masters and price lists set prices."""

_BATCH = 500
_FIRST_REFUSALS = 20
_MOST_REASONS = 50

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
    reasons: dict[str, ReasonCount] = field(default_factory=dict)
    """Key of the sentence → how often, and the first of it."""
    parsed: int = 0
    """Records past the sample that could be read, and were not tried against the shop."""

    def count(self, verdict: Verdict, rows: int) -> None:
        self.records[verdict] += 1
        self.rows[verdict] += rows

    def total(self, money: Money, day: date) -> None:
        self.minor += money.minor
        self.first_day = min(self.first_day or day, day)
        self.last_day = max(self.last_day or day, day)

    def refuse(self, refusal: Refusal, key: str) -> None:
        """Keep the first refusals by their place in the file, and how many share a reason."""
        known = self.reasons.get(key)
        if known is not None or len(self.reasons) < _MOST_REASONS:
            first = refusal.line if known is None else min(refusal.line, known.first_line)
            self.reasons[key] = ReasonCount(
                count=(known.count if known else 0) + 1, first_line=first,
                reason=refusal.reason if known is None or first < known.first_line
                else known.reason,
            )  # fmt: skip
        self.refusals.append(refusal)
        self.refusals.sort(key=lambda one: one.line)
        del self.refusals[_FIRST_REFUSALS:]


@dataclass(slots=True, kw_only=True)
class Reading(Generic[C]):
    """One file on its way into the shop."""

    ctx: Context
    sheet: Sheet[C]
    taker: Taker[C]
    refused: RefusedFile
    progress: Progress
    sample: int | None = None
    """Rows to try against the shop; what follows is only read. `None` tries all."""
    tally: _Tally = field(default_factory=_Tally)
    _batch: list[tuple[tuple[Row, ...], Read[C]]] = field(default_factory=list)
    _keys: set[str] = field(default_factory=set)
    _rows: int = 0

    def go(self) -> None:
        """Read the file to its end."""
        for rows in self.sheet.groups():
            try:
                for row in rows:
                    if row.problem is not None:
                        raise row.problem
                content = self.sheet.format.read(rows)
            except RowRefused as refused:
                self._refuse(rows, refused)
                continue
            self._rows += len(rows)
            if self.sample is not None and self._rows > self.sample:
                self.tally.parsed += 1
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
        self.tally.refuse(
            Refusal(line=rows[0].line, subject=subject[:80], reason=reason), refused.key
        )
        self.refused.add(rows, reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[C]):
    """What came of a file, before it is told."""

    outcome: ImportOutcome
    reading: Reading[C]
    run: ImportRunRow | None


def read_in(
    ctx: Context,
    path: Path,
    options: Options | None = None,
    *,
    dry_run: bool = False,
    refused_file: Path | None = None,
    progress: Progress | None = None,
) -> ImportOutcome:
    """Read a file into the actor's shop, in the caller's transaction.

    What differs from the shop is added or changed, what does not is left alone, and what cannot
    be understood is refused row by row: the same file twice changes nothing. Either all of it
    stands when this returns, or none of it when it raises; the caller commits. Rows are written
    in bulk, past those the caller's session has loaded.

    Args:
        ctx: Who asks, and for which shop. Their language is that of every reason and warning.
        path: The file: text of any usual encoding and delimiter, or an Excel workbook.
        options: How it is to be read; what is left out, the file tells.
        dry_run: Tell what would happen and write nothing, neither rows nor `refused_file`.
        refused_file: Where refused rows go, with their line and reason, to be put right and read
            in again; may be `path` itself. `None` keeps them nowhere but in the outcome.
        progress: Called now and then with the bytes read and the size of the file.

    Raises:
        NotAllowed: The kind of file takes a right that the actor lacks (`NEEDS`).
        BadFile: It is not a file of this kind, or something has to be said of it first; the
            message says what is missing and which flag would do.
        NotFound: No such saved mapping.
    """
    options = options or Options()
    if options.kind is not None:
        ctx.require(NEEDS[options.kind])
    opened = opening.open_file(ctx, path, options)
    return take_in(
        ctx, opened, dry_run=dry_run, refused_file=refused_file, progress=progress
    ).outcome


def take_in(
    ctx: Context,
    opened: Opened,
    *,
    dry_run: bool,
    refused_file: Path | None = None,
    progress: Progress | None = None,
    only_ok: bool = True,
    sample: int | None = None,
    file_id: str | None = None,
) -> Done[Any]:
    """Read an opened file in; what `read_in` does once it knows how to read it.

    Args:
        ctx: Who asks.
        opened: The file.
        dry_run: Write nothing.
        refused_file: Where refused rows go.
        progress: Called now and then with the bytes read and the size of the file.
        only_ok: Whether the good rows go in where others are refused.
        sample: Rows to try, of a dry run.
        file_id: The stored file it is.

    Raises:
        NotAllowed: The actor lacks the right.
        BadFile: Something has to be said of it first.
        Refused: Rows are refused, and `only_ok` is off: nothing went in.
    """
    chosen = opening.refuse_unready(ctx, opened)
    ctx.require(NEEDS[chosen.kind])
    sheet, _found = opening.reading_of(ctx, opened)
    notes = sheet.reading.notes
    source = opened.source
    seen = queries.seen_at(ctx, source.sha256)
    name = opened.name
    added = Added()
    stale = seen is not None and not opened.options.again
    if stale and chosen.kind in ("stock", "prices"):
        notes.add("imports-note-stale", opened.header_line)
    run = None
    with (
        _all_or_nothing(ctx, dry_run=dry_run),
        RefusedFile(None if dry_run else refused_file, opened.headers) as refused,
    ):
        under_way = Reading(
            ctx=ctx,
            sheet=sheet,
            taker=_taker(chosen, ctx, notes, name, added, stale=stale),
            refused=refused,
            progress=progress or _say_nothing,
            sample=sample,
        )
        before = queries.pieces(ctx) if chosen.kind == "stock" else 0
        under_way.go()
        pieces = (before, queries.pieces(ctx)) if chosen.kind == "stock" else None
        bad = under_way.tally.records[Verdict.REFUSED]
        if bad and not only_ok and not dry_run:
            raise Refused("error-imports-some-refused", count=bad)
        if not dry_run:
            run = _record(ctx, opened, chosen, under_way.tally, added, file_id)
    tally = under_way.tally
    totals = Totals(
        records=sum(tally.records.values()) - tally.records[Verdict.REFUSED],
        amount=Money(tally.minor, ctx.currency),
        first_day=tally.first_day,
        last_day=tally.last_day,
    )
    outcome = ImportOutcome(
        kind=chosen.kind,
        format=chosen.name,
        file_name=name,
        dry_run=dry_run,
        records=_counts(tally.records),
        rows=_counts(tally.rows),
        totals=totals,
        summary=_summary(ctx, chosen.kind, totals),
        warnings=notes.say(ctx),
        refusals=tuple(tally.refusals),
        refused_file=refused.written,
        seen_before_at=seen,
        run_id=None if run is None else run.id,
        undo=None if run is None else rules.undo_terms(ctx, run),
        pieces=pieces,
    )
    return Done(outcome=outcome, reading=under_way, run=run)


def detect(path: Path) -> Kind | None:
    """Return what a file holds by its headers; `None` where it is nothing we read, or several."""
    source = reader.inspect(path)
    head = Head.of(source)
    fitting = [known for known in FORMATS if head.header_of(known) is not None]
    makers = [known.kind for known in fitting if known.name != "columns"]
    if makers:
        return makers[0]
    kinds = {known.kind for known in fitting}
    return kinds.pop() if len(kinds) == 1 else None


def _taker(
    chosen: Format[Any], ctx: Context, notes: Notes, name: str, added: Added, *, stale: bool
) -> Taker[Any]:
    match chosen.kind:
        case "orders":
            return Orders(ctx, notes, name, added)
        case "ndr":
            return NdrReports(ctx, notes, name)
        case "tracking":
            return Tracking(ctx, notes, name)
        case "stock":
            return Stock(ctx, notes, name, stale)
        case "products":
            return Products(ctx, notes, name)
        case "prices":
            return Prices(ctx, notes, name, added, stale)
        case "reviews":
            return Reviews(ctx, notes, name, added)


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


def _record(
    ctx: Context, opened: Opened, chosen: Format[Any], tally: _Tally, added: Added,
    file_id: str | None,
) -> ImportRunRow:  # fmt: skip
    """Write down which file was read in by whom, how, and what it did."""
    counts = {verdict.value: tally.records[verdict] for verdict in Verdict}
    name = opened.name[:255]
    options = opened.options
    row = ImportRunRow(
        shop_id=ctx.actor.shop_id, person_id=ctx.actor.person_id, kind=chosen.kind,
        format=chosen.name, file_name=name, file_hash=opened.source.sha256, file_id=file_id,
        result_file_id=None,
        options={
            "dates": None if options.day_first is None else "dmy" if options.day_first else "mdy",
            "columns": opened.columns, "fixed": dict(options.fixed), "mapping": options.mapping,
        },
        rows_added=added.spans, at=ctx.now, undone_at=None, **counts,
    )  # fmt: skip
    ctx.session.add(row)
    ctx.session.flush()
    change = Change(subject_kind="import", subject=name, before={}, after=counts)
    records.audit(ctx, f"import_{chosen.kind}_file", change)
    records.happened(ctx, "import.finished", name, holds=chosen.kind, **counts)
    return row


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
