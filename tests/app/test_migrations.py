"""The schema goes back and forward under a shop full of rows, and loses none that it knew."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, text
from typer.testing import CliRunner

from app import demo
from app.cli import cli
from commerce import figures
from commerce.db import (
    known_versions,
    migrate,
    newest_version,
    open_engine,
    rollback,
    session_factory,
    version_of,
)
from tests.conftest import NOW

FIRST = known_versions()[0]


@pytest.fixture
def full_shop(database_url: str) -> Iterator[Engine]:
    """The demo shop, small."""
    engine = open_engine(database_url)
    demo.make(engine, orders=200, now=NOW)
    yield engine
    engine.dispose()


def columns(engine: Engine) -> dict[str, list[str]]:
    """Return each table with its columns, as the database has them."""
    found = inspect(engine)
    return {
        table: sorted(column["name"] for column in found.get_columns(table))
        for table in found.get_table_names()
        if table != "alembic_version"
    }


def rows(engine: Engine, tables: dict[str, list[str]]) -> dict[str, list[tuple[Any, ...]]]:
    """Return what stands in some columns of some tables."""
    with engine.connect() as connection:
        return {
            table: sorted(
                (tuple(row) for row in connection.execute(text(_select(table, names)))), key=repr
            )
            for table, names in tables.items()
        }


def _select(table: str, names: list[str]) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    return f'SELECT {listed} FROM "{table}"'


def test_back_to_the_first_schema_and_forward_again_keeps_every_row_it_knew(
    full_shop: Engine,
) -> None:
    tables_now = columns(full_shop)
    everything = rows(full_shop, tables_now)
    rollback(full_shop, FIRST)
    kept = {
        table: [name for name in names if name in tables_now[table]]
        for table, names in columns(full_shop).items()
        if table in tables_now  # One may have got another name since.
    }
    went_back = rows(full_shop, kept)
    assert {table: len(found) for table, found in went_back.items()} == {
        table: len(everything[table]) for table in kept
    }
    migrate(full_shop)
    assert rows(full_shop, kept) == went_back
    assert columns(full_shop) == tables_now
    assert version_of(full_shop) == newest_version()


def test_what_is_no_longer_added_up_after_a_migration_is_added_up_again(
    full_shop: Engine,
) -> None:
    now = columns(full_shop)
    renewed = (
        "daily_lanes", "daily_lane_transits", "daily_transits", "daily_first_attempts",
    )  # fmt: skip
    added_up = {table: now[table] for table in renewed}
    before = rows(full_shop, added_up)
    assert len(before["daily_lanes"]) > 100
    assert before["daily_first_attempts"]
    rollback(full_shop, "0024")
    migrate(full_shop)
    figures.freshen(session_factory(full_shop), NOW)
    assert rows(full_shop, added_up) == before


def test_migrating_back_asks_first(full_shop: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    url = full_shop.url.render_as_string(hide_password=False)
    monkeypatch.setenv("SUPERECOM_DATABASE_URL", url)
    refused = CliRunner().invoke(cli, ["migrate", "--to", FIRST])
    assert "--yes" in str(refused.exception)
    assert version_of(full_shop) == newest_version()
    done = CliRunner().invoke(cli, ["migrate", "--to", FIRST, "--yes"])
    assert done.exit_code == 0
    assert version_of(full_shop) == FIRST
    CliRunner().invoke(cli, ["migrate"])
    assert version_of(full_shop) == newest_version()
