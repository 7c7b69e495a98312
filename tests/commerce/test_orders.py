"""Orders in a real shop: found, shown, cancelled, held, and put back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commerce import figures, orders, periods
from commerce.access import Role
from commerce.context import Context
from commerce.db.tables import (
    AuditRow,
    EventRow,
    OrderHistoryRow,
    OrderItemRow,
    OrderRow,
    ShipmentRow,
    StockMovementRow,
    StockRow,
)
from commerce.errors import Ambiguous, NotAllowed, NotFound, Refused
from commerce.money import Money
from commerce.orders import Milestone, OrderFilter, OrderSearch, OrderSort, PaymentKind
from commerce.vocabulary import (
    OrderStatus,
    PaymentMethod,
    PaymentStatus,
    SalesChannel,
    ShipmentStatus,
)
from tests.builders import Shop


def numbers(ctx: Context, **search: Any) -> list[str]:
    return [order.number for order in orders.find(ctx, OrderSearch(**search)).orders]


def counts(shop: Shop) -> tuple[int, ...]:
    """How much has been written down: history, events, audit lines."""
    return tuple(
        shop.session.scalar(select(func.count()).select_from(table).where(table.shop_id == shop.id))
        or 0
        for table in (OrderHistoryRow, EventRow, AuditRow)
    )


def order_row(shop: Shop, number: str) -> OrderRow:
    shop.session.flush()
    return shop.session.scalars(
        select(OrderRow)
        .where(OrderRow.shop_id == shop.id, OrderRow.number == number)
        .execution_options(populate_existing=True)
    ).one()


def reserved(shop: Shop) -> list[int]:
    found = shop.session.scalars(
        select(StockRow.reserved).where(StockRow.shop_id == shop.id).order_by(StockRow.id)
    )
    return list(found)


def parcel_status(shop: Shop, awb: str) -> str | None:
    return shop.session.scalar(
        select(ShipmentRow.status).where(ShipmentRow.shop_id == shop.id, ShipmentRow.awb == awb)
    )


# Finding


def test_todays_orders_are_counted_and_added_up(shop: Shop) -> None:
    shop.order(total=500)
    shop.order(total=700)
    shop.order(total=900, placed_at=shop.now - timedelta(days=1))
    ctx = shop.context()
    today = periods.resolve("today", now=ctx.now, zone=ctx.zone)
    found = orders.find(ctx, OrderSearch(period=today))
    assert (found.count, found.total) == (2, Money(120_000))


def test_the_count_is_of_all_though_few_are_shown(shop: Shop) -> None:
    for hours in range(5):
        shop.order(f"10{hours}", total=100, placed_at=shop.now - timedelta(hours=hours))
    found = orders.find(shop.context(), OrderSearch(limit=2, skip=2))
    assert (found.count, found.total) == (5, Money(50_000))
    assert [order.number for order in found.orders] == ["102", "103"]


def test_without_orders_the_count_and_the_total_are_nothing(shop: Shop) -> None:
    found = orders.find(shop.context(), OrderSearch())
    assert (found.count, found.total, found.orders) == (0, Money(0), ())


def test_not_shipped_yet_finds_what_still_lies_here(shop: Shop) -> None:
    for status in OrderStatus:
        shop.order(status.value, status=status)
    found = numbers(shop.context(), status=OrderFilter.UNSHIPPED, limit=50)
    assert set(found) == {"Pending", "Confirmed", "Processing", "OnHold"}


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (PaymentKind.COD, {"cod", "cod-cancelled"}),
        (PaymentKind.PREPAID, {"upi", "link"}),
        (PaymentKind.UNPAID, {"cod", "link"}),
    ],
)
def test_orders_are_chosen_by_how_they_are_paid(
    shop: Shop, kind: PaymentKind, found: set[str]
) -> None:
    shop.order("cod")
    shop.order("cod-cancelled", status=OrderStatus.CANCELLED)
    shop.order("upi", payment=PaymentMethod.UPI)
    shop.order("link", payment=PaymentMethod.UPI, paid=PaymentStatus.PENDING)
    assert set(numbers(shop.context(), payment=kind)) == found


def test_orders_are_chosen_by_channel_amount_place_and_customer(shop: Shop) -> None:
    asha, vikram = shop.customer("Asha Rao"), shop.customer("Vikram Shah")
    shop.order("1", customer=asha, total=4_999)
    shop.order("2", customer=asha, total=5_000, channel=SalesChannel.AMAZON)
    delhi = shop.address(vikram, city="Bengaluru", state="Karnataka", pincode="560001")
    shop.order("3", customer=vikram, address=delhi, total=9_000)
    ctx = shop.context()
    assert numbers(ctx, channel=SalesChannel.AMAZON) == ["2"]
    assert set(numbers(ctx, min_total=Money(500_000))) == {"2", "3"}
    assert numbers(ctx, max_total=Money(499_900)) == ["1"]
    assert numbers(ctx, place="bangalore") == ["3"]
    assert numbers(ctx, place="Karnataka") == ["3"]
    assert numbers(ctx, place="560 001") == ["3"]
    assert set(numbers(ctx, customer="asha")) == {"1", "2"}
    assert orders.find(ctx, OrderSearch(place="bangalore")).total == Money(900_000)


@pytest.mark.parametrize("rupees", [399, 400, 500, 600, 700, 2_000, 2_001])
def test_orders_from_or_up_to_an_amount_are_counted_from_whichever_side_has_fewer(
    shop: Shop, rupees: int
) -> None:
    totals = [400, 500, 500, 600, 2_000]
    for total in totals:
        shop.order(total=total)
    figures.rebuild(shop.session, shop.id, shop.now)
    ctx, limit = shop.context(), Money(100 * rupees)
    least = orders.find(ctx, OrderSearch(min_total=limit))
    most = orders.find(ctx, OrderSearch(max_total=limit))
    above, below = [t for t in totals if t >= rupees], [t for t in totals if t <= rupees]
    assert (least.count, least.total) == (len(above), Money(100 * sum(above)))
    assert (most.count, most.total) == (len(below), Money(100 * sum(below)))


def test_orders_are_chosen_by_a_product_of_any_of_their_lines(shop: Shop) -> None:
    kurti, saree = shop.variant(title="Cotton Kurti, Blue, M"), shop.variant(title="Silk Saree")
    shop.order("1", variant=kurti)
    shop.order("2", variant=saree)
    assert numbers(shop.context(), product="blue kurti") == ["1"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (OrderSort.NEWEST, ["b", "a", "c"]),
        (OrderSort.OLDEST, ["c", "a", "b"]),
        (OrderSort.LARGEST, ["c", "b", "a"]),
        (OrderSort.SMALLEST, ["a", "b", "c"]),
    ],
)
def test_orders_are_sorted_as_asked(shop: Shop, sort: OrderSort, expected: list[str]) -> None:
    shop.order("a", total=100, placed_at=shop.now - timedelta(hours=2))
    shop.order("b", total=200, placed_at=shop.now - timedelta(hours=1))
    shop.order("c", total=300, placed_at=shop.now - timedelta(hours=3))
    assert numbers(shop.context(), sort=sort) == expected


def test_a_shop_sees_none_of_another_shops_orders(shop: Shop, other_shop: Shop) -> None:
    other_shop.order("1042")
    assert orders.find(shop.context(), OrderSearch()).count == 0
    with pytest.raises(NotFound):
        orders.show(shop.context(), "1042")


def test_a_customer_finds_only_their_own_orders(shop: Shop) -> None:
    asha = shop.customer("Asha Rao")
    shop.order("mine", customer=asha)
    shop.order("theirs")
    ctx = shop.context(shop.actor(Role.CUSTOMER, customer=asha))
    assert numbers(ctx) == ["mine"]
    with pytest.raises(NotFound):
        orders.show(ctx, "theirs")


# Naming


def test_the_shops_own_prefix_and_zeros_may_be_left_out(shop: Shop) -> None:
    shop.order("ORD-00317")
    shop.order("ORD-00042")
    ctx = shop.context()
    assert [orders.find_one(ctx, said) for said in ("317", "#0317", "ord 317", "ORD00317")] == [
        "ORD-00317"
    ] * 4


def test_an_exact_number_wins_over_one_it_could_be(shop: Shop) -> None:
    shop.order("1042")
    shop.order("ORD-1042")
    assert orders.find_one(shop.context(), "1042") == "1042"
    assert orders.find_one(shop.context(), "ord-1042") == "ORD-1042"


def test_the_end_of_a_number_asks_back_where_several_end_so(shop: Shop) -> None:
    shop.order("ORD-20261120-0007")
    shop.order("ORD-20261121-0007")
    shop.order("ORD-20261121-0042")
    assert orders.find_one(shop.context(), "0042") == "ORD-20261121-0042"
    with pytest.raises(Ambiguous) as error:
        orders.find_one(shop.context(), "0007")
    assert {choice for choice, _ in error.value.choices} == {
        "ORD-20261120-0007",
        "ORD-20261121-0007",
    }


@pytest.mark.parametrize("said", ["9999", "#", "", "'; DROP TABLE orders; --", "%"])
def test_a_number_that_is_nobodys_is_not_found(shop: Shop, said: str) -> None:
    shop.order("1042")
    with pytest.raises(NotFound):
        orders.find_one(shop.context(), said)


# Showing


def test_an_order_is_shown_whole(shop: Shop) -> None:
    kurti = shop.variant("KRT-1", "Cotton Kurti, Blue, M")
    order = shop.order("1042", variant=kurti, quantity=2, total=1_598, status=OrderStatus.SHIPPED)
    shop.parcel(order, awb="AWB1")
    shown = orders.show(shop.context(), "#1042")
    assert (shown.number, shown.total, shown.customer.name) == ("1042", Money(159_800), "Asha Rao")
    assert [(line.sku, line.quantity, line.amount) for line in shown.lines] == [
        ("KRT-1", 2, Money(159_800))
    ]
    assert [parcel.awb for parcel in shown.parcels] == ["AWB1"]
    assert shown.address.written == "12 MG Road, Pune, Maharashtra, 411001"
    assert not shown.can_cancel
    assert not shown.can_hold


def test_an_order_tells_its_story_with_its_parcels(shop: Shop) -> None:
    order = shop.order("1042", placed_at=shop.now - timedelta(days=4))
    shop.parcel(order)
    shown = orders.show(shop.context(), "1042")
    assert [step.milestone for step in shown.story] == [
        Milestone.STATUS,
        Milestone.PACKED,
        Milestone.PICKED_UP,
    ]


def test_an_order_points_at_its_open_failed_delivery(shop: Shop) -> None:
    case = shop.ndr_case(attempts=2)
    number = shop.session.scalar(
        select(OrderRow.number).where(OrderRow.shop_id == shop.id, OrderRow.id == case.order_id)
    )
    shown = orders.show(shop.context(), str(number))
    assert shown.ndr is not None
    assert (shown.ndr.attempts, shown.ndr.due_at) == (2, case.due_at)


@pytest.mark.parametrize(("role", "may"), [(Role.OPERATOR, True), (Role.VIEWER, False)])
def test_only_who_may_write_is_offered_to_cancel(shop: Shop, role: Role, may: bool) -> None:
    shop.order("1042")
    shown = orders.show(shop.context(shop.actor(role)), "1042")
    assert (shown.can_cancel, shown.can_hold) == (may, may)


# Cancelling


def test_cancelling_frees_the_stock_and_calls_off_the_parcel(shop: Shop) -> None:
    kurti = shop.variant("KRT-1")
    shop.stock(kurti, shop.warehouse("PUN"), on_hand=10, reserved=5)
    order = shop.order("1042", variant=kurti, quantity=2)
    shop.parcel(order, awb="AWB1", status=ShipmentStatus.MANIFESTED)
    change = orders.cancel(shop.context(), "1042", "customer asked")
    row = order_row(shop, "1042")
    assert (row.status, row.cancelled_at, row.cancel_reason) == (
        "Cancelled",
        shop.now,
        "customer asked",
    )
    assert reserved(shop) == [3]
    assert parcel_status(shop, "AWB1") == "Cancelled"
    assert change.before == {
        "status": "Confirmed",
        "cancelled_at": None,
        "cancel_reason": None,
        "parcels": {"AWB1": "Manifested"},
        "reserved": {"KRT-1 @ PUN": 2},
    }
    assert change.after == {
        "status": "Cancelled",
        "cancelled_at": shop.now.isoformat(),
        "cancel_reason": "customer asked",
        "parcels": {"AWB1": "Cancelled"},
        "reserved": {"KRT-1 @ PUN": 0},
    }
    assert change.undo_for == timedelta(minutes=15)
    assert change.at_stake == Money(79_900)


def test_cancelling_moves_no_stock(shop: Shop) -> None:
    kurti = shop.variant()
    stock = shop.stock(kurti, shop.warehouse(), on_hand=10, reserved=1)
    shop.order("1042", variant=kurti)
    orders.cancel(shop.context(), "1042")
    movements = select(func.count(StockMovementRow.id)).where(StockMovementRow.shop_id == shop.id)
    assert shop.session.scalar(movements) == 0
    assert stock.on_hand == 10


def test_cancelling_is_written_down(shop: Shop) -> None:
    shop.order("1042")
    ctx = shop.context()
    orders.cancel(ctx, "1042", "out of stock")
    event = shop.session.scalars(select(EventRow).where(EventRow.shop_id == shop.id)).one()
    assert (event.kind, event.subject, event.payload) == (
        "order.cancelled",
        "1042",
        {"reason": "out of stock"},
    )
    line = shop.session.scalars(select(AuditRow).where(AuditRow.shop_id == shop.id)).one()
    assert (line.action, line.person_id, line.why) == (
        "cancel_order",
        ctx.actor.person_id,
        "out of stock",
    )
    assert orders.show(ctx, "1042").story[-1].reason == "out of stock"


def test_stock_comes_back_where_the_parcel_was_packed(shop: Shop, session: Session) -> None:
    kurti = shop.variant("KRT-1")
    shop.stock(kurti, shop.warehouse("DEL", "Delhi"), reserved=9)
    pune = shop.warehouse("PUN")
    shop.stock(kurti, pune, reserved=4)
    order = shop.order("1042", variant=kurti, quantity=3)
    shop.parcel(order, status=ShipmentStatus.CREATED).warehouse_id = pune.id
    session.flush()
    orders.cancel(shop.context(), "1042")
    assert reserved(shop) == [9, 1]


def test_two_lines_of_one_variant_free_both(shop: Shop, session: Session) -> None:
    kurti = shop.variant("KRT-1")
    shop.stock(kurti, shop.warehouse(), reserved=5)
    order = shop.order("1042", variant=kurti, quantity=1)
    session.add(
        OrderItemRow(
            shop_id=shop.id, order_id=order.id, variant_id=kurti.id, sku="KRT-1", title="Kurti",
            quantity=2, unit_price_minor=100, discount_minor=0, tax_minor=0,
        )
    )  # fmt: skip
    session.flush()
    orders.cancel(shop.context(), "1042")
    assert reserved(shop) == [2]


def test_a_paid_order_warns_that_nothing_is_refunded(shop: Shop) -> None:
    shop.order("1042", payment=PaymentMethod.UPI, total=1_249)
    change = orders.plan_cancel(shop.context(), "1042")
    assert change.warnings == ("₹1,249 was paid and is not refunded by this.",)


def test_a_parcel_on_the_pickup_list_warns_to_keep_it_back(shop: Shop) -> None:
    shop.parcel(shop.order("1042"), awb="AWB1", status=ShipmentStatus.MANIFESTED)
    (warning,) = orders.plan_cancel(shop.context(), "1042").warnings
    assert "AWB1" in warning


def test_a_plan_says_what_will_happen_and_changes_nothing(shop: Shop) -> None:
    kurti = shop.variant()
    shop.stock(kurti, shop.warehouse(), reserved=5)
    shop.order("1042", variant=kurti)
    ctx = shop.context()
    before = counts(shop)
    planned = orders.plan_cancel(ctx, "1042", "why not")
    assert (order_row(shop, "1042").status, reserved(shop), counts(shop)) == (
        "Confirmed",
        [5],
        before,
    )
    assert orders.cancel(ctx, "1042", "why not") == planned


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (OrderStatus.SHIPPED, "return to origin"),
        (OrderStatus.DELIVERED, "refund"),
        (OrderStatus.CANCELLED, "cancelled already"),
        (OrderStatus.RTO, "coming back"),
        (OrderStatus.FAILED, "nothing to cancel"),
    ],
)
def test_a_refused_cancellation_says_what_would_work_and_changes_nothing(
    shop: Shop, status: OrderStatus, says: str
) -> None:
    kurti = shop.variant()
    shop.stock(kurti, shop.warehouse(), reserved=5)
    shop.order("1042", status=status, variant=kurti)
    before = counts(shop)
    with pytest.raises(Refused, match=says):
        orders.cancel(shop.context(), "1042")
    assert (order_row(shop, "1042").status, reserved(shop), counts(shop)) == (
        status.value,
        [5],
        before,
    )


def test_an_order_whose_parcel_was_picked_up_is_not_cancelled(shop: Shop) -> None:
    order = shop.order("1042", status=OrderStatus.PROCESSING)
    shop.parcel(order, awb="AWB1", status=ShipmentStatus.PICKED_UP)
    with pytest.raises(Refused, match="with the courier"):
        orders.cancel(shop.context(), "1042")
    assert parcel_status(shop, "AWB1") == "PickedUp"


@pytest.mark.parametrize("role", [Role.VIEWER, Role.NDR_AGENT])
def test_who_may_not_write_orders_cancels_and_holds_nothing(shop: Shop, role: Role) -> None:
    shop.order("1042")
    ctx = shop.context(shop.actor(role))
    before = counts(shop)
    for write in (orders.plan_cancel, orders.cancel, orders.plan_hold, orders.hold):
        with pytest.raises(NotAllowed):
            write(ctx, "1042")
    assert (order_row(shop, "1042").status, counts(shop)) == ("Confirmed", before)


def test_a_customer_cannot_cancel_even_their_own_order(shop: Shop) -> None:
    asha = shop.customer()
    shop.order("1042", customer=asha)
    with pytest.raises(NotAllowed):
        orders.cancel(shop.context(shop.actor(Role.CUSTOMER, customer=asha)), "1042")
    assert order_row(shop, "1042").status == "Confirmed"


def test_another_shops_order_is_not_found_to_cancel(shop: Shop, other_shop: Shop) -> None:
    other_shop.order("1042")
    with pytest.raises(NotFound, match="no order 1042"):
        orders.cancel(shop.context(), "1042")
    assert order_row(other_shop, "1042").status == "Confirmed"


# Taking it back


def test_undoing_a_cancellation_puts_everything_back(shop: Shop) -> None:
    kurti = shop.variant("KRT-1")
    shop.stock(kurti, shop.warehouse("PUN"), on_hand=10, reserved=5)
    order = shop.order("1042", variant=kurti, quantity=2, status=OrderStatus.PROCESSING)
    shop.parcel(order, awb="AWB1", status=ShipmentStatus.MANIFESTED)
    ctx = shop.context()
    change = orders.cancel(ctx, "1042")
    back = orders.undo_cancel(ctx, change)
    row = order_row(shop, "1042")
    assert (row.status, row.cancelled_at, row.cancel_reason) == ("Processing", None, None)
    assert reserved(shop) == [5]
    assert parcel_status(shop, "AWB1") == "Manifested"
    assert (back.before, back.after, back.warnings) == (change.after, change.before, ())


def test_undoing_keeps_what_other_orders_reserved_meanwhile(shop: Shop, session: Session) -> None:
    kurti = shop.variant("KRT-1")
    stock = shop.stock(kurti, shop.warehouse("PUN"), on_hand=6, reserved=2)
    shop.order("1042", variant=kurti, quantity=2)
    change = orders.cancel(shop.context(), "1042")
    stock.reserved = 5
    session.flush()
    back = orders.undo_cancel(shop.context(), change)
    assert reserved(shop) == [7]
    assert back.warnings == ("More of KRT-1 @ PUN is now promised than lies there.",)


def test_a_cancellation_that_somebody_acted_on_is_not_undone(shop: Shop, session: Session) -> None:
    order = shop.order("1042")
    shop.parcel(order, awb="AWB1", status=ShipmentStatus.CREATED)
    change = orders.cancel(shop.context(), "1042")
    order_row(shop, "1042").status = OrderStatus.CONFIRMED.value
    session.flush()
    before = counts(shop)
    with pytest.raises(Refused, match="moved on"):
        orders.undo_cancel(shop.context(), change)
    assert (parcel_status(shop, "AWB1"), counts(shop)) == ("Cancelled", before)


def test_a_cancellation_is_undone_once(shop: Shop) -> None:
    ctx = shop.context()
    shop.order("1042")
    change = orders.cancel(ctx, "1042")
    orders.undo_cancel(ctx, change)
    with pytest.raises(Refused, match="moved on"):
        orders.undo_cancel(ctx, change)


def test_an_undo_does_not_reach_into_another_shop(shop: Shop, other_shop: Shop) -> None:
    other_shop.order("1042")
    change = orders.cancel(other_shop.context(), "1042")
    with pytest.raises(NotFound):
        orders.undo_cancel(shop.context(), change)
    assert order_row(other_shop, "1042").status == "Cancelled"


def test_who_may_not_write_undoes_nothing(shop: Shop) -> None:
    shop.order("1042")
    change = orders.cancel(shop.context(), "1042")
    with pytest.raises(NotAllowed):
        orders.undo_cancel(shop.context(shop.actor(Role.VIEWER)), change)
    assert order_row(shop, "1042").status == "Cancelled"


# Holding


def test_holding_keeps_an_order_back_and_says_why(shop: Shop) -> None:
    shop.order("1042")
    change = orders.hold(shop.context(), "1042", "address doubtful")
    row = order_row(shop, "1042")
    assert (row.status, row.hold_reason) == ("OnHold", "address doubtful")
    assert change.before == {"status": "Confirmed", "hold_reason": None}
    assert change.after == {"status": "OnHold", "hold_reason": "address doubtful"}
    event = shop.session.scalars(select(EventRow).where(EventRow.shop_id == shop.id)).one()
    assert event.kind == "order.held"


def test_letting_a_held_order_go_puts_it_where_it_was(shop: Shop) -> None:
    ctx = shop.context()
    shop.order("1042", status=OrderStatus.PENDING)
    orders.undo_hold(ctx, orders.hold(ctx, "1042"))
    row = order_row(shop, "1042")
    assert (row.status, row.hold_reason) == ("Pending", None)


def test_a_held_order_that_was_cancelled_is_not_let_go(shop: Shop) -> None:
    ctx = shop.context()
    shop.order("1042")
    held = orders.hold(ctx, "1042")
    orders.cancel(ctx, "1042")
    with pytest.raises(Refused, match="moved on"):
        orders.undo_hold(ctx, held)
    assert order_row(shop, "1042").status == "Cancelled"


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (OrderStatus.ON_HOLD, "on hold already"),
        (OrderStatus.SHIPPED, "with the courier"),
        (OrderStatus.DELIVERED, "finished"),
    ],
)
def test_a_refused_hold_changes_nothing(shop: Shop, status: OrderStatus, says: str) -> None:
    shop.order("1042", status=status)
    before = counts(shop)
    with pytest.raises(Refused, match=says):
        orders.hold(shop.context(), "1042", "doubt")
    row = order_row(shop, "1042")
    assert (row.status, row.hold_reason, counts(shop)) == (status.value, None, before)


def test_refusals_are_said_in_the_language_of_the_answer(shop: Shop) -> None:
    shop.order("1042", status=OrderStatus.DELIVERED)
    ctx = replace(shop.context(), language="hi-Latn")
    with pytest.raises(Refused) as error:
        orders.cancel(ctx, "1042")
    assert error.value.in_language(ctx.language).startswith("Order 1042 deliver ho chuka hai")
