"""Files: told by their content, kept under one shop, opened by those who may."""

from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from commerce import files
from commerce.access import Role
from commerce.db.tables import FileRow
from commerce.errors import BadFile, NotFound
from commerce.files import FileKind, Shelf
from tests.builders import Shop


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(root=tmp_path / "files", most=10_000)


def lying(shelf: Shelf) -> list[Path]:
    return [path for path in shelf.root.rglob("*") if path.is_file()]


def test_a_file_is_kept_under_its_shop_and_found_again(shop: Shop, shelf: Shelf) -> None:
    ctx = shop.context()
    kept = files.keep(ctx, shelf, BytesIO(b"order,total\n1,2\n"), name="orders.csv")
    found = files.find(ctx, kept.id)
    assert (found.name, found.kind, found.size) == ("orders.csv", FileKind.CSV, 16)
    path = shelf.path_of(shop.id, kept.id)
    assert path.read_bytes() == b"order,total\n1,2\n"
    assert path.parent == shelf.root / str(shop.id)
    assert path.stat().st_mode & 0o077 == 0


def test_a_file_that_is_too_big_leaves_nothing_behind(
    session: Session, shop: Shop, shelf: Shelf
) -> None:
    with pytest.raises(BadFile, match="more than 0 MB"):
        files.keep(shop.context(), shelf, BytesIO(b"a,b\n" * 2_501), name="big.csv")
    assert lying(shelf) == []
    assert session.scalars(select(FileRow).where(FileRow.shop_id == shop.id)).all() == []


def test_a_file_nobody_reads_leaves_nothing_behind(shop: Shop, shelf: Shelf) -> None:
    with pytest.raises(BadFile, match="cannot read"):
        files.keep(shop.context(), shelf, BytesIO(b"MZ\x90\x00\x03\x00\x00"), name="setup.csv")
    assert lying(shelf) == []


def test_a_colleague_may_not_open_somebodys_file(shop: Shop, shelf: Shelf) -> None:
    kept = files.keep(shop.context(), shelf, BytesIO(b"a,b\n1,2\n"), name="a.csv")
    with pytest.raises(NotFound):
        files.find(shop.context(shop.actor(Role.MANAGER)), kept.id)


def test_what_a_customer_sent_is_for_staff_who_see_orders(shop: Shop, shelf: Shelf) -> None:
    asha = shop.actor(Role.CUSTOMER, customer=shop.customer())
    photo = BytesIO(b"\xff\xd8\xff\xe0 damaged box")
    kept = files.keep(shop.context(asha), shelf, photo, name="box.jpg")
    agent = shop.context(shop.actor(Role.NDR_AGENT))
    assert files.find(agent, kept.id).kind is FileKind.JPEG
    other = shop.actor(Role.CUSTOMER, customer=shop.customer("Rohan Mehta"))
    with pytest.raises(NotFound):
        files.find(shop.context(other), kept.id)


def test_another_shops_file_does_not_exist(shop: Shop, other_shop: Shop, shelf: Shelf) -> None:
    asha = shop.actor(Role.CUSTOMER, customer=shop.customer())
    kept = files.keep(shop.context(asha), shelf, BytesIO(b"a,b\n1,2\n"), name="a.csv")
    with pytest.raises(NotFound):
        files.find(other_shop.context(), kept.id)
