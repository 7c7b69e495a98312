"""Undelivered parcels, reports and the customer's own tools, as they come out in chat."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from pydantic import ValidationError
from sqlalchemy import func, select

from commerce.access import Role
from commerce.context import Context
from commerce.db.tables import HandOverRow, NdrCaseRow, OrderRow, ShipmentRow
from commerce.errors import NotFound, Refused
from commerce.ndr import NdrQueue, NdrSort
from commerce.periods import NAMED
from commerce.ports import Ports
from commerce.vocabulary import (
    CourierType,
    DeliverySlot,
    NdrReason,
    NdrStatus,
    OrderStatus,
    PaymentMethod,
    ShipmentStatus,
)
from integrations.demo_courier import DemoCourier
from tests.builders import Shop
from tests.conftest import database_url  # noqa: F401  # On both.
from tools.base import Effect, ToolResult, allowed
from tools.cards import MetricsCard, NdrCard, OrderCard, TableCard
from tools.ndr import advise_on_ndr, list_ndr, request_reattempt, return_to_origin
from tools.own import choose_redelivery, my_orders
from tools.people import hand_over
from tools.reports import business_summary

MONDAY = "2026-11-23"
MINE = (
    list_ndr, advise_on_ndr, request_reattempt, return_to_origin, my_orders, choose_redelivery,
    hand_over, business_summary,
)  # fmt: skip


@pytest.fixture
def open_shop(shop: Shop) -> Shop:
    return shop.with_ports(Ports(couriers={"*": DemoCourier()}))


def _case(
    shop: Shop, number: str, *, total: int = 799, due: timedelta = timedelta(hours=3),
    reason: NdrReason = NdrReason.CUSTOMER_NOT_AVAILABLE, city: str = "Pune",
    courier: CourierType = CourierType.XPRESSBEES, **more: object,
) -> tuple[OrderRow, ShipmentRow, NdrCaseRow]:  # fmt: skip
    customer = shop.customer(f"Customer {number}")
    address = shop.address(customer, city=city)
    order = shop.order(
        number, customer=customer, address=address, total=total, status=OrderStatus.SHIPPED,
        placed_at=shop.now - timedelta(days=4),
    )  # fmt: skip
    parcel = shop.parcel(order, status=ShipmentStatus.DELIVERY_FAILED, attempts=1, courier=courier)
    case = shop.ndr_case(parcel, reason=reason, raw_code="2", **more)  # type: ignore[arg-type]
    case.due_at = shop.now + due
    shop.session.flush()
    return order, parcel, case


def _run(tool, ctx: Context, **arguments: object) -> ToolResult:  # type: ignore[no-untyped-def]
    result = tool.run(ctx, tool.arguments.model_validate(arguments))
    assert isinstance(result, ToolResult)
    return result


def test_what_is_due_by_tomorrow_is_all_that_ends_before_it_is_over(open_shop: Shop) -> None:
    for number, due in (("1", 5), ("2", 26), ("3", 60)):
        _case(open_shop, number, due=timedelta(hours=due))
    result = _run(list_ndr, open_shop.context(), status="due_tomorrow")
    assert [row["order"] for row in result.facts["parcels"]] == ["1", "2"]


def test_the_queue_comes_by_due_time_then_value_and_counts_all_that_fit(open_shop: Shop) -> None:
    shop = open_shop
    _case(shop, "1", total=500, due=timedelta(hours=5))
    _case(shop, "2", total=900, due=timedelta(hours=5))
    _case(shop, "3", total=100, due=-timedelta(hours=2), reason=NdrReason.CUSTOMER_REFUSED)
    _case(shop, "4", total=7000, status=NdrStatus.CLOSED_DELIVERED)
    result = _run(list_ndr, shop.context(), limit=2)
    assert [row["order"] for row in result.facts["parcels"]] == ["3", "2"]
    assert (result.facts["count"], result.facts["value_rupees"], result.facts["overdue"]) == (
        3, 1500, 1,
    )  # fmt: skip
    assert result.says == (
        "Open NDR: 3 parcels, worth ₹1,500. 1 overdue. Most often: Customer not available (2)."
    )
    table = result.cards[0]
    assert isinstance(table, TableCard)
    assert [row[4] for row in table.rows] == ["overdue 2 h", "5 h left"]
    assert table.taps[0].tap is not None
    assert table.taps[0].tap.tool == "advise_on_ndr"
    assert [mention.label for mention in result.mentions] == ["3", "2"]


@pytest.mark.parametrize(
    ("arguments", "orders"),
    [
        ({"reason": "CustomerRefused"}, ["2"]),
        ({"courier": "delhivery"}, ["3"]),
        ({"place": "jaipur"}, ["4"]),
        ({"assignee": "kavita"}, ["5"]),
        ({"status": "overdue"}, ["6"]),
        ({"status": "scheduled"}, ["7"]),
        ({"status": "closed"}, ["8"]),
        ({"status": "returned"}, ["8"]),
        ({"status": "unassigned", "sort": "value", "limit": 1}, ["1"]),
        ({"period": "2026-11-20"}, ["9"]),
    ],
)
def test_the_queue_is_cut_as_people_ask(
    open_shop: Shop, arguments: dict[str, object], orders: list[str]
) -> None:
    shop = open_shop
    kavita = shop.person(Role.NDR_AGENT, name="Kavita Joshi")
    _case(shop, "1", total=9000)
    _case(shop, "2", reason=NdrReason.CUSTOMER_REFUSED)
    _case(shop, "3", courier=CourierType.DELHIVERY)
    _case(shop, "4", city="Jaipur")
    _case(shop, "5", assignee=kavita)
    _case(shop, "6", due=-timedelta(minutes=5))
    _case(shop, "7", status=NdrStatus.REATTEMPT_SCHEDULED)
    _case(shop, "8", status=NdrStatus.CLOSED_RTO)
    _case(shop, "9", opened=timedelta(days=2))
    found = _run(list_ndr, shop.context(), **arguments)
    assert [row["order"] for row in found.facts["parcels"]] == orders


def test_mine_are_those_of_who_asks(open_shop: Shop) -> None:
    shop = open_shop
    agent = shop.actor(Role.NDR_AGENT)
    _, _, case = _case(shop, "1")
    _case(shop, "2")
    case.assignee_id = agent.person_id
    found = _run(list_ndr, shop.context(agent), assignee="me")
    assert [row["order"] for row in found.facts["parcels"]] == ["1"]


def test_a_name_nobody_has_is_said_so(open_shop: Shop) -> None:
    with pytest.raises(NotFound, match="Nobody of the team"):
        _run(list_ndr, open_shop.context(), assignee="Zorro")


def test_an_empty_queue_says_so_and_shows_nothing(open_shop: Shop, other_shop: Shop) -> None:
    _case(other_shop, "1")
    result = _run(list_ndr, open_shop.context())
    assert (result.says, result.cards) == ("Open NDR: none.", ())


@pytest.mark.parametrize("language", ["en", "hi", "hi-Latn"])
def test_every_queue_can_be_said_in_every_language(open_shop: Shop, language: str) -> None:
    _case(open_shop, "1")
    _case(open_shop, "2", reason=NdrReason.COD_NOT_READY, due=-timedelta(days=3))
    ctx = open_shop.context(language=language)
    for queue, sort in product(NdrQueue, NdrSort):
        assert _run(list_ndr, ctx, status=queue, sort=sort).says


def test_advice_shows_steps_with_their_evidence_and_the_deadline(open_shop: Shop) -> None:
    shop = open_shop
    order, parcel, _ = _case(shop, "1042")
    for number in ("900", "901"):
        past = shop.order(number, status=OrderStatus.DELIVERED)
        past.customer_id = order.customer_id
    shop.session.flush()
    result = _run(advise_on_ndr, shop.context(), parcel="1042")
    assert result.says == (
        f"Parcel {parcel.awb} of order 1042 (Customer 1042): Customer not available, attempt 1, "
        "₹799, 3 h left. Best: Call the customer."
    )
    assert result.facts["history"] == {"delivered": 2, "of": 2}
    assert [step["step"] for step in result.facts["steps"]] == ["call", "reattempt", "return"]
    card = result.cards[0]
    assert isinstance(card, NdrCard)
    assert (card.attempt, card.due, card.value) == ("Attempt 1 of 3", "3 h left", "₹799")
    assert card.recommendations[0].because == "The customer took 2 of 2 earlier orders."
    assert [button.tap.tool for button in card.buttons if button.tap] == [
        "request_reattempt", "return_to_origin", "report_fake_attempt", "track_parcel",
    ]  # fmt: skip
    assert card.buttons[0].tap is not None
    assert card.buttons[0].tap.arguments == {"parcel": parcel.awb, "on": MONDAY}


def test_who_may_not_act_is_offered_nothing_to_press(open_shop: Shop) -> None:
    _case(open_shop, "1042")
    viewer = open_shop.context(open_shop.actor(Role.VIEWER))
    card = _run(advise_on_ndr, viewer, parcel="1042").cards[0]
    assert isinstance(card, NdrCard)
    assert [button.tap.tool for button in card.buttons if button.tap] == ["track_parcel"]


@pytest.mark.parametrize("language", ["en", "hi", "hi-Latn"])
def test_advice_on_every_reason_can_be_said_in_every_language(
    open_shop: Shop, language: str
) -> None:
    _, _, case = _case(open_shop, "1042", courier=CourierType.DELHIVERY)
    ctx = open_shop.context(language=language)
    for reason, attempts in product(NdrReason, (1, 3)):
        case.reason, case.attempts = reason.value, attempts
        open_shop.session.flush()
        assert _run(advise_on_ndr, ctx, parcel="1042").says


def test_a_reattempt_is_previewed_then_made_and_says_so(open_shop: Shop) -> None:
    shop = open_shop
    _, parcel, case = _case(shop, "1042")
    arguments = {"parcel": "1042", "on": MONDAY, "slot": "evening", "landmark": "near the temple"}
    assert request_reattempt.preview is not None
    preview = request_reattempt.preview(
        shop.context(), request_reattempt.arguments.model_validate(arguments)
    )
    assert [(d.label, d.before, d.after) for d in preview.differences] == [
        ("Case", "Open", "Reattempt asked for"),
        ("Delivery on", "–", "23 Nov 2026, evening (5 to 9 pm)"),
        ("Landmark", "–", "near the temple"),
    ]
    assert case.status == "Open"
    result = _run(request_reattempt, shop.context(), **arguments)
    assert result.says == (
        f"XpressBees will be asked to try parcel {parcel.awb} again on 23 Nov 2026, "
        "evening (5 to 9 pm)."
    )
    assert result.change is not None
    assert result.change.after["reattempt_on"] == MONDAY


def test_a_return_is_previewed_with_what_is_at_stake(open_shop: Shop) -> None:
    _case(open_shop, "1042", total=1999)
    assert return_to_origin.preview is not None
    preview = return_to_origin.preview(
        open_shop.context(), return_to_origin.arguments.model_validate({"parcel": "1042"})
    )
    assert [d.after for d in preview.differences] == [
        "Return to origin begun", "Return to origin begun", "Returned undelivered (RTO)",
    ]  # fmt: skip
    assert preview.change.at_stake is not None
    assert preview.change.at_stake.major == 1999


def test_customers_see_their_own_orders_in_plain_words(open_shop: Shop) -> None:
    shop = open_shop
    order, parcel, _ = _case(shop, "1042")
    _case(shop, "2000")
    customer_ctx = _as_buyer(shop, order)
    result = _run(my_orders, customer_ctx)
    assert result.facts["count"] == 1
    assert result.facts["orders"][0]["parcels"][0]["may_choose_a_day"] is True
    assert result.says == (
        "You have 1 order. 1 parcel could not be delivered; choose a day for it.\n"
        "Your latest, order 1042: could not be delivered."
    )
    card = result.cards[0]
    assert isinstance(card, OrderCard)
    assert card.buttons[1].tap is not None
    assert card.buttons[1].tap.arguments == {"on": MONDAY, "parcel": parcel.awb}


def _as_buyer(shop: Shop, order: OrderRow, language: str = "en") -> Context:
    actor = replace(
        shop.actor(Role.CUSTOMER, customer=shop.customer()), customer_id=order.customer_id
    )
    return shop.context(actor, language)


@pytest.mark.parametrize("language", ["en", "hi", "hi-Latn"])
def test_every_standing_can_be_said_to_the_buyer(open_shop: Shop, language: str) -> None:
    order = open_shop.order("1042", payment=PaymentMethod.UPI)
    ctx = _as_buyer(open_shop, order, language)
    for status in OrderStatus:
        order.status = status.value
        open_shop.session.flush()
        assert _run(my_orders, ctx).says
    parcel = open_shop.parcel(order)
    for standing in ShipmentStatus:
        parcel.status = standing.value
        open_shop.session.flush()
        assert _run(my_orders, ctx).says


def test_a_customer_chooses_a_day_without_naming_the_parcel(open_shop: Shop) -> None:
    shop = open_shop
    order, parcel, case = _case(shop, "1042")
    ctx = _as_buyer(shop, order)
    result = _run(choose_redelivery, ctx, on=MONDAY, slot="evening")
    assert result.says == (
        f"Your parcel {parcel.awb} is to come again on 23 Nov 2026, evening (5 to 9 pm). "
        "We tell the courier."
    )
    assert (case.reattempt_on, case.reattempt_slot) == (MONDAY, DeliverySlot.EVENING)
    assert _run(my_orders, ctx).says.endswith(
        "order 1042: to be delivered again on 23 Nov 2026, evening (5 to 9 pm)."
    )


def test_a_customer_with_nothing_waiting_is_told_so(open_shop: Shop) -> None:
    order = open_shop.order("1042")
    _case(open_shop, "2000")
    with pytest.raises(Refused) as refusal:
        _run(choose_redelivery, _as_buyer(open_shop, order), on=MONDAY)
    assert refusal.value.key == "error-own-nothing-waits"


def test_a_customer_cannot_choose_a_day_for_anothers_parcel(open_shop: Shop) -> None:
    mine = open_shop.order("1042")
    _, theirs, case = _case(open_shop, "2000")
    with pytest.raises(NotFound):
        _run(choose_redelivery, _as_buyer(open_shop, mine), on=MONDAY, parcel=theirs.awb)
    assert case.status == "Open"


def test_asking_for_a_person_twice_asks_once(open_shop: Shop) -> None:
    ctx = replace(open_shop.context(), conversation_id="c-1")
    first = _run(hand_over, ctx, reason="very angry")
    second = _run(hand_over, ctx)
    rows = open_shop.session.scalar(
        select(func.count()).select_from(HandOverRow).where(HandOverRow.shop_id == open_shop.id)
    )
    assert rows == 1
    assert (first.facts["new"], second.facts["new"]) == (True, False)
    # It is Sunday.
    assert first.says == (
        "A person of the shop will answer you here; the team is there from 09:00 to 19:00, "
        "so expect an answer then."
    )
    assert first.change is not None
    assert (hand_over.effect, hand_over.asks_first) == (Effect.WRITE, False)


def test_during_working_hours_a_person_answers_shortly(open_shop: Shop) -> None:
    monday = open_shop.at(open_shop.now + timedelta(days=1))
    for language in ("en", "hi", "hi-Latn"):
        ctx = replace(monday.context(language=language), conversation_id=f"c-{language}")
        assert _run(hand_over, ctx).facts["team_is_there_now"] is True


def test_without_a_conversation_there_is_nothing_to_hand_over(open_shop: Shop) -> None:
    with pytest.raises(Refused):
        _run(hand_over, open_shop.context())


def test_a_summary_tells_its_period_its_figures_and_the_rows_behind_them(open_shop: Shop) -> None:
    shop = open_shop
    shop.order("1", total=1000, placed_at=shop.now - timedelta(hours=1))
    shop.order("2", total=800, placed_at=shop.now - timedelta(days=1, hours=1))
    result = _run(business_summary, shop.context())
    assert result.says == (
        "Today: 1 order, revenue ₹1,000 (up 25%), average order ₹1,000. NDR rate –, RTO rate –."
    )
    assert result.facts["period"] == {
        "name": "today", "first_day": "2026-11-22", "last_day": "2026-11-22",
    }  # fmt: skip
    assert result.facts["metrics"]["revenue"] == {
        "value": 1000, "previous": 800, "unit": "rupees", "formula": "revenue",
        "rows": 1,
    }  # fmt: skip
    assert result.facts["metrics"]["ndr_rate"]["value"] is None
    assert result.facts["definitions"] == "1"
    card = result.cards[0]
    assert isinstance(card, MetricsCard)
    assert card.period == "22 Nov 2026, compared with 21 Nov 2026, 2:30 pm"
    assert (card.metrics[1].value, card.metrics[1].change, card.metrics[1].tone) == (
        "₹1,000", "up 25%", "good",
    )  # fmt: skip
    orders = card.metrics[0].rows
    assert orders is not None
    assert orders.tap is not None
    assert (orders.tap.tool, orders.tap.arguments) == ("find_orders", {"period": "2026-11-22"})


def test_a_cohort_still_on_the_way_says_so(open_shop: Shop) -> None:
    open_shop.parcel(shipped=timedelta(days=2))
    result = _run(business_summary, open_shop.context(), period="last_7_days")
    assert result.says.endswith(
        "100% of the parcels sent are still on the way, so the RTO rate is not final."
    )
    assert result.facts["final"] is False
    card = result.cards[0]
    assert isinstance(card, MetricsCard)
    assert card.metrics[9].value == "–"
    assert card.metrics[9].meaning.endswith("still on the way, so this is not final.")


@pytest.mark.parametrize("language", ["en", "hi", "hi-Latn"])
def test_every_period_can_be_summed_up_in_every_language(open_shop: Shop, language: str) -> None:
    open_shop.order(total=1000)
    ctx = open_shop.context(language=language)
    for period in (*NAMED, "last_6_hours", "2026-02", "2026-11-01/2026-11-15"):
        assert _run(business_summary, ctx, period=period).says


def test_each_role_is_shown_its_own_tools(open_shop: Shop) -> None:
    def names(role: Role) -> set[str]:
        customer = open_shop.customer() if role is Role.CUSTOMER else None
        return set(allowed(MINE, open_shop.actor(role, customer=customer)))

    assert names(Role.CUSTOMER) == {"my_orders", "choose_redelivery", "hand_over"}
    assert names(Role.VIEWER) == {"list_ndr", "advise_on_ndr", "business_summary", "hand_over"}
    assert names(Role.NDR_AGENT) == {
        "list_ndr", "advise_on_ndr", "request_reattempt", "return_to_origin", "hand_over",
    }  # fmt: skip
    assert "choose_redelivery" not in names(Role.OWNER)


def test_arguments_that_mean_nothing_are_refused() -> None:
    with pytest.raises(ValidationError):
        request_reattempt.arguments.model_validate({"parcel": "1042"})
    with pytest.raises(ValidationError):
        list_ndr.arguments.model_validate({"status": "sleeping"})
    assert choose_redelivery.arguments.model_validate({"on": MONDAY}).model_dump()["on"] == date(
        2026, 11, 23
    )
