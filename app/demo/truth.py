"""The truth file: what the demo shop was drawn from, hidden from whoever works in it."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from app.demo.behaviour import DAYS
from app.demo.cases import Cases
from app.demo.catalogue import CATEGORIES
from app.demo.clock import iso_day
from app.demo.customers import LANGUAGES
from app.demo.dice import Floats
from app.demo.ledger import FIRST_NUMBER
from app.demo.places import WAREHOUSES
from app.demo.world import World

MOST_CUSTOMERS = 20_000
"""Habits are listed one by one for this many customers; of the others only the spread is told."""


def write(path: Path, world: World, customers: int, cases: Cases) -> None:
    """Write the truth of a shop as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(tell(world, customers, cases), ensure_ascii=False), encoding="utf-8")


def tell(world: World, customers: int, cases: Cases) -> dict[str, Any]:
    """Return everything that was drawn before the orders, and which attempts were fake."""
    return {
        "seed": world.seed,
        "orders": world.orders,
        "first_day": iso_day(world.first_day),
        "today": iso_day(world.today),
        "parameters": asdict(world.behaviour),
        "days": {
            "share_of_orders": _rounded(world.day_share, 8),
            "occasions": [
                {"name": o.name, "first_day": iso_day(o.first), "last_day": iso_day(o.last),
                 "lift": o.lift, "days_before": o.before, "favours": list(o.favours)}
                for o in world.occasions
            ],
        },
        "places": _places(world),
        "couriers": _couriers(world),
        "variants": _variants(world),
        "products": [
            {"title": product.title, "quality": round(float(quality), 4)}
            for product, quality in zip(
                world.catalogue.products, world.catalogue.quality, strict=True
            )
        ],
        "customers": _customers(world, customers),
        "ndr": {
            "cases": cases.count,
            "attempts": cases.attempts,
            "fake_attempts": [[f"SE-{FIRST_NUMBER + k}", attempt] for k, attempt in cases.fake],
        },
    }  # fmt: skip


def _places(world: World) -> list[dict[str, Any]]:
    places = world.places
    share = places.weight / places.weight.sum()
    return [
        {
            "pincode": code,
            "city": places.city[k],
            "state": places.state[k],
            "share_of_customers": round(float(share[k]), 5),
            "city_cod_rto": float(places.cod_rto[k]),
            "city_effect": round(float(places.city_effect[k]), 4),
            "pincode_effect": round(float(places.pincode_effect[k]), 4),
            "fake_attempt_factor": round(float(places.hub_effect[k]), 4),
            "lane_days": int(places.lane_days[k]),
            "warehouse": WAREHOUSES[int(places.warehouse[k])][0],
        }
        for k, code in enumerate(places.pincode)
    ]


def _couriers(world: World) -> list[dict[str, Any]]:
    couriers = world.couriers
    return [
        {
            "courier": name,
            "share": float(couriers.share[k] / couriers.share.sum()),
            "extra_days": float(couriers.days[k]),
            "failure_effect": float(couriers.failure[k]),
            "fake_attempt_probability": float(couriers.fake[k]),
            "delivers_on_sundays": bool(couriers.sundays[k]),
        }
        for k, name in enumerate(couriers.names)
    ]


def _variants(world: World) -> list[dict[str, Any]]:
    """Return each variant's demand; rates are order lines a day, today's in stock or not."""
    goods, market = world.catalogue, world.market
    lines = 1.0 + float(np.dot(np.arange(4), world.behaviour.demand.lines))
    rate = market.demand / market.demand.sum(axis=1, keepdims=True)
    rate = rate * world.day_share[:, None] * world.orders * lines
    lately = rate[-28:].mean(axis=0)
    return [
        {
            "sku": sku,
            "category": CATEGORIES[int(goods.category[k])],
            "popularity": round(float(goods.popularity[k]), 4),
            "elasticity": round(float(goods.elasticity[k]), 4),
            "lines_a_day": round(float(rate[:, k].mean()), 5),
            "lines_a_day_last_28_days": round(float(lately[k]), 5),
            "launched": iso_day(world.first_day + max(0, int(goods.launched[k]))),
            "dead_from": None
            if goods.dead_from[k] == DAYS
            else iso_day(world.first_day + int(goods.dead_from[k])),
            "days_out_of_stock": [
                iso_day(world.first_day + int(day))
                for day in np.flatnonzero(~market.available[:, k])
            ],
        }
        for k, sku in enumerate(goods.sku)
    ]


def _customers(world: World, count: int) -> dict[str, Any]:
    listed = np.arange(min(count, MOST_CUSTOMERS), dtype=np.int64)
    traits = world.customers.traits(listed)
    contact = list(world.behaviour.buyers.contact)
    steps = (1, 5, 10, 25, 50, 75, 90, 95, 99)
    return {
        "count": count,
        "refusal_percentiles": {
            str(p): round(float(v), 4)
            for p, v in zip(steps, np.percentile(traits.refusal, steps), strict=True)
        },
        "habits": {
            "refusal": _rounded(traits.refusal, 3),
            "contact": [contact[k] for k in traits.contact.tolist()],
            "best_hour": traits.hour.tolist(),
            "language": [LANGUAGES[k] for k in traits.language.tolist()],
            "poor_address": traits.poor_address.tolist(),
        },
        "habits_are_of": "the customers in the order of their ids, the first being the lowest id",
    }


def _rounded(values: Floats, digits: int) -> list[float]:
    return [float(value) for value in np.round(values, digits)]
