"""What is late, what will be, and how service levels were kept, over a real shop."""

from datetime import date, datetime, time, timedelta

import pytest

from commerce import periods, settings, sla
from commerce.access import Role
from commerce.db.tables import HandOverRow, NdrActionRow
from commerce.errors import NotAllowed, Refused
from commerce.money import Money
from commerce.settings import Setting
from commerce.sla import Clock, SlaKind, SlaStanding
from commerce.vocabulary import (
    CourierType,
    NdrReason,
    OrderStatus,
    SalesChannel,
    ShipmentStatus,
)
from tests.builders import Shop

DAY = timedelta(days=1)


def _count(shop: Shop, kind: SlaKind) -> tuple[int, int]:
    found = sla.find_breaches(shop.context(), kind=kind).counted[0]
    return found.breached, found.at_risk


def test_sundays_are_no_time_to_dispatch_and_marketplaces_have_less_of_it(shop: Shop) -> None:
    # It is Sunday afternoon. Orders of Thursday 14:30 have had Thursday to Saturday: 57.5 hours.
    thursday, friday = shop.now - 3 * DAY, shop.now - 2 * DAY
    shop.order("1", placed_at=thursday, total=900)
    shop.order("2", placed_at=friday)  # 33.5 hours: in time, and due on Monday.
    shop.order("3", placed_at=friday - timedelta(hours=3), channel=SalesChannel.AMAZON)
    shop.order("4", placed_at=thursday, status=OrderStatus.SHIPPED)
    found = sla.find_breaches(shop.context(), kind=SlaKind.DISPATCH)
    assert [due.subject for due in found.shown if due.is_breached] == ["1", "3"]
    assert found.counted[0].value == Money(169_900, "INR")
    first = found.shown[0]
    # 48 hours of working days from Thursday 14:30: Saturday 14:30.
    assert first.due_at == thursday + 2 * DAY


def test_a_parcel_is_late_by_its_promise_or_by_the_shops_own_term(shop: Shop) -> None:
    shop.parcel(awb="LATE", promised=-timedelta(hours=1), courier=CourierType.DTDC)
    shop.parcel(awb="FINE", promised=3 * DAY, shipped=4 * DAY, courier=CourierType.DELHIVERY)
    assert _count(shop, SlaKind.DELIVERY)[0] == 1
    sla.set_term(
        shop.context(), SlaKind.DELIVERY, 3 * 1440, courier=CourierType.DELHIVERY,
        penalty=Money(5_000, "INR"), clock=Clock.ALWAYS,
    )  # fmt: skip
    found = sla.find_breaches(
        shop.context(), kind=SlaKind.DELIVERY, standing=SlaStanding.BREACHED
    ).shown
    assert {due.subject: due.penalty for due in found} == {
        "LATE": None, "FINE": Money(5_000, "INR"),
    }  # fmt: skip


def test_a_lane_that_is_mostly_slow_warns_days_ahead(shop: Shop) -> None:
    customer = shop.customer()
    pune = shop.address(customer)
    for _ in range(40):
        order = shop.order(
            customer=customer, address=pune, status=OrderStatus.DELIVERED,
            placed_at=shop.now - 31 * DAY,
        )  # fmt: skip
        past = shop.parcel(order, status=ShipmentStatus.DELIVERED, shipped=30 * DAY)
        past.delivered_at = shop.now - 24 * DAY
    order = shop.order(customer=customer, address=pune, status=OrderStatus.SHIPPED)
    shop.parcel(order, awb="NOW", shipped=2 * DAY, promised=2 * DAY)
    shop.session.flush()
    found = sla.find_breaches(shop.context(), kind=SlaKind.DELIVERY, standing=SlaStanding.AT_RISK)
    (due,) = found.shown
    assert due.subject == "NOW"
    assert due.likely is not None
    assert (due.likely.chance, due.likely.n) == (1.0, 40)
    assert not due.is_breached


def test_a_refusal_that_nobody_touched_for_a_day_is_late(shop: Shop) -> None:
    shop.ndr_case(reason=NdrReason.CUSTOMER_REFUSED, opened=timedelta(hours=25))
    shop.ndr_case(reason=NdrReason.CUSTOMER_REFUSED, opened=timedelta(hours=20))
    shop.ndr_case(reason=NdrReason.COD_NOT_READY, opened=timedelta(hours=25))
    assert _count(shop, SlaKind.NDR_ACTION) == (1, 1)


def _wants_a_person(shop: Shop, ago: timedelta) -> None:
    from commerce.db.tables import ConversationRow

    person = shop.person(Role.CUSTOMER, customer=shop.customer())
    name = f"c{person.id}"
    shop.session.add(
        ConversationRow(
            id=name, shop_id=shop.id, person_id=person.id, channel="web", title="",
            created_at=shop.now, updated_at=shop.now,
        )
    )  # fmt: skip
    shop.session.flush()
    shop.session.add(
        HandOverRow(
            shop_id=shop.id, conversation_id=name, person_id=person.id, reason="", status="open",
            taken_by=None, at=shop.now - ago,
        )
    )  # fmt: skip
    shop.session.flush()


def test_nobody_is_late_to_answer_while_the_shop_rests(shop: Shop) -> None:
    _wants_a_person(shop, timedelta(hours=2))  # Sunday.
    assert _count(shop, SlaKind.FIRST_RESPONSE) == (0, 0)
    sla.set_hours(shop.context(), rest_day=6)
    assert _count(shop, SlaKind.FIRST_RESPONSE) == (1, 0)


def test_another_shops_things_are_nobodys(shop: Shop, other_shop: Shop) -> None:
    other_shop.parcel(promised=-DAY)
    other_shop.order(placed_at=shop.now - 9 * DAY)
    other_shop.ndr_case(opened=5 * DAY)
    assert [one.breached for one in sla.find_breaches(shop.context()).counted] == [0, 0, 0, 0]


# -- how they were kept --------------------------------------------------------------------------


def test_levels_kept_are_counted_with_what_breaking_them_cost(shop: Shop) -> None:
    sla.set_term(
        shop.context(), SlaKind.DISPATCH, 1440, clock=Clock.ALWAYS, penalty_percent=10
    )  # fmt: skip
    fast = shop.order(placed_at=shop.now - 5 * DAY, status=OrderStatus.SHIPPED)
    shop.parcel(fast, shipped=5 * DAY - timedelta(hours=6))
    slow = shop.order(placed_at=shop.now - 6 * DAY, status=OrderStatus.SHIPPED, total=2_000)
    shop.parcel(slow, shipped=4 * DAY)
    shop.order(placed_at=shop.now - 3 * DAY, total=1_000)  # Late, and still here.
    shop.order(placed_at=shop.now - timedelta(hours=2))  # In time so far: not counted.
    shop.order(placed_at=shop.now - 9 * DAY, status=OrderStatus.CANCELLED)
    ctx = shop.context()
    period = periods.resolve("last_30_days", now=ctx.now, zone=ctx.zone)
    (kept,) = sla.performance(ctx, period, SlaKind.DISPATCH).value
    assert (kept.due, kept.kept, kept.penalty) == (3, 1, Money(30_000, "INR"))
    assert kept.median_hours == 27.0


def test_a_case_is_answered_by_its_first_action(shop: Shop) -> None:
    case = shop.ndr_case(reason=NdrReason.CUSTOMER_REFUSED, opened=timedelta(hours=40))
    for kind, hours in (("Reassigned", 39), ("PhoneCall", 10)):
        shop.session.add(
            NdrActionRow(
                shop_id=shop.id, case_id=case.id, kind=kind, at=shop.now - timedelta(hours=hours),
                person_id=None, outcome=None, remark="", details={},
            )
        )  # fmt: skip
    shop.session.flush()
    ctx = shop.context()
    period = periods.resolve("last_7_days", now=ctx.now, zone=ctx.zone)
    (kept,) = sla.performance(ctx, period, SlaKind.NDR_ACTION).value
    assert (kept.due, kept.kept, kept.median_hours) == (1, 0, 30.0)


def test_couriers_are_ranked_by_what_came_in_time_and_few_parcels_by_nothing(shop: Shop) -> None:
    for courier, late, of in (
        (CourierType.DTDC, 12, 40), (CourierType.DELHIVERY, 4, 40), (CourierType.BLUE_DART, 0, 5),
    ):  # fmt: skip
        for k in range(of):
            order = shop.order(status=OrderStatus.DELIVERED, placed_at=shop.now - 5 * DAY)
            parcel = shop.parcel(
                order, status=ShipmentStatus.DELIVERED, courier=courier, shipped=4 * DAY,
                promised=-2 * DAY if k < late else DAY, attempts=1,
            )  # fmt: skip
            parcel.out_for_delivery_at = shop.now - timedelta(hours=4)
    shop.session.flush()
    ctx = shop.context()
    period = periods.resolve("last_30_days", now=ctx.now, zone=ctx.zone)
    cards = sla.scorecards(ctx, period)
    assert [(one.courier, one.rank, one.on_time.hits, one.on_time.n) for one in cards] == [
        (CourierType.DELHIVERY, 1, 36, 40), (CourierType.DTDC, 2, 28, 40),
        (CourierType.BLUE_DART, None, 5, 5),
    ]  # fmt: skip
    assert (cards[0].days_p50, cards[0].days_p90) == (4.0, 4.0)
    assert [one.lane for one in sla.lanes(ctx, period, CourierType.DTDC)] == ["Maharashtra"]


def test_a_parcel_open_after_its_promised_day_was_late_and_one_on_time_is_not_judged(
    shop: Shop,
) -> None:
    for promised in (-2 * DAY, DAY):
        order = shop.order(status=OrderStatus.SHIPPED, placed_at=shop.now - 5 * DAY)
        shop.parcel(order, courier=CourierType.DTDC, shipped=4 * DAY, promised=promised)
    shop.session.flush()
    ctx = shop.context()
    period = periods.resolve("last_30_days", now=ctx.now, zone=ctx.zone)
    (card,) = sla.scorecards(ctx, period)
    (lane,) = sla.lanes(ctx, period, CourierType.DTDC)
    assert (card.sent, card.on_time.hits, card.on_time.n) == (2, 0, 1)
    assert (lane.lane, lane.sent, lane.on_time.n, lane.owed) == ("Maharashtra", 2, 1, None)


# -- setting -------------------------------------------------------------------------------------


def test_a_term_is_set_and_put_back_unless_it_moved(shop: Shop) -> None:
    ctx = shop.context()
    first = sla.set_term(ctx, SlaKind.DISPATCH, 1440, channel=SalesChannel.AMAZON)
    second = sla.set_term(ctx, SlaKind.DISPATCH, 720, channel=SalesChannel.AMAZON)
    with pytest.raises(Refused):
        sla.undo_set(ctx, first)
    sla.undo_set(ctx, second)
    term = sla.calendar_of(ctx).term(SlaKind.DISPATCH, SalesChannel.AMAZON)
    assert (term.span, term.is_chosen) == (timedelta(days=1), True)
    sla.undo_set(ctx, first)
    assert not sla.calendar_of(ctx).term(SlaKind.DISPATCH, SalesChannel.AMAZON).is_chosen


def test_dispatch_knows_no_courier_and_an_operator_sets_nothing(shop: Shop) -> None:
    with pytest.raises(Refused) as refusal:
        sla.plan_set(shop.context(), SlaKind.DISPATCH, 60, courier=CourierType.DTDC)
    assert refusal.value.key == "error-sla-no-courier"
    with pytest.raises(NotAllowed):
        sla.plan_set(shop.context(shop.actor(Role.OPERATOR)), SlaKind.DISPATCH, 60)


def test_a_holiday_and_other_hours_move_what_is_due(shop: Shop) -> None:
    ctx = shop.context()
    monday = date(2026, 11, 23)
    sla.set_hours(ctx, hours=(time(9), time(17)))
    holiday = sla.set_holiday(ctx, monday, is_open=False)
    calendar = sla.calendar_of(ctx)
    term = calendar.term(SlaKind.FIRST_RESPONSE)
    due = calendar.due_at(term, shop.now)
    # Tuesday is Guru Nanak's birthday, a public holiday.
    assert due == datetime(2026, 11, 25, 9, 30, tzinfo=ctx.zone)
    sla.undo_set_holiday(ctx, holiday)
    assert sla.calendar_of(ctx).due_at(term, shop.now) == datetime(
        2026, 11, 23, 9, 30, tzinfo=ctx.zone
    )


def test_a_region_that_has_no_calendar_is_refused(shop: Shop) -> None:
    with pytest.raises(Refused) as refusal:
        sla.plan_set_hours(shop.context(), region="IN-XX")
    assert refusal.value.key == "error-sla-region"


def test_hours_to_the_minute_hold_until_the_setting_says_others(shop: Shop) -> None:
    ctx = shop.context()
    change = sla.set_hours(ctx, hours=(time(10, 30), time(19, 30)))
    assert settings.settings_of(ctx).terms.closes == 20
    assert (sla.shop_hours(ctx).opens, sla.shop_hours(ctx).closes) == (time(10, 30), time(19, 30))
    settings.change_setting(ctx, Setting.WORKING_HOURS, "8-17")
    assert (sla.shop_hours(ctx).opens, sla.shop_hours(ctx).closes) == (time(8), time(17))
    assert change.before["opens"] == "09:00"
