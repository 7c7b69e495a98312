"""Both shops, made once for each kind of database: every question is asked in a savepoint."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from commerce.db import open_engine, session_factory
from commerce.files import Shelf
from tests.conftest import NOW, guard_the_shop
from tests.postgres import Databases
from tests.safety import witness, world


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
)
def two_shops(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[world.World]:
    """Two shops that look alike, with everybody in them; what is written is noted."""
    databases: Databases | None = None
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        path = tmp_path_factory.mktemp("safety") / "shops.db"
        shutil.copy(template, path)
        url = f"sqlite:///{path}"
    else:
        databases = request.getfixturevalue("postgres")
        assert databases is not None
        url = databases.take()
    engine = open_engine(url)
    with session_factory(engine)() as session:
        made = world.build(session, NOW, Shelf(root=tmp_path_factory.mktemp("files")))
        with engine.begin() as connection:
            witness.install(connection)
        event.listen(engine, "before_cursor_execute", guard_the_shop)
        yield made
        session.rollback()
    if databases is not None:
        with engine.begin() as connection:
            witness.remove(connection)
        databases.give_back(url)
    engine.dispose()
