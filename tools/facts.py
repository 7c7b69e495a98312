"""How values stand in a tool's facts: plain JSON that a model can narrate and a test can check."""

from datetime import date, datetime, timedelta
from typing import Any

from commerce import periods
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.periods import Period

_A_WHILE = timedelta(minutes=1)


def rupees(money: Money) -> float | int:
    """Return an amount in major units (rupees) as a plain number, whole where it is whole."""
    major = money.major
    return int(major) if major == major.to_integral_value() else float(major)


def moment(ctx: Context, at: datetime | None) -> str | None:
    """Return a moment as ISO 8601 in the shop's zone, to the second."""
    return ctx.local(at).isoformat(timespec="seconds") if at else None


def day_of(written: str) -> date:
    """Return the day that a change's JSON names."""
    return date.fromisoformat(written)


def days_of(period: Period | None) -> dict[str, Any] | None:
    """Return a period by its name and its days, both inclusive."""
    if period is None:
        return None
    return {
        "name": period.name,
        "first_day": period.first_day.isoformat(),
        "last_day": period.last_day.isoformat(),
    }


def resolved(ctx: Context, name: str | None) -> Period | None:
    """Return the days of a period's name, now, in the shop's zone.

    Raises:
        Refused: It has the shape of a period, but no such days (30 February).
    """
    if name is None:
        return None
    try:
        return periods.resolve(name, now=ctx.now, zone=ctx.zone)
    except (ValueError, OverflowError):
        raise Refused("error-period-impossible", period=name) from None


def as_of(ctx: Context, note: str, at: datetime) -> str:
    """Return a note that also says when things were counted, where that is a while ago."""
    if ctx.now - at < _A_WHILE:
        return note
    return f"{note} {ctx.say('reports-counted-at', at=ctx.local(at))}"
