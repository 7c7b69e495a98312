"""Threads of one process that write to SQLite wait for each other, and never for ever."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Column, Engine, Integer, MetaData, Table, insert, select, update
from sqlalchemy.exc import IntegrityError

from commerce.db import open_engine, session_factory

TILL = Table("till", MetaData(), Column("id", Integer, primary_key=True), Column("sum", Integer))


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Engine]:
    """A database with nothing but a till, which is empty."""
    engine = open_engine(f"sqlite:///{tmp_path / 'till.db'}")
    TILL.create(engine)
    with engine.begin() as connection:
        connection.execute(insert(TILL).values(id=1, sum=0))
    yield engine
    engine.dispose()


def _pay(engine: Engine) -> None:
    with session_factory(engine)() as session:
        session.execute(update(TILL).values(sum=TILL.c.sum + 1))
        session.commit()


def test_the_turn_is_given_back_however_a_transaction_ends(till: Engine) -> None:
    sessions = session_factory(till)
    with sessions() as session:
        session.execute(update(TILL).values(sum=100))
        session.rollback()
    with sessions() as session:
        session.execute(update(TILL).values(sum=100))
    with sessions() as session:
        session.execute(update(TILL).values(sum=100))
        with pytest.raises(IntegrityError):
            session.execute(insert(TILL).values(id=1, sum=0))
    with ThreadPoolExecutor(1) as other:
        other.submit(_pay, till).result(timeout=10)
    with sessions() as session:
        assert session.scalar(select(TILL.c.sum)) == 1


def test_who_comes_while_another_writes_goes_on_when_that_one_ends(till: Engine) -> None:
    asked = threading.Event()

    def pay() -> None:
        asked.set()
        _pay(till)

    with ThreadPoolExecutor(1) as other, session_factory(till)() as session:
        session.execute(update(TILL).values(sum=TILL.c.sum + 1))
        waiting = other.submit(pay)
        assert asked.wait(10)
        assert not waiting.done()
        session.commit()
        waiting.result(timeout=10)
        assert session.scalar(select(TILL.c.sum)) == 2
