"""All SQL that looks things up in the audit log."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Row, Select, String, and_, cast, func, or_, select
from sqlalchemy.orm import aliased

from commerce.access import Permission
from commerce.context import Context
from commerce.db.tables import AuditRow, PersonRow
from commerce.errors import NotFound
from commerce.records.types import Action, AuditEntry, AuditPage, AuditSearch

AT_ONCE = 1_000
"""Lines read at a time while they are streamed."""

_WORDS: dict[Action, tuple[str, ...]] = {
    Action.APPROVALS: ("approv", "declin", "expire_", "withdraw_", "delegat", "delegation"),
    Action.ORDERS: ("order", "payment_link", "refund", "note"),
    Action.DELIVERY: ("ndr", "reattempt", "return_to", "redelivery", "attempt", "parcel", "call"),
    Action.STOCK: ("stock",),
    Action.PRICES: ("price",),
    Action.PEOPLE: ("person", "people", "role", "language"),
    Action.SETTINGS: ("setting", "limit", "second_person"),
    Action.SIGN_INS: ("sign_in",),
    Action.IMPORTS: ("import",),
    Action.EXPORTS: ("export",),
    Action.UNDO: ("undo_",),
}
"""What the actions of a group have in their name."""

_BY = aliased(PersonRow)
_FOR = aliased(PersonRow)


def search(ctx: Context, wanted: AuditSearch) -> AuditPage:
    """Return lines of the audit log, the latest first.

    Raises:
        NotAllowed: The actor may not read it.
    """
    ctx.require(Permission.AUDIT_READ)
    conditions = _conditions(ctx, wanted)
    count = ctx.session.scalar(select(func.count()).select_from(AuditRow).where(*conditions))
    rows = ctx.session.execute(
        _lines()
        .where(*conditions)
        .order_by(AuditRow.at.desc(), AuditRow.id.desc())
        .limit(wanted.limit)
        .offset(wanted.skip)
    )
    return AuditPage(count=count or 0, entries=tuple(map(_entry, rows)))


def show(ctx: Context, line: int) -> AuditEntry:
    """Return one line.

    Raises:
        NotAllowed: The actor may not read the log.
        NotFound: There is no such line of this shop.
    """
    ctx.require(Permission.AUDIT_READ)
    row = ctx.session.execute(
        _lines().where(AuditRow.shop_id == ctx.actor.shop_id, AuditRow.id == line)
    ).first()
    if row is None:
        raise NotFound("error-audit-not-found")
    return _entry(row)


def entries(ctx: Context, wanted: AuditSearch) -> Iterator[AuditEntry]:
    """Yield every line that fits, the oldest first, in memory that does not grow with them.

    `limit` and `skip` are left out: an export is of all.

    Raises:
        NotAllowed: The actor may not read the log.
    """
    ctx.require(Permission.AUDIT_READ)
    conditions, last = _conditions(ctx, wanted), 0
    while True:
        query = _lines().where(*conditions, AuditRow.id > last).order_by(AuditRow.id).limit(AT_ONCE)
        rows = ctx.session.execute(query).all()
        for row in rows:
            yield _entry(row)
        if len(rows) < AT_ONCE:
            return
        last = rows[-1][0].id


def _lines() -> Select[AuditRow, str, str]:
    return (
        select(AuditRow, _BY.name, _FOR.name)
        .outerjoin(_BY, and_(_BY.id == AuditRow.person_id, _BY.shop_id == AuditRow.shop_id))
        .outerjoin(_FOR, and_(_FOR.id == AuditRow.on_behalf_of, _FOR.shop_id == AuditRow.shop_id))
    )


def _conditions(ctx: Context, wanted: AuditSearch) -> list[ColumnElement[bool]]:
    conditions = [AuditRow.shop_id == ctx.actor.shop_id]
    if wanted.person is not None:
        conditions.append(
            or_(AuditRow.person_id == wanted.person, AuditRow.on_behalf_of == wanted.person)
        )
    if wanted.subject is not None:
        conditions.append(AuditRow.subject == wanted.subject)
    if wanted.tool is not None:
        conditions.append(AuditRow.action == wanted.tool)
    if wanted.action is not None:
        names = _WORDS[wanted.action]
        conditions.append(or_(*(AuditRow.action.contains(n, autoescape=True) for n in names)))
    if wanted.period is not None:
        conditions += [AuditRow.at >= wanted.period.start, AuditRow.at < wanted.period.end]
    if wanted.text:
        conditions.append(_says(wanted.text.casefold()))
    return conditions


def _says(text: str) -> ColumnElement[bool]:
    """Return the condition that a line has some words anywhere, whatever their case."""
    columns = (
        AuditRow.subject,
        AuditRow.why,
        AuditRow.action,
        cast(AuditRow.before, String),
        cast(AuditRow.after, String),
    )
    return or_(*(func.lower(column).contains(text, autoescape=True) for column in columns))


def _entry(found: Row[AuditRow, str, str]) -> AuditEntry:
    row, by, stood_in_for = found
    return AuditEntry(
        id=row.id,
        at=row.at,
        person=by,
        on_behalf_of=stood_in_for,
        action=row.action,
        subject=row.subject,
        before=row.before,
        after=row.after,
        why=row.why,
        channel=row.channel,
        turn=row.turn_id,
    )
