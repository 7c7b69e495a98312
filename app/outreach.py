"""Asks customers about parcels that could not be delivered, by buttons they answer with."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

from channels.contents import PromptBody
from commerce import deliveries, outreach
from commerce.context import Context
from commerce.db import begin_write
from commerce.outreach import Address, FailedDelivery, PromptKind, WhyNot
from tools.cards import Button, Tap


def ask_due(
    sessions: sessionmaker[Session], connected: Collection[str], now: datetime, *,
    on_stage: bool = False,
) -> int:  # fmt: skip
    """Ask every customer who is to be asked now; return how many deliveries were put.

    `on_stage` is as in `outreach.asking_shops`.

    Each in a transaction of its own, under a lock of its shop: of several processes one asks.
    """
    if not connected:
        return 0
    with sessions() as session:
        due = [
            ctx.actor.shop_id
            for ctx in outreach.asking_shops(session, PromptKind.DELIVERY, now, on_stage=on_stage)
            if outreach.failed_deliveries(ctx, limit=1)
        ]
    put = 0
    for shop in due:
        with sessions() as session:
            begin_write(session, shop)
            shops = outreach.asking_shops(session, PromptKind.DELIVERY, now, on_stage=on_stage)
            ctx = next((one for one in shops if one.actor.shop_id == shop), None)
            waiting = outreach.failed_deliveries(ctx) if ctx is not None else ()
            put += sum(ask(ctx, failed, connected) for failed in waiting if ctx is not None)
            session.commit()
    return put


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


def _buttons(ctx: Context, failed: FailedDelivery) -> tuple[Button, ...]:
    """Offer what the customer's own tools do; of a day and an address they are asked then."""
    offered = [
        _button(ctx, failed, "again"),
        _button(ctx, failed, "address"),
        _button(ctx, failed, "pay", "pay_online", parcel=failed.awb),
        _button(ctx, failed, "refuse", "refuse_delivery", parcel=failed.awb),
        _button(
            ctx, failed, "person", "hand_over",
            reason=ctx.say("ask-button-person-says", parcel=failed.awb),
        ),
    ]  # fmt: skip
    if failed.to_pay.minor == 0:
        del offered[2]
    return tuple(offered)


def _button(
    ctx: Context, failed: FailedDelivery, name: str, tool: str = "", **arguments: str
) -> Button:
    """Return a button that calls a tool, or says what is then understood as if it were typed."""
    return Button(
        label=ctx.say(f"ask-button-{name}"),
        says=ctx.say(f"ask-button-{name}-says", parcel=failed.awb),
        tap=Tap(kind="call", tool=tool, arguments=arguments) if tool else None,
    )
