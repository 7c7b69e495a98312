"""The texts that WhatsApp has approved for the shop on stage, at its Twilio and in its registry."""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from app.doubles.twilio import Twilio
from commerce import messaging, words
from commerce.context import Context
from commerce.messaging import Approval, Category, Template


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """One text of `app.outreach`."""

    name: str
    """By which it asks for it."""
    message: str
    """Of the catalogue."""
    places: Sequence[str]
    buttons: Sequence[str]
    """WhatsApp shows three buttons under an approved text; who wants another thing writes it."""
    rest: Mapping[str, words.Value] = field(default_factory=dict)
    """What the approved words leave out."""


_TEXTS: Final = (
    _Text(
        name="delivery_failed", message="ask-delivery", places=("name", "shop", "parcel", "order"),
        buttons=("again", "address", "person"), rest={"reason": ""},
    ),
    _Text(
        name="cod_confirmation", message="ask-confirm",
        places=("name", "shop", "order", "total", "address"),
        buttons=("confirm", "order-address", "cancel"), rest={"lacks": "none"},
    ),
)  # fmt: skip
_COST: Final = 1150
"""Hundredths of paise: what an utility text costs in India by Meta's list of 2025, ₹0.115."""


def approve(ctx: Context, twilio: Twilio) -> None:
    """Have the texts approved in every language."""
    for text in _TEXTS:
        for language in words.LANGUAGES:
            said = {name: f"{{{name}}}" for name in text.places}
            body = words.say(language, text.message, **text.rest, **said)
            vendor_id = f"HX{secrets.token_hex(16)}"
            twilio.contents[vendor_id] = _content(text, vendor_id, language, body)
            messaging.add_template(
                ctx,
                Template(
                    channel="whatsapp", name=text.name, language=language, body=body,
                    category=Category.UTILITY, vendor_id=vendor_id, approval=Approval.APPROVED,
                    cost_minor=_COST,
                ),
            )  # fmt: skip


def _content(text: _Text, vendor_id: str, language: str, body: str) -> dict[str, Any]:
    """Return a text as Twilio keeps it: its places numbered in the order in which they stand."""
    names = messaging.places_of(body)
    numbered = re.sub(r"\{(\w+)\}", lambda found: f"{{{{{names.index(found[1]) + 1}}}}}", body)
    actions = [
        {"title": words.say(language, f"ask-button-{name}", percent=0)[:20], "id": name}
        for name in text.buttons
    ]
    return {
        "sid": vendor_id, "language": language, "friendly_name": text.name, "approved": True,
        "types": {"twilio/quick-reply": {"body": numbered, "actions": actions}},
    }  # fmt: skip
