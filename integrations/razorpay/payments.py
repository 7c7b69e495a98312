"""Razorpay's payment links and refunds, through its own SDK."""

import hashlib
from collections.abc import Mapping
from typing import Any, Final

import razorpay
import requests
from razorpay.errors import BadRequestError, GatewayError, ServerError

from commerce.errors import Rejected, Unavailable
from commerce.ports import LinkClosing, LinkRequest, LinkState, Refund
from integrations.razorpay.reading import KEY

BASE_URL: Final = "https://api.razorpay.com"
SECONDS: Final = 10.0
_LONGEST_REFERENCE: Final = 40
_STATES: Final = {
    "paid": LinkState.PAID,
    "expired": LinkState.EXPIRED,
    "cancelled": LinkState.EXPIRED,
}
_AGAIN: Final = (409, 429)
"""409: the same refund is being given back at this moment."""
_NO_WAY_IN: Final = 401
_THEIR_FAULT: Final = 500


class Razorpay:
    """Fills `commerce.ports.Payments`.

    A link is known by its `reference_id`, which Razorpay takes once: asked for again it is the
    link there is. A refund carries an idempotency key.
    """

    def __init__(
        self, key_id: str, key_secret: str, *, base_url: str = "", prefix: str = "",
        seconds: float = SECONDS,
    ) -> None:  # fmt: skip
        """Take the account's API keys.

        Args:
            key_id: `rzp_live_…` or `rzp_test_…`.
            key_secret: Of that key.
            base_url: Another address than Razorpay's.
            prefix: What references begin with, where an account serves several installations.
            seconds: Longest wait for an answer.
        """
        self._client = razorpay.Client(
            session=_Session(seconds), auth=(key_id, key_secret), base_url=base_url or BASE_URL
        )
        self._prefix = prefix

    def send_link(self, link: LinkRequest) -> str:
        """Have one link made and sent, and return its address.

        Raises:
            Unavailable: No answer, or no way in; asking again is safe.
            Rejected: Razorpay will not make it, in its own words.
        """
        contact = {"name": link.name, "contact": link.phone, "email": link.email}
        wanted = {
            "amount": link.amount.minor,
            "currency": link.amount.currency,
            "accept_partial": False,
            "reference_id": self._reference(link.key),
            "description": f"Order {link.order}",
            "customer": {name: value for name, value in contact.items() if value},
            "notify": {"sms": bool(link.phone), "email": bool(link.email)},
            "reminder_enable": True,
            "expire_by": int(link.expires_at.timestamp()),
            "notes": {"order": link.order},
        }
        try:
            made = self._client.payment_link.create(wanted)
        except BadRequestError as error:
            made = self._link(link.key)
            if made is None:
                raise _no(link.order, error) from error
        except (GatewayError, ServerError) as error:
            raise _down(error) from error
        if made["amount"] != link.amount.minor or made["currency"] != link.amount.currency:
            raise Rejected("error-payments-link-other", order=link.order)
        return str(made["short_url"])

    def close_link(self, closing: LinkClosing) -> str:
        """Have nobody pay by a link any more, and return Razorpay's id of it.

        Raises:
            Unavailable: No answer, or no way in; asking again is safe.
            Rejected: The customer has paid by it.
        """
        link = self._link(closing.link)
        if link is None:
            return "none"
        if link["status"] == "created":
            try:
                link = self._client.payment_link.cancel(link["id"])
            except BadRequestError:
                # Paid, or over, in between.
                link = self._link(closing.link) or link
            except (GatewayError, ServerError) as error:
                raise _down(error) from error
        if _STATES.get(link["status"], LinkState.OPEN) is not LinkState.EXPIRED:
            raise Rejected("error-payments-link-paid", order=closing.order)
        return str(link["id"])

    def link_state(self, key: str) -> LinkState:
        """Return what became of a link; of one Razorpay does not know, that it is open.

        Raises:
            Unavailable: No answer, or no way in.
        """
        link = self._link(key)
        return LinkState.OPEN if link is None else _STATES.get(link["status"], LinkState.OPEN)

    def refund(self, refund: Refund) -> str:
        """Give money back on the payment that came by a link, and return Razorpay's id of it.

        Raises:
            Unavailable: No answer, or no way in; asking again is safe.
            Rejected: It was not paid by a link of ours, or Razorpay will not, in its own words.
        """
        payment = self._paid_by(refund)
        wanted = {
            "amount": refund.amount.minor,
            "speed": "normal",
            "receipt": self._reference(refund.key),
            "notes": {KEY: refund.key, "order": refund.order},
        }
        once = hashlib.sha256(self._reference(refund.key).encode()).hexdigest()[:32]
        try:
            given = self._client.payment.refund(
                payment, wanted, headers={"X-Refund-Idempotency": once}
            )
        except BadRequestError as error:
            raise _no(refund.order, error) from error
        except (GatewayError, ServerError) as error:
            raise _down(error) from error
        return str(given["id"])

    def check(self) -> None:
        """Ask for no link, to see whether the keys are taken.

        Raises:
            Unavailable: No answer, or no way in.
        """
        self._link("check")

    def _paid_by(self, refund: Refund) -> str:
        link = self._link(refund.link) if refund.link else None
        paid = [
            str(payment["payment_id"])
            for payment in (link or {}).get("payments") or ()
            if payment.get("status") == "captured"
        ]
        if not paid:
            raise Rejected("error-payments-not-by-link", order=refund.order)
        return paid[0]

    def _link(self, key: str) -> Mapping[str, Any] | None:
        reference = self._reference(key)
        try:
            found = self._client.payment_link.all({"reference_id": reference})
        except (BadRequestError, GatewayError, ServerError) as error:
            raise _down(error) from error
        links = found.get("payment_links") or ()
        return next((link for link in links if link.get("reference_id") == reference), None)

    def _reference(self, key: str) -> str:
        reference = f"{self._prefix}{key}"
        assert len(reference) <= _LONGEST_REFERENCE, "Keys are short, and so must the prefix be."
        return reference


class _Session(requests.Session):
    """Waits for so long and no longer; what is worth trying again is ours before the SDK sees it.

    The SDK itself would print failed connections, and tells 401 from 400 by nothing.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds
        self.trust_env = False
        self.headers["Connection"] = "close"

    def request(self, method: str, url: str | bytes, **options: Any) -> requests.Response:  # type: ignore[override]  # handed on whole
        """Send one request."""
        try:
            response = super().request(method, url, **{"timeout": self._seconds, **options})
        except requests.RequestException as error:
            raise _down(error) from error
        if response.status_code == _NO_WAY_IN:
            raise Unavailable("error-payments-login")
        if response.status_code in _AGAIN or response.status_code >= _THEIR_FAULT:
            raise Unavailable("error-payments-down", why=f"HTTP {response.status_code}")
        return response


def _down(error: Exception) -> Unavailable:
    return Unavailable("error-payments-down", why=type(error).__name__)


def _no(order: str, error: Exception) -> Rejected:
    said = " ".join(str(error).split())[:200]
    return Rejected("error-payments-said-no", order=order, said=said)
