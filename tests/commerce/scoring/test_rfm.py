"""Customers in fifths: equals stay together, and every corner of the grid has its name."""

import numpy as np

from commerce.scoring.churn_features import Bought, known_at
from commerce.scoring.rfm import Edges, RfmSegment, Scores, edges_of


def test_equal_customers_are_of_one_fifth_and_most_who_bought_once_are_the_first() -> None:
    who = np.array([*range(10), 7, 8, 9, 9], dtype=np.float64)
    at = np.array([*range(10), 20, 21, 22, 23], dtype=np.float64)
    what = Bought(customer=who, at=at, value=np.full(14, 100.0), refuser=np.zeros(0),
                  refused_at=np.zeros(0))  # fmt: skip
    known = known_at(what, 30.0)
    scores = Edges.load(edges_of(known).dump()).scores(known)
    assert scores.frequency.tolist() == [1, 1, 1, 1, 1, 1, 1, 4, 4, 5]
    assert scores.money.tolist() == scores.frequency.tolist()
    assert scores.recency.tolist() == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_every_name_has_its_place() -> None:
    def named(recency: int, both: int) -> RfmSegment:
        fm = np.array([both])
        (name,) = Scores(recency=np.array([recency]), frequency=fm, money=fm).segments()
        return name

    assert named(5, 5) is RfmSegment.CHAMPIONS
    assert named(3, 5) is RfmSegment.LOYAL
    assert named(4, 2) is RfmSegment.POTENTIAL_LOYALIST
    assert named(5, 1) is RfmSegment.NEWCOMER
    assert named(4, 1) is RfmSegment.PROMISING
    assert named(3, 3) is RfmSegment.NEED_ATTENTION
    assert named(3, 1) is RfmSegment.ABOUT_TO_SLEEP
    assert named(2, 4) is RfmSegment.AT_RISK
    assert named(1, 5) is RfmSegment.CANT_LOSE
    assert named(2, 1) is RfmSegment.HIBERNATING
    assert named(1, 1) is RfmSegment.LOST
    assert {named(r, fm) for r in range(1, 6) for fm in range(1, 6)} == set(RfmSegment)
