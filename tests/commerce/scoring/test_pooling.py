"""A rate that rests on few events is pulled towards those around it."""

import pytest
from scipy.special import betaincinv

from commerce.scoring.pooling import STRENGTH, Seen, pooled

SHOP = Seen(hits=2_600, n=10_000)


def test_somebody_never_seen_is_as_all_are() -> None:
    rate = pooled([SHOP, Seen(hits=0, n=0)])
    assert rate.value == pytest.approx(0.26, abs=1e-3)
    assert not rate.sayable


def test_each_level_counts_for_as_many_events_as_it_is_strong() -> None:
    pincode = (30 + STRENGTH * 0.26) / (80 + STRENGTH)
    person = (3 + STRENGTH * pincode) / (4 + STRENGTH)
    rate = pooled([SHOP, Seen(hits=30, n=80), Seen(hits=3, n=4)])
    assert rate.value == pytest.approx(person, abs=1e-3)
    assert rate.low < rate.value < rate.high


def test_many_events_speak_for_themselves_within_a_narrow_interval() -> None:
    rate = pooled([SHOP, Seen(hits=9_000, n=10_000)])
    assert rate.value == pytest.approx(0.9, abs=0.002)
    assert rate.high - rate.low < 0.01


def test_three_of_four_says_little_for_sure() -> None:
    assert pooled([Seen(hits=3, n=4)]).high - pooled([Seen(hits=3, n=4)]).low > 0.3


def test_a_rate_of_nothing_at_all_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="level"):
        pooled([])


@pytest.mark.parametrize("hits", [0.0, 1.0, 13.0, 39.0, 40.0])
@pytest.mark.parametrize("around", [SHOP, Seen(hits=1, n=90_000), Seen(hits=0, n=0)])
def test_an_interval_is_that_of_the_beta_distribution(hits: float, around: Seen) -> None:
    rate = pooled([around, Seen(hits=hits, n=40)])
    yes, no = rate.value * 60, (1 - rate.value) * 60
    assert (rate.low, rate.high) == pytest.approx(betaincinv(yes, no, (0.1, 0.9)), abs=1e-3)


def test_a_rate_of_nearly_always_among_very_many_has_an_interval() -> None:
    rate = pooled([Seen(hits=999_990, n=1_000_000)])
    assert (rate.low, rate.high) == pytest.approx(betaincinv(999_990.5, 10.5, (0.1, 0.9)), abs=1e-6)
