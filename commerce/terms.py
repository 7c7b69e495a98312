"""What things cost a shop and when its people work, as it chose (`commerce.settings`)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from commerce.db.tables import ShopRow

_SETTINGS = select(ShopRow.settings).where(ShopRow.id == bindparam("shop"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What things cost a shop and when its people work; these hold until it chooses."""

    return_rupees: int = 150
    """A parcel that comes back, freight both ways and repacking: 100 to 200 rupees in published
    figures of Indian shops, the middle taken."""
    asking_rupees: int = 25
    """Asking for a payment or a word, with the few sales that this loses."""
    cut_off_hour: int = 20
    opens: int = 9
    closes: int = 19
    """Hours of the shop's zone, Monday to Saturday; `closes` is the first hour nobody answers."""

    @property
    def asks_from(self) -> float:
        """The chance of coming back from which asking pays, `C_fp / (C_fp + C_fn)` (Elkan 2001)."""
        return self.asking_rupees / (self.asking_rupees + self.return_rupees)

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Terms":
        """Return what a shop's settings hold of it."""
        known = {field.name for field in fields(cls)}
        own = settings.get("terms") or {}
        return cls(**{name: int(value) for name, value in own.items() if name in known})


def terms_of(session: Session, shop_id: int) -> Terms:
    """Return what a shop chose, or what holds until it does."""
    return Terms.of(session.scalar(_SETTINGS, {"shop": shop_id}) or {})
