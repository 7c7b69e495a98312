"""Things that matter."""

from dataclasses import dataclass
from enum import StrEnum

from commerce.money import Money


class MatterKind(StrEnum):
    """What it is about."""

    PARCELS_DUE = "parcels_due"
    """Undelivered, and to be answered before the courier's cut-off today."""
    PARCELS_NOBODYS = "parcels_nobodys"
    """Undelivered, and nobody works on them."""
    PARCELS_LATE = "parcels_late"
    ORDERS_RISKY = "orders_risky"
    STOCK_OUT = "stock_out"
    ALERTS = "alerts"
    """Sales, couriers or payments are out of the ordinary."""
    APPROVALS = "approvals"
    """Changes that wait for this person's yes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Some things of one kind."""

    kind: MatterKind
    count: int
    value: Money
    """At stake; nothing where that cannot be said."""
    hours: float
    """Until it is too late to do much, roughly."""
    late: int = 0
    """Of them, already past their time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What matters now."""

    matters: tuple[Matter, ...]
    """What matters most first."""
    more: int
    """Left out."""
