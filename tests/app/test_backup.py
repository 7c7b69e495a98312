"""A backup puts the whole shop back, on the same database or on the other."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select, text

from app import backup, demo
from commerce.db import newest_version, open_engine, rollback, session_factory, version_of
from commerce.db.tables import Base, ShopRow
from commerce.scoring.blobs_in_database import DatabaseBlobs
from tests.conftest import NOW
from tests.postgres import Databases


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with what people sent, and what can be made again."""
    home = tmp_path / "home"
    (home / "files" / "1").mkdir(parents=True)
    (home / "files" / "1" / "photo.png").write_bytes(b"\x89PNG")
    (home / "cache").mkdir()
    (home / "cache" / "planner.npz").write_bytes(b"again")
    return home


@pytest.fixture
def empty_postgres(postgres: Databases) -> Iterator[str]:
    """A PostgreSQL database with nothing in it."""
    url = postgres.take()
    yield url
    postgres.give_back(url)


@pytest.fixture
def small_shop(database_url: str) -> Iterator[Engine]:
    """The demo shop, small."""
    engine = open_engine(database_url)
    demo.make(engine, orders=200, now=NOW)
    DatabaseBlobs(engine).put("shop-1/risk/0001.npz", b"\x00\xff")
    yield engine
    engine.dispose()


def everything(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, by its key."""
    with engine.connect() as connection:
        return {
            table.name: [
                tuple(row)
                for row in connection.execute(select(table).order_by(*table.primary_key.columns))
            ]
            for table in Base.metadata.sorted_tables
        }


def test_what_was_wiped_comes_back_to_the_last_row(
    small_shop: Engine, database_url: str, home: Path, tmp_path: Path
) -> None:
    before = everything(small_shop)
    file = tmp_path / "shop.backup"
    taken = backup.take(small_shop, home, file, NOW)
    assert taken.rows == sum(map(len, before.values()))
    assert [kept.path for kept in taken.files] == ["files/1/photo.png"]
    assert file.stat().st_mode & 0o777 == 0o600
    rollback(small_shop, "base")
    small_shop.dispose()
    (home / "files" / "1" / "photo.png").unlink()

    backup.restore(database_url, home, file)
    assert everything(small_shop) == before
    assert version_of(small_shop) == newest_version()
    assert (home / "files" / "1" / "photo.png").read_bytes() == b"\x89PNG"
    with session_factory(small_shop)() as session:
        session.add(ShopRow(name="Next", currency="INR", zone="Asia/Kolkata", is_demo=False,
                            settings={}, created_at=NOW))  # fmt: skip
        session.commit()


@pytest.mark.postgres
def test_sqlite_moves_to_postgresql_and_back(
    sqlite_template: Path, empty_postgres: str, home: Path, tmp_path: Path
) -> None:
    first = tmp_path / "first.db"
    first.write_bytes(sqlite_template.read_bytes())
    engine = open_engine(f"sqlite:///{first}")
    demo.make(engine, orders=200, now=NOW)
    DatabaseBlobs(engine).put("shop-1/risk/0001.npz", b"\x00\xff")
    before = everything(engine)
    backup.take(engine, home, tmp_path / "one", NOW)
    backup.restore(empty_postgres, home, tmp_path / "one")
    moved = open_engine(empty_postgres)
    assert everything(moved) == before
    backup.take(moved, home, tmp_path / "two", NOW)
    moved.dispose()
    backup.restore(f"sqlite:///{tmp_path / 'back.db'}", home, tmp_path / "two")
    back = open_engine(f"sqlite:///{tmp_path / 'back.db'}")
    assert everything(back) == before
    for opened in (engine, back):
        opened.dispose()


def test_a_shop_is_not_overwritten_unless_told(
    small_shop: Engine, database_url: str, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "shop.backup"
    backup.take(small_shop, home, file, NOW)
    with small_shop.begin() as connection:
        connection.execute(text("UPDATE shops SET name = 'Renamed'"))
    with pytest.raises(backup.TargetNotEmpty, match="--replace"):
        backup.restore(database_url, home, file)
    with small_shop.connect() as connection:
        assert connection.scalar(select(ShopRow.name)) == "Renamed"
    small_shop.dispose()
    backup.restore(database_url, home, file, replace=True)
    with small_shop.connect() as connection:
        assert connection.scalar(select(ShopRow.name)) != "Renamed"


def test_a_changed_backup_is_refused_and_nothing_changes(
    small_shop: Engine, database_url: str, home: Path, tmp_path: Path
) -> None:
    file, changed = tmp_path / "shop.backup", tmp_path / "changed.backup"
    backup.take(small_shop, home, file, NOW)
    before = everything(small_shop)
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(changed, "w") as other:
        for name in whole.namelist():
            content = whole.read(name)
            other.writestr(name, content.replace(b"Delivered", b"Cancelled"))
    with pytest.raises(backup.BackupUnreadable, match="damaged"):
        backup.restore(database_url, home, changed, replace=True)
    assert everything(small_shop) == before


def test_a_file_may_not_leave_the_home_folder(
    small_shop: Engine, database_url: str, home: Path, tmp_path: Path
) -> None:
    file, planted = tmp_path / "shop.backup", tmp_path / "planted.backup"
    backup.take(small_shop, home, file, NOW)
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(planted, "w") as other:
        for name in whole.namelist():
            content = whole.read(name)
            if name == "manifest.json":
                manifest = json.loads(content)
                manifest["files"][0]["path"] = "../outside"
                content = json.dumps(manifest).encode()
            other.writestr(name.replace("files/files/1/photo.png", "files/../outside"), content)
    with pytest.raises(backup.BackupUnreadable, match="damaged"):
        backup.restore(database_url, home, planted, replace=True)
    assert not (tmp_path / "outside").exists()


def test_what_a_backup_calls_a_table_is_never_more_than_a_name(
    small_shop: Engine, database_url: str, home: Path, tmp_path: Path
) -> None:
    file, planted = tmp_path / "shop.backup", tmp_path / "planted.backup"
    backup.take(small_shop, home, file, NOW)
    before = everything(small_shop)
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(planted, "w") as other:
        for name in whole.namelist():
            content = whole.read(name)
            if name == "manifest.json":
                manifest = json.loads(content)
                manifest["tables"][0]["name"] = 'shops"; DROP TABLE people; --'
                content = json.dumps(manifest).encode()
            other.writestr(name, content)
    with pytest.raises(backup.BackupUnreadable, match="not a backup"):
        backup.restore(database_url, home, planted, replace=True)
    assert everything(small_shop) == before


def test_what_is_no_backup_is_said_to_be_none(database_url: str, home: Path) -> None:
    file = home / "photo.zip"
    file.write_bytes(b"not a zip")
    with pytest.raises(backup.BackupUnreadable, match="not a backup"):
        backup.restore(database_url, home, file)
