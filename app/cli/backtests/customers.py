"""`superecom scores backtest customers`: who comes back and what they spend, in a file."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer


def customers(
    file: Annotated[Path, typer.Argument(help="CSV or Parquet, a purchase (or line of it) a row.")],
    customer: Annotated[str, typer.Option(metavar="COL", help="Who bought.")],
    time: Annotated[str, typer.Option(metavar="COL", help="When.")],
    amount: Annotated[str, typer.Option(metavar="COL", help="What it came to.")],
    cut: Annotated[
        datetime,
        typer.Option(
            metavar="DATE", formats=["%Y-%m-%d"],
            help="What is before it teaches, what is from it on judges.",
        ),
    ],
    days: Annotated[int, typer.Option(min=1, help="How many days from the cut are judged.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:  # fmt: skip
    """Foretell each customer's purchases and spending after a day, and see what they did.

    Purchases of a customer on one day are one; rows of nothing or less are left out. Beside it
    stand going on as before, and the days since the last purchase.
    """
    import numpy as np

    from app.cli.backtests.printing import show
    from app.cli.backtests.reading import Column, Kind, read
    from commerce.scoring.customer_value import backtest_customers

    found = read(file, [Column(customer), Column(time, Kind.MOMENT), Column(amount, Kind.NUMBER)])
    told = backtest_customers(
        found[customer], found[time], found[amount], cut=np.datetime64(cut, "D"), days=days
    )
    show(told, as_json=as_json, title=f"Customers · {file.name}")
