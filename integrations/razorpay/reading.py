"""What Razorpay tells by webhook, checked and read."""

from collections.abc import Iterable, Mapping
from typing import Any

from razorpay import Utility
from razorpay.errors import SignatureVerificationError

from commerce.money import Money
from commerce.ports import LinkNews, LinkState, RefundNews

KEY = "superecom_key"
"""The note under which a refund holds the key it was asked for with."""

_STATES = {
    "payment_link.paid": LinkState.PAID,
    "payment_link.expired": LinkState.EXPIRED,
    "payment_link.cancelled": LinkState.EXPIRED,
}
_REFUND_FAILED = "refund.failed"


def signed(body: bytes, signature: str, secrets: Iterable[str]) -> bool:
    """Tell whether a body, as its bytes came in, was signed with one of our secrets."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    # The SDK compares in constant time, which takes ASCII alone.
    return signature.isascii() and any(
        _is_signed(text, signature, secret) for secret in secrets if secret
    )


def read_event(body: Mapping[str, Any], prefix: str = "") -> LinkNews | RefundNews | None:
    """Return what became of a link or a refund; `None` of what is not ours, or anything else.

    A link paid in part says nothing: ours cannot be.

    Args:
        body: The event.
        prefix: What our references begin with.

    Raises:
        ValueError: It says so of nothing.
    """
    event = str(body.get("event") or "")
    if event in _STATES:
        link = _entity(body, "payment_link", "reference_id", "amount_paid", "currency")
        reference = str(link["reference_id"] or "")
        if not reference.startswith(prefix):
            return None
        paid = Money(int(link["amount_paid"]), str(link["currency"]))
        return LinkNews(key=reference.removeprefix(prefix), state=_STATES[event], paid=paid)
    if event == _REFUND_FAILED:
        refund = _entity(body, "refund", "id")
        notes = refund.get("notes")
        key = str(notes.get(KEY) or "") if isinstance(notes, Mapping) else ""
        why = f"{refund['id']}: refund failed"
        return RefundNews(key=key, why=why) if key else None
    return None


def _is_signed(body: str, signature: str, secret: str) -> bool:
    try:
        return bool(Utility().verify_webhook_signature(body, signature, secret))
    except SignatureVerificationError:
        return False


def _entity(body: Mapping[str, Any], name: str, *needed: str) -> Mapping[str, Any]:
    there: Any = body
    for step in ("payload", name, "entity"):
        there = there.get(step) if isinstance(there, Mapping) else None
    if not isinstance(there, Mapping) or not all(one in there for one in needed):
        raise ValueError(f"no {name}")
    return there
