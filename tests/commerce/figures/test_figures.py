"""Days added up once say what the rows say, whatever is written after."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, Select, delete, func, select, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import Subquery

from commerce import figures, orders
from commerce.access import Role
from commerce.context import Context
from commerce.db import session_factory
from commerce.db.tables import (
    AddressRow,
    DailyOrdersRow,
    FigureStrikeRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderItemRow,
    OrderRow,
    ShipmentRow,
)
from commerce.errors import NotAllowed
from commerce.figures.rollups import Rollup
from commerce.vocabulary import CourierType, OrderStatus, PaymentMethod, ShipmentStatus
from tests.builders import Shop

DAY = timedelta(days=1)


def _said(ctx: Context, rollup: Rollup, *, by_day: bool) -> set[tuple[object, ...]]:
    """Return what a rollup says of the last days, by all its traits."""
    found: set[tuple[object, ...]] = set()
    for of in {dict(part.of).get("moment", "") for part in rollup.parts}:
        start, end = ctx.now - 60 * DAY, ctx.now + DAY
        facts = figures.facts(ctx, rollup, start, end, of=of, by_day=by_day)
        columns = facts.table.c
        traits = [columns[name] for name in rollup.keys]
        traits += [columns.day] if by_day else []
        sums = [func.sum(columns[name]) for name in rollup.measures]
        rows = ctx.session.execute(select(*traits, *sums).group_by(*traits), facts.values)
        found |= {tuple(map(str, row)) for row in rows}
    return found


def _is_true(ctx: Context) -> bool:
    """Tell whether every rollup says what the rows say."""
    for rollup in figures.ROLLUPS:
        for by_day in (True, False):
            said = _said(ctx, rollup, by_day=by_day)
            with figures.row_by_row():
                if said != _said(ctx, rollup, by_day=by_day):
                    return False
    return True


def _history(shop: Shop) -> None:
    """Two months of orders, some sent, some failed at the door."""
    variant = shop.variant()
    for days in (0, 1, 2, 9, 25, 26, 40, 55):
        at = shop.now - days * DAY - timedelta(hours=days % 24)
        paid = PaymentMethod.COD if days % 2 else PaymentMethod.UPI
        order = shop.order(placed_at=at, variant=variant, payment=paid, total=100 + days)
        if days:
            status = ShipmentStatus.DELIVERED if days % 3 else ShipmentStatus.RTO_DELIVERED
            parcel = shop.parcel(order, status=status, shipped=days * DAY)
            parcel.out_for_delivery_at = at + DAY
        if days == 9:
            shop.ndr_case(parcel, opened=8 * DAY)
    shop.session.flush()


@pytest.fixture
def kept(shop: Shop) -> Shop:
    """A shop with a past that is added up."""
    _history(shop)
    figures.rebuild(shop.session, shop.id, shop.now)
    shop.session.flush()
    return shop


def test_what_is_added_up_is_what_the_rows_say(kept: Shop) -> None:
    assert _is_true(kept.context())
    assert figures.differences(kept.session, kept.id) == []


def test_what_is_not_asked_for_is_not_looked_up_and_changes_no_number(kept: Shop) -> None:
    ctx = kept.context()
    facts = figures.facts(ctx, figures.PARCELS, ctx.now - 60 * DAY, ctx.now + DAY, of="sent")

    def by_courier(table: Subquery) -> Select[Any]:
        return select(table.c.courier, func.sum(table.c.parcels)).group_by(table.c.courier)

    lean, whole = figures.over(facts.shape, by_courier), by_courier(facts.table)
    assert "ndr_cases" in str(whole)
    assert "ndr_cases" not in str(lean)
    told = [ctx.session.execute(one, facts.values).all() for one in (lean, whole)]
    assert sorted(map(tuple, told[0])) == sorted(map(tuple, told[1])) != []


def test_a_past_day_is_read_from_what_was_added_up(kept: Shop) -> None:
    kept.session.execute(
        update(DailyOrdersRow).where(DailyOrdersRow.shop_id == kept.id).values(orders=1000)
    )
    assert not _is_true(kept.context())
    assert {found.table for found in figures.differences(kept.session, kept.id)} == {"daily_orders"}


Write = Callable[[Shop], object]


def _set(table: Any, **values: object) -> Write:
    def write(shop: Shop) -> None:
        shop.session.execute(update(table).where(table.shop_id == shop.id).values(**values))

    return write


def _forget_a_case(shop: Shop) -> None:
    for table in (NdrAttemptRow, NdrCaseRow):
        shop.session.execute(delete(table).where(table.shop_id == shop.id))


def _drop_lines(shop: Shop) -> None:
    shop.session.execute(delete(OrderItemRow).where(OrderItemRow.shop_id == shop.id))


def _fail_all(shop: Shop) -> None:
    for parcel in shop.session.scalars(select(ShipmentRow).where(ShipmentRow.shop_id == shop.id)):
        shop.ndr_case(parcel, opened=3 * DAY)


def _cancel(shop: Shop) -> None:
    order = shop.order(placed_at=shop.now - 3 * DAY, status=OrderStatus.CONFIRMED)
    orders.cancel(shop.context(), order.number, "no longer wanted")


WRITES: dict[str, Write] = {
    "a late order": lambda shop: shop.order(placed_at=shop.now - 30 * DAY),
    "an order cancelled in chat": _cancel,
    "orders delivered": _set(OrderRow, status=OrderStatus.DELIVERED.value),
    "orders paid online": _set(OrderRow, payment_method=PaymentMethod.UPI.value),
    "orders refunded": _set(OrderRow, refunded_minor=500),
    "other totals": _set(OrderRow, total_minor=OrderRow.total_minor + 100),
    "orders moved in time": _set(OrderRow, placed_at=datetime(2026, 10, 30, 20, 0, tzinfo=UTC)),
    "lines dropped": _drop_lines,
    "more pieces": _set(OrderItemRow, quantity=5),
    "a new parcel": lambda shop: shop.parcel(shipped=20 * DAY),
    "parcels lost": _set(ShipmentRow, status=ShipmentStatus.LOST.value),
    "another courier": _set(ShipmentRow, courier=CourierType.DTDC.value),
    "nothing to collect": _set(ShipmentRow, cod_minor=0),
    "parcels never out": _set(ShipmentRow, out_for_delivery_at=None, delivered_at=None),
    "failed attempts": _fail_all,
    "cases taken back": _forget_a_case,
    "cases settled": _set(NdrCaseRow, status="ClosedDelivered"),
    "people moved": _set(AddressRow, city="Nagpur"),
    "people moved to another state": _set(AddressRow, state="Goa"),
    "another day promised": _set(ShipmentRow, promised_at=datetime(2026, 10, 1, tzinfo=UTC)),
    "attempts at another hour": _set(NdrAttemptRow, at=datetime(2026, 11, 21, 9, 0, tzinfo=UTC)),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_after_a_write_figures_say_what_the_rows_say(kept: Shop, write: Write) -> None:
    write(kept)
    kept.session.flush()
    assert _is_true(kept.context())


# Each write alone is tried on both.
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(names=st.lists(st.sampled_from(sorted(WRITES)), min_size=1, max_size=5), again=st.booleans())
@pytest.mark.slow
def test_after_any_writes_days_added_up_again_are_true(
    engine: Engine, names: list[str], again: bool
) -> None:
    with session_factory(engine)() as session:
        shop = Shop.open(session, now=datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
        _history(shop)
        session.commit()
        figures.freshen(session_factory(engine), shop.now)
        for name in names:
            WRITES[name](shop)
        session.commit()
        if again:
            while figures.freshen(session_factory(engine), shop.now):
                pass
            assert figures.differences(session, shop.id) == []
        assert _is_true(shop.context())
        session.rollback()


def test_a_write_taken_back_leaves_the_day_standing(kept: Shop) -> None:
    kept.session.commit()
    kept.order(placed_at=kept.now - 5 * DAY)
    kept.session.rollback()
    struck = select(func.count()).where(FigureStrikeRow.shop_id == kept.id)
    assert kept.session.scalar(struck) == 0


def test_days_added_up_again_are_no_longer_struck_out(engine: Engine, session: Session) -> None:
    shop = Shop.open(session, now=datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
    _history(shop)
    session.commit()
    sessions = session_factory(engine)
    figures.freshen(sessions, shop.now)
    shop.order(placed_at=shop.now - 5 * DAY)
    session.commit()
    assert figures.freshen(sessions, shop.now) > 0
    assert figures.freshen(sessions, shop.now) == 0
    assert figures.differences(session, shop.id) == []


def test_when_a_day_has_passed_it_is_added_up(engine: Engine, session: Session) -> None:
    shop = Shop.open(session, now=datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
    shop.order(placed_at=shop.now)
    session.commit()
    sessions = session_factory(engine)
    figures.freshen(sessions, shop.now)
    figures.freshen(sessions, shop.now + DAY)
    kept = session.scalars(
        select(DailyOrdersRow.day).where(
            DailyOrdersRow.shop_id == shop.id, DailyOrdersRow.grain == "day"
        )
    ).all()
    assert kept == [date(2026, 11, 22)]


def test_another_shops_orders_are_in_nobody_elses_figures(kept: Shop, other_shop: Shop) -> None:
    other_shop.order(placed_at=kept.now - 9 * DAY)
    figures.rebuild(kept.session, other_shop.id, kept.now)
    assert len(_said(other_shop.context(), figures.ORDERS, by_day=True)) == 1
    assert _is_true(kept.context())


def test_a_customer_has_no_figures_of_the_shop(kept: Shop) -> None:
    buyer = kept.actor(Role.CUSTOMER, customer=kept.customer())
    with pytest.raises(NotAllowed):
        figures.facts(kept.context(buyer), figures.ORDERS, kept.now - DAY, kept.now)
