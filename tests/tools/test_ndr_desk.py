"""The board, whose a parcel is, calls, messages to customers and disputes, as they come out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from commerce.access import PERMISSIONS, Actor, Role
from commerce.context import Context
from commerce.db.tables import (
    AuditRow,
    CustomerRow,
    NdrActionRow,
    NdrCaseRow,
    OutboxRow,
    ScanRow,
    ShipmentRow,
)
from commerce.errors import NotAllowed, NotFound, Refused
from commerce.ports import CourierAction, Ports
from commerce.vocabulary import (
    CourierType,
    NdrReason,
    NdrStatus,
    OrderStatus,
    PaymentMethod,
    ShipmentStatus,
)
from integrations.demo_courier import DemoCourier
from tests.builders import Shop
from tools.base import ToolResult, allowed
from tools.cards import BoardCard
from tools.ndr import request_reattempt
from tools.ndr_board import ndr_board
from tools.ndr_desk import assign_ndr, log_call, message_customer, report_fake_attempt


class Postbox:
    """A messenger that keeps what it was given."""

    def send(self, letter: object) -> str:
        return "kept"


PORTS = Ports(couriers={"*": DemoCourier()}, messengers={"*": Postbox()})
WRITES = (assign_ndr, log_call, message_customer, report_fake_attempt)
ARGUMENTS: dict[str, dict[str, Any]] = {
    "assign_ndr": {"assignee": "me"},
    "log_call": {"outcome": "WillAccept"},
    "message_customer": {},
    "report_fake_attempt": {},
}


@pytest.fixture
def desk(shop: Shop) -> Shop:
    return shop.with_ports(PORTS)


def _case(
    shop: Shop, number: str = "1042", *, language: str = "en", total: int = 799,
    reason: NdrReason = NdrReason.CUSTOMER_NOT_AVAILABLE,
    courier: CourierType = CourierType.XPRESSBEES, raw_code: str = "2", **more: Any,
) -> tuple[CustomerRow, ShipmentRow, NdrCaseRow]:  # fmt: skip
    customer = shop.customer(f"Asha {number}", phone="+919812345678", language=language)
    order = shop.order(
        number, customer=customer, total=total, status=OrderStatus.SHIPPED,
        placed_at=shop.now - timedelta(days=4),
    )  # fmt: skip
    parcel = shop.parcel(order, status=ShipmentStatus.DELIVERY_FAILED, attempts=1, courier=courier)
    return customer, parcel, shop.ndr_case(parcel, reason=reason, raw_code=raw_code, **more)


def _run(tool, ctx: Context, **arguments: object) -> ToolResult:  # type: ignore[no-untyped-def]
    result = tool.run(ctx, tool.arguments.model_validate(arguments))
    assert isinstance(result, ToolResult)
    return result


def _preview(tool, ctx: Context, **arguments: object) -> Any:  # type: ignore[no-untyped-def]
    return tool.preview(ctx, tool.arguments.model_validate(arguments))


def _written(shop: Shop) -> int:
    shop.session.flush()
    return sum(
        shop.session.scalar(select(func.count()).select_from(table).where(table.shop_id == shop.id))
        or 0
        for table in (NdrActionRow, OutboxRow, AuditRow)
    )


def _went_out(shop: Shop, parcel: ShipmentRow, before: timedelta) -> None:
    shop.session.add(
        ScanRow(
            shop_id=shop.id, shipment_id=parcel.id, at=shop.now - timedelta(hours=6) - before,
            status=ShipmentStatus.OUT_FOR_DELIVERY.value, raw_code="", raw_text="", location="",
        )
    )  # fmt: skip
    shop.session.flush()


# -- the board -----------------------------------------------------------------------------------


def test_every_case_stands_in_one_column_by_how_far_it_is(desk: Shop) -> None:
    statuses = {
        "1": NdrStatus.OPEN, "2": NdrStatus.ASSIGNED, "3": NdrStatus.CUSTOMER_CONTACTED,
        "4": NdrStatus.REATTEMPT_SCHEDULED, "5": NdrStatus.REATTEMPT_IN_PROGRESS,
        "6": NdrStatus.ESCALATED, "7": NdrStatus.CLOSED_DELIVERED, "8": NdrStatus.RTO_INITIATED,
        "9": NdrStatus.CLOSED_ADDRESS_UPDATED,
    }  # fmt: skip
    for number, status in statuses.items():
        _case(desk, number, status=status, total=100)
    result = _run(ndr_board, desk.context())
    columns = {column["column"]: column for column in result.facts["columns"]}
    assert {name: sorted(p["order"] for p in c["parcels"]) for name, c in columns.items()} == {
        "untouched": ["1", "2"], "contacted": ["3"], "scheduled": ["4", "5"],
        "escalated": ["6"], "closed": ["7", "8", "9"],
    }  # fmt: skip
    assert (result.facts["open"], result.facts["value_rupees"]) == (6, 600)
    assert result.says == (
        "6 open NDR, worth ₹600: 2 to do, 1 contacted, 2 with a reattempt asked for, 1 escalated."
    )


def test_a_long_column_shows_the_first_and_lists_the_rest_at_a_press(desk: Shop) -> None:
    for number in ("1", "2", "3"):
        _case(desk, number, courier=CourierType.DTDC)
    _case(desk, "4", courier=CourierType.DELHIVERY, raw_code="EOD-11")
    card = _run(ndr_board, desk.context(), courier="dtdc", limit=2).cards[0]
    assert isinstance(card, BoardCard)
    column = card.columns[0]
    assert (column.id, column.label, column.count, column.value) == (
        "untouched", "To do", 3, "₹2,397",
    )  # fmt: skip
    assert len(column.items) == 2
    assert column.more is not None
    assert column.more.tap is not None
    assert column.more.tap.arguments == {"courier": "dtdc", "status": "untouched", "limit": 50}


def test_each_person_has_a_board_of_their_own(desk: Shop) -> None:
    kavita = desk.person(Role.NDR_AGENT, name="Kavita Joshi")
    _case(desk, "1", assignee=kavita)
    _case(desk, "2")
    result = _run(ndr_board, desk.context(), assignee="kavita")
    assert [mention.label for mention in result.mentions] == ["1"]
    assert result.says == "Kavita Joshi: 1 open NDR, worth ₹799: 1 to do."


# -- whose it is ---------------------------------------------------------------------------------


def test_a_case_is_given_to_somebody_and_back(desk: Shop) -> None:
    _, parcel, case = _case(desk)
    kavita = desk.person(Role.NDR_AGENT, name="Kavita Joshi")
    shown = _preview(assign_ndr, desk.context(), parcel="1042", assignee="kavita")
    assert [(line.before, line.after) for line in shown.differences] == [
        ("nobody", "Kavita Joshi"), ("Open", "Assigned"),
    ]  # fmt: skip
    result = _run(assign_ndr, desk.context(), parcel="1042", assignee="kavita")
    assert result.says == f"Parcel {parcel.awb} is with Kavita Joshi now."
    assert (case.assignee_id, case.status) == (kavita.id, "Assigned")
    assert result.change is not None
    assert assign_ndr.undo is not None
    assign_ndr.undo(desk.context(), result.change)
    assert (case.assignee_id, case.status) == (None, "Open")


def test_a_case_that_went_to_somebody_else_since_is_not_taken_back(desk: Shop) -> None:
    _, _, case = _case(desk)
    desk.person(Role.NDR_AGENT, name="Kavita Joshi")
    imran = desk.person(Role.NDR_AGENT, name="Imran Khan")
    result = _run(assign_ndr, desk.context(), parcel="1042", assignee="kavita")
    _run(assign_ndr, desk.context(), parcel="1042", assignee="imran")
    assert result.change is not None
    assert assign_ndr.undo is not None
    with pytest.raises(Refused) as refusal:
        assign_ndr.undo(desk.context(), result.change)
    assert refusal.value.key == "error-ndr-moved-on"
    assert case.assignee_id == imran.id


def test_who_may_not_work_on_parcels_is_given_none(desk: Shop) -> None:
    _, _, case = _case(desk)
    desk.person(Role.VIEWER, name="Rohan Gupta")
    desk.person(Role.NDR_AGENT, name="Kavita Joshi")
    with pytest.raises(Refused) as refusal:
        _run(assign_ndr, desk.context(desk.actor(Role.NDR_AGENT)), parcel="1042", assignee="rohan")
    assert str(refusal.value).startswith(
        "Rohan Gupta may not work on undelivered parcels. Those who may: Kavita Joshi,"
    )
    with pytest.raises(NotFound):
        _run(assign_ndr, desk.context(), parcel="1042", assignee="nobody")
    assert case.assignee_id is None
    assert _written(desk) == 0


def test_of_two_of_one_name_it_is_the_one_who_may(desk: Shop) -> None:
    _, _, case = _case(desk)
    desk.person(Role.VIEWER, name="Priya Das")
    priya = desk.person(Role.NDR_AGENT, name="Priya Sharma")
    _run(assign_ndr, desk.context(), parcel="1042", assignee="priya")
    assert case.assignee_id == priya.id


# -- calls ---------------------------------------------------------------------------------------


def test_a_call_is_written_down_at_once_with_what_comes_next(desk: Shop) -> None:
    _, parcel, case = _case(desk)
    assert not log_call.asks_first
    result = _run(log_call, desk.context(), parcel="1042", outcome="WillAccept", note="after 5")
    assert result.says == (
        f"Written down for parcel {parcel.awb}: the customer will take it. "
        "Next: Ask for another attempt on 23 Nov 2026."
    )
    assert case.status == "CustomerContacted"
    row = desk.session.scalars(select(NdrActionRow).where(NdrActionRow.shop_id == desk.id)).one()
    assert (row.kind, row.outcome, row.remark) == ("PhoneCall", "WillAccept", "after 5")


def test_a_call_nobody_answered_leaves_the_case_where_it_is(desk: Shop) -> None:
    _, _, case = _case(desk)
    _run(log_call, desk.context(), parcel="1042", outcome="NoResponse")
    result = _run(log_call, desk.context(), parcel="1042", outcome="NotReachable")
    assert "2 calls so far." in result.says
    assert case.status == "Open"


def test_a_call_logged_by_mistake_counts_no_more(desk: Shop) -> None:
    _, _, case = _case(desk)
    result = _run(log_call, desk.context(), parcel="1042", outcome="Refuse")
    assert result.change is not None
    assert log_call.undo is not None
    back = log_call.undo(desk.context(), result.change)
    assert back.after == {"status": "Open", "calls": 0, "last_outcome": None}
    assert case.status == "Open"
    row = desk.session.scalars(select(NdrActionRow).where(NdrActionRow.shop_id == desk.id)).one()
    assert (row.kind, row.outcome, row.details) == ("RemarkAdded", None, {"taken_back": "Refuse"})


# -- messages ------------------------------------------------------------------------------------


def test_the_exact_text_is_shown_before_it_is_sent(desk: Shop) -> None:
    _, _, case = _case(desk)
    ctx = replace(desk.context(), shop_name="Rangoli")
    shown = _preview(message_customer, ctx, parcel="1042", channel="whatsapp")
    text = (
        "Hello Asha, this is Rangoli. XpressBees could not deliver your order 1042 (Kurti): nobody "
        "could be met. On which day, and in the morning, afternoon or evening, shall it come "
        "again? Just answer here."
    )
    assert [line.after for line in shown.differences] == [
        "+919812345678", text, "22 Nov 2026, 2:35 pm", "Customer contacted",
    ]  # fmt: skip
    assert _written(desk) == 0
    _run(message_customer, ctx, parcel="1042", channel="whatsapp")
    row = desk.session.scalars(select(OutboxRow).where(OutboxRow.shop_id == desk.id)).one()
    assert (row.port, row.destination, row.status) == ("messenger", "whatsapp", "waiting")
    assert row.next_at == desk.now + timedelta(minutes=5)
    assert row.payload == {
        "channel": "whatsapp", "to": "+919812345678", "text": text, "language": "en",
        "template": "ndr-letter-away",
        "variables": {
            "name": "Asha", "shop": "Rangoli", "order": "1042", "what": "Kurti",
            "courier": "XpressBees", "amount": "₹799",
        },
    }  # fmt: skip
    assert case.status == "CustomerContacted"


def test_the_customer_reads_their_own_language(desk: Shop) -> None:
    _case(desk, language="hi", reason=NdrReason.COD_NOT_READY)
    result = _run(message_customer, desk.context(language="en"), parcel="1042", channel="sms")
    assert "कृपया ₹799 तैयार रखें" in result.facts["text"]


def test_who_has_paid_is_not_asked_for_money(desk: Shop) -> None:
    order = desk.order("1042", payment=PaymentMethod.UPI, status=OrderStatus.SHIPPED)
    parcel = desk.parcel(order, status=ShipmentStatus.DELIVERY_FAILED, attempts=1)
    desk.ndr_case(parcel, reason=NdrReason.COD_NOT_READY)
    result = _run(message_customer, desk.context(), parcel="1042")
    assert "nothing is due at the door" in result.facts["text"]


@pytest.mark.parametrize(
    ("now", "sent"),
    [
        (datetime(2026, 11, 22, 15, 29, tzinfo=UTC), datetime(2026, 11, 23, 3, 30, tzinfo=UTC)),
        (datetime(2026, 11, 22, 22, 0, tzinfo=UTC), datetime(2026, 11, 23, 3, 30, tzinfo=UTC)),
        (datetime(2026, 11, 23, 3, 25, tzinfo=UTC), datetime(2026, 11, 23, 3, 30, tzinfo=UTC)),
    ],
)
def test_nobody_is_written_to_between_nine_in_the_evening_and_nine_in_the_morning(
    desk: Shop, now: datetime, sent: datetime
) -> None:
    _case(desk)
    result = _run(message_customer, desk.at(now).context(), parcel="1042")
    row = desk.session.scalars(select(OutboxRow).where(OutboxRow.shop_id == desk.id)).one()
    assert row.next_at == sent
    assert result.change is not None
    assert result.change.undo_for == sent - now


def test_a_message_is_taken_back_while_it_waits(desk: Shop) -> None:
    _, _, case = _case(desk)
    result = _run(message_customer, desk.context(), parcel="1042")
    assert result.change is not None
    assert message_customer.undo is not None
    message_customer.undo(desk.context(), result.change)
    row = desk.session.scalars(select(OutboxRow).where(OutboxRow.shop_id == desk.id)).one()
    assert (row.status, case.status) == ("withdrawn", "Open")
    _run(message_customer, desk.context(), parcel="1042")
    assert case.status == "CustomerContacted"


def test_nobody_is_written_to_twice_within_hours(desk: Shop) -> None:
    _case(desk)
    _run(message_customer, desk.context(), parcel="1042", channel="whatsapp")
    before = _written(desk)
    with pytest.raises(Refused) as refusal:
        _run(message_customer, desk.context(), parcel="1042", channel="whatsapp")
    assert refusal.value.key == "error-ndr-written-lately"
    assert _written(desk) == before
    later = desk.at(desk.now + timedelta(hours=4))
    _run(message_customer, later.context(), parcel="1042", channel="whatsapp")


@pytest.mark.parametrize(
    ("channel", "key"),
    [("email", "error-ndr-no-email"), ("sms", "error-ndr-no-phone")],
)
def test_who_cannot_be_reached_so_is_not_written_to(desk: Shop, channel: str, key: str) -> None:
    customer = desk.customer(phone="12")
    order = desk.order("1042", customer=customer, status=OrderStatus.SHIPPED)
    desk.ndr_case(desk.parcel(order, status=ShipmentStatus.DELIVERY_FAILED, attempts=1))
    with pytest.raises(Refused) as refusal:
        _run(message_customer, desk.context(), parcel="1042", channel=channel)
    assert refusal.value.key == key
    assert _written(desk) == 0


def test_nothing_is_promised_where_nobody_brings_messages(desk: Shop) -> None:
    _case(desk)
    with pytest.raises(Refused) as refusal:
        _run(message_customer, desk.with_ports(Ports()).context(), parcel="1042")
    assert refusal.value.key == "error-messenger-not-connected"
    assert _written(desk) == 0


# -- disputes ------------------------------------------------------------------------------------


def test_a_failure_minutes_after_going_out_is_disputed_with_the_evidence(desk: Shop) -> None:
    _, parcel, case = _case(desk)
    _went_out(desk, parcel, timedelta(minutes=4))
    shown = _preview(report_fake_attempt, desk.context(), parcel="1042")
    assert [line.after for line in shown.differences] == [
        "disputed", "22 Nov 2026, 8:26 am", "none that we know of",
        "It failed 4 minutes after going out for delivery.", "Escalated",
    ]  # fmt: skip
    result = _run(report_fake_attempt, desk.context(language="hi"), parcel="1042")
    assert case.status == "Escalated"
    assert result.facts["signs"] == ["minutes-out"]
    row = desk.session.scalars(select(OutboxRow).where(OutboxRow.shop_id == desk.id)).one()
    assert row.payload["action"] == CourierAction.REPORT_FAKE_ATTEMPT
    assert row.payload["remark"] == (
        f"Attempt 1 for {parcel.awb}, reported as failed 22 Nov 2026, 8:30 am, is disputed. It "
        "failed 4 minutes after going out for delivery. We know of no call to the customer. "
        "Please check, and try again."
    )


def test_an_attempt_nothing_speaks_against_is_not_disputed(desk: Shop) -> None:
    _, parcel, case = _case(desk)
    _went_out(desk, parcel, timedelta(hours=2))
    with pytest.raises(Refused) as refusal:
        _run(report_fake_attempt, desk.context(), parcel="1042")
    assert str(refusal.value) == (
        f"Nothing we know speaks against XpressBees: it tried parcel {parcel.awb} 22 Nov 2026, "
        "8:30 am, 120 minutes after it went out for delivery. Call the customer; if they would "
        "have taken it, log the call as “will take it”, and it can be reported then."
    )
    assert (case.status, _written(desk)) == ("Open", 0)


def test_what_the_customer_says_is_a_sign(desk: Shop) -> None:
    _, parcel, _ = _case(desk)
    _went_out(desk, parcel, timedelta(hours=2))
    _run(log_call, desk.context(), parcel="1042", outcome="WillAccept")
    result = _run(report_fake_attempt, desk.context(), parcel="1042")
    assert result.facts["signs"] == ["said"]


def test_one_attempt_is_disputed_once_and_the_next_again(desk: Shop) -> None:
    _, parcel, case = _case(desk)
    _went_out(desk, parcel, timedelta(minutes=4))
    _run(report_fake_attempt, desk.context(), parcel="1042")
    with pytest.raises(Refused) as refusal:
        _run(report_fake_attempt, desk.context(), parcel="1042")
    assert refusal.value.key == "error-ndr-disputed-already"
    case.attempts = 2
    _run(report_fake_attempt, desk.context(), parcel="1042")


def test_a_dispute_and_a_reattempt_go_side_by_side(desk: Shop) -> None:
    _, parcel, case = _case(desk)
    _went_out(desk, parcel, timedelta(minutes=4))
    disputed = _run(report_fake_attempt, desk.context(), parcel="1042")
    _run(request_reattempt, desk.context(), parcel="1042", on="2026-11-23")
    waiting = desk.session.scalars(
        select(OutboxRow.status).where(OutboxRow.shop_id == desk.id).order_by(OutboxRow.id)
    ).all()
    assert waiting == ["waiting", "waiting"]
    assert disputed.change is not None
    assert report_fake_attempt.undo is not None
    with pytest.raises(Refused):
        report_fake_attempt.undo(desk.context(), disputed.change)
    assert case.status == "ReattemptScheduled"


def test_a_dispute_is_taken_back_while_the_courier_does_not_know(desk: Shop) -> None:
    _, parcel, case = _case(desk)
    _went_out(desk, parcel, timedelta(minutes=4))
    result = _run(report_fake_attempt, desk.context(), parcel="1042")
    assert result.change is not None
    assert report_fake_attempt.undo is not None
    back = report_fake_attempt.undo(desk.context(), result.change)
    assert back.after == {"status": "Open", "dispute": None}
    row = desk.session.scalars(select(OutboxRow).where(OutboxRow.shop_id == desk.id)).one()
    assert (row.status, case.status) == ("withdrawn", "Open")


# -- who may -------------------------------------------------------------------------------------


def test_only_those_who_work_on_parcels_are_offered_this() -> None:
    def names(role: Role) -> set[str]:
        actor = Actor(
            shop_id=1, person_id=1, name="", role=role, permissions=PERMISSIONS[role],
            customer_id=7 if role is Role.CUSTOMER else None,
        )  # fmt: skip
        return set(allowed((*WRITES, ndr_board), actor))

    assert names(Role.NDR_AGENT) == {*ARGUMENTS, "ndr_board"}
    assert names(Role.VIEWER) == {"ndr_board"}
    assert names(Role.CUSTOMER) == set()


@pytest.mark.parametrize("tool", WRITES, ids=lambda tool: tool.name)
def test_another_shops_parcel_does_not_exist(desk: Shop, other_shop: Shop, tool: Any) -> None:
    _, parcel, case = _case(other_shop)
    arguments = {"parcel": parcel.awb, **ARGUMENTS[tool.name]}
    with pytest.raises(NotFound):
        _run(tool, desk.context(), **arguments)
    with pytest.raises(NotAllowed):
        _run(tool, desk.context(desk.actor(Role.VIEWER)), **arguments)
    assert case.status == "Open"
    assert _written(other_shop) + _written(desk) == 0


@pytest.mark.parametrize("tool", WRITES, ids=lambda tool: tool.name)
def test_a_settled_case_is_left_alone(desk: Shop, tool: Any) -> None:
    _case(desk, status=NdrStatus.CLOSED_DELIVERED)
    with pytest.raises(Refused):
        _run(tool, desk.context(), parcel="1042", **ARGUMENTS[tool.name])
    assert _written(desk) == 0
