"""Undelivered parcels at a moment, as rows of features: the same for learning and for serving.

A row is one failed attempt as it stood some hours later. What is looked at lies before that moment;
what came after only makes the truth.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.additive import Feature, FeatureKind
from commerce.scoring.counting import NEVER, Ints, Past
from commerce.scoring.pooling import shrunk
from commerce.scoring.types import Floats
from commerce.vocabulary import NdrActionType, NdrOutcome

HOUR: Final = 3600
DAY: Final = 24 * HOUR

FEATURES: Final = (
    Feature(name="ndr_reason", kind=FeatureKind.CATEGORY),
    Feature(name="ndr_attempt"),
    Feature(name="ndr_courier", kind=FeatureKind.CATEGORY),
    Feature(name="ndr_payment", kind=FeatureKind.CATEGORY),
    Feature(name="ndr_value"),
    Feature(name="ndr_taken", direction=1),
    Feature(name="ndr_came_back", direction=-1),
    Feature(name="ndr_city_returns", direction=-1),
    Feature(name="ndr_pincode_recovery", direction=1),
    Feature(name="ndr_answered", kind=FeatureKind.CATEGORY),
    Feature(name="ndr_said", kind=FeatureKind.CATEGORY),
    Feature(name="ndr_tries"),
    Feature(name="ndr_address_changed", kind=FeatureKind.CATEGORY),
    Feature(name="ndr_minutes_out"),
    Feature(name="ndr_days_open"),
    Feature(name="ndr_hours_since"),
)
"""What the chances of an undelivered parcel look at. For the chance of a return the directions are
the other way round."""

COD, PREPAID = "cod", "prepaid"
NOT_TRIED, NO_ANSWER, ANSWERED = "not tried", "no answer", "answered"
NOTHING_SAID: Final = "nothing"
YES, NO = "yes", "no"

_MISSED = (NdrOutcome.NOT_REACHABLE, NdrOutcome.NO_RESPONSE)
_MOST_TRIES: Final = 6
_MOST_ORDERS: Final = 8
_MOST_MINUTES: Final = 12 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Failed attempts, each as of a moment; one entry a row in every array."""

    at: Ints
    """The moment, seconds since 1970."""
    opened_at: Ints
    failed_at: Ints
    attempt: Ints
    reason: NDArray[Any]
    courier: NDArray[Any]
    cod: NDArray[np.bool_]
    rupees: Floats
    taken: Floats
    """The customer's parcels that were delivered before the moment."""
    came_back: Floats
    """And those that were returned."""
    city_returns: Floats
    """Share of the city's COD parcels that came back, pulled to the shop's."""
    pincode_recovery: Floats
    """Share of the pincode's cases that were delivered after all, pulled to the shop's."""
    tries: Floats
    """To reach the customer, in this case."""
    answered: NDArray[Any]
    """`NOT_TRIED`, `NO_ANSWER` or `ANSWERED`, in this case."""
    said: NDArray[Any]
    """What the customer said last, in this case; `NOTHING_SAID` for nothing."""
    address_changed: NDArray[np.bool_]
    minutes_out: Floats
    """From going out to the failure; NaN where the scans do not say."""

    def columns(self) -> dict[str, NDArray[Any]]:
        """Return the features, by name."""
        return {
            "ndr_reason": self.reason,
            "ndr_attempt": self.attempt.astype(np.float64),
            "ndr_courier": self.courier,
            "ndr_payment": np.where(self.cod, COD, PREPAID),
            "ndr_value": self.rupees,
            "ndr_taken": np.minimum(self.taken, _MOST_ORDERS),
            "ndr_came_back": np.minimum(self.came_back, _MOST_ORDERS),
            "ndr_city_returns": self.city_returns,
            "ndr_pincode_recovery": self.pincode_recovery,
            "ndr_answered": self.answered,
            "ndr_said": self.said,
            "ndr_tries": np.minimum(self.tries, _MOST_TRIES),
            "ndr_address_changed": np.where(self.address_changed, YES, NO),
            "ndr_minutes_out": np.minimum(self.minutes_out, _MOST_MINUTES),
            "ndr_days_open": np.minimum((self.at - self.opened_at) / DAY, 14.0),
            "ndr_hours_since": np.minimum((self.at - self.failed_at) / HOUR, 96.0),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What is learnt from: rows with what became of them, in the order of attempts."""

    columns: Mapping[str, NDArray[Any]]
    opened_at: Ints
    """When the row's case was opened: all rows of a case lie on one side of a split."""
    next_delivers: Floats
    """1 where the next thing that happened was a delivery."""
    comes_back: Floats
    """1 where the parcel was returned in the end."""
    case: Ints
    fresh: NDArray[np.bool_]
    """Rows of the very moment of a first failure, before anybody did anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What a shop's parcels did in each city and pincode, as of the last moment learnt from."""

    city: NDArray[Any]
    city_returns: Floats
    all_returns: float
    pincode: NDArray[Any]
    pincode_recovery: Floats
    all_recovery: float

    def of(self, city: NDArray[Any], pincode: NDArray[Any]) -> tuple[Floats, Floats]:
        """Return the two rates of each row's city and pincode; the shop's where it is unknown."""
        return (
            _looked_up(self.city, self.city_returns, city, self.all_returns),
            _looked_up(self.pincode, self.pincode_recovery, pincode, self.all_recovery),
        )

    def dump(self) -> dict[str, NDArray[Any]]:
        """Return it as arrays, to store."""
        return {
            "place_city": self.city, "place_city_returns": self.city_returns,
            "place_pincode": self.pincode, "place_pincode_recovery": self.pincode_recovery,
            "place_all": np.array([self.all_returns, self.all_recovery]),
        }  # fmt: skip

    @classmethod
    def load(cls, arrays: Mapping[str, NDArray[Any]]) -> "Places":
        """Return what was dumped."""
        returns, recovery = arrays["place_all"].tolist()
        return cls(
            city=arrays["place_city"], city_returns=arrays["place_city_returns"],
            pincode=arrays["place_pincode"], pincode_recovery=arrays["place_pincode_recovery"],
            all_returns=returns, all_recovery=recovery,
        )  # fmt: skip


def places(fates: Mapping[str, NDArray[Any]], cases: Mapping[str, NDArray[Any]]) -> Places:
    """Return what is known of each place after all of a history."""
    returned = (fates["delivered_at"] >= NEVER)[fates["cod"] > 0].astype(np.float64)
    city, rates, all_returns = _rates(fates["city"][fates["cod"] > 0], returned, _CITY)
    ended = np.minimum(cases["delivered_at"], cases["rto_at"]) < NEVER
    saved = (cases["delivered_at"] < NEVER)[ended].astype(np.float64)
    pincode, recovery, all_recovery = _rates(cases["pincode"][ended], saved, _PINCODE)
    return Places(
        city=city, city_returns=rates, all_returns=all_returns,
        pincode=pincode, pincode_recovery=recovery, all_recovery=all_recovery,
    )  # fmt: skip


def rows(
    fates: Mapping[str, NDArray[Any]], cases: Mapping[str, NDArray[Any]],
    attempts: Mapping[str, NDArray[Any]], contacts: Mapping[str, NDArray[Any]],
    outings: Mapping[str, NDArray[Any]], *, most: int, until: int,
) -> Rows:  # fmt: skip
    """Return the rows of a history that teach, each with what became of it.

    Every failed attempt is looked at three times: as it failed, within half a day, and within two
    days. The hours are drawn from the attempt's own number and not from when it ended, and a row
    whose fate was known by then is left out, as nobody would have asked any more.

    Args:
        fates: Parcels that ended, as `queries_ndr.fates` has them; the others alike.
        cases: All cases.
        attempts: All failed attempts.
        contacts: All tries to reach customers.
        outings: When parcels went out.
        most: How many attempts are learnt from at most, the latest ones.
        until: Cases opened after this moment are too young to have ended.
    """
    place = _places_of(cases["case"], attempts["case"])
    order = np.lexsort((attempts["number"], place))
    order = order[cases["opened_at"][place[order]] < until]
    place, failed, number = place[order], attempts["at"][order], attempts["number"][order]
    last = np.append(place[1:] != place[:-1], True)[: len(place)]
    after = np.where(last, NEVER, np.append(failed[1:], NEVER)[: len(failed)])
    delivered, returned = cases["delivered_at"][place], cases["rto_at"][place]
    ends = np.minimum(np.minimum(after, delivered), returned)
    known = (np.minimum(delivered, returned) < NEVER) & (ends > failed)
    latest = np.argsort(failed, kind="stable")[::-1][:most]
    known &= np.isin(np.arange(len(place)), latest)
    looks = [(failed, known)]
    for draw, low, high in ((1, 1.0, 12.0), (2, 12.0, 48.0)):
        share = _share(cases["case"][place], number, draw)
        at = failed + ((low + share * (high - low)) * HOUR).astype(np.int64)
        looks.append((at, known & (at < ends)))
    which = np.concatenate([np.flatnonzero(kept) for _, kept in looks])
    at = np.concatenate([moment[kept] for moment, kept in looks])
    standing = _standing(fates, cases, attempts, contacts, outings, order[which], place[which], at)
    first = np.concatenate([np.full(int(kept.sum()), k == 0) for k, (_, kept) in enumerate(looks)])
    return Rows(
        columns=standing.columns(),
        opened_at=cases["opened_at"][place[which]],
        next_delivers=(delivered[which] == ends[which]).astype(np.float64),
        comes_back=(delivered[which] >= NEVER).astype(np.float64),
        case=cases["case"][place[which]],
        fresh=first & (number[which] == 1),
    )


def minutes_out(
    attempt_parcel: Ints, failed_at: Ints, outings: Mapping[str, NDArray[Any]]
) -> Floats:
    """Return minutes from each attempt's last going out to its failure; NaN where none was."""
    parcels, at = outings["parcel"], outings["at"]
    order = np.lexsort((at, parcels))
    parcels, at = parcels[order], at[order]
    joined = (parcels << 33) + at
    place = np.searchsorted(joined, (attempt_parcel << 33) + failed_at, side="right") - 1
    safe = np.maximum(place, 0)
    found = (place >= 0) & (len(at) > 0)
    if not len(at):
        return np.full(len(failed_at), np.nan)
    found &= parcels[safe] == attempt_parcel
    minutes = (failed_at - at[safe]) / 60
    # Yesterday's outing says nothing of today's attempt.
    return np.where(found & (minutes < 20 * 60), minutes, np.nan)


_CITY: Final = 50.0
_PINCODE: Final = 20.0
"""Events that the shop's own rate counts for beside a city's, and beside a pincode's."""


def _standing(
    fates: Mapping[str, NDArray[Any]], cases: Mapping[str, NDArray[Any]],
    attempts: Mapping[str, NDArray[Any]], contacts: Mapping[str, NDArray[Any]],
    outings: Mapping[str, NDArray[Any]], attempt: NDArray[np.intp], place: NDArray[np.intp],
    at: Ints,
) -> Standing:  # fmt: skip
    """Return rows as of their moments; everything counted lies strictly before."""
    customer, failed = cases["customer"][place], attempts["at"][attempt]
    taken = fates["delivered_at"]
    back = np.where(taken < NEVER, NEVER, fates["ended_at"])
    reached = Reached.of(contacts, cases["case"][place], at)
    return Standing(
        at=at,
        opened_at=cases["opened_at"][place],
        failed_at=failed,
        attempt=attempts["number"][attempt],
        reason=attempts["reason"][attempt],
        courier=cases["courier"][place],
        cod=cases["cod"][place] > 0,
        rupees=cases["total"][place] / 100,
        taken=Past.of(fates["customer"], taken).before(customer, at),
        came_back=Past.of(fates["customer"], back).before(customer, at),
        city_returns=_city_returns(fates, cases["city"][place], at),
        pincode_recovery=_pincode_recovery(cases, cases["pincode"][place], at),
        tries=reached.tries,
        answered=reached.answered,
        said=reached.said,
        address_changed=reached.address_changed,
        minutes_out=minutes_out(cases["parcel"][place], failed, outings),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What was known of talking with the customer of each row."""

    tries: Floats
    answered: NDArray[Any]
    said: NDArray[Any]
    address_changed: NDArray[np.bool_]

    @classmethod
    def of(cls, contacts: Mapping[str, NDArray[Any]], case: Ints, at: Ints) -> "Reached":
        """Return what was known of each case strictly before a moment."""
        changed = contacts["kind"] == NdrActionType.ADDRESS_UPDATED
        moved = Past.of(contacts["case"][changed], contacts["at"][changed]).before(case, at) > 0
        tried = {name: contacts[name][~changed] for name in ("case", "at", "outcome")}
        tries = Past.of(tried["case"], tried["at"]).before(case, at)
        spoke = ~np.isin(tried["outcome"], _MISSED)
        said = _last(tried["case"][spoke], tried["at"][spoke], tried["outcome"][spoke], case, at)
        heard = np.where(tries > 0, NO_ANSWER, NOT_TRIED)
        return cls(
            tries=tries,
            answered=np.where(said != NOTHING_SAID, ANSWERED, heard),
            said=said,
            address_changed=moved,
        )


def _last(keys: Ints, moments: Ints, words: NDArray[Any], asked: Ints, at: Ints) -> NDArray[Any]:
    """Return the word of each asked key's last event strictly before a moment."""
    if not len(keys):
        return np.full(len(asked), NOTHING_SAID)
    order = np.lexsort((moments, keys))
    joined = (keys[order] << 33) + moments[order]
    place = np.maximum(np.searchsorted(joined, (asked << 33) + at) - 1, 0)
    there = (keys[order][place] == asked) & (moments[order][place] < at)
    return np.where(there, words[order][place], NOTHING_SAID)


def _city_returns(fates: Mapping[str, NDArray[Any]], city: NDArray[Any], at: Ints) -> Floats:
    cod = fates["cod"] > 0
    back = (fates["delivered_at"] >= NEVER)[cod].astype(np.float64)
    return _rate_before(fates["city"][cod], fates["ended_at"][cod], back, city, at, _CITY)


def _pincode_recovery(cases: Mapping[str, NDArray[Any]], pincode: NDArray[Any], at: Ints) -> Floats:
    ended = np.minimum(cases["delivered_at"], cases["rto_at"])
    saved = (cases["delivered_at"] < NEVER).astype(np.float64)
    return _rate_before(cases["pincode"], ended, saved, pincode, at, _PINCODE)


def _rate_before(
    keys: NDArray[Any], moments: Ints, hits: Floats, asked: NDArray[Any], at: Ints, strength: float
) -> Floats:
    """Return each key's rate as of a moment, pulled to that of all keys as of then."""
    everyone = np.zeros(len(keys), dtype=np.int64)
    ask = np.zeros(len(asked), dtype=np.int64)
    all_hits = Past.of(everyone, moments, hits).before(ask, at)
    all_n = Past.of(everyone, moments).before(ask, at)
    around = (all_hits + 0.5) / (all_n + 1)
    own = Past.of(keys, moments, hits).before(asked, at)
    return shrunk(own, Past.of(keys, moments).before(asked, at), around, strength)


def _rates(keys: NDArray[Any], hits: Floats, strength: float) -> tuple[NDArray[Any], Floats, float]:
    names, places = np.unique(keys, return_inverse=True)
    around = float((hits.sum() + 0.5) / (len(hits) + 1))
    n = np.bincount(places, minlength=len(names)).astype(np.float64)
    own = np.bincount(places, weights=hits, minlength=len(names)).astype(np.float64)
    return names, shrunk(own, n, around, strength), around


def _looked_up(names: NDArray[Any], rates: Floats, asked: NDArray[Any], otherwise: float) -> Floats:
    if not len(names):
        return np.full(len(asked), otherwise)
    place = np.searchsorted(names, asked).clip(max=len(names) - 1)
    return np.where(names[place] == asked, rates[place], otherwise)


def _places_of(ids: Ints, asked: Ints) -> NDArray[np.intp]:
    order = np.argsort(ids)
    return order[np.searchsorted(ids[order], asked)]


def _share(case: Ints, number: Ints, draw: int) -> Floats:
    """Return a number in [0, 1) for each attempt, the same every time (Knuth's multiplicative)."""
    mixed = (case * 2_654_435_761 + number * 40_503 + draw * 97_787) % 1_000_003
    return mixed / 1_000_003
