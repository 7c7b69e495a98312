"""What customers change about their own orders: the address, not wanting it, paying online."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from commerce.access import Actor, Role
from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    AuditRow,
    CustomerRow,
    HandOverRow,
    NdrCaseRow,
    OrderRow,
    OutboxRow,
)
from commerce.errors import Ambiguous, NotAllowed, NotFound, Refused
from commerce.ports import Ports
from commerce.vocabulary import OrderStatus, PaymentMethod, ShipmentStatus
from integrations.demo_courier import DemoCourier
from tests.builders import Shop
from tools.base import Preview, Tool, ToolResult
from tools.own_changes import correct_address, pay_online, refuse_delivery

STREET = "Flat 4, 22 Park Street, Camp, Pune 411001"
ALL = (correct_address, refuse_delivery, pay_online)
ARGUMENTS: dict[str, dict[str, Any]] = {"correct_address": {"address": STREET}}


@pytest.fixture
def house(shop: Shop) -> Shop:
    return shop.with_ports(Ports(couriers={"*": DemoCourier()}))


@pytest.fixture
def asha(house: Shop) -> CustomerRow:
    return house.customer("Asha Rao", phone="+919812345678")


def _order(
    shop: Shop, customer: CustomerRow, number: str, *, failed: bool = False, sent: bool = False,
    **more: Any,
) -> OrderRow:  # fmt: skip
    status = OrderStatus.SHIPPED if failed or sent else OrderStatus.CONFIRMED
    order = shop.order(number, customer=customer, status=status, **more)
    if failed:
        parcel = shop.parcel(order, status=ShipmentStatus.DELIVERY_FAILED, attempts=1)
        shop.ndr_case(parcel)
    elif sent:
        shop.parcel(order)
    return order


def _as(shop: Shop, customer: CustomerRow) -> Context:
    actor: Actor = shop.actor(Role.CUSTOMER, customer=customer)
    return replace(shop.context(actor), conversation_id="c1")


def _preview(tool: Tool, ctx: Context, **arguments: Any) -> Preview:
    assert tool.preview is not None
    args = {**ARGUMENTS.get(tool.name, {}), **arguments}
    return tool.preview(ctx, tool.arguments.model_validate(args))


def _run(tool: Tool, ctx: Context, **arguments: Any) -> ToolResult:
    args = {**ARGUMENTS.get(tool.name, {}), **arguments}
    return tool.run(ctx, tool.arguments.model_validate(args))


def _undo(tool: Tool, ctx: Context, result: ToolResult) -> None:
    assert tool.undo is not None
    assert result.change is not None
    tool.undo(ctx, result.change)


def _audited(shop: Shop) -> int:
    shop.session.flush()
    statement = select(func.count(AuditRow.id)).where(AuditRow.shop_id == shop.id)
    return shop.session.scalar(statement) or 0


def _address(shop: Shop, order: OrderRow) -> AddressRow:
    shop.session.flush()
    return shop.session.scalars(
        select(AddressRow).where(AddressRow.shop_id == shop.id, AddressRow.id == order.address_id)
    ).one()


def test_an_order_that_has_not_left_goes_to_the_right_address(
    house: Shop, asha: CustomerRow
) -> None:
    order, ctx = _order(house, asha, "1042"), _as(house, asha)
    shown = _preview(correct_address, ctx, landmark="near SBI")
    assert [(line.label, line.before, line.after) for line in shown.differences] == [
        ("Address", "12 MG Road", "Flat 4, 22 Park Street, Camp"), ("Landmark", "", "near SBI"),
    ]  # fmt: skip
    result = _run(correct_address, ctx, landmark="near SBI")
    assert result.says == "Order 1042 goes to the right address now."
    address = _address(house, order)
    assert (address.line1, address.landmark, address.pincode) == (
        "Flat 4, 22 Park Street, Camp", "near SBI", "411001",
    )  # fmt: skip
    _undo(correct_address, ctx, result)
    assert _address(house, order).line1 == "12 MG Road"


def test_after_a_failed_delivery_the_courier_is_asked_to_come_there(
    house: Shop, asha: CustomerRow
) -> None:
    _order(house, asha, "1042", failed=True)
    ctx = _as(house, asha)
    result = _run(correct_address, ctx, phone="98123 45679")
    row = house.session.scalars(select(OutboxRow).where(OutboxRow.shop_id == house.id)).one()
    assert (row.payload["action"], row.payload["address"], row.payload["phone"]) == (
        "reattempt", STREET, "+919812345679",
    )  # fmt: skip
    assert row.payload["on"] == "2026-11-23"
    _undo(correct_address, ctx, result)
    status = select(OutboxRow.status).where(OutboxRow.shop_id == house.id)
    assert house.session.scalars(status).one() == "withdrawn"


@pytest.mark.parametrize("tool", [correct_address, refuse_delivery], ids=lambda t: t.name)
def test_what_is_on_the_road_goes_to_a_person(house: Shop, asha: CustomerRow, tool: Tool) -> None:
    order, ctx = _order(house, asha, "1042", sent=True), _as(house, asha)
    assert _preview(tool, ctx).change.undo_for is None
    result = _run(tool, ctx)
    assert result.facts["a_person_was_asked"] is True
    asked = house.session.scalars(select(HandOverRow).where(HandOverRow.shop_id == house.id)).one()
    assert "1042" in asked.reason
    assert order.status == "Shipped"


def test_another_pincode_is_another_parcel(house: Shop, asha: CustomerRow) -> None:
    order, ctx = _order(house, asha, "1042"), _as(house, asha)
    with pytest.raises(Refused) as refusal:
        _run(correct_address, ctx, address="22 Park Street, Kolkata 700016")
    assert refusal.value.key == "error-own-other-pincode"
    assert _address(house, order).line1 == "12 MG Road"
    assert _audited(house) == 0


def test_an_order_that_has_not_left_is_cancelled_when_it_is_not_wanted(
    house: Shop, asha: CustomerRow
) -> None:
    order = _order(house, asha, "1042", payment=PaymentMethod.UPI)
    ctx = _as(house, asha)
    shown = _preview(refuse_delivery, ctx)
    assert shown.title == "Cancel your order 1042"
    assert shown.change.warnings == (
        "You have paid ₹799. The money does not come back by itself: the shop looks at it once "
        "the order is back or cancelled.",
    )
    result = _run(refuse_delivery, ctx, reason="bought elsewhere")
    assert (order.status, order.cancel_reason) == ("Cancelled", "bought elsewhere")
    _undo(refuse_delivery, ctx, result)
    assert order.status == "Confirmed"


def test_after_a_failed_delivery_it_comes_back_when_it_is_not_wanted(
    house: Shop, asha: CustomerRow
) -> None:
    order, ctx = _order(house, asha, "1042", failed=True), _as(house, asha)
    result = _run(refuse_delivery, ctx)
    row = house.session.scalars(select(OutboxRow).where(OutboxRow.shop_id == house.id)).one()
    assert (row.payload["action"], order.status) == ("return_to_origin", "RTO")
    assert result.change is not None
    assert result.change.warnings == ()
    _undo(refuse_delivery, ctx, result)
    assert order.status == "Shipped"


def test_of_several_orders_it_asks_which(house: Shop, asha: CustomerRow) -> None:
    _order(house, asha, "1042")
    _order(house, asha, "1043", failed=True)
    ctx = _as(house, asha)
    with pytest.raises(Ambiguous) as question:
        _preview(refuse_delivery, ctx)
    assert {number for number, _ in question.value.choices} == {"1042", "1043"}
    assert _preview(refuse_delivery, ctx, parcel="1042").title == "Cancel your order 1042"


@pytest.mark.parametrize(
    ("status", "key"),
    [
        (OrderStatus.DELIVERED, "error-own-delivered"),
        (OrderStatus.CANCELLED, "error-own-called-off"),
        (OrderStatus.RTO, "error-own-going-back"),
    ],
)
def test_what_is_over_stays_so(
    house: Shop, asha: CustomerRow, status: OrderStatus, key: str
) -> None:
    house.order("1042", customer=asha, status=status)
    with pytest.raises(Refused) as refusal:
        _run(refuse_delivery, _as(house, asha), parcel="1042")
    assert refusal.value.key == key
    with pytest.raises(Refused) as none_open:
        _run(refuse_delivery, _as(house, asha))
    assert none_open.value.key == "error-own-nothing-open"


@pytest.mark.parametrize("tool", ALL, ids=lambda t: t.name)
def test_another_customers_order_does_not_exist(
    house: Shop, asha: CustomerRow, tool: Tool, other_shop: Shop
) -> None:
    theirs = _order(house, house.customer("Ravi Kumar"), "2042")
    elsewhere = _order(other_shop, other_shop.customer("Asha Rao"), "3042")
    ctx = _as(house, asha)
    for number in ("2042", "3042"):
        with pytest.raises(NotFound):
            _preview(tool, ctx, parcel=number)
        with pytest.raises(NotFound):
            _run(tool, ctx, parcel=number)
    assert {theirs.status, elsewhere.status} == {"Confirmed"}
    assert _audited(house) + _audited(other_shop) == 0


@pytest.mark.parametrize("tool", ALL, ids=lambda t: t.name)
def test_staff_have_tools_of_their_own(house: Shop, asha: CustomerRow, tool: Tool) -> None:
    _order(house, asha, "1042")
    assert not tool.open_to(house.actor(Role.OWNER))
    with pytest.raises(NotAllowed):
        _run(tool, house.context(), parcel="1042")


class Provider:
    """A payment provider that takes everything."""

    def refund(self, refund: object) -> str:
        return "r"

    def send_link(self, link: object) -> str:
        return "l"

    def close_link(self, closing: object) -> str:
        return "c"

    def link_state(self, key: str) -> Any:
        raise AssertionError


def test_cash_becomes_a_link_to_the_customers_own_number(house: Shop, asha: CustomerRow) -> None:
    order = _order(house, asha, "1042", failed=True)
    paying = house.with_ports(Ports(couriers={"*": DemoCourier()}, payments=Provider()))
    ctx = _as(paying, asha)
    shown = _preview(pay_online, ctx)
    assert [line.after for line in shown.differences] == ["₹799", "+919812345678"]
    assert shown.change.warnings == (
        "Until the payment has come, the courier still asks for cash at the door.",
    )
    _run(pay_online, ctx)
    row = house.session.scalars(select(OutboxRow).where(OutboxRow.shop_id == house.id)).one()
    assert row.port == "payments"
    assert order.payment_status == "CODPending"


def test_where_nobody_takes_payments_none_is_promised(house: Shop, asha: CustomerRow) -> None:
    _order(house, asha, "1042")
    with pytest.raises(Refused) as refusal:
        _preview(pay_online, _as(house, asha))
    assert refusal.value.key == "error-payments-not-connected"


def test_two_cases_of_one_order_are_reached_by_their_awb(house: Shop, asha: CustomerRow) -> None:
    order = _order(house, asha, "1042", failed=True)
    other = house.parcel(order, status=ShipmentStatus.DELIVERY_FAILED, attempts=1)
    case: NdrCaseRow = house.ndr_case(other, opened=timedelta(hours=1))
    _run(refuse_delivery, _as(house, asha), parcel=other.awb)
    assert case.status == "RTOInitiated"
