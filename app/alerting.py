"""Watches shops for what is out of the ordinary, and tells who wants to hear of it."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from agent.scope import House
from app.scheduled import TEMPLATE
from channels.contents import PromptBody
from commerce import alerts, deliveries, people, words
from commerce.access import the_shop_itself
from commerce.alerts import Alert, AlertPlace, Wishes
from commerce.context import Context
from commerce.db import begin_write
from commerce.db.tables import PersonRow, ShopRow
from commerce.deliveries import DeliveryKind
from tools.alerts import ListAlerts, line, list_alerts, next_step
from tools.cards import Button, Tap

log = structlog.get_logger()

EVERY = timedelta(minutes=15).total_seconds()
"""Seconds between looks at all shops."""


def look_out(house: House) -> int:
    """Look at every shop and tell of what is new; return how many messages go out."""
    alerts.watch(house.sessions, house.ports, house.clock())
    with house.sessions() as session:
        shops = list(session.scalars(select(ShopRow).order_by(ShopRow.id)))
    return sum(_tell(house, shop) for shop in shops)


def _tell(house: House, shop: ShopRow) -> int:
    with house.sessions() as session:
        begin_write(session, shop.id)
        ctx = Context(
            session=session, actor=the_shop_itself(shop.id), now=house.clock(),
            zone=ZoneInfo(shop.zone), currency=shop.currency, shop_name=shop.name,
            ports=house.ports,
        )  # fmt: skip
        told = sum(_bring(ctx, wanted, fresh) for wanted, fresh in alerts.to_tell(ctx))
        session.commit()
    return told


def _bring(ctx: Context, wanted: Wishes, fresh: tuple[Alert, ...]) -> bool:
    """Put new alerts on their way to one person; false where they left or are not reached there."""
    actor = people.actor_by_id(ctx.session, ctx.actor.shop_id, wanted.person_id)
    address = _address(ctx.session, ctx.actor.shop_id, wanted)
    if actor is None or not address:
        return False
    theirs = Context(
        session=ctx.session, actor=actor, now=ctx.now, zone=ctx.zone, currency=ctx.currency,
        shop_name=ctx.shop_name, language=actor.language or words.FALLBACK, ports=ctx.ports,
    )  # fmt: skip
    seen = {one.id for one in alerts.listed(theirs)}
    fresh = tuple(one for one in fresh if one.id in seen)
    if not fresh:
        return False
    title = theirs.say("alerts-title")
    body = PromptBody(
        text=theirs.say("alerts-come", count=len(fresh), first=line(theirs, fresh[0])),
        language=theirs.language,
        cards=list_alerts.run(theirs, ListAlerts()).cards,
        buttons=(next_step(theirs, fresh[0]), _all(theirs)),
        template=TEMPLATE,
        variables={"name": actor.name, "report": title},
    )
    deliveries.put(
        ctx.session, shop_id=actor.shop_id, channel=wanted.place.value, address=address,
        conversation=None, kind=DeliveryKind.PROMPT, body=body.model_dump(mode="json"),
        key=f"alert:{actor.person_id}:{max(one.id for one in fresh)}", now=ctx.now,
        not_before=ctx.now,
    )  # fmt: skip
    alerts.note_told(ctx, actor.person_id, fresh)
    log.info("alerts told", person=actor.person_id, alerts=len(fresh), by=wanted.place.value)
    return True


def _all(ctx: Context) -> Button:
    label = ctx.say("alerts-show")
    return Button(label=label, says=label, tap=Tap(kind="call", tool="list_alerts", arguments={}))


def _address(session: Session, shop: int, wanted: Wishes) -> str | None:
    if wanted.place is AlertPlace.EMAIL:
        return session.scalar(
            select(PersonRow.email).where(
                PersonRow.shop_id == shop, PersonRow.id == wanted.person_id
            )
        )
    return people.known_as(session, shop, wanted.person_id, wanted.place.value)
