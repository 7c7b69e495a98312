"""The orders whose risk is asked for."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, func, insert, or_, select
from sqlalchemy.orm import Session

from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    EventRow,
    OrderHistoryRow,
    OrderRiskRow,
    OrderRow,
)
from commerce.scope import own_orders
from commerce.vocabulary import OrderStatus, PaymentMethod

Told = Row[int, str, str, str, int, str, str, str]
"""Id, number, status, payment method, total, currency, customer, city."""

_MOST_WAITING = 500
OPEN = (OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.PROCESSING, OrderStatus.ON_HOLD)
"""Orders that no courier has: something can still be done."""


def of_ids(ctx: Context, ids: Sequence[int]) -> list[Told]:
    """Return orders by their ids."""
    asked = (
        select(
            OrderRow.id, OrderRow.number, OrderRow.status, OrderRow.payment_method,
            OrderRow.total_minor, OrderRow.currency, CustomerRow.name, AddressRow.city,
        )
        .where(own_orders(ctx), OrderRow.id.in_(ids))
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .order_by(OrderRow.id)
    )  # fmt: skip
    return list(ctx.session.execute(asked).all())


def counted(ctx: Context, start: datetime, end: datetime) -> int:
    """Return how many open orders were placed in a span."""
    asked = select(func.count()).select_from(OrderRow).where(*_open_in(ctx, start, end))
    return ctx.session.scalar(asked) or 0


def unrated(ctx: Context, version: int, start: datetime, end: datetime, most: int) -> list[int]:
    """Return the newest open orders of a span of which this version has said nothing.

    Nor of what became of them since: a courier may have been chosen, an address changed.
    """
    asked = _unrated(ctx, version, start, end).order_by(OrderRow.placed_at.desc()).limit(most)
    return list(ctx.session.scalars(asked).all())


def count_unrated(ctx: Context, version: int, start: datetime, end: datetime) -> int:
    """Return how many there are of these in all."""
    asked = _unrated(ctx, version, start, end).subquery()
    return ctx.session.scalar(select(func.count()).select_from(asked)) or 0


def rated(
    ctx: Context, version: int, start: datetime, end: datetime, at_least: float
) -> list[Row[int, float, int]]:
    """Return open orders of a span with their chances and totals, where these reach one."""
    asked = (
        select(OrderRow.id, OrderRiskRow.chance, OrderRow.total_minor)
        .where(*_open_in(ctx, start, end))
        .join(OrderRiskRow, _rated(version))
        .where(OrderRiskRow.chance >= at_least)
    )
    return list(ctx.session.execute(asked).all())


def unconfirmed_cash(
    ctx: Context, version: int, span: tuple[datetime, datetime], at_least: float,
    least_minor: int, *, but: str,
) -> list[tuple[str, float, int]]:  # fmt: skip
    """Return cash orders of a span that nobody confirmed, the riskiest first.

    With number, chance and total; none of which an event of the kind `but` tells.
    """
    told = select(EventRow.subject).where(
        EventRow.shop_id == ctx.actor.shop_id, EventRow.kind == but
    )
    asked = (
        select(OrderRow.number, OrderRiskRow.chance, OrderRow.total_minor)
        .where(
            own_orders(ctx), OrderRow.status == OrderStatus.PENDING.value,
            OrderRow.payment_method == PaymentMethod.COD.value,
            OrderRow.placed_at >= span[0], OrderRow.placed_at < span[1],
            OrderRow.total_minor >= least_minor, OrderRow.number.not_in(told),
        )
        .join(OrderRiskRow, _rated(version))
        .where(OrderRiskRow.chance >= at_least)
        .order_by(OrderRiskRow.chance.desc(), OrderRow.id)
        .limit(_MOST_WAITING)
    )  # fmt: skip
    return [(number, chance, total) for number, chance, total in ctx.session.execute(asked)]


def count_events(ctx: Context, kind: str, since: datetime) -> int:
    """Return how often something happened since a moment."""
    asked = select(func.count()).where(
        EventRow.shop_id == ctx.actor.shop_id, EventRow.kind == kind, EventRow.at >= since
    )
    return ctx.session.scalar(asked) or 0


def last_event(ctx: Context, kind: str, subject: str, since: datetime) -> dict[str, Any] | None:
    """Return what was noted when something last happened to a thing since a moment."""
    asked = (
        select(EventRow.payload)
        .where(
            EventRow.shop_id == ctx.actor.shop_id, EventRow.kind == kind,
            EventRow.subject == subject, EventRow.at >= since,
        )
        .order_by(EventRow.id.desc())
        .limit(1)
    )  # fmt: skip
    return ctx.session.scalar(asked)


def keep(
    session: Session, shop_id: int, version: int, chances: Mapping[int, float], now: datetime
) -> None:
    """Write down what a version said of orders; what others said goes."""
    session.execute(
        delete(OrderRiskRow)
        .where(
            OrderRiskRow.shop_id == shop_id,
            or_(OrderRiskRow.order_id.in_(list(chances)), OrderRiskRow.version != version),
        )
        .execution_options(synchronize_session=False)
    )
    session.execute(
        insert(OrderRiskRow),
        [
            {"shop_id": shop_id, "order_id": one, "version": version, "chance": chance, "at": now}
            for one, chance in chances.items()
        ],
    )


def _unrated(ctx: Context, version: int, start: datetime, end: datetime) -> Select[int]:
    changed = (
        select(OrderHistoryRow.id)
        .where(
            OrderHistoryRow.shop_id == ctx.actor.shop_id, OrderHistoryRow.order_id == OrderRow.id,
            OrderHistoryRow.at > OrderRiskRow.at, OrderHistoryRow.at <= ctx.now,
        )
        .exists()
    )  # fmt: skip
    return (
        select(OrderRow.id)
        .where(*_open_in(ctx, start, end))
        .outerjoin(OrderRiskRow, _rated(version))
        .where(or_(OrderRiskRow.order_id.is_(None), changed))
    )


def _open_in(ctx: Context, start: datetime, end: datetime) -> Sequence[ColumnElement[bool]]:
    return (
        own_orders(ctx), OrderRow.status.in_([status.value for status in OPEN]),
        OrderRow.placed_at >= start, OrderRow.placed_at < end,
    )  # fmt: skip


def _rated(version: int) -> ColumnElement[bool]:
    return and_(
        OrderRiskRow.shop_id == OrderRow.shop_id, OrderRiskRow.order_id == OrderRow.id,
        OrderRiskRow.version == version,
    )  # fmt: skip


def placed_since(
    session: Session, shop_id: int, order_ids: Iterable[int], since: datetime
) -> Sequence[tuple[str, int]]:
    """Return those of some orders that were placed after a moment: number and id."""
    rows = session.execute(
        select(OrderRow.number, OrderRow.id)
        .where(
            OrderRow.shop_id == shop_id, OrderRow.id.in_(list(order_ids)),
            OrderRow.placed_at > since,
        )
        .order_by(OrderRow.id)
    )  # fmt: skip
    return [(number, order_id) for number, order_id in rows]
