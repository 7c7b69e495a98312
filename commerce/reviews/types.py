"""What customers write about products, added up."""

from dataclasses import dataclass
from datetime import datetime

from commerce.periods import Period
from commerce.scoring.opinions import Aspect
from commerce.scoring.pooling import Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One review."""

    product_id: int
    product: str
    rating: int
    """1 to 5."""
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Moods:
    """Reviews of one kind or time, by what they are."""

    count: int
    negative: int
    neutral: int
    positive: int
    stars: float | None
    """Their mean; `None` without reviews."""

    def share(self, count: int) -> float | None:
        """Return a share of them; `None` where they are too few to say one."""
        return count / self.count if self.count >= FEWEST else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One thing people complain of."""

    aspect: Aspect
    count: int
    """Reviews that complain of it."""
    mentioned: int
    """Reviews that speak of it, for or against."""
    share: float | None
    """Of all reviews; `None` where they are too few."""
    before: float | None
    """The same share in the span before."""
    quotes: tuple[str, ...]
    """What people wrote, the latest first; digits that may be phone numbers are hidden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductMood:
    """One product among others."""

    product: str
    count: int
    stars: float
    negative: Rate
    """Share of negative reviews, pulled to that of all products where there are few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One month of reviews."""

    month: str
    """`2026-11`."""
    moods: Moods


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewReport:
    """What customers wrote of one product, or of all, in a period."""

    product: str | None
    period: Period
    now: Moods
    before: Moods
    """Of the span of the same length before."""
    complaints: tuple[Complaint, ...]
    """What is complained of most comes first."""
    praised: tuple[tuple[Aspect, int], ...]
    """What is praised, and by how many."""
    worst: tuple[ProductMood, ...]
    """Products with the highest share of negative reviews; empty where one was asked for."""
    months: tuple[Month, ...]
    learnt: bool
    """Whether the reader learnt from the shop's own reviews or goes by the built-in list."""
    left_out: int
    """Reviews of the period beyond the latest that were read."""


FEWEST = 5
"""Of fewer reviews no share is said."""
