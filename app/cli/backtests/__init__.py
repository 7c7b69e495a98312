"""`superecom scores backtest …`: what a score would have been worth on a file of one's own.

A kind of backtest is one file here: a function typer reads, which imports what it needs when it
runs, takes its columns from `reading.read` and hands an `Evaluation` to `printing.show`.
"""

from collections.abc import Callable
from typing import Any, Final

from app.cli.backtests import customers, demand, price, risk, sentiment

COMMANDS: Final[tuple[tuple[str, Callable[..., Any]], ...]] = (
    ("price", price.price),
    ("risk", risk.risk),
    ("demand", demand.demand),
    ("customers", customers.customers),
    ("sentiment", sentiment.sentiment),
)
"""The word after `backtest`, and what it does."""
