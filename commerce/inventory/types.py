"""What lies where, how fast it goes, and how long it lasts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from commerce.money import Money


class StockStep(StrEnum):
    """How a number of pieces is meant."""

    ADD = "add"
    REMOVE = "remove"
    SET = "set"


class StockReason(StrEnum):
    """Why the pieces on a shelf are more or fewer than was thought."""

    COUNT = "count"
    RECEIVED = "received"
    RETURN = "return"
    FOUND = "found"
    DAMAGE = "damage"
    LOST = "lost"
    EXPIRED = "expired"
    SAMPLE = "sample"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One sellable size, colour or pack."""

    id: int
    sku: str
    title: str
    """With the option: `Cotton Kurti, Blue, L`."""
    product_id: int
    product_title: str
    price: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Warehouse:
    """A place stock lies."""

    id: int
    code: str
    name: str
    city: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """How many of a variant lie in one warehouse."""

    warehouse: Warehouse
    on_hand: int
    reserved: int
    """Promised to open orders."""

    @property
    def free(self) -> int:
        """Pieces that can be sold; below zero where more were promised than lie there."""
        return self.on_hand - self.reserved


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """One variant in every warehouse asked about."""

    variant: Variant
    shelves: tuple[Shelf, ...]
    """By warehouse code; empty where the variant was never put on a shelf."""

    @property
    def on_hand(self) -> int:
        """Pieces that lie there."""
        return sum(shelf.on_hand for shelf in self.shelves)

    @property
    def reserved(self) -> int:
        """Pieces promised to open orders."""
        return sum(shelf.reserved for shelf in self.shelves)

    @property
    def free(self) -> int:
        """Pieces that can be sold."""
        return sum(shelf.free for shelf in self.shelves)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast one variant went in the days looked at, and what is left of it."""

    variant: Variant
    free: int
    sold: int
    """Pieces in orders that were not cancelled and did not fail."""
    revenue: Money
    """Of those pieces, at the price paid."""
    per_day: float
    days_left: float
    """Free pieces divided by the pace; 0 where none are free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """Pieces of one variant that one warehouse keeps for open orders."""

    stock_id: int
    sku: str
    warehouse: str
    """The warehouse's code."""
    quantity: int

    @property
    def place(self) -> str:
        """The SKU and the warehouse, as they stand in a change: `KURTI-BLU-M @ PUN`."""
        return f"{self.sku} @ {self.warehouse}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One shelf as a write finds it: a variant in one warehouse."""

    stock_id: int | None
    """`None` where the variant never lay there."""
    variant_id: int
    warehouse_id: int
    sku: str
    warehouse: str
    """The warehouse's code."""
    on_hand: int
    reserved: int
    cost: Money
    """Of one piece."""

    @property
    def name(self) -> str:
        """As it stands in a change: `KURTI-BLU-M @ PUN`."""
        return f"{self.sku} @ {self.warehouse}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadStock:
    """A variant that lies there and does not sell."""

    variant: Variant
    on_hand: int
    value: Money
    """Of the pieces on hand, at cost."""
    last_sold_at: datetime | None
    """When the day of the last sale began; `None` where it never sold."""
    since: datetime
    """The last sale or, where there was none, when the product came into the shop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadShelf:
    """All that does not sell, beside all that lies there."""

    dead: tuple[DeadStock, ...]
    """The most money first."""
    pieces: int
    value: Money
    """Of what is dead, at cost."""
    all_value: Money
    """Of everything on hand, at cost."""
