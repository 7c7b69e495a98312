"""Files that people send: kept, tried out, read in, given back, and taken back again."""

import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commerce import files, imports
from commerce.access import Role
from commerce.context import Context
from commerce.db.tables import ImportRunRow, OrderRow, ReviewRow
from commerce.errors import BadFile, NotAllowed, NotFound, Refused
from commerce.files import Shelf
from commerce.imports import Options
from commerce.vocabulary import OrderStatus
from tests.builders import Shop

FILES = Path(__file__).parent / "files"
DOUBTFUL = "Order No,Order Date,Item,Amount\n1,25/12/2025,Cup,100\n2,2026-02-03,Bag,x\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(root=tmp_path / "files")


def staged(ctx: Context, shelf: Shelf, what: str, name: str = "orders.csv") -> str:
    content = what.encode() if "\n" in what else (FILES / what).read_bytes()
    return imports.stage(ctx, shelf, io.BytesIO(content), name=name).id


def orders(session: Session, shop: Shop) -> int:
    found = select(func.count()).select_from(OrderRow).where(OrderRow.shop_id == shop.id)
    return session.scalar(found) or 0


def test_a_preview_says_what_would_happen_and_writes_nothing(
    session: Session, shop: Shop, shelf: Shelf
) -> None:
    ctx = shop.context()
    told = imports.preview(ctx, shelf, staged(ctx, shelf, "amazon_all_orders.txt", "a.txt"))
    assert (told.kind, told.format, told.file_name) == ("orders", "amazon", "a.txt")
    assert told.records == imports.Counts(added=3, refused=1)
    assert told.ready
    assert (told.reasons[0].count, told.reasons[0].first_line) == (1, 6)
    assert (told.matches[0].column, told.matches[0].header) == ("number", "amazon-order-id")
    assert told.matches[0].examples[0] == "405-9763961-5211537"
    assert "fulfillment-channel" in told.unused
    assert orders(session, shop) == 0
    assert imports.runs(ctx) == ()


def test_a_preview_asks_what_the_file_does_not_tell(shop: Shop, shelf: Shelf) -> None:
    ctx = shop.context()
    words = "Order No,Order Date,Item,Amount\n1,03/04/2026,Cup,100\n"
    told = imports.preview(ctx, shelf, staged(ctx, shelf, words))
    (question,) = told.questions
    assert (question.about, question.column, question.required) == ("dates", "Order Date", False)
    assert [choice for choice, _ in question.choices] == ["dmy", "mdy"]
    assert told.records == imports.Counts(refused=1)
    answered = imports.preview(
        ctx, shelf, staged(ctx, shelf, words), Options(kind="orders", day_first=True)
    )
    assert answered.questions == ()
    assert answered.records == imports.Counts(added=1)


def test_a_preview_of_an_unknown_list_asks_what_it_holds_and_then_which_column_is_which(
    shop: Shop, shelf: Shelf
) -> None:
    ctx = shop.context()
    file = staged(ctx, shelf, "Sku Codes,Godown,Quantities\nKUR-1,PUN,12\n")
    unknown = imports.preview(ctx, shelf, file)
    assert (unknown.kind, unknown.ready) == (None, False)
    assert unknown.questions[0].about == "kind"
    guessed = imports.preview(ctx, shelf, file, Options(kind="stock"))
    assert guessed.questions[0].about == "columns"
    assert guessed.records == imports.Counts()
    assert {match.column: match.header for match in guessed.matches}["on_hand"] == "Quantities"
    confirmed = imports.preview(ctx, shelf, file, Options(kind="stock", confirmed=True))
    assert confirmed.ready
    assert confirmed.records == imports.Counts(refused=1)


def test_the_good_rows_go_in_and_the_others_come_back_as_a_file(
    session: Session, shop: Shop, shelf: Shelf
) -> None:
    ctx = shop.context()
    outcome = imports.run(ctx, shelf, staged(ctx, shelf, DOUBTFUL))
    assert outcome.records == imports.Counts(added=1, refused=1)
    assert orders(session, shop) == 1
    result = files.find(ctx, outcome.result_file_id or "")
    assert result.name == "orders-refused.csv"
    content = shelf.path_of(shop.id, result.id).read_text(encoding="utf-8-sig")
    (refused,) = csv.DictReader(io.StringIO(content))
    assert (refused["Order No"], refused["line"]) == ("2", "3")
    assert refused["reason"].startswith('Amount holds "x", which is no amount')
    (run,) = imports.runs(ctx)
    assert (run.id, run.result_file_id, run.records.added) == (outcome.run_id, result.id, 1)


def test_all_or_nothing_is_nothing_where_a_row_is_refused(
    session: Session, shop: Shop, shelf: Shelf
) -> None:
    ctx = shop.context()
    file = staged(ctx, shelf, DOUBTFUL)
    with pytest.raises(Refused, match="One record was refused, so nothing was taken in"):
        imports.run(ctx, shelf, file, only_ok=False)
    assert orders(session, shop) == 0
    assert imports.runs(ctx) == ()


def test_a_file_is_for_who_sent_it(shop: Shop, other_shop: Shop, shelf: Shelf) -> None:
    file = staged(shop.context(), shelf, DOUBTFUL)
    with pytest.raises(NotFound):
        imports.preview(shop.context(shop.actor(Role.OPERATOR)), shelf, file)
    with pytest.raises(NotFound):
        imports.run(other_shop.context(), shelf, file)


def test_who_may_read_nothing_in_may_send_nothing(shop: Shop, shelf: Shelf) -> None:
    with pytest.raises(NotAllowed):
        staged(shop.context(shop.actor(Role.VIEWER)), shelf, DOUBTFUL)
    assert not shelf.root.exists()


def test_a_picture_is_no_list(shop: Shop, shelf: Shelf) -> None:
    picture = io.BytesIO(b"\x89PNG\r\n\x1a\n" + bytes(20))
    with pytest.raises(BadFile, match="has no rows and columns"):
        imports.stage(shop.context(), shelf, picture, name="orders.csv")


def test_new_orders_can_be_taken_back_within_a_day(
    session: Session, shop: Shop, shelf: Shelf
) -> None:
    kept = shop.order("7")
    ctx = shop.context()
    outcome = imports.run(ctx, shelf, staged(ctx, shelf, DOUBTFUL))
    assert outcome.undo is not None
    assert outcome.undo.possible
    change = imports.undo(ctx, outcome.run_id or 0)
    assert change.before == {"added": 1}
    numbers = session.scalars(select(OrderRow.number).where(OrderRow.shop_id == shop.id))
    assert numbers.all() == [kept.number]
    with pytest.raises(Refused, match="taken back already"):
        imports.undo(ctx, outcome.run_id or 0)


def test_orders_that_were_worked_on_since_are_not_taken_back(
    session: Session, shop: Shop, shelf: Shelf
) -> None:
    ctx = shop.context()
    outcome = imports.run(ctx, shelf, staged(ctx, shelf, DOUBTFUL))
    row = session.scalars(select(OrderRow).where(OrderRow.shop_id == shop.id)).one()
    row.status = OrderStatus.SHIPPED
    shop.parcel(row)
    with pytest.raises(Refused, match="One of its orders has been worked on since"):
        imports.undo(ctx, outcome.run_id or 0)
    assert orders(session, shop) == 1


def test_after_a_day_or_where_things_were_changed_nothing_is_taken_back(
    session: Session, shop: Shop, shelf: Shelf
) -> None:
    ctx = shop.context()
    outcome = imports.run(ctx, shelf, staged(ctx, shelf, DOUBTFUL))
    late = shop.at(shop.now + timedelta(hours=25)).context()
    with pytest.raises(Refused, match="more than 24 hours ago"):
        imports.undo(late, outcome.run_id or 0)
    shop.stock(shop.variant("KUR-BLU-M"), shop.warehouse("PUN"), on_hand=1)
    counted = imports.run(ctx, shelf, staged(ctx, shelf, "stock.csv"), Options(kind="stock"))
    with pytest.raises(Refused, match="cannot be taken back as one"):
        imports.undo(ctx, counted.run_id or 0)


def test_reviews_are_taken_back_and_another_shops_run_is_not_found(
    session: Session, shop: Shop, other_shop: Shop, shelf: Shelf
) -> None:
    shop.variant("KUR-BLU-M")
    ctx = shop.context()
    outcome = imports.run(ctx, shelf, staged(ctx, shelf, "reviews.csv"))
    with pytest.raises(NotFound):
        imports.undo(other_shop.context(), outcome.run_id or 0)
    assert imports.undo(ctx, outcome.run_id or 0).before == {"added": 2}
    assert session.scalars(select(ReviewRow).where(ReviewRow.shop_id == shop.id)).all() == []


def test_a_long_file_is_read_whole_and_tried_in_part(
    session: Session, shop: Shop, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports.staging, "SAMPLE_ROWS", 2)
    ctx = shop.context()
    rows = "".join(f"{number},2026-11-20,Cup,100\n" for number in range(1, 6))
    words = f"Order No,Order Date,Item,Amount\n{rows}6,2026-11-20,Cup,x\n"
    told = imports.preview(ctx, shelf, staged(ctx, shelf, words))
    assert (told.is_sample, told.total_rows) == (True, 6)
    assert told.records == imports.Counts(added=2, refused=1)
    assert session.scalars(select(ImportRunRow).where(ImportRunRow.shop_id == shop.id)).all() == []
