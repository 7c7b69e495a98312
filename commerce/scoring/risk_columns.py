"""Columns nobody described: which are numbers, dates, kinds, repeated names, free text or just ids.

What a column says of a row is made so that it could be known when the row came: a name's past rate
counts only rows whose outcome was known by then.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.additive import MOST_BINS, Feature, FeatureKind
from commerce.scoring.history import Events, Moments
from commerce.scoring.pooling import shrunk
from commerce.scoring.types import Floats

_DAY: Final = np.timedelta64(1, "D")
_ID_SHARE: Final = 0.9
"""A column with so many different values for its rows tells rows apart and nothing else."""
_TEXT_WORDS: Final = 3.0
_NAMES: Final = re.compile(
    r"(?:^|[_\W])(?:id|code|pin|pincode|zip|zipcode|postal|phone|mobile|email|sku|product|item|"
    r"customer|user|buyer|seller|store|merchant|card|account|device|ip|address|city|courier)"
    r"(?:$|[_\W\d])"
)
_PERSON: Final = re.compile(
    r"(?:(?:customer|buyer|consignee|first|last|full|sur|shipping|billing|user)[ _]?)?name"
)
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Role(StrEnum):
    """What a column was taken for."""

    NUMBER = "number"
    DATE = "date"
    KIND = "kind"
    NAME = "repeated name"
    TEXT = "free text"
    ID = "id, left out"
    EMPTY = "one value, left out"
    PERSON = "people's names, left out"
    """They may speak for a community, and no buyer is judged by that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one column became."""

    name: str
    role: Role
    features: tuple[Feature, ...] = ()
    columns: Mapping[str, NDArray[Any]]
    """By the name of the feature."""


def look(
    name: str, values: NDArray[Any], moments: Moments, truth: Floats, gap: np.timedelta64
) -> Look:
    """Return what a column may say of each row.

    Args:
        name: Its header.
        values: float64, datetime64 or str objects.
        moments: When each row was.
        truth: Its outcome, 0 or 1; of rows of the past alone it is looked at.
        gap: How long an outcome takes to be known.
    """
    role = _role(name, values)
    match role:
        case Role.NUMBER:
            return _as(name, role, {name: values})
        case Role.DATE:
            return _as(name, role, _dates(name, values, moments))
        case Role.KIND:
            return _as(name, role, {name: _words(values)}, FeatureKind.CATEGORY)
        case Role.NAME:
            return _as(name, role, _repeated(name, values, moments, truth, gap))
        case Role.TEXT:
            return _as(name, role, _text(name, values))
        case _:
            return Look(name=name, role=role, columns={})


def _as(
    name: str, role: Role, columns: Mapping[str, NDArray[Any]],
    kind: FeatureKind = FeatureKind.NUMBER,
) -> Look:  # fmt: skip
    features = tuple(Feature(name=one, kind=kind) for one in columns)
    return Look(name=name, role=role, features=features, columns=columns)


def _role(name: str, values: NDArray[Any]) -> Role:
    if values.dtype == object and _PERSON.fullmatch(_CAMEL.sub("_", name).lower().strip()):
        return Role.PERSON
    if values.dtype.kind == "M":
        return Role.DATE if len(np.unique(values[~np.isnat(values)])) > 1 else Role.EMPTY
    words = _words(values) if values.dtype == object else values
    known = words[words != ""] if values.dtype == object else values[~np.isnan(values)]
    distinct = len(np.unique(known)) if len(known) else 0
    if distinct == 0 or (distinct == 1 and len(known) == len(values)):
        return Role.EMPTY
    named = _NAMES.search(_CAMEL.sub("_", name).lower()) is not None
    if values.dtype != object:
        whole = bool(np.all(known == np.round(known)))
        if not (whole and named) or distinct <= MOST_BINS:
            return Role.NUMBER
        return Role.ID if distinct > _ID_SHARE * len(known) else Role.NAME
    if distinct <= MOST_BINS:
        return Role.KIND
    if _mean_words(known) >= _TEXT_WORDS and distinct > len(known) / 4:
        return Role.TEXT
    return Role.ID if distinct > _ID_SHARE * len(known) else Role.NAME


def _mean_words(known: NDArray[Any]) -> float:
    some = known[:: max(1, len(known) // 2000)]
    return float(np.mean([len(text.split()) for text in some.tolist()]))


def _words(values: NDArray[Any]) -> NDArray[Any]:
    return np.array([text[:80] for text in values.tolist()], dtype=np.str_)


def _dates(name: str, values: Moments, moments: Moments) -> dict[str, NDArray[Any]]:
    return {
        f"{name}: days from the order": _days(values - moments),
        f"{name}: weekday": _weekday(values),
    }


def of_time(name: str, moments: Moments) -> dict[str, NDArray[Any]]:
    """Return what the moment of each row says by itself."""
    day = moments.astype("datetime64[D]")
    hour = ((moments - day) / np.timedelta64(1, "h")).astype(np.int64).astype(np.float64)
    found = {
        f"{name}: weekday": _weekday(moments),
        f"{name}: day of month": (day - moments.astype("datetime64[M]")).astype(np.float64) + 1,
    }
    return {**found, f"{name}: hour": hour} if hour.any() else found


def _weekday(values: Moments) -> Floats:
    days = values.astype("datetime64[D]")
    found: Floats = np.where(np.isnat(days), np.nan, (days.astype(np.int64) + 3) % 7)
    return found


def _days(spans: NDArray[np.timedelta64]) -> Floats:
    return np.asarray(spans / _DAY, dtype=np.float64)


def _repeated(
    name: str, values: NDArray[Any], moments: Moments, truth: Floats, gap: np.timedelta64
) -> dict[str, NDArray[Any]]:
    """Return of a name its past rate, how often it came before and of late, and since when not."""
    blank = np.isnan(values) if values.dtype != object else values == ""
    _, code = np.unique(values if values.dtype != object else _words(values), return_inverse=True)
    keys = np.where(blank, -1, code).astype(np.int64)
    ended = Events(
        keys=keys, at=moments + gap, amounts=np.stack([truth, np.ones(len(truth))], axis=1)
    )
    known = ended.before(keys, moments)
    everywhere = Events(keys=np.zeros_like(keys), at=moments + gap, amounts=ended.amounts)
    all_known = everywhere.before(np.zeros_like(keys), moments)
    prior = (all_known[:, 0] + 0.5) / (all_known[:, 1] + 2)
    came = Events(keys=keys, at=moments, amounts=np.ones((len(keys), 1)))
    ever, of_late = came.before(keys, moments)[:, 0], came.before(keys, moments - _DAY)[:, 0]
    rate = np.where(known[:, 1] > 0, shrunk(known[:, 0], known[:, 1], prior), np.nan)
    found = {f"{name}: past rate": rate, f"{name}: times before": np.where(blank, np.nan, ever)}
    if (ever - of_late > 0).mean() > 0.01:
        found[f"{name}: times in a day"] = np.where(blank, np.nan, ever - of_late)
    return found


def _text(name: str, values: NDArray[Any]) -> dict[str, NDArray[Any]]:
    texts = values.tolist()
    return {
        f"{name}: letters": np.array([len(one) for one in texts], dtype=np.float64),
        f"{name}: words": np.array([len(one.split()) for one in texts], dtype=np.float64),
        f"{name}: figures": np.array(
            [sum(letter.isdigit() for letter in one) for one in texts], dtype=np.float64
        ),
    }
