"""The team in chat: who works here, letting people in, changing roles, shutting them out."""

from typing import Any

from commerce import people
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.people import Colleague, PeopleStanding, StaffRole
from tools import facts
from tools.arguments import Contact, Kind, NewName, Person
from tools.base import Arguments, Effect, Mention, Preview, ToolResult, tool
from tools.cards import Column, Difference, TableCard, TextCard


class ListPeople(Arguments):
    """Which people of the shop."""

    role: StaffRole | None = None
    status: PeopleStanding = PeopleStanding.ACTIVE


@tool(Permission.PEOPLE_WRITE)
def list_people(ctx: Context, args: ListPeople) -> ToolResult:
    """List who works in the shop, with their role and when they were last here.

    For "who is on the team", "who are the managers", "who has access". Customers are not among
    them: prefer list_customers for those.
    """
    found = people.find_people(
        ctx, role=args.role.role if args.role else None, standing=args.status
    )
    return ToolResult(
        facts={"count": len(found), "people": [_person_facts(ctx, one) for one in found]},
        says=ctx.say(
            "people-list",
            count=len(found),
            role=ctx.say(f"people-role-{args.role}") if args.role else "none",
            status=args.status.value,
        ),
        cards=(_table(ctx, found),) if found else (),
        mentions=tuple(Mention(kind=Kind.PERSON, id=one.name, label=one.name) for one in found),
    )


class InvitePerson(Arguments):
    """Whom to let in, how to reach them, and as what."""

    name: NewName
    contact: Contact
    role: StaffRole


def _preview_invite(ctx: Context, args: InvitePerson) -> Preview:
    change = people.plan_invite(ctx, args.name, args.contact, args.role.role)
    role = ctx.say(f"people-role-{args.role}")
    return Preview(
        title=ctx.say("people-invite-title", name=args.name, role=role),
        differences=(
            Difference(label=ctx.say("people-column-role"), before="", after=role),
            Difference(
                label=ctx.say("people-column-contact"),
                before="",
                after=change.after["email"] or change.after["phone"],
            ),
        ),
        change=change,
    )


@tool(
    Permission.PEOPLE_WRITE,
    effect=Effect.WRITE,
    preview=_preview_invite,
    undo=people.undo_invite,
)
def invite_person(ctx: Context, args: InvitePerson) -> ToolResult:
    """Let somebody new into the shop: name, e-mail or phone number, and role.

    "Invite Asha Rao, asha@shop.in, as operator". Their one-time link, and the code to join by on a
    messenger, are shown once on the page of people, never in a chat. For somebody who is here
    already prefer change_role.
    """
    change = people.invite(ctx, args.name, args.contact, args.role.role)
    role = ctx.say(f"people-role-{args.role}")
    return ToolResult(
        facts={
            "name": args.name,
            "role": args.role.value,
            "email": change.after["email"],
            "phone": change.after["phone"],
            "link_and_code": "shown once on the page of people",
        },
        says=ctx.say("people-invited", name=args.name, role=role),
        cards=(
            TextCard(
                title=ctx.say("people-link-title", name=args.name),
                body=ctx.say("people-link-body", hours=people.INVITATION_HOURS),
            ),
        ),
        mentions=(Mention(kind=Kind.PERSON, id=args.name, label=args.name),),
        change=change,
    )


class ChangeRole(Arguments):
    """Whose role, and which it becomes."""

    person: Person
    role: StaffRole


def _preview_role(ctx: Context, args: ChangeRole) -> Preview:
    change = people.plan_change_role(ctx, args.person, args.role.role)
    return Preview(
        title=ctx.say("people-role-title", name=change.subject),
        differences=(
            Difference(
                label=ctx.say("people-column-role"),
                before=ctx.say(f"people-role-{change.before['role']}"),
                after=ctx.say(f"people-role-{change.after['role']}"),
            ),
        ),
        change=change,
    )


@tool(
    Permission.PEOPLE_WRITE,
    effect=Effect.WRITE,
    preview=_preview_role,
    undo=people.undo_change_role,
)
def change_role(ctx: Context, args: ChangeRole) -> ToolResult:
    """Give somebody of the team another role: "make Kavita a manager", "Rohan ko viewer karo".

    Nobody raises themselves, and only an Owner makes or changes an Owner.
    """
    change = people.change_role(ctx, args.person, args.role.role)
    said = ctx.say("people-role-changed", name=change.subject, role=_role(ctx, change))
    return _changed(ctx, change, said)


class DisablePerson(Arguments):
    """Whom to shut out."""

    person: Person


def _preview_disable(ctx: Context, args: DisablePerson) -> Preview:
    change = people.plan_disable(ctx, args.person)
    return Preview(
        title=ctx.say("people-disable-title", name=change.subject),
        differences=(
            Difference(
                label=ctx.say("people-column-access"),
                before=ctx.say("people-standing-Active"),
                after=ctx.say("people-standing-Disabled"),
            ),
        ),
        change=change,
    )


@tool(
    Permission.PEOPLE_WRITE,
    effect=Effect.WRITE,
    preview=_preview_disable,
    undo=people.undo_disable,
)
def disable_person(ctx: Context, args: DisablePerson) -> ToolResult:
    """Shut somebody of the team out: they left, or must not come in any more.

    Closes their sessions and withdraws what they asked for; what they did stays in the log.
    """
    change = people.disable(ctx, args.person)
    return _changed(ctx, change, ctx.say("people-disabled", name=change.subject))


def _role(ctx: Context, change: Change) -> str:
    return ctx.say(f"people-role-{change.after['role']}")


def _changed(ctx: Context, change: Change, said: str) -> ToolResult:
    return ToolResult(
        facts={"person": change.subject, "before": change.before, "after": change.after},
        says=said,
        mentions=(Mention(kind=Kind.PERSON, id=change.subject, label=change.subject),),
        change=change,
    )


def _person_facts(ctx: Context, one: Colleague) -> dict[str, Any]:
    return {
        "person": one.id,
        "name": one.name,
        "role": one.role.value,
        "email": one.email,
        "phone": one.phone,
        "is_active": one.is_active,
        "last_seen": facts.moment(ctx, one.last_seen),
    }


def _table(ctx: Context, found: list[Colleague]) -> TableCard:
    columns = ("name", "role", "contact", "access", "seen")
    return TableCard(
        title=ctx.say("people-list-title"),
        columns=tuple(Column(label=ctx.say(f"people-column-{name}")) for name in columns),
        rows=tuple(
            (
                one.name,
                ctx.say(f"people-role-{one.role}"),
                one.email or one.phone or "",
                ctx.say(f"people-standing-{'Active' if one.is_active else 'Disabled'}"),
                ctx.say("team-moment", at=ctx.local(one.last_seen)) if one.last_seen else "",
            )
            for one in found
        ),
    )
