"""`superecom import`: real files in."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

group = typer.Typer(
    help="Read a shop's files: orders, tracking, failed deliveries, stock, products, prices, "
    "reviews. CSV, text or Excel; what a file does not tell is asked at a terminal, or takes a "
    "flag.",
    no_args_is_help=True,
)


class Dates(StrEnum):
    """How 03/04/2026 is meant."""

    DMY = "dmy"
    MDY = "mdy"


File = Annotated[
    Path, typer.Argument(exists=True, dir_okay=False, help="The file: CSV, TSV, TXT or XLSX.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would happen, write nothing.")]
Refused = Annotated[
    Path | None,
    typer.Option(help="Where refused rows go; by default FILE-refused.csv beside the file."),
]
DatesAre = Annotated[
    Dates | None,
    typer.Option("--dates", help="How to read 03/04/2026 where a column does not tell."),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        help="Read it as this whatever its headers say: shopify, woocommerce, amazon, meesho, "
        "shiprocket, or columns.",
    ),
]
MappingName = Annotated[str, typer.Option("--mapping", help="Read it by a saved mapping.")]
Map = Annotated[
    list[str] | None,
    typer.Option("--map", help='Say which column is which: "Their column=our_field". Repeatable.'),
]
Fixed = Annotated[
    list[str] | None,
    typer.Option("--set", help="Say what every row has: warehouse=PUN. Repeatable."),
]
Save = Annotated[
    str, typer.Option("--save-mapping", help="Keep how this file is read under a name.")
]
SheetName = Annotated[str, typer.Option("--sheet", help="Which sheet of a workbook.")]
Again = Annotated[
    bool,
    typer.Option("--again", help="Set stock or prices again from a file that was read before."),
]


def _command(kind: str | None, help_text: str) -> None:
    """Add the command of one kind of file."""

    def read(
        file: File, dry_run: DryRun = False, refused: Refused = None, dates: DatesAre = None,
        format_name: Format = "", mapping: MappingName = "", columns: Map = None,
        fixed: Fixed = None, save_mapping: Save = "", sheet: SheetName = "",
        again: Again = False,
    ) -> None:  # fmt: skip
        from app.importing import import_file

        import_file(
            kind, file, dry_run=dry_run, refused_file=refused, save_mapping=save_mapping,
            day_first=None if dates is None else dates is Dates.DMY, format_name=format_name,
            mapping=mapping, columns=_pairs(columns, "--map", turned=True),
            fixed=_pairs(fixed, "--set"), sheet=sheet or None, again=again,
        )  # fmt: skip

    read.__doc__ = help_text
    group.command(kind or "auto")(read)


for _kind, _help in (
    ("orders", "Read an order export: Shopify, WooCommerce, Amazon.in, Meesho, or any list."),
    ("ndr", "Read a courier's report of failed deliveries (Shiprocket style)."),
    ("tracking", "Read a courier's tracking report: where parcels are, and since when."),
    ("stock", "Read a stock list: SKU, warehouse, quantity."),
    ("products", "Read a product master, with MRP and price per marketplace."),
    ("prices", "Read a price list: ours, or competitors' where it names them."),
    ("reviews", "Read customers' reviews."),
    (None, "Read a file whose headers tell what it holds."),
):
    _command(_kind, _help)


@group.command("runs")
def runs(
    limit: Annotated[int, typer.Option(min=1, max=500, help="How many, the newest first.")] = 20,
) -> None:
    """List what was read in, and what of it can be taken back."""
    from app.importing import print_runs

    print_runs(limit)


@group.command("undo")
def undo(
    run: Annotated[int, typer.Argument(help="The number of the run, as `runs` lists it.")],
) -> None:
    """Take back what a run added."""
    from app.importing import undo_run

    undo_run(run)


@group.command("mappings")
def mappings() -> None:
    """List the saved mappings."""
    from app.importing import print_mappings

    print_mappings()


def _pairs(given: list[str] | None, flag: str, *, turned: bool = False) -> dict[str, str]:
    """Return `left=right` pairs; `turned` gives right → left.

    Raises:
        typer.BadParameter: One has no `=`.
    """
    found: dict[str, str] = {}
    for pair in given or ():
        left, sign, right = pair.rpartition("=") if turned else pair.partition("=")
        if not sign or not left.strip() or not right.strip():
            raise typer.BadParameter(f"{pair!r} is not a pair like A=B.", param_hint=flag)
        if turned:
            left, right = right, left
        found[left.strip()] = right.strip()
    return found
