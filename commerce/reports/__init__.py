"""Figures of the business, each defined once and traceable to its rows."""

from commerce.reports.building import OTHERS, run_report
from commerce.reports.built import (
    Contribution,
    Explanation,
    Report,
    ReportKey,
    ReportRow,
    ReportSort,
    Retention,
    Split,
    figure,
)
from commerce.reports.cube import WHOLE_ORDERS, Filters, Sum
from commerce.reports.explaining import explain_change
from commerce.reports.measures import MEASURES, Dimension, Measure, ReportMetric
from commerce.reports.metrics import DEFINITIONS, VERSION, Counts, Definition, MetricName, Unit
from commerce.reports.profit import ProfitAndLoss, profit_and_loss
from commerce.reports.retention import retention
from commerce.reports.rows import ROWS, OrderRows, ParcelRows, Rows
from commerce.reports.summary import business_summary
from commerce.reports.types import Figure, Point, Summary, Trend

__all__ = [
    "DEFINITIONS",
    "MEASURES",
    "OTHERS",
    "ROWS",
    "VERSION",
    "WHOLE_ORDERS",
    "Contribution",
    "Counts",
    "Definition",
    "Dimension",
    "Explanation",
    "Figure",
    "Filters",
    "Measure",
    "MetricName",
    "OrderRows",
    "ParcelRows",
    "Point",
    "ProfitAndLoss",
    "Report",
    "ReportKey",
    "ReportMetric",
    "ReportRow",
    "ReportSort",
    "Retention",
    "Rows",
    "Split",
    "Sum",
    "Summary",
    "Trend",
    "Unit",
    "business_summary",
    "explain_change",
    "figure",
    "profit_and_loss",
    "retention",
    "run_report",
]
