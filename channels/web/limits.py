"""How often one person or one address may do something: token buckets in memory."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable

_REMEMBERED = 10_000
"""Keys kept; the longest unused are forgotten first, which only ever allows more."""


class Buckets:
    """One bucket a key: `burst` at once, then `per_second`."""

    def __init__(
        self, burst: int, per_second: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._burst = burst
        self._per_second = per_second
        self._clock = clock
        self._levels: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()

    def wait(self, key: Hashable) -> int:
        """Take one token; return 0, or how many whole seconds to wait before trying again."""
        now = self._clock()
        level, then = self._levels.pop(key, (float(self._burst), now))
        level = min(float(self._burst), level + (now - then) * self._per_second)
        taken = level >= 1
        self._levels[key] = (level - 1 if taken else level, now)
        while len(self._levels) > _REMEMBERED:
            self._levels.popitem(last=False)
        return 0 if taken else max(1, math.ceil((1 - level) / self._per_second))

    def forget(self, key: Hashable) -> None:
        """Let a key begin anew."""
        self._levels.pop(key, None)
