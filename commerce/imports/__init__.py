"""Real files in: orders and undelivered parcels, as shops and couriers export them.

A file's way: `reader` (encoding, delimiter, rows), `sheet` and `cells` (columns by name, cells
with one reading), a format (`shopify`, `shiprocket`: rows to records), a taker (`orders`, `ndr`:
records against what the shop has). A new kind of file is a new format; a new kind of record is a
new taker.
"""

from commerce.imports.importing import FORMATS, Progress, detect, run
from commerce.imports.types import Counts, ImportOutcome, Kind, Refusal, RowRefused, Totals

__all__ = [
    "FORMATS",
    "Counts",
    "ImportOutcome",
    "Kind",
    "Progress",
    "Refusal",
    "RowRefused",
    "Totals",
    "detect",
    "run",
]
