"""Forecasts of many series at once: what will sell on each day, and how sure that is."""

from commerce.scoring.forecasting.pipeline import forecast
from commerce.scoring.forecasting.shapes import shapes
from commerce.scoring.forecasting.spreads import interval, quantile
from commerce.scoring.forecasting.types import (
    SHAPES,
    Forecast,
    Occasion,
    Panel,
    Parts,
    Shape,
    Spacing,
    Spread,
)

__all__ = [
    "SHAPES",
    "Forecast",
    "Occasion",
    "Panel",
    "Parts",
    "Shape",
    "Spacing",
    "Spread",
    "forecast",
    "interval",
    "quantile",
    "shapes",
]
