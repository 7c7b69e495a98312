"""What Slack's way in and way out look up in the database."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

from pydantic import ValidationError
from slack_sdk.errors import SlackClientError
from sqlalchemy import select
from sqlalchemy.orm import Session

from agent.llm import ToolCall
from agent.looking import look
from agent.scope import House, scope_outside
from channels.inbound import Inbound
from channels.slack import CHANNEL, Brought, views
from channels.slack.events import FilledIn, Said, SaidInThread, WantsForm
from channels.slack.render import Json
from commerce import approvals, people, settings, words
from commerce.access import Actor
from commerce.approvals import ApprovalStatus, Asked
from commerce.context import Context
from commerce.db.tables import (
    ConversationRow,
    DeliveryPartRow,
    DeliveryRow,
    HandOverRow,
)
from commerce.deliveries import DeliveryKind, Outgoing
from commerce.errors import NotFound
from tools.base import Tool
from tools.cards import Tap
from tools.forms import Field, fields_of

QUEUE: Final = "list_ndr"
"""The read tool of the home tab."""
CARD: Final = "hand-over"
"""Begins the key of the card of a conversation in which a person is wanted."""


class SlackDesk:
    """Fills `channels.slack.Desk` and `channels.slack.Books` for one shop."""

    def __init__(self, rooms: House, shop_id: int, *, hand_overs: str = "") -> None:
        """Take the database, the shop, and the channel of hand-overs."""
        self._rooms = rooms
        self._shop = shop_id
        self._channel = hand_overs
        self._open: Callable[[str], str] | None = None

    def opens_direct(self, opens: Callable[[str], str]) -> None:
        """Take what opens direct messages with a Slack user."""
        self._open = opens

    def direct(self, sender: str) -> str:
        """Return the channel of direct messages with somebody; who they are while Slack is away."""
        assert self._open is not None
        try:
            return self._open(sender.partition(":")[2])
        except SlackClientError:
            return sender

    def asker(self, outgoing: Outgoing) -> str | None:
        """Return the Slack user whose conversation it is said in."""
        with self._rooms.sessions() as session:
            person = session.scalar(
                select(ConversationRow.person_id).where(
                    ConversationRow.shop_id == outgoing.shop_id,
                    ConversationRow.id == outgoing.conversation,
                )
            )
            known = None
            if person is not None:
                known = people.known_as(session, outgoing.shop_id, person, CHANNEL)
        return known.partition(":")[2] if known else None

    def brought(self, delivery: int) -> Brought | None:
        """Return what was brought before under a number."""
        with self._rooms.sessions() as session:
            row = session.scalar(
                select(DeliveryRow).where(
                    DeliveryRow.shop_id == self._shop, DeliveryRow.id == delivery
                )
            )
            if row is None:
                return None
            parts = session.scalars(
                select(DeliveryPartRow.provider_id)
                .where(
                    DeliveryPartRow.shop_id == self._shop, DeliveryPartRow.delivery_id == row.id
                )
                .order_by(DeliveryPartRow.position)
            ).all()  # fmt: skip
            before = Outgoing(
                id=row.id, shop_id=row.shop_id, channel=row.channel, address=row.address,
                conversation=row.conversation_id, kind=DeliveryKind(row.kind), body=row.body,
                key=row.idempotency_key, tries=row.tries, heard_at=None,
            )  # fmt: skip
            return Brought(outgoing=before, provider_ids=parts)

    def file(self, shop_id: int, file: str) -> bytes | None:
        """Return the bytes of a file of the shop's shelf."""
        shelf = self._rooms.ports.shelf
        path = shelf.path_of(shop_id, file) if shelf is not None else None
        return path.read_bytes() if path is not None and path.is_file() else None

    def command(self, said: Said, key: str) -> str:
        """Return a slash command in words."""
        with self._rooms.sessions() as session:
            actor = people.actor_for(session, CHANNEL, said.sender)
            return words.say(self._language(session, actor), key, text=said.text)

    def in_thread(self, said: SaidInThread) -> Tap | None:
        """Return the answer to a customer that words under their card are.

        Only what its taker writes goes to the customer; colleagues may talk among themselves.
        """
        if not self._channel or said.channel != self._channel or not said.text:
            return None
        with self._rooms.sessions() as session:
            actor = people.actor_for(session, CHANNEL, said.sender)
            number = self._card_at(session, f"{said.channel}:{said.thread}")
            if actor is None or number is None:
                return None
            taken = session.scalar(
                select(HandOverRow.id).where(
                    HandOverRow.shop_id == self._shop, HandOverRow.id == number,
                    HandOverRow.status == "taken", HandOverRow.taken_by == actor.person_id,
                )
            )  # fmt: skip
        if taken is None:
            return None
        arguments = {"text": said.text, "customer": f"#{number}"}
        return Tap(kind="call", tool="answer_customer", arguments=arguments)

    def form(self, wants: WantsForm) -> Json:
        """Return the form in which a request is changed."""
        with self._acting(wants.sender) as ctx:
            if ctx is None:
                return self._word("slack-home-stranger")
            found = self._asked(ctx, wants.approval)
            if found is None:
                return self._word("slack-form-gone", ctx.language)
            asked, _, fields = found
            if not fields:
                return self._word("slack-form-nothing", ctx.language)
            values = {
                field.name: _written(asked.approval.arguments.get(field.name)) for field in fields
            }
            about = {"approval": wants.approval, "address": wants.address}
            title = asked.approval.preview["title"]
            return views.form(fields, values, title=title, about=about, say=ctx.say)

    def corrected(self, filled: FilledIn) -> Sequence[Inbound] | Mapping[str, str]:
        """Return the corrected request, or what is wrong by name of the field.

        Whoever asked and corrects it in the same place only asks again: the newer request
        replaces the older. Anybody else says no to it and asks for what they would have.
        """
        with self._acting(filled.sender) as ctx:
            if ctx is None:
                return dict.fromkeys(filled.values, words.say(words.FALLBACK, "slack-form-gone"))
            found = self._asked(ctx, filled.approval)
            if found is None:
                return dict.fromkeys(filled.values, ctx.say("slack-form-gone"))
            asked, tool, fields = found
            arguments = _corrected(asked.approval.arguments, filled.values, fields)
            wrong = _wrong(tool, arguments, fields)
            if wrong:
                return dict.fromkeys(wrong, ctx.say("slack-form-wrong"))
            says = ctx.say("slack-form-says", title=asked.approval.preview["title"])
            tap = Tap(kind="call", tool=tool.name, arguments=arguments)
            again = self._inbound(filled, filled.id, says, tap)
            here = (asked.approval.conversation_id, asked.approval.requested_by)
            if here == (again.conversation, ctx.actor.person_id):
                return [again]
            no = ctx.say("approval-says-no", title=asked.approval.preview["title"])
            declined = Tap(kind="decline", id=filled.approval)
            return [self._inbound(filled, f"{filled.id}:no", no, declined), again]

    def home(self, sender: str) -> Json:
        """Return somebody's home tab: the undelivered parcels that are theirs, else all."""
        with self._acting(sender) as ctx:
            if ctx is None:
                return self._stranger()
            actor, language = ctx.actor, ctx.language
            title = ctx.say("slack-home-title")
            hello = ctx.say("slack-home-hello", name=actor.name, at=ctx.local(ctx.now))
        mine = self._look(actor, language, {"assignee": "me", "limit": 20})
        if mine.status == "done" and not mine.count:
            mine = self._look(actor, language, {"limit": 20})
            hello = f"{hello}\n{words.say(language, 'slack-home-all')}" if mine.count else hello
        return views.home(title, hello, mine.cards, mine.says, lambda key: words.say(language, key))

    def _look(self, actor: Actor, language: str, arguments: dict[str, Any]) -> Any:
        call = ToolCall(id="0.0", name=QUEUE, arguments=arguments)
        return look(self._rooms, actor, call, channel=CHANNEL, language=language)

    @contextmanager
    def _acting(self, sender: str) -> Iterator[Context | None]:
        """Give what somebody may look up, until the block ends; `None` for a stranger."""
        with self._rooms.sessions() as session:
            actor = people.actor_for(session, CHANNEL, sender)
            if actor is None:
                yield None
                return
            language = self._language(session, actor)
            scope = scope_outside(
                self._rooms, session, actor, turn=CHANNEL, channel=CHANNEL, language=language
            )
            yield scope.context(session)

    def _asked(self, ctx: Context, approval: str) -> tuple[Asked, Tool, tuple[Field, ...]] | None:
        """Return a request that still waits, its tool, and what of it can be changed here."""
        try:
            asked = approvals.show_asked(ctx, approval)
        except NotFound:
            return None
        tool = self._rooms.catalogue.get(asked.approval.tool)
        waits = asked.approval.status is ApprovalStatus.PENDING
        if tool is None or not waits or not tool.open_to(ctx.actor):
            return None
        return asked, tool, fields_of(tool, ctx.language)

    def _inbound(self, filled: FilledIn, id_: str, says: str, tap: Tap) -> Inbound:
        return Inbound(
            channel=CHANNEL, sender=filled.sender, address=filled.address, provider_id=id_,
            at=self._rooms.clock(), text=says, tap=tap,
        )  # fmt: skip

    def _card_at(self, session: Session, message: str) -> int | None:
        """Return the number of the hand-over whose card is a message."""
        key = session.scalar(
            select(DeliveryRow.idempotency_key)
            .join(DeliveryPartRow, DeliveryPartRow.delivery_id == DeliveryRow.id)
            .where(
                DeliveryPartRow.channel == CHANNEL, DeliveryPartRow.provider_id == message,
                DeliveryPartRow.shop_id == self._shop, DeliveryRow.shop_id == self._shop,
            )
        )  # fmt: skip
        kind, _, number = (key or "").partition(":")
        return int(number) if kind == CARD and number.isdecimal() else None

    def _language(self, session: Session, actor: Actor | None) -> str:
        own = actor.language if actor is not None else None
        return own or settings.default_language(session, self._shop)

    def _word(self, key: str, language: str = words.FALLBACK) -> Json:
        return views.word(words.say(language, key), lambda name: words.say(language, name))

    def _stranger(self) -> Json:
        with self._rooms.sessions() as session:
            language = self._language(session, None)
        title = words.say(language, "slack-home-title")
        return views.hello(words.say(language, "slack-home-stranger"), title)


def _written(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _corrected(
    before: Mapping[str, Any], values: Mapping[str, str], fields: Sequence[Field]
) -> dict[str, Any]:
    """Return the arguments with what was filled in; what was emptied is left out."""
    names = {field.name for field in fields}
    given = {name: value for name, value in values.items() if name in names and value}
    kept = {name: value for name, value in before.items() if name not in names}
    return {**kept, **given}


def _wrong(tool: Tool, arguments: Mapping[str, Any], fields: Sequence[Field]) -> list[str]:
    """Return the fields whose values the tool does not take."""
    try:
        tool.arguments.model_validate(dict(arguments))
    except ValidationError as error:
        named = {str(one["loc"][0]) for one in error.errors() if one["loc"]}
        known = [field.name for field in fields if field.name in named]
        return known or [fields[0].name]
    return []
