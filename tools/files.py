"""Files in chat: what is in them, reading them in after a yes, keeping them with an order."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, StringConstraints
from pydantic.json_schema import SkipJsonSchema

from commerce import files, imports, lookup, orders
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.files import FileKind, StoredFile
from commerce.imports import Counts, ImportOutcome, Options, Question, Run
from commerce.imports.rules import UNDO_FOR
from commerce.imports.staging import SAMPLE_ROWS
from tools import facts
from tools.arguments import File, Kind, Limit, Order
from tools.asking import Asks
from tools.base import Arguments, Effect, Mention, Preview, ToolResult, tool
from tools.cards import Button, Card, Column, Difference, FileCard, TableCard, Tap

_READERS = (
    Permission.ORDERS_WRITE,
    Permission.NDR_ACT,
    Permission.STOCK_WRITE,
    Permission.PRICES_WRITE,
)
"""Any of these may read some kind of file in; which, the kind decides."""

MOST_COLUMNS_OFFERED = 8
_REASONS_TOLD = 3
_CAN_BE_UNDONE = ("orders", "reviews", "prices")


class FileHolds(StrEnum):
    """What a sheet holds."""

    ORDERS = "orders"
    NDR = "ndr"
    TRACKING = "tracking"
    STOCK = "stock"
    PRODUCTS = "products"
    PRICES = "prices"
    REVIEWS = "reviews"


class DateOrder(StrEnum):
    """How a date such as 03/04/2026 is meant."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    LEAVE_OUT = "leave_out"
    """Nobody knows: rows with such a date stay out."""


_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
_Cell = Annotated[str, StringConstraints(max_length=200)]


class FileReading(Arguments):
    """Which file, and what it does not tell itself; leave out what the person did not say."""

    file: File
    kind: FileHolds | None = None
    dates: DateOrder | None = None
    mapping: Annotated[_Name, Field(description="Name of a saved mapping.")] | None = None
    sheet: Annotated[_Name, Field(description="Sheet of a workbook.")] | None = None
    columns: Annotated[
        Mapping[_Name, _Cell],
        Field(max_length=60, description="Our column → their header, where the person says so."),
    ] = Field(default_factory=dict)
    fixed: Annotated[
        Mapping[_Name, _Cell],
        Field(max_length=10, description="Our column → what it is in every row."),
    ] = Field(default_factory=dict)
    confirmed: Annotated[
        bool, Field(description="The person confirmed the columns that were guessed.")
    ] = False
    again: Annotated[
        bool, Field(description="The person wants a list that was read in before set again.")
    ] = False


class ImportFile(FileReading):
    """Which file, and what it does not tell itself; leave out what the person did not say."""

    as_shown: SkipJsonSchema[str | None] = Field(default=None, max_length=64, repr=False)
    """What the preview read, and how. Pinned by it; what anybody else writes is overwritten."""


@tool(*_READERS)
def preview_import(ctx: Context, args: FileReading) -> ToolResult:
    """Tell what is in a sheet that was sent, and what reading it in would do. Changes nothing.

    For questions about a file: "how many orders are in this", "is this file fine", "what is wrong
    with it". To read it in, prefer import_file, which shows the same before it asks for a yes.
    """
    told = _tried(ctx, args, tool_name="preview_import")
    read = _button(ctx, "files-read-in", "import_file", _said(args), name=told.file_name)
    return ToolResult(
        facts=_facts(told),
        says=ctx.say(
            "files-look", name=told.file_name, count=told.records.read, summary=_summary(ctx, told)
        ),
        cards=(_first_rows(ctx, told, (read,) if _taken(told) else ()),),
    )


def _preview_import(ctx: Context, args: ImportFile) -> Preview:
    told = _tried(ctx, args, tool_name="import_file")
    taken = _taken(told)
    if not taken:
        raise Refused("error-files-nothing", summary=_summary(ctx, told), why=_reasons(ctx, told))
    change = Change(
        subject_kind="import",
        subject=told.file_name,
        before=_nothing(told.pieces),
        after=_counted(told.records, told.pieces),
        items=max(taken, told.total_rows if told.is_sample else 0),
        undo_for=UNDO_FOR
        if told.kind in _CAN_BE_UNDONE and not told.records.changed and not told.is_sample
        else None,
        warnings=told.warnings,
    )
    shown = imports.binding(ctx, files.shelf_of(ctx), args.file, _options(args))
    return Preview(
        title=ctx.say("files-import-title", name=told.file_name, what=_summary(ctx, told)),
        differences=_differences(ctx, told.records, told.pieces, told.summary, _reasons(ctx, told)),
        change=change,
        arguments=_said(args) | {"as_shown": shown},
        facts=_facts(told),
        cards=(_first_rows(ctx, told, ()),),
    )


def _undo_import(ctx: Context, change: Change) -> Change:
    return imports.undo(ctx, int(change.after["run"]))


@tool(*_READERS, effect=Effect.WRITE, preview=_preview_import, undo=_undo_import)
def import_file(ctx: Context, args: ImportFile) -> ToolResult:
    """Read a sheet that was sent (CSV, Excel) into the shop: its good rows; refused ones come back.

    For a file with no words, "import this", "upload these orders", "ye stock daal do". Shows row by
    row what would happen and asks for a yes. What the file does not tell (how its dates are meant,
    what it holds, which column is which) is asked, never guessed: call it again with the answer.
    For a question about a file prefer preview_import; pictures go to an order by attach_to_order.
    """
    shelf, options = files.shelf_of(ctx), _options(args)
    if args.as_shown != imports.binding(ctx, shelf, args.file, options):
        raise Refused("error-files-changed")
    done = imports.run(ctx, shelf, args.file, options)
    change = Change(
        subject_kind="import",
        subject=done.file_name,
        before={"run": done.run_id, **_nothing(done.pieces)},
        after={"run": done.run_id, **_counted(done.records, done.pieces)},
        items=max(1, done.records.added + done.records.changed),
        undo_for=UNDO_FOR if done.undo is not None and done.undo.possible else None,
        warnings=done.warnings,
    )
    made = Preview(
        title=_done(ctx, done),
        differences=_differences(ctx, done.records, done.pieces, done.summary, ""),
        change=change,
    )
    return ToolResult(
        facts={
            "run": done.run_id,
            "kind": done.kind,
            "records": _numbers(done.records),
            "refused_file": done.result_file_id,
            "can_be_undone": change.undo_for is not None,
        },
        says="\n".join((_done(ctx, done), *_not_undone(ctx, done))),
        cards=_refused_card(ctx, done),
        mentions=tuple(
            Mention(kind=Kind.FILE, id=done.result_file_id, label=done.file_name)
            for _ in range(1)
            if done.result_file_id
        ),
        change=change,
        made=made,
    )


class ListImports(Arguments):
    """How many."""

    limit: Limit = 10


@tool(*_READERS)
def list_imports(ctx: Context, args: ListImports) -> ToolResult:
    """List the files that were read in: when, by whom, how many rows, what was refused.

    For "what was imported today", "who uploaded the stock". For what is in a file that was just
    sent prefer preview_import.
    """
    found = imports.runs(ctx, limit=args.limit)
    return ToolResult(
        facts={"count": len(found), "imports": [_run_facts(ctx, run) for run in found]},
        says=ctx.say("files-imports-found", count=len(found)),
        cards=(_runs_table(ctx, found),) if found else (),
    )


class AttachToOrder(Arguments):
    """Which file, and with which order it is kept."""

    order: Order
    file: File


def _preview_attach(ctx: Context, args: AttachToOrder) -> Preview:
    change = orders.plan_file(ctx, args.order, args.file)
    name = str(change.after["name"])
    return Preview(
        title=ctx.say("files-attach-title", name=name, number=change.subject),
        differences=(Difference(label=ctx.say("files-file"), before="", after=name),),
        change=change,
    )


@tool(Permission.ORDERS_WRITE, effect=Effect.WRITE, preview=_preview_attach, undo=orders.undo_file)
def attach_to_order(ctx: Context, args: AttachToOrder) -> ToolResult:
    """Keep a picture or paper that was sent with an order, such as a photo of a damaged parcel.

    For "add this photo to 1042", "ye 1042 ke saath laga do". Nobody reads what is in the picture;
    it is kept and shown under the order. To write words down use add_note; for sheets import_file.
    """
    change = orders.add_file(ctx, args.order, args.file)
    name = str(change.after["name"])
    return ToolResult(
        facts={"order": change.subject, "file": args.file, "name": name},
        says=ctx.say("files-attached", name=name, number=change.subject),
        mentions=(Mention(kind=Kind.ORDER, id=change.subject, label=change.subject),),
        change=change,
    )


def file_card(
    ctx: Context, file: StoredFile, *, title: str, note: str = "", buttons: tuple[Button, ...] = ()
) -> FileCard:
    """Return a file to fetch."""
    until = ctx.say("files-until", at=ctx.local(file.expires_at)) if file.expires_at else ""
    return FileCard(
        file=file.id, name=file.name, media_type=file.kind.media_type, size=file.size,
        title=title, note=" · ".join(part for part in (note, until) if part), buttons=buttons,
    )  # fmt: skip


def order_files(ctx: Context, order_id: int, number: str) -> tuple[FileCard, ...]:
    """Return what is kept with an order that the actor may see, to be shown beneath it."""
    return tuple(
        file_card(
            ctx, one.file, title=ctx.say("files-with-order", number=number),
            note=ctx.say("files-added-by", name=one.by, at=ctx.local(one.at)),
        )
        for one in files.of_order(ctx, order_id)
    )  # fmt: skip


# -- what is asked ---------------------------------------------------------------------------------


def _tried(ctx: Context, args: FileReading, *, tool_name: str) -> imports.Preview:
    """Return what a file would do, or ask what it does not tell.

    Raises:
        Asks: Something only the person knows.
        Refused: It is a picture or paper.
    """
    shelf = files.shelf_of(ctx)
    file = files.find(ctx, args.file)
    if file.kind.is_image or file.kind is FileKind.PDF:
        raise Refused("error-files-picture", name=file.name)
    told = imports.preview(ctx, shelf, args.file, _options(args))
    open_ = [one for one in told.questions if not _answered(one, args)]
    if not open_:
        return told
    asked = open_[0]
    raise Asks(
        "files-asks",
        question=asked.text,
        buttons=_answers(ctx, asked, told, args, tool_name),
        cards=(_first_rows(ctx, told, ()),),
        facts={"needs_answer": asked.about, **_facts(told)},
    )


def _answered(question: Question, args: FileReading) -> bool:
    """Tell whether a question that may stay open was decided about."""
    return question.about == "dates" and args.dates is DateOrder.LEAVE_OUT


def _answers(
    ctx: Context, asked: Question, told: imports.Preview, args: FileReading, tool_name: str
) -> tuple[Button, ...]:
    """Return the answers to press; each is the same call, made more exact."""
    said = _said(args)
    kind: dict[str, Any] = {"kind": told.kind} if told.kind else {}
    offered: list[tuple[dict[str, Any], str]]
    match asked.about:
        case "kind":
            offered = [({"kind": value}, label) for value, label in asked.choices]
        case "dates":
            choices = (*asked.choices, (DateOrder.LEAVE_OUT.value, ctx.say("files-leave-out")))
            offered = [({"dates": value}, label) for value, label in choices]
        case "again":
            offered = [({"again": True}, label) for _, label in asked.choices]
        case "columns" if asked.column == "":
            offered = [({**kind, "confirmed": True}, label) for _, label in asked.choices]
        case "columns":
            offered = [
                ({**kind, "columns": {**args.columns, asked.column: header}}, label)
                for header, label in asked.choices[:MOST_COLUMNS_OFFERED]
            ]
            if asked.column == "warehouse":
                offered += [
                    ({**kind, "fixed": {**args.fixed, "warehouse": code}}, code)
                    for code, _name, _city in lookup.vocabulary(ctx).warehouses
                ]
    others = [
        ({"sheet": sheet}, ctx.say("files-other-sheet", sheet=sheet))
        for sheet in told.other_sheets[:MOST_COLUMNS_OFFERED]
        if asked.about in ("kind", "columns") and args.sheet is None
    ]
    return tuple(
        Button(
            label=label[:120], says=label[:120],
            tap=Tap(kind="call", tool=tool_name, arguments=said | more),
        )
        for more, label in (*offered, *others)
    )  # fmt: skip


def _options(args: FileReading) -> Options:
    days = {DateOrder.DAY_FIRST: True, DateOrder.MONTH_FIRST: False}
    return Options(
        kind=args.kind.value if args.kind else None,
        day_first=days.get(args.dates) if args.dates else None,
        columns=dict(args.columns), fixed=dict(args.fixed), mapping=args.mapping or "",
        sheet=args.sheet, confirmed=args.confirmed, again=args.again,
    )  # fmt: skip


def _said(args: FileReading) -> dict[str, Any]:
    return args.model_dump(mode="json", exclude_defaults=True, exclude={"as_shown"})


# -- what is told ----------------------------------------------------------------------------------


def _summary(ctx: Context, told: imports.Preview) -> str:
    counts = told.records
    return ctx.say(
        "files-summary",
        ok=counts.read - counts.refused,
        refused=counts.refused,
        reasons=_reasons(ctx, told) or "none",
        what=ctx.say(f"imports-kind-{told.kind}") if told.kind else "",
        sample=SAMPLE_ROWS if told.is_sample else 0,
        rows=told.total_rows,
    )


def _reasons(ctx: Context, told: imports.Preview) -> str:
    """Return why records are refused, those of one reason together, the most frequent first."""
    named = [
        ctx.say(
            "files-reason", count=one.count, line=str(one.first_line), why=one.reason.rstrip(".")
        )
        for one in told.reasons[:_REASONS_TOLD]
    ]
    more = sum(one.count for one in told.reasons[_REASONS_TOLD:])
    if more:
        named.append(ctx.say("files-reasons-more", count=more))
    return "; ".join(named)


def _taken(told: imports.Preview) -> int:
    """Return how many records would come in."""
    return told.records.added + told.records.changed


def _done(ctx: Context, done: ImportOutcome) -> str:
    counts = done.records
    return ctx.say(
        "files-imported", name=done.file_name, added=counts.added, changed=counts.changed,
        unchanged=counts.unchanged, refused=counts.refused,
    )  # fmt: skip


def _not_undone(ctx: Context, done: ImportOutcome) -> tuple[str, ...]:
    if done.undo is None or done.undo.possible:
        return ()
    return (ctx.say("files-no-undo", why=done.undo.reason),)


def _differences(
    ctx: Context, counts: Counts, pieces: tuple[int, int] | None, worth: str, reasons: str
) -> tuple[Difference, ...]:
    lines = [
        Difference(
            label=ctx.say(f"files-{name}"), before="", after=ctx.say("files-count", count=count)
        )
        for name, count in (
            ("added", counts.added), ("changed", counts.changed), ("unchanged", counts.unchanged),
        )
        if count
    ]  # fmt: skip
    if pieces is not None:
        before, after = (ctx.say("files-count", count=count) for count in pieces)
        lines.append(Difference(label=ctx.say("files-pieces"), before=before, after=after))
    if worth:
        lines.append(Difference(label=ctx.say("files-together"), before="", after=worth))
    if counts.refused:
        number = ctx.say("files-count", count=counts.refused)
        after = ctx.say("files-refused-because", count=number, reasons=reasons or "none")
        lines.append(Difference(label=ctx.say("files-refused"), before="", after=after))
    return tuple(lines)


def _first_rows(ctx: Context, told: imports.Preview, buttons: tuple[Button, ...]) -> Card:
    width = min(len(told.headers), 12)
    return TableCard(
        title=told.file_name,
        columns=tuple(Column(label=header) for header in told.headers[:width]),
        rows=tuple((row + ("",) * width)[:width] for row in told.first_rows),
        note=ctx.say("files-first-rows", count=len(told.first_rows), sheet=told.sheet or "none"),
        buttons=buttons,
    )


def _refused_card(ctx: Context, done: ImportOutcome) -> tuple[FileCard, ...]:
    if done.result_file_id is None:
        return ()
    file = files.find(ctx, done.result_file_id)
    title = ctx.say("files-refused-rows")
    return (file_card(ctx, file, title=title, note=ctx.say("files-refused-note")),)


def _facts(told: imports.Preview) -> dict[str, Any]:
    """Return a preview as plain JSON; rows of the file stay out, they are strangers' words."""
    return {
        "name": told.file_name,
        "kind": told.kind,
        "format": told.format,
        "count": told.records.read,
        "ok": told.records.read - told.records.refused,
        "refused": told.records.refused,
        "records": _numbers(told.records),
        "rows": told.total_rows,
        "is_sample": told.is_sample,
        "columns": list(told.headers[:40]),
        "refused_because": [
            {"why": one.reason, "count": one.count, "first_line": one.first_line}
            for one in told.reasons
        ],
        "summary": told.summary,
        "pieces_before": told.pieces[0] if told.pieces else None,
        "pieces_after": told.pieces[1] if told.pieces else None,
    }


def _numbers(counts: Counts) -> dict[str, int]:
    return {
        "added": counts.added,
        "changed": counts.changed,
        "unchanged": counts.unchanged,
        "refused": counts.refused,
    }


def _counted(counts: Counts, pieces: tuple[int, int] | None) -> dict[str, Any]:
    return _numbers(counts) | ({"pieces": pieces[1]} if pieces else {})


def _nothing(pieces: tuple[int, int] | None) -> dict[str, Any]:
    return dict.fromkeys(_numbers(Counts()), 0) | ({"pieces": pieces[0]} if pieces else {})


def _run_facts(ctx: Context, run: Run) -> dict[str, Any]:
    return {
        "run": run.id,
        "kind": run.kind,
        "name": run.file_name,
        "by": run.by,
        "at": facts.moment(ctx, run.at),
        "records": _numbers(run.records),
        "undone": run.undone_at is not None,
        "can_be_undone": run.undo.possible,
    }


def _runs_table(ctx: Context, runs: tuple[Run, ...]) -> TableCard:
    names = ("at", "name", "kind", "by", "added", "changed", "refused")
    return TableCard(
        title=ctx.say("files-imports-title"),
        columns=tuple(
            Column(
                label=ctx.say(f"files-column-{name}"),
                align="end" if name in ("added", "changed", "refused") else "start",
            )
            for name in names
        ),
        rows=tuple(
            (
                ctx.say("files-moment", at=ctx.local(run.at)),
                run.file_name,
                ctx.say(f"imports-kind-{run.kind}"),
                run.by,
                *(
                    ctx.say("files-count", count=count)
                    for count in (run.records.added, run.records.changed, run.records.refused)
                ),
            )
            for run in runs
        ),
    )


def _button(ctx: Context, key: str, tool_name: str, arguments: dict[str, Any], name: str) -> Button:
    label = ctx.say(key)
    return Button(
        label=label,
        says=ctx.say(f"{key}-says", name=name),
        tap=Tap(kind="call", tool=tool_name, arguments=arguments),
    )
