"""Setting service levels, hours and holidays, and taking that back."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import ShopHolidayRow, SlaTermRow
from commerce.errors import Refused
from commerce.money import Money
from commerce.records import audit
from commerce.sla import queries, rules
from commerce.sla.calendar import calendar_of, shop_hours
from commerce.sla.types import Clock, SlaKind
from commerce.vocabulary import CourierType, SalesChannel

UNDO_FOR = timedelta(hours=24)
_LONGEST = 60 * 24 * 60


def plan_set(
    ctx: Context, kind: SlaKind, minutes: int, *, clock: Clock | None = None,
    channel: SalesChannel | None = None, courier: CourierType | None = None,
    penalty: Money | None = None, penalty_percent: int | None = None,
) -> Change:  # fmt: skip
    """Say what another service level would change.

    Raises:
        NotAllowed: The actor may not set service levels.
        Refused: A courier cannot have this level, the time is too long, or nothing would change.
    """
    ctx.require(Permission.WORK_WRITE)
    if courier is not None and kind in (SlaKind.DISPATCH, SlaKind.FIRST_RESPONSE):
        raise Refused("error-sla-no-courier", kind=kind.value)
    if channel is not None and kind is SlaKind.FIRST_RESPONSE:
        raise Refused("error-sla-no-channel", kind=kind.value)
    if not 0 < minutes <= _LONGEST:
        raise Refused("error-sla-too-long", days=_LONGEST // 1440)
    term = calendar_of(ctx).term(kind, channel, courier)
    row = queries.term_row(ctx, kind, channel, courier)
    before = _state(row)
    wanted_clock = clock or (Clock(row.clock) if row else term.clock)
    after = {
        "minutes": minutes,
        "clock": wanted_clock.value,
        "penalty_minor": penalty.minor if penalty else (row.penalty_minor if row else 0),
        "penalty_permille": penalty_percent * 10 if penalty_percent is not None
        else (row.penalty_permille if row else 0),
    }  # fmt: skip
    if before == after:
        raise Refused("error-sla-same")
    names = {
        "kind": kind.value, "channel": channel.value if channel else None,
        "courier": courier.value if courier else None,
    }  # fmt: skip
    usual = None if term.span is None else round(term.span.total_seconds() / 60)
    shown = before or {"minutes": usual, "clock": term.clock.value, "penalty_minor": 0,
                       "penalty_permille": 0}  # fmt: skip
    return Change(
        subject_kind="sla", subject=_subject(kind, channel, courier),
        before={**names, **shown, "is_set": row is not None},
        after={**names, **after, "is_set": True}, undo_for=UNDO_FOR,
    )  # fmt: skip


def set_term(
    ctx: Context, kind: SlaKind, minutes: int, *, clock: Clock | None = None,
    channel: SalesChannel | None = None, courier: CourierType | None = None,
    penalty: Money | None = None, penalty_percent: int | None = None,
) -> Change:  # fmt: skip
    """Set one service level.

    Raises:
        NotAllowed: The actor may not set service levels.
        Refused: As `plan_set`.
    """
    change = plan_set(
        ctx, kind, minutes, clock=clock, channel=channel, courier=courier, penalty=penalty,
        penalty_percent=penalty_percent,
    )  # fmt: skip
    _put(ctx, change.after)
    audit(ctx, "set_sla", change)
    return change


def undo_set(ctx: Context, change: Change) -> Change:
    """Put a service level back as it was.

    Raises:
        NotAllowed: The actor may not set service levels.
        Refused: It was changed again since.
    """
    ctx.require(Permission.WORK_WRITE)
    row = queries.term_row(ctx, *_key(change.after))
    said = {key: change.after[key] for key in _FIELDS}
    if _state(row) != said:
        raise Refused("error-setting-moved")
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    if row is not None and not back.after["is_set"]:
        ctx.session.delete(row)
        ctx.session.flush()
    else:
        _put(ctx, back.after)
    audit(ctx, "undo_set_sla", back)
    return back


_FIELDS = ("minutes", "clock", "penalty_minor", "penalty_permille")


def _state(row: SlaTermRow | None) -> dict[str, Any]:
    return {key: getattr(row, key) for key in _FIELDS} if row else {}


def _key(side: dict[str, Any]) -> tuple[SlaKind, SalesChannel | None, CourierType | None]:
    channel = SalesChannel(side["channel"]) if side["channel"] else None
    courier = CourierType(side["courier"]) if side["courier"] else None
    return SlaKind(side["kind"]), channel, courier


def _subject(kind: SlaKind, channel: SalesChannel | None, courier: CourierType | None) -> str:
    return " ".join(one.value for one in (kind, channel, courier) if one)


def _put(ctx: Context, wanted: dict[str, Any]) -> None:
    kind, channel, courier = _key(wanted)
    row = queries.term_row(ctx, kind, channel, courier)
    if row is None:
        row = SlaTermRow(
            shop_id=ctx.actor.shop_id, kind=kind.value,
            sales_channel=channel.value if channel else "",
            courier=courier.value if courier else "",
        )  # fmt: skip
        ctx.session.add(row)
    for key in _FIELDS:
        setattr(row, key, wanted[key])
    row.changed_at = ctx.now
    ctx.session.flush()


# -- hours ---------------------------------------------------------------------------------------


def plan_set_hours(
    ctx: Context, *, hours: tuple[time, time] | None = None, rest_day: int | None = None,
    region: str | None = None,
) -> Change:  # fmt: skip
    """Say what other hours of the shop would change. What is `None` stays.

    A day of rest that it has already becomes a day of work.

    Raises:
        NotAllowed: The actor may not set service levels.
        Refused: No day of work would be left, the region is unknown, or nothing would change.
    """
    ctx.require(Permission.WORK_WRITE)
    now = shop_hours(ctx)
    before: dict[str, Any] = {
        "opens": now.opens.isoformat("minutes"), "closes": now.closes.isoformat("minutes"),
        "rest_days": sorted(now.rest_days), "region": now.region,
    }  # fmt: skip
    after = dict(before)
    if hours is not None:
        after["opens"], after["closes"] = (one.isoformat("minutes") for one in hours)
    if rest_day is not None:
        after["rest_days"] = sorted(set(before["rest_days"]) ^ {rest_day})
    if region is not None:
        rules.public_holidays(region.upper(), (ctx.now.year,))
        after["region"] = region.upper()
    if len(after["rest_days"]) == 7:
        raise Refused("error-sla-never-open")
    if before == after:
        raise Refused("error-sla-same")
    return Change(
        subject_kind="hours", subject="hours", before=before, after=after, undo_for=UNDO_FOR
    )


def set_hours(
    ctx: Context, *, hours: tuple[time, time] | None = None, rest_day: int | None = None,
    region: str | None = None,
) -> Change:  # fmt: skip
    """Set when the shop works.

    Raises:
        NotAllowed: The actor may not set service levels.
        Refused: As `plan_set_hours`.
    """
    change = plan_set_hours(ctx, hours=hours, rest_day=rest_day, region=region)
    _put_hours(ctx, change.after)
    audit(ctx, "set_business_hours", change)
    return change


def undo_set_hours(ctx: Context, change: Change) -> Change:
    """Put the shop's hours back as they were.

    Raises:
        NotAllowed: The actor may not set service levels.
        Refused: They were changed again since.
    """
    ctx.require(Permission.WORK_WRITE)
    if queries.hours_said(ctx) != change.after:
        raise Refused("error-setting-moved")
    _put_hours(ctx, change.before)
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    audit(ctx, "undo_set_business_hours", back)
    return back


def _put_hours(ctx: Context, said: dict[str, Any]) -> None:
    exact = time.fromisoformat(said["opens"]), time.fromisoformat(said["closes"])
    queries.say_hours(ctx, said, rules.whole_hours(*exact))


# -- holidays ------------------------------------------------------------------------------------


def plan_set_holiday(ctx: Context, day: date, *, is_open: bool, name: str = "") -> Change:
    """Say what it would change that the shop rests, or works, on a day.

    Raises:
        NotAllowed: The actor may not set service levels.
        Refused: The day is over, or it is so already.
    """
    ctx.require(Permission.WORK_WRITE)
    if day < ctx.today:
        raise Refused("error-sla-day-past")
    row = queries.holiday_row(ctx, day)
    shop = shop_hours(ctx)
    public = day in rules.public_holidays(shop.region, (day.year,))
    works = row.is_open if row else day.weekday() not in shop.rest_days and not public
    if works is is_open:
        raise Refused(f"error-sla-day-{'open' if is_open else 'closed'}-already")
    was = {"is_open": row.is_open, "name": row.name} if row else None
    return Change(
        subject_kind="holiday", subject=day.isoformat(), before={"said": was, "works": works},
        after={"said": {"is_open": is_open, "name": name}, "works": is_open}, undo_for=UNDO_FOR,
    )  # fmt: skip


def set_holiday(ctx: Context, day: date, *, is_open: bool, name: str = "") -> Change:
    """Let the shop rest, or work, on a day against its calendar.

    Raises:
        NotAllowed: The actor may not set service levels.
        Refused: As `plan_set_holiday`.
    """
    change = plan_set_holiday(ctx, day, is_open=is_open, name=name)
    _put_holiday(ctx, day, change.after["said"])
    audit(ctx, "set_holiday", change)
    return change


def undo_set_holiday(ctx: Context, change: Change) -> Change:
    """Let a day be as it was.

    Raises:
        NotAllowed: The actor may not set service levels.
        Refused: It was changed again since.
    """
    ctx.require(Permission.WORK_WRITE)
    day = date.fromisoformat(change.subject)
    row = queries.holiday_row(ctx, day)
    if (row and {"is_open": row.is_open, "name": row.name}) != change.after["said"]:
        raise Refused("error-setting-moved")
    _put_holiday(ctx, day, change.before["said"])
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    audit(ctx, "undo_set_holiday", back)
    return back


def _put_holiday(ctx: Context, day: date, said: dict[str, Any] | None) -> None:
    row = queries.holiday_row(ctx, day)
    if said is None:
        if row is not None:
            ctx.session.delete(row)
    elif row is None:
        ctx.session.add(ShopHolidayRow(shop_id=ctx.actor.shop_id, day=day, **said))
    else:
        row.is_open, row.name = said["is_open"], said["name"]
    ctx.session.flush()
