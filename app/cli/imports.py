"""`superecom import`: real files in."""

from pathlib import Path
from typing import Annotated

import typer

group = typer.Typer(
    help="Read a shop's files: orders, couriers' NDR reports.", no_args_is_help=True
)

File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The CSV file.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would happen, write nothing.")]
Refused = Annotated[
    Path | None,
    typer.Option(help="Where refused rows go; by default FILE-refused.csv beside the file."),
]
DayFirst = Annotated[
    bool | None,
    typer.Option(
        "--day-first/--month-first", help="How to read 03/04/2026, which can be read two ways."
    ),
]


@group.command("orders")
def orders(
    file: File, dry_run: DryRun = False, refused: Refused = None, day_first: DayFirst = None
) -> None:
    """Read Shopify's order export CSV as it comes."""
    from app.importing import import_file

    import_file("orders", file, dry_run=dry_run, refused_file=refused, day_first=day_first)


@group.command("ndr")
def ndr(
    file: File, dry_run: DryRun = False, refused: Refused = None, day_first: DayFirst = None
) -> None:
    """Read a courier's NDR report CSV (Shiprocket style)."""
    from app.importing import import_file

    import_file("ndr", file, dry_run=dry_run, refused_file=refused, day_first=day_first)
