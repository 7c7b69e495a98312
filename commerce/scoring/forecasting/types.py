"""What forecasting reads and says: a panel of series, and the days ahead of each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.types import Floats

Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]
Days = NDArray[np.datetime64]


class Spacing(StrEnum):
    """How far apart the columns of a panel are."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    @property
    def season(self) -> int:
        """Steps after which things look alike: a week of days, a year of weeks or months."""
        return {"day": 7, "week": 52, "month": 12}[self.value]

    @property
    def year(self) -> float:
        """Steps of a year."""
        return {"day": 365.25, "week": 365.25 / 7, "month": 12.0}[self.value]

    def days(self, first: date, count: int) -> Days:
        """Return the first day of each of `count` steps."""
        steps = np.arange(count)
        match self:
            case Spacing.DAY:
                return np.asarray(np.datetime64(first, "D") + steps)
            case Spacing.WEEK:
                return np.asarray(np.datetime64(first, "D") + 7 * steps)
            case Spacing.MONTH:
                return (np.datetime64(first, "M") + steps).astype("datetime64[D]")


class Shape(StrEnum):
    """How a series sells: often or rarely, evenly or not.

    Syntetos, Boylan & Croston 2005, doi:10.1057/palgrave.jors.2601841.
    """

    SMOOTH = "smooth"
    ERRATIC = "erratic"
    INTERMITTENT = "intermittent"
    LUMPY = "lumpy"


SHAPES: Final = tuple(Shape)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A festival or sale that moves what sells, by the days it really falls on."""

    name: str
    first: date
    last: date
    kind: str = "festival"

    def moved(self, days: int) -> "Occasion":
        """Return it some days later."""
        by = timedelta(days=days)
        return replace(self, first=self.first + by, last=self.last + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What was sold of several things at even steps of time."""

    quantity: Floats
    """Shape (series, steps); not below 0."""
    known: Flags
    """Shape (series, steps). False where nothing could be sold, such as before a launch or when
    out of stock: that says nothing of demand."""
    first: date
    """The first day of the first step."""
    spacing: Spacing = Spacing.DAY
    group: Ints
    """Shape (series,): series of one group share what one alone is too short to tell."""
    price: Floats | None = None
    """Shape (series, steps or more): also of steps ahead, where a price is planned."""
    promo: Floats | None = None
    """Shape (series, steps or more): 1 where promoted."""
    occasions: tuple[Occasion, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def steps(self) -> int:
        """How many steps of history there are."""
        return int(self.quantity.shape[1])

    @property
    def series(self) -> int:
        """How many series."""
        return int(self.quantity.shape[0])

    def until(self, steps: int) -> "Panel":
        """Return the panel as it was known after so many steps; plans for later stay."""
        return replace(self, quantity=self.quantity[:, :steps], known=self.known[:, :steps])

    def days(self, ahead: int = 0) -> Days:
        """Return the first day of each step, and of some ahead."""
        return self.spacing.days(self.first, self.steps + ahead)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How far what comes lies from what was said, as seen from the past.

    `sd² = even · mean + uneven · mean²` of a sum over a window of steps; `cuts[level]` are how
    many sd below and above the mean an interval of that level reaches. What sells once in a
    fortnight lies otherwise around its mean than what sells daily, so each size has its own.
    """

    windows: tuple[int, ...]
    even: Floats
    """By window."""
    uneven: Floats
    cuts: Mapping[int, Floats]
    """80 or 95 → shape (windows, shapes, sizes, 2)."""
    quantiles: Floats
    """Shape (windows, shapes, sizes, len(LEVELS)): quantiles of (actual − mean) / sd."""
    sizes: Floats
    """Means of one step that part sizes, ascending, shape (sizes − 1,)."""
    own: Floats
    """Shape (series,): how much more uneven than its like each series is; times sd."""


LEVELS: Final = (0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975)
"""The quantiles a spread knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a forecast is made of: `mean = base · Π exp(part)`, exactly."""

    base: Floats
    """Shape (series,): the mean of a step of the last year."""
    logs: Mapping[str, Floats]
    """Name → shape (series, horizon): `pace`, `weekday`, `season`, `event`, `payday`, `price`,
    `promo`, `pattern`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What is expected of each series."""

    mean: Floats
    """Shape (series, horizon)."""
    low80: Floats
    high80: Floats
    low95: Floats
    high95: Floats
    shape: Ints
    """Shape (series,): places in `SHAPES`."""
    spread: Spread
    parts: Parts
    weights: Mapping[str, Mapping[str, float]]
    """Shape of demand → method → its share in the forecast."""
