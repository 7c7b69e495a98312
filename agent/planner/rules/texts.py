"""Which of the shop's texts a rule sends, told by what it is about."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from commerce import messaging
from commerce.access import Permission
from commerce.context import Context
from commerce.workflows import EVENTS, Subject

_BY_PURPOSE: Final[Mapping[str, str]] = {
    "review": "review_ask", "sorry": "late_sorry", "confirm": "cod_confirm",
    "address": "address_ask",
}  # fmt: skip
_BY_LIST: Final[Mapping[str, str]] = {
    "parcels.late": "late_sorry", "customers.lapsed": "win_back", "ndr.open": "ndr_short",
    "ndr.due_soon": "ndr_short",
}  # fmt: skip
_THING: Final[Mapping[Subject, str]] = {
    Subject.ORDER: "{order.number}", Subject.PARCEL: "{parcel.awb}",
    Subject.PRODUCT: "{product.title}", Subject.CUSTOMER: "{customer.name}",
}  # fmt: skip
_OFFERED: Final = ("cod_confirm", "order_held", "address_ask", "late_sorry", "review_ask")
_MOST: Final = 5


def text_for(
    step: Mapping[str, Any], event: str, conditions: Sequence[Mapping[str, Any]], purpose: str,
    listed: str | None,
) -> str | None:  # fmt: skip
    """Return the text that a message needs; `None` where several would do.

    Args:
        step: The message, with whom it is to.
        event: What begins the rule; empty where the clock does.
        conditions: What the rule looks at.
        purpose: What the message is said to be for: `review`, `sorry`, `confirm`, `address`.
        listed: The list that it goes through.
    """
    if step["to"] != "customer":
        return "notify"
    if purpose:
        return _BY_PURPOSE[purpose]
    if listed is not None:
        return _BY_LIST.get(listed)
    values = {str(one.get("field")): one.get("value") for one in conditions}
    if event == "ndr.received":
        if values.get("ndr.reason") == "CustomerRefused":
            return "refused_check"
        cod = values.get("order.payment_method") == "COD"
        return "ndr_cod" if cod and step.get("by") == "whatsapp" else "ndr_short"
    if values.get("order.address_complete") is False:
        return "address_ask"
    return None


def texts_offered(ctx: Context, channel: str) -> tuple[tuple[str, str], ...]:
    """Return texts that may be meant, by name: the shop's own first."""
    own: list[str] = []
    if ctx.actor.may(Permission.SETTINGS_WRITE):
        own = [one.name for one in messaging.templates(ctx) if one.channel == channel]
    names = dict.fromkeys((*own, *_OFFERED))
    return tuple((name, name) for name in list(names)[:_MOST])


def note_of(ctx: Context, event: str, about: Subject) -> str:
    """Return what a task or a message to the team says: what happened, and to what."""
    thing = _THING.get(about, "")
    if not event:
        return ctx.say("rule-note-clock", thing=thing) if thing else ctx.say("rule-note-shop")
    said = ctx.say(EVENTS[event].words)
    return ctx.say("rule-note", event=said, thing=thing) if thing else said
