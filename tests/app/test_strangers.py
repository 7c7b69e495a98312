"""Strangers are told what anybody may know, and how to be known."""

from sqlalchemy import select

from app.strangers import receive
from channels.contents import PromptBody
from channels.inbound import Inbound
from commerce.db.tables import DeliveryRow
from tests.builders import Shop


def answer(shop: Shop, text: str) -> str:
    """Return what a stranger is answered."""
    inbound = Inbound(
        channel="telegram", sender="77", address="77", provider_id=f"m-{text}", at=shop.now,
        text=text,
    )  # fmt: skip
    assert receive(shop.session, shop.id, inbound, (), shop.now) is False
    query = select(DeliveryRow).where(DeliveryRow.shop_id == shop.id)
    (put,) = shop.session.scalars(query)
    return PromptBody.model_validate(put.body).text


def test_a_general_question_of_a_stranger_is_answered_with_its_source(shop: Shop) -> None:
    said = answer(shop, "what happens if I am not at home when the parcel comes")
    assert "Source" in said
    assert "order number" in said


def test_what_is_for_the_team_is_told_to_no_stranger(shop: Shop) -> None:
    said = answer(shop, "when does delhivery take a reattempt request for code EOD-74")
    assert "EOD" not in said


def test_a_greeting_is_answered_with_how_to_be_known_alone(shop: Shop) -> None:
    assert "Source" not in answer(shop, "hello there")


def test_a_stranger_is_told_of_nobodys_orders(shop: Shop) -> None:
    shop.order("1042", total=1499)
    said = answer(shop, "please tell me the status of order 1042 quickly")
    assert "1499" not in said
    assert "1,499" not in said
