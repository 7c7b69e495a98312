"""Asking a courier over HTTP: time-outs, sizes, and what goes wrong made ours."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any, Final

import httpx

from commerce.errors import Unavailable

SECONDS: Final = 10.0
"""Longest wait for an answer."""
MOST_BYTES: Final = 8_000_000
"""Longest answer that is read."""
MOST_WORDS: Final = 200
"""Letters of a vendor's words that are passed on."""
MOST_REMEMBERED: Final = 2_000


class Door:
    """One vendor's address. Safe to use from several threads."""

    def __init__(self, name: str, base_url: str, *, seconds: float = SECONDS) -> None:
        """Take what the vendor is called in messages, and where it is."""
        self.name = name
        # Requests are rare: a connection kept open would be closed at the other end by the next.
        self._client = httpx.Client(
            base_url=base_url.rstrip("/"), timeout=seconds, follow_redirects=False,
            trust_env=False, limits=httpx.Limits(max_keepalive_connections=0),
        )  # fmt: skip

    def ask(self, method: str, path: str, **request: Any) -> httpx.Response:
        """Send one request and return the answer, read whole.

        Raises:
            Unavailable: No answer, too long a one, too many requests, or the vendor's own failure.
        """
        try:
            with self._client.stream(method, path, **request) as streamed:
                response = self._whole(streamed)
        except httpx.HTTPError as error:
            why = type(error).__name__
            raise Unavailable("error-courier-down", courier=self.name, why=why) from error
        if response.status_code == httpx.codes.TOO_MANY_REQUESTS:
            raise Unavailable("error-courier-busy", courier=self.name)
        if response.is_server_error:
            why = f"HTTP {response.status_code}"
            raise Unavailable("error-courier-down", courier=self.name, why=why)
        return response

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()

    def _whole(self, response: httpx.Response) -> httpx.Response:
        """Return an answer that was read whole, and not for ever."""
        body = bytearray()
        for part in response.iter_bytes():
            body += part
            if len(body) > MOST_BYTES:
                raise Unavailable("error-courier-down", courier=self.name, why="too long an answer")
        return httpx.Response(response.status_code, content=bytes(body))


class Once:
    """Does what is asked under one key once, for as long as this process remembers."""

    def __init__(self) -> None:
        self._done: OrderedDict[str, str] = OrderedDict()
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def do(self, key: str, work: Callable[[], str]) -> str:
        """Return what `work` gave under this key, doing it where nobody did."""
        with self._lock:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            if key not in self._done:
                # What fails is not remembered, so that it can be tried again.
                self._done[key] = work()
                if len(self._done) > MOST_REMEMBERED:
                    old, _ = self._done.popitem(last=False)
                    self._locks.pop(old, None)
            return self._done[key]


def json_of(response: httpx.Response) -> Any:
    """Return an answer's JSON; nothing where it is none."""
    try:
        return response.json()
    except ValueError:
        return {}


def words(response: httpx.Response, *names: str) -> str:
    """Return a vendor's own words of why not, by the names it may give them, on one short line."""
    told = json_of(response)
    found: list[str] = []
    if isinstance(told, Mapping):
        found = [_flat(told[name]) for name in names if told.get(name)]
    text = " ".join((found or [response.text or f"HTTP {response.status_code}"])[0].split())
    return text[:MOST_WORDS]


def _flat(value: Any) -> str:
    if isinstance(value, Mapping):
        return " ".join(_flat(one) for one in value.values())
    if isinstance(value, (list, tuple)):
        return " ".join(_flat(one) for one in value)
    return str(value)
