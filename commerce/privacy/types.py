"""What is held of a customer, and what stands in the way of erasing it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """By what a customer can be told, wherever it was written down."""

    names: frozenset[str]
    """As they and their addresses are called."""
    phones: frozenset[str]
    emails: frozenset[str]
    lines: frozenset[str]
    """Of their addresses: house, street, landmark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """What must have ended before a customer can be forgotten: numbers of orders."""

    orders: tuple[str, ...] = ()
    payments: tuple[str, ...] = ()
    approvals: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything is open."""
        return bool(self.orders or self.payments or self.approvals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """All that is held of a customer, as plain JSON, to be given to them."""

    customer: Mapping[str, Any]
    parts: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    """Addresses, orders, messages, consents, reviews, files: each a row as it is kept."""

    @property
    def counts(self) -> dict[str, int]:
        """How much of each there is."""
        return {name: len(rows) for name, rows in self.parts.items()}
