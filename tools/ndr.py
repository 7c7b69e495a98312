"""Undelivered parcels (NDR) in chat: the queue, advice on one, another attempt, the way back."""

from datetime import date, timedelta
from typing import Any

from commerce import ndr, parcels
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.ndr import (
    Advice,
    Evidence,
    NdrCase,
    NdrList,
    NdrQueue,
    NdrSearch,
    NdrSort,
    Outlook,
    StepKind,
)
from commerce.ndr import Reattempt as Wish
from commerce.ndr import Step as Advised
from commerce.ports import CourierAction
from commerce.scoring.pooling import Rate
from commerce.vocabulary import OPEN_NDR_STATUSES, DeliverySlot, NdrReason
from tools import facts
from tools.arguments import (
    Courier,
    Day,
    Kind,
    Landmark,
    Limit,
    Parcel,
    Period,
    Person,
    Phone,
    Place,
    Reason,
)
from tools.base import Arguments, Effect, Mention, Preview, ToolResult, tool
from tools.cards import (
    Button,
    ChartCard,
    Column,
    Difference,
    Line,
    NdrCard,
    Recommendation,
    TableCard,
    Tap,
)
from tools.ndr_why import facts_of, percent, picture, strongest

_WRITES = (StepKind.WHATSAPP, StepKind.ASK_ADDRESS, StepKind.OTHER_ADDRESS)
_REATTEMPT, _RETURN = CourierAction.REATTEMPT, CourierAction.RETURN_TO_ORIGIN


class ListNdr(Arguments):
    """Which undelivered parcels. What is left out does not matter."""

    status: NdrQueue = NdrQueue.OPEN
    reason: NdrReason | None = None
    courier: Courier | None = None
    assignee: Person | None = None
    place: Place | None = None
    period: Period | None = None
    sort: NdrSort = NdrSort.WORTH
    limit: Limit = 10


@tool(Permission.NDR_READ)
def list_ndr(ctx: Context, args: ListNdr) -> ToolResult:
    """List undelivered parcels (NDR) with their number and rupees; the open ones by default.

    For "what NDR do I have", "refused parcels in Pune", "overdue", "mine". What is worth most first
    (chance of delivery times rupees, the sooner due the more); due first where nothing is learnt
    yet. The period is when they failed first. For what to do about one parcel prefer
    advise_on_ndr; for parcels that are late but did not fail, late_parcels.
    """
    courier = parcels.find_courier(args.courier) if args.courier else None
    person = ndr.find_person(ctx, args.assignee) if args.assignee else None
    found = ndr.find_cases(
        ctx,
        NdrSearch(
            queue=args.status, reason=args.reason, courier=courier,
            assignee_id=person[0] if person else None, place=args.place,
            period=facts.resolved(ctx, args.period), sort=args.sort, limit=args.limit,
        ),
    )  # fmt: skip
    what = (
        ctx.say(f"ndr-reason-{args.reason}") if args.reason else "",
        ctx.say(f"courier-type-{courier}") if courier else "",
        person[1] if person else "",
        args.place or "",
    )
    return ToolResult(
        facts={
            "status": args.status.value,
            "reason": args.reason.value if args.reason else None,
            "courier": courier.value if courier else None,
            "assignee": person[1] if person else None,
            "place": args.place,
            "period": facts.days_of(found.period),
            "count": found.count,
            "value_rupees": facts.rupees(found.value),
            "overdue": found.overdue,
            "by_reason": {reason.value: number for reason, number in found.by_reason.items()},
            "shown": len(found.cases),
            "parcels": [case_facts(ctx, case) for case in found.cases],
        },
        says=_found(ctx, args.status, ", ".join(part for part in what if part), found),
        cards=(_table(ctx, args.status, found),) if found.cases else (),
        mentions=tuple(
            Mention(kind=Kind.PARCEL, id=case.awb, label=case.order_number) for case in found.cases
        ),
    )


class AdviseOnNdr(Arguments):
    """Which undelivered parcel."""

    parcel: Parcel


@tool(Permission.NDR_READ)
def advise_on_ndr(ctx: Context, args: AdviseOnNdr) -> ToolResult:
    """Say what to do about one undelivered parcel: the best steps, with reasons and the deadline.

    By AWB such as 14312345678901 or order number such as 1042. Rests on the courier's reason, the
    attempts made, the customer's earlier orders, how they were reached before, and how likely the
    next attempt delivers, with every reason for that ("why?"). To do it use
    request_reattempt or return_to_origin; only to see where a parcel is, track_parcel.
    """
    advice = ndr.advise(ctx, args.parcel)
    case = advice.case
    return ToolResult(
        facts={
            **case_facts(ctx, case),
            "history": {"delivered": advice.history.well, "of": advice.history.of},
            "steps": [_step_facts(ctx, step) for step in advice.steps],
            "doubts_about_the_courier": [doubt.key for doubt in advice.suspicions],
            "held_out": advice.is_held_out,
            "outlook": _outlook_facts(ctx, advice.outlook),
            "why": next((card.alt for card in _why(ctx, advice)), None),
        },
        says=_advised(ctx, advice),
        cards=(_ndr_card(ctx, advice), *_why(ctx, advice)),
        mentions=(
            Mention(kind=Kind.PARCEL, id=case.awb, label=case.awb),
            Mention(kind=Kind.ORDER, id=case.order_number, label=case.order_number),
        ),
    )


class RequestReattempt(Arguments):
    """Which parcel, and when to try again."""

    parcel: Parcel
    on: Day
    slot: DeliverySlot | None = None
    phone: Phone | None = None
    landmark: Landmark | None = None


def _wish(args: RequestReattempt) -> Wish:
    return Wish(on=args.on, slot=args.slot, phone=args.phone, landmark=args.landmark)


def _preview_reattempt(ctx: Context, args: RequestReattempt) -> Preview:
    change = ndr.plan_reattempt(ctx, args.parcel, _wish(args))
    nothing = ctx.say("ndr-nothing")
    extras = (("phone", args.phone), ("landmark", args.landmark))
    return Preview(
        title=ctx.say("ndr-reattempt-title", awb=change.subject),
        differences=(
            *differences(ctx, change),
            *(
                Difference(label=ctx.say(f"ndr-difference-{name}"), before=nothing, after=value)
                for name, value in extras
                if value
            ),
        ),
        change=change,
    )


@tool(
    Permission.NDR_ACT,
    effect=Effect.WRITE,
    preview=_preview_reattempt,
    undo=ndr.undo_reattempt,
)
def request_reattempt(ctx: Context, args: RequestReattempt) -> ToolResult:
    """Ask the courier to try an undelivered parcel again on a day, perhaps in a part of it.

    For "reattempt 1042 tomorrow evening", with another phone number or a landmark where given. To
    give the parcel up prefer return_to_origin; to decide which, advise_on_ndr.
    """
    courier = ndr.find_case(ctx, args.parcel).courier
    change = ndr.reattempt(ctx, args.parcel, _wish(args))
    when = ctx.say("ndr-when", day=args.on, slot=args.slot or "none")
    name = ctx.say(f"courier-type-{courier}")
    said = ctx.say("ndr-reattempted", courier=name, awb=change.subject, when=when)
    return written(change, said)


class ReturnToOrigin(Arguments):
    """Which parcel, and why."""

    parcel: Parcel
    reason: Reason | None = None


def _preview_return(ctx: Context, args: ReturnToOrigin) -> Preview:
    change = ndr.plan_return(ctx, args.parcel, args.reason)
    return Preview(
        title=ctx.say("ndr-return-title", awb=change.subject),
        differences=differences(ctx, change),
        change=change,
    )


@tool(
    Permission.NDR_ACT,
    effect=Effect.WRITE,
    preview=_preview_return,
    undo=ndr.undo_return,
)
def return_to_origin(ctx: Context, args: ReturnToOrigin) -> ToolResult:
    """Have an undelivered parcel sent back to the shop (RTO), given up for good.

    By AWB or order number such as 1042. To try once more prefer request_reattempt; for an order
    that has not left yet, cancel_order.
    """
    courier = ndr.find_case(ctx, args.parcel).courier
    change = ndr.return_to_origin(ctx, args.parcel, args.reason)
    name = ctx.say(f"courier-type-{courier}")
    return written(change, ctx.say("ndr-returned", courier=name, awb=change.subject))


def written(change: Change, sentence: str) -> ToolResult:
    """Return what a write about a parcel gives back."""
    return ToolResult(
        facts={
            "parcel": change.subject,
            "before": change.before,
            "after": change.after,
            "warnings": list(change.warnings),
        },
        says="\n".join((sentence, *change.warnings)),
        mentions=(Mention(kind=Kind.PARCEL, id=change.subject, label=change.subject),),
        change=change,
    )


def _found(ctx: Context, queue: NdrQueue, what: str, found: NdrList) -> str:
    reason, most = next(iter(found.by_reason.items()), (None, 0))
    telling = reason is not None and len(found.by_reason) > 1
    return ctx.say(
        "ndr-found",
        queue=ctx.say(f"ndr-queue-{queue}"),
        what=what or "none",
        first=found.period.first_day if found.period else "none",
        last=found.period.last_day if found.period else "none",
        count=found.count,
        value=found.value,
        overdue=found.overdue,
        reason=ctx.say(f"ndr-reason-{reason}") if telling else "none",
        most=most,
    )


def _table(ctx: Context, queue: NdrQueue, found: NdrList) -> TableCard:
    scored = any(case.chance is not None for case in found.cases)
    columns = (
        "order", "reason", "attempts", "value", *(("chance",) if scored else ()), "due", "assignee",
    )  # fmt: skip
    return TableCard(
        title=ctx.say(f"ndr-queue-{queue}"),
        columns=tuple(
            Column(
                label=ctx.say(f"ndr-column-{name}"),
                align="end" if name in ("attempts", "value", "chance") else "start",
            )
            for name in columns
        ),
        rows=tuple(
            (
                case.order_number,
                ctx.say(f"ndr-reason-{case.reason}"),
                str(case.attempts),
                ctx.say("ndr-amount", amount=case.value),
                *((_chance(ctx, case),) if scored else ()),
                due(ctx, case),
                case.assignee or "",
            )
            for case in found.cases
        ),
        taps=tuple(parcel_button(ctx, "advise", "advise_on_ndr", case.awb) for case in found.cases),
        note=ctx.say(
            "ndr-list-note-worth"
            if any(case.place is not None for case in found.cases)
            else "ndr-list-note",
            shown=len(found.cases),
            count=found.count,
            first=found.period.first_day if found.period else "none",
            last=found.period.last_day if found.period else "none",
        ),
    )


def case_facts(ctx: Context, case: NdrCase) -> dict[str, Any]:
    """Return one case as plain JSON."""
    is_open = case.status in OPEN_NDR_STATUSES
    return {
        "parcel": case.awb,
        "order": case.order_number,
        "courier": case.courier.value,
        "customer": case.customer,
        "city": case.city,
        "status": case.status.value,
        "reason": case.reason.value,
        "priority": case.priority.value,
        "attempts": case.attempts,
        "value_rupees": facts.rupees(case.value),
        "cash_on_delivery": case.is_cod,
        "failed_at": facts.moment(ctx, case.last_attempt_at),
        "due_at": facts.moment(ctx, case.due_at) if is_open else None,
        "overdue": is_open and case.due_at < ctx.now,
        "reattempt_on": case.reattempt_on.isoformat() if case.reattempt_on else None,
        "reattempt_slot": case.reattempt_slot.value if case.reattempt_slot else None,
        "assignee": case.assignee,
        "chance": case.chance,
        "place": case.place,
        "hours_left": round((case.due_at - ctx.now) / timedelta(hours=1), 1) if is_open else None,
    }


def _chance(ctx: Context, case: NdrCase) -> str:
    return "" if case.chance is None else ctx.say("ndr-share", percent=percent(case.chance))


def _outlook_facts(ctx: Context, outlook: Outlook | None) -> dict[str, Any] | None:
    if outlook is None:
        return None
    window = outlook.window
    return {
        "next_attempt_delivers": facts_of(ctx, outlook.recovery),
        "comes_back": facts_of(ctx, outlook.comes_back),
        "fake_attempt": facts_of(ctx, outlook.fake),
        "if_prepaid": outlook.prepaid,
        "if_reached": outlook.reached[0] if outlook.reached else None,
        "call_between": [window.first, window.end] if window else None,
        "call_answered": _rate_facts(window.rate, window.of) if window else None,
        "channels": {one.kind.value: _rate_facts(one.rate, one.of) for one in outlook.channels},
        "at_stake_rupees": outlook.at_stake_minor / 100,
        "act_by": facts.moment(ctx, outlook.act_by),
    }


def _rate_facts(rate: Rate, of: str) -> dict[str, Any]:
    return {"share": rate.value, "n": rate.n, "low": rate.low, "high": rate.high, "of": of}


def _why(ctx: Context, advice: Advice) -> tuple[ChartCard, ...]:
    """Return the picture of what speaks for and against the next attempt."""
    outlook = advice.outlook
    if outlook is None or outlook.recovery is None:
        return ()
    return (picture(ctx, outlook.recovery),)


def _step_facts(ctx: Context, step: Advised) -> dict[str, Any]:
    return {
        "step": step.kind.value,
        "on": step.on.isoformat() if step.on else None,
        "slot": step.slot.value if step.slot else None,
        "hours": list(step.hours) if step.hours else None,
        "worth_rupees": facts.rupees(step.worth) if step.worth is not None else None,
        "because": [because_of(ctx, one) for one in step.evidence],
    }


def due(ctx: Context, case: NdrCase) -> str:
    """Return how long is left, or has passed, in the largest unit that tells enough."""
    if case.status not in OPEN_NDR_STATUSES:
        return ""
    span = abs(case.due_at - ctx.now)
    key = "ndr-due-left" if case.due_at >= ctx.now else "ndr-due-over"
    if span < timedelta(hours=1):
        return ctx.say(key, unit="minutes", number=span // timedelta(minutes=1))
    if span < timedelta(hours=48):
        return ctx.say(key, unit="hours", number=span // timedelta(hours=1))
    return ctx.say(key, unit="days", number=span // timedelta(days=1))


def _advised(ctx: Context, advice: Advice) -> str:
    case = advice.case
    if case.status not in OPEN_NDR_STATUSES:
        status = ctx.say(f"ndr-status-{case.status}")
        return ctx.say("ndr-advised-settled", awb=case.awb, order=case.order_number, status=status)
    said = ctx.say(
        "ndr-advised",
        awb=case.awb,
        order=case.order_number,
        customer=case.customer,
        reason=ctx.say(f"ndr-reason-{case.reason}"),
        attempts=case.attempts,
        value=case.value,
        due=due(ctx, case) or "none",
        step=say_step(ctx, advice.steps[0]) if advice.steps else "none",
    )
    chance = advice.outlook.recovery if advice.outlook else None
    if chance is None:
        return said
    reasons = strongest(ctx, chance)
    ends = {"percent": percent(chance.value), "base": percent(chance.base)}
    return "\n".join((said, ctx.say("ndr-advised-chance", reasons=reasons, **ends)))


def say_step(ctx: Context, step: Advised) -> str:
    """Return a step that advice names, in words."""
    if step.hours is not None:
        first, end = (ctx.say("ndr-hour", hour=hour, clock=hour - 12) for hour in step.hours)
        return ctx.say("ndr-step-call-hours", first=first, end=end)
    return ctx.say(f"ndr-step-{step.kind}", day=step.on, slot=step.slot or "none")


def because_of(ctx: Context, evidence: Evidence) -> str:
    """Return what speaks for a step, or against a courier, as a sentence."""
    return ctx.say(f"ndr-because-{evidence.key}", **evidence.values)


def _ndr_card(ctx: Context, advice: Advice) -> NdrCard:
    case = advice.case
    return NdrCard(
        awb=case.awb,
        order=case.order_number,
        reason=ctx.say(f"ndr-reason-{case.reason}"),
        value=ctx.say("ndr-amount", amount=case.value),
        attempt=ctx.say("ndr-attempt", attempts=case.attempts, most=ndr.MOST_ATTEMPTS),
        due=due(ctx, case),
        tone="bad" if case.due_at < ctx.now else "warn",
        lines=tuple(_lines(ctx, advice)),
        recommendations=tuple(
            Recommendation(
                text=say_step(ctx, step),
                because=_because(ctx, step),
            )
            for step in advice.steps
        ),
        buttons=tuple(_buttons(ctx, advice)),
    )


def _because(ctx: Context, step: Advised) -> str:
    """Return what speaks for a step, and what it brings, in sentences."""
    said = [because_of(ctx, one) for one in step.evidence]
    if step.worth is not None and step.worth.minor > 0:
        said.append(ctx.say("ndr-because-worth", amount=step.worth))
    return " ".join(said)


def _foreseen(ctx: Context, advice: Advice) -> tuple[tuple[str, str], ...]:
    """Return what the scores foresee, as lines of the card."""
    if advice.is_held_out:
        return (("held-out", ctx.say("ndr-held-out")),)
    outlook = advice.outlook
    if outlook is None:
        return ()
    chance, back = outlook.recovery, outlook.comes_back
    ends = {"percent": percent(chance.value), "base": percent(chance.base)} if chance else {}
    return (
        ("prediction", ctx.say("ndr-prediction", **ends) if ends else ""),
        ("return-risk", ctx.say("ndr-share", percent=percent(back.value)) if back else ""),
        ("act-by", ctx.say("ndr-moment", at=ctx.local(outlook.act_by))),
    )


def _lines(ctx: Context, advice: Advice) -> list[Line]:
    case, history = advice.case, advice.history
    scheduled = case.reattempt_on and ctx.say(
        "ndr-when", day=case.reattempt_on, slot=case.reattempt_slot or "none"
    )
    values = (
        ("customer", ctx.say("ndr-customer", name=case.customer, city=case.city)),
        ("courier", ctx.say(f"courier-type-{case.courier}")),
        ("status", ctx.say(f"ndr-status-{case.status}")),
        ("payment", ctx.say("ndr-amount", amount=case.value) if case.is_cod else ""),
        ("history", ctx.say("ndr-history", well=history.well, of=history.of)),
        ("reattempt", scheduled or ""),
        ("assignee", case.assignee or ""),
        ("doubt", " ".join(because_of(ctx, doubt) for doubt in advice.suspicions)),
        *_foreseen(ctx, advice),
    )
    return [Line(label=ctx.say(f"ndr-line-{name}"), value=value) for name, value in values if value]


def _buttons(ctx: Context, advice: Advice) -> list[Button]:
    """Return the steps that one press can begin, where actor and courier allow them."""
    case, buttons = advice.case, []
    may_act = ctx.actor.may(Permission.NDR_ACT)
    for step in advice.steps if may_act else ():
        if step.kind is StepKind.REATTEMPT and step.on and _takes(ctx, case, _REATTEMPT):
            call = {"parcel": case.awb, "on": step.on.isoformat()}
            label = ctx.say("ndr-button-reattempt", day=step.on)
            says = ctx.say("ndr-button-reattempt-says", awb=case.awb, day=step.on)
            tap = Tap(kind="call", tool="request_reattempt", arguments=call)
            buttons.append(Button(label=label, says=says, tap=tap))
        if step.kind in _WRITES and ctx.ports.messenger("whatsapp") is not None:
            buttons.append(parcel_button(ctx, "message", "message_customer", case.awb))
        if step.kind is StepKind.RETURN and _takes(ctx, case, _RETURN):
            buttons.append(parcel_button(ctx, "return", "return_to_origin", case.awb))
    if may_act and advice.suspicions and _takes(ctx, case, CourierAction.REPORT_FAKE_ATTEMPT):
        buttons.append(parcel_button(ctx, "report", "report_fake_attempt", case.awb))
    if advice.suspicions and ctx.ports.seal is not None:
        buttons.append(parcel_button(ctx, "proof", "make_proof_pack", case.awb))
    if ctx.actor.may(Permission.PARCELS_READ):
        buttons.append(parcel_button(ctx, "track", "track_parcel", case.awb))
    return buttons


def _takes(ctx: Context, case: NdrCase, action: CourierAction) -> bool:
    door = ctx.ports.courier(case.courier)
    return door is not None and action in door.actions


def parcel_button(ctx: Context, name: str, tool_name: str, awb: str) -> Button:
    """Return a button that calls a tool for one parcel."""
    return Button(
        label=ctx.say(f"ndr-button-{name}"),
        says=ctx.say(f"ndr-button-{name}-says", awb=awb),
        tap=Tap(kind="call", tool=tool_name, arguments={"parcel": awb}),
    )


def differences(ctx: Context, change: Change) -> tuple[Difference, ...]:
    """Return what a change of a case means to a person, line by line."""
    before, after = change.before, change.after
    lines = [("status", _status(ctx, before), _status(ctx, after))]
    if "reattempt_on" in after:
        lines.append(("day", scheduled(ctx, before), scheduled(ctx, after)))
    for name, word in (("parcel", "shipment-status"), ("order", "order-status")):
        if (key := f"{name}_status") in after:
            lines.append((name, ctx.say(f"{word}-{before[key]}"), ctx.say(f"{word}-{after[key]}")))
    return tuple(
        Difference(label=ctx.say(f"ndr-difference-{name}"), before=was, after=becomes)
        for name, was, becomes in lines
    )


def _status(ctx: Context, state: dict[str, Any]) -> str:
    return ctx.say(f"ndr-status-{state['status']}")


def scheduled(ctx: Context, state: dict[str, Any]) -> str:
    """Return the day and part of day that a change speaks of, in words."""
    if state["reattempt_on"] is None:
        return ctx.say("ndr-nothing")
    day = date.fromisoformat(state["reattempt_on"])
    return ctx.say("ndr-when", day=day, slot=state["reattempt_slot"] or "none")
