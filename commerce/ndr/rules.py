"""Decisions about undelivered parcels: no database, no clock."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from commerce.money import Money
from commerce.ndr.types import CodeMeaning, ReattemptTerms
from commerce.vocabulary import (
    OPEN_NDR_STATUSES,
    SLOT_HOURS,
    DeliverySlot,
    NdrOutcome,
    NdrReason,
    NdrStatus,
    Priority,
)

HIGH_VALUE_MINOR = 500_000
"""Orders above this (₹5,000) are worked sooner."""

MOST_ATTEMPTS = 3
"""Couriers go to a door at most so often."""

UNDO_FOR = timedelta(minutes=15)
"""So long an instruction is held back from the courier, and can be taken back."""

SAME_DAY_UNTIL_HOUR = 10
"""Until this hour a parcel may still go out the same day; couriers dispatch in the morning."""

_WORKING_DAYS_AHEAD = {0: 3, 1: 3, 2: 2}
"""Attempts made → within how many working days couriers let the next one be."""

_HOURS_TO_ACT = {NdrReason.CUSTOMER_REFUSED: 24, NdrReason.COD_NOT_READY: 48}
_DEFAULT_HOURS_TO_ACT = 36

_SUNDAY = 6


def priority(reason: NdrReason, cod: bool, amount: Money) -> Priority:
    """Return how soon a case should be worked: refusals first, then cash and high value."""
    if reason is NdrReason.CUSTOMER_REFUSED:
        return Priority.URGENT
    return Priority.HIGH if cod or amount.minor > HIGH_VALUE_MINOR else Priority.NORMAL


def time_to_act(reason: NdrReason) -> timedelta:
    """Return within how long of the failed attempt a case should be worked (the shop's SLA)."""
    return timedelta(hours=_HOURS_TO_ACT.get(reason, _DEFAULT_HOURS_TO_ACT))


def why_not_act(status: NdrStatus) -> str | None:
    """Return the message that says why nothing can be asked of the courier, or `None`."""
    if status in (NdrStatus.RTO_INITIATED, NdrStatus.CLOSED_RTO):
        return "error-ndr-returning"
    return None if status in OPEN_NDR_STATUSES else "error-ndr-closed"


def why_no_reattempt(
    *,
    status: NdrStatus,
    attempts: int,
    raw_code: str,
    meaning: CodeMeaning | None,
    terms: ReattemptTerms,
) -> str | None:
    """Return the message that says why the courier would not try again, or `None` if it would."""
    if reason := why_not_act(status):
        return reason
    if status is NdrStatus.REATTEMPT_IN_PROGRESS:
        return "error-ndr-under-way"
    if meaning is not None and meaning.verified:
        return "error-ndr-refusal-verified"
    if attempts >= MOST_ATTEMPTS or (meaning is not None and meaning.final):
        return "error-ndr-no-attempt-left"
    if meaning is not None and terms.codes is not None and raw_code.upper() not in terms.codes:
        return "error-ndr-courier-will-not"
    return None


def first_day(now: datetime, *, same_day: bool = True) -> date:
    """Return the earliest day for a reattempt; `now` in the shop's zone.

    Args:
        now: The moment of asking, in the shop's zone.
        same_day: Whether the courier takes requests in the morning for the same day.
    """
    today_works = same_day and now.hour < SAME_DAY_UNTIL_HOUR
    return now.date() if today_works else now.date() + timedelta(days=1)


def last_day(today: date, attempts: int) -> date:
    """Return the latest day for a reattempt; Sundays do not count."""
    left, day = _WORKING_DAYS_AHEAD.get(attempts, 1), today
    while left:
        day += timedelta(days=1)
        left -= day.weekday() != _SUNDAY
    return day


def good_day(first: date, last: date, *, late: bool = False) -> date:
    """Return the day to propose: the first that is no Sunday, or the last."""
    day = last if late else first
    return day + timedelta(days=1) if day.weekday() == _SUNDAY and day < last else day


def is_sunday(day: date) -> bool:
    """Tell whether most couriers rest on a day."""
    return day.weekday() == _SUNDAY


def send_at(now: datetime, on: date | None, after_hour: int | None, zone: ZoneInfo) -> datetime:
    """Return when to tell the courier: after the time to change one's mind.

    An attempt on the same day is asked for at once. Where the courier takes requests late in the
    day only (`after_hour`), it is told then, and before midnight.
    """
    local = now.astimezone(zone)
    if on == local.date():
        return now
    held = now + UNDO_FOR
    if after_hour is None:
        return held
    opens = datetime.combine(local.date(), time(after_hour), zone)
    closes = datetime.combine(local.date() + timedelta(days=1), time(), zone)
    return max(now, opens, min(held, closes - timedelta(minutes=1)))


def slot_of(moment: datetime) -> DeliverySlot | None:
    """Return the part of the day of a moment in the shop's zone; `None` at night."""
    for slot, (first, end) in SLOT_HOURS.items():
        if first <= moment.hour < end:
            return slot
    return None


def was_reached(outcome: NdrOutcome) -> bool:
    """Tell whether the customer answered."""
    return outcome not in (NdrOutcome.NOT_REACHABLE, NdrOutcome.NO_RESPONSE)


def wants_it(outcomes: Iterable[NdrOutcome | None]) -> bool:
    """Tell whether the customer said that they will take the parcel."""
    return any(outcome in (NdrOutcome.WILL_ACCEPT, NdrOutcome.RESCHEDULE) for outcome in outcomes)
