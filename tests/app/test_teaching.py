"""Scores are looked after beside the server, and not more often than it helps."""

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from app.scores.learning import any_due
from app.scores.teaching import Teacher, _ended
from app.settings import Settings
from app.shops import found_shop
from app.wiring import house, open_database, score_store
from commerce.db import session_factory
from commerce.scoring import Evaluation, Figure, Store, Trained
from commerce.scoring.blobs import FileBlobs
from commerce.scoring.catalogue import SCORES

NOW = datetime(2026, 7, 1, tzinfo=UTC)
LEARNT = Trained(
    arrays={"points": np.array([1.0])}, features=(), rows=1, data_hash="",
    evaluation=Evaluation(
        decides="AUC", figures=(Figure(name="AUC", score=0.7),), baseline="none", rows=1
    ),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store in which every score was learnt eight days ago but the first, which is missing."""
    store = Store(FileBlobs(tmp_path / "scores"))
    for score in SCORES[1:]:
        store.add(1, score.name, LEARNT, NOW - timedelta(days=8))
    return store


def test_a_score_that_is_missing_or_old_is_due(store: Store) -> None:
    assert any_due(store, 1, 7, NOW)
    store.add(1, SCORES[0].name, LEARNT, NOW)
    assert any_due(store, 1, 7, NOW)
    assert not any_due(store, 1, 9, NOW)


def test_what_could_not_be_learnt_is_tried_again_after_a_day(store: Store) -> None:
    store.note_tried(1, NOW)
    assert not any_due(store, 1, 7, NOW + timedelta(hours=23))
    assert any_due(store, 1, 7, NOW + timedelta(hours=25))


def test_a_process_that_learns_ends_with_the_server() -> None:
    async def ended() -> int | None:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", "import time; time.sleep(600)"
        )
        await _ended(process)
        return process.returncode

    assert asyncio.run(ended()) == -15


@pytest.mark.slow
def test_a_shop_whose_scores_are_missing_is_taught_in_a_process_of_its_own(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, scores_train="auto")
    engine = open_database(settings)
    with session_factory(engine).begin() as session:
        found_shop(session, name="Rangoli", now=NOW)
    store = score_store(settings, engine)
    rooms = house(settings, engine, demo=False)

    async def taught() -> datetime | None:
        teacher = Teacher(settings, rooms, store, first_after=0)
        teacher.start()
        for _ in range(1_200):
            if store.tried_at(1) is not None:
                break
            await asyncio.sleep(0.1)
        await teacher.stop()
        return store.tried_at(1)

    assert asyncio.run(taught()) is not None
    engine.dispose()
