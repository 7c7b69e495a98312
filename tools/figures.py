"""How figures of reports are written: for people, and in facts."""

from datetime import date
from typing import Any

from babel.dates import format_date, get_day_names

from commerce import reports, words
from commerce.context import Context
from commerce.money import Money
from commerce.periods import Period
from commerce.reports import Dimension, Measure, ReportKey, Sum, Unit
from tools import facts

UNITS = {Unit.MONEY: "rupees", Unit.COUNT: "count", Unit.SHARE: "share of 1"}

_WORDS = {
    Dimension.CHANNEL: "sales-channel",
    Dimension.PAYMENT: "parcel-payment",
    Dimension.PAYMENT_METHOD: "payment-method",
    Dimension.COURIER: "courier-type",
    Dimension.NDR_REASON: "ndr-reason",
}
_STATUSES = {"orders": "order-status", "parcels": "shipment-status", "cases": "ndr-status"}


def written(ctx: Context, unit: Unit, value: float | None) -> str:
    """Return a figure as people read it; a dash where there is none."""
    if value is None:
        return ctx.say("reports-nothing")
    match unit:
        case Unit.MONEY:
            return words.write_money(Money(round(value), ctx.currency), ctx.language)
        case Unit.COUNT:
            return words.write_number(value, ctx.language)
        case Unit.SHARE:
            return words.write_percent(value, ctx.language)


def plain(ctx: Context, unit: Unit, value: float | None) -> float | int | None:
    """Return a figure for facts: rupees, a count, or a share from 0 to 1 in four digits."""
    if value is None:
        return None
    match unit:
        case Unit.MONEY:
            return facts.rupees(Money(round(value), ctx.currency))
        case Unit.COUNT:
            return int(value)
        case Unit.SHARE:
            return round(value, 4)


def drawn(ctx: Context, unit: Unit, value: float | None) -> float | None:
    """Return a figure as a chart takes it: in rupees, as a count, or as a share of 1."""
    if value is None:
        return None
    return float(Money(round(value), ctx.currency).major) if unit is Unit.MONEY else float(value)


def figure_written(ctx: Context, measure: Measure, found: Sum) -> str:
    """Return a measure's figure as people read it."""
    return written(ctx, measure.unit, reports.figure(measure, found))


def change(ctx: Context, unit: Unit, now: float | None, before: float | None) -> str:
    """Return a change in words: shares in points, the rest in per cent; empty without a before."""
    if now is None or before is None or (unit is not Unit.SHARE and not before):
        return ""
    moved = now - before if unit is Unit.SHARE else (now - before) / before
    direction = "same" if abs(moved) < STEADY else "up" if moved > 0 else "down"
    if unit is Unit.SHARE:
        points = round(abs(moved) * 100, 1)
        number = "one" if points == 1 else "many"
        told = words.write_number(points, ctx.language)
        return ctx.say("reports-change-points", direction=direction, points=told, number=number)
    by = words.write_percent(abs(moved), ctx.language)
    return ctx.say("reports-change", direction=direction, by=by)


STEADY = 0.0005
"""Changes of less than this share (0.05 points) are none."""


def signed(ctx: Context, unit: Unit, value: float) -> str:
    """Return a contribution with its sign: +₹1,200, −3.4 points."""
    direction = "up" if value >= 0 else "down"
    if unit is Unit.SHARE:
        points = round(abs(value) * 100, 2)
        number = "one" if points == 1 else "many"
        told = words.write_number(points, ctx.language)
        return ctx.say("reports-part-points", direction=direction, points=told, number=number)
    return ctx.say("reports-part", direction=direction, amount=written(ctx, unit, abs(value)))


def key_written(ctx: Context, measure: Measure, dimension: Dimension, key: ReportKey) -> str:
    """Return a value of a dimension as people read it."""
    if key.name:
        return key.name
    match key.value:
        case "":
            return ctx.say("reports-key-none", dimension=dimension.value)
        case reports.WHOLE_ORDERS:
            return ctx.say("reports-key-whole-orders")
        case reports.OTHERS:
            return ctx.say("reports-key-others")
    locale = words.LANGUAGES.get(ctx.language, words.LANGUAGES[words.FALLBACK])
    match dimension:
        case Dimension.DAY:
            return words.write_date(date.fromisoformat(key.value), ctx.language)
        case Dimension.WEEK:
            return ctx.say("reports-key-week", monday=date.fromisoformat(key.value))
        case Dimension.MONTH | Dimension.COHORT:
            return str(format_date(date.fromisoformat(key.value), "MMM y", locale=locale))
        case Dimension.HOUR:
            return f"{key.value}:00"
        case Dimension.WEEKDAY:
            # Babel counts from Monday; the reports' weekdays from Sunday.
            return str(get_day_names("wide", locale=locale)[(int(key.value) - 1) % 7])
        case Dimension.STATUS:
            prefix = _STATUSES.get(measure.source.value, "order-status")
            return ctx.say(f"{prefix}-{key.value}")
        case _ if dimension in _WORDS:
            return ctx.say(f"{_WORDS[dimension]}-{key.value}")
        case _:
            return key.value


def short_key(ctx: Context, measure: Measure, dimension: Dimension, key: ReportKey) -> str:
    """Return a value of a dimension as it stands under a chart: days without their year."""
    if dimension in (Dimension.DAY, Dimension.WEEK) and key.value:
        locale = words.LANGUAGES.get(ctx.language, words.LANGUAGES[words.FALLBACK])
        return str(format_date(date.fromisoformat(key.value), "d MMM", locale=locale))
    return key_written(ctx, measure, dimension, key)


def days_in_words(ctx: Context, period: Period) -> str:
    """Return a period as it stands in a sentence or a title."""
    return ctx.say(
        "reports-days",
        name="all" if period.name == "all_time" else period.name,
        days=period.days,
        first=period.first_day,
        last=period.last_day,
    )


def lasting(period: Period) -> str:
    """Return a period by its days: pressed tomorrow, a button still shows today's rows."""
    if period.name == "all_time" or period.name.endswith("_hours"):
        return period.name
    if period.days == 1:
        return period.first_day.isoformat()
    return f"{period.first_day}/{period.last_day}"


def key_facts(ctx: Context, measure: Measure, dimension: Dimension, key: ReportKey) -> Any:
    """Return a value of a dimension for facts: its id or word where it has one, else its name."""
    special = {"": None, reports.WHOLE_ORDERS: "shipping and discounts on whole orders"}
    if key.value in special:
        return special[key.value]
    if key.value == reports.OTHERS:
        return "others"
    if dimension is Dimension.WEEKDAY:
        return str(get_day_names("wide", locale="en")[(int(key.value) - 1) % 7])
    return key.name or key.value
