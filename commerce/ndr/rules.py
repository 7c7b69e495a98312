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
    ShipmentStatus,
)

HIGH_VALUE_MINOR = 500_000
"""Orders above this (₹5,000) are worked sooner."""

COURIERS_WAIT = timedelta(hours=24)
"""Couriers decide on their own a day after a failed attempt."""

AWAITS_AN_ATTEMPT = frozenset(
    {
        NdrStatus.CUSTOMER_CONTACTED,
        NdrStatus.REATTEMPT_SCHEDULED,
        NdrStatus.REATTEMPT_IN_PROGRESS,
    }
)
"""A case that waited for the next attempt needs a new decision when that fails."""

MOST_ATTEMPTS = 3
"""Couriers go to a door at most so often."""

UNDO_FOR = timedelta(minutes=15)
"""So long an instruction is held back from the courier, and can be taken back."""

UNDO_ASSIGN_FOR = timedelta(hours=24)
UNDO_CALL_FOR = timedelta(hours=24)
"""Nobody outside hears of these, so that taking them back is harmless for longer."""

UNDO_LETTER_FOR = timedelta(minutes=5)
"""So long a message to a customer is held back, and can be taken back."""

QUIET_FROM_HOUR, QUIET_UNTIL_HOUR = 21, 9
"""Nobody is written to at night (TRAI's hours for commercial messages)."""

WRITE_AGAIN_AFTER = timedelta(hours=4)
"""Earlier than this nobody is written to a second time on one channel."""

MOST_OPEN_CASES = 50
"""More open cases than these and an agent comes to none of them."""

SAME_DAY_UNTIL_HOUR = 10
"""Until this hour a parcel may still go out the same day; couriers dispatch in the morning."""

_WORKING_DAYS_AHEAD = {0: 3, 1: 3, 2: 2}
"""Attempts made → within how many working days couriers let the next one be."""

_HOURS_TO_ACT = {NdrReason.CUSTOMER_REFUSED: 24, NdrReason.COD_NOT_READY: 48}
_DEFAULT_HOURS_TO_ACT = 36

_SUNDAY = 6

_CLOSED_BY = {
    ShipmentStatus.DELIVERED: NdrStatus.CLOSED_DELIVERED,
    ShipmentStatus.RTO_DELIVERED: NdrStatus.CLOSED_RTO,
    ShipmentStatus.RTO_INITIATED: NdrStatus.RTO_INITIATED,
    ShipmentStatus.RTO_IN_TRANSIT: NdrStatus.RTO_INITIATED,
}
"""What a parcel's status makes of its case."""

FIRST_HOUR_AT_DOORS, LAST_HOUR_AT_DOORS = 8, 22

_LETTERS = {
    NdrReason.CUSTOMER_NOT_AVAILABLE: "away",
    NdrReason.CUSTOMER_UNREACHABLE: "away",
    NdrReason.PREMISES_CLOSED: "away",
    NdrReason.CUSTOMER_REFUSED: "refused",
    NdrReason.INCORRECT_ADDRESS: "address",
    NdrReason.ADDRESS_CHANGE_REQUESTED: "address",
    NdrReason.FUTURE_DELIVERY_REQUESTED: "later",
    NdrReason.CUSTOMER_OUT_OF_STATION: "later",
    NdrReason.COD_NOT_READY: "cash",
    NdrReason.PRODUCT_DAMAGED: "damaged",
    NdrReason.OPEN_DELIVERY_REQUESTED: "open",
    NdrReason.SECURITY_RESTRICTION: "entry",
}


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


def case_after(case: NdrStatus, parcel: ShipmentStatus) -> NdrStatus | None:
    """Return what a case becomes by where its parcel is now; `None` where that changes nothing.

    What was decided on the road closes it. A case whose parcel was counted as coming back is
    closed as delivered where it was delivered after all, and the other way round.
    """
    becomes = _CLOSED_BY.get(parcel)
    by_the_road = (*OPEN_NDR_STATUSES, *_CLOSED_BY.values())
    return becomes if becomes is not case and case in by_the_road else None


def closed_by(case: NdrStatus) -> tuple[ShipmentStatus, ...]:
    """Return the statuses of a parcel that make its case what it is."""
    return tuple(parcel for parcel, becomes in _CLOSED_BY.items() if becomes is case)


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


def letter_at(now: datetime, zone: ZoneInfo) -> datetime:
    """Return when to send a message to a customer: after the time to change one's mind, by day."""
    held = now + UNDO_LETTER_FOR
    local = held.astimezone(zone)
    if QUIET_UNTIL_HOUR <= local.hour < QUIET_FROM_HOUR:
        return held
    morning = local.date() + timedelta(days=local.hour >= QUIET_FROM_HOUR)
    return datetime.combine(morning, time(QUIET_UNTIL_HOUR), zone)


def letter_about(reason: NdrReason) -> str:
    """Return which of our texts a failed delivery calls for."""
    return f"ndr-letter-{_LETTERS.get(reason, 'delayed')}"


def status_after_contact(status: NdrStatus) -> NdrStatus:
    """Return where a case stands once its customer was called or written to."""
    fresh = status in (NdrStatus.OPEN, NdrStatus.ASSIGNED)
    return NdrStatus.CUSTOMER_CONTACTED if fresh else status


def status_after_dispute(status: NdrStatus) -> NdrStatus:
    """Return where a case stands once its attempt is disputed; what was asked for goes on."""
    asked = status in (NdrStatus.REATTEMPT_SCHEDULED, NdrStatus.REATTEMPT_IN_PROGRESS)
    return status if asked else NdrStatus.ESCALATED


def is_odd_hour(moment: datetime) -> bool:
    """Tell whether couriers are not at doors at a moment in the shop's zone."""
    return not FIRST_HOUR_AT_DOORS <= moment.hour < LAST_HOUR_AT_DOORS


def was_reached(outcome: NdrOutcome) -> bool:
    """Tell whether the customer answered."""
    return outcome not in (NdrOutcome.NOT_REACHABLE, NdrOutcome.NO_RESPONSE)


def wants_it(outcomes: Iterable[NdrOutcome | None]) -> bool:
    """Tell whether the customer said that they will take the parcel."""
    return any(outcome in (NdrOutcome.WILL_ACCEPT, NdrOutcome.RESCHEDULE) for outcome in outcomes)
