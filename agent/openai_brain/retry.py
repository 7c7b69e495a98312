"""The one retry policy towards a provider: which failures are tried again, and after how long."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

import openai


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """Requests that were not begun to be answered are sent again, a few times."""

    tries: int = 3
    """Requests in all."""
    first_pause: float = 0.4
    """Seconds before the second request; each further pause is twice as long."""
    longest_pause: float = 6.0
    """Seconds. A provider that asks to be left alone for longer is not asked again: a person is
    waiting, and the planner can answer at once."""

    def pause(
        self, error: openai.APIError, *, tried: int, now: float | None = None
    ) -> float | None:
        """Return the seconds to wait before asking again; `None` where that is pointless.

        Args:
            tried: Requests sent so far.
            now: Seconds since 1970, for providers that name a moment.
        """
        if tried >= self.tries or not _passes(error):
            return None
        asked = _retry_after(error, time.time() if now is None else now)
        if asked is not None:
            return max(0.0, asked) if asked <= self.longest_pause else None
        return float(min(self.first_pause * 2.0 ** (tried - 1), self.longest_pause))


def _passes(error: openai.APIError) -> bool:
    """Tell whether a failure may be gone the next time."""
    if isinstance(error, openai.APIConnectionError):  # Time-outs are among these.
        return True
    if isinstance(error, openai.RateLimitError):
        # An empty account says 429 too, and stays empty.
        return error.code != "insufficient_quota"
    return isinstance(error, openai.APIStatusError) and error.status_code >= 500


def _retry_after(error: openai.APIError, now: float) -> float | None:
    """Read Retry-After (RFC 9110, section 10.2.3): seconds or a date; in milliseconds by some."""
    if not isinstance(error, openai.APIStatusError):
        return None
    headers: Mapping[str, str] = error.response.headers
    try:
        if "retry-after-ms" in headers:
            return float(headers["retry-after-ms"]) / 1000
        if "retry-after" not in headers:
            return None
        written = headers["retry-after"]
        if written.replace(".", "", 1).isdigit():
            return float(written)
        return parsedate_to_datetime(written).timestamp() - now
    except ValueError:
        return None
