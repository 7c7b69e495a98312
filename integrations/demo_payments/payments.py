"""The demo shop's payment provider."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from threading import Lock

from commerce.errors import Rejected
from commerce.ports import LinkClosing, LinkRequest, LinkState, Refund

LEAST_MINOR = 100
"""Providers make no link and no refund below one rupee."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class _Books:
    refunds: dict[str, Refund] = field(default_factory=dict)
    links: dict[str, LinkRequest] = field(default_factory=dict)
    paid: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)


class DemoPayments:
    """Fills `commerce.ports.Payments`. Remembers for as long as the process runs.

    Its links lead nowhere (`.invalid` is reserved for that, RFC 2606); `pay` pretends that the
    customer paid one.
    """

    def __init__(self, clock: Callable[[], datetime] = _utc_now) -> None:
        """Take what tells the time."""
        self._clock = clock
        self._books = _Books()
        self._lock = Lock()

    def refund(self, refund: Refund) -> str:
        """Accept one refund, and return a reference that its key alone decides.

        Raises:
            Rejected: It is more than was paid, or less than a provider moves.
        """
        with self._lock:
            if refund.key not in self._books.refunds:
                self._refuse_the_impossible(refund)
                self._books.refunds[refund.key] = refund
        return f"rfnd_{_digest(refund.key)}"

    def send_link(self, link: LinkRequest) -> str:
        """Accept one link, and return its address, which its key alone decides.

        Raises:
            Rejected: Nobody to send it to, no time left to pay, or less than a provider moves.
        """
        with self._lock:
            if link.key not in self._books.links:
                if link.amount.minor < LEAST_MINOR:
                    raise Rejected("error-payments-too-little")
                if not (link.phone or link.email) or link.expires_at <= self._clock():
                    raise Rejected("error-payments-refused", order=link.order)
                self._books.links[link.key] = link
        return f"https://pay.invalid/{_digest(link.key)}"

    def close_link(self, closing: LinkClosing) -> str:
        """Let nobody pay by a link any more.

        Raises:
            Rejected: The customer has paid by it.
        """
        with self._lock:
            if closing.link in self._books.paid:
                raise Rejected("error-payments-link-paid", order=closing.order)
            self._books.closed.add(closing.link)
        return f"closed_{_digest(closing.link)}"

    def link_state(self, key: str) -> LinkState:
        """Return what became of a link; of one it does not know, that nobody knows."""
        with self._lock:
            if key in self._books.paid:
                return LinkState.PAID
            link = self._books.links.get(key)
            late = link is not None and link.expires_at <= self._clock()
            is_over = late or key in self._books.closed
            return LinkState.EXPIRED if is_over else LinkState.OPEN

    def pay(self, key: str) -> None:
        """Pretend that the customer paid by a link; by one that is closed they cannot."""
        with self._lock:
            self._books.paid |= {key} - self._books.closed

    def _refuse_the_impossible(self, wanted: Refund) -> None:
        before = sum(
            earlier.amount.minor
            for earlier in self._books.refunds.values()
            if earlier.order == wanted.order
        )
        if wanted.amount.minor < LEAST_MINOR:
            raise Rejected("error-payments-too-little")
        if before + wanted.amount.minor > wanted.paid.minor:
            raise Rejected("error-payments-more-than-paid", order=wanted.order, paid=wanted.paid)


def _digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:14]
