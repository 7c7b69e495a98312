"""Which product is meant, and which will not last, by plain calls."""

import pytest

from commerce.inventory import rules
from commerce.inventory.types import Reservation, Variant
from commerce.money import Money


def variant(number: int, sku: str, title: str, product: str = "", price: int = 799) -> Variant:
    return Variant(
        id=number, sku=sku, title=title, product_id=number,
        product_title=product or title.split(",")[0], price=Money(price * 100),
    )  # fmt: skip


BLUE = variant(1, "KRT-BLU-M", "Cotton Kurti, Blue, M")
RED = variant(2, "KRT-RED-M", "Cotton Kurti, Red, M")
SILK = variant(3, "SAR-SLK-01", "Silk Saree, Green")
SHELF = [BLUE, RED, SILK]


@pytest.mark.parametrize("said", ["KRT-BLU-M", "krt blu m", "krtblum", "Krt_Blu-M"])
def test_a_sku_is_known_without_its_punctuation_and_case(said: str) -> None:
    assert rules.by_sku(said, SHELF) == [BLUE]


def test_the_beginning_of_a_sku_finds_its_family() -> None:
    assert rules.by_sku("KRT-", SHELF) == []
    assert rules.by_sku("KRT-B", SHELF) == [BLUE]


def test_a_word_of_a_title_is_no_sku() -> None:
    assert rules.by_sku("krtr", SHELF) == []


@pytest.mark.parametrize(
    "said",
    ["blue kurti", "Blue Kurtis", "kurti blue", "blu kurti", "bleu kurti", "cotton kurti in blue",
     "blue wali kurti ka stock"],
)  # fmt: skip
def test_a_product_is_known_by_words_of_its_title_nearly_spelt(said: str) -> None:
    best = rules.fits(said, SHELF)[0]
    assert (best.variant, best.is_complete) == (BLUE, True)


def test_a_word_that_several_share_fits_them_alike() -> None:
    first, second = rules.fits("kurti", SHELF)
    assert first.score == second.score


def test_what_lacks_a_word_that_was_said_is_no_complete_fit() -> None:
    assert [fit.is_complete for fit in rules.fits("green kurti", SHELF)] == [False, False, False]


def test_nothing_fits_what_the_shop_does_not_sell() -> None:
    assert rules.fits("pressure cooker", SHELF) == []


def test_days_left_are_free_pieces_over_the_pace_of_thirty_days() -> None:
    pace = rules.pace(BLUE, free=6, sold=60, revenue=Money(0))
    assert (pace.per_day, pace.days_left) == (2.0, 3.0)


def test_more_promised_than_there_is_leaves_no_days_not_fewer_than_none() -> None:
    assert rules.pace(BLUE, free=-4, sold=30, revenue=Money(0)).days_left == 0.0


def test_sold_out_comes_first_then_the_soonest_then_the_dearest() -> None:
    paces = [
        rules.pace(BLUE, free=6, sold=60, revenue=Money(100)),
        rules.pace(RED, free=0, sold=3, revenue=Money(200)),
        rules.pace(SILK, free=0, sold=3, revenue=Money(900)),
        rules.pace(BLUE, free=700, sold=30, revenue=Money(900)),
    ]
    low = rules.running_low(paces, days=7)
    assert [(p.variant.sku, p.days_left) for p in low] == [
        ("SAR-SLK-01", 0.0),
        ("KRT-RED-M", 0.0),
        ("KRT-BLU-M", 3.0),
    ]


@pytest.mark.parametrize(
    ("kept", "quantity", "given"),
    [
        ((5,), 2, [2]),
        ((5, 3), 7, [5, 2]),
        ((1,), 2, [1]),
        ((0, 2), 2, [2]),
        ((-3, 2), 2, [2]),
        ((), 2, []),
    ],
)
def test_a_shelf_gives_back_no_more_than_it_keeps(
    kept: tuple[int, ...], quantity: int, given: list[int]
) -> None:
    shelves = [
        Reservation(stock_id=i, sku="S", warehouse=f"W{i}", quantity=pieces)
        for i, pieces in enumerate(kept)
    ]
    assert [share.quantity for share in rules.share_out(shelves, quantity)] == given
