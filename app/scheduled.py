"""Sends the answers that come by themselves, once each, with the rights of who asked for them."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from agent.desk import Look
from agent.llm import ToolCall
from agent.looking import look
from agent.messages import Reply
from agent.scope import House
from channels import report_files
from channels.contents import Content, PromptBody
from commerce import conversations, deliveries, files, people, schedules, words
from commerce.access import Actor
from commerce.context import Context
from commerce.db.tables import ShopRow
from commerce.deliveries import DeliveryKind
from commerce.errors import BadFile, Refused
from commerce.schedules import ReportPlace, Schedule
from tools.cards import Button, FileCard, Tap
from tools.files import file_card

log = structlog.get_logger()

MOST = 20
"""Sent in one go; the rest comes with the next look."""
EVERY = 20.0
"""Seconds between looks for what is due."""
TEMPLATE = "report_ready"
_WEB = "web"


def send_due(house: House) -> int:
    """Send what is due in any shop; return how much was sent.

    What was missed while nothing ran is sent once, as of now.
    """
    with house.sessions() as session:
        due = schedules.due(session, house.clock(), MOST)
    return sum(_send(house, one) for one in due)


def _send(house: House, schedule: Schedule) -> bool:
    """Make one answer and have it brought; false where another worker did, or nobody may."""
    with house.sessions() as session:
        actor = people.actor_by_id(session, schedule.shop_id, schedule.person_id)
        zone = ZoneInfo(
            session.scalars(select(ShopRow.zone).where(ShopRow.id == schedule.shop_id)).one()
        )
        if actor is None:
            schedules.stop(session, schedule, "error-stranger")
            session.commit()
            log.info("schedule stopped", schedule=schedule.id, why="the person has left")
            return False
    call = ToolCall(id="0.0", name=schedule.what.tool, arguments=schedule.what.arguments)
    found = look(house, actor, call, channel=_WEB, language=schedule.language)
    now = house.clock()
    with house.sessions() as session:
        trouble = "" if found.status == "done" else found.status
        moment = schedules.sent(session, schedule, now, zone, trouble=trouble)
        if moment is None:
            session.rollback()
            return False
        if schedule.file is not None and not trouble:
            came = _file(house, session, schedule, actor, found)
            found = replace(found, cards=(*found.cards, *came))
        _bring(session, schedule, actor, found, moment, now)
        session.commit()
    return True


def _file(
    house: House, session: Session, schedule: Schedule, actor: Actor, found: Look
) -> tuple[FileCard, ...]:
    """Make the file that comes along; nothing where none can be kept: the answer still goes."""
    shop = session.scalars(select(ShopRow).where(ShopRow.id == schedule.shop_id)).one()
    ctx = Context(
        session=session, actor=actor, now=house.clock(), zone=ZoneInfo(shop.zone),
        currency=shop.currency, shop_name=shop.name, language=schedule.language, ports=house.ports,
    )  # fmt: skip
    kind, title, made = schedule.file, schedule.what.title, ctx.local(ctx.now)
    assert kind is not None
    content = Content(text=found.says, language=schedule.language, cards=found.cards)
    drawn = report_files.file_of(content, kind, title=title, made=made)
    name = report_files.name_of(title, kind, made)
    try:
        kept = files.make(ctx, lambda stream: stream.write(drawn), name=name)
    except (BadFile, Refused) as no:
        log.warning("a report's file was not kept", schedule=schedule.id, why=no.key)
        return ()
    return (file_card(ctx, kept, title=title),)


def _bring(
    session: Session, schedule: Schedule, actor: Actor, found: Look, moment: datetime, now: datetime
) -> None:
    """Put an answer where it is wanted, in the transaction under way."""
    key = f"schedule:{schedule.id}:{moment:%Y%m%dT%H%MZ}"
    channel, address, conversation = _address(session, schedule)
    if channel == _WEB:
        reply = Reply(
            text=_text(schedule, found), language=schedule.language, cards=found.cards,
            brain="rules", conversation=conversation, turn=key,
        )  # fmt: skip
        conversations.add_outbound(
            session, shop_id=schedule.shop_id, conversation=conversation, turn=key,
            text=reply.text, body=reply.model_dump(mode="json"), at=now,
        )  # fmt: skip
        return
    body = PromptBody(
        text=_text(schedule, found),
        language=schedule.language,
        cards=found.cards,
        buttons=(_again(schedule),),
        template=TEMPLATE,
        variables={"name": actor.name, "report": schedule.what.title},
    )
    deliveries.put(
        session, shop_id=schedule.shop_id, channel=channel, address=address,
        conversation=conversation or None, kind=DeliveryKind.PROMPT,
        body=body.model_dump(mode="json"), key=key, now=now, not_before=now,
    )  # fmt: skip


def _address(session: Session, schedule: Schedule) -> tuple[str, str, str]:
    """Return channel, address and conversation; the conversation it was asked in may be any."""
    if schedule.place is not ReportPlace.HERE:
        return schedule.place.value, schedule.address, ""
    row = conversations.conversation_of(session, schedule.address)
    if row is None or row.address is None:
        return _WEB, "", schedule.address
    return row.channel, row.address, row.id


def _text(schedule: Schedule, found: Look) -> str:
    return words.say(
        schedule.language, "schedule-comes", title=schedule.what.title, says=found.says
    )


def _again(schedule: Schedule) -> Button:
    """Return the button by which a bare announcement becomes the report."""
    label = words.say(schedule.language, "schedule-show")
    return Button(
        label=label,
        says=words.say(schedule.language, "schedule-show-says", title=schedule.what.title),
        tap=Tap(kind="call", tool=schedule.what.tool, arguments=schedule.what.arguments),
    )
