"""`superecom scores backtest risk`: which rows end badly, told from what was known before."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer


def risk(
    file: Annotated[Path, typer.Argument(help="CSV or Parquet, a row an order.")],
    time: Annotated[str, typer.Option(metavar="COL", help="When each row was.")],
    label: Annotated[str, typer.Option(metavar="COL", help="Its outcome, one of two values.")],
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="COL,…", help="Columns to leave out, by commas. Repeatable."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Try a risk score on orders with outcomes: returns, RTO, fraud, chargebacks.

    All usable columns are looked at; those that tell the outcome because they are written down
    after it are pointed out and left out.
    """
    from app.cli.backtests.printing import show
    from app.cli.backtests.reading import Column, read
    from commerce.scoring.risk_backtest import backtest_risk

    needed = {**moments_of(file, time), **read(file, [Column(label)])}
    unused = {name.strip().casefold() for part in ignore or () for name in part.split(",")}
    unused |= {time.casefold(), label.casefold()}
    others = {
        name: _guessed(values)
        for name, values in read(file).items()
        if name.casefold() not in unused
    }
    found = backtest_risk(others, needed[time], needed[label], time=time)
    if is_count(needed[time]):
        found = as_counted(found, time)
    show(found, as_json=as_json, title=f"Risk: {file.name}")


def moments_of(file: Path, time: str) -> Any:
    """Return the column of moments; one of plain numbers, as some files count, as seconds."""
    import numpy as np

    from app.cli.backtests.reading import Column, Kind, read
    from commerce.errors import Refused

    try:
        return read(file, [Column(time, Kind.MOMENT)])
    except Refused as no_dates:
        try:
            counted = read(file, [Column(time, Kind.NUMBER)])[time]
        except Refused:
            raise no_dates from None
    microseconds = np.where(np.isnan(counted), 0.0, counted * 1e6).astype(np.int64)
    moments = microseconds.astype("datetime64[us]")
    return {time: np.where(np.isnan(counted), np.datetime64("NaT"), moments)}


def is_count(moments: Any) -> bool:
    """Tell whether moments are a file's own count, of seconds from its beginning or of anything."""
    import numpy as np

    known = moments[~np.isnat(moments)]
    return len(known) > 0 and bool(known.max() < np.datetime64("1980-01-01"))


def as_counted(found: Any, time: str) -> Any:
    """Return an evaluation that says a file's own count, and no days of 1970 made of it."""
    first, last = (round(at.timestamp()) for at in (found.since, found.until) if at)
    told = (
        f"“{time}” is a plain count, not a date: rows are put in its order, and those from "
        f"{first:,} to {last:,} are judged on. Weekdays and hours take it for seconds."
    )
    days = [note for note in found.notes if not note.startswith("Learnt from the earlier rows")]
    return replace(found, since=None, until=None, notes=(told, *days))


def _guessed(values: Any) -> Any:
    """Return a column as numbers or moments where nearly all of its cells are."""
    from app.cli.backtests.cells import Unreadable, moments, numbers, numbers_with_gaps

    if values.dtype != object:
        return values
    for read in (numbers, numbers_with_gaps, moments):
        try:
            return read(values)
        except Unreadable:
            continue
    return values
