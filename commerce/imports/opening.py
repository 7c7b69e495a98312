"""What a file is to be read as: its format, its header, which column is which, what to ask."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from commerce import words
from commerce.context import Context
from commerce.errors import BadFile, NotFound
from commerce.imports import queries, reader
from commerce.imports.formats import amazon, columns, meesho, shiprocket, shopify, woocommerce
from commerce.imports.guessing import Guess, guess
from commerce.imports.notes import Notes
from commerce.imports.reader import Source
from commerce.imports.sheet import Format, Head, Reading, Sheet, key_of
from commerce.imports.survey import Survey, survey
from commerce.imports.types import KINDS, ColumnMatch, Kind, Options, Question, SavedMapping

FORMATS: tuple[Format[Any], ...] = (
    shopify.FORMAT,
    woocommerce.FORMAT,
    amazon.FORMAT,
    meesho.FORMAT,
    columns.SHIPROCKET_ORDERS,
    shiprocket.FORMAT,
    columns.TRACKING,
    columns.REVIEWS,
    columns.PRODUCTS,
    columns.PRICES,
    columns.STOCK,
    columns.ORDERS,
)
"""Every kind of file that can be read in. Those of a maker come first; the others, named
`columns`, are lists of any make, told by their headers."""

BY_COLUMNS: Mapping[Kind, Format[Any]] = {
    "ndr": shiprocket.FORMAT,
    **{known.kind: known for known in FORMATS if known.name == "columns"},
}
"""What a list of a kind is read as where nothing tells its maker."""

_PEEK = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file, and how it is to be read."""

    source: Source
    name: str
    format: Format[Any] | None
    """`None` where it has to be asked what the file holds."""
    header_line: int
    headers: tuple[str, ...]
    options: Options
    """As asked for, with what a saved mapping adds."""
    guesses: tuple[Guess, ...] = ()
    missing: tuple[str, ...] = ()
    """Columns it cannot be read without, that not even a guess was found for."""
    kinds: tuple[Kind, ...] = ()
    """What it may hold, where that has to be asked."""

    @property
    def columns(self) -> dict[str, str]:
        """Our column → their header, where a person, a mapping or a confirmed guess says so."""
        guessed = {one.column: one.header for one in self.guesses}
        return {**(guessed if self.options.confirmed else {}), **self.options.columns}

    @property
    def needs_confirming(self) -> bool:
        """Whether something it cannot be read without is only guessed."""
        if self.format is None or self.options.confirmed or not self.guesses:
            return False
        return bool(self.format.missing(self.headers, self.columns, self.options.fixed))


def open_file(ctx: Context, path: Path, options: Options, *, name: str = "") -> Opened:
    """Look at a file and decide how to read it.

    Raises:
        BadFile: It is nothing we read, or something else than asked for.
        NotFound: No such saved mapping.
    """
    source = reader.inspect(path, options.sheet)
    head = Head.of(source)
    called = name or path.name
    mapping = _mapping(ctx, head, options)
    if mapping is not None:
        options = _with(options, mapping)
    _check_names(options)
    return _open(source, head, called, options)


def reading_of(ctx: Context, opened: Opened) -> tuple[Sheet[Any], Survey]:
    """Return the opened sheet with what a first look through it tells, dates above all.

    Raises:
        BadFile: A quotation mark is never closed, or it is no text after all.
    """
    if opened.format is None:
        raise ValueError("what the file holds has to be asked first")
    notes = Notes()
    if opened.source.encoding == "cp1252":
        notes.add("imports-note-cp1252", 1)
    reading = Reading(
        zone=ctx.zone, currency=ctx.currency, day_first=opened.options.day_first, notes=notes,
        fixed=opened.options.fixed,
    )  # fmt: skip
    sheet = Sheet(
        opened.source, opened.format, opened.headers, reading, opened.header_line, opened.columns
    )
    found = survey(sheet)
    if opened.options.day_first is None:
        reading.orders.update(
            {dates.column: dates.order for dates in found.dates if dates.order is not None}
        )
    return replace(sheet, apart=found.apart), found


def _open(source: Source, head: Head, name: str, options: Options) -> Opened:
    candidates = [
        known
        for known in FORMATS
        if options.format in ("", known.name) and options.kind in (None, known.kind)
    ]
    if options.format and not candidates:
        raise BadFile(
            "error-imports-no-format", format=options.format, kind=options.kind or "auto",
            formats=", ".join(dict.fromkeys(one.name for one in FORMATS)),
        )  # fmt: skip
    fitting = [
        (known, header)
        for known in candidates
        if (header := head.header_of(known, options.columns, options.fixed)) is not None
    ]
    makers = [one for one in fitting if one[0].name != "columns"]
    if makers and not options.columns:
        return _opened(source, name, makers[0][0], makers[0][1], options)
    if options.kind is not None and not options.format and not options.columns:
        _check_kind(head, name, options.kind)
    if fitting:
        return _nearest(source, name, fitting, options)
    return _guessed(source, head, name, candidates, options)


def _check_kind(head: Head, name: str, kind: Kind) -> None:
    """Refuse a maker's file of another kind.

    Raises:
        BadFile: It is one.
    """
    for known in FORMATS:
        if known.name != "columns" and known.kind != kind and head.header_of(known) is not None:
            if kind == "tracking" or (kind == "ndr" and known.kind == "tracking"):
                continue  # Couriers' reports say both: where a parcel is, and why it is there.
            raise BadFile("error-imports-other-kind", name=name, kind=kind, other=known.kind)


def _opened(source: Source, name: str, known: Format[Any], header: Any, options: Options) -> Opened:
    headers = tuple(header.cells)
    known.places(headers, options.columns)
    return Opened(
        source=source, name=name, format=known, header_line=header.line, headers=headers,
        options=options,
    )  # fmt: skip


def _nearest(
    source: Source, name: str, fitting: Sequence[tuple[Format[Any], Any]], options: Options
) -> Opened:
    """Return the list that has the most of a file's columns; of several as near, ask which."""
    scored = [
        (len(known.places(tuple(header.cells), options.columns)), known, header)
        for known, header in fitting
    ]
    most = max(score for score, _, _ in scored)
    best = [(known, header) for score, known, header in scored if score == most]
    kinds: tuple[Kind, ...] = tuple(dict.fromkeys(known.kind for known, _ in best))
    if len(kinds) == 1:
        return _opened(source, name, *best[0], options)
    header = best[0][1]
    return Opened(
        source=source, name=name, format=None, header_line=header.line,
        headers=tuple(header.cells), options=options, kinds=kinds,
    )  # fmt: skip


def _guessed(
    source: Source, head: Head, name: str, candidates: Sequence[Format[Any]], options: Options
) -> Opened:
    """Return a file read by guessed columns; where its kind is not known, ask that first."""
    header = head.likely_header
    headers = tuple(header.cells)
    if options.kind is None and options.format in ("", "columns"):
        return Opened(
            source=source, name=name, format=None, header_line=header.line, headers=headers,
            options=options, kinds=KINDS,
        )  # fmt: skip
    known = BY_COLUMNS[options.kind] if options.kind else candidates[0]
    if options.format and candidates:
        known = candidates[0]
    taken = known.places(headers, options.columns)
    taken |= dict.fromkeys(options.fixed, -1)
    rows = [raw.cells for raw in head.rows if raw.line > header.line][:_PEEK]
    guesses = guess(known, headers, rows, taken)
    with_guesses = {**options.columns, **{one.column: one.header for one in guesses}}
    missing = known.missing(headers, with_guesses, options.fixed)
    return Opened(
        source=source, name=name, format=known, header_line=header.line, headers=headers,
        options=options, guesses=guesses, missing=missing,
    )  # fmt: skip


def _mapping(ctx: Context, head: Head, options: Options) -> SavedMapping | None:
    """Return the mapping that was named, else the one made for a file of the same headers."""
    if options.mapping:
        found = queries.mapping(ctx, options.mapping)
        if found is None:
            known = ", ".join(one.name for one in queries.mappings(ctx)) or "—"
            raise NotFound("error-imports-no-mapping", mapping=options.mapping, known=known)
        return found
    if options.format or options.columns:
        return None
    hashes = [headers_hash(raw.cells) for raw in head.rows]
    found = queries.mapping_for(ctx, hashes)
    if found is not None and options.kind in (None, found.kind):
        return found
    return None


def _with(options: Options, mapping: SavedMapping) -> Options:
    """Return options with what a mapping says; what a person says now goes before it."""
    told = options.day_first if options.day_first is not None else mapping.day_first
    return replace(
        options, kind=options.kind or mapping.kind, mapping=mapping.name, format="columns"
        if mapping.kind != "ndr" else "shiprocket",
        columns={**mapping.columns, **options.columns},
        fixed={**mapping.fixed, **options.fixed}, day_first=told,
    )  # fmt: skip


def _check_names(options: Options) -> None:
    """Refuse columns of ours that there are not.

    Raises:
        BadFile: One was named.
    """
    if options.kind is None:
        if options.columns or options.fixed:
            raise BadFile("error-imports-kind-first")
        return
    known = {
        column.name
        for one in FORMATS
        if one.kind == options.kind and options.format in ("", one.name)
        for column in one.columns
    }
    for name in (*options.columns, *options.fixed):
        if known and name not in known:
            raise BadFile("error-imports-no-field", field=name, fields=", ".join(sorted(known)))


def headers_hash(headers: Sequence[str]) -> str:
    """Return what two files of the same headers share, however they are spelt."""
    keys = "\n".join(key_of(header) for header in headers if header.strip())
    return hashlib.sha256(keys.encode()).hexdigest()


def matches(ctx: Context, opened: Opened) -> tuple[ColumnMatch, ...]:
    """Return where each of our columns was found or guessed, those required first."""
    if opened.format is None:
        return ()
    places = opened.format.places(opened.headers, opened.columns)
    guesses = {one.column: one for one in opened.guesses}
    samples = _samples(opened)
    found = []
    for column in opened.format.columns:
        place, guessed = places.get(column.name), guesses.get(column.name)
        if column.name in opened.options.columns or (place is not None and guessed is None):
            header = opened.headers[places[column.name]].strip()
            sure = 1.0
        elif guessed is not None:
            header, sure = guessed.header, guessed.confidence
        elif column.name in opened.options.fixed or column.required:
            header, sure = "", 1.0 if column.name in opened.options.fixed else 0.0
        else:
            continue
        at = next((i for i, one in enumerate(opened.headers) if one.strip() == header), None)
        found.append(
            ColumnMatch(
                column=column.name, label=label(ctx, column.name), header=header,
                confidence=sure, required=column.required,
                examples=samples.get(at, ()) if at is not None and header else (),
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (not one.required, -one.confidence)))


def label(ctx: Context, column: str) -> str:
    """Return what people call one of our columns."""
    market = column.partition("_")[2] if column.startswith(("mrp_", "price_")) else ""
    if market:
        named = next(one for one in columns.MARKETPLACES if key_of(one) == key_of(market))
        return ctx.say(f"imports-field-{column.partition('_')[0]}-of", marketplace=named)
    key = f"imports-field-{column.replace('_', '-')}"
    return ctx.say(key) if words.has(key) else column.replace("_", " ").capitalize()


def _samples(opened: Opened) -> dict[int, tuple[str, ...]]:
    cells: dict[int, list[str]] = {}
    for raw in Head.of(opened.source).rows:
        if raw.line <= opened.header_line:
            continue
        for place, cell in enumerate(raw.cells):
            kept = cells.setdefault(place, [])
            if cell.strip() and len(kept) < 3:
                kept.append(cell.strip()[:60])
    return {place: tuple(kept) for place, kept in cells.items()}


def questions(
    ctx: Context, opened: Opened, found: Survey | None, *, seen_before: bool
) -> tuple[Question, ...]:
    """Return what a person has to say before, or had better say."""
    asked: list[Question] = []
    if opened.format is None:
        kinds = tuple((kind, ctx.say(f"imports-kind-{kind}")) for kind in opened.kinds)
        asked.append(
            Question(
                about="kind",
                text=ctx.say("imports-ask-kind", name=opened.name),
                choices=kinds,
                flag=" | ".join(f"superecom import {kind}" for kind, _ in kinds),
            )
        )
        return tuple(asked)
    if opened.missing:
        ours = _unfound(opened)
        named = ", ".join(label(ctx, name) for name in ours) or ", ".join(opened.missing)
        asked.append(
            Question(
                about="columns",
                text=ctx.say("imports-ask-missing", columns=named),
                choices=tuple((h.strip(), h.strip()) for h in opened.headers if h.strip()),
                column=ours[0] if ours else "",
                flag=f'--map "…={ours[0] if ours else "…"}"',
            )
        )
    elif opened.needs_confirming:
        asked.append(
            Question(
                about="columns",
                text=ctx.say("imports-ask-confirm", columns="; ".join(
                    f"{label(ctx, one.column)} ← {one.header}" for one in opened.guesses)),
                choices=(("confirmed", ctx.say("imports-choice-confirm")),),
                flag=" ".join(f'--map "{one.header}={one.column}"' for one in opened.guesses),
            )
        )  # fmt: skip
    for dates in found.dates if found else ():
        if dates.is_open and opened.options.day_first is None:
            key = "contradict" if dates.day_first else "open"
            asked.append(
                Question(
                    about="dates", column=dates.header, required=False, flag="--dates dmy|mdy",
                    text=ctx.say(
                        f"imports-ask-dates-{key}", column=dates.header, example=dates.example,
                        count=dates.either, line=str(dates.line),
                    ),
                    choices=(
                        ("dmy", ctx.say("imports-choice-dmy")),
                        ("mdy", ctx.say("imports-choice-mdy")),
                    ),
                )
            )  # fmt: skip
    if seen_before and opened.format.kind in ("stock", "prices") and not opened.options.again:
        asked.append(
            Question(
                about="again", text=ctx.say("imports-ask-again", name=opened.name),
                choices=(("again", ctx.say("imports-choice-again")),), flag="--again",
                required=False,
            )
        )  # fmt: skip
    return tuple(asked)


def _unfound(opened: Opened) -> list[str]:
    """Return our required columns that neither stand in the file nor were guessed."""
    known = opened.format
    if known is None:
        return []
    guessed = {one.column for one in opened.guesses}
    there = (
        known.places(opened.headers, opened.options.columns).keys() | opened.options.fixed.keys()
    )
    lacking = [
        column.name
        for column in known.columns
        if column.required and column.name not in there | guessed
    ]
    if known.one_of and not (there | guessed) & set(known.one_of):
        lacking.append(known.one_of[0])
    return lacking


def refuse_unready(ctx: Context, opened: Opened) -> Format[Any]:
    """Return the format a file is read as, where nothing has to be asked first.

    Raises:
        BadFile: Something has; the message says which flag or answer would do.
    """
    asked = [one for one in questions(ctx, opened, None, seen_before=False) if one.required]
    if opened.format is None:
        key = (
            "error-imports-which-kind"
            if len(opened.kinds) < len(KINDS)
            else "error-imports-unknown"
        )
        raise BadFile(
            key, name=opened.name,
            kinds=", ".join(opened.kinds), columns=", ".join(
                header.strip() for header in opened.headers if header.strip())[:300],
        )  # fmt: skip
    if not asked:
        return opened.format
    if opened.missing:
        raise BadFile(
            "error-imports-columns", name=opened.name, kind=opened.format.kind,
            missing=", ".join(opened.missing), fields=", ".join(_unfound(opened)),
        )  # fmt: skip
    raise BadFile("error-imports-guessed", name=opened.name, guesses=asked[0].flag)
