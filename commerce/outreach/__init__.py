"""What customers are asked before they write: of a parcel that did not arrive, of an order to send.

Each kind is switched by the shop. Whoever is asked is asked once a failed attempt, and once about
an order, on the channel they last wrote on, else the first that is connected and that they let
themselves be written to by.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from commerce import customers, settings, words
from commerce.access import Permission, the_shop_itself
from commerce.changes import Change
from commerce.context import Context
from commerce.customers import Purpose, Standing
from commerce.db.tables import ShopRow
from commerce.errors import NotFound, Refused
from commerce.outreach import queries, rules
from commerce.outreach.rules import by_day
from commerce.outreach.types import (
    Address,
    FailedDelivery,
    FreshLink,
    Lack,
    PromptKind,
    Reachable,
    WaitingOrder,
    WhyNot,
)
from commerce.records import audit, happened
from commerce.vocabulary import MessageChannel

__all__ = [
    "Address",
    "FailedDelivery",
    "FreshLink",
    "Lack",
    "PromptKind",
    "Reachable",
    "WaitingOrder",
    "WhyNot",
    "address_of",
    "asked",
    "asked_about_order",
    "asking_shops",
    "by_day",
    "failed_deliveries",
    "fresh_links",
    "is_on",
    "language_of",
    "link_shops",
    "not_asked",
    "not_asked_about_order",
    "switch",
    "waiting_order",
    "waiting_orders",
]


def is_on(session: Session, shop_id: int, kind: PromptKind, *, until_chosen: bool = False) -> bool:
    """Tell whether a shop has customers asked; until it chooses it is as `until_chosen` says."""
    chosen = queries.chosen(session, shop_id)
    return kind.value in chosen if chosen is not None else until_chosen


def switch(ctx: Context, kind: PromptKind, *, on: bool) -> Change:
    """Have customers asked from now on, or no more.

    Raises:
        NotAllowed: The actor may not change settings.
        Refused: It is so already.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    was = queries.chosen(ctx.session, ctx.actor.shop_id)
    if was is not None and (kind.value in was) is on:
        raise Refused("error-setting-same")
    others = [one for one in was or () if one != kind.value]
    queries.choose(ctx, [*others, kind.value] if on else others)
    change = Change(
        subject_kind="setting", subject=f"asks:{kind.value}",
        before={"on": kind.value in (was or ())}, after={"on": on},
    )  # fmt: skip
    audit(ctx, "switch_prompt", change)
    return change


def asking_shops(
    session: Session, kind: PromptKind, now: datetime, *, on_stage: bool = False
) -> Sequence[Context]:
    """Return the shops that have customers asked, each as the shop itself sees it.

    Args:
        session: An open transaction.
        kind: What is asked.
        now: The time it is.
        on_stage: Whether all messengers are only played, so that the demo shop asks unless it
            chose not to. Its made-up numbers may be somebody's: no real messenger writes to them
            unasked.
    """
    # Of orders only that which is placed on stage is asked about, by the stage itself.
    played = on_stage and kind is PromptKind.DELIVERY
    return [
        _itself(session, row, now)
        for row in queries.shops(session)
        if is_on(session, row.id, kind, until_chosen=played and row.is_demo)
    ]  # fmt: skip


def failed_deliveries(ctx: Context, limit: int = 50) -> Sequence[FailedDelivery]:
    """Return the failed attempts whose customers are to be asked now, oldest first."""
    return queries.failed_deliveries(ctx, ctx.now - rules.RECENT, limit)


def waiting_orders(ctx: Context, kind: PromptKind, limit: int = 50) -> Sequence[WaitingOrder]:
    """Return the orders whose customers are to be asked now, the oldest first.

    To be confirmed are those paid at the door; of the others, those whose address lacks something.
    """
    cash_only = kind is PromptKind.CONFIRM
    found = queries.waiting_orders(
        ctx, ctx.now - rules.RECENT, limit if cash_only else rules.MOST_LOOKED_AT,
        cash_only=cash_only,
    )  # fmt: skip
    return found if cash_only else [one for one in found if one.lacks is not None][:limit]


def link_shops(session: Session, now: datetime) -> Sequence[Context]:
    """Return the shops with payment links that nobody was told of, each as the shop itself."""
    since = now - rules.LINK_IS_NEWS
    return [
        ctx
        for ctx in (_itself(session, row, now) for row in queries.shops(session))
        if queries.fresh_links(session, ctx.actor.shop_id, since, ctx.currency)
    ]


def fresh_links(ctx: Context) -> Sequence[FreshLink]:
    """Return the payment links just made that their customers were not told of on a messenger."""
    since = ctx.now - rules.LINK_IS_NEWS
    return queries.fresh_links(ctx.session, ctx.actor.shop_id, since, ctx.currency)


def _itself(session: Session, row: ShopRow, now: datetime) -> Context:
    return Context(
        session=session, actor=the_shop_itself(row.id), now=now, shop_name=row.name,
        zone=ZoneInfo(row.zone), currency=row.currency,
        language=settings.default_language(session, row.id),
    )  # fmt: skip


def waiting_order(ctx: Context, number: str) -> WaitingOrder:
    """Return one cash order whose customer was not asked yet.

    Raises:
        NotFound: There is no such order, or it does not wait to be asked about.
    """
    since = ctx.now - rules.RECENT
    found = queries.waiting_orders(ctx, since, 1, cash_only=True, number=number)
    if not found:
        raise NotFound("error-order-not-found", number=number)
    return found[0]


def address_of(ctx: Context, customer: Reachable, connected: Collection[str]) -> Address | WhyNot:
    """Return where to ask a customer: the first way that they let themselves be written to by."""
    _, known = queries.known_on(ctx, customer.id)
    why = WhyNot.CONTACT
    for one in rules.addresses(customer, connected, known):
        if _lets(ctx, customer, one):
            return one
        why = WhyNot.CONSENT
    return why


def language_of(ctx: Context, customer: Reachable) -> str:
    """Return what a customer is asked in: their choice, what is known of them, else the shop's."""
    chosen, _ = queries.known_on(ctx, customer.id)
    wanted = (chosen, customer.language)
    return next((one for one in wanted if one in words.LANGUAGES), ctx.language)


def asked(ctx: Context, failed: FailedDelivery, to: Address, *, text: str, key: str) -> None:
    """Write down that a customer is asked, in the transaction that has it brought."""
    queries.add_prompt(ctx, PromptKind.DELIVERY, failed, to=to, key=key, why=None)
    queries.add_action(ctx, failed, to, text, key)
    happened(ctx, "ndr.customer_asked", failed.awb, channel=to.channel, attempt=failed.attempt)


def not_asked(ctx: Context, failed: FailedDelivery, why: WhyNot) -> None:
    """Write down why a customer is not asked, so that it is not tried again every second."""
    queries.add_prompt(ctx, PromptKind.DELIVERY, failed, to=None, key=None, why=why.value)
    happened(ctx, "ndr.customer_not_asked", failed.awb, why=why.value, attempt=failed.attempt)


def asked_about_order(
    ctx: Context, kind: PromptKind, order: WaitingOrder, to: Address, *, key: str
) -> None:
    """Write down that a customer is asked about an order, in its story too."""
    queries.add_prompt(ctx, kind, order, to=to, key=key, why=None)
    channel = ctx.say(f"ask-channel-{to.channel}")
    queries.add_history(ctx, order, ctx.say(f"ask-{kind}-history", channel=channel))
    happened(ctx, "order.customer_asked", order.number, channel=to.channel, about=kind.value)


def not_asked_about_order(ctx: Context, kind: PromptKind, order: WaitingOrder, why: WhyNot) -> None:
    """Write down why a customer is not asked about an order."""
    queries.add_prompt(ctx, kind, order, to=None, key=None, why=why.value)
    happened(ctx, "order.customer_not_asked", order.number, why=why.value, about=kind.value)


def _lets(ctx: Context, customer: Reachable, to: Address) -> bool:
    by = MessageChannel(to.channel) if to.channel in set(MessageChannel) else None
    standing = customers.standing_of(
        ctx, customer.id, Purpose.SERVICE, channel=by, contact=to.address
    )
    return standing is not Standing.WITHDRAWN
