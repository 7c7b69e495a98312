"""Buyers and where they live, as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """One buyer."""

    id: int
    name: str
    phone: str | None
    """E.164 where it is a real number."""
    email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where an order goes."""

    name: str
    """Who receives it."""
    line1: str
    line2: str
    landmark: str
    city: str
    state: str
    pincode: str
    phone: str | None

    @property
    def written(self) -> str:
        """The address on one line, as it stands on the label."""
        parts = (self.line1, self.line2, self.landmark, self.city, self.state, self.pincode)
        return ", ".join(part for part in parts if part)
