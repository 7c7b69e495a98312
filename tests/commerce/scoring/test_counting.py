"""What was known at a moment."""

import numpy as np

from commerce.scoring.counting import NEVER, Past

CUSTOMERS = np.array([7, 3, 7, 7, 9])
MOMENTS = np.array([100, 100, 200, 300, NEVER])


def test_only_what_came_strictly_before_counts() -> None:
    past = Past.of(CUSTOMERS, MOMENTS)
    asked = np.array([7, 7, 7, 7, 3, 9, 1])
    at = np.array([100, 101, 300, 999, 101, 999, 999])
    assert past.before(asked, at).tolist() == [0, 1, 2, 3, 1, 0, 0]


def test_amounts_add_up_by_name() -> None:
    past = Past.of(
        np.array(["411001", "110001", "411001"]), np.array([5, 6, 7]), np.array([2.0, 9, 3])
    )
    assert past.before(np.array(["411001", "110001", ""]), np.array([8, 8, 8])).tolist() == [
        5,
        9,
        0,
    ]


def test_without_events_nothing_is_known() -> None:
    none = Past.of(np.array([], dtype=np.int64), np.array([], dtype=np.int64))
    assert none.before(np.array([1, 2]), np.array([5, 6])).tolist() == [0, 0]
