"""Orders as the RTO score looks at them: what each shows, and its features as of its own moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from commerce.pincodes import lies_in
from commerce.scoring import quality
from commerce.scoring.additive import Feature, FeatureKind
from commerce.scoring.coding import both, coded
from commerce.scoring.history import AsOf, Events, Keys, Known, Moments, first_times
from commerce.scoring.linking import linked
from commerce.scoring.places import Places
from commerce.scoring.pooling import shrunk
from commerce.scoring.queries_rto_risk import Tables
from commerce.scoring.types import Floats

FEATURES: Final = (
    Feature(name="cod", direction=1),
    Feature(name="value"),
    Feature(name="new_cod_value", direction=1),
    Feature(name="orders_before"),
    Feature(name="person_rate", direction=1),
    Feature(name="person_delivered", direction=-1),
    Feature(name="linked_rate", direction=1),
    Feature(name="linked_people"),
    Feature(name="pincode_rate", direction=1),
    Feature(name="courier_rate", direction=1),
    Feature(name="lane_days", direction=1),
    Feature(name="discount_share"),
    Feature(name="night"),
    Feature(name="day_of_month"),
    Feature(name="channel", kind=FeatureKind.CATEGORY),
    Feature(name="category", kind=FeatureKind.CATEGORY),
    Feature(name="pieces"),
    Feature(name="address_words"),
    Feature(name="address_house", direction=-1),
    Feature(name="address_gibberish", direction=1),
    Feature(name="pincode_fits", direction=-1),
    Feature(name="phone_fits", direction=-1),
    Feature(name="orders_in_hour"),
    Feature(name="orders_in_day"),
    Feature(name="value_in_day"),
    Feature(name="address_people"),
    Feature(name="address_names"),
)
"""All that it looks at. The words for them are messages `reason-…`."""

PERSON_STRENGTH: Final = 3.0
"""Parcels the average of all counts for beside a person's own: refusing is a habit of few."""
_HOUR, _DAY = np.timedelta64(1, "h"), np.timedelta64(1, "D")
_NIGHT_ENDS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """Orders in columns, one row an order, in the order of their ids."""

    ids: NDArray[np.int64]
    placed: Moments
    buyer: Keys
    """Who bought: by phone, else by the customer's id."""
    email: Keys
    place: Keys
    """Pincode and first line, where that names a house; -1 else."""
    name: Keys
    plain: dict[str, NDArray[Any]]
    """Features that the order shows by itself."""
    where: dict[str, NDArray[Any]]
    """`state`, `city`, `pincode`, `courier`, as text."""
    ended: Moments
    """When it became known how the parcel ended; NaT where it is not."""
    came_back: Floats
    """1 where it came back, 0 where it was delivered, NaN where nobody knows yet."""

    @property
    def outcomes(self) -> AsOf:
        """What became of the orders, as one could know it when they were placed: not at all."""
        return AsOf(
            moments=self.placed, things={"came_back": Known(values=self.came_back, at=self.ended)}
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Features of orders, and on how much those that are rates rest."""

    columns: dict[str, NDArray[Any]]
    counts: dict[str, NDArray[np.int64]]
    """How many events a rate rests on."""
    hits: dict[str, NDArray[np.int64]]
    """How many of them came back."""


def orders_of(tables: Tables, zone: ZoneInfo, only: NDArray[np.int64] | None = None) -> Orders:
    """Return orders as columns from what the database told.

    Args:
        tables: The rows.
        zone: The shop's.
        only: Ids, ascending, of those whose own address and phone will be looked at; all by
            default. The others are the past of these.
    """
    rows, parcels = tables.orders, _of_orders(tables.parcels, tables.orders["id"])
    address = _rows_of(tables.addresses["id"], rows["address"])
    customer = _rows_of(tables.customers["id"], rows["customer"])
    looked = slice(None) if only is None else _rows_of(rows["id"], only)
    looks = _looks(tables.addresses, _among(len(tables.addresses["id"]), address[looked]))
    phone = tables.customers["phone"]
    phones = _phones(phone, _among(len(phone), customer[looked]))
    turned, delivered = parcels["turned"], parcels["delivered"]
    came_back = np.where(np.isnat(turned), np.where(np.isnat(delivered), np.nan, 0.0), 1.0)
    plain = {
        **_of_order(tables, zone),
        **{name: looks[name][address] for name in looks if name not in ("place", "who")},
        "phone_fits": phones[customer],
    }
    return Orders(
        ids=rows["id"], placed=rows["placed"],
        buyer=_buyers(tables.customers)[customer],
        email=_keys([one.casefold() for one in tables.customers["email"].tolist()])[customer],
        place=looks["place"][address], name=looks["who"][address],
        plain=plain,
        where={
            "state": small(tables.addresses["state"])[address],
            "city": small(tables.addresses["city"])[address],
            "pincode": tables.addresses["pincode"][address], "courier": parcels["courier"],
        },
        ended=np.where(np.isnat(turned), delivered, turned), came_back=came_back,
    )  # fmt: skip


def seen(orders: Orders, places: Places, ask: NDArray[np.intp] | None = None) -> Seen:
    """Return the features of orders, each as of the moment it was placed.

    Args:
        orders: Every order that bears on those asked about.
        places: What is known of pincodes and couriers.
        ask: Which rows; all by default.
    """
    rows = np.arange(len(orders.ids)) if ask is None else ask
    placed, buyer = orders.placed[rows], orders.buyer[rows]
    cod = orders.plain["cod"]
    own = _parcels_of(orders, cod).before(buyer, placed)
    bought = Events(keys=orders.buyer, at=orders.placed, amounts=_counted(orders))
    moments = np.concatenate([placed, placed - _HOUR, placed - _DAY])
    ever, hour, day = np.split(bought.before(np.tile(buyer, 3), moments), 3)
    others = linked(
        orders.buyer, (orders.email, orders.place), orders.placed, orders.ended, orders.came_back
    )[rows]
    where = {name: values[rows] for name, values in orders.where.items()}
    local = places.seen(where, placed)
    value = orders.plain["value"][rows]
    columns = {
        **{name: values[rows] for name, values in orders.plain.items()},
        "new_cod_value": np.where((ever[:, 0] == 0) & (cod[rows] == 1), value, 0.0),
        "orders_before": ever[:, 0],
        "person_rate": _rate(own[:, 0], own[:, 1], local.base, PERSON_STRENGTH),
        "person_delivered": own[:, 2],
        "linked_rate": _rate(others[:, 0], others[:, 1], local.base, PERSON_STRENGTH),
        "linked_people": others[:, 2],
        **local.columns,
        "orders_in_hour": ever[:, 0] - hour[:, 0],
        "orders_in_day": ever[:, 0] - day[:, 0],
        "value_in_day": ever[:, 1] - day[:, 1],
        "address_people": _others_at(orders, orders.buyer, rows),
        "address_names": _others_at(orders, orders.name, rows),
    }
    return Seen(
        columns=columns,
        counts={
            "person_rate": own[:, 1].astype(np.int64), "linked_rate": others[:, 1].astype(np.int64),
            **local.counts,
        },
        hits={
            "person_rate": own[:, 0].astype(np.int64), "linked_rate": others[:, 0].astype(np.int64),
            **local.hits,
        },
    )  # fmt: skip


def _parcels_of(orders: Orders, cod: Floats) -> Events:
    """Return ended parcels by buyer: COD that came back, COD in all, delivered in all."""
    back = np.nan_to_num(orders.came_back)
    return Events(
        keys=orders.buyer, at=orders.ended, amounts=np.stack([back * cod, cod, 1 - back], axis=1)
    )


def _counted(orders: Orders) -> Floats:
    """Return one for each order, and its value."""
    return np.stack([np.ones(len(orders.ids)), orders.plain["value"]], axis=1)


def _rate(hits: Floats, n: Floats, prior: Floats, strength: float) -> Floats:
    """Return a pooled rate; NaN where nothing was seen."""
    return np.where(n > 0, shrunk(hits, n, prior, strength), np.nan)


def _others_at(orders: Orders, things: Keys, rows: NDArray[np.intp]) -> Floats:
    """Return how many other people, or names, were seen at the address before."""
    place, placed = orders.place[rows], orders.placed[rows]
    all_before = first_times(orders.place, things, orders.placed).before(place, placed)[:, 0]
    pair = _pairs(orders.place, things)
    own = Events(keys=pair, at=orders.placed, amounts=np.ones((len(pair), 1)))
    return all_before - np.minimum(own.before(pair[rows], placed)[:, 0], 1.0)


def _pairs(left: Keys, right: Keys) -> Keys:
    known = (left >= 0) & (right >= 0)
    found = np.full(len(left), -1, dtype=np.int64)
    if known.any():
        found[known] = both(left[known], right[known], int(right.max()) + 1)[0]
    return found


def _of_order(tables: Tables, zone: ZoneInfo) -> dict[str, NDArray[Any]]:
    rows = tables.orders
    pieces, category = _bought(tables)
    local = _local(rows["placed"], zone)
    hour = (local - local.astype("datetime64[D]")) // _HOUR
    subtotal = np.maximum(rows["subtotal"], 1).astype(np.float64)
    return {
        "cod": (rows["payment"] == "COD").astype(np.float64),
        "value": rows["total"] / 100.0,
        "discount_share": np.round(rows["discount"] / subtotal, 3),
        "night": (hour < _NIGHT_ENDS).astype(np.float64),
        "day_of_month": (
            local.astype("datetime64[D]") - local.astype("datetime64[M]").astype("datetime64[D]")
        ).astype(np.float64) + 1.0,
        "channel": rows["channel"].astype(np.str_),
        "category": category.astype(np.str_),
        "pieces": pieces,
    }  # fmt: skip


def _local(moments: Moments, zone: ZoneInfo) -> Moments:
    """Return moments as the shop's clocks show them."""
    hours, place = np.unique(moments.astype("datetime64[h]"), return_inverse=True)
    shift = [_offset(hour, zone) for hour in hours.tolist()]
    local: Moments = moments + np.array(shift, dtype="timedelta64[us]")[place]
    return local


def _offset(hour: Any, zone: ZoneInfo) -> int:
    from datetime import UTC

    found = hour.replace(tzinfo=UTC).astimezone(zone).utcoffset()
    return 0 if found is None else int(found.total_seconds()) * 1_000_000


def _bought(tables: Tables) -> tuple[Floats, NDArray[Any]]:
    """Return how many pieces each order has, and the category of its dearest line."""
    ids, items = tables.orders["id"], tables.items
    category = np.full(len(ids), "", dtype=object)
    if not len(items["order"]):
        return np.full(len(ids), np.nan), category
    row = np.searchsorted(ids, items["order"])
    known = (row < len(ids)) & (ids[np.minimum(row, len(ids) - 1)] == items["order"])
    row, quantity = row[known], items["quantity"][known]
    pieces = np.bincount(row, weights=quantity, minlength=len(ids))
    by_price = np.argsort(items["price"][known] * quantity, kind="stable")
    category[row[by_price]] = items["category"][known][by_price]
    return np.where(pieces > 0, pieces, np.nan), category


def _among(size: int, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Return which of so many rows are among some."""
    found = np.zeros(size, dtype=np.bool_)
    found[rows] = True
    return found


def _looks(
    addresses: dict[str, NDArray[Any]], looked: NDArray[np.bool_]
) -> dict[str, NDArray[Any]]:
    """Return the keys of each address as `place` and `who`, and what those looked at show."""
    columns = (addresses[name].tolist() for name in
               ("line1", "line2", "landmark", "pincode", "state"))  # fmt: skip
    words, house, gibberish, fits, place = [], [], [], [], []
    pairs: dict[tuple[str, str], bool] = {}
    for line1, line2, landmark, pincode, state, is_looked in zip(
        *columns, looked.tolist(), strict=True
    ):
        place.append(f"{pincode}|{line1}" if quality.names_house(line1) else "")
        if not is_looked:
            continue
        written = f"{line1} {line2} {landmark}"
        house.append(quality.has_house(line1) or quality.has_house(line2))
        words.append(quality.words_in(written))
        gibberish.append(quality.gibberish(written))
        known = pairs.get((pincode, state))
        if known is None:
            known = pairs[pincode, state] = lies_in(pincode, state)
        fits.append(known)
    return {
        "address_words": _spread(words, looked),
        "address_house": _spread(house, looked),
        "address_gibberish": _spread(gibberish, looked),
        "pincode_fits": _spread(fits, looked),
        "place": _keys(place),
        "who": _keys([name.casefold().strip() for name in addresses["name"].tolist()]),
    }


def _phones(phones: NDArray[Any], looked: NDArray[np.bool_]) -> Floats:
    told = [
        np.nan if not one else float(quality.callable_phone(one)) for one in phones[looked].tolist()
    ]
    return _spread(told, looked)


def _spread(values: Sequence[float], looked: NDArray[np.bool_]) -> Floats:
    """Return the values of the rows looked at, in order, at their places; else NaN."""
    found = np.full(len(looked), np.nan)
    found[looked] = values
    return found


def _buyers(customers: dict[str, NDArray[Any]]) -> Keys:
    told = zip(customers["phone"].tolist(), customers["id"].tolist(), strict=True)
    return _keys([phone or f"#{number}" for phone, number in told])


def _keys(texts: list[str]) -> Keys:
    """Return a number for each text, the same for the same; -1 for none."""
    codes, names = coded(texts)
    return np.where(codes == names.index(""), -1, codes) if "" in names else codes


def small(texts: NDArray[Any]) -> NDArray[Any]:
    """Return texts in small letters with single spaces, as places are counted by."""
    codes, names = coded(texts.tolist())
    return np.array([" ".join(text.lower().split()) for text in names], dtype=object)[codes]


def _rows_of(ids: NDArray[np.int64], wanted: NDArray[np.int64]) -> NDArray[np.intp]:
    return np.searchsorted(ids, wanted)


def _of_orders(parcels: dict[str, NDArray[Any]], ids: NDArray[np.int64]) -> dict[str, NDArray[Any]]:
    """Return what is known of each order's parcels; nothing where it has none."""
    row = np.searchsorted(ids, parcels["order"])
    nothing = np.full(len(ids), np.datetime64("NaT"), dtype="datetime64[us]")
    found: dict[str, NDArray[Any]] = {
        name: nothing.copy() for name in ("created", "turned", "delivered")
    }
    found["courier"] = np.full(len(ids), "", dtype=object)
    for name, column in found.items():
        column[row] = parcels[name]
    return found
