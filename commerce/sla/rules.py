"""Service levels decided without a database."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from commerce import working_time
from commerce.errors import Refused
from commerce.money import Money
from commerce.ndr import time_to_act
from commerce.periods import Period
from commerce.sla.types import Clock, Likely, Share, ShopHours, SlaKind, Term
from commerce.vocabulary import CourierType, NdrReason, SalesChannel
from commerce.working_time import Hours

DEFAULT_HOURS: Final = ShopHours(
    opens=time(9), closes=time(19), rest_days=frozenset({6}), region="IN"
)
MARKETPLACES: Final = (SalesChannel.AMAZON, SalesChannel.FLIPKART, SalesChannel.MEESHO)
DEFAULTS: Final = (
    Term(kind=SlaKind.DISPATCH, span=timedelta(hours=48), clock=Clock.WORKING_DAYS),
    *(
        Term(
            kind=SlaKind.DISPATCH, span=timedelta(hours=36), clock=Clock.WORKING_DAYS,
            channel=channel,
        )
        for channel in MARKETPLACES
    ),
    Term(kind=SlaKind.FIRST_RESPONSE, span=timedelta(minutes=30), clock=Clock.OPEN_HOURS),
    Term(kind=SlaKind.NDR_ACTION, span=None),
    Term(kind=SlaKind.DELIVERY, span=None),
)  # fmt: skip
"""What holds until a shop says otherwise: two working days to dispatch, one and a half for
marketplaces, which want it gone by the next; half an open hour to answer who asks for a person; for
a failed delivery the platform's 24, 48 or 36 hours by its reason; for a delivery what the courier
promised. The first three are a judgement, the last two are what others promised."""

SOON: Final = {
    SlaKind.DISPATCH: timedelta(hours=12),
    SlaKind.FIRST_RESPONSE: timedelta(minutes=15),
    SlaKind.NDR_ACTION: timedelta(hours=6),
    SlaKind.DELIVERY: timedelta(hours=24),
}
"""What is due within so much is at risk, unless such ones are seldom late by then."""
LOOKS_AHEAD: Final = timedelta(hours=72)
"""Deliveries due within so much are at risk where such ones are mostly late."""
LIKELY: Final = 0.5
SELDOM: Final = 0.05
FEW: Final = 30
"""Fewer than these tell no chance, and rank no courier."""
MOST_DAYS: Final = 92
"""Days that are looked over at once, each thing by itself: a quarter."""
_Z: Final = 1.959964


def lately(period: Period) -> Period:
    """Return a period's last days, as many as are looked over at once."""
    more = period.days - MOST_DAYS
    if more <= 0:
        return period
    first_day = period.first_day + timedelta(days=more)
    name = f"{first_day.isoformat()}/{period.last_day.isoformat()}"
    return replace(
        period, name=name, first_day=first_day, start=period.start + timedelta(days=more)
    )


def term_for(
    terms: Iterable[Term], kind: SlaKind, channel: SalesChannel | None = None,
    courier: CourierType | None = None,
) -> Term:  # fmt: skip
    """Return the term that holds: the shop's own before the default, the closest before the wide.

    Both channel and courier named are closer than one, a channel closer than a courier.
    """
    fitting = [
        term for term in terms
        if term.kind is kind
        and term.channel in (None, channel)
        and term.courier in (None, courier)
    ]  # fmt: skip
    return max(
        fitting,
        key=lambda term: (term.channel is not None, term.courier is not None, term.is_chosen),
    )


def whole(chosen: Sequence[Term]) -> tuple[Term, ...]:
    """Return a shop's terms with the defaults that it did not set aside.

    A term for all channels sets aside the defaults of single ones: a shop that says "dispatch in
    24 hours" means everywhere.
    """
    said = {(term.kind, term.channel, term.courier) for term in chosen}
    everywhere = {term.kind for term in chosen if term.channel is None and term.courier is None}
    kept = [
        term for term in DEFAULTS
        if (term.kind, term.channel, term.courier) not in said
        and not (term.channel is not None and term.kind in everywhere)
    ]  # fmt: skip
    return (*chosen, *kept)


def hours_for(clock: Clock, shop: ShopHours, zone: ZoneInfo, own: dict[date, bool],
              years: tuple[int, ...]) -> Hours:  # fmt: skip
    """Return which time counts.

    Args:
        clock: By which clock.
        shop: When the shop works.
        zone: The shop's.
        own: Days on which it rests (`False`) or works (`True`) against its calendar.
        years: Whose public holidays are needed.
    """
    if clock is Clock.ALWAYS:
        return Hours(zone=zone)
    public = {day for day in public_holidays(shop.region, years) if not own.get(day, False)}
    closed = frozenset(public | {day for day, is_open in own.items() if not is_open})
    weekdays = working_time.EVERY_DAY - shop.rest_days
    if clock is Clock.WORKING_DAYS:
        return Hours(zone=zone, weekdays=weekdays, days_off=closed)
    return Hours(
        zone=zone, opens=shop.opens, closes=shop.closes, weekdays=weekdays, days_off=closed
    )


@cache
def public_holidays(region: str, years: tuple[int, ...]) -> frozenset[date]:
    """Return the public holidays of a country or one of its states, as `IN` or `IN-MH`.

    Source: the package `holidays`.
    """
    if not region:
        return frozenset()
    import holidays

    country, _, part = region.partition("-")
    try:
        return frozenset(holidays.country_holidays(country, subdiv=part or None, years=years))
    except NotImplementedError:
        raise Refused("error-sla-region", region=region) from None


def span_of(term: Term, reason: NdrReason | None = None) -> timedelta | None:
    """Return how long may be taken; `None` where each parcel says itself."""
    if term.span is None and term.kind is SlaKind.NDR_ACTION and reason is not None:
        return time_to_act(reason)
    return term.span


def penalty_of(term: Term, total_minor: int, currency: str) -> Money | None:
    """Return what one breach costs; `None` where the term has no penalty."""
    fixed = term.penalty.minor if term.penalty else 0
    minor = fixed + round(total_minor * term.penalty_permille / 1000)
    return Money(minor, currency) if minor else None


def likely_late(took: NDArray[np.float64], waited: float, allowed: float) -> Likely | None:
    """Return how often such ones took longer than allowed, of those that took as long as this.

    The empirical conditional survival: `P(T > allowed | T > waited)`.

    Args:
        took: Hours that others took, those that never arrived as infinity, in any order.
        waited: Hours that this one has taken.
        allowed: Hours that it may take.
    """
    still = took[took > waited]
    if still.size < FEW:
        return None
    late = int((still > allowed).sum())
    low, high = wilson(late, int(still.size))
    return Likely(chance=late / still.size, n=int(still.size), low=low, high=high)


def is_at_risk(kind: SlaKind, left: timedelta, likely: Likely | None) -> bool:
    """Tell whether what is not late yet should be looked at."""
    if likely is not None and likely.chance >= LIKELY:
        return left <= LOOKS_AHEAD
    seldom = likely is not None and likely.high < SELDOM
    return left <= SOON[kind] and not seldom


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Return the 95 % interval of a share.

    Wilson, E. B. (1927). Probable inference. JASA 22(158). DOI 10.1080/01621459.1927.10502953
    """
    if n == 0:
        return 0.0, 1.0
    share, square = hits / n, _Z * _Z
    middle = share + square / (2 * n)
    half = _Z * (share * (1 - share) / n + square / (4 * n * n)) ** 0.5
    return max((middle - half) / (1 + square / n), 0.0), min(
        (middle + half) / (1 + square / n), 1.0
    )


def share(hits: int, n: int) -> Share:
    """Return a share with its interval."""
    low, high = wilson(hits, n)
    return Share(hits=hits, n=n, low=low, high=high)


def quantile(hours: dict[int, int], part: float) -> float | None:
    """Return within how many hours a part of parcels was done, from counts by whole hours."""
    total = sum(hours.values())
    reached = 0
    for took in sorted(hours):
        reached += hours[took]
        if total and reached >= part * total:
            return float(took)
    return None


def whole_hours(opens: time, closes: time) -> tuple[int, int]:
    """Return the whole hours that opening hours lie in, the last one rounded up."""
    return opens.hour, (closes.hour + (closes.minute > 0)) % 24


def years_around(now: datetime) -> tuple[int, ...]:
    """Return the years whose holidays deadlines near a moment may touch."""
    return (now.year - 1, now.year, now.year + 1)
