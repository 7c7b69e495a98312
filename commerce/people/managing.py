"""Letting people in, changing what they may do, and shutting them out."""

from dataclasses import replace
from datetime import timedelta

import phonenumbers

from commerce import approvals
from commerce.access import Permission, Role
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import PersonRow
from commerce.errors import NotFound, Refused
from commerce.people import queries, rules
from commerce.people.finding import find_colleague
from commerce.people.identity import add_person
from commerce.people.types import Colleague, PeopleStanding
from commerce.records import audit

UNDO_FOR = timedelta(hours=24)


def find_people(
    ctx: Context, *, role: Role | None = None, standing: PeopleStanding = PeopleStanding.ACTIVE
) -> list[Colleague]:
    """Return the people of the shop, by name.

    Raises:
        NotAllowed: The actor may not manage people.
    """
    ctx.require(Permission.PEOPLE_WRITE)
    return queries.colleagues(ctx, role=role, standing=standing)


def plan_invite(ctx: Context, name: str, contact: str, role: Role) -> Change:
    """Say whom an invitation would let in.

    Args:
        contact: An e-mail, or a phone number.

    Raises:
        NotAllowed: The actor may not manage people, or it is a role above their own.
        Refused: The contact is neither, or somebody of the shop has it.
    """
    ctx.require(Permission.PEOPLE_WRITE)
    rules.check_invite(ctx.actor.role, role)
    email, phone = _contact(contact)
    known = queries.taken(ctx, email, phone)
    if known is not None:
        raise Refused("error-people-taken", contact=email or phone or "", name=known.name)
    return Change(
        subject_kind="person",
        subject=name,
        before={"role": None, "email": None, "phone": None, "is_active": False},
        after={"role": role.value, "email": email, "phone": phone, "is_active": True},
        undo_for=UNDO_FOR,
    )


def invite(ctx: Context, name: str, contact: str, role: Role) -> Change:
    """Let somebody in. They come by the link or the code that `invitation` makes.

    Raises:
        NotAllowed: The actor may not manage people, or it is a role above their own.
        Refused: The contact is neither e-mail nor phone number, or somebody of the shop has it.
    """
    change = plan_invite(ctx, name, contact, role)
    row = add_person(
        ctx.session,
        shop_id=ctx.actor.shop_id,
        name=name,
        role=role,
        now=ctx.now,
        email=change.after["email"],
    )
    row.phone = change.after["phone"]
    ctx.session.flush()
    audit(ctx, "invite_person", change)
    return change


def undo_invite(ctx: Context, change: Change) -> Change:
    """Take an invitation back, as long as nobody came in by it.

    Raises:
        Refused: They have signed in since, or were changed.
    """
    ctx.require(Permission.PEOPLE_WRITE)
    row = _as_invited(ctx, change)
    if queries.has_come_in(ctx, row.id):
        raise Refused("error-people-came-in", name=row.name)
    row.is_active = False
    # The e-mail is free for another invitation.
    row.email, row.phone = None, None
    queries.close_sessions(ctx, row.id, ctx.now)
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    audit(ctx, "undo_invite_person", back)
    ctx.session.flush()
    return back


def plan_change_role(ctx: Context, person: str, role: Role) -> Change:
    """Say what another role would mean.

    Raises:
        NotAllowed: The actor may not manage people, or reaches above themselves.
        NotFound: Nobody of the shop is called so.
        Ambiguous: Several are.
        Refused: They have the role, or the shop would have no Owner.
    """
    ctx.require(Permission.PEOPLE_WRITE)
    row = find_colleague(ctx, person)
    _check_change(ctx, row, role)
    return _role_change(row, role)


def change_role(ctx: Context, person: str, role: Role) -> Change:
    """Give somebody another role; it holds from their next word on, also for what waits.

    A link or code that they have not used yet works no more: it was made for the role before.

    Raises:
        NotAllowed: The actor may not manage people, or reaches above themselves.
        NotFound: Nobody of the shop is called so.
        Ambiguous: Several are.
        Refused: They have the role, or the shop would have no Owner.
    """
    ctx.require(Permission.PEOPLE_WRITE)
    row = find_colleague(ctx, person)
    _check_change(ctx, row, role)
    change = _role_change(row, role)
    row.role = role.value
    queries.use_up_invitations(ctx, row.id, ctx.now)
    ctx.session.flush()
    audit(ctx, "change_role", change)
    return change


def undo_change_role(ctx: Context, change: Change) -> Change:
    """Give somebody their role back.

    Raises:
        NotAllowed: The actor reaches above themselves.
        NotFound: They have left.
        Refused: The role was changed again since.
    """
    ctx.require(Permission.PEOPLE_WRITE)
    row = _of_change(ctx, change)
    if row.role != change.after["role"]:
        raise Refused("error-setting-moved")
    _check_change(ctx, row, Role(change.before["role"]))
    row.role = change.before["role"]
    queries.use_up_invitations(ctx, row.id, ctx.now)
    ctx.session.flush()
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    audit(ctx, "undo_change_role", back)
    return back


def plan_disable(ctx: Context, person: str) -> Change:
    """Say what shutting somebody out would mean.

    Raises:
        NotAllowed: The actor may not manage people, or the person is above them.
        NotFound: Nobody of the shop is called so.
        Ambiguous: Several are.
        Refused: It is oneself, or the last Owner.
    """
    ctx.require(Permission.PEOPLE_WRITE)
    return _disabling(ctx, _to_disable(ctx, person))


def disable(ctx: Context, person: str) -> Change:
    """Shut somebody out: close their sessions, withdraw what they asked for, end standing in.

    Raises:
        NotAllowed: The actor may not manage people, or the person is above them.
        NotFound: Nobody of the shop is called so.
        Ambiguous: Several are.
        Refused: It is oneself, or the last Owner.
    """
    ctx.require(Permission.PEOPLE_WRITE)
    row = _to_disable(ctx, person)
    change = _disabling(ctx, row)
    row.is_active = False
    queries.close_sessions(ctx, row.id, ctx.now)
    queries.end_delegations(ctx, row.id, ctx.now)
    approvals.withdraw_of(ctx, row.id)
    ctx.session.flush()
    audit(ctx, "disable_person", change)
    return change


def undo_disable(ctx: Context, change: Change) -> Change:
    """Let somebody in again. Sessions stay closed and what they had asked for stays withdrawn.

    Raises:
        NotAllowed: The person is above the actor.
        Refused: They were let in again since.
    """
    ctx.require(Permission.PEOPLE_WRITE)
    row = _of_change(ctx, change)
    if row.is_active:
        raise Refused("error-setting-moved")
    rules.check_invite(ctx.actor.role, Role(row.role))
    row.is_active = True
    ctx.session.flush()
    back = replace(change, before=change.after, after=change.before, undo_for=None, warnings=())
    audit(ctx, "undo_disable_person", back)
    return back


def _check_change(ctx: Context, row: PersonRow, role: Role) -> None:
    rules.check_change(
        ctx.actor.role,
        is_self=row.id == ctx.actor.person_id,
        was=Role(row.role),
        becomes=role,
        owners=queries.count_owners(ctx),
    )


def _role_change(row: PersonRow, role: Role) -> Change:
    return Change(
        subject_kind="person",
        subject=row.name,
        before={"person": row.id, "role": row.role},
        after={"person": row.id, "role": role.value},
        undo_for=UNDO_FOR,
    )


def _to_disable(ctx: Context, person: str) -> PersonRow:
    row = find_colleague(ctx, person)
    rules.check_disable(
        ctx.actor.role,
        is_self=row.id == ctx.actor.person_id,
        was=Role(row.role),
        owners=queries.count_owners(ctx),
    )
    return row


def _disabling(ctx: Context, row: PersonRow) -> Change:
    return Change(
        subject_kind="person",
        subject=row.name,
        before={"person": row.id, "is_active": True},
        after={"person": row.id, "is_active": False},
        undo_for=UNDO_FOR,
        warnings=(ctx.say("people-disable-warning"),),
    )


def _of_change(ctx: Context, change: Change) -> PersonRow:
    row = queries.staff_row(ctx, int(change.after["person"]))
    if row is None:
        raise NotFound("error-people-nobody", name=change.subject, names="")
    return row


def _as_invited(ctx: Context, change: Change) -> PersonRow:
    row = queries.taken(ctx, change.after["email"], change.after["phone"])
    if row is None or not row.is_active or row.role != change.after["role"]:
        raise Refused("error-setting-moved")
    return row


def _contact(said: str) -> tuple[str | None, str | None]:
    """Return an e-mail or a phone number in E.164, whichever was said."""
    contact = said.strip()
    name, at, domain = contact.partition("@")
    if at and name and "." in domain.strip(".") and not any(c.isspace() for c in contact):
        return contact.casefold(), None
    try:
        number = phonenumbers.parse(contact, "IN")
    except phonenumbers.NumberParseException:
        raise Refused("error-people-no-contact", contact=said) from None
    if not phonenumbers.is_valid_number(number):
        raise Refused("error-people-no-contact", contact=said)
    return None, phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
