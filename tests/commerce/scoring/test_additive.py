"""A scorecard says a chance and exactly what made it."""

import numpy as np
import pytest

from commerce.scoring.additive import Feature, FeatureKind, Scorecard
from commerce.scoring.fitting import Fitted, additivity, fit
from commerce.scoring.judging import auc, calibration_error
from commerce.scoring.splits import Split, by_time
from commerce.scoring.types import Floats

ROWS = 12_000
FEATURES = (
    Feature(name="refused_before", direction=1),
    Feature(name="value"),
    Feature(name="courier", kind=FeatureKind.CATEGORY),
)


@pytest.fixture(scope="module")
def history() -> tuple[dict[str, np.ndarray], Floats, Floats, Split]:
    """Rows whose chance is a known sum, with a tenth of the values unknown."""
    dice = np.random.default_rng(4)
    refused = dice.poisson(0.6, ROWS).astype(np.float64)
    value = dice.normal(size=ROWS)
    value[dice.random(ROWS) < 0.1] = np.nan
    courier = dice.choice(["Blue", "Green", "Red", ""], ROWS)
    logit = -1.5 + 0.9 * refused + 0.6 * np.nan_to_num(value) ** 2 + 0.8 * (courier == "Red")
    truth = (dice.random(ROWS) < 1 / (1 + np.exp(-logit))).astype(np.float64)
    moments = np.datetime64("2026-01-01") + np.arange(ROWS) * np.timedelta64(30, "m")
    columns = {"refused_before": refused, "value": value, "courier": courier}
    return columns, truth, logit, by_time(moments)


@pytest.fixture(scope="module")
def fitted(history: tuple[dict[str, np.ndarray], Floats, Floats, Split]) -> Fitted:
    """What was learnt of it."""
    columns, truth, _, split = history
    return fit(columns, truth, FEATURES, split)


def test_it_comes_near_what_can_be_known_and_is_calibrated(
    history: tuple[dict[str, np.ndarray], Floats, Floats, Split], fitted: Fitted
) -> None:
    _, truth, logit, split = history
    judged = truth[split.judge]
    assert auc(judged, fitted.chance) == pytest.approx(auc(judged, logit[split.judge]), abs=0.015)
    assert calibration_error(judged, fitted.chance) < 0.04
    assert additivity(fitted, truth, split).gain == pytest.approx(0.0, abs=0.01)


@pytest.mark.parametrize("courier", ["Red", "", "never seen"])
@pytest.mark.parametrize("value", [None, -2.5, 0.0, 1e9])
@pytest.mark.parametrize("refused", [0, 3, 50])
def test_reasons_add_up_to_the_score(
    fitted: Fitted, refused: int, value: float | None, courier: str
) -> None:
    row = {"refused_before": refused, "value": value, "courier": courier}
    score = fitted.card.explain(row, name="risk", version=1)
    assert score.base + sum(reason.points for reason in score.reasons) == pytest.approx(
        score.value, abs=1e-12
    )
    sizes = [abs(reason.points) for reason in score.reasons]
    assert sizes == sorted(sizes, reverse=True)


def test_more_of_what_can_only_raise_a_chance_never_lowers_it(fitted: Fitted) -> None:
    counts = np.arange(12, dtype=np.float64)
    columns = {
        "refused_before": counts, "value": np.zeros(12), "courier": np.full(12, "Blue"),
    }  # fmt: skip
    assert np.all(np.diff(fitted.card.chances(columns)) >= -1e-12)


def test_a_card_read_back_says_the_same(
    history: tuple[dict[str, np.ndarray], Floats, Floats, Split], fitted: Fitted
) -> None:
    columns = history[0]
    again = Scorecard.load(fitted.card.dump())
    assert np.array_equal(again.chances(columns), fitted.card.chances(columns))
    assert again.features == fitted.card.features


def test_a_row_that_lacks_a_feature_is_not_the_same_as_one_where_it_is_unknown(
    fitted: Fitted,
) -> None:
    with pytest.raises(KeyError, match="courier"):
        fitted.card.explain({"refused_before": 1, "value": 2.0}, name="risk", version=1)
