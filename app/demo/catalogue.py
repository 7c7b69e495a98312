"""What the shop sells: products with their sizes, colours and packs, and who supplies them."""

from dataclasses import dataclass
from itertools import product as combinations

import numpy as np

from app.demo.behaviour import DAYS, Behaviour
from app.demo.data import table
from app.demo.dice import Dice, Flags, Floats, Ints

CATEGORIES = ("fashion", "electronics", "beauty", "home", "grocery")

SHOWPIECE = "EAR-PBT"
"""The product whose market everybody shows: ₹1,999 against ₹1,899 and ₹2,199."""
SHOWPIECE_ELASTICITY = -5.5

APPAREL_LIMIT = 250_000
"""Paise up to which a piece of apparel is taxed at 5 %, above at 18 % (since 22 September 2025)."""

SUPPLIERS = (
    ("Tiruppur Knits", "Tiruppur", "fashion", 12.0, 50),
    ("Surat Textile House", "Surat", "fashion", 9.0, 40),
    ("Jaipur Handblock Co.", "Jaipur", "fashion", 14.0, 30),
    ("Agra Footwear Works", "Agra", "fashion", 16.0, 24),
    ("Noida Gadget Imports", "Noida", "electronics", 21.0, 50),
    ("Shenzhen Link Trading", "Mumbai", "electronics", 32.0, 100),
    ("Delhi Mobile Accessories", "Delhi", "electronics", 6.0, 40),
    ("Himalaya Botanicals Lab", "Baddi", "beauty", 15.0, 100),
    ("Kannauj Fragrance House", "Kannauj", "beauty", 11.0, 60),
    ("Moradabad Metal Crafts", "Moradabad", "home", 18.0, 30),
    ("Panipat Home Furnishing", "Panipat", "home", 10.0, 24),
    ("Kochi Spice Traders", "Kochi", "grocery", 7.0, 60),
    ("Ratlam Foods", "Ratlam", "grocery", 5.0, 48),
)
"""Name, city, category, mean lead time in days, minimum order in pieces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One product as the shop lists it."""

    title: str
    category: str
    hsn: str
    tax: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Products, and one entry a variant in everything that follows; money in paise."""

    products: list[Product]
    product: Ints
    """Which product a variant is of."""
    category: Ints
    """Index into `CATEGORIES`."""
    sku: list[str]
    title: list[str]
    price: Ints
    cost: Ints
    mrp: Ints
    grams: Ints
    apparel: Flags
    tax_percent: Floats
    """Of what is not apparel."""
    popularity: Floats
    elasticity: Floats
    quality: Floats
    """From -1 to 1, what reviews say; by product, not by variant."""
    launched: Ints
    """First day of sale, counted from the first day of history; below 0 was always there."""
    dead_from: Ints
    """Day of history from which nobody buys it any more, `DAYS` where people still do."""
    showpiece: Flags


def draw(dice: Dice, behaviour: Behaviour) -> Catalogue:
    """Read the products and draw what is peculiar to each."""
    rows = table("products.csv")
    made = [
        (k, row, options, step)
        for k, row in enumerate(rows)
        for step, options in enumerate(_options(row["options"]))
    ]
    ids = np.arange(len(made), dtype=np.int64)
    owner = np.array([k for k, *_ in made], dtype=np.int64)
    factor = np.array([_pack_factor(row, options) for _, row, options, _ in made])
    showpiece = np.array([row["code"] == SHOWPIECE for _, row, *_ in made])
    category = np.array([CATEGORIES.index(row["category"]) for _, row, *_ in made], dtype=np.int64)
    own = np.array([behaviour.demand.elasticity[name] for name in CATEGORIES])[category]
    base = np.array([float(row["popularity"]) for _, row, *_ in made])
    siblings = np.bincount(owner)[owner]
    dead = dice.flag("dead", ids, 0.055) & ~showpiece
    late = dice.flag("late", ids, 0.10) & ~showpiece & ~dead
    return Catalogue(
        products=[
            Product(title=r["title"], category=r["category"], hsn=r["hsn"], tax=r["tax"])
            for r in rows
        ],
        product=owner,
        category=category,
        sku=[f"{row['code']}-{'-'.join(map(_slug, options))}" for _, row, options, _ in made],
        title=[", ".join((row["title"], *options)) for _, row, options, _ in made],
        price=charm(_rupees(made, "price") * factor),
        cost=np.round(_rupees(made, "cost") * factor).astype(np.int64) * 100,
        mrp=charm(_rupees(made, "mrp") * factor),
        grams=np.round(_rupees(made, "grams") * factor).astype(np.int64),
        apparel=np.array([row["tax"] == "apparel" for _, row, *_ in made]),
        tax_percent=np.array(
            [0.0 if row["tax"] == "apparel" else float(row["tax"]) for _, row, *_ in made]
        ),
        popularity=base**1.25 / siblings**0.7 * np.exp(0.45 * dice.normal("popularity", ids)),
        elasticity=np.where(
            showpiece, SHOWPIECE_ELASTICITY, own + 0.25 * dice.normal("elasticity", ids)
        ),
        quality=np.tanh(0.45 + 0.6 * dice.normal("quality", np.arange(len(rows), dtype=np.int64))),
        launched=np.where(late, 60 + dice.whole("launch", ids, DAYS - 120), -100),
        dead_from=np.where(dead, DAYS - 130 - dice.whole("died", ids, 120), DAYS),
        showpiece=showpiece,
    )


def charm(rupees: Floats) -> Ints:
    """Return paise of the nearest price that ends in 9."""
    return (np.maximum(np.round((rupees + 1.0) / 10.0) * 10.0 - 1.0, 9.0) * 100).astype(np.int64)


def _options(text: str) -> list[tuple[str, ...]]:
    return list(combinations(*(axis.split("|") for axis in text.split("*"))))


def _rupees(made: list[tuple[int, dict[str, str], tuple[str, ...], int]], column: str) -> Floats:
    return np.array([float(row[column]) for _, row, *_ in made])


def _pack_factor(row: dict[str, str], options: tuple[str, ...]) -> float:
    """Return how many times the smallest pack's price this one costs."""
    if row["category"] in ("fashion", "electronics") or not any(
        c.isdigit() for c in row["options"]
    ):
        return 2.0 if options[0] == "Large" else 1.0
    return 1.0 + 0.7 * row["options"].split("|").index(options[0])


def _slug(option: str) -> str:
    parts = option.upper().replace("-", " ").split()
    if any(c.isdigit() for c in option):
        return "".join(part if part[0].isdigit() or len(part) < 3 else part[0] for part in parts)
    return parts[0][:3] if len(parts) == 1 else "".join(part[:2] for part in parts)
