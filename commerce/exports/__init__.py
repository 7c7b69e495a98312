"""What the shop has, out as files: CSV or XLSX, of any length, safe to open in a spreadsheet.

`tables` says what is in them, `writing` how any table is written; a new export is a new table.
"""

from commerce.exports.lists import MOST_BUYERS, buyers, dead_stock, low_stock
from commerce.exports.tables import audit, ndr, orders, parcels, stock
from commerce.exports.types import Cell, Column, Holds, SheetKind, Table
from commerce.exports.writing import as_id, harmless, write

__all__ = [
    "MOST_BUYERS",
    "Cell",
    "Column",
    "Holds",
    "SheetKind",
    "Table",
    "as_id",
    "audit",
    "buyers",
    "dead_stock",
    "harmless",
    "low_stock",
    "ndr",
    "orders",
    "parcels",
    "stock",
    "write",
]
