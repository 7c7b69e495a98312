"""What matters this morning, and what a period brought."""

from datetime import timedelta

from commerce.access import Role
from commerce.brief import Matter, MatterKind
from commerce.brief.rules import MOST, ranked
from commerce.money import Money
from commerce.vocabulary import OrderStatus, PaymentMethod, SalesChannel, ShipmentStatus
from tests.builders import Shop
from tools.brief import MorningBrief, ProfitOf, morning_brief, profit_and_loss


def matter(kind: MatterKind, rupees: int, hours: float) -> Matter:
    return Matter(kind=kind, count=1, value=Money(rupees * 100, "INR"), hours=hours)


def test_rupees_and_urgency_together_decide_what_comes_first() -> None:
    later = matter(MatterKind.PARCELS_LATE, 10_000, 48)
    soon = matter(MatterKind.PARCELS_DUE, 6_000, 2)
    small = matter(MatterKind.STOCK_OUT, 500, 1)
    assert ranked([small, later, soon]) == (soon, later, small)


def test_no_more_than_five_things_are_told() -> None:
    assert len(ranked(matter(kind, 100, 1) for kind in MatterKind)) == MOST


def test_an_undelivered_parcel_of_nobody_is_told_with_what_is_at_stake(shop: Shop) -> None:
    order = shop.order("1042", status=OrderStatus.SHIPPED, total=2500)
    shop.ndr_case(shop.parcel(order, status=ShipmentStatus.DELIVERY_FAILED, attempts=1))
    told = morning_brief.run(shop.context(shop.actor(Role.MANAGER)), MorningBrief())
    nobodys = next(m for m in told.facts["matters"] if m["what"] == "parcels_nobodys")
    assert (nobodys["count"], nobodys["value_rupees"]) == (1, 2500)


def test_a_quiet_shop_needs_nobody(shop: Shop) -> None:
    told = morning_brief.run(shop.context(shop.actor(Role.MANAGER)), MorningBrief())
    assert told.facts["matters"] == []
    assert told.cards == ()


def test_profit_is_sales_less_what_came_back_and_what_it_cost(shop: Shop) -> None:
    kurti = shop.variant("KRT", price=1000, cost=400)
    week = shop.now - timedelta(days=6)
    for number, status in (
        ("1", OrderStatus.DELIVERED), ("2", OrderStatus.RTO), ("3", OrderStatus.CANCELLED),
    ):  # fmt: skip
        shop.order(
            number, status=status, variant=kurti, total=1000, placed_at=week,
            channel=SalesChannel.AMAZON, payment=PaymentMethod.UPI,
        )  # fmt: skip
    told = profit_and_loss.run(shop.context(), ProfitOf(period="last_7_days")).facts
    assert (told["orders"], told["came_back"]) == (2, 1)
    assert (told["sales_rupees"], told["returned_rupees"], told["goods_rupees"]) == (
        2000,
        1000,
        400,
    )
    # Amazon keeps 12 %; out and back cost 60 and 45 rupees by the rules a shop begins with.
    assert (told["commission_rupees"], told["shipping_rupees"]) == (120, 165)
    assert told["profit_rupees"] == 2000 - 1000 - told["gst_rupees"] - 400 - 120 - 165
