"""Many undelivered parcels at once in chat: given to somebody, or tried again on one day."""

from collections.abc import Callable

from commerce import ndr, parcels
from commerce.access import Permission
from commerce.approvals import bulk as many
from commerce.approvals.bulk import Batch
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.ndr import NdrCase, NdrQueue, NdrSearch, Reattempt
from commerce.vocabulary import DeliverySlot, NdrReason
from tools import bulk, facts
from tools.arguments import Courier, Day, Kind, Period, Person, Place
from tools.base import Effect, Preview, ToolResult, tool
from tools.bulk import BulkArguments
from tools.cards import Difference
from tools.ndr import scheduled

_KIND = "parcels"


class _Chosen(BulkArguments):
    """Which undelivered parcels. What is left out does not matter."""

    status: NdrQueue = NdrQueue.OPEN
    reason: NdrReason | None = None
    courier: Courier | None = None
    place: Place | None = None
    period: Period | None = None


class AssignNdrs(_Chosen):
    """Which undelivered parcels, and who shall work on them."""

    assignee: Person


def _preview_assign(ctx: Context, args: AssignNdrs) -> Preview:
    agent = ndr.find_agent(ctx, args.assignee)
    cases = _fitting(ctx, args)
    batch = many.plan(
        [case.awb for case in cases], lambda awb: ndr.plan_assign(ctx, awb, args.assignee)
    )
    many.require_some(ctx, batch)
    return _shown(ctx, args, cases, batch, _title(ctx, "assign", batch, name=agent.name), _whose)


def _undo_assigns(ctx: Context, change: Change) -> Change:
    return many.undo(ctx, change, ndr.undo_assign)


@tool(Permission.NDR_ACT, effect=Effect.WRITE, preview=_preview_assign, undo=_undo_assigns)
def assign_ndrs(ctx: Context, args: AssignNdrs) -> ToolResult:
    """Give many undelivered parcels to one person: all that fit a filter, under one yes.

    For "assign all Bluedart NDR to Priya", "unassigned refusals to me". Open ones by default;
    status unassigned takes those that are nobody's. For one parcel prefer assign_ndr.
    """
    agent = ndr.find_agent(ctx, args.assignee)
    batch = _carried_out(ctx, args, lambda awb: ndr.assign(ctx, awb, args.assignee))
    says = ctx.say("ndr-many-assigned", parcels=_count(ctx, batch), name=agent.name)
    title = _title(ctx, "assign", batch, name=agent.name)
    return bulk.result(
        ctx, title=title, says=says, kind=_KIND, batch=batch, row=_whose, of=Kind.PARCEL
    )


class RequestReattempts(_Chosen):
    """Which undelivered parcels, and when to try them again."""

    on: Day
    slot: DeliverySlot | None = None
    assignee: Person | None = None


def _preview_reattempts(ctx: Context, args: RequestReattempts) -> Preview:
    cases, wish = _fitting(ctx, args, args.assignee), Reattempt(on=args.on, slot=args.slot)
    batch = many.plan([case.awb for case in cases], lambda awb: ndr.plan_reattempt(ctx, awb, wish))
    many.require_some(ctx, batch)
    title = _title(ctx, "reattempt", batch, when=_when(ctx, args))
    return _shown(ctx, args, cases, batch, title, _day)


def _undo_reattempts(ctx: Context, change: Change) -> Change:
    return many.undo(ctx, change, ndr.undo_reattempt)


@tool(Permission.NDR_ACT, effect=Effect.WRITE, preview=_preview_reattempts, undo=_undo_reattempts)
def request_reattempts(ctx: Context, args: RequestReattempts) -> ToolResult:
    """Ask couriers to try many undelivered parcels again on a day: all that fit, under one yes.

    For "reattempt all customer-unavailable in Pune tomorrow". Those that cannot be tried again are
    left alone and counted. For one parcel prefer request_reattempt.
    """
    wish = Reattempt(on=args.on, slot=args.slot)
    batch = _carried_out(ctx, args, lambda awb: ndr.reattempt(ctx, awb, wish))
    when = _when(ctx, args)
    says = ctx.say("ndr-many-reattempted", parcels=_count(ctx, batch), when=when)
    title = _title(ctx, "reattempt", batch, when=when)
    return bulk.result(
        ctx, title=title, says=says, kind=_KIND, batch=batch, row=_day, of=Kind.PARCEL
    )


def _fitting(ctx: Context, args: _Chosen, assignee: str | None = None) -> tuple[NdrCase, ...]:
    """Return the cases that fit, all of them, those due first first."""
    person = ndr.find_person(ctx, assignee) if assignee else None
    found = ndr.find_cases(
        ctx,
        NdrSearch(
            queue=args.status, reason=args.reason,
            courier=parcels.find_courier(args.courier) if args.courier else None,
            assignee_id=person[0] if person else None, place=args.place,
            period=facts.resolved(ctx, args.period), limit=many.MOST_AT_ONCE,
        ),
    )  # fmt: skip
    many.require_few(found.count)
    if not found.cases:
        raise Refused("error-ndr-none-fit")
    return found.cases


def _shown(
    ctx: Context, args: _Chosen, cases: tuple[NdrCase, ...], batch: Batch, title: str, row: bulk.Row
) -> Preview:
    return bulk.preview(
        ctx, title=title, kind=_KIND, batch=batch, row=row, arguments=args,
        as_shown={case.awb: ndr.standing(case) for case in cases},
    )  # fmt: skip


def _carried_out(ctx: Context, args: _Chosen, do_one: Callable[[str], Change]) -> Batch:
    as_shown = args.as_shown or {}
    return many.carry_out(ctx, as_shown, ndr.standings(ctx, list(as_shown)), do_one)


def _title(ctx: Context, what: str, batch: Batch, **values: str) -> str:
    worth: Money = many.total(ctx, batch.changes)
    return ctx.say(f"ndr-many-{what}-title", parcels=_count(ctx, batch), worth=worth, **values)


def _count(ctx: Context, batch: Batch) -> str:
    return ctx.say("bulk-parcels", count=len(batch.changes))


def _when(ctx: Context, args: RequestReattempts) -> str:
    return ctx.say("ndr-when", day=args.on, slot=args.slot or "none")


def _whose(ctx: Context, change: Change) -> Difference:
    before = change.before["assignee"] or ctx.say("ndr-nobody")
    return Difference(label=change.subject, before=before, after=change.after["assignee"])


def _day(ctx: Context, change: Change) -> Difference:
    before, after = scheduled(ctx, change.before), scheduled(ctx, change.after)
    return Difference(label=change.subject, before=before, after=after)
