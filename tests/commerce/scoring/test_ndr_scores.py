"""What is learnt of undelivered parcels, from histories drawn here. No database."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from commerce.scoring import best_time, fake_attempt, ndr_recovery
from commerce.scoring.counting import NEVER
from commerce.scoring.ndr_rows import FEATURES, places, rows

DAY = 86_400
START = 1_700_000_000 // DAY * DAY
History = dict[str, dict[str, NDArray[Any]]]


def _history(cases: int, seed: int = 5) -> History:
    """Draw cases of one or two failed attempts; prepaid ones and those who will take it recover."""
    dice = np.random.default_rng(seed)
    ids = np.arange(cases)
    opened = START + np.sort(dice.integers(0, 300 * DAY, cases))
    prepaid = dice.random(cases) < 0.4
    refused = dice.random(cases) < 0.4
    saved = dice.random(cases) < 1 / (1 + np.exp(1.5 - 2.2 * prepaid + 1.3 * refused))
    fake = dice.random(cases) < 0.12
    minutes = np.where(fake, dice.integers(2, 9, cases), dice.integers(95, 500, cases))
    end = opened + dice.integers(1 * DAY, 4 * DAY, cases)
    reason = np.where(refused & ~fake, "CustomerRefused", "CustomerNotAvailable")
    says = np.where(saved, "WillAccept", "Refuse")
    said = dice.random(cases) < 0.5
    heard = ids[said]
    return {
        "cases": {
            "case": ids, "opened_at": opened, "closed_at": end, "parcel": ids + 7,
            "courier": np.full(cases, "Delhivery"), "cod": np.where(prepaid, 0, 90_000),
            "delivered_at": np.where(saved, end, NEVER), "rto_at": np.where(saved, NEVER, end),
            "total": np.full(cases, 90_000), "customer": dice.integers(0, cases, cases),
            "city": np.full(cases, "Pune"), "pincode": np.full(cases, "411001"),
        },
        "attempts": {
            "case": ids, "number": np.ones(cases, dtype=np.int64), "at": opened,
            "reason": reason, "raw_code": np.full(cases, ""), "raw_text": np.full(cases, ""),
            "fake": fake,
        },
        "contacts": {
            "case": heard, "kind": np.full(len(heard), "PhoneCall"), "at": opened[said] + 7200,
            "outcome": says[said],
        },
        "outings": {"parcel": ids + 7, "at": opened - minutes * 60},
        "fates": {
            "customer": np.arange(50), "address": np.arange(50), "city": np.full(50, "Pune"),
            "pincode": np.full(50, "411001"), "cod": np.full(50, 90_000),
            "delivered_at": np.full(50, START - DAY), "ended_at": np.full(50, START - DAY),
        },
    }  # fmt: skip


def _rows(history: History) -> Any:
    return rows(
        history["fates"], history["cases"], history["attempts"], history["contacts"],
        history["outings"], most=100_000, until=NEVER,
    )  # fmt: skip


def test_what_comes_later_changes_nothing_that_is_looked_at() -> None:
    history = _history(300)
    before = _rows(history)
    late = {
        "case": np.arange(300), "kind": np.full(300, "PhoneCall"),
        "at": history["cases"]["closed_at"] + 60, "outcome": np.full(300, "Refuse"),
    }  # fmt: skip
    history["contacts"] = {
        name: np.concatenate([history["contacts"][name], late[name]]) for name in late
    }
    after = _rows(history)
    same = [np.array_equal(before.columns[one.name], after.columns[one.name]) for one in FEATURES]
    assert same == [True] * len(FEATURES)


def test_as_it_failed_nobody_had_said_anything_yet() -> None:
    found = _rows(_history(300))
    assert set(found.columns["ndr_said"][found.fresh].tolist()) == {"nothing"}
    assert set(found.columns["ndr_hours_since"][found.fresh].tolist()) == {0.0}


def test_a_case_whose_end_is_not_known_teaches_nothing() -> None:
    history = _history(300)
    history["cases"]["delivered_at"][:10] = NEVER
    history["cases"]["rto_at"][:10] = NEVER
    assert not set(range(10)) & set(_rows(history).case.tolist())


@pytest.mark.slow
def test_the_chance_knows_more_than_the_table_of_reasons_and_adds_up() -> None:
    history = _history(3000)
    learnt = _rows(history)
    trained = ndr_recovery.learn(
        learnt, places(history["fates"], history["cases"]), name="ndr_recovery"
    )
    assert trained.worth_serving
    auc = trained.evaluation.figure("AUC")
    assert auc.gain is not None
    assert auc.gain > 0.08
    card = ndr_recovery.load(trained.arrays, trained.settings).card
    row = {one.name: learnt.columns[one.name][0].item() for one in FEATURES}
    score = card.explain(row, name="ndr_recovery", version=1)
    assert score.base + sum(one.points for one in score.reasons) == pytest.approx(score.value)
    assert score.base == pytest.approx(learnt.next_delivers.mean(), abs=0.05)
    paid, cod = (
        card.explain({**row, "ndr_payment": word}, name="", version=1).value
        for word in ("prepaid", "cod")
    )
    assert paid > cod + 0.1


def test_fake_attempts_are_told_by_their_signs_without_being_labelled() -> None:
    history = _history(3000)
    trained = fake_attempt.learn(
        history["attempts"], history["cases"], history["contacts"], history["fates"],
        history["outings"],
    )  # fmt: skip
    doubts = fake_attempt.load(trained.arrays, trained.settings)
    place = np.arange(3000)
    signs = fake_attempt._signs(
        history["attempts"], history["cases"], history["contacts"], history["fates"],
        history["outings"], place, doubts.gaps,
    )  # fmt: skip
    said = doubts.card.chances(signs) >= fake_attempt.DOUBTFUL
    fake = history["attempts"]["fake"]
    assert (said & fake).sum() / said.sum() > 0.95
    assert (said & fake).sum() / fake.sum() > 0.8


def _calls(people: int, calls: int, answer: Any) -> best_time.Calls:
    dice = np.random.default_rng(3)
    customer = np.repeat(np.arange(people), calls)
    hour = dice.integers(10, 21, people * calls)
    at = START + dice.integers(0, 200, len(hour)) * DAY + hour * 3600 - 5 * 3600 - 1800
    order = np.lexsort((at, customer))
    answered = (dice.random(len(hour)) < answer(customer, hour)).astype(np.float64)[order]
    near, hits = best_time._earlier(customer[order], hour[order], answered)
    return best_time.Calls(
        at=at[order], customer=customer[order], hour=hour[order],
        weekday=(at[order] // DAY + 3) % 7, pincode=np.full(len(hour), "411001"),
        answered=answered, near=near, near_hits=hits, taken=np.zeros(len(hour)),
    )  # fmt: skip


def _learn(calls: best_time.Calls) -> Any:
    contacts = {
        "kind": np.full(len(calls.at), "PhoneCall"), "case": calls.customer, "at": calls.at,
        "outcome": np.where(calls.answered > 0, "WillAccept", "NotReachable"),
    }  # fmt: skip
    everyone = np.unique(calls.customer)
    return best_time.learn(calls, contacts, {"case": everyone, "customer": everyone})


@pytest.mark.slow
def test_the_hours_in_which_customers_answer_are_found() -> None:
    evening = _learn(_calls(1500, 3, lambda _, hour: np.where(hour >= 18, 0.75, 0.35)))
    assert evening.worth_serving
    window = best_time.load(evening.arrays, evening.settings).window("411001", [])
    assert window is not None
    assert (window.first, window.end) in ((18, 20), (19, 21))
    assert window.rate.value == pytest.approx(0.75, abs=0.05)
    assert window.rate.low < window.rate.value < window.rate.high


@pytest.mark.slow
def test_where_no_hour_is_better_nothing_is_said() -> None:
    flat = _learn(_calls(1500, 3, lambda customer, hour: np.full(len(hour), 0.5)))
    assert not flat.worth_serving


@pytest.mark.slow
def test_hours_that_hardly_differ_are_not_named() -> None:
    hardly = _learn(_calls(6000, 3, lambda _, hour: np.where(hour >= 16, 0.53, 0.47)))
    assert hardly.evaluation.figures[0].score > 0.51
    assert not hardly.worth_serving


@pytest.mark.slow
def test_hours_that_have_become_nearly_alike_are_named_no_more() -> None:
    calls = _calls(1500, 3, lambda _, hour: np.where(hour >= 18, 0.75, 0.35))
    lately = calls.at > np.quantile(calls.at, 0.8)
    chance = np.where(calls.hour >= 18, 0.58, 0.48)
    now = (np.random.default_rng(4).random(len(chance)) < chance).astype(np.float64)
    learnt = _learn(replace(calls, answered=np.where(lately, now, calls.answered)))
    auc = learnt.evaluation.figures[0]
    assert auc.score > 0.53
    assert not learnt.worth_serving
