"""What customers will buy and who stays away: as of a moment, beside the plain rules."""

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from commerce.errors import Refused
from commerce.scoring.churn import judge
from commerce.scoring.churn_features import Bought, bought_within, known_at
from commerce.scoring.customer_value import backtest_customers
from commerce.scoring.judging import auc
from tests.scoring_rows import drawn_buyers


def test_a_customer_is_known_by_what_was_before_the_moment_alone() -> None:
    what = Bought(
        customer=np.array([1.0, 1.0, 1.0, 2.0]), at=np.array([10.0, 20.0, 90.0, 95.0]),
        value=np.array([100.0, 300.0, 5.0, 7.0]), refuser=np.array([1.0, 1.0]),
        refused_at=np.array([15.0, 85.0]),
    )  # fmt: skip
    known = known_at(what, 80.0)
    assert known.customer.tolist() == [1.0]
    told = {name: column.tolist() for name, column in known.columns.items()}
    assert told == {
        "silence_days": [60.0], "silence_gaps": [6.0], "purchases": [2.0], "lately": [2.0],
        "known_days": [70.0], "mean_value": [200.0], "parcels_refused": [1.0],
    }  # fmt: skip
    assert bought_within(what, known.customer, 80.0, 30.0).tolist() == [1.0]


def test_who_stays_away_is_told_better_than_by_silence_alone_and_no_better_than_the_truth() -> None:
    what, chance_away = drawn_buyers(2_500, days=360, ahead=45)
    judged = judge(what, 360.0, 45)
    told, rule = auc(judged.truth, judged.chance), auc(judged.truth, judged.rule)
    assert told > rule
    assert told < auc(judged.truth, chance_away) + 0.01


def test_cdnow_is_foretold_as_published_and_better_than_going_on_as_before() -> None:
    spec = find_spec("lifetimes")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    file = Path(spec.submodule_search_locations[0]) / "datasets" / "CDNOW_sample.txt"
    rows = [line.split() for line in file.read_text().splitlines() if line.strip()]
    days = np.array([f"{at[:4]}-{at[4:6]}-{at[6:]}" for _, _, at, *_ in rows], "datetime64[us]")
    found = backtest_customers(
        np.array([who for _, who, *_ in rows], dtype=object), days,
        np.array([float(row[-1]) for row in rows]), cut=np.datetime64("1997-10-01"), days=273,
    )  # fmt: skip
    told = {one.name: (one.score, one.baseline) for one in found.figures}
    assert told["MAE of purchases"] == pytest.approx((0.785, 1.024), abs=0.002)
    assert told["correlation of purchases"][0] == pytest.approx(0.626, abs=0.002)
    assert told["purchases in the top tenth"][0] == pytest.approx(0.467, abs=0.002)
    assert told["AUC of who buys"][0] > 0.772
    assert all((one.gain or 0) > 0 for one in found.figures)


def test_a_cut_outside_the_file_and_a_file_of_strangers_are_refused() -> None:
    who = np.array([f"c{k}" for k in range(300)], dtype=object)
    at = np.datetime64("2026-01-01", "us") + np.arange(300).astype("timedelta64[D]")
    amount = np.full(300, 10.0)
    with pytest.raises(Refused, match="between 2026-01-01 and 2026-10-27"):
        backtest_customers(who, at, amount, cut=np.datetime64("2027-01-01"), days=30)
    with pytest.raises(Refused, match="0 of them more than once"):
        backtest_customers(who, at, amount, cut=np.datetime64("2026-09-01"), days=30)
