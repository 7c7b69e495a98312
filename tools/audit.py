"""The audit log in chat: who did what to which thing, when, from where, and what it was before."""

import json
from typing import Annotated, Any

from pydantic import Field

from commerce import people, records, words
from commerce.access import Permission
from commerce.context import Context
from commerce.records import Action, AuditEntry, AuditPage, AuditSearch
from tools import facts
from tools.approvals import Skip, ToolName, who
from tools.arguments import Kind, Limit, Parcel, Period, Person
from tools.base import Arguments, Mention, ToolResult, tool
from tools.cards import Button, Column, TableCard, Tap


class SearchAuditLog(Arguments):
    """Which lines of the log; what is left out does not matter."""

    person: Person | None = None
    subject: Parcel | None = None
    action: Action | None = None
    tool: ToolName | None = None
    period: Period | None = None
    text: Annotated[str, Field(max_length=80, description="Words anywhere in the line.")] | None = (
        None
    )
    line: Annotated[int, Field(ge=1, le=2**53, description="One line by its number.")] | None = None
    limit: Limit = 10
    skip: Skip = 0


@tool(Permission.AUDIT_READ)
def search_audit_log(ctx: Context, args: SearchAuditLog) -> ToolResult:
    """Search who did what: changes, approvals, undos, sign-ins, roles, imports, settings.

    For "who cancelled 1042", "what did Kavita change yesterday", "who signed in today", "who
    changed the limits". The latest come first. What waits for a yes: list_approvals; how an order
    stands: show_order.
    """
    if args.line is not None:
        return _one(ctx, records.show(ctx, args.line))
    period = facts.resolved(ctx, args.period)
    person = people.find_colleague(ctx, args.person, also_disabled=True) if args.person else None
    found = records.search(
        ctx,
        AuditSearch(
            person=person.id if person else None, subject=args.subject, action=args.action,
            tool=args.tool, period=period, text=args.text, limit=args.limit, skip=args.skip,
        ),
    )  # fmt: skip
    return ToolResult(
        facts={
            "count": found.count,
            "person": person.name if person else None,
            "subject": args.subject,
            "action": args.action.value if args.action else None,
            "period": facts.days_of(period),
            "lines": [_facts(ctx, entry) for entry in found.entries],
        },
        says=_said(ctx, args, found),
        cards=(_table(ctx, args, found),) if found.entries else (),
        mentions=tuple(
            Mention(kind=Kind.PERSON, id=name, label=name)
            for name in dict.fromkeys(entry.person for entry in found.entries if entry.person)
        ),
    )


def _said(ctx: Context, args: SearchAuditLog, found: AuditPage) -> str:
    if not found.entries:
        return ctx.say("audit-nothing")
    latest = found.entries[0]
    return ctx.say(
        "audit-found",
        count=found.count,
        who=_who(ctx, latest),
        action=_action(ctx, latest),
        subject=latest.subject,
        at=ctx.local(latest.at),
    )


def _one(ctx: Context, entry: AuditEntry) -> ToolResult:
    return ToolResult(
        facts=_facts(ctx, entry) | {"before": entry.before, "after": entry.after},
        says=ctx.say(
            "audit-line",
            who=_who(ctx, entry),
            action=_action(ctx, entry),
            subject=entry.subject,
            at=ctx.local(entry.at),
        ),
        cards=(_detail(ctx, entry),),
    )


def _detail(ctx: Context, entry: AuditEntry) -> TableCard:
    """Return what was, and what became, of everything a line speaks of."""
    names = dict.fromkeys((*entry.before, *entry.after))
    note = ctx.say(
        "audit-detail-note",
        line=entry.id,
        at=ctx.local(entry.at),
        who=_who(ctx, entry),
        channel=entry.channel,
        turn=entry.turn or "–",
        why=entry.why or "–",
    )
    return TableCard(
        title=ctx.say("audit-detail-title", action=_action(ctx, entry), subject=entry.subject),
        columns=tuple(
            Column(label=ctx.say(f"audit-column-{name}")) for name in ("field", "before", "after")
        ),
        rows=tuple(
            (name, _written(entry.before.get(name)), _written(entry.after.get(name)))
            for name in names
        ),
        note=note,
    )


def _table(ctx: Context, args: SearchAuditLog, found: AuditPage) -> TableCard:
    last = args.skip + len(found.entries)
    label = ctx.say("team-button-next")
    more = Button(
        label=label,
        says=label,
        tap=Tap(
            kind="call",
            tool="search_audit_log",
            arguments=args.model_dump(mode="json", exclude_none=True) | {"skip": last},
        ),
    )
    return TableCard(
        title=ctx.say("audit-title"),
        columns=tuple(
            Column(label=ctx.say(f"audit-column-{name}"))
            for name in ("at", "who", "action", "subject", "why")
        ),
        rows=tuple(
            (
                ctx.say("team-moment", at=ctx.local(entry.at)),
                _who(ctx, entry),
                _action(ctx, entry),
                entry.subject,
                entry.why,
            )
            for entry in found.entries
        ),
        taps=tuple(_open(ctx, entry) for entry in found.entries),
        note=ctx.say("team-rows", first=args.skip + 1, last=last, count=found.count),
        buttons=(more,) if found.count > last else (),
    )


def _open(ctx: Context, entry: AuditEntry) -> Button:
    return Button(
        label=ctx.say("audit-open"),
        says=ctx.say("audit-open-says", line=entry.id),
        tap=Tap(kind="call", tool="search_audit_log", arguments={"line": entry.id}),
    )


def _facts(ctx: Context, entry: AuditEntry) -> dict[str, Any]:
    return {
        "line": entry.id,
        "at": facts.moment(ctx, entry.at),
        "who": entry.person,
        "in_place_of": entry.on_behalf_of,
        "action": entry.action,
        "subject": entry.subject,
        "why": entry.why,
        "channel": entry.channel,
        "turn": entry.turn,
    }


def _who(ctx: Context, entry: AuditEntry) -> str:
    return who(ctx, entry.person, entry.on_behalf_of) or ctx.say("audit-nobody")


def _action(ctx: Context, entry: AuditEntry) -> str:
    """Return a line's action as words; one without a message tells itself by its name."""
    name = entry.action.removeprefix("undo_")
    key = f"audit-action-{name}"
    said = ctx.say(key) if words.has(key) else name.replace("_", " ")
    return said if name == entry.action else ctx.say("audit-action-undone", action=said)


def _written(value: Any) -> str:
    if value is None:
        return "–"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
