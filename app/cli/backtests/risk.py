"""`superecom scores backtest risk`: which rows end badly, told from what was known before."""

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


def _guessed(values: Any) -> Any:
    """Return a column as numbers or moments where nearly all of its cells are."""
    from app.cli.backtests.cells import Unreadable, moments, numbers

    if values.dtype != object:
        return values
    for read in (numbers, moments):
        try:
            return read(values)
        except Unreadable:
            continue
    return values
