"""Customers as the scores look at them: what each had done by a moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.additive import Feature
from commerce.scoring.lifetime import Histories, histories
from commerce.scoring.types import Floats

FEATURES: Final = (
    Feature(name="silence_days", direction=1),
    Feature(name="silence_gaps", direction=1),
    Feature(name="purchases", direction=-1),
    Feature(name="lately", direction=-1),
    Feature(name="known_days"),
    Feature(name="mean_value"),
    Feature(name="parcels_refused", direction=1),
)
"""What the chance that a customer stays away looks at; the words are messages `reason-…`."""

LATELY: Final = 90
"""Days in which purchases count as of late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """Purchases, one row each; times in days since 1970, values in rupees."""

    customer: Floats
    at: Floats
    value: Floats
    refuser: Floats
    """Whose parcel came back undelivered."""
    refused_at: Floats

    def hashed(self) -> str:
        """Return a hash of all of it."""
        import hashlib

        digest = hashlib.sha256()
        for column in (self.customer, self.at, self.value, self.refuser, self.refused_at):
            digest.update(np.ascontiguousarray(column).tobytes())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Customers as they were known at a moment, one entry each."""

    customer: Floats
    of: Histories
    """In days."""
    mean: Floats
    """Mean value of a purchase."""
    columns: Mapping[str, NDArray[Any]]
    """The features of `FEATURES`."""


def known_at(what: Bought, moment: float) -> Known:
    """Return all who bought before a moment, as of that moment. Nothing later is looked at."""
    before = np.flatnonzero(what.at < moment)
    who, at = what.customer[before], what.at[before]
    people, of, mean = histories(who, at, what.value[before], moment)
    lately = at >= moment - LATELY
    refused = what.refused_at < moment
    gap = np.where(of.repeats > 0, of.last / np.maximum(of.repeats, 1), np.nan)
    silence = of.known - of.last
    return Known(
        customer=people, of=of, mean=mean,
        columns={
            "silence_days": silence,
            "silence_gaps": silence / np.maximum(gap, 1.0),
            "purchases": of.repeats + 1,
            "lately": _count(who[lately], people),
            "known_days": of.known,
            "mean_value": mean,
            "parcels_refused": _count(what.refuser[refused], people),
        },
    )  # fmt: skip


def bought_within(what: Bought, people: Floats, moment: float, days: float) -> Floats:
    """Return how often each bought in the days from a moment on; twice a day is once."""
    rows = np.flatnonzero((what.at >= moment) & (what.at < moment + days))
    pairs = np.unique(np.stack([what.customer[rows], np.floor(what.at[rows])], axis=1), axis=0)
    return _count(pairs[:, 0], people)


def spent_within(what: Bought, people: Floats, moment: float, days: float) -> Floats:
    """Return how much each spent in the days from a moment on."""
    rows = np.flatnonzero((what.at >= moment) & (what.at < moment + days))
    return _count(what.customer[rows], people, what.value[rows])


def _count(who: Floats, people: Floats, amount: Floats | None = None) -> Floats:
    """Return how many entries each of some people has, or what they add up to."""
    found = np.zeros(len(people))
    if not len(people):
        return found
    places = np.searchsorted(people, who).clip(max=len(people) - 1)
    there = people[places] == who
    return np.asarray(
        np.bincount(
            places[there], weights=None if amount is None else amount[there],
            minlength=len(people),
        ),
        dtype=np.float64,
    )  # fmt: skip
