"""What comes in from messengers: kept first, acknowledged, then taken in, in order, each once."""

from commerce.arrivals.queries import (
    HOOK,
    LEASE,
    MAX_TRIES,
    Arrival,
    Coming,
    claim,
    due,
    hold,
    note,
    put,
    put_all,
    settle,
    take,
    told,
)

__all__ = [
    "HOOK",
    "LEASE",
    "MAX_TRIES",
    "Arrival",
    "Coming",
    "claim",
    "due",
    "hold",
    "note",
    "put",
    "put_all",
    "settle",
    "take",
    "told",
]
