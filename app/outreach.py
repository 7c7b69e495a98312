"""Asks customers about failed deliveries and orders to be sent, by buttons they answer with."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

from channels.contents import PromptBody
from commerce import deliveries, outreach, settings
from commerce.context import Context
from commerce.db import begin_write
from commerce.outreach import (
    Address,
    FailedDelivery,
    FreshLink,
    PromptKind,
    WaitingOrder,
    WhyNot,
)
from tools.cards import Button, Tap


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One look for whom to ask."""

    connected: Collection[str]
    can_pay: bool


def ask_due(
    sessions: sessionmaker[Session], connected: Collection[str], now: datetime, *,
    on_stage: bool = False, can_pay: bool = True,
) -> int:  # fmt: skip
    """Ask every customer who is to be asked now; return how many deliveries were put.

    `on_stage` is as in `outreach.asking_shops`; `can_pay` says whether payments are connected.

    Each in a transaction of its own, under a lock of its shop: of several processes one asks.
    """
    if not connected:
        return 0
    look = Round(connected=connected, can_pay=can_pay)
    return sum(_ask_about(sessions, kind, look, now, on_stage=on_stage) for kind in PromptKind)


def _ask_about(
    sessions: sessionmaker[Session], kind: PromptKind, look: Round, now: datetime, *,
    on_stage: bool,
) -> int:  # fmt: skip
    with sessions() as session:
        due = [
            ctx.actor.shop_id
            for ctx in outreach.asking_shops(session, kind, now, on_stage=on_stage)
            if _waiting(ctx, kind, look, limit=1)
        ]
    put = 0
    for shop in due:
        with sessions() as session:
            begin_write(session, shop)
            shops = outreach.asking_shops(session, kind, now, on_stage=on_stage)
            ctx = next((one for one in shops if one.actor.shop_id == shop), None)
            if ctx is not None:
                put += sum(asks() for asks in _waiting(ctx, kind, look))
            session.commit()
    return put


def tell_links(sessions: sessionmaker[Session], connected: Collection[str], now: datetime) -> int:
    """Bring payment links just made to their customers on WhatsApp or Telegram.

    Returns how many. The provider sends its own SMS and e-mail, so that these are not written to.
    """
    chats = [one for one in connected if one in _CHATS]
    if not chats:
        return 0
    with sessions() as session:
        shops = [ctx.actor.shop_id for ctx in outreach.link_shops(session, now)]
    told = 0
    for shop in shops:
        with sessions() as session:
            begin_write(session, shop)
            for ctx in outreach.link_shops(session, now):
                if ctx.actor.shop_id == shop:
                    told += sum(_tell_link(ctx, link, chats) for link in outreach.fresh_links(ctx))
            session.commit()
    return told


def _tell_link(ctx: Context, link: FreshLink, chats: Collection[str]) -> bool:
    to = outreach.address_of(ctx, link.customer, chats)
    if isinstance(to, WhyNot):
        return False
    theirs = replace(ctx, language=outreach.language_of(ctx, link.customer))
    said = {
        "name": link.customer.name, "shop": ctx.shop_name, "order": link.order,
        "amount": theirs.say("ask-total", total=link.amount), "link": link.url,
    }  # fmt: skip
    body = PromptBody(
        text=theirs.say("ask-link", **said), language=theirs.language, template="payment_link",
        variables=said,
    )  # fmt: skip
    return deliveries.prompt(
        ctx, channel=to.channel, address=to.address, body=body.model_dump(mode="json"),
        key=f"link:{link.key}",
    )  # fmt: skip


_CHATS = ("whatsapp", "telegram")


def _waiting(
    ctx: Context, kind: PromptKind, look: Round, limit: int = 50
) -> Sequence[Callable[[], bool]]:
    """Return what asks each customer who is to be asked about a kind of thing."""
    if kind is PromptKind.DELIVERY:
        found = outreach.failed_deliveries(ctx, limit)
        return [lambda one=one: ask(ctx, one, look.connected) for one in found]  # type: ignore[misc]
    orders = outreach.waiting_orders(ctx, kind, limit)
    return [lambda one=one: ask_about_order(ctx, kind, one, look) for one in orders]  # type: ignore[misc]


def ask(ctx: Context, failed: FailedDelivery, connected: Collection[str]) -> bool:
    """Ask one customer what shall become of their parcel; false where they cannot be asked."""
    to = outreach.address_of(ctx, failed.customer, connected)
    if isinstance(to, WhyNot):
        outreach.not_asked(ctx, failed, to)
        return False
    theirs = replace(ctx, language=outreach.language_of(ctx, failed.customer))
    body = _body(theirs, failed)
    key = f"ask:{PromptKind.DELIVERY.value}:{failed.case_id}:{failed.attempt}"
    _bring(ctx, to, body, key)
    outreach.asked(ctx, failed, to, text=body.text, key=key)
    return True


def ask_about_order(ctx: Context, kind: PromptKind, order: WaitingOrder, look: Round) -> bool:
    """Ask one customer about their order; false where they cannot be asked."""
    to = outreach.address_of(ctx, order.customer, look.connected)
    if isinstance(to, WhyNot):
        outreach.not_asked_about_order(ctx, kind, order, to)
        return False
    theirs = replace(ctx, language=outreach.language_of(ctx, order.customer))
    key = f"ask:{kind.value}:{order.order_id}"
    _bring(ctx, to, _order_body(theirs, kind, order, can_pay=look.can_pay), key)
    outreach.asked_about_order(ctx, kind, order, to, key=key)
    return True


def _bring(ctx: Context, to: Address, body: PromptBody, key: str) -> None:
    deliveries.prompt(
        ctx, channel=to.channel, address=to.address, body=body.model_dump(mode="json"), key=key,
        not_before=outreach.by_day(ctx.now, ctx.zone),
    )  # fmt: skip


def _body(ctx: Context, failed: FailedDelivery) -> PromptBody:
    said = {
        "name": failed.customer.name, "shop": ctx.shop_name, "order": failed.order,
        "parcel": failed.awb,
    }  # fmt: skip
    text = ctx.say("ask-delivery", reason=failed.reason.value, **said)
    return PromptBody(
        text=text, language=ctx.language, buttons=_buttons(ctx, failed), template="delivery_failed",
        variables=said,
    )  # fmt: skip


def _order_body(
    ctx: Context, kind: PromptKind, order: WaitingOrder, *, can_pay: bool
) -> PromptBody:
    said = {
        "name": order.customer.name, "shop": ctx.shop_name, "order": order.number,
        "address": order.address,
    }  # fmt: skip
    lacks = order.lacks.value if order.lacks else "none"
    text = ctx.say(f"ask-{kind}", total=order.total, lacks=lacks, **said)
    confirming = kind is PromptKind.CONFIRM
    variables = {**said, "total": ctx.say("ask-total", total=order.total)} if confirming else said
    return PromptBody(
        text=text, language=ctx.language, variables=variables,
        buttons=tuple(_order_buttons(ctx, order, confirming=confirming, can_pay=can_pay)),
        template="cod_confirmation" if confirming else "address_check",
    )  # fmt: skip


def _order_buttons(
    ctx: Context, order: WaitingOrder, *, confirming: bool, can_pay: bool
) -> list[Button]:
    number = order.number
    if not confirming:
        return [
            _button(ctx, number, "order-address"),
            _button(ctx, number, "right", "confirm_my_order", order=number),
            _button(ctx, number, "order-person", "hand_over", reason=_wants_person(ctx, number)),
        ]
    offered = [
        _button(ctx, number, "confirm", "confirm_my_order", order=number),
        _button(ctx, number, "order-address"),
        _pay_button(ctx, number),
        _button(ctx, number, "cancel", "refuse_delivery", parcel=number),
    ]
    return offered if can_pay else [*offered[:2], offered[3]]


def _pay_button(ctx: Context, number: str) -> Button:
    percent = settings.prepaid_discount(ctx.session, ctx.actor.shop_id)
    button = _button(ctx, number, "order-pay", "pay_online", parcel=number)
    label = ctx.say("ask-button-order-pay", percent=percent)
    return button.model_copy(update={"label": label})


def _wants_person(ctx: Context, number: str) -> str:
    return ctx.say("ask-button-order-person-says", parcel=number)


def _buttons(ctx: Context, failed: FailedDelivery) -> tuple[Button, ...]:
    """Offer what the customer's own tools do; of a day and an address they are asked then."""
    awb = failed.awb
    offered = [
        _button(ctx, awb, "again"),
        _button(ctx, awb, "address"),
        _button(ctx, awb, "pay", "pay_online", parcel=awb),
        _button(ctx, awb, "refuse", "refuse_delivery", parcel=awb),
        _button(
            ctx, awb, "person", "hand_over", reason=ctx.say("ask-button-person-says", parcel=awb)
        ),
    ]
    if failed.to_pay.minor == 0:
        del offered[2]
    return tuple(offered)


def _button(ctx: Context, subject: str, name: str, tool: str = "", **arguments: str) -> Button:
    """Return a button that calls a tool, or says what is then understood as if it were typed."""
    return Button(
        label=ctx.say(f"ask-button-{name}", percent=0),
        says=ctx.say(f"ask-button-{name}-says", parcel=subject),
        tap=Tap(kind="call", tool=tool, arguments=arguments) if tool else None,
    )
