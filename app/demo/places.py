"""Where customers live: cities with their pincodes, and how risky each is."""

from dataclasses import dataclass

import numpy as np

from app.demo.behaviour import Behaviour
from app.demo.data import table
from app.demo.dice import Dice, Floats, Ints, log_odds

WAREHOUSES = (
    ("BWD", "Bhiwandi warehouse", "Bhiwandi", "421302"),
    ("GGN", "Gurugram warehouse", "Gurugram", "122004"),
    ("BLR", "Bengaluru warehouse", "Bengaluru", "562123"),
)
"""Code, name, city, pincode."""

SOUTH = ("tamil", "telugu", "kannada", "malayali")

MEAN_COD_RTO = 0.26


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """One entry a pincode; arrays and lists run alike."""

    city: list[str]
    state: list[str]
    pincode: list[str]
    locality: list[str]
    people: list[str]
    cod_rto: Floats
    """The city's share of COD parcels that come back, in the long run."""
    weight: Floats
    lane_days: Ints
    """Usual days from the nearest warehouse."""
    warehouse: Ints
    """The nearest, an index into `WAREHOUSES`."""
    city_effect: Floats
    """Log odds against the mean city."""
    pincode_effect: Floats
    """Log odds against the city."""
    hub_effect: Floats
    """Factor on the chance of a fake attempt."""


def draw(dice: Dice, behaviour: Behaviour) -> Places:
    """Read the cities and draw what is peculiar to each pincode."""
    rows = [
        (city, code, locality, 1 + len(pins) - k)
        for city in table("places.csv")
        for pins in [city["pincodes"].split("|")]
        for k, (code, locality) in enumerate(pin.split(":") for pin in pins)
    ]
    share = np.array([weight for *_, weight in rows], dtype=np.float64)
    city_weight = np.array([float(city["weight"]) for city, *_ in rows])
    of_city = [sum(w for other, *_, w in rows if other is city) for city, *_ in rows]
    codes = [code for code, *_ in WAREHOUSES]
    cod_rto = np.array([float(city["cod_rto"]) for city, *_ in rows])
    ids = np.arange(len(rows), dtype=np.int64)
    spread = behaviour.doorstep
    return Places(
        city=[city["city"] for city, *_ in rows],
        state=[city["state"] for city, *_ in rows],
        pincode=[code for _, code, *_ in rows],
        locality=[locality for _, _, locality, _ in rows],
        people=[city["people"] for city, *_ in rows],
        cod_rto=cod_rto,
        weight=city_weight * share / np.array(of_city, dtype=np.float64),
        lane_days=np.array([int(city["lane_days"]) for city, *_ in rows], dtype=np.int64),
        warehouse=np.array([codes.index(c["warehouse"]) for c, *_ in rows], dtype=np.int64),
        city_effect=log_odds(cod_rto) - log_odds(MEAN_COD_RTO),
        pincode_effect=spread.pincode_sd * dice.normal("pincode", ids),
        hub_effect=np.exp(spread.fake_hub_sd * dice.normal("hub", ids)),
    )
