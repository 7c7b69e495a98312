"""Many undelivered parcels at once in chat: given to somebody, or tried again on one day."""

from collections.abc import Callable, Mapping

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from commerce import assignment, ndr, parcels
from commerce.access import Permission
from commerce.approvals import bulk as many
from commerce.approvals.bulk import Batch
from commerce.assignment import Method
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.ndr import NdrCase, NdrQueue, NdrSearch, Reattempt
from commerce.vocabulary import DeliverySlot, NdrReason
from tools import bulk, facts
from tools.arguments import Courier, Day, Kind, Period, Person, Place
from tools.assigning import per_agent_card, per_agent_facts
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


class _Shared(BulkArguments):
    """Parcels of which each may go to somebody else."""

    chosen: SkipJsonSchema[Mapping[str, int] | None] = Field(default=None, repr=False)
    """Each AWB → whom it goes to. Pinned by the preview where nobody was named."""


class AssignNdrs(_Chosen, _Shared):
    """Which undelivered parcels, and who shall work on them; without, whoever each is best with."""

    assignee: Person | None = None


def _preview_assign(ctx: Context, args: AssignNdrs) -> Preview:
    cases = _fitting(ctx, args)
    if args.assignee is None:
        return best_for_each(ctx, args, cases)
    agent, assignee = ndr.find_agent(ctx, args.assignee), args.assignee
    batch = many.plan([case.awb for case in cases], lambda awb: ndr.plan_assign(ctx, awb, assignee))
    many.require_some(ctx, batch)
    args = args.model_copy(update={"chosen": None})
    return _shown(ctx, args, cases, batch, _title(ctx, "assign", batch, name=agent.name), _whose)


def best_for_each(ctx: Context, args: _Shared, cases: tuple[NdrCase, ...]) -> Preview:
    """Return what is approved where each parcel goes to whom it is best with."""
    choices = {one.case.awb: one for one in assignment.choose_assignees(ctx, [c.id for c in cases])}
    if not choices:
        raise Refused("error-assignment-nobody-for-any")
    batch = many.plan(
        [case.awb for case in cases if case.awb in choices],
        lambda awb: ndr.plan_give(ctx, awb, choices[awb].agent),
    )
    many.require_some(ctx, batch)
    pinned = {one.subject: choices[one.subject].agent.id for one in batch.changes}
    shown = bulk.preview(
        ctx, title=_title(ctx, "assign-best", batch), kind=_KIND, batch=batch, row=_whose,
        arguments=args.model_copy(update={"chosen": pinned}),
        as_shown={case.awb: ndr.standing(case) for case in cases},
    )  # fmt: skip
    taken = [choices[one.subject] for one in batch.changes]
    facts_of = {"per_agent": per_agent_facts(ctx, taken)}
    return shown.model_copy(update={"cards": (per_agent_card(ctx, taken),), "facts": facts_of})


def give_chosen(ctx: Context, args: _Shared) -> ToolResult:
    """Give each parcel to whom it was shown to go to."""
    chosen = args.chosen or {}
    able = {one.agent.id: one.agent for one in assignment.find_profiles(ctx)}

    def give(awb: str) -> Change:
        agent = able.get(chosen.get(awb, 0))
        if agent is None:
            raise Refused("error-assignment-nobody", awb=awb)
        return ndr.give(ctx, awb, agent, method=Method.RECOVERED.value)

    batch = _carried_out(ctx, args, give)
    says = ctx.say("ndr-many-assigned-best", parcels=_count(ctx, batch))
    return bulk.result(
        ctx, title=_title(ctx, "assign-best", batch), says=says, kind=_KIND, batch=batch,
        row=_whose, of=Kind.PARCEL,
    )  # fmt: skip


def _undo_assigns(ctx: Context, change: Change) -> Change:
    return many.undo(ctx, change, ndr.undo_assign)


@tool(Permission.NDR_ACT, effect=Effect.WRITE, preview=_preview_assign, undo=_undo_assigns)
def assign_ndrs(ctx: Context, args: AssignNdrs) -> ToolResult:
    """Give many undelivered parcels to one person, or each to whom it is best with, under one yes.

    For "assign all Bluedart NDR to Priya", "unassigned refusals to me"; without an assignee they
    are shared out by expected rupees ("sab unassigned NDR baant do", "distribute today's NDR").
    Open ones by default; status unassigned takes those that are nobody's. For one parcel prefer
    assign_ndr; for those of somebody who is away reassign_ndrs.
    """
    if args.assignee is None:
        return give_chosen(ctx, args)
    agent, assignee = ndr.find_agent(ctx, args.assignee), args.assignee
    batch = _carried_out(ctx, args, lambda awb: ndr.assign(ctx, awb, assignee))
    says = ctx.say("ndr-many-assigned", parcels=_count(ctx, batch), name=agent.name)
    title = _title(ctx, "assign", batch, name=agent.name)
    return bulk.result(
        ctx, title=title, says=says, kind=_KIND, batch=batch, row=_whose, of=Kind.PARCEL
    )


class ReassignNdrs(_Shared):
    """Whose parcels go to others; without a person those of whoever is away, and stale ones."""

    person: Person | None = None


def _preview_reassign(ctx: Context, args: ReassignNdrs) -> Preview:
    people = [assignment.find_one(ctx, args.person).id] if args.person else None
    cases = ndr.cases_with_ids(ctx, assignment.stuck_cases(ctx, with_people=people))
    many.require_few(len(cases))
    if not cases:
        raise Refused("error-assignment-none-stuck")
    return best_for_each(ctx, args, cases)


@tool(Permission.NDR_ACT, effect=Effect.WRITE, preview=_preview_reassign, undo=_undo_assigns)
def reassign_ndrs(ctx: Context, args: ReassignNdrs) -> ToolResult:
    """Take untouched undelivered parcels from who is away or slow, and share them out to others.

    For "Priya is off, give her NDR to others", "Imran ke case baant do", "reassign stale cases".
    Without a person it takes those of everybody who is away and those that lay untouched too long.
    For parcels that are nobody's prefer assign_ndrs.
    """
    return give_chosen(ctx, args)


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


def _carried_out(ctx: Context, args: BulkArguments, do_one: Callable[[str], Change]) -> Batch:
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
