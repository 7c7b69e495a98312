"""Figures of the business, each defined once and traceable to its rows."""

from commerce.reports.metrics import DEFINITIONS, VERSION, Counts, Definition, MetricName, Unit
from commerce.reports.summary import business_summary
from commerce.reports.types import Figure, Point, Summary, Trend

__all__ = [
    "DEFINITIONS",
    "VERSION",
    "Counts",
    "Definition",
    "Figure",
    "MetricName",
    "Point",
    "Summary",
    "Trend",
    "Unit",
    "business_summary",
]
