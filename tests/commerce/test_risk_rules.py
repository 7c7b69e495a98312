"""What rules add to the learnt chance of an order coming back."""

import numpy as np
import pytest

from commerce.risk import rules
from commerce.scoring.additive import Feature, Scorecard, as_columns

_LOOKED_AT = (
    "cod", "address_gibberish", "phone_fits", "pincode_fits", "orders_in_hour", "address_names",
)  # fmt: skip
_ROWS: list[rules.Row] = [
    dict(zip(_LOOKED_AT, values, strict=True))
    for values in (
        (1.0, 0.0, 1.0, 1.0, 0.0, 0.0),
        (0.0, 1.0, 0.0, 0.0, 3.0, 4.0),
        (1.0, 1.0, None, 1.0, 2.0, 3.0),
        (None, 0.0, 0.0, 1.0, 9.0, None),
    )
]


def _card() -> Scorecard:
    points = np.array([-0.2, 0.3, 0.05])
    return Scorecard(
        features=tuple(Feature(name=name) for name in _LOOKED_AT),
        edges=tuple(np.array([0.5]) for _ in _LOOKED_AT),
        points=tuple(points * (k + 1) for k in range(len(_LOOKED_AT))), base=-1.4,
    )  # fmt: skip


def test_many_orders_at_once_get_the_chances_that_each_gets_with_its_reasons() -> None:
    card = _card()
    said = rules.chances(card, as_columns(_ROWS, card.features)).tolist()
    each = [score.value for score in rules.scored(card, _ROWS, name="risk", version=1)]
    assert said == pytest.approx(each, abs=1e-12)


def test_what_is_not_known_breaks_no_rule() -> None:
    assert [rules.fired(row) for row in _ROWS] == [
        (),
        tuple(rules.RULES),
        ("rule_gibberish",),
        ("rule_phone", "rule_velocity"),
    ]
