"""The parcel tools: where a parcel is, and which are late."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from commerce.access import Role
from commerce.errors import NotFound
from commerce.vocabulary import CourierType, OrderStatus, ShipmentStatus
from commerce.words import LANGUAGES
from tests.builders import Shop
from tests.conftest import database_url  # noqa: F401  # On both.
from tools.cards import ParcelCard, TableCard
from tools.parcels import FindLateParcels, TrackParcel, late_parcels, track_parcel


def test_where_a_parcel_is_is_told_in_a_sentence(shop: Shop) -> None:
    shop.parcel(shop.order("1042"), awb="AWB1")
    result = track_parcel.run(shop.context(), TrackParcel(parcel="1042"))
    assert result.says == (
        "Parcel AWB1 of order 1042 (Delhivery): In transit, last seen at Pune Hub on "
        "22 Nov 2026, 9:30 am. Promised by 23 Nov 2026."
    )


def test_a_late_and_stuck_parcel_is_told_so(shop: Shop) -> None:
    parcel = shop.parcel(awb="AWB1", promised=timedelta(days=-2))
    parcel.last_scan_at = shop.now - timedelta(days=4)
    shop.session.flush()
    result = track_parcel.run(shop.context(), TrackParcel(parcel="AWB1"))
    assert "It is 2 days late. It is stuck: no scan for 4 days." in result.says
    (facts,) = result.facts["parcels"]
    assert (facts["late"], facts["days_late"], facts["stuck"], facts["silent_days"]) == (
        True,
        2,
        True,
        4,
    )


def test_a_parcel_card_tells_its_way_and_what_comes_next(shop: Shop) -> None:
    shop.parcel(shop.order("1042"), awb="AWB1")
    (card,) = track_parcel.run(shop.context(), TrackParcel(parcel="AWB1")).cards
    assert isinstance(card, ParcelCard)
    assert (card.awb, card.courier, card.order, card.tone) == (
        "AWB1",
        "Delhivery",
        "1042",
        "plain",
    )
    assert [(step.at, step.text, step.state) for step in card.timeline] == [
        ("22 Nov 2026, 9:30 am", "In transit, Pune Hub", "now"),
        ("23 Nov 2026", "Promised by", "next"),
    ]


def test_every_parcel_of_an_order_gets_its_card(shop: Shop) -> None:
    order = shop.order("1042")
    shop.parcel(order, awb="AWB1")
    shop.parcel(order, awb="AWB2")
    result = track_parcel.run(shop.context(), TrackParcel(parcel="1042"))
    assert [mention.id for mention in result.mentions] == ["AWB1", "AWB2", "1042"]
    assert len(result.cards) == 2
    assert json.loads(json.dumps(result.facts)) == result.facts


def test_an_order_that_is_not_packed_says_so(shop: Shop) -> None:
    shop.order("1042")
    shop.order("1043", status=OrderStatus.CANCELLED)
    ctx = shop.context()
    assert track_parcel.run(ctx, TrackParcel(parcel="1042")).says == (
        "Order 1042 (Confirmed) is not packed yet, so there is no parcel to track."
    )
    assert track_parcel.run(ctx, TrackParcel(parcel="1043")).says == (
        "Order 1043 is cancelled, so there is no parcel to track."
    )


def test_a_failed_delivery_offers_advice_to_who_works_on_them(shop: Shop) -> None:
    parcel = shop.parcel(awb="AWB1", status=ShipmentStatus.DELIVERY_FAILED, attempts=1)
    shop.ndr_case(parcel)
    agent = shop.context(shop.actor(Role.NDR_AGENT))
    (card,) = track_parcel.run(agent, TrackParcel(parcel="AWB1")).cards
    assert isinstance(card, ParcelCard)
    assert card.tone == "bad"
    assert [button.tap.tool for button in card.buttons if button.tap] == [
        "show_order",
        "advise_on_ndr",
    ]


def test_a_customer_tracks_their_own_and_gets_no_staff_buttons(shop: Shop) -> None:
    asha = shop.customer("Asha Rao")
    shop.parcel(shop.order("1042", customer=asha), awb="AWB1")
    shop.parcel(shop.order("1043"), awb="AWB2")
    actor = shop.actor(Role.CUSTOMER, customer=asha)
    assert track_parcel.open_to(actor)
    ctx = shop.context(actor)
    (card,) = track_parcel.run(ctx, TrackParcel(parcel="1042")).cards
    assert isinstance(card, ParcelCard)
    assert card.buttons == ()
    with pytest.raises(NotFound):
        track_parcel.run(ctx, TrackParcel(parcel="AWB2"))


def test_late_parcels_are_told_by_what_is_wrong_with_them(shop: Shop) -> None:
    shop.parcel(awb="AWB1", promised=timedelta(days=-2))
    shop.parcel(awb="AWB2").last_scan_at = shop.now - timedelta(days=4)
    shop.session.flush()
    result = late_parcels.run(shop.context(), FindLateParcels())
    assert result.says == (
        "2 parcels are late or stuck: 1 past the promised day, 1 without a scan for days. "
        "Their orders are worth ₹1,598."
    )
    (card,) = result.cards
    assert isinstance(card, TableCard)
    assert [tap.tap.arguments for tap in card.taps if tap.tap] == [
        {"parcel": "AWB1"},
        {"parcel": "AWB2"},
    ]
    assert (result.facts["count"], result.facts["late"], result.facts["silent_only"]) == (2, 1, 1)


def test_late_parcels_of_one_courier_are_asked_for_by_its_name(shop: Shop) -> None:
    shop.parcel(awb="AWB1", promised=timedelta(days=-2), courier=CourierType.BLUE_DART)
    shop.parcel(awb="AWB2", promised=timedelta(days=-2))
    result = late_parcels.run(shop.context(), FindLateParcels(courier="blue dart"))
    assert [parcel["awb"] for parcel in result.facts["parcels"]] == ["AWB1"]
    assert result.facts["courier"] == "BlueDart"


def test_when_no_parcel_is_late_it_says_so(shop: Shop) -> None:
    result = late_parcels.run(shop.context(), FindLateParcels(courier="DTDC"))
    assert (result.says, result.cards) == ("No parcel is late or stuck with DTDC.", ())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", ShipmentStatus)
def test_every_parcel_can_be_shown_in_every_language(
    shop: Shop, language: str, status: ShipmentStatus
) -> None:
    ctx = replace(shop.context(), language=language)
    for courier in CourierType:
        shop.parcel(awb=courier.value, status=status, courier=courier, promised=timedelta(days=-2))
        result = track_parcel.run(ctx, TrackParcel(parcel=courier.value))
        assert result.facts["parcels"][0]["status"] == status.value
    late_parcels.run(ctx, FindLateParcels())
