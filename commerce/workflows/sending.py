"""Writing to customers and to the team: which words, to whom, by which channel.

What is put here stands under the channel's own rules like everything else that nobody asked for:
consent, quiet hours, how often a day, and texts that the messenger approved.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from commerce import deliveries, messaging, outbox, outreach, people, words
from commerce.context import Context
from commerce.db.tables import CustomerRow
from commerce.errors import NotFound, Refused
from commerce.outreach import Address, Reachable
from commerce.people import find_colleague
from commerce.ports import Letter
from commerce.vocabulary import MessageChannel
from commerce.workflows import queries_facts
from commerce.workflows.definition import Send
from commerce.workflows.facts import Facts, fill, written

_VALUES = {
    "name": "customer.name",
    "shop": "shop.name",
    "order": "order.number",
    "parcel": "parcel.awb",
    "amount": "order.total",
    "reason": "ndr.reason",
    "status": "parcel.status",
    "courier": "parcel.courier",
    "product": "product.title",
    "sku": "product.sku",
    "pieces": "product.pieces",
}
"""What stands in the usual places of texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message, ready to be put on its way."""

    channel: str
    address: str
    language: str
    text: str
    template: str
    variables: Mapping[str, str]
    by_day: bool
    """Whether it is to a customer, who is written to by day."""


def compose(
    ctx: Context, step: Send, about: tuple[str, str], facts: Facts, connected: frozenset[str]
) -> Message:
    """Return what a step would send.

    Raises:
        NotFound: Nobody is meant, there is no such text, or the channel is not connected.
        Refused: They cannot be reached so, or do not want to be.
    """
    if step.to == "customer":
        return _to_customer(ctx, step, about, facts)
    if step.by not in connected:
        raise NotFound("error-workflow-not-connected", do=step.by)
    if step.to.startswith("#"):
        return _message(ctx, step, facts, step.to, ctx.language)
    person = find_colleague(ctx, step.to)
    address = people.known_as(ctx.session, ctx.actor.shop_id, person.id, step.by)
    own = {"email": person.email, "sms": person.phone, "whatsapp": person.phone}
    address = address or own.get(step.by)
    if not address:
        raise Refused("error-workflow-no-address", name=person.name, channel=step.by)
    return _message(ctx, step, facts, address, person.language or ctx.language)


def put(ctx: Context, step: Send, message: Message, key: str, connected: frozenset[str]) -> None:
    """Have a message brought, in the transaction under way; the same key twice is one message."""
    at = outreach.by_day(ctx.now, ctx.zone) if message.by_day else ctx.now
    if message.channel in connected:
        body = {
            "text": message.text, "language": message.language, "template": message.template,
            "variables": dict(message.variables), "purpose": step.purpose,
        }  # fmt: skip
        deliveries.prompt(
            ctx, channel=message.channel, address=message.address, body=body, key=key, not_before=at
        )
        return
    _put_letter(ctx, message, key, at)


def _put_letter(ctx: Context, message: Message, key: str, at: datetime) -> None:
    """Keep a message for somebody to send by hand, where its channel is not connected."""
    letter = Letter(
        key=key, channel=MessageChannel(message.channel), to=message.address, text=message.text,
        language=message.language, template=message.template, shop_id=ctx.actor.shop_id,
    )  # fmt: skip
    payload = outbox.payload_of_letter(letter)
    outbox.put(ctx, outbox.MESSENGER, message.channel, payload, key, not_before=at)


def _to_customer(ctx: Context, step: Send, about: tuple[str, str], facts: Facts) -> Message:
    row = queries_facts.customer_of(ctx, *about)
    if row is None:
        raise NotFound("error-workflow-no-subject", kind="customer")
    reachable = _reachable(row)
    to = outreach.address_of(ctx, reachable, {step.by})
    if not isinstance(to, Address):
        raise Refused("error-workflow-no-address", name=row.name, channel=step.by)
    language = outreach.language_of(ctx, reachable)
    return replace(_message(ctx, step, facts, to.address, language), by_day=True)


def _reachable(row: CustomerRow) -> Reachable:
    return Reachable(
        id=row.id, name=row.name, language=row.language, phone=row.phone, email=row.email
    )


def _message(ctx: Context, step: Send, facts: Facts, address: str, language: str) -> Message:
    values = _values(replace(ctx, language=language), step, facts)
    return Message(
        channel=step.by, address=address, language=language, template=step.template,
        text=_text(ctx, step, values, language), variables=values, by_day=False,
    )  # fmt: skip


def _values(ctx: Context, step: Send, facts: Facts) -> dict[str, str]:
    values = {place: written(facts.get(field)) for place, field in _VALUES.items()}
    if "order.total" in facts:
        from commerce.money import Money

        total = Money.of(str(facts["order.total"]), ctx.currency)
        values["amount"] = words.write_money(total, ctx.language)
    if reason := facts.get("ndr.reason"):
        values["reason"] = ctx.say(f"ndr-reason-{reason}")
    return values | {place: fill(text, facts) for place, text in step.values.items()}


def _text(ctx: Context, step: Send, values: dict[str, Any], language: str) -> str:
    """Return the shop's own text of that name, else the one that comes with the product."""
    shop = ctx.actor.shop_id
    own = messaging.approved(ctx.session, shop, step.by, step.template, (language, "en"))
    if own is not None:
        return messaging.filled(own.body, values)
    key = "workflow-text-" + step.template.replace("_", "-")
    if not words.has(key):
        raise NotFound("error-workflow-no-text", template=step.template, channel=step.by)
    return words.say(language, key, **values)


def filled(ctx: Context, step: Send, facts: Facts) -> str | None:
    """Return what a message would say about something; `None` where the shop lacks the text."""
    try:
        return _text(ctx, step, _values(ctx, step, facts), ctx.language)
    except NotFound:
        return None


def wording(ctx: Context, step: Send) -> str | None:
    """Return what a message would say, its places by name; `None` where the shop lacks the text."""
    places = {place: f"{{{field}}}" for place, field in _VALUES.items()}
    try:
        return _text(ctx, step, places | step.values, ctx.language)
    except NotFound:
        return None
