"""An evaluation for people, as tables, or for machines, as one JSON object."""

import json
import math
import sys
from typing import Any

from commerce.scoring.types import Better, Evaluation, Figure


def show(evaluation: Evaluation, *, as_json: bool, title: str = "") -> None:
    """Print what a score was worth: figures beside the baseline's, tables, and notes."""
    if as_json:
        sys.stdout.write(json.dumps(told(evaluation), ensure_ascii=False) + "\n")
        return
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, soft_wrap=True)
    span = ""
    if evaluation.since and evaluation.until:
        span = f", {evaluation.since:%Y-%m-%d} to {evaluation.until:%Y-%m-%d}"
    shown = Table(title=title or None, caption=f"{evaluation.rows:,} held-out rows{span}")
    for column in ("figure", "score", evaluation.baseline or "baseline", ""):
        shown.add_column(column, justify="left" if column == "figure" else "right")
    for figure in evaluation.figures:
        shown.add_row(figure.name, number(figure.score), number(figure.baseline), verdict(figure))
    console.print(shown)
    for table in evaluation.tables:
        drawn = Table(title=table.title)
        for column in table.columns:
            drawn.add_column(column, justify="right")
        for row in table.rows:
            drawn.add_row(*(cell if isinstance(cell, str) else number(cell) for cell in row))
        console.print(drawn)
    for note in evaluation.notes:
        console.print(f"• {note}", markup=False)


def told(evaluation: Evaluation) -> dict[str, Any]:
    """Return an evaluation as plain JSON; what is no number is `null`."""
    return {
        "decides": evaluation.decides,
        "baseline": evaluation.baseline,
        "rows": evaluation.rows,
        "since": evaluation.since.isoformat() if evaluation.since else None,
        "until": evaluation.until.isoformat() if evaluation.until else None,
        "figures": [
            {
                "name": one.name, "score": _finite(one.score), "baseline": _finite(one.baseline),
                "better": one.better.value,
            }
            for one in evaluation.figures
        ],
        "tables": [
            {
                "title": table.title, "columns": list(table.columns),
                "rows": [[_finite(cell) for cell in row] for row in table.rows],
            }
            for table in evaluation.tables
        ],
        "notes": list(evaluation.notes),
    }  # fmt: skip


def number(value: float | None) -> str:
    """Return a figure as people read it: four digits behind the point, or none if it is large."""
    if value is None or not math.isfinite(value):
        return "–"
    if value == 0 or (float(value).is_integer() and abs(value) >= 2) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.4f}" if abs(value) < 10 else f"{value:,.2f}"


def verdict(figure: Figure) -> str:
    """Return whether a figure is better than the baseline's, in a word."""
    gain = figure.gain
    if gain is None:
        return ""
    arrow = {Better.HIGHER: "↑", Better.LOWER: "↓", Better.NEAR_ZERO: "→0"}[figure.better]
    word = "better" if gain > 0 else "same" if gain == 0 else "worse"
    return f"{word} ({arrow})"


def _finite(value: object) -> Any:
    if hasattr(value, "item"):
        value = value.item()
    return None if isinstance(value, float) and not math.isfinite(value) else value
