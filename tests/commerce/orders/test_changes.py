"""An order confirmed, released, noted and sent elsewhere, and each taken back."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from commerce import orders
from commerce.access import Role
from commerce.db.tables import AddressRow, OrderHistoryRow, OrderRow
from commerce.errors import NotAllowed, NotFound, Refused
from commerce.orders import Correction
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus, ShipmentStatus
from tests.builders import Shop

Row = Callable[[str], OrderRow]
Written = Callable[[], tuple[int, ...]]


def address_of(shop: Shop, row: OrderRow) -> AddressRow:
    return shop.session.scalars(
        select(AddressRow).where(AddressRow.shop_id == shop.id, AddressRow.id == row.address_id)
    ).one()


def test_a_confirmed_order_is_written_down_and_can_wait_again(
    shop: Shop, order_row: Row, written: Written
) -> None:
    shop.order("1042", status=OrderStatus.PENDING)
    ctx, before = shop.context(), written()
    change = orders.confirm(ctx, "1042")
    assert (change.before, change.after) == ({"status": "Pending"}, {"status": "Confirmed"})
    assert order_row("1042").status == "Confirmed"
    assert [now - was for was, now in zip(before, written(), strict=True)] == [1, 1, 1, 0, 0]
    orders.undo_confirm(ctx, change)
    assert order_row("1042").status == "Pending"


def test_a_prepaid_order_that_was_not_paid_is_confirmed_with_a_warning(shop: Shop) -> None:
    shop.order(
        "1042", status=OrderStatus.PENDING, payment=PaymentMethod.UPI, paid=PaymentStatus.PENDING
    )
    change = orders.plan_confirm(shop.context(), "1042")
    assert change.warnings == ("₹799 is not paid yet. A payment link asks for it.",)


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (OrderStatus.CONFIRMED, "confirmed already"),
        (OrderStatus.ON_HOLD, "Take it off hold first"),
        (OrderStatus.SHIPPED, "past confirming"),
    ],
)
def test_only_what_waits_is_confirmed(
    shop: Shop, written: Written, status: OrderStatus, why: str
) -> None:
    shop.order("1042", status=status)
    before = written()
    with pytest.raises(Refused, match=why):
        orders.confirm(shop.context(), "1042")
    assert written() == before


def test_a_released_order_goes_on_from_where_it_was_held(shop: Shop, order_row: Row) -> None:
    shop.order("1042", status=OrderStatus.PENDING)
    ctx = shop.context()
    orders.confirm(ctx, "1042")
    orders.hold(ctx, "1042", "address doubtful")
    shop.session.flush()
    change = orders.release(ctx, "1042")
    assert change.after == {"status": "Confirmed", "hold_reason": None}
    orders.undo_release(ctx, change)
    row = order_row("1042")
    assert (row.status, row.hold_reason) == ("OnHold", "address doubtful")


def test_what_was_held_before_anybody_confirmed_it_waits_for_that(shop: Shop) -> None:
    order = shop.order("1042", status=OrderStatus.ON_HOLD)
    history = shop.session.scalars(
        select(OrderHistoryRow).where(
            OrderHistoryRow.shop_id == shop.id, OrderHistoryRow.order_id == order.id
        )
    )
    for row in history:
        row.status = OrderStatus.ON_HOLD.value
    assert orders.release(shop.context(), "1042").after["status"] == "Pending"


def test_an_order_that_is_not_held_is_not_released(shop: Shop, written: Written) -> None:
    shop.order("1042")
    before = written()
    with pytest.raises(Refused, match="not on hold"):
        orders.release(shop.context(), "1042")
    assert written() == before


def test_a_note_stands_under_the_notes_there_are_and_can_be_taken_away(
    shop: Shop, order_row: Row
) -> None:
    shop.order("1042").note = "gift wrap"
    ctx = shop.context()
    change = orders.add_note(ctx, "1042", "  call before   delivery\u202e ")
    assert order_row("1042").note == "gift wrap\ncall before delivery"
    orders.undo_note(ctx, change)
    assert order_row("1042").note == "gift wrap"


def test_a_note_that_somebody_went_on_with_is_not_taken_away(shop: Shop, order_row: Row) -> None:
    shop.order("1042")
    ctx = shop.context()
    first = orders.add_note(ctx, "1042", "one")
    orders.add_note(ctx, "1042", "two")
    with pytest.raises(Refused, match="moved on"):
        orders.undo_note(ctx, first)
    assert order_row("1042").note == "one\ntwo"


def test_notes_have_an_end(shop: Shop, order_row: Row) -> None:
    shop.order("1042").note = "x" * 1_990
    with pytest.raises(Refused, match="9 letters are left"):
        orders.add_note(shop.context(), "1042", "much too long")
    assert order_row("1042").note == "x" * 1_990


def test_a_new_address_is_this_orders_alone(shop: Shop, order_row: Row) -> None:
    asha = shop.customer("Asha Rao")
    home = shop.address(asha)
    shop.order("1042", customer=asha, address=home)
    shop.order("1043", customer=asha, address=home)
    wanted = Correction(line1="7 FC Road", pincode="411 004", phone="98220 12345")
    ctx = shop.context()
    change = orders.change_address(ctx, "1042", wanted)
    assert change.after == {
        "line1": "7 FC Road", "pincode": "411004", "phone": "+919822012345",
    }  # fmt: skip
    assert address_of(shop, order_row("1042")).line1 == "7 FC Road"
    assert order_row("1043").address_id == home.id
    orders.undo_address(ctx, change)
    assert order_row("1042").address_id == home.id


def test_a_city_and_its_pincode_bring_their_state(shop: Shop, order_row: Row) -> None:
    shop.order("1042")
    wanted = Correction(line1="5 Brigade Road", city="Bengaluru", pincode="560001")
    orders.change_address(shop.context(), "1042", wanted)
    moved = address_of(shop, order_row("1042"))
    assert (moved.city, moved.state, moved.pincode) == ("Bengaluru", "Karnataka", "560001")


def test_a_booked_parcel_is_warned_of(shop: Shop) -> None:
    shop.parcel(shop.order("1042"), awb="AWB1", status=ShipmentStatus.CREATED)
    change = orders.plan_address(shop.context(), "1042", Correction(line1="7 FC Road"))
    assert ["AWB1" in warning for warning in change.warnings] == [True]


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (Correction(pincode="560001"), "lies in Karnataka, not in Maharashtra"),
        (Correction(pincode="012345"), "not a pincode"),
        (Correction(phone="12"), "not a phone number"),
        (Correction(line1=" "), "cannot be empty"),
        (Correction(city="Pune"), "goes there already"),
    ],
)
def test_an_address_that_cannot_be_is_refused(
    shop: Shop, order_row: Row, written: Written, wanted: Correction, why: str
) -> None:
    home = shop.order("1042").address_id
    before = written()
    with pytest.raises(Refused, match=why):
        orders.change_address(shop.context(), "1042", wanted)
    assert (written(), order_row("1042").address_id) == (before, home)


def test_what_the_courier_has_keeps_its_address(shop: Shop, order_row: Row) -> None:
    order = shop.order("1042", status=OrderStatus.SHIPPED)
    shop.parcel(order)
    home = order.address_id
    with pytest.raises(Refused, match="with the courier"):
        orders.change_address(shop.context(), "1042", Correction(line1="7 FC Road"))
    assert order_row("1042").address_id == home


def test_nobody_changes_another_shops_order(shop: Shop, other_shop: Shop) -> None:
    theirs = other_shop.order("1042", status=OrderStatus.PENDING)
    ctx = shop.context()
    attempts: tuple[Callable[[], object], ...] = (
        lambda: orders.confirm(ctx, "1042"),
        lambda: orders.add_note(ctx, "1042", "x"),
        lambda: orders.change_address(ctx, "1042", Correction(line1="x")),
        lambda: orders.refund(ctx, "1042"),
        lambda: orders.send_link(ctx, "1042"),
    )
    for attempt in attempts:
        with pytest.raises(NotFound):
            attempt()
    assert (theirs.status, theirs.note) == ("Pending", "")


@pytest.mark.parametrize("role", [Role.VIEWER, Role.NDR_AGENT, Role.CUSTOMER])
def test_who_may_not_write_changes_nothing(shop: Shop, written: Written, role: Role) -> None:
    buyer = shop.customer()
    shop.order("1042", customer=buyer, status=OrderStatus.PENDING)
    before = written()
    ctx = shop.context(shop.actor(role, customer=buyer if role is Role.CUSTOMER else None))
    attempts: tuple[Callable[[], object], ...] = (
        lambda: orders.confirm(ctx, "1042"),
        lambda: orders.release(ctx, "1042"),
        lambda: orders.add_note(ctx, "1042", "x"),
        lambda: orders.change_address(ctx, "1042", Correction(line1="x")),
        lambda: orders.refund(ctx, "1042"),
        lambda: orders.send_link(ctx, "1042"),
    )
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()
    assert written() == before
