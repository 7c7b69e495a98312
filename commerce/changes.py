"""What a write changed, so that it can be previewed, proven and undone."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from commerce.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The effect of one write on one thing, before and after. Planned first, then made.

    `before` and `after` are plain JSON of the same keys, and hold only what changes. Undoing
    compares the thing with `after` first, and puts `before` back only where nothing moved since.
    """

    subject_kind: str
    """`order`, `parcel`, `stock` and the like."""
    subject: str
    """The order number, AWB or SKU, as people say it."""
    before: dict[str, Any]
    after: dict[str, Any]
    at_stake: Money | None = None
    """The money that this touches; `None` where there is none."""
    items: int = 1
    """How many things it changes at once; a role may approve so many alone, and no more."""
    undo_for: timedelta | None = None
    """For how long it can be undone; `None` where it cannot."""
    warnings: tuple[str, ...] = field(default=())
    """Sentences the person should read before saying yes, in the language of the answer."""
