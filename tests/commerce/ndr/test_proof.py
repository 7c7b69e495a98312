"""What a proof pack is made of, on both databases."""

from commerce import ndr
from commerce.access import Role
from commerce.vocabulary import NdrOutcome, OrderStatus, ShipmentStatus
from tests.builders import Shop

AWB = "77889900112"


def test_a_logged_call_stands_in_the_proof_under_who_called(shop: Shop) -> None:
    order = shop.order("SE-10042", status=OrderStatus.SHIPPED)
    parcel = shop.parcel(order, awb=AWB, status=ShipmentStatus.DELIVERY_FAILED, attempts=1)
    shop.ndr_case(parcel)
    ctx = shop.context(shop.actor(Role.NDR_AGENT))
    ndr.log_call(ctx, AWB, NdrOutcome.WILL_ACCEPT, "home all day")
    shop.session.flush()
    _, call = ndr.proof_of(ctx, AWB).entries
    assert (call.kind, call.who, call.outcome, call.text) == (
        ndr.EntryKind.CALL, ctx.actor.name, "WillAccept", "home all day",
    )  # fmt: skip
