"""What waits to be told to the outside, and how telling it went."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from commerce.money import Money
from commerce.ports import CourierAction, Instruction, Letter, LinkClosing, LinkRequest, Refund
from commerce.vocabulary import DeliverySlot, MessageChannel

COURIER = "courier"
"""The port of couriers."""
MESSENGER = "messenger"
"""The port of those who bring messages to customers."""
PAYMENTS = "payments"
"""The port of the payment provider."""
WEBHOOK = "webhook"
"""The port of other programs; the destination is a host, the payload has `url` and `body`."""
REFUND, LINK, CLOSE_LINK = "refund", "link", "close_link"
"""Its destinations: what it is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """One message to the outside, as the worker holds it."""

    id: int
    shop_id: int
    port: str
    destination: str
    """Which one: a courier's name, a messenger's channel, what a payment provider is asked for."""
    payload: dict[str, Any]
    key: str
    tries: int
    """Including the one under way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """How one round of telling the outside went, in messages."""

    sent: int = 0
    postponed: int = 0
    """Nobody answered; they are tried again later."""
    dead: int = 0
    """The outside said no, or never answered; nobody tries again."""


OnDead = Callable[[Session, Dispatch, str], None]
"""Called in the transaction that gives a message up, with the reason."""


def payload_of(instruction: Instruction) -> dict[str, Any]:
    """Return a courier's instruction as it is stored; its key is the row's."""
    return {
        "awb": instruction.awb,
        "action": instruction.action.value,
        "on": instruction.on.isoformat() if instruction.on else None,
        "slot": instruction.slot.value if instruction.slot else None,
        "phone": instruction.phone,
        "landmark": instruction.landmark,
        "address": instruction.address,
        "remark": instruction.remark,
    }


def instruction_of(payload: dict[str, Any], key: str) -> Instruction:
    """Return what was stored as a courier's instruction."""
    return Instruction(
        key=key,
        awb=payload["awb"],
        action=CourierAction(payload["action"]),
        on=date.fromisoformat(payload["on"]) if payload["on"] else None,
        slot=DeliverySlot(payload["slot"]) if payload["slot"] else None,
        phone=payload["phone"],
        landmark=payload["landmark"],
        # Rows that wait since before couriers took addresses have none.
        address=payload.get("address"),
        remark=payload["remark"],
    )


def payload_of_letter(letter: Letter) -> dict[str, Any]:
    """Return a message to a customer as it is stored; its key is the row's."""
    return {
        "channel": letter.channel.value,
        "to": letter.to,
        "text": letter.text,
        "language": letter.language,
        "template": letter.template,
        "variables": dict(letter.variables),
    }


def letter_of(payload: dict[str, Any], key: str) -> Letter:
    """Return what was stored as a message to a customer."""
    return Letter(
        key=key,
        channel=MessageChannel(payload["channel"]),
        to=payload["to"],
        text=payload["text"],
        language=payload["language"],
        template=payload["template"],
        # Rows that wait since before letters had values have none.
        variables=payload.get("variables", {}),
    )


def payload_of_payment(request: Refund | LinkRequest | LinkClosing) -> dict[str, Any]:
    """Return a request to the payment provider as it is stored; its key is the row's."""
    if isinstance(request, LinkClosing):
        return {"order": request.order, "link": request.link}
    shared = {
        "order": request.order,
        "amount_minor": request.amount.minor,
        "currency": request.amount.currency,
    }
    if isinstance(request, Refund):
        return shared | {"paid_minor": request.paid.minor, "link": request.link}
    return shared | {
        "name": request.name,
        "phone": request.phone,
        "email": request.email,
        "expires_at": request.expires_at.isoformat(),
    }


def refund_of(payload: dict[str, Any], key: str) -> Refund:
    """Return what was stored as a refund."""
    currency = payload["currency"]
    return Refund(
        key=key,
        order=payload["order"],
        amount=Money(payload["amount_minor"], currency),
        paid=Money(payload["paid_minor"], currency),
        # Rows that wait since before refunds knew their links have none.
        link=payload.get("link"),
    )


def closing_of(payload: dict[str, Any], key: str) -> LinkClosing:
    """Return what was stored as a link to be closed."""
    return LinkClosing(key=key, link=payload["link"], order=payload["order"])


def link_of(payload: dict[str, Any], key: str) -> LinkRequest:
    """Return what was stored as a payment link to be sent."""
    return LinkRequest(
        key=key,
        order=payload["order"],
        amount=Money(payload["amount_minor"], payload["currency"]),
        name=payload["name"],
        phone=payload["phone"],
        email=payload["email"],
        expires_at=datetime.fromisoformat(payload["expires_at"]),
    )
