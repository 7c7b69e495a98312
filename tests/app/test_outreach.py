"""Customers are asked about a failed delivery once, where and if they want it, by day."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from app.outreach import ask_due
from channels.contents import PromptBody
from commerce import outreach
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import (
    ConsentRow,
    CustomerPromptRow,
    DeliveryRow,
    NdrActionRow,
    NdrCaseRow,
    ShopRow,
)
from commerce.errors import NotAllowed
from commerce.outreach import PromptKind
from commerce.vocabulary import NdrStatus, OrderStatus, PaymentMethod, ShipmentStatus
from tests.builders import Shop

PHONE = "+919812345678"
AWB = "77889900112"


@pytest.fixture(autouse=True)
def switched_on(shop: Shop) -> None:
    """Let the shop ask."""
    owner = shop.context(shop.actor(Role.OWNER))
    outreach.switch(owner, PromptKind.DELIVERY, on=True)


def failed(
    shop: Shop, *, phone: str = PHONE, language: str = "en",
    payment: PaymentMethod = PaymentMethod.COD, **case: Any,
) -> NdrCaseRow:  # fmt: skip
    """Let a delivery to somebody fail."""
    customer = shop.customer("Asha Rao", phone=phone, language=language)
    order = shop.order(
        "SE-10042", customer=customer, status=OrderStatus.SHIPPED, payment=payment,
        placed_at=shop.now - timedelta(days=4),
    )  # fmt: skip
    parcel = shop.parcel(order, awb=AWB, status=ShipmentStatus.DELIVERY_FAILED, attempts=1)
    return shop.ndr_case(parcel, **case)


def asks(
    engine: Engine, shop: Shop, channels: Sequence[str] = ("sms", "whatsapp"),
    now: datetime | None = None,
) -> int:  # fmt: skip
    """Let the program look once."""
    shop.session.commit()
    return ask_due(session_factory(engine), channels, now or shop.now)


def brought(shop: Shop) -> list[tuple[str, str, PromptBody]]:
    """Return what is on its way: the channel, the address and what it says."""
    rows = shop.session.scalars(
        select(DeliveryRow).where(DeliveryRow.shop_id == shop.id).order_by(DeliveryRow.id)
    )
    return [(row.channel, row.address, PromptBody.model_validate(row.body)) for row in rows]


def why_not(shop: Shop) -> list[str | None]:
    """Return why each customer was not asked."""
    query = select(CustomerPromptRow.why_not).where(CustomerPromptRow.shop_id == shop.id)
    return list(shop.session.scalars(query))


def test_a_customer_is_asked_once_an_attempt_with_buttons_that_name_the_parcel(
    engine: Engine, shop: Shop
) -> None:
    case = failed(shop)
    assert [asks(engine, shop), asks(engine, shop)] == [1, 0]
    ((channel, address, body),) = brought(shop)
    assert (channel, address, body.template) == ("whatsapp", PHONE, "delivery_failed")
    assert body.text == (
        f"Namaste Asha Rao, this is Test Shop. Your parcel {AWB} (order SE-10042) could not be "
        "delivered: the courier says nobody was there. What shall we do?"
    )
    taps = [(one.label, one.tap and (one.tap.tool, one.tap.arguments)) for one in body.buttons]
    assert taps == [
        ("Deliver again", None),
        ("Address is wrong", None),
        ("Pay online", ("pay_online", {"parcel": AWB})),
        ("I don't want it", ("refuse_delivery", {"parcel": AWB})),
        (
            "Talk to a person",
            ("hand_over", {"reason": f"I want to talk to a person about parcel {AWB}"}),
        ),
    ]
    case.attempts, case.last_attempt_at = 2, shop.now
    assert asks(engine, shop) == 1


def test_what_was_asked_stands_in_the_story_of_the_case(engine: Engine, shop: Shop) -> None:
    case = failed(shop)
    asks(engine, shop)
    (action,) = shop.session.scalars(
        select(NdrActionRow).where(NdrActionRow.shop_id == shop.id, NdrActionRow.case_id == case.id)
    )
    assert (action.kind, action.person_id) == ("WhatsAppMessage", None)
    assert action.remark.startswith("Namaste Asha Rao")


def test_they_are_asked_in_their_language_and_about_cash_only_where_some_is_owed(
    engine: Engine, shop: Shop
) -> None:
    failed(shop, language="hi-Latn", payment=PaymentMethod.UPI)
    asks(engine, shop)
    ((_, _, body),) = brought(shop)
    assert body.language == "hi-Latn"
    assert [one.label for one in body.buttons] == [
        "Phir se bhejiye", "Address galat hai", "Nahi chahiye", "Kisi se baat",
    ]  # fmt: skip


def test_who_does_not_want_whatsapp_is_asked_by_sms(engine: Engine, shop: Shop) -> None:
    failed(shop)
    shop.session.add(_no_thanks(shop, "whatsapp"))
    asks(engine, shop)
    assert [channel for channel, _, _ in brought(shop)] == ["sms"]


def test_who_wants_no_messages_is_not_asked_and_that_is_written_down(
    engine: Engine, shop: Shop
) -> None:
    failed(shop)
    shop.session.add(_no_thanks(shop, None))
    assert asks(engine, shop) == 0
    assert (brought(shop), why_not(shop)) == ([], ["consent"])


def test_who_cannot_be_reached_is_not_asked_and_that_is_written_down(
    engine: Engine, shop: Shop
) -> None:
    failed(shop, phone="12345")
    assert asks(engine, shop) == 0
    assert (brought(shop), why_not(shop)) == ([], ["contact"])


def test_at_night_it_is_brought_in_the_morning(engine: Engine, shop: Shop) -> None:
    night = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
    failed(shop)
    asks(engine, shop, now=night)
    row = shop.session.scalars(select(DeliveryRow).where(DeliveryRow.shop_id == shop.id)).one()
    assert row.next_at == datetime(2026, 11, 23, 3, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "case",
    [
        {"status": NdrStatus.REATTEMPT_SCHEDULED},
        {"status": NdrStatus.CUSTOMER_CONTACTED},
        {"opened": timedelta(hours=49)},
    ],
)
def test_what_is_settled_or_old_is_not_asked_about(
    engine: Engine, shop: Shop, case: dict[str, Any]
) -> None:
    failed(shop, **case)
    assert (asks(engine, shop), brought(shop)) == (0, [])


def test_a_shop_that_switched_it_off_asks_nobody(engine: Engine, shop: Shop) -> None:
    owner = shop.context(shop.actor(Role.OWNER))
    outreach.switch(owner, PromptKind.DELIVERY, on=False)
    failed(shop)
    assert (asks(engine, shop), why_not(shop)) == (0, [])


@pytest.mark.parametrize(("on_stage", "put"), [(True, 1), (False, 0)])
def test_a_demo_shop_asks_unasked_only_where_messengers_are_played(
    engine: Engine, shop: Shop, on_stage: bool, put: int
) -> None:
    row = shop.session.get_one(ShopRow, shop.id)
    row.is_demo, row.settings = True, {}
    failed(shop)
    shop.session.commit()
    sessions = session_factory(engine)
    assert ask_due(sessions, ("whatsapp",), shop.now, on_stage=on_stage) == put


def test_only_who_runs_the_shop_switches_it(session: Session, shop: Shop) -> None:
    manager = shop.context(shop.actor(Role.MANAGER))
    with pytest.raises(NotAllowed):
        outreach.switch(manager, PromptKind.DELIVERY, on=False)
    assert outreach.is_on(session, shop.id, PromptKind.DELIVERY)


def _no_thanks(shop: Shop, channel: str | None) -> ConsentRow:
    return ConsentRow(
        shop_id=shop.id, customer_id=None, contact=PHONE, purpose="service", channel=channel,
        standing="withdrawn", business="Test Shop", source="customer", words="STOP",
        person_id=None, at=shop.now,
    )  # fmt: skip
