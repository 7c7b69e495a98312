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

from commerce.scoring.coding import both, coded
from commerce.scoring.history import Keys, Moments
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
        where = {name: values[span] for name, values in self.near.where.items()}
        for level in _LEVELS:
            codes, known = _coded(level, where)
            there = np.concatenate([self.names[level], known])
            counts = np.concatenate([self.sums[level], _added(codes, amounts, len(known))])
            names[level], place = np.unique(there, return_inverse=True)
            sums[level] = _added(place, counts, len(names[level]))
        return Places(until=day, names=names, sums=sums)

    def _at(self, level: str, where: Where, days: Moments) -> Floats:
        near = self.near if self.near is not None and len(self.near.at) else None
        rows = where if near is None else _under(near.where, where)
        codes, wanted = _coded(level, rows)
        asked = codes[len(codes) - len(days) :]
        counts = np.zeros((len(wanted), _AMOUNTS))
        names, sums = self.names[level], self.sums[level]
        if len(names):
            place = np.minimum(np.searchsorted(names, wanted), len(names) - 1)
            known = names[place] == wanted
            counts[known] = sums[place[known]]
        found: Floats = counts[asked]
        if near is not None:
            found += self._moved(codes[: len(near.at)], asked, days, near)
        # Counts of long ago do not know all that ended near them: there is never less than nothing.
        return np.maximum(found, 0.0)

    def _moved(self, there: Keys, asked: Keys, days: Moments, near: Ended) -> Floats:
        """Return what ended between `until` and each day; negative where the day lies before."""
        on, asked_on, until = _day(near.at), _day(days), int(_day(self.until))
        first = min(int(on.min()), int(asked_on.min()), until)
        span = max(int(on.max()), int(asked_on.max()), until) + 1 - first
        at = there * span + (on - first)
        order = np.argsort(at, kind="stable")
        at = at[order]
        sums = np.zeros((len(at) + 1, _AMOUNTS))
        np.cumsum(near.amounts[order], axis=0, out=sums[1:])
        # One place's days beside each other, so that the second search runs in order too.
        start = asked * span - first
        moved: Floats = (
            sums[np.searchsorted(at, start + asked_on)] - sums[np.searchsorted(at, start + until)]
        )
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
    where = {name: values[kept] for name, values in ended.where.items()}
    names: dict[str, NDArray[Any]] = {}
    sums: dict[str, Floats] = {}
    for level in _LEVELS:
        codes, known = _coded(level, where)
        names[level], place = np.unique(known, return_inverse=True)
        sums[level] = _added(place[codes], amounts, len(names[level]))
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


def _coded(level: str, where: Where) -> tuple[Keys, NDArray[np.str_]]:
    """Return the number of each row's place on a level, and the places' names by their numbers."""
    if level == "all":
        return np.zeros(len(where["pincode"]), dtype=np.int64), np.array(["all"])
    if level == "city":
        return _paired(where["city"], where["state"])
    if level == "lane":
        return _paired(where["courier"], where["pincode"])
    codes, names = coded(where[level].tolist())
    return codes, np.array(names, dtype=np.str_)


def _paired(left: NDArray[Any], right: NDArray[Any]) -> tuple[Keys, NDArray[np.str_]]:
    (lefts, left_names), (rights, right_names) = coded(left.tolist()), coded(right.tolist())
    codes, of_left, of_right = both(lefts, rights, len(right_names))
    names = [
        f"{left_names[a]}|{right_names[b]}"
        for a, b in zip(of_left.tolist(), of_right.tolist(), strict=True)
    ]
    return codes, np.array(names, dtype=np.str_)


def _under(first: Where, second: Where) -> Where:
    """Return the rows of both, one set under the other."""
    return {name: np.concatenate([first[name], second[name]]) for name in first}


def _day(moments: Any) -> Any:
    """Return the day of moments as numbers, UTC."""
    return moments.astype("datetime64[D]").astype(np.int64)


def _added(place: NDArray[Any], amounts: Floats, size: int) -> Floats:
    """Return the sums of rows that have the same place, shape (size, 4)."""
    if not size:
        return np.zeros((0, _AMOUNTS))
    return np.stack(
        [np.bincount(place, weights=column, minlength=size) for column in amounts.T], axis=1
    )


def _mean(sums: Floats, prior: Floats) -> Floats:
    return np.asarray((sums[:, 2] + STRENGTH * prior) / (sums[:, 3] + STRENGTH), dtype=np.float64)
