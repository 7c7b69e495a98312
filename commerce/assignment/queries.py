"""All SQL of assignment."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from commerce.access import PERMISSIONS, Permission
from commerce.context import Context
from commerce.db.tables import (
    AgentLeaveRow,
    CustomerRow,
    NdrAssignmentRow,
    NdrCaseRow,
    OrderItemRow,
    OrderRow,
    PersonRow,
    ShipmentRow,
    ShopRow,
    VariantRow,
)
from commerce.ndr.queries import DELIVERED, RETURNED
from commerce.scope import own_orders
from commerce.vocabulary import OPEN_NDR_STATUSES, NdrStatus

_UNTOUCHED = (NdrStatus.OPEN, NdrStatus.ASSIGNED)
ABLE = tuple(role.value for role, may in PERMISSIONS.items() if Permission.NDR_ACT in may)
"""Roles that may work undelivered parcels."""


# -- agents --------------------------------------------------------------------------------------


def able_people(ctx: Context) -> list[PersonRow]:
    """Return the people of the team who may work undelivered parcels, by id."""
    return list(
        ctx.session.scalars(
            select(PersonRow)
            .where(
                PersonRow.shop_id == ctx.actor.shop_id,
                PersonRow.role.in_(ABLE),
                PersonRow.customer_id.is_(None),
                PersonRow.is_active,
            )
            .order_by(PersonRow.id)
        )
    )


def person(ctx: Context, person_id: int, *, lock: bool = False) -> PersonRow | None:
    """Return one of them, freshly read."""
    statement = select(PersonRow).where(
        PersonRow.shop_id == ctx.actor.shop_id,
        PersonRow.id == person_id,
        PersonRow.role.in_(ABLE),
        PersonRow.is_active,
    )
    statement = statement.execution_options(populate_existing=True)
    return ctx.session.scalar(statement.with_for_update() if lock else statement)


def leaves(ctx: Context, today: date) -> list[AgentLeaveRow]:
    """Return the leave that is not over, the next first."""
    return list(
        ctx.session.scalars(
            select(AgentLeaveRow)
            .where(AgentLeaveRow.shop_id == ctx.actor.shop_id, AgentLeaveRow.last_day >= today)
            .order_by(AgentLeaveRow.first_day, AgentLeaveRow.id)
        )
    )


def add_leave(ctx: Context, person_id: int, first: date, last: date) -> int:
    """Add days on which somebody is away, and return the row's id."""
    row = AgentLeaveRow(
        shop_id=ctx.actor.shop_id, person_id=person_id, first_day=first, last_day=last,
        created_at=ctx.now,
    )  # fmt: skip
    ctx.session.add(row)
    ctx.session.flush()
    return row.id


def drop_leave(ctx: Context, leave_id: int) -> bool:
    """Take leave away again; tell whether it was there."""
    row = ctx.session.scalar(
        select(AgentLeaveRow).where(
            AgentLeaveRow.shop_id == ctx.actor.shop_id, AgentLeaveRow.id == leave_id
        )
    )
    if row is not None:
        ctx.session.delete(row)
    return row is not None


def loads(ctx: Context) -> dict[int, tuple[int, int]]:
    """Return person → open cases, and those of them that nobody has done anything about."""
    untouched = func.sum(case((NdrCaseRow.status.in_(_UNTOUCHED), 1), else_=0))
    found = ctx.session.execute(
        select(NdrCaseRow.assignee_id, func.count(NdrCaseRow.id), untouched)
        .where(
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.assignee_id.is_not(None),
            NdrCaseRow.status.in_(OPEN_NDR_STATUSES),
        )
        .group_by(NdrCaseRow.assignee_id)
    )
    return {
        int(person): (number, int(waiting)) for person, number, waiting in found if person
    }  # fmt: skip


def given_since(ctx: Context, since: datetime) -> dict[int, int]:
    """Return person → how many cases they were given since."""
    found = ctx.session.execute(
        select(NdrAssignmentRow.person_id, func.count(func.distinct(NdrAssignmentRow.case_id)))
        .where(NdrAssignmentRow.shop_id == ctx.actor.shop_id, NdrAssignmentRow.at >= since)
        .group_by(NdrAssignmentRow.person_id)
    )
    return {int(person): int(number) for person, number in found}


def outcomes(ctx: Context, since: datetime) -> list[Any]:
    """Return assignee, reason, whether COD, customer's language, delivered, of all settled.

    Of cases opened since that somebody had.
    """
    is_cod = case((ShipmentRow.cod_minor > 0, 1), else_=0).label("is_cod")
    well = func.sum(case((NdrCaseRow.status.in_(DELIVERED), 1), else_=0))
    return list(
        ctx.session.execute(
            select(
                NdrCaseRow.assignee_id, NdrCaseRow.reason, is_cod, CustomerRow.language, well,
                func.count(NdrCaseRow.id),
            )
            .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
            .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
            .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
            .where(
                own_orders(ctx),
                NdrCaseRow.shop_id == ctx.actor.shop_id,
                ShipmentRow.shop_id == ctx.actor.shop_id,
                CustomerRow.shop_id == ctx.actor.shop_id,
                NdrCaseRow.opened_at >= since,
                NdrCaseRow.assignee_id.is_not(None),
                NdrCaseRow.status.in_((*DELIVERED, *RETURNED)),
            )
            .group_by(NdrCaseRow.assignee_id, NdrCaseRow.reason, is_cod, CustomerRow.language)
        )
    )  # fmt: skip


# -- cases ---------------------------------------------------------------------------------------


def waiting(ctx: Context, case_ids: Collection[int]) -> list[Any]:
    """Return of each open case what choosing somebody for it rests on, in the order of ids."""
    cost = (
        select(
            OrderItemRow.order_id,
            func.sum(OrderItemRow.quantity * VariantRow.cost_minor).label("cost"),
        )
        .join(VariantRow, VariantRow.id == OrderItemRow.variant_id)
        .join(NdrCaseRow, NdrCaseRow.order_id == OrderItemRow.order_id)
        .where(
            OrderItemRow.shop_id == ctx.actor.shop_id,
            VariantRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.id.in_(case_ids),
        )
        .group_by(OrderItemRow.order_id, NdrCaseRow.id)
        .subquery()
    )
    return list(
        ctx.session.execute(
            select(
                NdrCaseRow, ShipmentRow.awb, ShipmentRow.cod_minor, OrderRow.number,
                OrderRow.total_minor, OrderRow.tax_minor, OrderRow.currency, CustomerRow.language,
                func.coalesce(cost.c.cost, 0),
            )
            .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
            .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
            .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
            .outerjoin(cost, cost.c.order_id == OrderRow.id)
            .where(
                own_orders(ctx),
                NdrCaseRow.shop_id == ctx.actor.shop_id,
                ShipmentRow.shop_id == ctx.actor.shop_id,
                CustomerRow.shop_id == ctx.actor.shop_id,
                NdrCaseRow.id.in_(case_ids),
                NdrCaseRow.status.in_(OPEN_NDR_STATUSES),
            )
            .order_by(NdrCaseRow.id)
        )
    )  # fmt: skip


def open_sample(ctx: Context, limit: int) -> list[int]:
    """Return the open cases that are due first."""
    return list(
        ctx.session.scalars(
            select(NdrCaseRow.id)
            .where(
                NdrCaseRow.shop_id == ctx.actor.shop_id, NdrCaseRow.status.in_(OPEN_NDR_STATUSES)
            )
            .order_by(NdrCaseRow.due_at)
            .limit(limit)
        )
    )


def unassigned(ctx: Context, limit: int) -> list[int]:
    """Return open cases that are nobody's and that nobody works yet, those due first first."""
    return list(
        ctx.session.scalars(
            select(NdrCaseRow.id)
            .where(
                NdrCaseRow.shop_id == ctx.actor.shop_id,
                NdrCaseRow.status.in_(_UNTOUCHED),
                NdrCaseRow.assignee_id.is_(None),
            )
            .order_by(NdrCaseRow.due_at, NdrCaseRow.id)
            .limit(limit)
        )
    )


def stuck(
    ctx: Context, people: Collection[int], since: datetime, limit: int
) -> list[tuple[int, int, datetime | None]]:
    """Return untouched cases that are with any of these people, or with anybody since before.

    Each with whose it is, and since when.

    Args:
        ctx: Who asks.
        people: Those who are away.
        since: What was given to somebody before this and was not touched is stale.
        limit: How many at most.
    """
    given = (
        select(
            NdrAssignmentRow.case_id,
            func.max(NdrAssignmentRow.at, type_=NdrAssignmentRow.at.type).label("at"),
        )
        .join(NdrCaseRow, NdrCaseRow.id == NdrAssignmentRow.case_id)
        .where(
            NdrAssignmentRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.status.in_(_UNTOUCHED),
        )
        .group_by(NdrAssignmentRow.case_id)
        .subquery()
    )
    found = ctx.session.execute(
        select(NdrCaseRow.id, NdrCaseRow.assignee_id, given.c.at)
        .outerjoin(given, given.c.case_id == NdrCaseRow.id)
        .where(
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.status.in_(_UNTOUCHED),
            NdrCaseRow.assignee_id.is_not(None),
            or_(NdrCaseRow.assignee_id.in_(people), given.c.at < since),
        )
        .order_by(NdrCaseRow.due_at, NdrCaseRow.id)
        .limit(limit)
    )
    return [(case_id, person_id or 0, at) for case_id, person_id, at in found]


def shops(session: Session) -> list[ShopRow]:
    """Return every shop, for the worker."""
    return list(session.scalars(select(ShopRow).order_by(ShopRow.id)))
