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

from agent.language import detect_language
from agent.llm import Stream
from agent.messages import Message, Reply
from agent.scope import House, TurnScope, scope_of
from agent.workers import is_dead, worker_name
from commerce import conversations, people, words
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
            return await asyncio.to_thread(self._receive, message)
        except IntegrityError:
            # Another process stored the same message, or opened the conversation, just now.
            return await asyncio.to_thread(self._receive, message)

    def reply_to(self, message: Message) -> Reply | None:
        """Return the stored reply that answers a message, if it is there."""
        with self._house.sessions() as session:
            row = conversations.conversation_of(session, message.conversation)
            if row is None:
                return None
            body = conversations.reply_of(session, row.shop_id, row.id, message.provider_id)
            return Reply.model_validate(body) if body is not None else None

    @asynccontextmanager
    async def held(self, conversation: str) -> AsyncIterator[bool]:
        """Hold a conversation's claim while answering; yields false where another has it."""
        worker = worker_name()
        if not await asyncio.to_thread(self._claim, conversation, worker):
            yield False
            return
        beating = asyncio.create_task(self._keep_hold(conversation, worker))
        try:
            yield True
        finally:
            beating.cancel()
            await asyncio.shield(asyncio.to_thread(self._release, conversation, worker))

    def _claim(self, conversation: str, worker: str) -> bool:
        now = self._house.clock()
        with self._house.sessions() as session:
            held = conversations.claim(
                session, conversation, worker=worker, now=now, until=now + LEASE
            )
            session.commit()
            return held

    async def _keep_hold(self, conversation: str, worker: str) -> None:
        while True:
            await asyncio.sleep(LEASE.total_seconds() / 3)
            await asyncio.to_thread(self._extend, conversation, worker)

    def _extend(self, conversation: str, worker: str) -> None:
        with self._house.sessions() as session:
            until = self._house.clock() + LEASE
            conversations.extend_claim(session, conversation, worker=worker, until=until)
            session.commit()

    def _release(self, conversation: str, worker: str) -> None:
        with self._house.sessions() as session:
            conversations.release(session, conversation, worker=worker)
            session.commit()

    def has_unanswered(self, conversation: str) -> bool:
        """Tell whether a message waits that no turn has taken up."""
        with self._house.sessions() as session:
            row = conversations.conversation_of(session, conversation)
            return row is not None and bool(conversations.unanswered(session, row))

    async def next(self, conversation: str, stream: Stream | None) -> Waiting | None:
        """Return the next turn's work, once a burst has come to rest."""
        waited = 0.0
        while True:
            quiet = await asyncio.to_thread(self._seconds_to_wait, conversation)
            if quiet <= 0 or waited >= BURST_MOST:
                break
            waited += quiet
            await asyncio.sleep(quiet)
        return await asyncio.to_thread(self._take_up, conversation, stream)

    def _seconds_to_wait(self, conversation: str) -> float:
        if not self._burst:
            return 0.0
        with self._house.sessions() as session:
            row = conversations.conversation_of(session, conversation)
            waiting = conversations.unanswered(session, row) if row else []
        if not waiting or waiting[0].tap is not None:
            return 0.0
        age = (self._house.clock() - waiting[-1].at).total_seconds()
        return self._burst - age

    def _take_up(self, conversation: str, stream: Stream | None) -> Waiting | None:
        with self._house.sessions() as session:
            row = conversations.conversation_of(session, conversation)
            if row is None:
                return None
            broken_off = conversations.unfinished_turn(session, row)
            if broken_off is not None:
                turn, messages = broken_off
            else:
                messages = _one_turns_worth(conversations.unanswered(session, row))
                if not messages:
                    return None
                turn = self._begin_turn(session, row, messages)
                session.commit()
            scope = scope_of(
                self._house,
                session,
                row,
                turn,
                text=_said(messages),
                dry_run=self._dry_run,
                stream=stream,
            )
            tap = messages[0].tap if messages else None
            return Waiting(scope=scope, tap=Tap.model_validate(tap) if tap else None)

    def _begin_turn(
        self, session: Session, row: ConversationRow, messages: Sequence[MessageRow]
    ) -> TurnRow:
        return conversations.start_turn(
            session,
            row,
            messages,
            turn=uuid.uuid4().hex,
            person_id=row.person_id,
            language=self._language(session, row, messages),
            now=self._house.clock(),
        )

    def _language(
        self, session: Session, row: ConversationRow, messages: Sequence[MessageRow]
    ) -> str:
        """Choose the answer's language: asked for, set by the person, written, or as before."""
        asked = messages[-1].body.get("language")
        if asked in words.LANGUAGES:
            return str(asked)
        person = people.actor_by_id(session, row.shop_id, row.person_id)
        if person is not None and person.language in words.LANGUAGES:
            return str(person.language)
        written = None if messages[-1].tap else detect_language(_said(messages))
        return written or self._language_before(session, row) or words.FALLBACK

    def _language_before(self, session: Session, row: ConversationRow) -> str | None:
        return session.scalar(
            select(TurnRow.language)
            .where(TurnRow.shop_id == row.shop_id, TurnRow.conversation_id == row.id)
            .order_by(TurnRow.started_at.desc())
            .limit(1)
        )

    def free_the_dead(self) -> None:
        """Give back the conversations that dead workers of this machine still hold."""
        with self._house.sessions() as session:
            for conversation, worker in conversations.held(session):
                if is_dead(worker):
                    conversations.release(session, conversation, worker=worker)
            session.commit()

    def _receive(self, message: Message) -> bool:
        with self._house.sessions() as session:
            actor = people.actor_for(session, message.channel, message.sender)
            if actor is None:
                raise NotFound("error-stranger")
            row = conversations.conversation_of(session, message.conversation)
            if row is None:
                row = conversations.open_conversation(
                    session,
                    actor,
                    conversation=message.conversation,
                    channel=message.channel,
                    title=message.text,
                    now=message.received_at,
                )
            elif (row.shop_id, row.person_id) != (actor.shop_id, actor.person_id):
                raise NotFound("error-conversation-not-found")
            added = conversations.add_inbound(
                session,
                row,
                text=message.text,
                tap=message.tap.model_dump(mode="json") if message.tap else None,
                body={
                    "language": message.language,
                    "attachments": [a.model_dump(mode="json") for a in message.attachments],
                },
                provider_id=message.provider_id,
                at=message.received_at,
            )
            session.commit()
            return added


def _one_turns_worth(waiting: Sequence[MessageRow]) -> Sequence[MessageRow]:
    """Return the first button alone, or the written messages up to the next button."""
    if not waiting or waiting[0].tap is not None:
        return waiting[:1]
    buttons = (index for index, message in enumerate(waiting) if message.tap is not None)
    return waiting[: next(buttons, len(waiting))]


def _said(messages: Sequence[MessageRow]) -> str:
    return "\n".join(message.text for message in messages)
