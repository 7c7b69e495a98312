"""What is remembered, where it is used: default warehouse and hours, and the card that shows it."""

from commerce import memory
from commerce.access import Role
from commerce.context import Context
from commerce.memory import Asked, Remembered
from tests.builders import Shop
from tools.cards import TableCard
from tools.inventory import AdjustStock, CheckStock, adjust_stock, check_stock
from tools.memory import Forget, ShowMemory, forget, show_memory


def of_two_warehouses(shop: Shop) -> Context:
    kurti = shop.variant("KRT-1", "Cotton Kurti, Blue, M")
    shop.stock(kurti, shop.warehouse("BWD", "Bhiwandi"), on_hand=30)
    shop.stock(kurti, shop.warehouse("DEL", "Delhi"), on_hand=5)
    ctx = shop.context(shop.actor(Role.OWNER))
    memory.remember(ctx, Asked(warehouse="Bhiwandi"))
    return ctx


def test_stock_is_of_the_default_warehouse_and_the_answer_says_so(shop: Shop) -> None:
    result = check_stock.run(of_two_warehouses(shop), CheckStock(product="KRT-1"))
    assert (result.facts["free"], result.facts["warehouse_from_memory"]) == (30, "BWD")
    assert result.says.endswith("I took BWD, your default warehouse.")
    (card,) = result.cards
    assert isinstance(card, TableCard)
    assert [button.label for button in card.buttons] == ["In all warehouses"]


def test_all_warehouses_are_all_whatever_the_default_is(shop: Shop) -> None:
    result = check_stock.run(
        of_two_warehouses(shop), CheckStock(product="KRT-1", warehouse="all")
    )  # fmt: skip
    assert result.facts["free"] == 35


def test_a_change_of_stock_is_bound_to_the_default_warehouse_that_was_shown(shop: Shop) -> None:
    ctx = of_two_warehouses(shop)
    assert adjust_stock.preview is not None
    preview = adjust_stock.preview(ctx, AdjustStock(product="KRT-1", quantity=-2))
    assert preview.change.subject == "KRT-1 @ BWD"
    assert preview.change.warnings == ("I took BWD, your default warehouse.",)
    assert preview.arguments == {"product": "KRT-1", "quantity": -2, "warehouse": "BWD"}


def test_what_is_known_is_a_row_each_with_a_button_to_forget_it(shop: Shop) -> None:
    ctx = of_two_warehouses(shop)
    memory.remember(ctx, Asked(hours="10:00-19:00"))
    (card,) = show_memory.run(ctx, ShowMemory()).cards
    assert isinstance(card, TableCard)
    assert [row[:2] for row in card.rows] == [
        ("Default warehouse", "Bhiwandi warehouse (BWD)"), ("Working hours", "10:00-19:00"),
    ]  # fmt: skip
    assert [button.label for button in card.buttons] == [
        "Forget Default warehouse", "Forget Working hours", "Forget everything",
    ]  # fmt: skip


def test_forgetting_asks_first_as_it_cannot_be_taken_back(shop: Shop) -> None:
    ctx = of_two_warehouses(shop)
    assert forget.preview is not None
    preview = forget.preview(ctx, Forget(what=Remembered.EVERYTHING))
    assert preview.title == "Forget: Everything"
    assert memory.my_warehouse(ctx) == "BWD"
    assert forget.run(ctx, Forget(what=Remembered.EVERYTHING)).says == "Forgotten: Everything."
    assert memory.my_warehouse(ctx) is None
