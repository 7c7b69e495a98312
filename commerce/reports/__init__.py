"""Figures of the business, each defined once and traceable to its rows."""

from commerce.reports.metrics import DEFINITIONS, VERSION, Counts, Definition, MetricName, Unit
from commerce.reports.rows import ROWS, OrderRows, ParcelRows, Rows
from commerce.reports.summary import business_summary
from commerce.reports.types import Figure, Point, Summary, Trend

__all__ = [
    "DEFINITIONS",
    "ROWS",
    "VERSION",
    "Counts",
    "Definition",
    "Figure",
    "MetricName",
    "OrderRows",
    "ParcelRows",
    "Point",
    "Rows",
    "Summary",
    "Trend",
    "Unit",
    "business_summary",
]
