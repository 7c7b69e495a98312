"""The texts that WhatsApp has approved for the shop on stage, at its Twilio and in its registry."""

import re
import secrets
from typing import Any, Final

from app.doubles.twilio import Twilio
from commerce import messaging, words
from commerce.context import Context
from commerce.messaging import Approval, Category, Template

ASKED: Final = "delivery_failed"
"""The text of `app.outreach`, by the name by which it asks for it."""
_PLACES: Final = ("name", "shop", "parcel", "order")
_BUTTONS: Final = ("again", "address", "person")
"""WhatsApp shows three buttons under an approved text; who wants another thing writes it."""
_COST: Final = 1150
"""Hundredths of paise: what an utility text costs in India by Meta's list of 2025, ₹0.115."""


def approve(ctx: Context, twilio: Twilio) -> None:
    """Have the texts approved in every language."""
    for language in words.LANGUAGES:
        said = {name: f"{{{name}}}" for name in _PLACES}
        body = words.say(language, "ask-delivery", reason="", **said)
        vendor_id = f"HX{secrets.token_hex(16)}"
        twilio.contents[vendor_id] = _content(vendor_id, language, body)
        messaging.add_template(
            ctx,
            Template(
                channel="whatsapp", name=ASKED, language=language, category=Category.UTILITY,
                body=body, vendor_id=vendor_id, approval=Approval.APPROVED, cost_minor=_COST,
            ),
        )  # fmt: skip


def _content(vendor_id: str, language: str, body: str) -> dict[str, Any]:
    """Return a text as Twilio keeps it: its places numbered in the order in which they stand."""
    names = messaging.places_of(body)
    numbered = re.sub(r"\{(\w+)\}", lambda found: f"{{{{{names.index(found[1]) + 1}}}}}", body)
    actions = [
        {"title": words.say(language, f"ask-button-{name}")[:20], "id": name} for name in _BUTTONS
    ]
    return {
        "sid": vendor_id, "language": language, "friendly_name": ASKED, "approved": True,
        "types": {"twilio/quick-reply": {"body": numbered, "actions": actions}},
    }  # fmt: skip
