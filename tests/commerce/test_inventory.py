"""Stock in a real shop: the right product found, counted, and missed in time."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from commerce import inventory
from commerce.access import Role
from commerce.db.tables import StockMovementRow, VariantRow
from commerce.errors import Ambiguous, NotAllowed, NotFound, Refused
from commerce.inventory import StockReason, StockStep
from commerce.money import Money
from commerce.vocabulary import OrderStatus
from tests.builders import Shop


def sibling(shop: Shop, variant: VariantRow, sku: str, title: str) -> VariantRow:
    """Add another size of the same product."""
    row = VariantRow(
        shop_id=shop.id, product_id=variant.product_id, sku=sku, title=title,
        price_minor=variant.price_minor, cost_minor=variant.cost_minor,
        mrp_minor=variant.mrp_minor, weight_grams=300, is_active=True,
    )  # fmt: skip
    shop.session.add(row)
    shop.session.flush()
    return row


def skus(found: tuple[inventory.Variant, ...]) -> list[str]:
    return [variant.sku for variant in found]


@pytest.mark.parametrize("said", ["KRT-BLU-M", "krt blu m", "blue kurti", "Cotton Kurti, Blue, M"])
def test_a_product_is_found_by_sku_or_by_words_of_its_title(shop: Shop, said: str) -> None:
    shop.variant("KRT-BLU-M", "Cotton Kurti, Blue, M")
    shop.variant("SAR-SLK-1", "Silk Saree, Green")
    assert skus(inventory.find_variants(shop.context(), said)) == ["KRT-BLU-M"]


def test_sizes_of_one_product_are_found_together(shop: Shop) -> None:
    small = shop.variant("KRT-S", "Cotton Kurti, S")
    sibling(shop, small, "KRT-M", "Cotton Kurti, M")
    assert skus(inventory.find_variants(shop.context(), "cotton kurti")) == ["KRT-M", "KRT-S"]


def test_several_products_ask_back(shop: Shop) -> None:
    shop.variant("KRT-1", "Cotton Kurti")
    shop.variant("KRT-2", "Silk Kurti")
    with pytest.raises(Ambiguous, match="Several products fit kurti") as error:
        inventory.find_variants(shop.context(), "kurti")
    assert error.value.choices == (
        ("Cotton Kurti", "Cotton Kurti"),
        ("Silk Kurti", "Silk Kurti"),
    )


def test_a_whole_title_wins_over_a_longer_one(shop: Shop) -> None:
    shop.variant("KRT-1", "Cotton Kurti")
    shop.variant("KRT-2", "Cotton Kurti Set")
    assert skus(inventory.find_variants(shop.context(), "cotton kurti")) == ["KRT-1"]


def test_products_of_one_title_are_offered_by_sku(shop: Shop) -> None:
    shop.variant("KRT-1", "Cotton Kurti, Blue")
    shop.variant("KRT-2", "Cotton Kurti, Red")
    with pytest.raises(Ambiguous) as error:
        inventory.find_variants(shop.context(), "cotton kurti")
    assert [choice for choice, _ in error.value.choices] == ["KRT-1", "KRT-2"]


def test_no_more_than_five_products_are_offered(shop: Shop) -> None:
    for number in range(7):
        shop.variant(title=f"Kurti Style{number}")
    with pytest.raises(Ambiguous) as error:
        inventory.find_variants(shop.context(), "kurti")
    assert len(error.value.choices) == 5


def test_what_comes_near_is_offered_not_guessed(shop: Shop) -> None:
    shop.variant("KRT-1", "Cotton Kurti, Blue")
    with pytest.raises(Ambiguous, match="Did you mean") as error:
        inventory.find_variants(shop.context(), "yellow kurti")
    assert error.value.choices == (("Cotton Kurti", "Cotton Kurti"),)


def test_what_the_shop_does_not_sell_is_not_found(shop: Shop, other_shop: Shop) -> None:
    shop.variant("KRT-1", "Cotton Kurti")
    other_shop.variant("COOK-1", "Pressure Cooker")
    for said in ("pressure cooker", "COOK-1", "!?"):
        with pytest.raises(NotFound, match="no product"):
            inventory.find_variants(shop.context(), said)


def test_stock_is_counted_a_warehouse(shop: Shop) -> None:
    kurti = shop.variant("KRT-1", "Cotton Kurti")
    shop.stock(kurti, shop.warehouse("PUN", "Pune"), on_hand=10, reserved=3)
    shop.stock(kurti, shop.warehouse("DEL", "Delhi"), on_hand=5, reserved=5)
    (stock,) = inventory.stock_of(shop.context(), "KRT-1")
    assert (stock.on_hand, stock.reserved, stock.free) == (15, 8, 7)
    assert [(shelf.warehouse.code, shelf.free) for shelf in stock.shelves] == [
        ("DEL", 0),
        ("PUN", 7),
    ]


@pytest.mark.parametrize("said", ["DEL", "delhi", "Delhi warehouse", "Delhi godown"])
def test_stock_is_counted_in_the_warehouse_that_was_named(shop: Shop, said: str) -> None:
    kurti = shop.variant("KRT-1")
    shop.stock(kurti, shop.warehouse("PUN", "Pune"), on_hand=10)
    shop.stock(kurti, shop.warehouse("DEL", "Delhi"), on_hand=4)
    (stock,) = inventory.stock_of(shop.context(), "KRT-1", said)
    assert stock.free == 4


def test_an_unknown_warehouse_is_told_those_there_are(shop: Shop) -> None:
    shop.variant("KRT-1")
    shop.warehouse("PUN", "Pune")
    with pytest.raises(NotFound, match=r"no warehouse Surat.*PUN \(Pune\)"):
        inventory.stock_of(shop.context(), "KRT-1", "Surat")


def test_what_was_never_on_a_shelf_has_nothing(shop: Shop) -> None:
    shop.variant("KRT-1")
    (stock,) = inventory.stock_of(shop.context(), "KRT-1")
    assert (stock.shelves, stock.free) == ((), 0)


def test_low_is_what_will_not_last_at_the_pace_of_thirty_days(shop: Shop) -> None:
    pune = shop.warehouse()
    fast, slow, gone = shop.variant("FAST"), shop.variant("SLOW"), shop.variant("GONE")
    shop.stock(fast, pune, on_hand=8, reserved=2)
    shop.stock(slow, pune, on_hand=70)
    shop.stock(gone, pune, on_hand=1, reserved=1)
    shop.order(variant=fast, quantity=60, total=6_000)
    shop.order(variant=slow, quantity=30)
    shop.order(variant=gone, quantity=3, total=300)
    low = inventory.low_stock(shop.context())
    assert [(p.variant.sku, p.free, p.sold, p.per_day, p.days_left) for p in low] == [
        ("GONE", 0, 3, 0.1, 0.0),
        ("FAST", 6, 60, 2.0, 3.0),
    ]
    assert low[1].revenue == Money(600_000)


def test_more_days_ahead_find_more_that_will_run_out(shop: Shop) -> None:
    kurti = shop.variant("KRT-1")
    shop.stock(kurti, shop.warehouse(), on_hand=10)
    shop.order(variant=kurti, quantity=30)
    assert inventory.low_stock(shop.context(), days=10) == ()
    assert [p.variant.sku for p in inventory.low_stock(shop.context(), days=11)] == ["KRT-1"]


def test_what_did_not_sell_is_never_low(shop: Shop) -> None:
    pune = shop.warehouse()
    old, never, off = shop.variant("OLD"), shop.variant("NEVER"), shop.variant("OFF")
    for variant in (old, never, off):
        shop.stock(variant, pune, on_hand=0)
    shop.order(variant=old, placed_at=shop.now - timedelta(days=31))
    shop.order(variant=off, status=OrderStatus.CANCELLED)
    shop.order(variant=off, status=OrderStatus.FAILED)
    assert inventory.low_stock(shop.context()) == ()


def test_what_sells_and_was_never_on_a_shelf_is_sold_out(shop: Shop) -> None:
    shop.order(variant=shop.variant("KRT-1"))
    (low,) = inventory.low_stock(shop.context())
    assert (low.variant.sku, low.free, low.days_left) == ("KRT-1", 0, 0.0)


def test_what_another_shop_sold_does_not_count(shop: Shop, other_shop: Shop) -> None:
    other_shop.order(variant=other_shop.variant("KRT-1"))
    assert inventory.low_stock(shop.context()) == ()


@pytest.mark.parametrize("role", [Role.NDR_AGENT, Role.CUSTOMER])
def test_who_may_not_see_stock_is_refused(shop: Shop, role: Role) -> None:
    shop.variant("KRT-1")
    buyer = shop.customer()
    ctx = shop.context(shop.actor(role, customer=buyer if role is Role.CUSTOMER else None))
    with pytest.raises(NotAllowed):
        inventory.stock_of(ctx, "KRT-1")
    with pytest.raises(NotAllowed):
        inventory.low_stock(ctx)


def on_hand(shop: Shop, sku: str) -> int:
    (stock,) = inventory.stock_of(shop.context(), sku)
    return stock.on_hand


def moved(shop: Shop) -> list[tuple[int, str]]:
    rows = shop.session.scalars(
        select(StockMovementRow).where(StockMovementRow.shop_id == shop.id).order_by("id")
    )
    return [(row.quantity, row.reason) for row in rows]


def test_damaged_pieces_leave_the_shelf_with_a_movement_and_come_back_by_undo(shop: Shop) -> None:
    shop.stock(shop.variant("KRT-1", cost=300), shop.warehouse("PUN"), on_hand=10)
    ctx = shop.context()
    change = inventory.adjust(ctx, "KRT-1", 3, reason=StockReason.DAMAGE)
    assert (change.subject, change.before["on_hand"], change.after["on_hand"]) == (
        "KRT-1 @ PUN",
        10,
        7,
    )
    assert change.at_stake == Money(90_000)
    assert on_hand(shop, "KRT-1") == 7
    inventory.undo_adjust(ctx, change)
    assert on_hand(shop, "KRT-1") == 10
    assert moved(shop) == [(-3, "damage"), (3, "correction")]


def test_a_count_sets_what_lies_there(shop: Shop) -> None:
    shop.stock(shop.variant("KRT-1"), shop.warehouse(), on_hand=10)
    change = inventory.adjust(shop.context(), "KRT-1", 40, reason=StockReason.COUNT)
    assert (change.after, moved(shop)) == (
        {"on_hand": 40, "reason": "count"},
        [(30, "correction")],
    )


def test_what_came_in_for_the_first_time_gets_a_shelf(shop: Shop) -> None:
    shop.variant("KRT-1")
    shop.warehouse("PUN", "Pune")
    inventory.adjust(shop.context(), "KRT-1", 25, reason=StockReason.RECEIVED)
    assert (on_hand(shop, "KRT-1"), moved(shop)) == (25, [(25, "purchase")])


@pytest.mark.parametrize(
    ("quantity", "step", "why"),
    [
        (11, StockStep.REMOVE, "Only 10 pieces lie at KRT-1 @ PUN"),
        (10, StockStep.SET, "nothing would change"),
        (5, None, "added, taken off, or"),
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_moves(
    shop: Shop, quantity: int, step: StockStep | None, why: str
) -> None:
    shop.stock(shop.variant("KRT-1"), shop.warehouse("PUN"), on_hand=10)
    with pytest.raises(Refused, match=why):
        inventory.adjust(shop.context(), "KRT-1", quantity, step=step)
    assert (on_hand(shop, "KRT-1"), moved(shop)) == (10, [])


def test_taking_what_is_promised_warns(shop: Shop) -> None:
    shop.stock(shop.variant("KRT-1"), shop.warehouse("PUN"), on_hand=10, reserved=8)
    change = inventory.plan_adjust(shop.context(), "KRT-1", -3)
    assert change.warnings == (
        "8 pieces at KRT-1 @ PUN are promised to open orders; only 7 will lie there.",
    )


def test_several_warehouses_or_sizes_ask_back(shop: Shop) -> None:
    small = shop.variant("KRT-S", "Cotton Kurti, S")
    sibling(shop, small, "KRT-M", "Cotton Kurti, M")
    shop.stock(small, shop.warehouse("PUN", "Pune"))
    shop.stock(small, shop.warehouse("DEL", "Delhi"))
    with pytest.raises(Ambiguous) as warehouse:
        inventory.plan_adjust(shop.context(), "KRT-S", -1)
    assert [code for code, _ in warehouse.value.choices] == ["DEL", "PUN"]
    with pytest.raises(Ambiguous) as size:
        inventory.plan_adjust(shop.context(), "cotton kurti", -1, warehouse="PUN")
    assert [sku for sku, _ in size.value.choices] == ["KRT-M", "KRT-S"]


def test_stock_that_moved_on_is_not_undone(shop: Shop) -> None:
    row = shop.stock(shop.variant("KRT-1"), shop.warehouse(), on_hand=10)
    change = inventory.adjust(shop.context(), "KRT-1", -3)
    row.on_hand = 6
    shop.session.flush()
    with pytest.raises(Refused, match="6 pieces now"):
        inventory.undo_adjust(shop.context(), change)
    assert on_hand(shop, "KRT-1") == 6


def test_dead_is_what_lies_there_and_nobody_bought_for_long(shop: Shop) -> None:
    pune = shop.warehouse()
    old, never, sells, empty = (shop.variant(sku, cost=300) for sku in ("OLD", "NEV", "SEL", "EMP"))
    for variant, pieces in ((old, 4), (never, 10), (sells, 5), (empty, 0)):
        shop.stock(variant, pune, on_hand=pieces)
    long_ago = shop.now - timedelta(days=91)
    for variant in (old, empty):
        shop.order(variant=variant, placed_at=long_ago)
    shop.order(variant=old, status=OrderStatus.CANCELLED)
    shop.order(variant=sells, placed_at=shop.now - timedelta(days=89))
    found = inventory.dead_stock(shop.context())
    assert [(d.variant.sku, d.on_hand, d.value, d.last_sold_at) for d in found.dead] == [
        ("NEV", 10, Money(300_000), None),
        ("OLD", 4, Money(120_000), datetime(2026, 8, 22, 18, 30, tzinfo=UTC)),
    ]
    assert (found.pieces, found.value, found.all_value) == (14, Money(420_000), Money(570_000))


def test_what_has_just_come_in_is_not_dead(shop: Shop, other_shop: Shop) -> None:
    shop.stock(shop.variant("KRT-1"), shop.warehouse())
    other_shop.stock(other_shop.variant("KRT-2"), other_shop.warehouse())
    assert inventory.dead_stock(shop.context(), days=500).dead == ()


def test_who_may_only_look_cannot_change_stock(shop: Shop) -> None:
    shop.stock(shop.variant("KRT-1"), shop.warehouse(), on_hand=10)
    ctx = shop.context(shop.actor(Role.VIEWER))
    for write in (inventory.plan_adjust, inventory.adjust):
        with pytest.raises(NotAllowed):
            write(ctx, "KRT-1", -1)
    assert (on_hand(shop, "KRT-1"), moved(shop)) == (10, [])
