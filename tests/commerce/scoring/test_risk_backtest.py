"""Anyone's rows: leaks are named, knowledge is told from chance."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from commerce.errors import Refused
from commerce.scoring.risk_backtest import backtest_risk, outcome

ROWS = 3000


def _rows(strength: float) -> tuple[dict[str, NDArray[Any]], NDArray[np.datetime64], Any]:
    """Return rows of a year in which COD, and as strongly a few phones, come back more often."""
    random = np.random.default_rng(3)
    at = np.datetime64("2025-01-01T09:00:00", "us") + np.arange(ROWS) * np.timedelta64(3, "h")
    cod = random.random(ROWS) < 0.6
    phone = random.integers(0, 300, ROWS)
    odds = -2.0 + strength * (1.5 * cod + 2.0 * (phone < 30))
    back = random.random(ROWS) < 1 / (1 + np.exp(-odds))
    columns: dict[str, NDArray[Any]] = {
        "payment": np.where(cod, "COD", "UPI").astype(object),
        "phone": (phone + 9_800_000_000).astype(np.float64),
        "amount": random.random(ROWS) * 1000,
        "name": random.choice(["Asha", "Bina", "Chitra"], ROWS).astype(object),
        "order_id": np.arange(ROWS).astype(np.float64),
        "returned_on": np.where(back, at + np.timedelta64(9, "D"), np.datetime64("NaT")),
    }
    return columns, at, np.where(back, "RTO", "Delivered").astype(object)


def test_what_is_written_down_after_the_outcome_is_named_and_left_out() -> None:
    columns, at, label = _rows(1.0)
    found = backtest_risk(columns, at, label, time="placed")
    auc = found.figure("AUC")
    assert any("“returned_on”" in note and "leak" in note for note in found.notes)
    assert 0.65 < auc.score < 0.85
    assert auc.baseline is not None
    assert auc.score > auc.baseline
    assert found.figure("AUC without the leaking columns beside with them").baseline == 1.0
    taken = next(note for note in found.notes if note.startswith("Columns"))
    assert "repeated name: phone" in taken
    assert "id, left out: order_id" in taken
    assert "people's names, left out: name" in taken


def test_columns_that_tell_nothing_are_said_to_be_worth_nothing() -> None:
    columns, at, label = _rows(0.0)
    del columns["returned_on"]
    found = backtest_risk(columns, at, label, time="placed")
    assert any("worth nothing" in note for note in found.notes)


def test_three_outcomes_are_refused() -> None:
    with pytest.raises(Refused, match="two outcomes"):
        outcome(np.array(["a", "b", "c"], dtype=object))


def test_few_rows_are_refused() -> None:
    columns, at, label = _rows(1.0)
    few = {name: values[:80] for name, values in columns.items()}
    with pytest.raises(Refused, match="80 rows"):
        backtest_risk(few, at[:80], label[:80], time="placed")
