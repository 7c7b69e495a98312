"""Settings in chat: what the shop chose, and which language a person is answered in."""

from typing import Any

from commerce import approvals, ndr, settings
from commerce.access import Permission
from commerce.approvals import Standing, Topic
from commerce.context import Context
from commerce.money import Money
from commerce.ndr import Comparison
from commerce.settings import AnswerLanguage, CancelRule, Setting, ShopSettings
from tools import facts
from tools.arguments import NewName
from tools.base import Arguments, Effect, Preview, ToolResult, tool
from tools.cards import Column, Difference, TableCard

_EVERYONE = (Permission.ORDERS_READ, Permission.OWN_ORDERS)


class ShowSettings(Arguments):
    """Nothing to say."""


@tool(Permission.APPROVE)
def show_settings(ctx: Context, args: ShowSettings) -> ToolResult:
    """Show what the shop chose: name, zone, language, how long approvals wait, and the limits.

    For "shop settings", "how much may an operator approve", "meri limit kitni hai".
    """
    chosen = settings.settings_of(ctx)
    limits, second = approvals.limits(ctx)
    held = ndr.compare(ctx) if ctx.actor.may(Permission.NDR_READ) else None
    return ToolResult(
        facts={
            "name": chosen.name,
            "zone": chosen.zone,
            "currency": chosen.currency,
            "language": chosen.language,
            "approval_minutes": chosen.approval_minutes,
            "ndr_hold_out_percent": chosen.ndr_hold_out,
            "ndr_hold_out": _hold_out_facts(held),
            "ndr_assignment": chosen.ndr_assignment,
            "customers_are_asked": list(chosen.asks),
            "prepaid_discount_percent": chosen.prepaid_discount,
            "return_costs_rupees": chosen.terms.return_rupees,
            "asking_costs_rupees": chosen.terms.asking_rupees,
            "courier_cut_off_hour": chosen.terms.cut_off_hour,
            "working_hours": f"{chosen.terms.opens}-{chosen.terms.closes}",
            "auto_cancel": chosen.auto_cancel,
            "limits": [_limit_facts(limit) for limit in limits],
            "second_person_above_rupees": {
                topic.value: facts.rupees(money) for topic, money in second.items()
            },
        },
        says="\n".join((_shown(ctx, chosen), *_compared(ctx, held))),
        cards=(_settings_table(ctx, chosen), _limits_table(ctx, limits, second)),
    )


def _shown(ctx: Context, chosen: ShopSettings) -> str:
    return ctx.say(
        "setting-shown",
        name=chosen.name,
        zone=chosen.zone,
        language=ctx.say(f"setting-language-{chosen.language}"),
        minutes=chosen.approval_minutes,
    )


def _compared(ctx: Context, held: Comparison | None) -> tuple[str, ...]:
    """Return what the scores brought beside the cases held out, where both are known."""
    if held is None:
        return ()
    return (
        ctx.say(
            "ndr-hold-out-says",
            percent=held.percent,
            since=ctx.local(held.since).date(),
            scored=round(100 * held.scored.value),
            scored_n=held.scored.n,
            held=round(100 * held.held_out.value),
            held_n=held.held_out.n,
            low=round(100 * held.low),
            high=round(100 * held.high),
            clear="yes" if held.is_clear else "no",
        ),
    )


def _hold_out_facts(held: Comparison | None) -> dict[str, Any] | None:
    if held is None:
        return None
    return {
        "delivered_with_scores": {"share": held.scored.value, "n": held.scored.n},
        "delivered_held_out": {"share": held.held_out.value, "n": held.held_out.n},
        "difference": held.difference,
        "low": held.low,
        "high": held.high,
    }


class ChangeSetting(Arguments):
    """Which setting, and what it becomes."""

    setting: Setting
    value: NewName


def _preview_change(ctx: Context, args: ChangeSetting) -> Preview:
    change = settings.plan_change_setting(ctx, args.setting, args.value)
    return Preview(
        title=ctx.say("setting-change-title", setting=ctx.say(f"setting-{args.setting}")),
        differences=(
            Difference(
                label=ctx.say(f"setting-{args.setting}"),
                before=_value(ctx, args.setting, change.before["value"]),
                after=_value(ctx, args.setting, change.after["value"]),
            ),
        ),
        change=change,
    )


@tool(
    Permission.SETTINGS_WRITE,
    effect=Effect.WRITE,
    preview=_preview_change,
    undo=settings.undo_change_setting,
)
def change_setting(ctx: Context, args: ChangeSetting) -> ToolResult:
    """Change one setting of the shop, such as its name, zone, language, or how NDR are assigned.

    `value` is the name, an IANA zone such as Asia/Kolkata, English, Hindi or Hinglish, minutes, the
    percentage of undelivered parcels that scores leave alone, or how undelivered parcels find their
    agent by themselves: off, recovered (by expected rupees) or published (the platform's score);
    on or off for what customers are asked first: AskDelivery (a parcel that did not arrive),
    AskConfirm (to confirm a cash order), AskAddress (a doubtful address); a percentage saved by
    who pays a cash order online (PrepaidDiscount); rupees a returned parcel costs (ReturnCosts) or
    asking a buyer costs (AskingCosts); an hour (CourierCutOff, "8 pm"); hours (WorkingHours,
    "10-18"); which unconfirmed cash orders are cancelled by themselves (AutoCancel): off, or risk,
    value and how many a day, such as "80% above 3000, 5 a day".
    For one's own language prefer set_my_language; for limits set_approval_limit.
    """
    change = settings.change_setting(ctx, args.setting, args.value)
    return ToolResult(
        facts={"setting": args.setting.value, "before": change.before, "after": change.after},
        says=ctx.say(
            "setting-changed",
            setting=ctx.say(f"setting-{args.setting}"),
            value=_value(ctx, args.setting, change.after["value"]),
        ),
        change=change,
    )


class SetMyLanguage(Arguments):
    """Which language."""

    language: AnswerLanguage


@tool(*_EVERYONE, effect=Effect.WRITE, undo=settings.undo_set_language)
def set_my_language(ctx: Context, args: SetMyLanguage) -> ToolResult:
    """Answer me in a language from now on: "talk to me in Hindi", "reply in English only".

    Asks nobody first; it is one's own choice. AsWritten answers in whatever is written.
    """
    change = settings.set_language(ctx, args.language)
    return ToolResult(
        facts={"language": args.language.value},
        says=ctx.say("setting-my-language", language=args.language.value),
        change=change,
    )


_ASKS = (Setting.ASK_DELIVERY, Setting.ASK_CONFIRM, Setting.ASK_ADDRESS)


def _value(ctx: Context, setting: Setting, value: str) -> str:
    match setting:
        case Setting.LANGUAGE:
            return ctx.say(f"setting-language-{value}")
        case Setting.APPROVAL_MINUTES:
            return ctx.say("setting-minutes", minutes=int(value))
        case Setting.NDR_HOLD_OUT:
            return ctx.say("setting-percent", percent=int(value))
        case Setting.NDR_ASSIGNMENT:
            return ctx.say("setting-assignment", method=value)
        case Setting.ASK_DELIVERY | Setting.ASK_CONFIRM | Setting.ASK_ADDRESS:
            return ctx.say("setting-switch", state=value)
        case Setting.PREPAID_DISCOUNT:
            return ctx.say("setting-percent", percent=int(value))
        case Setting.RETURN_COSTS | Setting.ASKING_COSTS:
            return ctx.say("setting-rupees", amount=_rupees(ctx, value))
        case Setting.COURIER_CUT_OFF:
            return ctx.say("setting-hour", hour=int(value))
        case Setting.WORKING_HOURS:
            opens, _, closes = value.partition("-")
            return ctx.say("setting-hours", opens=int(opens), closes=int(closes))
        case Setting.AUTO_CANCEL:
            return _cancel_rule(ctx, value)
        case Setting.NAME | Setting.ZONE:
            return value


def _rupees(ctx: Context, value: str | int) -> Money:
    return Money(int(value) * 100, ctx.currency)


def _cancel_rule(ctx: Context, value: str) -> str:
    rule = CancelRule.of(value)
    if rule is None:
        return ctx.say("setting-switch", state="off")
    return ctx.say("setting-cancel-rule", percent=rule.percent, worth=_rupees(ctx, rule.rupees),
                   most=rule.a_day)  # fmt: skip


def _settings_table(ctx: Context, chosen: ShopSettings) -> TableCard:
    values = {
        Setting.NAME: chosen.name,
        Setting.ZONE: chosen.zone,
        Setting.LANGUAGE: chosen.language,
        Setting.APPROVAL_MINUTES: str(chosen.approval_minutes),
        Setting.NDR_HOLD_OUT: str(chosen.ndr_hold_out),
        Setting.NDR_ASSIGNMENT: chosen.ndr_assignment,
        **{one: "on" if chosen.asks_about(one) else "off" for one in _ASKS},
        Setting.PREPAID_DISCOUNT: str(chosen.prepaid_discount),
        Setting.RETURN_COSTS: str(chosen.terms.return_rupees),
        Setting.ASKING_COSTS: str(chosen.terms.asking_rupees),
        Setting.COURIER_CUT_OFF: str(chosen.terms.cut_off_hour),
        Setting.WORKING_HOURS: f"{chosen.terms.opens}-{chosen.terms.closes}",
        Setting.AUTO_CANCEL: chosen.auto_cancel,
    }
    return TableCard(
        title=ctx.say("setting-title"),
        columns=(
            Column(label=ctx.say("setting-column-setting")),
            Column(label=ctx.say("setting-column-value")),
        ),
        rows=tuple(
            (ctx.say(f"setting-{setting}"), _value(ctx, setting, value))
            for setting, value in values.items()
        ),
    )


def _limits_table(
    ctx: Context, limits: tuple[Standing, ...], second: dict[Topic, Money]
) -> TableCard:
    """Return who may approve how much alone; a topic with no rule of its own is left out."""
    whole = {one.role: one for one in limits if one.topic is Topic.EVERYTHING}
    shown = [
        one
        for one in limits
        if one.topic is Topic.EVERYTHING
        or (one.most, one.most_items) != (whole[one.role].most, whole[one.role].most_items)
    ]
    rules = (
        ctx.say("setting-second-note", topic=ctx.say(f"approval-topic-{topic}"), above=above)
        for topic, above in second.items()
    )
    return TableCard(
        title=ctx.say("setting-limits-title"),
        columns=(
            Column(label=ctx.say("people-column-role")),
            Column(label=ctx.say("setting-column-topic")),
            Column(label=ctx.say("team-limit-amount"), align="end"),
            Column(label=ctx.say("team-limit-items"), align="end"),
        ),
        rows=tuple(_limit_row(ctx, one) for one in shown),
        note="\n".join((ctx.say("setting-limits-note"), *rules)),
    )


def _limit_row(ctx: Context, one: Standing) -> tuple[str, ...]:
    none = ctx.say("team-no-limit")
    return (
        ctx.say(f"people-role-{one.role}"),
        ctx.say(f"approval-topic-{one.topic}"),
        none if one.most is None else ctx.say("team-amount", amount=one.most),
        none if one.most_items is None else ctx.say("team-items", count=one.most_items),
    )


def _limit_facts(one: Standing) -> dict[str, Any]:
    return {
        "role": one.role.value,
        "topic": one.topic.value,
        "most_rupees": None if one.most is None else facts.rupees(one.most),
        "most_items": one.most_items,
        "chosen": one.is_chosen,
    }
