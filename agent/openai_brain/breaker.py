"""Stop asking a provider that is down, for a while."""

import time
from collections.abc import Callable

from agent.errors import BrainFailed


class Breaker:
    """Opens after some failures in a row; after a pause it lets one request try.

    Args:
        failures: How many in a row open it.
        pause: Seconds that it stays open.
        clock: Seconds that only ever grow.
    """

    def __init__(
        self, *, failures: int = 4, pause: float = 30.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = failures
        self._pause = pause
        self._clock = clock
        self._failures = 0
        self._opens_at = 0.0

    def check(self) -> None:
        """Let a request through, or not.

        Raises:
            BrainFailed: The provider is being left alone.
        """
        if self._failures < self._most:
            return
        if self._clock() < self._opens_at:
            raise BrainFailed("The provider failed several times in a row; it is left alone now.")
        # One request tries; until it has succeeded, the others stay away as before.
        self._opens_at = self._clock() + self._pause

    def succeeded(self) -> None:
        """Note that the provider answered."""
        self._failures = 0

    def failed(self) -> None:
        """Note that the provider did not answer."""
        self._failures += 1
        if self._failures >= self._most:
            self._opens_at = self._clock() + self._pause
