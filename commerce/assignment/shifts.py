"""Hours of work as they are written: `10:00-19:00`."""

from datetime import time


def read_shift(written: str) -> tuple[time, time]:
    """Return when a shift begins and ends.

    Raises:
        ValueError: It is not written so.
    """
    opens, _, closes = written.partition("-")
    return time.fromisoformat(opens), time.fromisoformat(closes)


def write_shift(opens: time, closes: time) -> str | None:
    """Return hours as they are written; `None` for all hours."""
    if opens == closes:
        return None
    return f"{opens.isoformat('minutes')}-{closes.isoformat('minutes')}"
