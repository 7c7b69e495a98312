"""`superecom export`: what the shop has, out as files."""

from pathlib import Path
from typing import Annotated

import typer

group = typer.Typer(
    help="Write what the shop has to a CSV or Excel file, safe to open in a spreadsheet.",
    no_args_is_help=True,
)

To = Annotated[
    Path, typer.Option("--to", help="The file; its ending says what it is: .csv or .xlsx.")
]
During = Annotated[
    str,
    typer.Option(
        "--period", help="today, last_7_days, last_month, 2026-11, 2026-11-01/2026-11-15, …"
    ),
]


@group.command("orders")
def orders(to: To, period: During = "all_time") -> None:
    """Write orders, one a row, by the day they were placed."""
    _write("orders", to, period)


@group.command("parcels")
def parcels(to: To, period: During = "all_time") -> None:
    """Write parcels, one a row, by the day they were made."""
    _write("parcels", to, period)


@group.command("ndr")
def ndr(to: To, period: During = "all_time") -> None:
    """Write NDR cases, one a row, by the day they were opened."""
    _write("ndr", to, period)


@group.command("stock")
def stock(to: To) -> None:
    """Write what lies on every shelf now."""
    _write("stock", to, None)


@group.command("audit")
def audit(to: To, period: During = "all_time") -> None:
    """Write the audit log: who did what, when, and what it was before."""
    _write("audit", to, period)


def _write(what: str, to: Path, period: str | None) -> None:
    from app.exporting import export_file

    export_file(what, to, period=period)
