"""Reviews read in three languages: what turns a word, which words made a score, its worth."""

import csv
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from commerce.db.tables import ReviewRow
from commerce.errors import Refused
from commerce.scoring import silently
from commerce.scoring.opinions import Aspect, aspects
from commerce.scoring.sentiment import BUILT_IN, Mood, Reader, learn
from commerce.scoring.sentiment_learning import DEFINITION, backtest_sentiment, labels_of
from tests import conftest
from tests.builders import Shop

LABELLED = Path(conftest.__file__).parents[1] / "evals" / "scores" / "sentiment.csv"


@pytest.fixture(scope="module")
def labelled() -> list[dict[str, str]]:
    """Sentences labelled by hand, which nothing learns from."""
    with LABELLED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("accha nahi hai", "negative"),
        ("acchhaaa h 👍", "positive"),
        ("quality kharab nahi hai", "positive"),
        ("I would not recommend this", "negative"),
        ("not bad at all", "positive"),
        ("paisa vasool", "positive"),
        ("bilkul bakwas", "negative"),
        ("क्वालिटी ख़राब है।", "negative"),
        ("अच्छा नहीं है", "negative"),
        ("पैसा वसूल", "positive"),
        ("theek thaak hai", "neutral"),
        ("", "neutral"),
        ("don't waste your money", "negative"),
    ],
)
def test_what_turns_a_word_is_seen_in_every_language(text: str, mood: str) -> None:
    assert BUILT_IN.moods([text]) == [Mood(mood)]


@pytest.mark.parametrize(
    ("text", "complaints"),
    [
        ("Size chota aaya, par kapda accha hai", {Aspect.SIZE}),
        ("Delivery me 10 din lag gaye yaar.", {Aspect.DELIVERY}),
        ("Photo me kuch aur dikhaya, aaya kuch aur.", {Aspect.WRONG_ITEM}),
        ("डिलीवरी बहुत देर से हुई और डिब्बा टूटा हुआ था", {Aspect.DELIVERY, Aspect.DAMAGED,
                                                          Aspect.PACKAGING}),
        ("nakli maal, not original", {Aspect.FAKE}),
        ("Asked for a return, no reply yet.", {Aspect.SERVICE}),
        ("no damage, packing was neat, quick delivery", set()),
    ],
)  # fmt: skip
def test_what_people_complain_of_is_told_apart(text: str, complaints: set[Aspect]) -> None:
    assert {aspect for aspect, bad in aspects(text).items() if bad} == complaints


def test_the_words_of_a_review_add_up_to_its_score(labelled: list[dict[str, str]]) -> None:
    texts = [row["text"] for row in labelled]
    learnt = learn(texts, [row["mood"] for row in labelled], tune=False)
    for reader in (BUILT_IN, learnt, Reader.load(learnt.dump())):
        told = reader.explain("Kapda accha hai lekin delivery bahut late thi, bakwas")
        assert told.base + sum(one.points for one in told.reasons) == pytest.approx(told.value)
        assert min(told.reasons, key=lambda one: one.points).value == "bakwas"
    chances = learnt.chances(texts)
    good, bad = learnt.classes.index("positive"), learnt.classes.index("negative")
    told = learnt.explain(texts[30])
    lean = chances[30, good] / (chances[30, good] + chances[30, bad])
    assert told.value == pytest.approx(lean)


def test_the_built_in_list_reads_sentences_it_never_saw_better_than_counting_words(
    labelled: list[dict[str, str]],
) -> None:
    found = backtest_sentiment([row["text"] for row in labelled], [row["mood"] for row in labelled])
    built_in = found.figure("macro F1, built in")
    assert built_in.score == pytest.approx(0.77, abs=0.02)
    assert (built_in.gain or 0) > 0.12
    assert found.rows == len(labelled)


@pytest.mark.parametrize(
    ("labels", "moods"),
    [
        (["5", "1", "3", "4 stars", "2.0 out of 5"], "pos neg neu pos neg"),
        (["1", "0", ""], "pos neg "),
        (["-1", "0", "1"], "neg neu pos"),
        (["Positive", "NEG", "neutral"], "pos neg neu"),
        (["1", "2", "2"], "neg pos pos"),
        (["0", "4", "2"], "neg pos neu"),
        (["10", "1", "5", "8"], "pos neg neu pos"),
    ],
)
def test_labels_are_read_as_people_write_them(labels: list[str], moods: str) -> None:
    read = labels_of(labels)
    assert read.are_moods
    assert [kind[:3] for kind in read.kinds.tolist()] == moods.split(" ")


def test_reviews_of_one_kind_are_refused() -> None:
    with pytest.raises(Refused):
        backtest_sentiment([f"accha {k}" for k in range(99)], ["positive"] * 99)


def test_what_is_hidden_in_made_up_words_is_learnt() -> None:
    dice = np.random.default_rng(2)
    good, bad = ["florp zindo", "mirka tuv"], ["grask welm", "plonk dree"]
    texts = [
        f"{(good if k % 2 else bad)[k % 4 // 2]} item {dice.integers(10**6)}" for k in range(400)
    ]
    found = backtest_sentiment(texts, [str(k % 2) for k in range(400)])
    assert found.figure("macro F1").score > 0.99
    assert found.figure("macro F1").baseline == pytest.approx(1 / 3, abs=0.01)


def test_a_shop_teaches_its_own_words_by_its_stars(shop: Shop) -> None:
    variant = shop.variant()
    for k in range(260):
        words = f"florp number {k}" if k % 3 else f"grask number {k}"
        shop.session.add(
            ReviewRow(
                shop_id=shop.id, product_id=variant.product_id, customer_id=None,
                rating=5 if k % 3 else 1, text=words, language="en",
                at=shop.now - timedelta(days=300 - k),
            )
        )  # fmt: skip
    shop.session.flush()
    trained = DEFINITION.train(shop.context(), None, silently)
    assert trained.worth_serving
    assert trained.evaluation.figure("macro F1").score == 1.0
    reader = DEFINITION.load(trained.arrays, trained.settings)
    assert reader.moods(["what a grask", "florp!", "bakwas"]) == [
        "negative",
        "positive",
        "negative",
    ]


def test_a_shop_with_few_reviews_keeps_to_the_list(shop: Shop) -> None:
    with pytest.raises(Refused, match="There are 0 reviews"):
        DEFINITION.train(shop.context(), None, silently)
