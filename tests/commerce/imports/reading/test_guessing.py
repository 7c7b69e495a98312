"""Lists under headers nobody has seen: guessed, asked, told, and known the next time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from commerce import imports
from commerce.db.tables import StockRow
from commerce.errors import BadFile, NotFound
from commerce.imports import ImportOutcome, Options
from tests.builders import Shop

Bring = Callable[..., ImportOutcome]

LIST = "Maal ka code,Godown naam,Kitne pade hain\nKUR-1,PUN,12\n"
NEAR = "Sku Codes,Warehouse Nm,Quantities\nKUR-1,PUN,12\n"
MAP = {"sku": "Maal ka code", "warehouse": "Godown naam", "on_hand": "Kitne pade hain"}


@pytest.fixture
def shelf(shop: Shop) -> None:
    shop.stock(shop.variant("KUR-1"), shop.warehouse("PUN"), on_hand=3)


def written(tmp_path: Path, text: str, name: str = "list.csv") -> Path:
    path = tmp_path / name
    path.write_text(text)
    return path


def test_a_guess_is_not_taken_until_it_is_confirmed(
    session: Session, shop: Shop, shelf: None, bring: Bring
) -> None:
    with pytest.raises(BadFile, match='--map "Sku Codes=sku"'):
        bring(NEAR, kind="stock")
    assert session.scalars(select(StockRow.on_hand).where(StockRow.shop_id == shop.id)).all() == [3]
    assert bring(NEAR, kind="stock", confirmed=True).records == imports.Counts(changed=1)


def test_columns_that_cannot_even_be_guessed_are_asked_for_by_name(
    shelf: None, bring: Bring
) -> None:
    with pytest.raises(BadFile, match=r"these columns are missing: .*, with on_hand as our fields"):
        bring("Sku Codes,Colour\nKUR-1,blue\n", kind="stock")


def test_columns_are_those_the_person_names(
    session: Session, shop: Shop, shelf: None, bring: Bring
) -> None:
    assert bring(LIST, kind="stock", columns=MAP).records == imports.Counts(changed=1)
    assert session.scalars(select(StockRow.on_hand).where(StockRow.shop_id == shop.id)).all() == [
        12
    ]


def test_a_column_that_is_not_there_or_not_ours_is_refused_with_those_that_are(
    bring: Bring,
) -> None:
    with pytest.raises(BadFile, match="We have no column"):
        bring(LIST, kind="stock", columns={"godown": "Godown naam"})
    with pytest.raises(
        BadFile, match=r"There is no column .Code. in the file\. It has: Maal ka code"
    ):
        bring(LIST, kind="stock", columns={"sku": "Code"})


def test_a_saved_mapping_is_recognised_by_the_headers_of_the_next_file(
    shop: Shop, shelf: None, tmp_path: Path
) -> None:
    ctx = shop.context()
    first = written(tmp_path, LIST)
    opened = imports.open_file(ctx, first, Options(kind="stock", columns=MAP, day_first=True))
    imports.keep_mapping(ctx, opened, name=" Gupta  Traders ")
    second = written(tmp_path, LIST.replace("12", "9").replace("Maal ka", "MAAL KA"), "next.csv")
    again = imports.open_file(ctx, second, Options())
    assert (again.options.mapping, again.options.kind) == ("Gupta Traders", "stock")
    assert imports.read_in(ctx, second).records == imports.Counts(changed=1)


def test_another_shops_mapping_is_not_known_here(
    shop: Shop, other_shop: Shop, tmp_path: Path
) -> None:
    path = written(tmp_path, LIST)
    theirs = other_shop.context()
    opened = imports.open_file(theirs, path, Options(kind="stock", columns=MAP))
    imports.keep_mapping(theirs, opened, name="Gupta")
    with pytest.raises(NotFound, match="There is no saved mapping"):
        imports.open_file(shop.context(), path, Options(mapping="Gupta"))
    with pytest.raises(BadFile, match="is of no make we know"):
        imports.read_in(shop.context(), path)


def test_a_list_that_could_be_two_things_asks_which(shop: Shop, tmp_path: Path) -> None:
    path = written(tmp_path, "SKU,Price,Quantity\nKUR-1,100,5\n")
    with pytest.raises(BadFile, match="could be one of several: prices, stock"):
        imports.read_in(shop.context(), path)
