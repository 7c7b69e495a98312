"""How couriers do beside each other: in time, at the first try, honestly."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from commerce.access import Permission
from commerce.context import Context
from commerce.money import Money
from commerce.periods import Period
from commerce.reports import MetricName
from commerce.reports.couriers import CourierFigures, courier_performance
from commerce.sla import keeping, queries, rules
from commerce.sla.types import Scorecard, Share, SlaKind
from commerce.vocabulary import CourierType

MOST_LANES = 8
"""Lanes of a courier that are shown, those with most parcels."""


def scorecards(ctx: Context, period: Period) -> tuple[Scorecard, ...]:
    """Return the card of every courier that carried parcels in a period, the best on time first.

    Ranked are those of whom enough parcels tell; the others follow by how many they carried.

    Raises:
        NotAllowed: The actor may not read reports.
    """
    ctx.require(Permission.REPORTS_READ)
    times = _Times(queries.punctuality(ctx, period.start, period.end))
    quick = _quick(ctx, period)
    owed = _owed(ctx, period)
    cards = [
        _card(one, "", times, quick, owed.get(one.courier))
        for one in courier_performance(ctx, period)
    ]  # fmt: skip
    return _ranked(cards)


def lanes(ctx: Context, period: Period, courier: CourierType) -> tuple[Scorecard, ...]:
    """Return one courier's cards by state, the lanes with most parcels first.

    Raises:
        NotAllowed: The actor may not read reports.
    """
    ctx.require(Permission.REPORTS_READ)
    times = _Times(queries.punctuality(ctx, period.start, period.end))
    quick = _quick(ctx, period)
    found = []
    for state in times.states(courier)[:MOST_LANES]:
        for one in courier_performance(ctx, period, place=state):
            if one.courier is courier:
                found.append(_card(one, state, times, quick, None))
    return tuple(found)


class _Times:
    """How long parcels took, by courier and lane; the lane of nothing is all."""

    def __init__(self, rows: list[Any]) -> None:
        self.sent: Counter[tuple[str, str]] = Counter()
        self.due: Counter[tuple[str, str]] = Counter()
        self.kept: Counter[tuple[str, str]] = Counter()
        self.hours: dict[tuple[str, str], dict[int, int]] = {}
        for courier, state, hours, number, due, kept in rows:
            for lane in {(courier, state), (courier, "")}:
                self.sent[lane] += number
                self.due[lane] += int(due)
                self.kept[lane] += int(kept)
                if hours is not None:
                    took = self.hours.setdefault(lane, {})
                    took[int(hours)] = took.get(int(hours), 0) + number

    def states(self, courier: CourierType) -> list[str]:
        """Return where a courier went, most often first."""
        known = [(lane, number) for lane, number in self.sent.items() if lane[0] == courier]
        known.sort(key=lambda pair: (-pair[1], pair[0][1]))
        return [state for (_, state), _ in known if state]

    def days(self, lane: tuple[str, str], part: float) -> float | None:
        """Return within how many days a part of a lane's parcels came."""
        hours = rules.quantile(self.hours.get(lane, {}), part)
        return None if hours is None else round(hours / 24, 1)


def _quick(ctx: Context, period: Period) -> dict[tuple[str, str], tuple[int, int]]:
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for courier, state, number, quick in queries.quick_failures(
        ctx, period.start, period.end, rules.QUICK_MINUTES
    ):
        for lane in {(courier, state), (courier, "")}:
            hits, n = found.get(lane, (0, 0))
            found[lane] = hits + int(quick), n + number
    return found


def _owed(ctx: Context, period: Period) -> Mapping[CourierType, Money]:
    """Return what late deliveries cost couriers that have a term with a penalty."""
    return {
        one.courier: one.penalty
        for one in keeping.performance(ctx, period, SlaKind.DELIVERY)
        if one.courier is not None and (one.term.penalty or one.term.penalty_permille)
    }


def _card(
    figures: CourierFigures, lane: str, times: _Times,
    quick: Mapping[tuple[str, str], tuple[int, int]], owed: Money | None,
) -> Scorecard:  # fmt: skip
    key = (figures.courier.value, lane)
    return Scorecard(
        courier=figures.courier, lane=lane, sent=figures.counts.cohort,
        on_time=rules.share(times.kept[key], times.due[key]),
        first_attempt=_share(figures, MetricName.FIRST_ATTEMPT_RATE),
        ndr=_share(figures, MetricName.NDR_RATE),
        rto=_share(figures, MetricName.RTO_RATE),
        fake=rules.share(*quick.get(key, (0, 0))),
        days_p50=times.days(key, 0.5), days_p90=times.days(key, 0.9), owed=owed,
    )  # fmt: skip


def _share(figures: CourierFigures, name: MetricName) -> Share:
    hits, n = figures.parts(name)
    return rules.share(hits, n or 0)


def _ranked(cards: list[Scorecard]) -> tuple[Scorecard, ...]:
    able = [one for one in cards if one.on_time.n >= rules.FEW]
    able.sort(key=lambda one: (-(one.on_time.value or 0), one.courier))
    rest = [one for one in cards if one.on_time.n < rules.FEW]
    return (*(replace(one, rank=place) for place, one in enumerate(able, 1)), *rest)
