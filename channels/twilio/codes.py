"""What Twilio's numbers mean: https://www.twilio.com/docs/api/errors."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from commerce import words
from commerce.deliveries import DeliveryStatus, StatusNote

STATUSES: Final[Mapping[str, DeliveryStatus]] = {
    "sent": DeliveryStatus.SENT,
    "delivered": DeliveryStatus.DELIVERED,
    "read": DeliveryStatus.READ,
    "failed": DeliveryStatus.DEAD,
    "undelivered": DeliveryStatus.DEAD,
}
"""Of https://www.twilio.com/docs/messaging/api/message-resource#message-status-values; what is
still on its way at Twilio tells nothing new."""

_WORDS: Final[Mapping[str, str]] = {
    "20003": "account", "20404": "account", "21211": "number", "21408": "country",
    "21610": "stopped", "21614": "landline", "21617": "long", "30002": "account",
    "30003": "unreachable", "30004": "blocked", "30005": "unknown", "30006": "landline",
    "30007": "filtered", "30008": "network", "30034": "dlt", "30036": "late", "30044": "long",
    "63003": "unknown", "63005": "refused", "63007": "sender", "63013": "policy",
    "63015": "sandbox", "63016": "window", "63018": "busy", "63019": "media", "63024": "unknown",
    "63027": "template", "63028": "template", "63032": "policy", "63033": "blocked",
    "63036": "unknown", "63040": "template", "63041": "template", "63042": "template",
    "63049": "limited",
}  # fmt: skip

MENDABLE: Final = frozenset({"20003", "20404", "63007", "63018", "20429", "14107", "20500"})
"""What somebody can put right, or time heals, while a message waits."""


def why(code: str | None, said: str = "") -> str:
    """Return what a code means in words, for the people of the shop."""
    word = _WORDS.get(code or "")
    if word is None:
        return words.say(words.FALLBACK, "carrier-refused", code=code or "-", said=said)
    return words.say(words.FALLBACK, f"carrier-refused-{word}")


def note_of(channel: str, form: Mapping[str, str], at: datetime) -> StatusNote | None:
    """Return what a status callback tells; `None` where it tells nothing new."""
    status = STATUSES.get(form.get("MessageStatus", ""))
    provider_id = form.get("MessageSid") or form.get("SmsSid", "")
    if status is None or not provider_id:
        return None
    failed = status is DeliveryStatus.DEAD
    code = form.get("ErrorCode") or None
    return StatusNote(
        channel=channel, provider_id=provider_id[:255], status=status, at=at,
        code=code if failed else None,
        error=why(code, form.get("ErrorMessage", "")[:200]) if failed else None,
    )  # fmt: skip
