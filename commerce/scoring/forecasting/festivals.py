"""Public holidays and festivals by the days they fall on, those of the moon included."""

from datetime import date
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.errors import Refused
from commerce.scoring.forecasting.types import Occasion

_AHEAD: Final = 2
"""Years beyond the last that are looked up."""


def between(country: str, times: NDArray[np.datetime64]) -> tuple[Occasion, ...]:
    """Return the holidays of a country in the years of some times, and of the next ones.

    Raises:
        Refused: No such country is known.
    """
    known = times[~np.isnat(times)]
    if not len(known):
        return ()
    first, last = (one.astype("datetime64[Y]").astype(int) + 1970 for one in
                   (known.min(), known.max()))  # fmt: skip
    return of_years(country, int(first), int(last) + _AHEAD)


def of_years(country: str, first: int, last: int) -> tuple[Occasion, ...]:
    """Return the holidays of a country from one year to another, both inclusive.

    Raises:
        Refused: No such country is known.
    """
    import holidays

    try:
        found: Any = holidays.country_holidays(country.upper(), years=range(first, last + 1))
    except NotImplementedError:
        raise Refused("error-demand-no-country", country=country) from None
    days: list[tuple[date, str]] = sorted(found.items())
    return tuple(
        Occasion(name=part.removesuffix(" (estimated)").removesuffix(" (observed)"),
                 first=day, last=day)
        for day, name in days
        for part in name.split("; ")
    )  # fmt: skip
