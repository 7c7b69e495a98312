"""Writing what the shop has to a file from the command line."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from app.importing import at_the_shop
from commerce import exports
from commerce.context import Context
from commerce.errors import BadFile
from commerce.exports import Cell, SheetKind, Table
from commerce.periods import Period, resolve
from commerce.records import AuditSearch

_TABLES: dict[str, Callable[[Context, Period | None], Table]] = {
    "orders": exports.orders,
    "parcels": exports.parcels,
    "ndr": exports.ndr,
    "stock": lambda ctx, _period: exports.stock(ctx),
    "audit": lambda ctx, period: exports.audit(ctx, AuditSearch(period=period)),
}


def export_file(what: str, to: Path, *, period: str | None) -> None:
    """Write one of the shop's tables to a file, beside it first, so that none is left half done.

    Raises:
        commerce.errors.BadFile: The file's ending is neither .csv nor .xlsx.
        commerce.errors.NotAllowed: Whoever asks may not see it.
    """
    try:
        kind = SheetKind(to.suffix.casefold().removeprefix("."))
    except ValueError as error:
        raise BadFile("error-exports-ending", name=to.name) from error
    part = to.with_name(f"{to.name}.part")
    with at_the_shop() as ctx:
        table = _TABLES[what](ctx, _period(ctx, period))
        try:
            with _bar() as bar, part.open("wb") as stream:
                task = bar.add_task(what, rows=0)
                watched = replace(
                    table, rows=_watched(table, lambda rows: bar.update(task, rows=rows))
                )
                count = exports.write(watched, stream, kind, zone=ctx.zone)
            part.replace(to)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        ctx.session.commit()
    Console(highlight=False, soft_wrap=True).print(f"{count:,} rows in {to}", markup=False)


def _period(ctx: Context, name: str | None) -> Period | None:
    if name in (None, "all_time"):
        return None
    try:
        return resolve(str(name), now=ctx.now, zone=ctx.zone)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--period") from error


def _watched(table: Table, tell: Callable[[int], None]) -> Iterator[Sequence[Cell]]:
    for number, row in enumerate(table.rows, start=1):
        if number % 1000 == 0:
            tell(number)
        yield row


def _bar() -> Progress:
    columns = (SpinnerColumn(), TextColumn("{task.description}: {task.fields[rows]:,} rows"))
    return Progress(*columns, console=Console(stderr=True))
