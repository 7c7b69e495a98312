"""Files that people send: kept, tried out, read in, their refused rows given back."""

import hashlib
import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from commerce import files
from commerce.context import Context
from commerce.errors import BadFile
from commerce.files import FileKind, Shelf, StoredFile
from commerce.imports import opening, queries, reader
from commerce.imports.importing import NEEDS, Progress, take_in
from commerce.imports.opening import Opened
from commerce.imports.types import Counts, ImportOutcome, Kind, Options, Preview, SavedMapping

SAMPLE_ROWS = 5_000
"""Rows a preview tries against the shop. Of a longer file it reads all, and tries these: trying
means writing and taking back, during which nobody else can write."""

_RESULT_BYTES = 256 * 1024 * 1024
_FIRST_ROWS = 5
_SHEETS = (FileKind.CSV, FileKind.TSV, FileKind.TXT, FileKind.XLSX)


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedFile:
    """A file that was sent to be read in."""

    id: str
    """Unguessable; what `preview` and `run` are called with."""
    name: str
    size: int
    """Bytes."""
    kind: FileKind


def stage(ctx: Context, shelf: Shelf, stream: BinaryIO, *, name: str) -> StagedFile:
    """Keep a file that somebody sent, to be tried out and read in.

    What it is, its content tells. The shelf says how large it may be.

    Raises:
        NotAllowed: The actor may read in no kind of file.
        BadFile: It is empty, too large, or has no rows: neither text nor an Excel workbook.
    """
    _require_any(ctx)
    return staged(files.keep(ctx, shelf, stream, name=name))


def staged(file: StoredFile) -> StagedFile:
    """Return a file that is kept already, such as one dropped into the chat, as one to read in.

    Raises:
        BadFile: It has no rows: a picture, a PDF.
    """
    if file.kind not in _SHEETS:
        raise BadFile("error-imports-not-rows", name=file.name)
    return StagedFile(id=file.id, name=file.name, size=file.size, kind=file.kind)


def preview(ctx: Context, shelf: Shelf, file_id: str, options: Options | None = None) -> Preview:
    """Say what reading a staged file in would do, and what has to be said of it first.

    Writes nothing. While `Preview.ready` is false, nothing is counted.

    Raises:
        NotAllowed: The kind of file takes a right that the actor lacks.
        NotFound: No such file of the actor's, or no such saved mapping.
        BadFile: It is nothing we read, or something else than asked for.
    """
    _require_any(ctx)
    _file, opened = _open(ctx, shelf, file_id, options or Options())
    seen = queries.seen_at(ctx, opened.source.sha256)
    if opened.format is not None:
        ctx.require(NEEDS[opened.format.kind])
    readable = opened.format is not None and not opened.missing
    found = None
    if readable and not opened.needs_confirming:
        _sheet, found = opening.reading_of(ctx, opened)
    asked = opening.questions(ctx, opened, found, seen_before=seen is not None)
    rows = found.rows if found else 0
    nothing = Counts()
    workbook = opened.source.workbook
    done = None
    if found is not None and not any(one.required for one in asked):
        sample = SAMPLE_ROWS if rows > SAMPLE_ROWS else None
        done = take_in(ctx, opened, dry_run=True, sample=sample)
    outcome = done.outcome if done else None
    return Preview(
        kind=opened.format.kind if opened.format else None,
        format=opened.format.name if opened.format else "",
        file_name=opened.name,
        mapping=opened.options.mapping,
        header_line=opened.header_line,
        sheet=workbook.sheet if workbook else "",
        other_sheets=workbook.others if workbook else (),
        matches=opening.matches(ctx, opened),
        unused=_unused(opened),
        questions=asked,
        records=outcome.records if outcome else nothing,
        rows=outcome.rows if outcome else nothing,
        is_sample=rows > SAMPLE_ROWS,
        total_rows=rows,
        first_rows=_first_rows(opened),
        headers=tuple(header.strip() for header in opened.headers),
        reasons=tuple(
            sorted(done.reading.tally.reasons.values(), key=lambda one: -one.count) if done else ()
        ),
        refusals=outcome.refusals if outcome else (),
        warnings=outcome.warnings if outcome else (),
        summary=outcome.summary if outcome else "",
        seen_before_at=seen,
        pieces=outcome.pieces if outcome and rows <= SAMPLE_ROWS else None,
    )


def run(
    ctx: Context,
    shelf: Shelf,
    file_id: str,
    options: Options | None = None,
    *,
    only_ok: bool = True,
    progress: Progress | None = None,
) -> ImportOutcome:
    """Read a staged file in, in the caller's transaction; the caller commits.

    The good rows go in; the refused ones land in a stored file with line and reason
    (`ImportOutcome.result_file_id`, fetched like any file of the actor's).

    Args:
        ctx: Who asks.
        shelf: Where files lie.
        file_id: The staged file.
        options: As they were previewed.
        only_ok: Off: where any row is refused, nothing goes in.
        progress: Called now and then with the bytes read and the size of the file.

    Raises:
        NotAllowed: The kind of file takes a right that the actor lacks.
        NotFound: No such file of the actor's, or no such saved mapping.
        BadFile: It is nothing we read, or something has to be said of it first.
        Refused: Rows are refused, and `only_ok` is off.
    """
    _require_any(ctx)
    file, opened = _open(ctx, shelf, file_id, options or Options())
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "refused.csv"
        done = take_in(
            ctx, opened, dry_run=False, refused_file=result, progress=progress,
            only_ok=only_ok, file_id=file.id,
        )  # fmt: skip
        outcome, row = done.outcome, done.run
        if outcome.refused_file is None or row is None:
            return replace(outcome, refused_file=None)
        with result.open("rb") as stream:
            name = f"{Path(file.name).stem}-refused.csv"
            kept = files.keep(ctx, replace(shelf, most=_RESULT_BYTES), stream, name=name)
    row.result_file_id = kept.id
    ctx.session.flush()
    return replace(outcome, refused_file=None, result_file_id=kept.id)


def binding(ctx: Context, shelf: Shelf, file_id: str, options: Options | None = None) -> str:
    """Return what two readings share exactly where they read the same bytes in the same way.

    A mapping that was saved since, or other bytes, give another.

    Raises:
        NotFound: No such file of the actor's, or no such saved mapping.
        BadFile: It is nothing we read.
    """
    _file, opened = _open(ctx, shelf, file_id, options or Options())
    workbook, chosen = opened.source.workbook, opened.format
    places = chosen.places(opened.headers, opened.columns) if chosen else {}
    said = opened.options
    read_as = [
        opened.source.sha256, workbook.sheet if workbook else "", opened.header_line,
        [chosen.kind, chosen.name] if chosen else [], sorted(places.items()),
        sorted(said.fixed.items()), said.day_first, said.again,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(read_as, ensure_ascii=False).encode()).hexdigest()


def save_mapping(
    ctx: Context,
    shelf: Shelf,
    file_id: str,
    options: Options,
    *,
    name: str,
) -> SavedMapping:
    """Keep how a file is read under a name, to be recognised by its headers next time.

    Raises:
        NotAllowed: The actor lacks the right to read such files in.
        BadFile: It cannot be read with these options yet.
    """
    _file, opened = _open(ctx, shelf, file_id, options)
    return keep_mapping(ctx, opened, name=name)


def keep_mapping(ctx: Context, opened: Opened, *, name: str) -> SavedMapping:
    """Keep how an opened file is read under a name.

    Raises:
        NotAllowed: The actor lacks the right to read such files in.
        BadFile: It cannot be read as it is yet, or the name is blank.
    """
    chosen = opening.refuse_unready(ctx, opened)
    ctx.require(NEEDS[chosen.kind])
    called = " ".join(name.split())[:80]
    if not called:
        raise BadFile("error-imports-mapping-name")
    places = chosen.places(opened.headers, opened.columns)
    saved = SavedMapping(
        name=called, kind=chosen.kind,
        columns={column: opened.headers[place].strip() for column, place in places.items()},
        fixed=dict(opened.options.fixed), day_first=opened.options.day_first,
    )  # fmt: skip
    queries.save_mapping(ctx, saved, opening.headers_hash(opened.headers))
    return saved


def mappings(ctx: Context) -> tuple[SavedMapping, ...]:
    """Return the shop's saved mappings."""
    _require_any(ctx)
    return tuple(queries.mappings(ctx))


def fields(ctx: Context, kind: Kind) -> Mapping[str, str]:
    """Return our columns of a kind and what people call them, to choose among."""
    return {
        column.name: opening.label(ctx, column.name) for column in opening.BY_COLUMNS[kind].columns
    }


def _require_any(ctx: Context) -> None:
    if not any(map(ctx.actor.may, NEEDS.values())):
        ctx.require(NEEDS["orders"])


def _open(ctx: Context, shelf: Shelf, file_id: str, options: Options) -> tuple[StoredFile, Opened]:
    file = files.find(ctx, file_id)
    staged(file)
    path = shelf.path_of(ctx.actor.shop_id, file.id)
    return file, opening.open_file(ctx, path, options, name=file.name)


def _unused(opened: Opened) -> tuple[str, ...]:
    used = set()
    if opened.format is not None:
        used = set(opened.format.places(opened.headers, opened.columns).values())
    guessed = {one.header for one in opened.guesses}
    return tuple(
        header.strip()
        for place, header in enumerate(opened.headers)
        if header.strip() and place not in used and header.strip() not in guessed
    )


def _first_rows(opened: Opened) -> tuple[tuple[str, ...], ...]:
    rows = []
    for raw in reader.rows(opened.source):
        if raw.line > opened.header_line:
            rows.append(tuple(cell[:80] for cell in raw.cells[: len(opened.headers)]))
        if len(rows) == _FIRST_ROWS:
            break
    return tuple(rows)
