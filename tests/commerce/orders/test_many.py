"""Many orders under one yes: exactly those that were shown, each by its own rules."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from commerce import orders
from commerce.access import Role
from commerce.approvals import bulk
from commerce.db.tables import AuditRow, OrderHistoryRow, OrderRow, StockRow
from commerce.errors import NotAllowed, Refused
from commerce.money import Money
from commerce.orders import Bulk, OrderFilter, OrderSearch, PaymentKind
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus
from tests.builders import Shop

Row = Callable[[str], OrderRow]
Written = Callable[[], tuple[int, ...]]


def planned(shop: Shop, what: Bulk = Bulk.CANCEL, **search: Any) -> dict[str, str]:
    return dict(orders.plan_many(shop.context(), what, OrderSearch(**search)).as_shown)


def unpaid(shop: Shop, number: str, *, days: int, **more: Any) -> OrderRow:
    return shop.order(
        number, payment=PaymentMethod.UPI, paid=PaymentStatus.PENDING,
        placed_at=shop.now - timedelta(days=days, hours=1), **more,
    )  # fmt: skip


def test_a_filter_becomes_the_orders_that_fit_now(shop: Shop) -> None:
    unpaid(shop, "old", days=5)
    unpaid(shop, "young", days=4)
    shop.order("paid", payment=PaymentMethod.UPI, placed_at=shop.now - timedelta(days=9))
    found = planned(shop, payment=PaymentKind.UNPAID, before=shop.now - timedelta(days=5))
    assert list(found) == ["old"]


def test_what_fits_and_cannot_be_changed_is_counted_by_why(shop: Shop) -> None:
    shop.order("open")
    shop.parcel(shop.order("packed-and-gone"))
    for status in (OrderStatus.SHIPPED, OrderStatus.DELIVERED, OrderStatus.CANCELLED):
        shop.order(status.value, status=status)
    plan = orders.plan_many(shop.context(), Bulk.CANCEL, OrderSearch(place="Pune"))
    assert [change.subject for change in plan.batch.changes] == ["open"]
    assert {group.why: group.count for group in plan.batch.left} == {
        "error-order-cancel-shipped": 2,
        "error-order-cancel-delivered": 1,
        "error-order-already-cancelled": 1,
    }


@pytest.mark.parametrize("what", Bulk)
@pytest.mark.parametrize("search", [{}, {"status": OrderFilter.OPEN}])
def test_all_orders_is_no_choice(
    shop: Shop, written: Written, what: Bulk, search: dict[str, Any]
) -> None:
    shop.order(status=OrderStatus.PENDING)
    before = written()
    with pytest.raises(Refused, match="Which orders should be"):
        orders.plan_many(shop.context(), what, OrderSearch(**search))
    assert written() == before


def test_nothing_that_fits_is_said(shop: Shop) -> None:
    with pytest.raises(Refused, match="No order fits"):
        planned(shop, payment=PaymentKind.COD)


def test_nothing_that_can_be_changed_is_said_with_why(shop: Shop) -> None:
    shop.order(status=OrderStatus.SHIPPED)
    with pytest.raises(Refused, match="1 fit, but: 1 with the courier"):
        planned(shop, payment=PaymentKind.COD)


def test_more_than_anybody_looks_at_is_refused(
    shop: Shop, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "MOST_AT_ONCE", 2)
    for _ in range(3):
        shop.order()
    before = written()
    with pytest.raises(Refused, match="3 fit, and one request may change 2"):
        planned(shop, payment=PaymentKind.COD)
    assert written() == before


def test_each_order_is_changed_with_its_own_history_and_audit(shop: Shop, order_row: Row) -> None:
    kurti = shop.variant("KRT-1")
    shelf = shop.stock(kurti, shop.warehouse(), reserved=3)
    shop.order("1", variant=kurti, quantity=1, total=100)
    shop.order("2", variant=kurti, quantity=2, total=200)
    shown = planned(shop, payment=PaymentKind.COD)
    batch = orders.change_many(shop.context(), Bulk.CANCEL, shown, "no stock")
    change = bulk.as_change(shop.context(), orders.KIND, batch)
    assert (change.items, change.at_stake) == (2, Money(30_000))
    assert [order_row(n).cancel_reason for n in "12"] == ["no stock", "no stock"]
    audited = select(AuditRow.subject).where(AuditRow.shop_id == shop.id).order_by(AuditRow.id)
    assert list(shop.session.scalars(audited)) == ["1", "2"]
    steps = select(func.count(OrderHistoryRow.id)).where(
        OrderHistoryRow.shop_id == shop.id, OrderHistoryRow.status == "Cancelled"
    )
    assert shop.session.scalar(steps) == 2
    kept = select(StockRow.reserved).where(StockRow.shop_id == shop.id, StockRow.id == shelf.id)
    assert shop.session.scalar(kept) == 0


def test_what_moved_after_it_was_shown_is_left_alone(shop: Shop, order_row: Row) -> None:
    shop.order("stays")
    shop.order("paid-now").payment_status = PaymentStatus.COD_PENDING.value
    shop.order("shipped-now")
    shown = planned(shop, payment=PaymentKind.COD)
    order_row("paid-now").payment_status = PaymentStatus.COD_COLLECTED.value
    order_row("shipped-now").status = OrderStatus.SHIPPED.value
    shop.order("new")
    batch = orders.change_many(shop.context(), Bulk.CANCEL, shown)
    assert [change.subject for change in batch.changes] == ["stays"]
    assert [(g.why, g.count, set(g.subjects)) for g in batch.left] == [
        ("error-bulk-moved", 2, {"paid-now", "shipped-now"})
    ]
    found = [order_row(n).status for n in ("stays", "paid-now", "shipped-now", "new")]
    assert found == ["Cancelled", "Confirmed", "Shipped", "Confirmed"]


def test_when_all_moved_nothing_happens(shop: Shop, order_row: Row, written: Written) -> None:
    shop.order("1")
    shown = planned(shop, payment=PaymentKind.COD)
    order_row("1").status = OrderStatus.SHIPPED.value
    before = written()
    with pytest.raises(Refused, match="1 changed meanwhile"):
        orders.change_many(shop.context(), Bulk.CANCEL, shown)
    assert written() == before


def test_undo_takes_back_what_still_can_be_and_says_what_cannot(shop: Shop, order_row: Row) -> None:
    for number in "123":
        shop.order(number)
    ctx = shop.context()
    batch = orders.change_many(ctx, Bulk.HOLD, planned(shop, Bulk.HOLD, payment=PaymentKind.COD))
    change = bulk.as_change(ctx, orders.KIND, batch)
    orders.cancel(ctx, "2")
    back = orders.undo_many(ctx, Bulk.HOLD, change)
    assert [order_row(n).status for n in "123"] == ["Confirmed", "Cancelled", "Confirmed"]
    assert back.warnings == (
        "Taken back: 2. 1 could not be: 1 moved on since (2).",
    )  # fmt: skip


def test_numbers_that_were_named_are_each_told_of(shop: Shop) -> None:
    shop.order("1042", status=OrderStatus.PENDING)
    shop.order("1043", status=OrderStatus.SHIPPED)
    search = OrderSearch(numbers=("#1042", "1043", "9999"))
    plan = orders.plan_many(shop.context(), Bulk.CONFIRM, search)
    assert list(plan.as_shown) == ["1042"]
    assert {group.why: group.subjects for group in plan.batch.left} == {
        "error-order-confirm-finished": ("1043",),
        "error-order-not-found": ("9999",),
    }


def test_named_orders_must_also_fit_what_else_was_said(shop: Shop) -> None:
    shop.order("1042", status=OrderStatus.PENDING, total=500)
    shop.order("1043", status=OrderStatus.PENDING, total=5_000)
    search = OrderSearch(numbers=("1042", "1043"), max_total=Money(200_000))
    plan = orders.plan_many(shop.context(), Bulk.CONFIRM, search)
    assert list(plan.as_shown) == ["1042"]
    assert [group.why for group in plan.batch.left] == ["error-orders-not-among"]


def test_unpaid_orders_that_pay_at_the_door_are_warned_of(shop: Shop) -> None:
    shop.order("cod")
    unpaid(shop, "upi", days=1)
    plan = orders.plan_many(shop.context(), Bulk.CANCEL, OrderSearch(payment=PaymentKind.UNPAID))
    assert plan.warnings == ("1 of these is cash on delivery: its money comes at the door.",)


def test_another_shops_orders_are_neither_found_nor_named(shop: Shop, other_shop: Shop) -> None:
    other_shop.order("1042")
    with pytest.raises(Refused, match="No order fits"):
        planned(shop, payment=PaymentKind.COD)
    with pytest.raises(Refused, match="1 not in this shop"):
        planned(shop, numbers=("1042",))
    with pytest.raises(Refused, match="changed meanwhile"):
        orders.change_many(shop.context(), Bulk.CANCEL, {"1042": "Confirmed CODPending 79900 @1"})


@pytest.mark.parametrize("role", [Role.VIEWER, Role.NDR_AGENT])
def test_who_may_not_change_one_changes_not_many(shop: Shop, written: Written, role: Role) -> None:
    shop.order("1042")
    before, ctx = written(), shop.context(shop.actor(role))
    with pytest.raises(NotAllowed):
        orders.plan_many(ctx, Bulk.CANCEL, OrderSearch(payment=PaymentKind.COD))
    with pytest.raises(NotAllowed):
        orders.change_many(ctx, Bulk.CANCEL, {"1042": ""})
    assert written() == before
