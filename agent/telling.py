"""Words that come unasked: of what needs a yes, of one not given, of a customer who wrote."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from agent.messages import Reply
from agent.scope import TurnScope
from commerce import approvals, conversations, deliveries, people, settings, words
from commerce.approvals import Approval, Decider
from commerce.context import Context
from commerce.db.tables import ShopRow
from commerce.deliveries import DeliveryKind
from tools.approval_cards import card_of

MOST_TOLD = 10
"""How many people hear of one request; the rest find it in their list."""
CHANNEL = "web"
DIRECT = "slack"
"""Where people of the shop are written to directly, whether they ever wrote there or not."""


def tell_deciders(ctx: Context, approval: Approval) -> None:
    """Put what needs another's yes before those who may give it, once.

    They hear of it where they last wrote on the web, and by a direct message where there are any.
    It adds a message to their conversation and nothing to what is remembered there: a bare "yes"
    there answers whatever was asked before, never this.
    """
    for decider in approvals.deciders(ctx, approval)[:MOST_TOLD]:
        found = conversations.latest_on(
            ctx.session, ctx.actor.shop_id, decider.person_id, channel=CHANNEL
        )
        if found is not None and found.id != approval.conversation_id:
            _tell(ctx, approval, decider, found.id, conversations.language_of(ctx.session, found))
        known = people.known_as(ctx.session, ctx.actor.shop_id, decider.person_id, DIRECT)
        if known is not None:
            _write_to(ctx, approval, decider, known)


def tell_standing(session: Session, approval: Approval, now: datetime) -> None:
    """Have the cards of what was decided or has ended say so, on messengers that can."""
    zone = ZoneInfo(
        session.scalars(select(ShopRow.zone).where(ShopRow.id == approval.shop_id)).one()
    )

    def note(language: str) -> str:
        language = language or words.FALLBACK
        name = decided_by(session, approval, language)
        key = f"approval-stands-{approval.status.value}"
        return words.say(language, key, name=name, at=now.astimezone(zone))

    known = people.known_on(session, approval.shop_id, DIRECT)
    told = [_key_of(approval, person) for person in known]
    asked = f"{approval.conversation_id}:{approval.turn_id}"
    deliveries.redraw(
        session, approval.shop_id, [asked, *told], gone=[approval.id], note=note,
        mark=approval.status.value, now=now,
    )  # fmt: skip


def tell_expired(session: Session, approval: Approval, now: datetime) -> None:
    """Say where something was asked that nobody decided it in time."""
    turn = conversations.turn_of(session, approval.shop_id, approval.turn_id)
    language = turn.language if turn else words.FALLBACK
    text = words.say(language, "approval-expired", title=approval.preview["title"])
    told = f"{approval.turn_id}:{approval.call_id}:late"
    reply = Reply(
        text=text,
        language=language,
        brain="rules",
        conversation=approval.conversation_id,
        turn=told,
    )
    conversations.add_outbound(
        session,
        shop_id=approval.shop_id,
        conversation=approval.conversation_id,
        turn=told,
        text=text,
        body=reply.model_dump(mode="json"),
        at=now,
    )


def tell_taker(session: Session, scope: TurnScope) -> None:
    """Put what a customer wrote before the person who has taken their conversation over."""
    shop, turn = scope.actor.shop_id, f"{scope.turn}:taker"
    taker = people.taker_of(session, shop, scope.conversation)
    if taker is None:
        return
    found = conversations.latest_on(session, shop, taker, channel=CHANNEL)
    if found is None or found.id == scope.conversation:
        return
    if conversations.was_received(session, found, f"out:{turn}"):
        return
    language = conversations.language_of(session, found) or words.FALLBACK
    text = words.say(language, "hand-over-wrote", name=scope.actor.name, text=scope.text)
    reply = Reply(text=text, language=language, brain="rules", conversation=found.id, turn=turn)
    conversations.add_outbound(
        session,
        shop_id=shop,
        conversation=found.id,
        turn=turn,
        text=text,
        body=reply.model_dump(mode="json"),
        at=scope.house.clock(),
    )


def decided_by(session: Session, approval: Approval, language: str) -> str:
    """Return who decided, and in whose place: "Asha for Ravi"."""
    found = approvals.names_of(
        session, approval.shop_id, (approval.decided_by, approval.decided_for)
    )
    name = found.get(approval.decided_by or 0, "–")
    other = found.get(approval.decided_for or 0)
    return words.say(language, "team-who-for", name=name, other=other) if other else name


def _tell(
    ctx: Context, approval: Approval, decider: Decider, conversation: str, language: str | None
) -> None:
    reply = _asking(ctx, approval, decider, conversation, language)
    conversations.add_outbound(
        ctx.session,
        shop_id=ctx.actor.shop_id,
        conversation=conversation,
        turn=reply.turn,
        text=reply.text,
        body=reply.model_dump(mode="json"),
        at=ctx.now,
    )


def _write_to(ctx: Context, approval: Approval, decider: Decider, known_as: str) -> None:
    language = settings.default_language(ctx.session, ctx.actor.shop_id)
    reply = _asking(ctx, approval, decider, "", language)
    deliveries.put(
        ctx.session, shop_id=ctx.actor.shop_id, channel=DIRECT, address=known_as,
        conversation=None, kind=DeliveryKind.REPLY, body=reply.model_dump(mode="json"),
        key=_key_of(approval, decider.person_id), now=ctx.now, not_before=ctx.now,
    )  # fmt: skip


def _key_of(approval: Approval, person: int) -> str:
    """Name the message that tells somebody of a request."""
    return f"approval:{approval.id}:{person}"


def _asking(
    ctx: Context, approval: Approval, decider: Decider, conversation: str, language: str | None
) -> Reply:
    theirs = approvals.as_read_by(ctx, decider, language or words.FALLBACK)
    asked = approvals.show_asked(theirs, approval.id)
    text = theirs.say(
        "approval-waits-for-you",
        name=ctx.actor.name,
        title=approval.preview["title"],
        approval=approval.id,
    )
    return Reply(
        text=text,
        language=theirs.language,
        cards=(card_of(theirs, asked),),
        brain="rules",
        conversation=conversation,
        turn=f"{approval.turn_id}:{approval.call_id}:asks",
    )
