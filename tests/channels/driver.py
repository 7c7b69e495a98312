"""What a messenger's tests bring along, so that one suite tries them all.

To have a new channel tried, write `tests/channels/<name>_driver.py` with a class that fills
`Driver`, over the vendor's double in `app/doubles/`, and add it to `DRIVERS` in
`test_conformance.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from starlette.types import ASGIApp

from app.connecting import Connector


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A request as the vendor makes it, signed."""

    path: str
    """From the server's root: `/hooks/…`."""
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


class Driver(Protocol):
    """The vendor, and a person who is on it."""

    channel: str
    sender: str
    """As `Inbound.sender` of the person who writes; the suite makes them known."""
    address: str
    """Where they are answered, as in `deliveries.address`."""
    receives: bool
    """False for a channel that only sends; the calls below about posts are then not made."""
    is_timed: bool
    """Whether a request that is right but old is refused."""

    @property
    def connector(self) -> Connector:
        """What connects it, as in `app.connecting.CONNECTORS`."""
        ...

    @property
    def app(self) -> ASGIApp:
        """The vendor's double, to be served; made anew for each test."""
        ...

    def settings(self, vendor: str) -> Mapping[str, Any]:
        """Return settings by which the channel is connected to the double at an address."""
        ...

    def says(self, text: str, at: datetime) -> Post:
        """Return somebody's next message, with an id of its own."""
        ...

    def replies(self, text: str, to: str, at: datetime) -> Post:
        """Return somebody's reply to one message of ours, by its id."""
        ...

    def sends_unknown(self, at: datetime) -> Post:
        """Return something that nobody can read: a sticker, a poll."""
        ...

    def presses(self, token: str, at: datetime) -> Post:
        """Return a press of a button by the same person."""
        ...

    def with_wrong_secret(self, post: Post) -> Post:
        """Return the request as somebody signs it who does not know the secret."""
        ...

    def tampered(self, post: Post) -> Post:
        """Return the request with one byte changed after it was signed."""
        ...

    def taken(self) -> Sequence[str]:
        """Return what people were sent, in order, as they see it; pictures by their caption."""
        ...

    def tokens(self) -> Sequence[str]:
        """Return what the buttons of the last message carry, as `presses` takes it."""
        ...

    def fail(self, times: int) -> None:
        """Have the vendor be down for the next calls."""
        ...

    def limit(self, seconds: int) -> bool:
        """Have the vendor ask for patience at the next call; false where it cannot ask for any."""
        ...
