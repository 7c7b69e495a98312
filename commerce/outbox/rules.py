"""When to try again: no database, no clock."""

from datetime import timedelta

MAX_TRIES = 8
"""After so many tries without an answer a message is given up, about a day after the first."""

LEASE = timedelta(minutes=2)
"""How long one worker has to tell one message before another may take it over."""

_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=8)


def wait_after(tries: int) -> timedelta:
    """Return how long to wait after the n-th try failed: a minute, then four times as long."""
    doublings = 2 * (tries - 1)
    return min(_FIRST_WAIT * (1 << doublings), _LONGEST_WAIT)
