"""`superecom scores backtest price`: elasticities in a file, and what they foretell."""

from pathlib import Path
from typing import Annotated

import typer


def price(
    file: Annotated[
        Path, typer.Argument(help="CSV or Parquet: a product, a time, a price, a row.")
    ],
    product: Annotated[str, typer.Option(metavar="COL", help="Column of the product.")],
    time: Annotated[str, typer.Option(metavar="COL", help="Column of the day or moment.")],
    price: Annotated[str, typer.Option(metavar="COL", help="Column of the price of a piece.")],
    quantity: Annotated[str, typer.Option(metavar="COL", help="Column of what was sold.")],
    competitors: Annotated[
        str, typer.Option(metavar="COL[,COL]", help="Columns of competitors' prices.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Tell how sales follow prices, by product, and foretell the last fifth of the time by it.

    Rows may be receipts, days or weeks; returns (below zero) are left out. Seasons and what moved
    all products at once are taken out first; a product whose own prices cannot tell is refused,
    with the reason. Beside it stand the last rate and a plain log-log regression.
    """
    from app.cli.backtests.printing import show
    from app.cli.backtests.reading import Column, Kind, read
    from commerce.scoring.price_backtest import backtest_price

    others = [name.strip() for name in competitors.split(",") if name.strip()]
    columns = [
        Column(product, Kind.WORD), Column(time, Kind.MOMENT), Column(price, Kind.NUMBER),
        Column(quantity, Kind.NUMBER), *(Column(name, Kind.NUMBER) for name in others),
    ]  # fmt: skip
    found = read(file, columns)
    rows = {
        "product": found[product], "time": found[time], "price": found[price],
        "quantity": found[quantity], **{f"rival {name}": found[name] for name in others},
    }  # fmt: skip
    told = backtest_price(rows, [f"rival {name}" for name in others])
    show(told, as_json=as_json, title=f"Prices in {file.name}")
