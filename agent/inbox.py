"""The inbox: messages stored as they come, taken up in order, one worker a conversation."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from agent.edits import says_else
from agent.language import detect_language
from agent.llm import Stream
from agent.messages import Attachment, Message, Reply
from agent.scope import House, TurnScope, scope_of
from agent.workers import is_dead, worker_name
from commerce import conversations, people, records, settings, words
from commerce.access import Actor
from commerce.db.tables import ConversationRow, MessageRow, TurnRow
from commerce.errors import NotFound
from tools.cards import Tap

LEASE = timedelta(seconds=60)
"""How long a conversation stays taken after its worker was last heard of."""
BURST_MOST = 3.0
"""Seconds: a burst is answered after this, however fast the person goes on writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What comes next in a conversation: messages for one turn, new or left by a dead worker."""

    scope: TurnScope
    tap: Tap | None


@dataclass(frozen=True, slots=True)
class Resting:
    """A burst is still coming; look again after some seconds."""

    seconds: float


@dataclass(slots=True)
class Hold:
    """One worker's hold on a conversation."""

    conversation: str
    worker: str
    taken: bool = False


class Inbox:
    """Stores what people say, and hands it out a turn at a time."""

    def __init__(self, house: House, *, burst_seconds: float, dry_run: bool) -> None:
        self._house = house
        self._burst = burst_seconds
        self._dry_run = dry_run

    async def receive(self, message: Message) -> bool:
        """Store a message to be answered; false where this `provider_id` came before.

        Raises:
            commerce.errors.NotFound: The sender is a stranger, or the conversation is another's.
        """
        try:
            return await asyncio.to_thread(self._receive, message, expect_repeat=False)
        except IntegrityError:
            # The message came before, or another process opened the conversation just now.
            return await asyncio.to_thread(self._receive, message, expect_repeat=True)

    def reply_to(self, message: Message) -> Reply | None:
        """Return the stored reply that answers a message, if it is there."""
        with self._house.sessions() as session:
            row = conversations.conversation_of(session, message.conversation)
            if row is None:
                return None
            body = conversations.reply_of(session, row.shop_id, row.id, message.provider_id)
            return Reply.model_validate(body) if body is not None else None

    @asynccontextmanager
    async def holding(self, conversation: str) -> AsyncIterator[Hold]:
        """Answer a conversation while the block runs; what is still held at its end is let go."""
        hold = Hold(conversation, worker_name())
        beating = asyncio.create_task(self._keep(hold))
        try:
            yield hold
        finally:
            beating.cancel()
            if hold.taken:
                await asyncio.shield(asyncio.to_thread(self._release, hold))

    async def next(self, hold: Hold, stream: Stream | None) -> Waiting | None:
        """Return the next turn's work, once a burst has come to rest.

        `None` where nothing waits, or another worker has the conversation.
        """
        waited = 0.0
        while True:
            patient = waited < BURST_MOST
            found = await asyncio.to_thread(self._take_up, hold, stream, patient=patient)
            if not isinstance(found, Resting):
                return found
            waited += found.seconds
            await asyncio.sleep(found.seconds)

    def let_go(self, session: Session, scope: TurnScope, hold: Hold) -> bool:
        """Release the conversation in the transaction that stores a reply; true where more waits.

        Releasing first takes the row's lock: a message stored before is seen here, and one stored
        after finds the conversation free.
        """
        conversations.release(session, hold.conversation, worker=hold.worker)
        hold.taken = False
        return conversations.more_waits(session, scope.actor.shop_id, scope.conversation)

    def free_the_dead(self) -> None:
        """Give back the conversations that dead workers of this machine still hold."""
        with self._house.sessions() as session:
            for conversation, worker in conversations.held(session):
                if is_dead(worker):
                    conversations.release(session, conversation, worker=worker)
            session.commit()

    async def _keep(self, hold: Hold) -> None:
        while True:
            await asyncio.sleep(LEASE.total_seconds() / 3)
            if hold.taken:
                await asyncio.to_thread(self._extend, hold)

    def _extend(self, hold: Hold) -> None:
        with self._house.sessions() as session:
            until = self._house.clock() + LEASE
            conversations.extend_claim(session, hold.conversation, worker=hold.worker, until=until)
            session.commit()

    def _release(self, hold: Hold) -> None:
        with self._house.sessions() as session:
            conversations.release(session, hold.conversation, worker=hold.worker)
            session.commit()

    def _take_up(
        self, hold: Hold, stream: Stream | None, *, patient: bool
    ) -> Waiting | Resting | None:
        """Claim the conversation and begin its next turn, in one transaction."""
        now = self._house.clock()
        with self._house.sessions() as session:
            row = conversations.claim(
                session, hold.conversation, worker=hold.worker, now=now, until=now + LEASE
            )
            if row is None:
                return None
            messages = _one_turns_worth(conversations.unanswered(session, row))
            if not messages:
                return None  # and the claim is rolled back
            rest = self._burst - (now - messages[-1].at).total_seconds()
            if patient and rest > 0 and not messages[0].tap and not messages[0].turn_id:
                return Resting(rest)
            again = messages[0].turn_id is not None
            actor = people.actor_by_id(session, row.shop_id, row.person_id)
            turn, language = self._turn(session, row, messages, actor)
            scope = scope_of(
                self._house,
                session,
                row,
                turn=turn,
                language=language,
                actor=actor,
                text=_said(messages),
                attachments=_sent_along(messages),
                answers=_of_latest(messages, "answers"),
                edits=_of_latest(messages, "edits"),
                dry_run=self._dry_run,
                again=again,
                stream=stream,
            )
            hold.taken = True
            session.commit()
            tap = messages[0].tap
            return Waiting(scope=scope, tap=Tap.model_validate(tap) if tap else None)

    def _turn(
        self,
        session: Session,
        row: ConversationRow,
        messages: Sequence[MessageRow],
        actor: Actor | None,
    ) -> tuple[str, str]:
        """Return id and language of the turn: the one a dead worker left, or a new one."""
        if messages[0].turn_id is not None:
            left = conversations.turn_of(session, row.shop_id, messages[0].turn_id)
            assert left is not None
            return left.id, left.language
        turn, language = uuid.uuid4().hex, _language(session, row, messages, actor)
        conversations.start_turn(
            session,
            row,
            messages,
            turn=turn,
            person_id=row.person_id,
            language=language,
            now=self._house.clock(),
        )
        return turn, language

    def _receive(self, message: Message, *, expect_repeat: bool) -> bool:
        with self._house.sessions() as session:
            stored = self.store(session, message, expect_repeat=expect_repeat)
            if stored:
                session.commit()
            return stored

    def store(self, session: Session, message: Message, *, expect_repeat: bool = False) -> bool:
        """Store a message within a transaction; false where it came before, if that is expected.

        Raises:
            commerce.errors.NotFound: The sender is a stranger, or the conversation is another's.
            sqlalchemy.exc.IntegrityError: The message came before, or the conversation is being
                opened in another transaction.
        """
        actor = people.actor_for(session, message.channel, message.sender)
        if actor is None:
            raise NotFound("error-stranger")
        row = conversations.touch(session, message.conversation, message.received_at)
        if row is None:
            row = conversations.open_conversation(
                session,
                actor,
                conversation=message.conversation,
                channel=message.channel,
                address=message.address,
                title=message.text,
                now=message.received_at,
            )
        if (row.shop_id, row.person_id) != (actor.shop_id, actor.person_id):
            raise NotFound("error-conversation-not-found")
        if expect_repeat and conversations.was_received(session, row, message.provider_id):
            return False
        edited = _edited(session, row, message)
        if edited is None:
            return False
        conversations.add_inbound(
            session,
            row,
            text=message.text,
            tap=message.tap.model_dump(mode="json") if message.tap else None,
            body={
                "language": message.language,
                "attachments": [a.model_dump(mode="json") for a in message.attachments],
                **({"transcribed": True} if message.transcribed else {}),
                **({"answers": message.answers} if message.answers else {}),
                **({"edits": edited} if edited else {}),
            },
            provider_id=message.provider_id,
            at=message.received_at,
        )
        if actor.customer_id is not None:
            records.happened_by_itself(
                session, actor.shop_id, "message.received", str(actor.customer_id),
                self._house.clock(), channel=message.channel, text=message.text[:500],
            )  # fmt: skip
        return True


def _edited(session: Session, row: ConversationRow, message: Message) -> str | None:
    """Return the turn of a message that was edited, where it now says something else.

    Empty where nothing was edited; `None` where nothing is left to do: what waits still to be
    answered now reads so, or it says the same as before.
    """
    before = conversations.received(session, row, message.edits) if message.edits else None
    if before is None:
        return ""
    if before.turn_id is None:
        before.text = message.text
        session.flush()
        return None
    return before.turn_id if says_else(before.text, message.text) else None


def _of_latest(messages: Sequence[MessageRow], key: str) -> str:
    """Return what the latest of some messages that has it says under a key."""
    told = (str(message.body.get(key, "")) for message in reversed(messages))
    return next(filter(None, told), "")


def _language(
    session: Session, row: ConversationRow, messages: Sequence[MessageRow], actor: Actor | None
) -> str:
    """Choose the answer's language: asked for, set by the person, as written, or as before."""
    chosen = (messages[-1].body.get("language"), actor.language if actor else None)
    for language in chosen:
        if language in words.ANSWERED:
            return str(language)
    written = None if messages[-1].tap else detect_language(_said(messages))
    before = written or _language_before(session, row)
    return before or settings.default_language(session, row.shop_id)


def _language_before(session: Session, row: ConversationRow) -> str | None:
    return session.scalar(
        select(TurnRow.language)
        .where(TurnRow.shop_id == row.shop_id, TurnRow.conversation_id == row.id)
        .order_by(TurnRow.started_at.desc())
        .limit(1)
    )


def _one_turns_worth(waiting: Sequence[MessageRow]) -> Sequence[MessageRow]:
    """Return what one turn answers.

    The messages of a turn that was broken off; else the first button alone; else the written
    messages up to the next button.
    """
    if not waiting:
        return waiting
    if waiting[0].turn_id is not None:
        return [message for message in waiting if message.turn_id == waiting[0].turn_id]
    fresh = [message for message in waiting if message.turn_id is None]
    if fresh[0].tap is not None:
        return fresh[:1]
    buttons = (index for index, message in enumerate(fresh) if message.tap is not None)
    return fresh[: next(buttons, len(fresh))]


def _sent_along(messages: Sequence[MessageRow]) -> tuple[Attachment, ...]:
    """Return the files of all messages, each once."""
    sent = [one for message in messages for one in message.body.get("attachments", ())]
    return tuple(
        Attachment.model_validate(one) for one in {one["file"]: one for one in sent}.values()
    )


def _said(messages: Sequence[MessageRow]) -> str:
    return "\n".join(message.text for message in messages)
