"""What comes in from messengers: kept first, acknowledged, then taken in, in order, each once."""

from commerce.arrivals.queries import LEASE, MAX_TRIES, Arrival, claim, due, note, put, settle

__all__ = ["LEASE", "MAX_TRIES", "Arrival", "claim", "due", "note", "put", "settle"]
