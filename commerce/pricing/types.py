"""What the same thing costs here and elsewhere."""

from dataclasses import dataclass
from datetime import datetime

from commerce.inventory import Variant
from commerce.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalPrice:
    """What a competitor asked when somebody last looked."""

    competitor: str
    price: Money
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One variant's price beside its MRP and what competitors ask."""

    variant: Variant
    mrp: Money
    rivals: tuple[RivalPrice, ...]
    """The latest price of each competitor, the cheapest first; empty where nobody looked."""
