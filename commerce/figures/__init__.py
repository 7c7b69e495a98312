"""Figures of whole days, added up once, that reports, counts and forecasts are quick by.

A day's figures hold as long as no row they are made of is written to: the database strikes the day
out in the transaction of the write (`commerce.db.triggers`), and from then on the day is read row
by row, until `freshen` adds it up again. So what `facts` gives is always what the rows say.
"""

from commerce.figures.keeping import Difference, alone, differences, freshen, rebuild
from commerce.figures.reading import Book, Facts, Shape, facts, opened, over, row_by_row, table_of
from commerce.figures.rollups import (
    CASES,
    FIRST_ATTEMPTS,
    LANE_TRANSITS,
    LANES,
    ORDER_PLACES,
    ORDERS,
    PARCEL_PLACES,
    PARCELS,
    QUICK_MINUTES,
    ROLLUPS,
    SALES,
    SOLD,
    TRANSITS,
)

__all__ = [
    "CASES",
    "FIRST_ATTEMPTS",
    "LANES",
    "LANE_TRANSITS",
    "ORDERS",
    "ORDER_PLACES",
    "PARCELS",
    "PARCEL_PLACES",
    "QUICK_MINUTES",
    "ROLLUPS",
    "SALES",
    "SOLD",
    "TRANSITS",
    "Book",
    "Difference",
    "Facts",
    "Shape",
    "alone",
    "differences",
    "facts",
    "freshen",
    "opened",
    "over",
    "rebuild",
    "row_by_row",
    "table_of",
]
