"""Setting service levels in chat, and the hours and holidays they are counted by."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from commerce import parcels, sla
from commerce.access import Permission
from commerce.assignment.shifts import read_shift
from commerce.changes import Change
from commerce.context import Context
from commerce.money import Money
from commerce.sla import Clock, SlaKind
from commerce.vocabulary import SalesChannel, Weekday
from tools import facts
from tools.arguments import Courier, Day, Minutes, OpenHours, Percent, Rupees
from tools.base import Arguments, Effect, Preview, ToolResult, tool
from tools.cards import Difference
from tools.sla import span_said


class SetSla(Arguments):
    """Which level, how long it may take, for which channel or courier, and what a breach costs."""

    level: SlaKind
    within: Minutes
    clock: Clock | None = None
    channel: SalesChannel | None = None
    courier: Courier | None = None
    penalty: Rupees | None = None
    penalty_percent: Percent | None = None


def _wanted(ctx: Context, args: SetSla) -> dict[str, Any]:
    return {
        "clock": args.clock, "channel": args.channel,
        "courier": parcels.find_courier(args.courier) if args.courier else None,
        "penalty": None if args.penalty is None
        else Money(round(args.penalty * 100), ctx.currency),
        "penalty_percent": args.penalty_percent,
    }  # fmt: skip


def _preview_set(ctx: Context, args: SetSla) -> Preview:
    change = sla.plan_set(ctx, args.level, args.within, **_wanted(ctx, args))
    return Preview(title=_title(ctx, change), differences=_differences(ctx, change), change=change)


@tool(Permission.WORK_WRITE, effect=Effect.WRITE, preview=_preview_set, undo=sla.undo_set)
def set_sla(ctx: Context, args: SetSla) -> ToolResult:
    """Set a service level: dispatch, first_response, ndr_action or delivery within so much time.

    `within` is minutes: 24 hours is 1440. For one channel or courier where named. `clock` says what
    counts: always, working_days or open_hours. For "dispatch SLA 24 hours for Amazon", "Delhivery
    ko 3 din mein deliver karna hai, penalty 50 rupaye". For the hours themselves prefer
    set_business_hours, for days off set_holiday; to see how levels are kept sla_report.
    """
    change = sla.set_term(ctx, args.level, args.within, **_wanted(ctx, args))
    return _done(ctx, change, _title(ctx, change))


def _title(ctx: Context, change: Change) -> str:
    side = change.after
    channel, courier = side["channel"], side["courier"]
    return ctx.say(
        "sla-set-title", kind=ctx.say(f"sla-kind-{side['kind']}"),
        span=span_said(ctx, side["minutes"], side["clock"]),
        channel=ctx.say(f"sales-channel-{channel}") if channel else "none",
        courier=ctx.say(f"courier-type-{courier}") if courier else "none",
    )  # fmt: skip


def _differences(ctx: Context, change: Change) -> tuple[Difference, ...]:
    lines = [
        Difference(
            label=ctx.say("sla-field-within"),
            **{
                name: span_said(ctx, side["minutes"], side["clock"])
                for name, side in (("before", change.before), ("after", change.after))
            },
        )
    ]
    before, after = (_penalty(ctx, side) for side in (change.before, change.after))
    if before != after:
        lines.append(Difference(label=ctx.say("sla-field-penalty"), before=before, after=after))
    return tuple(lines)


def _penalty(ctx: Context, side: dict[str, Any]) -> str:
    minor, permille = side["penalty_minor"], side["penalty_permille"]
    if not minor and not permille:
        return ctx.say("sla-no-penalty")
    return ctx.say(
        "sla-penalty", amount=Money(minor, ctx.currency) if minor else "none",
        percent=permille / 10 if permille else "none",
    )  # fmt: skip


class SetBusinessHours(Arguments):
    """From when until when, which weekday off, whose holidays. What is left out stays."""

    hours: OpenHours | None = None
    weekly_off: Weekday | None = None
    region: str | None = None


def _preview_hours(ctx: Context, args: SetBusinessHours) -> Preview:
    change = sla.plan_set_hours(ctx, **_hours_wanted(args))
    return Preview(
        title=ctx.say("sla-hours-title"), differences=_hour_lines(ctx, change), change=change
    )


def _hours_wanted(args: SetBusinessHours) -> dict[str, Any]:
    return {
        "hours": read_shift(args.hours) if args.hours else None,
        "rest_day": args.weekly_off.number if args.weekly_off else None,
        "region": args.region,
    }


@tool(
    Permission.WORK_WRITE, effect=Effect.WRITE, preview=_preview_hours, undo=sla.undo_set_hours
)  # fmt: skip
def set_business_hours(ctx: Context, args: SetBusinessHours) -> ToolResult:
    """Set when the shop is open, for SLAs that count open hours or working days.

    "We are open 10 to 8", "dukaan 9 se 9 khuli rehti hai", "weekly off Monday". A weekday that is
    off already becomes a working day. `region` is whose public holidays count, such as IN-MH. For
    one day prefer set_holiday; for an agent's shift set_agent.
    """
    change = sla.set_hours(ctx, **_hours_wanted(args))
    return _done(ctx, change, ctx.say("sla-hours-title"))


def _hour_lines(ctx: Context, change: Change) -> tuple[Difference, ...]:
    written: dict[str, Callable[[dict[str, Any]], str]] = {
        "hours": lambda side: ctx.say("agents-shift", opens=side["opens"], closes=side["closes"]),
        "off": lambda side: ctx.say(
            "agents-list",
            items=", ".join(ctx.say(f"weekday-{list(Weekday)[k]}") for k in side["rest_days"])
            or ctx.say("agents-no-rest"),
        ),
        "region": lambda side: ctx.say("agents-list", items=side["region"] or "–"),
    }
    lines = (
        Difference(
            label=ctx.say(f"sla-field-{name}"), before=say(change.before), after=say(change.after)
        )
        for name, say in written.items()
    )
    return tuple(line for line in lines if line.before != line.after)


class DayKind(StrEnum):
    """What a day is to the shop."""

    HOLIDAY = "Holiday"
    WORKING_DAY = "WorkingDay"


class SetHoliday(Arguments):
    """Which day, and what it is."""

    day: Day
    becomes: DayKind = DayKind.HOLIDAY


def _preview_holiday(ctx: Context, args: SetHoliday) -> Preview:
    change = sla.plan_set_holiday(ctx, args.day, is_open=args.becomes is DayKind.WORKING_DAY)
    return Preview(
        title=_day_title(ctx, change),
        differences=(
            Difference(
                label=ctx.say("sla-field-day"),
                **{
                    name: ctx.say("sla-day", works="yes" if side["works"] else "no")
                    for name, side in (("before", change.before), ("after", change.after))
                },
            ),
        ),
        change=change,
    )


@tool(
    Permission.WORK_WRITE, effect=Effect.WRITE, preview=_preview_holiday,
    undo=sla.undo_set_holiday,
)  # fmt: skip
def set_holiday(ctx: Context, args: SetHoliday) -> ToolResult:
    """Make one day a holiday of the shop, or a working day against its calendar, for SLAs.

    "Shop closed on 25 December", "kal dukaan band hai", "we work this Sunday". An agent's own leave
    is set_availability; the weekly off set_business_hours.
    """
    change = sla.set_holiday(ctx, args.day, is_open=args.becomes is DayKind.WORKING_DAY)
    return _done(ctx, change, _day_title(ctx, change))


def _day_title(ctx: Context, change: Change) -> str:
    return ctx.say(
        "sla-day-title", day=facts.day_of(change.subject),
        works="yes" if change.after["works"] else "no",
    )  # fmt: skip


def _done(ctx: Context, change: Change, title: str) -> ToolResult:
    return ToolResult(
        facts={"subject": change.subject, "before": change.before, "after": change.after},
        says=ctx.say("sla-done", title=title),
        change=change,
    )
