"""What a turn runs in: who asks, in which conversation, with which tools, at what time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, sessionmaker

from agent import history
from agent.llm import PastTurn, Stream
from agent.messages import Attachment
from agent.summary import NOTHING_BEFORE, Summary
from agent.watching import Nobody, Watcher
from commerce import memory
from commerce.access import Actor, Permission
from commerce.context import Context
from commerce.db.tables import ConversationRow, ShopRow
from commerce.errors import NotFound
from commerce.memory import NOTHING, Known
from commerce.ports import Ports
from tools import Tool, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What all turns share."""

    sessions: sessionmaker[Session]
    catalogue: Mapping[str, Tool]
    clock: Callable[[], datetime]
    """Now, aware UTC."""
    ports: Ports = field(default_factory=Ports)
    approval_for: timedelta = timedelta(hours=1)
    """How long a write waits for its yes."""
    watcher: Watcher = field(default_factory=Nobody)
    """Who looks on while turns run."""
    _open: dict[frozenset[Permission], dict[str, Tool]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def open_to(self, actor: Actor) -> dict[str, Tool]:
        """Return the tools an actor may use, by name; those of the same rights share them."""
        found = self._open.get(actor.permissions)
        if found is None:
            found = self._open[actor.permissions] = allowed(self.catalogue.values(), actor)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnScope:
    """One turn of one conversation."""

    house: House
    actor: Actor
    conversation: str
    turn: str
    channel: str
    language: str
    zone: ZoneInfo
    currency: str
    shop_name: str
    text: str
    past: tuple[PastTurn, ...] = ()
    summary: Summary = NOTHING_BEFORE
    """What is kept of the turns before `past`."""
    summary_has_grown: bool = False
    """Whether it is to be stored with the turn."""
    dry_run: bool = False
    """Plan and preview, and change nothing in the business."""
    again: bool = False
    """The turn ran before: a worker died, or it waited for an approval."""
    told: frozenset[str] = frozenset()
    """Calls whose outcome an earlier reply of this turn has told."""
    stream: Stream | None = None
    attachments: tuple[Attachment, ...] = ()
    """The files that came with the message."""
    is_answer: bool = False
    """It replies to one message of the conversation: that exchange is the last of `past`."""
    edits: str = ""
    """The turn of the message that now reads so."""
    handed_over: bool = False
    """A person of the shop answers in place of the assistant."""
    known: Known = NOTHING
    """What the person asked to be remembered."""

    @property
    def tools(self) -> dict[str, Tool]:
        """The tools this actor may use, by name."""
        return self.house.open_to(self.actor)

    @property
    def today(self) -> date:
        """The date in the shop's zone."""
        return self.house.clock().astimezone(self.zone).date()

    def acting(self, actor: Actor) -> "TurnScope":
        """Return the same turn carried on by someone else: who said yes acts."""
        return replace(self, actor=actor)

    def context(self, session: Session) -> Context:
        """Return what a business function runs in."""
        return Context(
            session=session,
            actor=self.actor,
            now=self.house.clock(),
            zone=self.zone,
            currency=self.currency,
            shop_name=self.shop_name,
            language=self.language,
            channel=self.channel,
            conversation_id=self.conversation,
            turn_id=self.turn,
            ports=self.house.ports,
        )


_SHOP = select(ShopRow).where(ShopRow.id == bindparam("shop"))


def scope_of(
    house: House,
    session: Session,
    conversation: ConversationRow,
    *,
    turn: str,
    language: str,
    actor: Actor | None,
    text: str,
    dry_run: bool = False,
    again: bool = False,
    stream: Stream | None = None,
    attachments: tuple[Attachment, ...] = (),
    answers: str = "",
    edits: str = "",
) -> TurnScope:
    """Return the scope of a stored turn.

    Raises:
        commerce.errors.NotFound: `actor` is `None`: the person has left the shop.
    """
    if actor is None:
        raise NotFound("error-stranger")
    shop = session.scalars(_SHOP, {"shop": conversation.shop_id}).one()
    recalled = history.recollect(session, conversation, house.catalogue, answers)
    return TurnScope(
        house=house,
        actor=actor,
        conversation=conversation.id,
        turn=turn,
        channel=conversation.channel,
        language=language,
        zone=ZoneInfo(shop.zone),
        currency=shop.currency,
        shop_name=shop.name,
        text=text,
        past=recalled.past,
        summary=recalled.summary,
        summary_has_grown=recalled.has_grown,
        dry_run=dry_run,
        again=again,
        stream=stream,
        attachments=attachments,
        is_answer=bool(answers),
        edits=edits,
        handed_over=conversation.handed_over_at is not None,
        known=_known(session, actor),
    )


def _known(session: Session, actor: Actor) -> Known:
    """Return what somebody asked to be remembered; of customers nothing is."""
    if actor.customer_id is not None:
        return NOTHING
    return memory.known(session, actor.shop_id, actor.person_id)


def scope_outside(
    house: House, session: Session, actor: Actor, *, turn: str, channel: str, language: str
) -> TurnScope:
    """Return a scope for what an actor looks at outside of any conversation."""
    shop = session.scalars(_SHOP, {"shop": actor.shop_id}).one()
    return TurnScope(
        house=house,
        actor=actor,
        conversation="",
        turn=turn,
        channel=channel,
        language=language,
        zone=ZoneInfo(shop.zone),
        currency=shop.currency,
        shop_name=shop.name,
        text="",
    )
