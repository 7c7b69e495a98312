"""Working on undelivered parcels in chat: whose they are, calls, messages, disputes."""

from datetime import datetime

from commerce import assignment, ndr
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.ndr import Dispute, StepKind
from commerce.vocabulary import MessageChannel, NdrOutcome
from tools import facts
from tools.arguments import Kind, Parcel, Person, Reason
from tools.assigning import choice_facts, options_card
from tools.base import Arguments, Effect, Mention, Preview, ToolResult, tool
from tools.cards import Difference
from tools.ndr import because_of, say_step, written


class AssignNdr(Arguments):
    """Which parcel, and who shall work on it; without an assignee whoever it is best with."""

    parcel: Parcel
    assignee: Person | None = None


def _preview_assign(ctx: Context, args: AssignNdr) -> Preview:
    if args.assignee is None:
        return _preview_best(ctx, args)
    change = ndr.plan_assign(ctx, args.parcel, args.assignee)
    return Preview(
        title=ctx.say("ndr-assign-title", awb=change.subject, name=change.after["assignee"]),
        differences=_assigned(ctx, change),
        change=change,
    )


def _preview_best(ctx: Context, args: AssignNdr) -> Preview:
    """Return what is approved where nobody was named: the best one, and why."""
    choice = assignment.choose_assignee(ctx, ndr.find_case(ctx, args.parcel))
    change = ndr.plan_give(ctx, choice.case.awb, choice.agent)
    why = Difference(
        label=ctx.say("assignment-why"), before="", after=assignment.explain(ctx, choice)
    )
    return Preview(
        title=ctx.say("ndr-assign-title", awb=change.subject, name=choice.agent.name),
        differences=(*_assigned(ctx, change), why),
        change=change,
        arguments={"parcel": choice.case.awb, "assignee": choice.agent.name},
        facts=choice_facts(ctx, choice),
        cards=options_card(ctx, choice),
    )


def _assigned(ctx: Context, change: Change) -> tuple[Difference, ...]:
    return (
        Difference(
            label=ctx.say("ndr-difference-assignee"),
            before=change.before["assignee"] or ctx.say("ndr-nobody"),
            after=change.after["assignee"],
        ),
        *_status_line(ctx, change),
    )


@tool(Permission.NDR_ACT, effect=Effect.WRITE, preview=_preview_assign, undo=ndr.undo_assign)
def assign_ndr(ctx: Context, args: AssignNdr) -> ToolResult:
    """Give one undelivered parcel to somebody of the team, such as 1042 to Priya, or to `me`.

    Without an assignee it suggests whoever the most rupees are expected back with, by their success
    with the reason, the customer's language, shift and load, and says why ("who should take 1042",
    "1042 kisko du"). For many at once ("all Bluedart NDR to Priya") prefer assign_ndrs; to see
    whose they are list_ndr.
    """
    if args.assignee is None:
        choice = assignment.choose_assignee(ctx, ndr.find_case(ctx, args.parcel))
        change = ndr.give(
            ctx, choice.case.awb, choice.agent, method=choice.method.value,
            expected_minor=choice.chosen.parts.total, why=assignment.explain(ctx, choice),
        )  # fmt: skip
    else:
        change = ndr.assign(ctx, args.parcel, args.assignee)
    name = change.after["assignee"]
    return written(change, ctx.say("ndr-assigned", awb=change.subject, name=name))


class LogCall(Arguments):
    """Which parcel's customer was called, and what they said."""

    parcel: Parcel
    outcome: NdrOutcome
    note: Reason | None = None


@tool(Permission.NDR_ACT, effect=Effect.WRITE, undo=ndr.undo_log_call)
def log_call(ctx: Context, args: LogCall) -> ToolResult:
    """Write down that the customer of an undelivered parcel was called, and the outcome.

    For "called 1042, no answer", "customer of 1042 says he will take it". Asks nobody first and
    can be undone. It tells nobody outside: to have the parcel tried again use request_reattempt,
    to write to the customer message_customer.
    """
    change = ndr.log_call(ctx, args.parcel, args.outcome, args.note)
    step = next(
        (s for s in ndr.advise(ctx, change.subject).steps if s.kind is not StepKind.CALL), None
    )
    said = ctx.say(
        "ndr-call-logged",
        awb=change.subject,
        outcome=ctx.say(f"ndr-outcome-{args.outcome}"),
        tries=change.after["calls"],
        next=say_step(ctx, step) if step else "none",
    )
    result = written(change, said)
    more = {"outcome": args.outcome.value, "note": args.note, "next": step.kind if step else None}
    return result.model_copy(update={"facts": {**result.facts, **more}})


class MessageCustomer(Arguments):
    """Which parcel's customer, and by what."""

    parcel: Parcel
    channel: MessageChannel | None = None


def _preview_message(ctx: Context, args: MessageCustomer) -> Preview:
    change = ndr.plan_message(ctx, args.parcel, args.channel)
    lines = (
        ("to", change.after["to"]),
        ("text", change.after["text"]),
        ("send", ctx.say("ndr-moment", at=_send_at(ctx, change))),
    )
    return Preview(
        title=ctx.say(
            "ndr-message-title", awb=change.subject, channel=_channel(ctx, change.after["channel"])
        ),
        differences=(
            *(
                Difference(label=ctx.say(f"ndr-difference-{name}"), before="", after=value)
                for name, value in lines
            ),
            *_status_line(ctx, change),
        ),
        change=change,
    )


@tool(Permission.NDR_ACT, effect=Effect.WRITE, preview=_preview_message, undo=ndr.undo_message)
def message_customer(ctx: Context, args: MessageCustomer) -> ToolResult:
    """Write to the customer of an undelivered parcel, by whatsapp, sms or email.

    The text follows from why the delivery failed and is in the customer's own language; it is
    shown before it is sent, and never sent at night. Such as "whatsapp the customer of 1042".
    To write down a phone call use log_call.
    """
    change = ndr.message(ctx, args.parcel, args.channel)
    after = change.after
    said = ctx.say(
        "ndr-message-waits",
        to=after["to"],
        channel=_channel(ctx, after["channel"]),
        at=_send_at(ctx, change),
        text=after["text"],
    )
    return ToolResult(
        facts={"parcel": change.subject, **after, "warnings": list(change.warnings)},
        says="\n".join((said, *change.warnings)),
        mentions=(Mention(kind=Kind.PARCEL, id=change.subject, label=change.subject),),
        change=change,
    )


class ReportFakeAttempt(Arguments):
    """Which parcel's last attempt."""

    parcel: Parcel


def _preview_dispute(ctx: Context, args: ReportFakeAttempt) -> Preview:
    found, change = ndr.dispute_of(ctx, args.parcel), ndr.plan_dispute(ctx, args.parcel)
    return Preview(
        title=ctx.say(
            "ndr-dispute-title",
            awb=change.subject,
            courier=ctx.say(f"courier-type-{found.courier}"),
        ),
        differences=(*_evidence(ctx, found), *_status_line(ctx, change)),
        change=change,
    )


@tool(Permission.NDR_ACT, effect=Effect.WRITE, preview=_preview_dispute, undo=ndr.undo_dispute)
def report_fake_attempt(ctx: Context, args: ReportFakeAttempt) -> ToolResult:
    """Dispute the courier's last attempt for one parcel: nobody went to the door.

    For "1042 was a fake attempt", "delivery boy never came for 1042". Sends the courier what
    speaks against it (scans, hours, what the customer said); refused where nothing does. To have
    it tried again use request_reattempt as well.
    """
    found = ndr.dispute_of(ctx, args.parcel)
    change = ndr.dispute(ctx, args.parcel)
    signs = " ".join(because_of(ctx, sign) for sign in found.signs)
    said = ctx.say(
        "ndr-disputed",
        courier=ctx.say(f"courier-type-{found.courier}"),
        attempt=found.attempt,
        awb=change.subject,
        because=signs,
    )
    result = written(change, said)
    evidence = {
        "attempt": found.attempt,
        "failed_at": facts.moment(ctx, found.failed_at),
        "went_out_at": facts.moment(ctx, found.went_out_at),
        "courier_code": found.raw_code,
        "signs": [sign.key for sign in found.signs],
        "courier_is_told": ndr.told_to_courier(ctx, found),
    }
    return result.model_copy(update={"facts": {**result.facts, **evidence}})


def _evidence(ctx: Context, found: Dispute) -> tuple[Difference, ...]:
    """Return what the courier will be told, line by line."""
    attempt = ctx.say(
        "ndr-dispute-attempt",
        reason=ctx.say(f"ndr-reason-{found.reason}"),
        failed=ctx.local(found.failed_at),
    )
    out = (
        ctx.say("ndr-moment", at=ctx.local(found.went_out_at))
        if found.went_out_at
        else ctx.say("ndr-not-scanned")
    )
    return (
        Difference(
            label=ctx.say("ndr-difference-dispute", attempt=found.attempt),
            before=attempt,
            after=ctx.say("ndr-dispute-is"),
        ),
        Difference(label=ctx.say("ndr-difference-out"), before="", after=out),
        Difference(label=ctx.say("ndr-difference-calls"), before="", after=ctx.say("ndr-no-calls")),
        *(
            Difference(label=ctx.say("ndr-difference-sign"), before="", after=because_of(ctx, sign))
            for sign in found.signs
        ),
    )


def _status_line(ctx: Context, change: Change) -> tuple[Difference, ...]:
    before, after = change.before["status"], change.after["status"]
    if before == after:
        return ()
    line = Difference(
        label=ctx.say("ndr-difference-status"),
        before=ctx.say(f"ndr-status-{before}"),
        after=ctx.say(f"ndr-status-{after}"),
    )
    return (line,)


def _channel(ctx: Context, channel: str) -> str:
    return ctx.say(f"message-channel-{channel}")


def _send_at(ctx: Context, change: Change) -> datetime:
    return ctx.local(datetime.fromisoformat(change.after["send_at"]))
