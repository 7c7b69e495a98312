"""Many undelivered parcels under one yes."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from commerce.access import Role
from commerce.approvals import bulk
from commerce.db.tables import NdrActionRow, NdrCaseRow, OutboxRow
from commerce.errors import NotAllowed, Refused
from commerce.ports import Ports
from commerce.vocabulary import CourierType, NdrReason, NdrStatus, OrderStatus, ShipmentStatus
from integrations.demo_courier import DemoCourier
from tests.builders import Shop
from tools.base import Preview, Tool, ToolResult
from tools.ndr_many import assign_ndrs, request_reattempts

MONDAY = "2026-11-23"


@pytest.fixture
def desk(shop: Shop) -> Shop:
    return shop.with_ports(Ports(couriers={"*": DemoCourier()}))


def _case(
    shop: Shop, number: str, *, courier: CourierType = CourierType.XPRESSBEES, city: str = "Pune",
    attempts: int = 1, **more: Any,
) -> NdrCaseRow:  # fmt: skip
    customer = shop.customer()
    order = shop.order(
        number, customer=customer, address=shop.address(customer, city=city), total=1000,
        status=OrderStatus.SHIPPED, placed_at=shop.now - timedelta(days=4),
    )  # fmt: skip
    parcel = shop.parcel(
        order, awb=f"AWB{number}", status=ShipmentStatus.DELIVERY_FAILED, courier=courier,
        attempts=attempts,
    )  # fmt: skip
    return shop.ndr_case(parcel, raw_code="2", attempts=attempts, **more)


def _preview(shop: Shop, tool: Tool, **arguments: Any) -> Preview:
    assert tool.preview is not None
    return tool.preview(shop.context(), tool.arguments.model_validate(arguments))


def _run(shop: Shop, tool: Tool, shown: Preview) -> ToolResult:
    return tool.run(shop.context(), tool.arguments.model_validate(shown.arguments))


def _actions(shop: Shop) -> int:
    statement = select(func.count(NdrActionRow.id)).where(NdrActionRow.shop_id == shop.id)
    return shop.session.scalar(statement) or 0


def test_all_of_one_courier_go_to_one_person_and_back(desk: Shop) -> None:
    priya = desk.person(Role.NDR_AGENT, name="Priya Sharma")
    mine, other = _case(desk, "1", courier=CourierType.BLUE_DART), _case(desk, "2")
    hers = _case(desk, "3", courier=CourierType.BLUE_DART, assignee=priya)
    shown = _preview(desk, assign_ndrs, assignee="priya", courier="bluedart")
    assert shown.title == "Give 1 parcel, worth ₹1,000, to Priya Sharma"
    assert [(line.label, line.after) for line in shown.differences] == [
        ("AWB1", "Priya Sharma"), ("Left as they are", "1 theirs already (AWB3)"),
    ]  # fmt: skip
    assert _actions(desk) == 0
    result = _run(desk, assign_ndrs, shown)
    assert [case.assignee_id for case in (mine, other, hers)] == [priya.id, None, priya.id]
    assert result.says == "1 parcel given to Priya Sharma."
    assert result.change is not None
    assert assign_ndrs.undo is not None
    assign_ndrs.undo(desk.context(), result.change)
    assert [case.assignee_id for case in (mine, other, hers)] == [None, None, priya.id]


def test_a_day_is_asked_for_where_couriers_still_try(desk: Shop) -> None:
    first = _case(desk, "1")
    _case(desk, "2", attempts=3)
    _case(desk, "3", city="Jaipur")
    _case(desk, "4", reason=NdrReason.CUSTOMER_REFUSED)
    shown = _preview(
        desk, request_reattempts, on=MONDAY, place="pune", reason="CustomerNotAvailable"
    )
    assert shown.title == "Try 1 parcel, worth ₹1,000, again on 23 Nov 2026"
    result = _run(desk, request_reattempts, shown)
    assert result.facts["changed"] == ["AWB1"]
    assert (first.status, first.reattempt_on) == ("ReattemptScheduled", MONDAY)
    told = desk.session.scalars(select(OutboxRow).where(OutboxRow.shop_id == desk.id)).all()
    assert [row.payload["awb"] for row in told] == ["AWB1"]


def test_what_moved_after_it_was_shown_is_left_alone(desk: Shop) -> None:
    first, second = _case(desk, "1"), _case(desk, "2")
    shown = _preview(desk, request_reattempts, on=MONDAY)
    first.status = NdrStatus.ESCALATED.value
    _case(desk, "3")
    result = _run(desk, request_reattempts, shown)
    assert result.facts["changed"] == ["AWB2"]
    assert (first.status, second.status) == ("Escalated", "ReattemptScheduled")


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [(assign_ndrs, {"assignee": "me"}), (request_reattempts, {"on": MONDAY})],
    ids=["assign_ndrs", "request_reattempts"],
)
def test_nothing_happens_to_another_shops_or_for_a_viewer(
    desk: Shop, other_shop: Shop, tool: Tool, arguments: dict[str, Any]
) -> None:
    theirs = _case(other_shop, "1")
    assert tool.preview is not None
    args = tool.arguments.model_validate(arguments)
    with pytest.raises(Refused) as refusal:
        tool.preview(desk.context(), args)
    assert refusal.value.key == "error-ndr-none-fit"
    pinned = tool.arguments.model_validate({**arguments, "as_shown": {"AWB1": "Open - -"}})
    with pytest.raises(Refused):
        tool.run(desk.context(), pinned)
    with pytest.raises(NotAllowed):
        tool.preview(desk.with_ports(desk.ports).context(desk.actor(Role.CUSTOMER)), args)
    assert theirs.status == "Open"
    assert _actions(other_shop) == 0


def test_more_than_one_yes_may_change_is_refused(
    desk: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "MOST_AT_ONCE", 1)
    _case(desk, "1")
    _case(desk, "2")
    with pytest.raises(Refused) as refusal:
        _preview(desk, request_reattempts, on=MONDAY)
    assert refusal.value.key == "error-bulk-too-many"
