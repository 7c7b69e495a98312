"""Approvals in chat: what waits, who stands in for whom, and how much each role may approve."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationError, model_validator

from commerce import approvals, people
from commerce.access import Permission
from commerce.approvals import (
    ApprovalSearch,
    ApprovalsOf,
    ApprovalStanding,
    Asked,
    AskedList,
    Delegation,
    Topic,
)
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import CommerceError, Refused
from commerce.money import Money
from commerce.people import StaffRole
from tools import facts
from tools.approval_cards import card_of
from tools.arguments import Day, Kind, Limit, Period, Person, Rupees
from tools.base import Arguments, Effect, Mention, Preview, ToolResult, tool
from tools.cards import Button, Card, Column, Difference, TableCard, Tap

Skip = Annotated[int, Field(ge=0, le=100_000, description="Rows to leave out, for the next page.")]
ToolName = Annotated[
    str, Field(pattern=r"^[a-z_]{1,40}$", description="A tool's name, such as cancel_order.")
]


_ALIGN: dict[str, Literal["start", "end"]] = {"stake": "end"}


class ListApprovals(Arguments):
    """Which approvals; what is left out does not matter."""

    status: ApprovalStanding = ApprovalStanding.WAITING
    whose: ApprovalsOf = ApprovalsOf.EVERYONE
    tool: ToolName | None = None
    period: Period | None = None
    limit: Limit = 10
    skip: Skip = 0


@tool(Permission.APPROVE)
def list_approvals(ctx: Context, args: ListApprovals) -> ToolResult:
    """List the requests that wait for somebody's yes, or those decided before.

    For "what is waiting for approval", "what do I have to approve" (whose ForMe), "what became of
    my requests" (whose Mine, status All), "what was declined this week". It decides nothing: people
    decide by button, or by writing "approve AP-…". For who did what to an order prefer
    search_audit_log.
    """
    period = facts.resolved(ctx, args.period)
    found = approvals.find_asked(
        ctx,
        ApprovalSearch(
            standing=args.status, of=args.whose, tool=args.tool, period=period,
            limit=args.limit, skip=args.skip,
        ),
    )  # fmt: skip
    waiting = args.status is ApprovalStanding.WAITING
    cards: tuple[Card, ...] = ()
    if found.asked:
        cards = (
            tuple(card_of(ctx, _retold(ctx, asked)) for asked in found.asked)
            if waiting
            else (_decided_table(ctx, args, found),)
        )
    mine = sum(asked.may_decide for asked in found.asked)
    return ToolResult(
        facts={
            "count": found.count,
            "for_me": mine,
            "status": args.status.value,
            "period": facts.days_of(period),
            "approvals": [_asked_facts(ctx, asked) for asked in found.asked],
        },
        says=ctx.say(
            "approval-list",
            count=found.count,
            mine=mine,
            status=args.status.value,
            whose=args.whose.value,
        ),
        cards=cards,
    )


class DelegateApprovals(Arguments):
    """Who stands in, and for which days, both inclusive."""

    to: Person
    until_day: Day
    from_day: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        """Take two days in the order of the calendar, however they were said."""
        if self.from_day is not None and self.from_day > self.until_day:
            first, last = self.until_day, self.from_day
            object.__setattr__(self, "from_day", first)
            object.__setattr__(self, "until_day", last)
        return self


def _preview_delegate(ctx: Context, args: DelegateApprovals) -> Preview:
    change = people.plan_delegate(ctx, args.to, args.from_day, args.until_day)
    return Preview(
        title=ctx.say("team-delegate-title", name=change.subject),
        differences=_days_differences(ctx, change),
        change=change,
    )


@tool(
    Permission.APPROVE,
    effect=Effect.WRITE,
    preview=_preview_delegate,
    undo=people.undo_delegate,
    own=True,
)
def delegate_approvals(ctx: Context, args: DelegateApprovals) -> ToolResult:
    """Let a colleague decide with my approval limit while I am away; it ends by itself.

    For "Arjun approves for me until Friday", "I am on leave 24 to 28 November, Kavita stands in".
    Lends the limit only, never a permission, and only one's own. To end it early prefer
    revoke_delegation; to change somebody's role for good prefer change_role.
    """
    change = people.delegate(ctx, args.to, args.from_day, args.until_day)
    return _delegated(ctx, change, "team-delegated", change.after)


class ListDelegations(Arguments):
    """Nothing to say."""


@tool(Permission.APPROVE)
def list_delegations(ctx: Context, args: ListDelegations) -> ToolResult:
    """List who stands in for whom with approvals, now and in days to come."""
    found = people.find_delegations(ctx)
    return ToolResult(
        facts={"count": len(found), "delegations": [_delegation_facts(one) for one in found]},
        says=ctx.say("team-delegations", count=len(found)),
        cards=(_delegations_table(ctx, found),) if found else (),
        mentions=tuple(Mention(kind=Kind.PERSON, id=one.to, label=one.to) for one in found),
    )


class RevokeDelegation(Arguments):
    """Who stands in no longer."""

    to: Person


def _preview_revoke(ctx: Context, args: RevokeDelegation) -> Preview:
    change = people.plan_revoke(ctx, args.to)
    return Preview(
        title=ctx.say("team-revoke-title", name=change.subject),
        differences=_days_differences(ctx, change),
        change=change,
    )


@tool(Permission.APPROVE, effect=Effect.WRITE, preview=_preview_revoke, own=True)
def revoke_delegation(ctx: Context, args: RevokeDelegation) -> ToolResult:
    """End early that a colleague approves in my place: "I am back, Arjun need not stand in"."""
    change = people.revoke(ctx, args.to)
    return _delegated(ctx, change, "team-revoked", change.before)


class SetApprovalLimit(Arguments):
    """Whose limit, about what, and how much."""

    role: StaffRole
    amount: Rupees
    topic: Topic = Topic.EVERYTHING
    items: (
        Annotated[int, Kind.QUANTITY, Field(ge=1, le=500, description="Things per request.")] | None
    ) = None


def _preview_limit(ctx: Context, args: SetApprovalLimit) -> Preview:
    change = approvals.plan_set_limit(
        ctx, args.role.role, args.topic, Money.of(args.amount, ctx.currency), args.items
    )
    return Preview(
        title=_limit_title(ctx, args), differences=_limit_differences(ctx, change), change=change
    )


@tool(
    Permission.SETTINGS_WRITE,
    effect=Effect.WRITE,
    preview=_preview_limit,
    undo=approvals.undo_set_limit,
)
def set_approval_limit(ctx: Context, args: SetApprovalLimit) -> ToolResult:
    """Set how much a role (Manager, Operator, NdrAgent) may approve alone.

    In rupees a request, or in things changed at once; for Everything, or one topic such as Refunds.
    "Operators may approve up to 3000", "Manager ki refund limit 20 hazaar karo". Who holds which
    limits now: show_settings. That two people must agree: require_second_person.
    """
    change = approvals.set_limit(
        ctx, args.role.role, args.topic, Money.of(args.amount, ctx.currency), args.items
    )
    return ToolResult(
        facts={"role": args.role.value, "topic": args.topic.value, **_before_after(change)},
        says=ctx.say("team-limit-set", title=_limit_title(ctx, args)),
        change=change,
    )


class SecondPersonRule(StrEnum):
    """Whether two people must agree."""

    ON = "On"
    OFF = "Off"


class RequireSecondPerson(Arguments):
    """About what, and above which amount."""

    topic: Topic = Topic.EVERYTHING
    amount: Rupees | None = None
    rule: SecondPersonRule = SecondPersonRule.ON


def _preview_second(ctx: Context, args: RequireSecondPerson) -> Preview:
    change = approvals.plan_second_person(ctx, args.topic, _above(ctx, args))
    return Preview(
        title=_second_title(ctx, args),
        differences=(
            Difference(
                label=ctx.say("team-second-above"),
                before=_rupees(ctx, change.before["above"], none="team-second-none"),
                after=_rupees(ctx, change.after["above"], none="team-second-none"),
            ),
        ),
        change=change,
    )


@tool(
    Permission.SETTINGS_WRITE,
    effect=Effect.WRITE,
    preview=_preview_second,
    undo=approvals.undo_second_person,
)
def require_second_person(ctx: Context, args: RequireSecondPerson) -> ToolResult:
    """Ask that above an amount somebody other than who asked says yes (four eyes).

    "Refunds above 10000 need two people". `rule` Off takes it away again.
    """
    change = approvals.second_person(ctx, args.topic, _above(ctx, args))
    return ToolResult(
        facts={"topic": args.topic.value, **_before_after(change)},
        says=ctx.say("team-limit-set", title=_second_title(ctx, args)),
        change=change,
    )


def _retold(ctx: Context, asked: Asked) -> Asked:
    """Return a request in the reader's language, where it would change just what was shown.

    Where something moved since, it stays as it was shown, for that is what a yes is bound to.
    """
    from tools import TOOLS  # The catalogue holds this very tool.

    approval = asked.approval
    known = next(one for one in TOOLS if one.name == approval.tool)
    if known.preview is None or known.own:
        return asked
    try:
        arguments = known.arguments.model_validate(approval.arguments)
        now = known.preview(ctx, arguments).model_dump(mode="json")
    except (CommerceError, ValidationError):
        return asked
    was = approval.preview
    if any(now["change"][key] != was["change"][key] for key in ("subject", "before", "after")):
        return asked
    told = {
        **was,
        "title": now["title"],
        "differences": now["differences"],
        "change": {**was["change"], "warnings": now["change"]["warnings"]},
    }
    return replace(asked, approval=replace(approval, preview=told))


def _asked_facts(ctx: Context, asked: Asked) -> dict[str, Any]:
    approval = asked.approval
    return {
        "approval": approval.id,
        "title": approval.preview["title"],
        "tool": approval.tool,
        "arguments": approval.arguments,
        "subject": approval.preview["change"]["subject"],
        "status": approval.status.value,
        "asked_by": asked.asked_by,
        "asked_at": facts.moment(ctx, approval.created_at),
        "expires_at": facts.moment(ctx, approval.expires_at),
        "why": approval.arguments.get("reason"),
        "at_stake_rupees": facts.rupees(asked.at_stake) if asked.at_stake else None,
        "items": approval.items,
        "may_decide": asked.may_decide,
        "needs_role": asked.lowest.value if asked.lowest else None,
        "decided_by": asked.decided_by,
        "decided_for": asked.decided_for,
        "decided_at": facts.moment(ctx, approval.decided_at),
    }


def _decided_table(ctx: Context, args: ListApprovals, found: AskedList) -> TableCard:
    last = args.skip + len(found.asked)
    columns = ("what", "status", "stake", "asked", "decided", "at")
    return TableCard(
        title=ctx.say("approval-table-title"),
        columns=tuple(
            Column(
                label=ctx.say(f"approval-column-{name}"),
                align="end" if name == "stake" else "start",
            )
            for name in columns
        ),
        rows=tuple(_decided_row(ctx, asked) for asked in found.asked),
        note=ctx.say("team-rows", first=args.skip + 1, last=last, count=found.count),
        buttons=(_next(ctx, "list_approvals", args, last),) if found.count > last else (),
    )


def _decided_row(ctx: Context, asked: Asked) -> tuple[str, ...]:
    approval = asked.approval
    at = approval.decided_at or approval.created_at
    return (
        approval.preview["title"],
        ctx.say(f"approval-status-{approval.status}"),
        ctx.say("team-amount", amount=asked.at_stake) if asked.at_stake else "",
        asked.asked_by,
        who(ctx, asked.decided_by, asked.decided_for),
        ctx.say("team-moment", at=ctx.local(at)),
    )


def who(ctx: Context, name: str | None, stood_in_for: str | None) -> str:
    """Return who did something, and in whose place: "Asha for Ravi"."""
    if name is None:
        return ""
    return ctx.say("team-who-for", name=name, other=stood_in_for) if stood_in_for else name


def _next(ctx: Context, name: str, args: Arguments, skip: int) -> Button:
    label = ctx.say("team-button-next")
    arguments = args.model_dump(mode="json", exclude_none=True) | {"skip": skip}
    return Button(label=label, says=label, tap=Tap(kind="call", tool=name, arguments=arguments))


def _days_differences(ctx: Context, change: Change) -> tuple[Difference, ...]:
    return (
        Difference(
            label=ctx.say("team-stands-in"),
            before=_days(ctx, change.before),
            after=_days(ctx, change.after),
        ),
    )


def _days(ctx: Context, said: dict[str, Any]) -> str:
    if said["first_day"] is None:
        return ctx.say("team-nobody")
    return ctx.say(
        "team-days",
        name=said["in_place_of"],
        first=date.fromisoformat(said["first_day"]),
        last=date.fromisoformat(said["last_day"]),
    )


def _delegated(ctx: Context, change: Change, key: str, days: dict[str, Any]) -> ToolResult:
    return ToolResult(
        facts={"to": change.subject, **days},
        says=ctx.say(
            key,
            name=change.subject,
            first=date.fromisoformat(days["first_day"]),
            last=date.fromisoformat(days["last_day"]),
        ),
        mentions=(Mention(kind=Kind.PERSON, id=change.subject, label=change.subject),),
        change=change,
    )


def _delegation_facts(one: Delegation) -> dict[str, Any]:
    return {
        "of": one.of,
        "to": one.to,
        "first_day": one.first_day.isoformat(),
        "last_day": one.last_day.isoformat(),
        "is_on": one.is_on,
    }


def _delegations_table(ctx: Context, found: list[Delegation]) -> TableCard:
    return TableCard(
        title=ctx.say("team-delegations-title"),
        columns=tuple(
            Column(label=ctx.say(f"team-column-{name}")) for name in ("of", "to", "first", "last")
        ),
        rows=tuple(
            (
                one.of,
                one.to,
                ctx.say("team-day", day=one.first_day),
                ctx.say("team-day", day=one.last_day),
            )
            for one in found
        ),
    )


def _above(ctx: Context, args: RequireSecondPerson) -> Money | None:
    if args.rule is SecondPersonRule.OFF:
        return None
    if args.amount is None:
        raise Refused("error-approval-second-amount")
    return Money.of(args.amount, ctx.currency)


def _limit_title(ctx: Context, args: SetApprovalLimit) -> str:
    return ctx.say(
        "team-limit-title",
        role=ctx.say(f"people-role-{args.role}"),
        topic=ctx.say(f"approval-topic-{args.topic}"),
    )


def _second_title(ctx: Context, args: RequireSecondPerson) -> str:
    return ctx.say("team-second-title", topic=ctx.say(f"approval-topic-{args.topic}"))


def _limit_differences(ctx: Context, change: Change) -> tuple[Difference, ...]:
    before, after = change.before, change.after
    lines = [
        Difference(
            label=ctx.say("team-limit-amount"),
            before=_rupees(ctx, before["amount"], none="team-no-limit"),
            after=_rupees(ctx, after["amount"], none="team-no-limit"),
        ),
        Difference(
            label=ctx.say("team-limit-items"),
            before=_count(ctx, before["items"]),
            after=_count(ctx, after["items"]),
        ),
    ]
    return tuple(line for line in lines if line.before != line.after)


def _rupees(ctx: Context, amount: str | None, *, none: str) -> str:
    if amount is None:
        return ctx.say(none)
    return ctx.say("team-amount", amount=Money.of(amount, ctx.currency))


def _count(ctx: Context, items: int | None) -> str:
    return ctx.say("team-no-limit") if items is None else ctx.say("team-items", count=items)


def _before_after(change: Change) -> dict[str, Any]:
    return {"before": change.before, "after": change.after}
