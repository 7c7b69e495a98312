"""What takes the database seconds to add up, held for a while in this process.

Only of large shops, for only there anything takes that long; whoever shows it says as of when.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Generic, TypeVar
from weakref import WeakKeyDictionary

from commerce.context import Context

SLOW: Final = 0.5
"""Seconds; what takes less is added up at every question."""
TIMES: Final = 100
"""What took so long is held for so many times as long."""
LONGEST: Final = 600.0
"""Seconds for which anything is held at most."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """Something that was added up, and when."""

    value: T
    at: datetime


_HELD: Final[WeakKeyDictionary[Any, dict[tuple[int, str], tuple[float, Held[Any]]]]] = (
    WeakKeyDictionary()
)
"""By database, then by shop and what it is; with the moment until which it is held."""
_LOCK: Final = threading.Lock()


def held(
    ctx: Context, what: str, make: Callable[[], T], *, clock: Callable[[], float] = time.monotonic
) -> Held[T]:
    """Return what `make` returns, or what it returned a while ago if it took long.

    Args:
        ctx: Whose shop it is of.
        what: What it is, the same for the same question.
        make: Adds it up; the same for everybody of the shop who may ask.
        clock: Tells seconds.
    """
    key = (ctx.actor.shop_id, what)
    with _LOCK:
        until, found = _HELD.setdefault(ctx.session.get_bind(), {}).get(key, (0.0, None))
    began = clock()
    if found is not None and began < until:
        return found
    made = Held(make(), ctx.now)
    took = clock() - began
    with _LOCK:
        _HELD[ctx.session.get_bind()].pop(key, None)
        if took >= SLOW:
            _HELD[ctx.session.get_bind()][key] = (clock() + min(LONGEST, TIMES * took), made)
    return made
