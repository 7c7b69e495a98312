"""The field's measures, with answers worked out by hand."""

import numpy as np
import pytest

from commerce.scoring import judging
from commerce.scoring.drift import stability
from commerce.scoring.splits import by_time
from commerce.scoring.types import Better, Figure

TRUTH = np.array([1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])
CHANCE = np.array([0.9, 0.8, 0.7, 0.4, 0.3, 0.2, 0.1, 0.1, 0.1, 0.1])


def test_auc_is_the_share_of_pairs_in_the_right_order() -> None:
    assert judging.auc(TRUTH, CHANCE) == pytest.approx(15 / 16)


def test_auc_says_nothing_where_only_one_outcome_occurs() -> None:
    assert judging.auc(np.ones(5), np.arange(5.0)) == 0.5


def test_the_top_tenth_holds_one_of_two() -> None:
    assert judging.at_top(TRUTH, CHANCE, 0.1) == (1.0, 0.5)


def test_errors_of_a_forecast() -> None:
    actual, forecast = np.array([2.0, 0.0, 4.0]), np.array([1.0, 1.0, 6.0])
    assert judging.wape(actual, forecast) == pytest.approx(4 / 6)
    assert judging.bias(actual, forecast) == pytest.approx(2 / 6)
    assert judging.mase(actual, forecast, 2.0) == pytest.approx(4 / 3 / 2)
    assert judging.pinball(actual, forecast, 0.9) == pytest.approx((0.9 + 0.1 + 0.2) / 3)
    assert judging.coverage(actual, forecast - 1, forecast + 1) == pytest.approx(2 / 3)


def test_a_sure_chance_that_comes_true_is_calibrated() -> None:
    truth = np.repeat([0.0, 1.0], 50)
    assert judging.calibration_error(truth, truth) == 0.0
    assert judging.calibration_error(truth, np.full(100, 0.5)) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("better", "gain"), [(Better.HIGHER, -0.2), (Better.LOWER, 0.2), (Better.NEAR_ZERO, 0.2)]
)
def test_better_is_as_the_figure_means_it(better: Better, gain: float) -> None:
    figure = Figure(name="x", score=0.3, baseline=0.5, better=better)
    assert figure.gain == pytest.approx(gain)


def test_nothing_is_learnt_from_what_was_not_yet_known() -> None:
    moments = np.datetime64("2026-01-01") + np.arange(1_000) * np.timedelta64(6, "h")
    split = by_time(moments[::-1])
    begins = moments[::-1][split.judge].min()
    assert moments[::-1][split.learn].max() < moments[::-1][split.tune].min()
    assert begins - moments[::-1][split.tune].max() >= np.timedelta64(21, "D")
    assert len(split.judge) == 200


def test_too_little_history_is_said() -> None:
    with pytest.raises(ValueError, match="too little"):
        by_time(np.datetime64("2026-01-01") + np.arange(60) * np.timedelta64(1, "D"))


def test_what_did_not_move_has_no_drift() -> None:
    then = np.array([0.2, 0.5, 0.3])
    assert stability(then, then) == 0.0
    assert stability(then, np.array([0.4, 0.3, 0.3])) == pytest.approx(
        0.2 * np.log(2) + 0.2 * np.log(5 / 3)
    )


def test_the_same_dice_thrown_again_have_not_drifted_however_fine_the_bins() -> None:
    dice = np.random.default_rng(7)
    then, now = (np.bincount(dice.integers(0, 49, size=400), minlength=49) / 400 for _ in "ab")
    assert stability(then, now) < 0.1
    gone = np.append(np.zeros(48), 1.0)
    assert stability(then, gone) > 1.0
