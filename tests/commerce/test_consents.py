"""What customers said about being written to, and what it stops."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from commerce import customers, ndr, orders
from commerce.access import Role
from commerce.changes import Change
from commerce.customers import Purpose, Standing
from commerce.db.tables import ConsentRow, CustomerRow, OutboxRow
from commerce.errors import NotAllowed, NotFound, Refused
from commerce.ports import Ports
from commerce.vocabulary import MessageChannel
from integrations.demo_payments import DemoPayments
from tests.builders import Shop

Say = Callable[..., Change]


class Post:
    """A messenger who takes everything."""

    def send(self, letter: object) -> str:
        return "sent"


@pytest.fixture
def asha(shop: Shop) -> CustomerRow:
    return shop.customer("Asha Rao", phone="+919822012345")


@pytest.fixture
def said(shop: Shop, asha: CustomerRow) -> Say:
    """Writes down what Asha says; each thing a minute later."""
    minutes = iter(range(1, 60))

    def say(standing: Standing, **more: object) -> Change:
        ctx = shop.at(shop.now + timedelta(minutes=next(minutes))).context()
        return customers.record_consent(
            ctx,
            customers.the_one(ctx, asha.name),
            standing,
            **more,  # type: ignore[arg-type]  # test shorthand
        )

    return say


def stands(shop: Shop, asha: CustomerRow, purpose: Purpose, channel: str | None = None) -> str:
    by = MessageChannel(channel) if channel else None
    return customers.standing_of(shop.context(), asha.id, purpose, channel=by).value


def undelivered(shop: Shop, asha: CustomerRow) -> Shop:
    shop = shop.with_ports(Ports(messengers={"*": Post()}, payments=DemoPayments()))
    shop.ndr_case(shop.parcel(shop.order("1042", customer=asha), awb="AWB1"))
    return shop


def test_the_latest_word_about_a_purpose_and_a_channel_holds(
    shop: Shop, asha: CustomerRow, said: Say
) -> None:
    assert stands(shop, asha, Purpose.SERVICE) == "unknown"
    said(Standing.WITHDRAWN)
    said(Standing.GIVEN, purpose=Purpose.SERVICE, channel=MessageChannel.SMS)
    assert stands(shop, asha, Purpose.SERVICE, "sms") == "given"
    assert stands(shop, asha, Purpose.SERVICE, "whatsapp") == "withdrawn"
    assert stands(shop, asha, Purpose.OFFERS, "sms") == "withdrawn"


def test_an_undo_adds_a_line_and_takes_none_away(shop: Shop, asha: CustomerRow, said: Say) -> None:
    change = said(Standing.WITHDRAWN, purpose=Purpose.SERVICE)
    later = shop.at(shop.now + timedelta(hours=1)).context()
    back = customers.undo_consent(later, change)
    assert back.after["service"] == "unknown"
    kept = select(func.count(ConsentRow.id)).where(ConsentRow.shop_id == shop.id)
    assert shop.session.scalar(kept) == 2
    assert stands(shop, asha, Purpose.SERVICE) == "unknown"


def test_what_was_said_since_is_not_undone(shop: Shop, said: Say) -> None:
    first = said(Standing.WITHDRAWN)
    said(Standing.GIVEN)
    with pytest.raises(Refused, match="has said something else since"):
        customers.undo_consent(shop.context(), first)


def test_who_wants_no_messages_is_sent_none(shop: Shop, asha: CustomerRow, said: Say) -> None:
    shop = undelivered(shop, asha)
    said(Standing.WITHDRAWN)
    with pytest.raises(Refused, match=r"Asha Rao asked not to be written to\. Call them"):
        ndr.message(shop.context(), "AWB1")
    letters = select(func.count(OutboxRow.id)).where(OutboxRow.shop_id == shop.id)
    assert shop.session.scalar(letters) == 0
    said(Standing.GIVEN, purpose=Purpose.SERVICE, channel=MessageChannel.WHATSAPP)
    assert ndr.message(shop.context(), "AWB1").after["channel"] == "whatsapp"


def test_a_number_that_wants_no_messages_gets_none_whoever_it_is(
    shop: Shop, asha: CustomerRow
) -> None:
    shop = undelivered(shop, asha)
    shop.session.add(
        ConsentRow(
            shop_id=shop.id, customer_id=None, contact="+919822012345", purpose="service",
            channel="whatsapp", standing="withdrawn", business="", source="customer", words="STOP",
            person_id=None, at=shop.now,
        )
    )  # fmt: skip
    shop.session.flush()
    with pytest.raises(Refused, match="asked not to be written to"):
        ndr.message(shop.context(), "AWB1", MessageChannel.WHATSAPP)
    assert ndr.message(shop.context(), "AWB1", MessageChannel.SMS).after["channel"] == "sms"


def test_offers_need_a_yes(shop: Shop, asha: CustomerRow, said: Say) -> None:
    ctx = shop.context()
    by = MessageChannel.SMS
    with pytest.raises(Refused, match="never agreed to offers"):
        customers.require_wanted(ctx, asha.id, purpose=Purpose.OFFERS, channel=by)
    said(Standing.GIVEN, purpose=Purpose.OFFERS)
    customers.require_wanted(ctx, asha.id, purpose=Purpose.OFFERS, channel=by)


def test_a_payment_link_to_who_wants_no_messages_is_warned_of(
    shop: Shop, asha: CustomerRow, said: Say
) -> None:
    shop = shop.with_ports(Ports(payments=DemoPayments()))
    shop.order("1042", customer=asha)
    said(Standing.WITHDRAWN)
    (warning,) = orders.plan_link(shop.context(), "1042").warnings
    assert "asked not to be written to" in warning


def test_another_shops_customer_and_a_viewers_word_count_for_nothing(
    shop: Shop, other_shop: Shop, asha: CustomerRow, said: Say
) -> None:
    change = said(Standing.WITHDRAWN)
    with pytest.raises(NotFound):
        customers.undo_consent(other_shop.context(), change)
    viewer = shop.context(shop.actor(Role.VIEWER))
    with pytest.raises(NotAllowed):
        customers.record_consent(viewer, customers.the_one(viewer, "Asha Rao"), Standing.GIVEN)
    assert stands(shop, asha, Purpose.SERVICE) == "withdrawn"


def test_the_same_word_twice_is_refused(said: Say) -> None:
    said(Standing.WITHDRAWN)
    with pytest.raises(Refused, match="written down for Asha Rao already"):
        said(Standing.WITHDRAWN)
