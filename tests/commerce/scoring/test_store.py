"""Versions of scores are kept, served, gone back from, and never run code."""

import io
import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from commerce.access import Role
from commerce.errors import NotAllowed, NotFound, Refused
from commerce.scoring import (
    SERVED_NOW,
    Definition,
    Evaluation,
    Figure,
    Scorers,
    Store,
    Trained,
    Verdict,
    promote,
    roll_back,
    train,
)
from commerce.scoring.blobs import FileBlobs
from tests.builders import Shop

NOW = datetime(2026, 7, 1, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(FileBlobs(tmp_path))


def trained(points: float, *, auc: float = 0.7, before: float | None = None) -> Trained:
    """Return something learnt that is as good as told."""
    figures = [Figure(name="AUC", score=auc, baseline=0.6)]
    if before is not None:
        figures.append(Figure(name=SERVED_NOW, score=before))
    return Trained(
        arrays={"points": np.array([points]), "names": np.array(["क", "b"])}, features=("a",),
        evaluation=Evaluation(
            decides="AUC", figures=tuple(figures), baseline="base rate", rows=100
        ),
        rows=400, data_hash="abc", settings={"unit": "₹"},
    )  # fmt: skip


def learning(what: Trained) -> Definition[float]:
    """Return a score that always learns the same."""

    def load(arrays: Mapping[str, Any], _: Mapping[str, Any]) -> float:
        return float(arrays["points"][0])

    return Definition(name="risk", answers="?", train=lambda *_: what, load=load)


def test_a_version_is_read_back_whole(store: Store) -> None:
    kept = store.add(1, "risk", trained(0.5), NOW)
    assert store.versions(1, "risk") == [kept]
    assert store.arrays(1, "risk", kept.number)["names"].tolist() == ["क", "b"]
    assert store.versions(2, "risk") == []


def test_a_figure_that_is_no_number_is_read_back_as_it_was(store: Store) -> None:
    beyond = trained(0.5, auc=-math.inf, before=math.nan)
    kept = store.add(1, "risk", replace(beyond, drift={"moved": math.inf}), NOW)
    back = store.version(1, "risk", kept.number)
    assert back.evaluation.figure("AUC").score == -math.inf
    assert math.isnan(back.evaluation.figure(SERVED_NOW).score)
    assert back.drift == {"moved": math.inf}


def test_what_somebody_slipped_in_to_be_run_is_not_opened(store: Store, tmp_path: Path) -> None:
    kept = store.add(1, "risk", trained(0.5), NOW)
    evil = io.BytesIO()
    np.savez(evil, points=np.array([print], dtype=object))
    (tmp_path / f"shop-1/risk/{kept.number:04d}.npz").write_bytes(evil.getvalue())
    with pytest.raises(ValueError, match="allow_pickle"):
        store.arrays(1, "risk", kept.number)


def test_the_first_that_beats_its_baseline_is_served(shop: Shop, store: Store) -> None:
    outcome = train(shop.context(), learning(trained(0.5)), store)
    assert outcome.verdict is Verdict.SERVED
    assert Scorers(store).get(shop.id, learning(trained(0.5))) == (
        0.5, store.version(shop.id, "risk", 1),
    )  # fmt: skip


def test_a_new_one_is_served_only_if_it_beats_the_old_on_the_same_rows(
    shop: Shop, store: Store
) -> None:
    train(shop.context(), learning(trained(0.5)), store)
    worse = train(shop.context(), learning(trained(0.6, auc=0.7, before=0.71)), store)
    assert (worse.verdict, store.served(shop.id, "risk")) == (Verdict.NOT_BETTER, 1)
    better = train(shop.context(), learning(trained(0.7, auc=0.72, before=0.71)), store)
    assert (better.verdict, store.served(shop.id, "risk")) == (Verdict.SERVED, 3)
    assert roll_back(shop.context(), store, "risk").number == 1
    promote(shop.context(), store, "risk", 3)
    assert store.served(shop.id, "risk") == 3


def test_there_is_nothing_before_the_first_and_none_that_was_not_made(
    shop: Shop, store: Store
) -> None:
    train(shop.context(), learning(trained(0.5)), store)
    with pytest.raises(Refused, match="no earlier"):
        roll_back(shop.context(), store, "risk")
    with pytest.raises(NotFound, match="no version 9"):
        promote(shop.context(), store, "risk", 9)
    assert store.served(shop.id, "risk") == 1


def test_only_who_may_change_settings_trains(shop: Shop, store: Store) -> None:
    with pytest.raises(NotAllowed):
        train(shop.context(shop.actor(Role.NDR_AGENT)), learning(trained(0.5)), store)
    assert store.versions(shop.id, "risk") == []
