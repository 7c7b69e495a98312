"""How often COD parcels came back from a state, city, pincode, and with a courier there.

Counted until the beginning of the day an order was placed on (UTC), so that a table of counts and
the parcels of the last days tell the same as walking through the whole past. A place is pulled
towards the one around it as far as it has seen too little (`commerce.scoring.pooling`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.history import Events, Moments
from commerce.scoring.pooling import STRENGTH, shrunk
from commerce.scoring.types import Arrays, Floats

_AMOUNTS: Final = 4
"""COD parcels that came back, COD parcels, days to deliver, delivered parcels."""
_LEVELS: Final = ("all", "state", "city", "pincode", "courier", "lane")
_PRIOR_HITS, _PRIOR_N = 0.5, 2.0

Where = Mapping[str, NDArray[Any]]
"""`state`, `city`, `pincode` and `courier` of each row, "" where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """What is known of the places of some orders."""

    base: Floats
    """Share of all COD parcels that came back."""
    columns: dict[str, Floats]
    counts: dict[str, NDArray[np.int64]]
    hits: dict[str, NDArray[np.int64]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """Parcels whose end is known."""

    where: Where
    at: Moments
    amounts: Floats
    """Shape (parcels, 4), as `amounts_of` makes them."""

    def only(self, kept: NDArray[np.bool_]) -> "Ended":
        """Return some of them."""
        return Ended(
            where={name: values[kept] for name, values in self.where.items()}, at=self.at[kept],
            amounts=self.amounts[kept],
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Counts by place until a day, with the parcels that ended around the days asked about."""

    until: np.datetime64
    """Midnight, UTC: the counts hold what was known before."""
    names: Mapping[str, NDArray[Any]]
    """By level, sorted."""
    sums: Mapping[str, Floats]
    """By level, shape (names, 4)."""
    near: Ended | None = None
    """Parcels that ended between `until` and the days asked about, either way round."""

    def seen(self, where: Where, placed: Moments) -> Local:
        """Return what was known of the places of orders when the day of each began."""
        days = placed.astype("datetime64[D]").astype("datetime64[us]")
        sums = {level: self._at(level, where, days) for level in _LEVELS}
        everywhere = sums["all"]
        base = (everywhere[:, 0] + _PRIOR_HITS) / (everywhere[:, 1] + _PRIOR_N)
        rate, days_there = base, _mean(everywhere, np.full(len(days), 4.0))
        for level in ("state", "city", "pincode"):
            rate = shrunk(sums[level][:, 0], sums[level][:, 1], rate)
            days_there = _mean(sums[level], days_there)
        courier = shrunk(sums["courier"][:, 0], sums["courier"][:, 1], base)
        courier = shrunk(sums["lane"][:, 0], sums["lane"][:, 1], courier)
        known = where["courier"] != ""
        return Local(
            base=base,
            columns={
                "pincode_rate": np.where(where["pincode"] != "", rate, np.nan),
                "lane_days": np.where(where["pincode"] != "", np.round(days_there, 2), np.nan),
                "courier_rate": np.where(known, courier, np.nan),
            },
            counts={
                "pincode_rate": sums["pincode"][:, 1].astype(np.int64),
                "courier_rate": sums["lane"][:, 1].astype(np.int64),
            },
            hits={
                "pincode_rate": sums["pincode"][:, 0].astype(np.int64),
                "courier_rate": sums["lane"][:, 0].astype(np.int64),
            },
        )

    def moved_to(self, day: np.datetime64) -> "Places":
        """Return the counts as they were at another midnight, for many questions about one day."""
        if self.near is None:
            return replace(self, until=day)
        names: dict[str, NDArray[Any]] = {}
        sums: dict[str, Floats] = {}
        forward = day >= self.until
        span = (self.near.at >= min(day, self.until)) & (self.near.at < max(day, self.until))
        amounts = self.near.amounts[span] * (1.0 if forward else -1.0)
        for level in _LEVELS:
            there = np.concatenate([self.names[level], names_of(level, self.near.where)[span]])
            counts = np.concatenate([self.sums[level], amounts])
            names[level], place = np.unique(there, return_inverse=True)
            sums[level] = _added(place, counts, len(names[level]))
        return Places(until=day, names=names, sums=sums)

    def _at(self, level: str, where: Where, days: Moments) -> Floats:
        wanted = names_of(level, where)
        names, sums = self.names[level], self.sums[level]
        found = np.zeros((len(days), _AMOUNTS))
        if len(names):
            place = np.minimum(np.searchsorted(names, wanted), len(names) - 1)
            known = names[place] == wanted
            found[known] = sums[place[known]]
        if self.near is not None and len(self.near.at):
            found += self._moved(level, wanted, days, self.near)
        # Counts of long ago do not know all that ended near them: there is never less than nothing.
        return np.maximum(found, 0.0)

    def _moved(self, level: str, wanted: NDArray[Any], days: Moments, near: Ended) -> Floats:
        """Return what ended between `until` and each day; negative where the day lies before."""
        there = names_of(level, near.where)
        _, code = np.unique(np.concatenate([there, wanted]), return_inverse=True)
        code = code.astype(np.int64)
        events = Events(keys=code[: len(there)], at=near.at, amounts=near.amounts)
        asked = code[len(there) :]
        until = np.full(len(days), self.until, dtype="datetime64[us]")
        moved: Floats = events.before(asked, days) - events.before(asked, until)
        return moved

    def dump(self) -> dict[str, NDArray[Any]]:
        """Return the counts as arrays, to store."""
        arrays: dict[str, NDArray[Any]] = {
            "places_until": np.array(self.until, dtype="datetime64[us]")
        }
        for level in _LEVELS:
            arrays[f"places_{level}"] = self.names[level].astype(np.str_)
            arrays[f"counts_{level}"] = self.sums[level]
        return arrays

    @classmethod
    def load(cls, arrays: Arrays) -> "Places":
        """Return counts that were dumped.

        Raises:
            KeyError: These arrays hold none.
        """
        return cls(
            until=np.datetime64(int(arrays["places_until"].astype(np.int64)), "us"),
            names={level: arrays[f"places_{level}"] for level in _LEVELS},
            sums={
                level: np.asarray(arrays[f"counts_{level}"], dtype=np.float64) for level in _LEVELS
            },
        )


def counted(ended: Ended, until: np.datetime64) -> Places:
    """Return the counts of what had ended before a day."""
    kept = ended.at < until
    amounts = ended.amounts[kept]
    names: dict[str, NDArray[Any]] = {}
    sums: dict[str, Floats] = {}
    for level in _LEVELS:
        found, place = np.unique(names_of(level, ended.where)[kept], return_inverse=True)
        names[level] = found
        sums[level] = _added(place, amounts, len(found))
    return Places(until=until, names=names, sums=sums)


def nothing_before(ended: Ended) -> Places:
    """Return a past to walk through from its beginning."""
    start = np.datetime64(0, "us")
    empty = counted(
        Ended(
            where={name: values[:0] for name, values in ended.where.items()}, at=ended.at[:0],
            amounts=ended.amounts[:0],
        ),
        start,
    )  # fmt: skip
    return Places(until=start, names=empty.names, sums=empty.sums, near=ended)


def amounts_of(came_back: Floats, cod: Floats, days: Floats) -> Floats:
    """Return what each ended parcel counts for.

    Args:
        came_back: 1 or 0.
        cod: 1 or 0.
        days: From the order to its delivery.
    """
    delivered = 1.0 - came_back
    return np.stack([came_back * cod, cod, np.nan_to_num(days) * delivered, delivered], axis=1)


def names_of(level: str, where: Where) -> NDArray[Any]:
    """Return the name of each row's place on a level."""
    if level == "all":
        return np.full(len(where["pincode"]), "all")
    if level == "city":
        return _joined(where["city"], where["state"])
    if level == "lane":
        return _joined(where["courier"], where["pincode"])
    return where[level].astype(np.str_)


def _added(place: NDArray[np.intp], amounts: Floats, size: int) -> Floats:
    """Return the sums of rows that have the same place, shape (size, 4)."""
    if not size:
        return np.zeros((0, _AMOUNTS))
    return np.stack(
        [np.bincount(place, weights=column, minlength=size) for column in amounts.T], axis=1
    )


def _joined(left: NDArray[Any], right: NDArray[Any]) -> NDArray[Any]:
    if not len(left):
        return np.array([], dtype=np.str_)
    return np.char.add(np.char.add(left.astype(np.str_), "|"), right.astype(np.str_))


def _mean(sums: Floats, prior: Floats) -> Floats:
    return np.asarray((sums[:, 2] + STRENGTH * prior) / (sums[:, 3] + STRENGTH), dtype=np.float64)
