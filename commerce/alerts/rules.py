"""What is out of the ordinary: counts against their own past. No database, no clock.

A day's count is expected from the level of the last weeks, the weekday, and what the same festival
or sale brought before; how far it may lie off is learnt from how far such days lay off.

References:
    Benjamini, Hochberg: Controlling the False Discovery Rate. JRSS B 57 (1995).
    McCullagh, Nelder: Generalized Linear Models (1989), section 6.2 (overdispersed counts).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from statistics import fmean, median

FALSE_SHARE = 0.05
"""Of the alerts, so many may be of ordinary days (Benjamini-Hochberg over all that is tested)."""
LEAST_SHIFT = 0.2
"""A smaller part of what was expected is nobody's worry, however sure it is."""
LEAST_EXPECTED = 8.0
"""Below so many a day nothing can be told of a day."""
HALF_LIFE_DAYS = 14.0
HISTORY_DAYS = 56
_LEAST_DAYS = 21
_FAR = 3.0
"""Past days are taken as at most so many deviations off, lest old anomalies hide new ones."""
_WIDE = 1.3
"""Days of a festival vary more than others."""
_EXACT_TO = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What an ordinary day would bring."""

    mean: float
    spread: float
    """Variance over mean: 1 of independent purchases, more where they come together."""

    @property
    def interval(self) -> tuple[float, float]:
        """Ends between which about 95 of 100 ordinary days lie."""
        half = 1.96 * math.sqrt(self.mean * self.spread)
        return max(self.mean - half, 0.0), self.mean + half


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One count that was held against its past."""

    name: tuple[str, str]
    """Dimension and value."""
    seen: float
    expected: Expected
    chance: float
    of: float = 0.0
    """Of a share: what it is of."""

    @property
    def is_less(self) -> bool:
        """Whether less came than was expected."""
        return self.seen < self.expected.mean


def weekdays(history: Mapping[date, float], special: Iterable[date] = ()) -> tuple[float, ...]:
    """Return what each weekday brings, Monday first, as a share of the mean day."""
    left_out = set(special)
    by_day: list[list[float]] = [[] for _ in range(7)]
    for day, count in history.items():
        if day not in left_out:
            by_day[day.weekday()].append(count)
    usual = [median(found) if found else 0.0 for found in by_day]
    mean = fmean(usual)
    return tuple(one / mean if mean and one else 1.0 for one in usual)


def expected(
    history: Mapping[date, float],
    day: date,
    *,
    shape: Sequence[float],
    special: Mapping[date, str] | None = None,
    lifts: Mapping[str, float] | None = None,
) -> Expected | None:
    """Return what a day should bring, or `None` where too little is known.

    Args:
        history: Counts of days before, without gaps; what is not before `day` is left out.
        day: The day asked about.
        shape: `weekdays` of the shop.
        special: Days of festivals and sales by name: they tell nothing of ordinary days.
        lifts: What each of those brought before, as a multiple of an ordinary day.
    """
    special, lifts = special or {}, lifts or {}
    name = special.get(day)
    if name is not None and name not in lifts:
        return None
    past = [
        ((day - d).days, count / shape[d.weekday()], shape[d.weekday()])
        for d, count in history.items()
        if d not in special and 0 < (day - d).days <= HISTORY_DAYS
    ]
    if len(past) < _LEAST_DAYS:
        return None
    middle = median(count for _, count, _ in past)
    off = 1.4826 * median(abs(count - middle) for _, count, _ in past)
    off = max(off, math.sqrt(middle), 0.5)
    calm = [(a, min(max(c, middle - _FAR * off), middle + _FAR * off), s) for a, c, s in past]
    weights = [0.5 ** (age / HALF_LIFE_DAYS) for age, _, _ in calm]
    level = sum(w * c for w, (_, c, _) in zip(weights, calm, strict=True)) / sum(weights)
    if level <= 0:
        return None
    spread = fmean((c - level) ** 2 * s / level for _, c, s in calm)
    # The level is itself known from so many days only.
    spread = max(spread, 1.0) * (1 + sum(w * w for w in weights) / sum(weights) ** 2)
    mean = level * shape[day.weekday()]
    if name is not None:
        mean, spread = mean * lifts[name], spread * _WIDE * max(lifts[name], 1.0)
    return Expected(mean=mean, spread=spread)


def lifts_of(
    history: Mapping[date, float], special: Mapping[date, str], shape: Sequence[float]
) -> dict[str, float]:
    """Return name → how many ordinary days a day of that event brought, at the median."""
    found: dict[str, list[float]] = {}
    for day, name in special.items():
        usual = expected(history, day, shape=shape, special={d: n for d, n in special.items()
                                                             if d != day})  # fmt: skip
        if day in history and usual is not None:
            found.setdefault(name, []).append(history[day] / usual.mean)
    return {name: max(median(all_), 0.1) for name, all_ in found.items()}


def chance_of(seen: float, expected: Expected) -> float:
    """Return how likely an ordinary day is at least so far off, on either side (two-sided)."""
    if seen < expected.mean:
        tail = _at_most(math.floor(seen), expected)
    else:
        tail = 1.0 - _at_most(math.ceil(seen) - 1, expected)
    return min(1.0, 2.0 * max(tail, 0.0))


def part_of(usual: Expected, share: float) -> Expected:
    """Return what a part of the day should bring, such as the hours until now."""
    return replace(usual, mean=usual.mean * share)


def share_expected(history: Sequence[tuple[int, int]], of: int) -> Expected | None:
    """Return how many of `of` should fail, from how many of how many did on days before."""
    days = [(bad, all_) for bad, all_ in history if all_ > 0]
    total = sum(all_ for _, all_ in days)
    if total < 5 * LEAST_EXPECTED or len(days) < 7:
        return None
    rate = (sum(bad for bad, _ in days) + 0.5) / (total + 1)
    off = [min((bad - rate * n) ** 2 / (n * rate * (1 - rate)), _FAR**2) for bad, n in days]
    spread = max(fmean(off), 1.0) * (1 - rate) + of * rate * (1 - rate) / (total * rate)
    return Expected(mean=rate * of, spread=max(spread, 1.0))


def out_of_ordinary(
    tested: Sequence[Held], *, false_share: float = FALSE_SHARE
) -> list[Held]:  # fmt: skip
    """Return what is hardly chance, taken together; the least likely first.

    However many things are looked at, about `false_share` of what is returned is chance.
    """
    ranked = sorted(tested, key=lambda one: one.chance)
    last = max(
        (n for n, one in enumerate(ranked, 1) if one.chance <= false_share * n / len(ranked)),
        default=0,
    )
    return [
        one for one in ranked[:last]
        if abs(one.seen - one.expected.mean) >= LEAST_SHIFT * one.expected.mean
    ]  # fmt: skip


def one_a_cause(found: Sequence[Held]) -> list[tuple[Held, int]]:
    """Return sales that moved, once a cause, with how many others moved along.

    Where the whole shop moved with one channel alone, the channel is told; with several, the shop.
    What moved along in the same direction is counted and not told.
    """
    told = []
    for less in (True, False):
        same = [one for one in found if one.is_less is less]
        for dimension in ("shop", "channel", "product", "payment_method"):
            first = [one for one in same if one.name[0] == dimension]
            if not first:
                continue
            channels = [one for one in same if one.name[0] == "channel"]
            if dimension == "shop" and len(channels) == 1:
                first = channels
            told += [(one, len(same) - len(first)) for one in first]
            break
    return told


def is_quiet(quiet: str, at: time) -> bool:
    """Tell whether a time of day lies in hours such as `22:00-08:00`."""
    if not quiet:
        return False
    begin, end = (time.fromisoformat(part) for part in quiet.split("-"))
    return begin <= at < end if begin <= end else at >= begin or at < end


def _at_most(count: int, usual: Expected) -> float:
    """Return the chance of at most so many, of a negative binomial (Poisson where spread is 1)."""
    if count < 0:
        return 0.0
    mean, spread = usual.mean, usual.spread
    if mean > _EXACT_TO:
        return 0.5 * math.erfc((mean - count - 0.5) / math.sqrt(2 * mean * spread))
    if spread <= 1.001:
        logs = [n * math.log(mean) - mean - math.lgamma(n + 1) for n in range(count + 1)]
    else:
        size = mean / (spread - 1)
        odds = math.log1p(-1 / spread)
        begin = -size * math.log(spread) - math.lgamma(size)
        logs = [
            begin + math.lgamma(n + size) - math.lgamma(n + 1) + n * odds for n in range(count + 1)
        ]
    top = max(logs)
    return min(1.0, math.exp(top) * math.fsum(math.exp(one - top) for one in logs))
