"""Early warnings: what is out of the ordinary, why, and what to do next."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import Field

from commerce import alerts, words
from commerce.access import Permission
from commerce.alerts import Alert, AlertKind, AlertPlace, AlertStatus, Wishes
from commerce.changes import Change
from commerce.context import Context
from commerce.money import Money
from commerce.reports import MEASURES, Dimension, ReportKey, ReportMetric
from tools import facts, figures
from tools.arguments import Days, Limit, NewName, OpenHours
from tools.base import Arguments, Effect, Preview, ToolResult, tool
from tools.cards import Button, Column, Difference, TableCard, Tap

_MOST = 20


class ListAlerts(Arguments):
    """Which ones."""

    about: Annotated[AlertKind | None, Field(description="Only of this kind.")] = None


@tool(Permission.ORDERS_READ)
def list_alerts(ctx: Context, args: ListAlerts) -> ToolResult:
    """List what is out of the ordinary now: sales, stock, couriers, what will be late.

    For "any alerts", "kuch gadbad hai kya", "anything unusual today". Each comes with its likely
    cause and next step. For all that needs doing prefer morning_brief; for why one figure moved
    explain_change; for every late parcel sla_breaches.
    """
    found = alerts.listed(ctx, kind=args.about)
    return ToolResult(
        facts={
            "count": len(found),
            "alerts": [_facts(ctx, one) for one in found[:_MOST]],
        },
        says=ctx.say(
            "alerts-says", count=len(found), first=line(ctx, found[0]) if found else "none"
        ),
        cards=(_table(ctx, found),) if found else (),
    )


class SnoozeAlert(Arguments):
    """Which one, and for how long."""

    alert: Annotated[
        NewName | None, Field(description="Number or what it is of; left out where there is one.")
    ] = None
    days: Days = 1


def _snooze_preview(ctx: Context, args: SnoozeAlert) -> Preview:
    change = alerts.plan_snooze(ctx, args.alert, 24 * args.days)
    return _preview(ctx, change, "alert-snooze-title")


@tool(
    Permission.ORDERS_READ, effect=Effect.WRITE, preview=_snooze_preview, undo=alerts.undo_status
)  # fmt: skip
def snooze_alert(ctx: Context, args: SnoozeAlert) -> ToolResult:
    """Put an alert out of sight for some days, such as "snooze alert 3 for 2 days".

    To say that somebody looks after it prefer acknowledge_alert.
    """
    change = alerts.snooze(ctx, args.alert, 24 * args.days)
    until = ctx.local(datetime.fromisoformat(change.after["until"]))
    return ToolResult(
        facts={"alert": int(change.subject), "status": "snoozed", "until": until.isoformat()},
        says=ctx.say("alert-snoozed-says", number=change.subject, until=until),
        change=change,
    )


class AcknowledgeAlert(Arguments):
    """Which one."""

    alert: Annotated[
        NewName | None, Field(description="Number or what it is of; left out where there is one.")
    ] = None


def _acknowledge_preview(ctx: Context, args: AcknowledgeAlert) -> Preview:
    return _preview(ctx, alerts.plan_acknowledge(ctx, args.alert), "alert-acknowledge-title")


@tool(
    Permission.ORDERS_READ, effect=Effect.WRITE, preview=_acknowledge_preview,
    undo=alerts.undo_status,
)  # fmt: skip
def acknowledge_alert(ctx: Context, args: AcknowledgeAlert) -> ToolResult:
    """Say that an alert is looked after, such as "acknowledge alert 3", "alert 2 main dekh raha".

    Nobody is told of it again; it goes by itself when all is as usual. To put it off prefer
    snooze_alert.
    """
    change = alerts.acknowledge(ctx, args.alert)
    return ToolResult(
        facts={"alert": int(change.subject), "status": "acknowledged"},
        says=ctx.say("alert-acknowledged-says", number=change.subject, name=ctx.actor.name),
        change=change,
    )


class SetAlerts(Arguments):
    """What to hear of, where, and when not."""

    about: Annotated[AlertKind | None, Field(description="Only this kind; left out, all.")] = None
    channel: Annotated[
        AlertPlace | None, Field(description="Where to send them; `nowhere` sends none.")
    ] = None
    quiet: Annotated[OpenHours | None, Field(description="Quiet hours.")] = None
    a_day: Annotated[Limit | None, Field(description="Messages a day at the most.")] = None


def _wanted(ctx: Context, args: SetAlerts) -> Wishes:
    now = alerts.wishes_of(ctx)
    return Wishes(
        person_id=ctx.actor.person_id,
        kinds=(args.about,) if args.about else now.kinds,
        place=args.channel or now.place,
        quiet=args.quiet or now.quiet,
        most_a_day=args.a_day or now.most_a_day,
    )


def _set_preview(ctx: Context, args: SetAlerts) -> Preview:
    change = alerts.plan_wishes(ctx, _wanted(ctx, args))
    return Preview(
        title=ctx.say("alerts-set-title"),
        differences=tuple(
            Difference(
                label=ctx.say(f"alerts-wish-{key.replace('_', '-')}"),
                before=_wish(ctx, key, change.before[key]),
                after=_wish(ctx, key, change.after[key]),
            )
            for key in ("kinds", "channel", "quiet", "most_a_day")
            if change.before[key] != change.after[key]
        ),
        change=change,
    )


@tool(Permission.ORDERS_READ, effect=Effect.WRITE, preview=_set_preview, undo=alerts.undo_wishes)
def set_alerts(ctx: Context, args: SetAlerts) -> ToolResult:
    """Say which alerts the person wants to hear of, where, quiet hours, and how many a day.

    For "send me alerts on WhatsApp", "alert sirf stock ke bhejo", "no alerts at night". Reports at
    fixed times prefer schedule_report; to put one alert off snooze_alert.
    """
    change = alerts.set_wishes(ctx, _wanted(ctx, args))
    after = change.after
    return ToolResult(
        facts=dict(after),
        says=ctx.say("alerts-set-says", where=_wish(ctx, "channel", after["channel"]),
                     most=after["most_a_day"]),
        change=change,
    )  # fmt: skip


def line(ctx: Context, one: Alert) -> str:
    """Return an alert as a sentence."""
    return ctx.say(
        f"alert-line-{one.kind.value}",
        what=_what(ctx, one), seen=_figure(one, one.seen), expected=_figure(one, one.expected),
        count=int(one.details.get("count") or 0), of=int(one.details.get("of") or 0),
        days=round(float(one.details.get("days") or 0)),
        day=date.fromisoformat(one.details.get("day") or ctx.today.isoformat()),
    )  # fmt: skip


def _figure(one: Alert, value: float) -> int:
    return round(100 * value) if one.kind is AlertKind.PERFORMANCE else round(value)


def _what(ctx: Context, one: Alert) -> str:
    dimension, value = str(one.details["dimension"]), str(one.details["value"])
    match dimension:
        case "shop":
            return ctx.say("alert-whole-shop")
        case "sla":
            return ctx.say(f"sla-kind-{value}")
        case "lane":
            courier, state = value.split("|")
            return ctx.say("alert-lane", courier=courier, state=state)
    return _part(ctx, dimension, value, str(one.details.get("name") or ""))


def _part(ctx: Context, dimension: str, value: str, name: str) -> str:
    key = ReportKey(value=value, name=name)
    measure = MEASURES[ReportMetric.ORDERS]
    return figures.key_written(ctx, measure, Dimension(dimension), key)


def _cause(ctx: Context, one: Alert) -> str:
    details = one.details
    if not details.get("cause_dimension"):
        return "–"
    return _part(
        ctx, str(details["cause_dimension"]), str(details["cause_value"]),
        str(details.get("cause_name") or ""),
    )  # fmt: skip


def next_step(ctx: Context, one: Alert) -> Button:
    """Return the button that does what helps next."""
    name, given = _next(one)
    label = ctx.say(f"alert-next-{name.replace('_', '-')}")
    says = ctx.say("alert-next-says", next=label, what=_what(ctx, one))
    return Button(label=label, says=says, tap=Tap(kind="call", tool=name, arguments=given))


def _next(one: Alert) -> tuple[str, dict[str, Any]]:
    details = one.details
    match one.kind:
        case AlertKind.SALES_DROP | AlertKind.SALES_SPIKE:
            given = {"metric": "orders", "period": details["day"]}
            if details["dimension"] == "channel":
                given["channel"] = details["value"]
            return "explain_change", given
        case AlertKind.STOCK_OUT:
            return "plan_reorder", {}
        case AlertKind.SLA:
            return "sla_breaches", {"level": details["value"], "status": "at_risk"}
        case AlertKind.PERFORMANCE:
            if details["dimension"] in ("courier", "lane"):
                return "list_ndr", {"courier": str(details["value"]).split("|")[0]}
            if details["dimension"] == "ndr_reason":
                return "list_ndr", {"reason": details["value"]}
            return "list_ndr", {}


def _facts(ctx: Context, one: Alert) -> dict[str, Any]:
    return {
        "alert": one.id,
        "kind": one.kind.value,
        "of": one.details["value"],
        "status": one.status.value,
        "seen": round(one.seen, 3),
        "expected": round(one.expected, 3),
        "ordinary_from": round(one.low, 3),
        "ordinary_to": round(one.high, 3),
        "value_rupees": facts.rupees(Money(one.value_minor, ctx.currency)),
        "since": facts.moment(ctx, one.opened_at),
        "likely_cause": one.details.get("cause_value"),
        "next": _next(one)[0],
    }


def _table(ctx: Context, found: Sequence[Alert]) -> TableCard:
    shown = found[:_MOST]
    return TableCard(
        title=ctx.say("alerts-title"),
        columns=(
            Column(label=ctx.say("alerts-column-number")),
            Column(label=ctx.say("alerts-column-what")),
            Column(label=ctx.say("alerts-column-cause")),
            Column(label=ctx.say("alerts-column-status")),
            Column(label=ctx.say("alerts-column-value"), align="end"),
        ),
        rows=tuple(
            (
                str(one.id),
                line(ctx, one),
                _cause(ctx, one),
                ctx.say(f"alert-status-{one.status.value}"),
                words.write_money(Money(one.value_minor, ctx.currency), ctx.language)
                if one.value_minor
                else "–",
            )
            for one in shown
        ),
        taps=tuple(next_step(ctx, one) for one in shown),
        buttons=tuple(
            button
            for one in shown[:2]
            for button in (next_step(ctx, one), _seen_to(ctx, one))
            if button is not None
        ),
    )


def _seen_to(ctx: Context, one: Alert) -> Button | None:
    if one.status is AlertStatus.ACKNOWLEDGED:
        return None
    return Button(
        label=ctx.say("alert-acknowledge", number=one.id),
        says=ctx.say("alert-acknowledge-says", number=one.id),
        tap=Tap(kind="call", tool="acknowledge_alert", arguments={"alert": str(one.id)}),
    )


def _preview(ctx: Context, change: Change, title: str) -> Preview:
    return Preview(
        title=ctx.say(title, number=change.subject),
        differences=(
            Difference(
                label=ctx.say("alerts-column-status"),
                before=ctx.say(f"alert-status-{change.before['status']}"),
                after=ctx.say(f"alert-status-{change.after['status']}"),
            ),
        ),
        change=change,
    )


def _wish(ctx: Context, key: str, value: Any) -> str:
    match key:
        case "kinds":
            return ", ".join(ctx.say(f"alert-kind-{one}") for one in value)
        case "channel":
            return ctx.say(f"alert-place-{value}")
    return str(value)
