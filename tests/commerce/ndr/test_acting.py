"""Asking couriers to try again or to bring back, and taking that back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from commerce import ndr, orders, parcels
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import (
    AuditRow,
    CustomerRow,
    EventRow,
    NdrActionRow,
    NdrCaseRow,
    OrderHistoryRow,
    OrderRow,
    OutboxRow,
    ShipmentRow,
)
from commerce.errors import Ambiguous, NotAllowed, NotFound, Refused, Rejected
from commerce.ndr import Reattempt
from commerce.ports import CourierAction, Instruction, Ports
from commerce.vocabulary import (
    CourierType,
    DeliverySlot,
    NdrActionType,
    NdrOutcome,
    NdrReason,
    NdrStatus,
    OrderStatus,
    ShipmentStatus,
)
from tests.builders import Shop

MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)


def _waiting(
    shop: Shop, number: str = "1042", *, courier: CourierType = CourierType.XPRESSBEES,
    raw_code: str = "2", **case: object,
) -> tuple[OrderRow, ShipmentRow, NdrCaseRow]:  # fmt: skip
    order = shop.order(number, status=OrderStatus.SHIPPED, placed_at=shop.now - timedelta(days=4))
    attempts = case.get("attempts", 1)
    assert isinstance(attempts, int)
    parcel = shop.parcel(
        order, status=ShipmentStatus.DELIVERY_FAILED, attempts=attempts, courier=courier
    )
    return order, parcel, shop.ndr_case(parcel, raw_code=raw_code, **case)  # type: ignore[arg-type]


def _written(shop: Shop) -> dict[str, int]:
    tables = (NdrActionRow, OutboxRow, EventRow, AuditRow)
    return {
        table.__tablename__: shop.session.scalar(
            select(func.count()).select_from(table).where(table.shop_id == shop.id)
        )
        or 0
        for table in tables
    }


NOTHING = {"ndr_actions": 0, "outbox": 0, "events": 0, "audit_log": 0}


def test_a_reattempt_is_written_down_and_waits_for_the_courier(connected: Shop) -> None:
    shop = connected
    _, parcel, case = _waiting(shop)
    wish = Reattempt(
        on=MONDAY, slot=DeliverySlot.EVENING, phone="98123 45678", landmark="near the temple"
    )
    change = ndr.reattempt(shop.context(), "#1042", wish)
    assert (change.subject, change.before, change.after) == (
        parcel.awb,
        {"status": "Open", "reattempt_on": None, "reattempt_slot": None},
        {"status": "ReattemptScheduled", "reattempt_on": "2026-11-23", "reattempt_slot": "evening"},
    )
    assert (case.status, case.reattempt_on) == ("ReattemptScheduled", "2026-11-23")
    row = shop.session.scalars(select(OutboxRow).where(OutboxRow.shop_id == shop.id)).one()
    assert (row.destination, row.status, row.next_at) == (
        "XpressBees", "waiting", shop.now + timedelta(minutes=15),
    )  # fmt: skip
    assert row.payload == {
        "awb": parcel.awb, "action": "reattempt", "on": "2026-11-23", "slot": "evening",
        "phone": "+919812345678", "landmark": "near the temple", "address": None, "remark": "",
    }  # fmt: skip
    assert _written(shop) == {"ndr_actions": 1, "outbox": 1, "events": 1, "audit_log": 1}


def test_planning_changes_nothing(connected: Shop) -> None:
    _, parcel, case = _waiting(connected)
    ndr.plan_reattempt(connected.context(), parcel.awb, Reattempt(on=MONDAY))
    ndr.plan_return(connected.context(), parcel.awb)
    connected.session.flush()
    assert case.status == "Open"
    assert _written(connected) == NOTHING


@pytest.mark.parametrize(
    ("facts", "day", "key"),
    [
        ({"attempts": 3}, MONDAY, "error-ndr-no-attempt-left"),
        ({"raw_code": "111"}, MONDAY, "error-ndr-refusal-verified"),
        ({"status": NdrStatus.CLOSED_DELIVERED}, MONDAY, "error-ndr-closed"),
        ({"status": NdrStatus.RTO_INITIATED}, MONDAY, "error-ndr-returning"),
        ({"status": NdrStatus.REATTEMPT_IN_PROGRESS}, MONDAY, "error-ndr-under-way"),
        ({}, date(2026, 11, 22), "error-ndr-day-too-soon"),
        ({}, date(2026, 11, 1), "error-ndr-day-too-soon"),
        ({}, date(2026, 11, 26), "error-ndr-day-too-late"),
        ({"attempts": 2}, date(2026, 11, 25), "error-ndr-day-too-late"),
        (
            {"courier": CourierType.DELHIVERY, "raw_code": "EOD-40"},
            MONDAY,
            "error-ndr-courier-will-not",
        ),
    ],
)
def test_what_the_courier_would_refuse_is_refused_before_it_is_promised(
    connected: Shop, facts: dict[str, object], day: date, key: str
) -> None:
    _, parcel, case = _waiting(connected, **facts)  # type: ignore[arg-type]
    before = case.status
    for act in (ndr.plan_reattempt, ndr.reattempt):
        with pytest.raises(Refused) as refusal:
            act(connected.context(), parcel.awb, Reattempt(on=day))
        assert refusal.value.key == key
        assert str(refusal.value)
    assert case.status == before
    assert _written(connected) == NOTHING


class Half:
    """A courier's door that can only bring back."""

    actions = frozenset({CourierAction.RETURN_TO_ORIGIN})

    def instruct(self, instruction: Instruction) -> str:
        return f"R-{instruction.key}"


class Brief(Half):
    """A courier's door without a place for a part of the day."""

    actions = frozenset({CourierAction.REATTEMPT})
    leaves_out = frozenset({"slot"})


def test_what_will_not_reach_the_courier_is_said_before(shop: Shop) -> None:
    _, parcel, _ = _waiting(shop)
    ctx = shop.with_ports(Ports(couriers={"XpressBees": Brief()})).context()
    wish = Reattempt(on=MONDAY, slot=DeliverySlot.EVENING, landmark="near the temple")
    assert ndr.plan_reattempt(ctx, parcel.awb, wish).warnings == (
        "XpressBees cannot be told the part of the day: it may come at any hour.",
    )
    assert ndr.plan_reattempt(ctx, parcel.awb, Reattempt(on=MONDAY)).warnings == ()


@pytest.mark.parametrize(
    ("ports", "key"),
    [
        (Ports(), "error-courier-not-connected"),
        (Ports(couriers={"XpressBees": Half()}), "error-ndr-door-lacks-reattempt"),
    ],
)
def test_nothing_is_promised_that_the_courier_cannot_be_asked(
    shop: Shop, ports: Ports, key: str
) -> None:
    _, parcel, _ = _waiting(shop)
    with pytest.raises(Refused) as refusal:
        ndr.reattempt(shop.with_ports(ports).context(), parcel.awb, Reattempt(on=MONDAY))
    assert refusal.value.key == key
    assert _written(shop) == NOTHING


def test_a_phone_number_that_cannot_work_is_refused(connected: Shop) -> None:
    _, parcel, _ = _waiting(connected)
    with pytest.raises(Refused, match="not a phone number"):
        ndr.reattempt(connected.context(), parcel.awb, Reattempt(on=MONDAY, phone="12345"))
    assert _written(connected) == NOTHING


def test_the_same_day_twice_is_refused_and_another_day_replaces_it(connected: Shop) -> None:
    shop = connected
    _, parcel, case = _waiting(shop)
    ndr.reattempt(shop.context(), parcel.awb, Reattempt(on=MONDAY))
    with pytest.raises(Refused) as refusal:
        ndr.reattempt(shop.context(), parcel.awb, Reattempt(on=MONDAY))
    assert refusal.value.key == "error-ndr-already-scheduled"
    ndr.reattempt(shop.context(), parcel.awb, Reattempt(on=TUESDAY))
    assert case.reattempt_on == "2026-11-24"
    assert _messages(shop) == [("2026-11-23", "withdrawn"), ("2026-11-24", "waiting")]


def _messages(shop: Shop) -> list[tuple[str | None, str]]:
    rows = shop.session.scalars(
        select(OutboxRow).where(OutboxRow.shop_id == shop.id).order_by(OutboxRow.id)
    )
    return [(row.payload["on"], row.status) for row in rows]


def test_undoing_puts_back_what_was_and_the_courier_never_hears_of_it(connected: Shop) -> None:
    shop = connected
    _, parcel, case = _waiting(shop, status=NdrStatus.ASSIGNED)
    change = ndr.reattempt(shop.context(), parcel.awb, Reattempt(on=MONDAY))
    back = ndr.undo_reattempt(shop.context(), change)
    assert back.after == change.before
    assert (case.status, case.reattempt_on) == ("Assigned", None)
    assert _messages(shop) == [("2026-11-23", "withdrawn")]


def test_undoing_a_second_choice_brings_the_first_back(connected: Shop) -> None:
    shop = connected
    _, parcel, case = _waiting(shop)
    ndr.reattempt(shop.context(), parcel.awb, Reattempt(on=MONDAY))
    second = ndr.reattempt(shop.context(), parcel.awb, Reattempt(on=TUESDAY))
    ndr.undo_reattempt(shop.context(), second)
    assert case.reattempt_on == "2026-11-23"
    assert _messages(shop) == [("2026-11-23", "waiting"), ("2026-11-24", "withdrawn")]


def test_what_the_courier_was_told_cannot_be_undone(engine: Engine, connected: Shop) -> None:
    shop = connected
    _, parcel, case = _waiting(shop)
    change = ndr.reattempt(shop.context(), parcel.awb, Reattempt(on=MONDAY))
    shop.session.commit()
    told = ndr.tell_couriers(session_factory(engine), shop.ports, shop.now + timedelta(minutes=15))
    assert told.sent == 1
    with pytest.raises(Refused) as refusal:
        ndr.undo_reattempt(shop.context(), change)
    assert refusal.value.key == "error-ndr-already-told"
    assert case.status == "ReattemptScheduled"


def test_what_has_moved_on_since_cannot_be_undone(connected: Shop) -> None:
    _, parcel, case = _waiting(connected)
    change = ndr.reattempt(connected.context(), parcel.awb, Reattempt(on=MONDAY))
    case.status = NdrStatus.DELIVERED.value
    connected.session.flush()
    with pytest.raises(Refused) as refusal:
        ndr.undo_reattempt(connected.context(), change)
    assert refusal.value.key == "error-ndr-moved-on"
    assert _messages(connected) == [("2026-11-23", "waiting")]


def test_a_return_moves_case_parcel_and_order_and_can_be_taken_back(connected: Shop) -> None:
    shop = connected
    order, parcel, case = _waiting(shop)
    change = ndr.return_to_origin(shop.context(), "1042", "customer is not interested")
    assert (case.status, parcel.status, order.status) == ("RTOInitiated", "RTOInitiated", "RTO")
    assert parcel.rto_at == shop.now
    assert change.at_stake is not None
    assert change.at_stake.major == 799
    assert _statuses(shop, order) == ["Pending", "RTO"]
    ndr.undo_return(shop.context(), change)
    assert (case.status, parcel.status, order.status) == ("Open", "DeliveryFailed", "Shipped")
    assert parcel.rto_at is None
    assert _statuses(shop, order) == ["Pending", "RTO", "Shipped"]
    assert _messages(shop) == [(None, "withdrawn")]


def _statuses(shop: Shop, order: OrderRow) -> list[str]:
    return list(
        shop.session.scalars(
            select(OrderHistoryRow.status)
            .where(OrderHistoryRow.shop_id == shop.id, OrderHistoryRow.order_id == order.id)
            .order_by(OrderHistoryRow.id)
        )
    )


def test_a_return_replaces_the_reattempt_that_still_waits(connected: Shop) -> None:
    _, parcel, _ = _waiting(connected)
    ndr.reattempt(connected.context(), parcel.awb, Reattempt(on=MONDAY))
    ndr.return_to_origin(connected.context(), parcel.awb)
    assert _messages(connected) == [("2026-11-23", "withdrawn"), (None, "waiting")]


def test_a_return_warns_where_the_customer_wants_the_parcel(connected: Shop) -> None:
    shop = connected
    _, parcel, case = _waiting(shop)
    shop.session.add(
        NdrActionRow(
            shop_id=shop.id, case_id=case.id, kind=NdrActionType.PHONE_CALL.value, at=shop.now,
            person_id=None, outcome=NdrOutcome.WILL_ACCEPT.value, remark="", details={},
        )
    )  # fmt: skip
    shop.session.flush()
    change = ndr.plan_return(shop.context(), parcel.awb)
    assert change.warnings[0] == "The customer has said that they will take it."


class Stubborn:
    """A courier that says no."""

    actions = frozenset(CourierAction)

    def instruct(self, instruction: Instruction) -> str:
        raise Rejected("error-ndr-refusal-verified", awb=instruction.awb)


def test_a_reattempt_the_courier_refuses_comes_back_to_the_team(engine: Engine, shop: Shop) -> None:
    stubborn = shop.with_ports(Ports(couriers={"*": Stubborn()}))
    _, parcel, _ = _waiting(stubborn)
    ndr.reattempt(stubborn.context(), parcel.awb, Reattempt(on=MONDAY))
    shop.session.commit()
    awb = parcel.awb
    told = ndr.tell_couriers(
        session_factory(engine), stubborn.ports, shop.now + timedelta(minutes=15)
    )
    assert told.dead == 1
    shop.session.rollback()
    shop.session.expunge_all()
    case = ndr.find_case(shop.context(), awb)
    assert (case.status, case.reattempt_on) == (NdrStatus.ESCALATED, None)
    remark = shop.session.scalars(
        select(NdrActionRow).where(NdrActionRow.shop_id == shop.id).order_by(NdrActionRow.id.desc())
    ).first()
    assert remark is not None
    assert (remark.kind, "OTP" in remark.remark) == ("RemarkAdded", True)


def test_a_return_the_courier_refuses_puts_parcel_and_order_back(
    engine: Engine, shop: Shop
) -> None:
    stubborn = shop.with_ports(Ports(couriers={"*": Stubborn()}))
    _, parcel, _ = _waiting(stubborn)
    ndr.return_to_origin(stubborn.context(), parcel.awb)
    shop.session.commit()
    awb = parcel.awb
    ndr.tell_couriers(session_factory(engine), stubborn.ports, shop.now + timedelta(minutes=15))
    shop.session.rollback()
    shop.session.expunge_all()
    tracking = parcels.track(shop.context(), awb)
    assert (tracking.order_status, tracking.parcels[0].parcel.status) == (
        OrderStatus.SHIPPED, ShipmentStatus.DELIVERY_FAILED,
    )  # fmt: skip
    assert tracking.parcels[0].parcel.rto_at is None
    assert ndr.find_case(shop.context(), awb).status is NdrStatus.ESCALATED


def test_a_refusal_scan_alone_cancels_and_refunds_nothing(connected: Shop) -> None:
    order, parcel, _ = _waiting(
        connected, courier=CourierType.DELHIVERY, raw_code="EOD-6",
        reason=NdrReason.CUSTOMER_REFUSED,
    )  # fmt: skip
    ndr.advise(connected.context(), parcel.awb)
    connected.session.flush()
    assert (order.status, order.refunded_minor, parcel.status) == ("Shipped", 0, "DeliveryFailed")
    assert _written(connected) == NOTHING


def test_a_customer_chooses_a_day_for_their_own_parcel(connected: Shop) -> None:
    shop = connected
    order, parcel, case = _waiting(shop)
    buyer = shop.actor(Role.CUSTOMER, customer=_buyer(shop, order))
    ctx = shop.context(buyer)
    assert ndr.find_own_case(ctx, None).awb == parcel.awb
    ndr.reattempt(ctx, parcel.awb, Reattempt(on=MONDAY))
    action = shop.session.scalars(select(NdrActionRow).where(NdrActionRow.shop_id == shop.id)).one()
    assert (action.outcome, action.details["by"], action.person_id) == (
        "Reschedule", "customer", buyer.person_id,
    )  # fmt: skip
    assert case.status == "ReattemptScheduled"


def _buyer(shop: Shop, order: OrderRow) -> CustomerRow:
    return shop.session.scalars(
        select(CustomerRow).where(
            CustomerRow.shop_id == shop.id, CustomerRow.id == order.customer_id
        )
    ).one()


def test_a_customer_with_two_waiting_parcels_is_asked_which(connected: Shop) -> None:
    shop = connected
    customer = shop.customer()
    for number in ("1042", "1043"):
        order = shop.order(number, customer=customer, status=OrderStatus.SHIPPED)
        shop.ndr_case(shop.parcel(order, status=ShipmentStatus.DELIVERY_FAILED, attempts=1))
    ctx = shop.context(shop.actor(Role.CUSTOMER, customer=customer))
    with pytest.raises(Ambiguous) as question:
        ndr.find_own_case(ctx, None)
    assert len(question.value.choices) == 2


def test_nobody_reaches_anothers_parcel(connected: Shop, other_shop: Shop) -> None:
    shop = connected
    _, parcel, case = _waiting(shop)
    stranger = shop.context(shop.actor(Role.CUSTOMER, customer=shop.customer("Ravi Kumar")))
    neighbour = replace(other_shop, ports=shop.ports).context()
    for ctx in (stranger, neighbour):
        for said in (parcel.awb, "1042"):
            with pytest.raises(NotFound) as theirs:
                ndr.reattempt(ctx, said, Reattempt(on=MONDAY))
            with pytest.raises(NotFound) as nobodys:
                ndr.reattempt(ctx, "99999999", Reattempt(on=MONDAY))
            assert theirs.value.key == nobodys.value.key
    assert case.status == "Open"
    assert _written(shop) == NOTHING


def test_a_customer_cannot_send_back_advise_or_see_the_queue(connected: Shop) -> None:
    shop = connected
    order, parcel, _ = _waiting(shop)
    ctx = shop.context(shop.actor(Role.CUSTOMER, customer=_buyer(shop, order)))
    with pytest.raises(NotAllowed):
        ndr.return_to_origin(ctx, parcel.awb)
    with pytest.raises(NotAllowed):
        ndr.advise(ctx, parcel.awb)
    with pytest.raises(NotAllowed):
        ndr.find_cases(ctx, ndr.NdrSearch())
    assert _written(shop) == NOTHING


def test_an_ndr_agent_works_parcels_but_cancels_no_order(connected: Shop) -> None:
    shop = connected
    _, parcel, _ = _waiting(shop)
    ctx = shop.context(shop.actor(Role.NDR_AGENT))
    ndr.reattempt(ctx, parcel.awb, Reattempt(on=MONDAY))
    waiting = shop.order("2000", status=OrderStatus.PENDING)
    with pytest.raises(NotAllowed):
        orders.cancel(ctx, "2000")
    assert waiting.status == "Pending"


def test_a_viewer_reads_and_changes_nothing(connected: Shop) -> None:
    _, parcel, case = _waiting(connected)
    ctx = connected.context(connected.actor(Role.VIEWER))
    assert ndr.advise(ctx, parcel.awb).case.awb == parcel.awb
    with pytest.raises(NotAllowed):
        ndr.reattempt(ctx, parcel.awb, Reattempt(on=MONDAY))
    with pytest.raises(NotAllowed):
        ndr.return_to_origin(ctx, parcel.awb)
    assert case.status == "Open"
    assert _written(connected) == NOTHING


def test_a_parcel_without_a_failed_delivery_has_nothing_to_decide(connected: Shop) -> None:
    parcel = connected.parcel()
    with pytest.raises(Refused) as refusal:
        ndr.advise(connected.context(), parcel.awb)
    assert refusal.value.key == "error-ndr-none"


def test_an_order_with_two_undelivered_parcels_is_asked_about(
    connected: Shop, session: Session
) -> None:
    order, _, _ = _waiting(connected)
    second = connected.parcel(order, status=ShipmentStatus.DELIVERY_FAILED, attempts=1)
    with_one = ndr.find_case(connected.context(), "1042")
    assert with_one.order_number == "1042"
    connected.ndr_case(second)
    with pytest.raises(Ambiguous):
        ndr.find_case(connected.context(), "1042")
