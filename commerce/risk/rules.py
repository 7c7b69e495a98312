"""What is a rule's and what is the score's, put into one sum; no database and no clock."""

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import numpy as np

from commerce.risk.types import Level, Remedy
from commerce.scoring import Reason, Score
from commerce.scoring.additive import Columns, Scorecard, as_columns, logistic
from commerce.scoring.types import Floats

Row = Mapping[str, float | str | None]

RULES: Final[Mapping[str, tuple[str, float]]] = {
    "rule_gibberish": ("address_gibberish", 1.0),
    "rule_phone": ("phone_fits", 0.8),
    "rule_pincode": ("pincode_fits", 0.5),
    "rule_velocity": ("orders_in_hour", 0.8),
    "rule_names": ("address_names", 0.5),
}
"""Rules by name: the feature each looks at, and the log odds it stands for. What the score has
learnt of that feature counts towards it, so that nothing is counted twice."""
_MANY_ORDERS, _MANY_NAMES = 3.0, 4.0
_BROKEN: Final[Mapping[str, tuple[Callable[[Any, float], Any], float]]] = {
    "rule_gibberish": (operator.eq, 1.0),
    "rule_phone": (operator.eq, 0.0),
    "rule_pincode": (operator.eq, 0.0),
    "rule_velocity": (operator.ge, _MANY_ORDERS),
    "rule_names": (operator.ge, _MANY_NAMES),
}
"""How the value of a rule's feature breaks it; what is not known breaks none."""
_HIGH, _LOW = 1.5, 0.75
MOST: Final = 500
"""Open orders that nobody rated yet and that are rated for one list, the newest first."""
GOOD_ADDRESS: Final = {"address_house": 1.0, "address_gibberish": 0.0, "pincode_fits": 1.0}
_ENOUGH_WORDS: Final = 8.0


def fired(row: Row) -> tuple[str, ...]:
    """Return the rules that an order breaks."""
    return tuple(name for name, (feature, _) in RULES.items() if _breaks(name, row[feature]))


def _breaks(rule: str, value: float | str | None) -> bool:
    compare, mark = _BROKEN[rule]
    return isinstance(value, float) and bool(compare(value, mark))


def scored(card: Scorecard, rows: Sequence[Row], *, name: str, version: int) -> list[Score]:
    """Return the score of each order: base, learnt reasons and rules add up to it exactly."""
    if not rows:
        return []
    parts = card.parts(as_columns(rows, card.features))
    return [
        _score(card, row, part, name=name, version=version)
        for row, part in zip(rows, parts, strict=True)
    ]


def chances(card: Scorecard, columns: Columns) -> Floats:
    """Return what `scored` says of each order, without the reasons: for many at once."""
    codes = card.codes(columns)
    parts = {
        one.name: table[codes[:, k]]
        for k, (one, table) in enumerate(zip(card.features, card.points, strict=True))
    }
    logit = np.full(len(codes), card.base)
    for part in parts.values():
        logit += part
    for rule, (feature, stands_for) in RULES.items():
        compare, mark = _BROKEN[rule]
        more = np.maximum(0.0, stands_for - parts.get(feature, 0.0))
        logit += np.where(compare(columns[feature], mark), more, 0.0)
    return logistic(logit)


def _score(
    card: Scorecard, row: Row, learnt: np.ndarray[Any, np.dtype[np.float64]], *, name: str,
    version: int,
) -> Score:  # fmt: skip
    names = [one.name for one in card.features]
    parts = dict(zip(names, learnt.tolist(), strict=True))
    values: dict[str, float | str | None] = {one: row[one] for one in names}
    for rule in fired(row):
        feature, stands_for = RULES[rule]
        parts[rule] = max(0.0, stands_for - parts.get(feature, 0.0))
        values[rule] = row[feature]
    step = sum(parts.values())
    base, value = _chance(card.base), _chance(card.base + step)
    slope = (value - base) / step if abs(step) > 1e-9 else base * (1 - base)
    reasons = [
        Reason(feature=one, value=values[one], points=part * slope) for one, part in parts.items()
    ]
    reasons.sort(key=lambda reason: -abs(reason.points))
    return Score(name=name, value=value, base=base, reasons=tuple(reasons), version=version)


def remedies(card: Scorecard, row: Row, value: float) -> dict[Remedy, float]:
    """Return what the chance would be paid in advance, or with an address that was made good."""
    changed: dict[Remedy, Row] = {}
    if row["cod"] == 1:
        changed[Remedy.PREPAID] = {**row, "cod": 0.0, "new_cod_value": 0.0}
    words = row["address_words"]
    if any(row[one] != good for one, good in GOOD_ADDRESS.items()):
        better = max(float(words or 0.0), _ENOUGH_WORDS)
        changed[Remedy.ADDRESS] = {**row, **GOOD_ADDRESS, "address_words": better}
    found = scored(card, list(changed.values()), name="", version=0)
    return {
        remedy: score.value for remedy, score in zip(changed, found, strict=True)
        if score.value < value - 0.005
    }  # fmt: skip


def level_of(score: Score, asks_from: float) -> Level:
    """Return how risky an order is beside the shop's average, and beside what asking costs."""
    if score.value >= _HIGH * score.base and score.value >= asks_from:
        return Level.HIGH
    return Level.LOW if score.value <= _LOW * score.base else Level.MIDDLE


def told(score: Score, most: int) -> tuple[tuple[Reason, ...], float]:
    """Return the reasons worth a line, rules among them, and what the others come to."""
    worth = [
        reason for place, reason in enumerate(score.reasons)
        if reason.feature in RULES or (place < most and abs(reason.points) >= 0.005)
    ]  # fmt: skip
    return tuple(worth), score.value - score.base - sum(reason.points for reason in worth)


def _chance(logit: float) -> float:
    return 1 / (1 + math.exp(-min(max(logit, -500.0), 500.0)))
