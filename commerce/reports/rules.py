"""Decisions of reports: what comes first, and how a change is taken apart."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import log2

from commerce.reports.cube import Sum

ENOUGH = 20
"""A share of fewer rows than this is mostly chance, so it does not come first."""


def parts_of_sum(now: Mapping[str, Sum], before: Mapping[str, Sum]) -> dict[str, Fraction]:
    """Return what each part did to the change of a sum: its own change."""
    keys = {**now, **before}
    return {key: Fraction(now.get(key, Sum()).above - before.get(key, Sum()).above) for key in keys}


def parts_of_share(
    now: Mapping[str, Sum], before: Mapping[str, Sum]
) -> dict[str, tuple[Fraction, Fraction]]:
    """Return what each part did to the change of a quotient, by its own rate and by the mix.

    A quotient is the mean of the parts' rates r, weighted by their shares w of the denominator.
    With bars for means of the two spans, part i contributes `w̄ᵢ Δrᵢ` by doing better or worse
    itself, and `Δwᵢ (r̄ᵢ - R̄)` by there being more or less of it, R being the whole's rate. Since
    the Δw add up to nothing, the contributions add up to ΔR exactly. (This is the symmetric form of
    E. M. Kitagawa, "Components of a Difference Between Two Rates", JASA 50, 1955,
    doi:10.1080/01621459.1955.10501299.) A part that was there in one span only has no rate of its
    own to change, so that all it does is mix. Nothing can be said where a span has no denominator.
    """
    total_now, total_before = _whole(now), _whole(before)
    if not total_now.below or not total_before.below:
        return {}
    level = (_rate(total_now) + _rate(total_before)) / 2
    found = {}
    for key in {**now, **before}:
        part, earlier = now.get(key, Sum()), before.get(key, Sum())
        if not part.below and not earlier.below:
            continue
        rate_now = _rate(part if part.below else earlier)
        rate_before = _rate(earlier if earlier.below else part)
        weight_now = Fraction(part.below, total_now.below)
        weight_before = Fraction(earlier.below, total_before.below)
        by_rate = (weight_now + weight_before) / 2 * (rate_now - rate_before)
        mean = (rate_now + rate_before) / 2
        by_mix = (weight_now - weight_before) * (mean - level)
        found[key] = (by_rate, by_mix)
    return found


def surprise(now: Mapping[str, Sum], before: Mapping[str, Sum]) -> float:
    """Return how far the parts' shares of the numerator moved: Jensen-Shannon divergence in bits.

    From R. Bhagwan et al., "Adtributor: Revenue Debugging in Advertising Systems", NSDI 2014, §4.
    """
    whole_now, whole_before = _whole(now).above, _whole(before).above
    if whole_now <= 0 or whole_before <= 0:
        return 0.0
    found = 0.0
    for key in {**now, **before}:
        p = max(before.get(key, Sum()).above, 0) / whole_before
        q = max(now.get(key, Sum()).above, 0) / whole_now
        mean = (p + q) / 2
        found += sum(share * log2(share / mean) / 2 for share in (p, q) if share)
    return found


def concentration(contributions: Iterable[float]) -> float:
    """Return how much of all that moved, up or down, the largest three moved: from 0 to 1.

    A hundred products that each moved a little explain less than one channel, though their shares
    moved as far (the "succinctness" of Adtributor, §4).
    """
    sizes = sorted((abs(one) for one in contributions), reverse=True)
    return sum(sizes[:3]) / sum(sizes) if sum(sizes) else 0.0


def _whole(parts: Mapping[str, Sum]) -> Sum:
    return sum(parts.values(), start=Sum())


def _rate(part: Sum) -> Fraction:
    return Fraction(part.above, part.below)
