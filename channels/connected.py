"""What a messenger's folder offers to the program, and what it is given."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from starlette.routing import Route

from channels.inbound import Inbound, Media
from commerce.deliveries import Sender, StatusNote


class Notes(Protocol):
    """Where a vendor's word on what became of a message goes."""

    async def status(self, notes: Sequence[StatusNote]) -> None:
        """Note how far messages have come; those that are not ours are passed over."""
        ...


class Keep(Protocol):
    """Where what came in goes, to be safe before it is acknowledged."""

    async def __call__(self, shop_id: int, inbounds: Sequence[Inbound]) -> None:
        """Keep messages, in order."""
        ...


Fetch = Callable[[Media], Awaitable[bytes]]
"""Fetches what was sent along. Raises `BadFile` for what the vendor never gives out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connected:
    """A messenger that is connected: its way in and its way out."""

    channel: str
    """As `Inbound.channel`: `whatsapp`, `sms`, `slack`, `telegram`."""
    sender: Sender
    routes: tuple[Route, ...] = ()
    """Its webhooks, under `/hooks`. They check the signature, `keep`, and acknowledge."""
    run: Callable[[], Awaitable[None]] | None = None
    """Runs beside the server until cancelled: polling, a socket."""
    fetch: Fetch | None = None
    numbers_from: int | None = None
    """From so many choices on they are drawn as numbered lines, and a number is typed to press
    one; `None` where all are buttons."""
    close: Callable[[], Awaitable[None]] | None = None
    at_once: int = 1
    """How many may be sent at the same time, each to another address."""
