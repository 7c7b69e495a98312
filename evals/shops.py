"""The shop that every conversation gets a copy of, with another shop beside it."""

import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from sqlalchemy import Engine, text

from app import demo
from commerce.db import migrate, open_engine
from commerce.db.tables import Base

NOW = datetime(2026, 11, 18, 7, 0, tzinfo=UTC)
"""Wednesday, 18 November 2026, half past twelve in India: when every conversation begins.

A fixed day, so that the same seed always makes the same shop and the same cases.
"""

ORDERS, OTHER_ORDERS, SEED = 2_000, 300, 7

_TALK = ("conversations", "messages", "turns", "tool_calls", "approvals", "people",
         "channel_identities", "sign_ins", "audit_log", "audit_seals", "files")  # fmt: skip
"""What talking itself writes, and the log of who decided what; everything else is the business."""
_BUT_TALK = {"events": "WHERE kind <> 'message.received'"}
"""That somebody wrote is an event as well, and changes nothing in the business."""
_BUSINESS = tuple(name for name in Base.metadata.tables if name not in _TALK)

_AS_ANOTHER_SHOP = (
    "UPDATE shops SET is_demo = 0, name = 'Sundar Stores'",
    # Numbers of its own, so that a number tells whose order it is.
    "UPDATE orders SET number = 'SE-9' || substr(number, 5)",
    "DELETE FROM channel_identities",
)

Fingerprint = dict[str, str]
"""Business table → hash of its rows, of the tables written to so far."""


@dataclass(frozen=True, slots=True)
class ShopTemplate:
    """A file with two shops, to be copied; the first belongs to nobody who asks."""

    file: Path
    shop: int
    other_shop: int
    _hashes: Fingerprint = field(default_factory=dict)

    def connect(self) -> AbstractContextManager[sqlite3.Connection]:
        """Open the template itself, to read."""
        return closing(sqlite3.connect(self.file))

    def copy_to(self, file: Path) -> None:
        """Give a conversation its own copy."""
        shutil.copy(self.file, file)

    def changed(self, before: Fingerprint, after: Fingerprint) -> frozenset[str]:
        """Return the business tables that differ between two moments of one copy."""
        return frozenset(
            name
            for name in before.keys() | after.keys()
            if before.get(name, self._hash(name)) != after.get(name, self._hash(name))
        )

    def _hash(self, table: str) -> str:
        if table not in self._hashes:
            with self.connect() as connection:
                self._hashes[table] = _hash(connection, table)
        return self._hashes[table]


def make_template(
    folder: Path,
    *,
    orders: int = ORDERS,
    other_orders: int = OTHER_ORDERS,
    seed: int = SEED,
    progress: Callable[[str, int, int], None] | None = None,
) -> ShopTemplate:
    """Make both shops in a SQLite file, as they are at `NOW`."""
    file = folder / "template.db"
    engine = open_engine(f"sqlite:///{file}")
    migrate(engine)
    other = demo.make(engine, orders=other_orders, seed=seed + 4, now=NOW)
    _execute(engine, _AS_ANOTHER_SHOP)
    shop = demo.make(engine, orders=orders, seed=seed, now=NOW, progress=progress)
    _execute(engine, _witnesses())
    with engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    engine.dispose()
    return ShopTemplate(file, shop.shop_id, other.shop_id)


def fingerprint(connection: sqlite3.Connection) -> Fingerprint:
    """Return the hashes of the business tables that were ever written to since the template."""
    written = connection.execute("SELECT DISTINCT name FROM eval_writes").fetchall()
    return {name: _hash(connection, name) for (name,) in written}


def _hash(connection: sqlite3.Connection, table: str) -> str:
    # Sorted here: a table of pairs alone has no row ids to be sorted by.
    only = _BUT_TALK.get(table, "")
    rows = sorted(map(repr, connection.execute(f'SELECT * FROM "{table}" {only}')))
    return blake2b(repr(rows).encode(), digest_size=16).hexdigest()


def _witnesses() -> Iterable[str]:
    """Let the file note which business tables are written to: only those need comparing."""
    yield "CREATE TABLE eval_writes (name TEXT)"
    for name in _BUSINESS:
        for verb in ("INSERT", "UPDATE", "DELETE"):
            yield (
                f'CREATE TRIGGER "eval_{name}_{verb}" AFTER {verb} ON "{name}" '
                f"BEGIN INSERT INTO eval_writes VALUES ('{name}'); END"
            )


def _execute(engine: Engine, statements: Iterable[str]) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
