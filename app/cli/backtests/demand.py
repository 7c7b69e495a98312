"""`superecom scores backtest demand`: forecasts tried on sales of one's own."""

from pathlib import Path
from typing import Annotated

import typer


def demand(
    file: Annotated[
        Path,
        typer.Argument(
            dir_okay=False, help="Sales by day, week or month, or single sales; CSV or Parquet."
        ),
    ],
    time: Annotated[str, typer.Option(metavar="COL", help="Column of the day.")],
    quantity: Annotated[str, typer.Option(metavar="COL", help="Column of what sold.")],
    series: Annotated[
        str, typer.Option(metavar="COL[,COL]", help="What tells series apart: item, store.")
    ] = "",
    price: Annotated[str, typer.Option(metavar="COL", help="Column of prices.")] = "",
    promo: Annotated[str, typer.Option(metavar="COL", help="Column of promotions.")] = "",
    horizon: Annotated[int, typer.Option(min=1, max=366, help="Days, weeks or months ahead.")] = 28,
    folds: Annotated[
        int, typer.Option(min=1, max=12, help="How many last stretches are forecast.")
    ] = 3,
    country: Annotated[
        str, typer.Option(metavar="XX", help="Holidays of this country, such as IN, move sales.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Forecast the last stretches of a file from what came before each, and tell the misses.

    Whether it is daily, weekly or monthly is told by the days in it. Several rows of a day are
    added up; of single sales, days without any count as 0.
    """
    from app.cli.backtests.printing import show
    from app.cli.backtests.reading import Column, Kind, read
    from commerce.scoring.forecasting import festivals
    from commerce.scoring.forecasting.backtesting import backtest_demand

    names = [name.strip() for name in series.split(",") if name.strip()]
    columns = [
        *(Column(name, Kind.WORD) for name in names),
        Column(time, Kind.MOMENT), Column(quantity, Kind.NUMBER),
        *([Column(price, Kind.NUMBER)] if price else []),
        *([Column(promo, Kind.WORD)] if promo else []),
    ]  # fmt: skip
    history = read(file, columns)
    evaluation = backtest_demand(
        history, series=names, time=time, quantity=quantity, horizon=horizon,
        price=price or None, promo=promo or None, folds=folds,
        occasions=festivals.between(country, history[time]) if country else (),
    )  # fmt: skip
    show(evaluation, as_json=as_json, title="Demand")
