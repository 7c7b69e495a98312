"""How couriers do beside each other: in time, at the first try, honestly."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from commerce.access import Permission
from commerce.context import Context
from commerce.money import Money
from commerce.periods import Period
from commerce.reports import Counts, MetricName, metrics
from commerce.reports.couriers import counts_by_state, courier_performance
from commerce.sla import keeping, queries, rules
from commerce.sla.calendar import calendar_of
from commerce.sla.types import Scorecard, Share, SlaKind, Term
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
    start, end = period.start, period.end
    times = _Times(queries.transits(ctx, start, end), queries.overdue(ctx, start, end))
    quick = queries.quick_failures(ctx, start, end)
    owed = _owed(ctx, period)
    return _ranked(
        [
            _card(one.courier, "", one.counts, times.of(one.courier), quick.get(one.courier), owed)
            for one in courier_performance(ctx, period)
        ]
    )


def lanes(ctx: Context, period: Period, courier: CourierType) -> tuple[Scorecard, ...]:
    """Return one courier's cards by state, the lanes with most parcels first.

    Raises:
        NotAllowed: The actor may not read reports.
    """
    ctx.require(Permission.REPORTS_READ)
    start, end = period.start, period.end
    names = queries.states_sent_to(ctx, start, end)
    counted = counts_by_state(ctx, period, courier, names)
    busiest = sorted(counted, key=lambda state: (-counted[state].cohort, state))[:MOST_LANES]
    times = _Times(
        queries.transits(ctx, start, end, courier, busiest),
        queries.overdue(ctx, start, end, courier),
    )
    quick = queries.quick_failures(ctx, start, end, courier)
    return tuple(
        _card(courier, names[state], counted[state], times.of(state), quick.get(state), {})
        for state in busiest
    )


@dataclass(slots=True)
class _Took:
    """How long the parcels of one courier, or of one of its lanes, took."""

    due: int = 0
    """Delivered or not, those whose promised day has come."""
    kept: int = 0
    hours: dict[int, int] = field(default_factory=dict)
    """Whole hours to deliver → parcels."""

    def days(self, part: float) -> float | None:
        """Return within how many days a part of the parcels came."""
        hours = rules.quantile(self.hours, part)
        return None if hours is None else round(hours / 24, 1)


class _Times:
    """How long parcels took, by courier or by lane."""

    def __init__(self, rows: Iterable[Any], overdue: Mapping[str, int]) -> None:
        self._took = {key: _Took(due=number) for key, number in overdue.items()}
        for key, hours, number, promised, kept in rows:
            took = self._took.setdefault(key, _Took())
            took.due += int(promised)
            took.kept += int(kept)
            took.hours[int(hours)] = took.hours.get(int(hours), 0) + int(number)

    def of(self, key: str) -> _Took:
        """Return how long a courier's or a lane's parcels took."""
        return self._took.get(key, _Took())


def _owed(ctx: Context, period: Period) -> Mapping[CourierType, Money]:
    """Return what late deliveries cost couriers that have a term with a penalty."""
    terms = calendar_of(ctx).terms
    if not any(one.kind is SlaKind.DELIVERY and _costs(one) for one in terms):
        return {}
    return {
        one.courier: one.penalty
        for one in keeping.performance(ctx, period, SlaKind.DELIVERY).value
        if one.courier is not None and _costs(one.term)
    }


def _costs(term: Term) -> bool:
    return bool(term.penalty or term.penalty_permille)


def _card(
    courier: CourierType, lane: str, counts: Counts, took: _Took, quick: tuple[int, int] | None,
    owed: Mapping[CourierType, Money],
) -> Scorecard:  # fmt: skip
    return Scorecard(
        courier=courier, lane=lane, sent=counts.cohort,
        on_time=rules.share(took.kept, took.due),
        first_attempt=_share(counts, MetricName.FIRST_ATTEMPT_RATE),
        ndr=_share(counts, MetricName.NDR_RATE),
        rto=_share(counts, MetricName.RTO_RATE),
        fake=rules.share(*(quick or (0, 0))),
        days_p50=took.days(0.5), days_p90=took.days(0.9), owed=owed.get(courier),
    )  # fmt: skip


def _share(counts: Counts, name: MetricName) -> Share:
    hits, n = metrics.parts(metrics.BY_NAME[name], counts)
    return rules.share(hits, n or 0)


def _ranked(cards: list[Scorecard]) -> tuple[Scorecard, ...]:
    able = [one for one in cards if one.on_time.n >= rules.FEW]
    able.sort(key=lambda one: (-(one.on_time.value or 0), one.courier))
    rest = [one for one in cards if one.on_time.n < rules.FEW]
    return (*(replace(one, rank=place) for place, one in enumerate(able, 1)), *rest)
