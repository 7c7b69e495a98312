"""The assistant behind every channel: takes messages, answers each conversation in order."""

import asyncio
import secrets
from collections.abc import Awaitable
from typing import Any

import structlog
from sqlalchemy.orm import Session

from agent import compose
from agent.decisions import Decisions
from agent.desk import Exchange
from agent.graph import build
from agent.inbox import LEASE, Inbox, Waiting
from agent.llm import ChatModel, Stream, ToolCall
from agent.messages import Message, Reply
from agent.scope import House, TurnScope
from agent.turn import Turns
from commerce import approvals, conversations, people
from commerce.access import Actor
from commerce.db.tables import ConversationRow, MessageRow
from commerce.errors import CommerceError, NotFound, Refused
from tools.cards import Tap

log = structlog.get_logger()

PATIENCE = 180.0
"""Seconds that `ask` waits for a conversation that another process is answering."""

Answered = tuple[Reply, str, dict[str, Any] | None]
"""A reply, the status its turn is left in, and what it asked."""


class Assistant:
    """Fills `agent.desk.FrontDesk`."""

    def __init__(
        self,
        house: House,
        model: ChatModel,
        checkpoints: Any,
        *,
        burst_seconds: float = 0.0,
        dry_run: bool = False,
    ) -> None:
        """Put the assistant together.

        Args:
            checkpoints: Where waiting runs are kept (`agent.checkpoints.open_checkpoints`).
            burst_seconds: Quiet needed before messages sent in a row are answered as one.
            dry_run: Plan and preview only.
        """
        turns = Turns(build(model, checkpoints), checkpoints)
        self._house = house
        self._turns = turns
        self._inbox = Inbox(house, burst_seconds=burst_seconds, dry_run=dry_run)
        self._decisions = Decisions(house, turns)

    def who(self, channel: str, sender: str) -> Actor | None:
        """Return who is known as `sender` on a channel, or `None` for a stranger."""
        with self._house.sessions() as session:
            return people.actor_for(session, channel, sender)

    async def receive(self, message: Message) -> bool:
        """Store a message to be answered; false where this `provider_id` came before.

        Raises:
            commerce.errors.NotFound: The sender is a stranger, or the conversation is another's.
        """
        return await self._inbox.receive(message)

    async def ask(self, message: Message, stream: Stream | None = None) -> Reply:
        """Receive one message and return the reply that answers it.

        Raises:
            commerce.errors.NotFound: The sender is a stranger, or the conversation is another's.
            TimeoutError: Another process holds the conversation and does not answer.
        """
        await self.receive(message)
        async with asyncio.timeout(PATIENCE):
            while True:
                await self.answer(message.conversation, stream)
                reply = await asyncio.to_thread(self._inbox.reply_to, message)
                if reply is not None:
                    return reply
                await asyncio.sleep(0.05)

    async def answer(self, conversation: str, stream: Stream | None = None) -> list[Reply]:
        """Answer what waits in a conversation, in order, a burst as one turn."""
        replies: list[Reply] = []
        while True:
            async with self._inbox.held(conversation) as held:
                if not held:
                    return replies
                while (waiting := await self._inbox.next(conversation, stream)) is not None:
                    replies.append(await self._answer_one(waiting))
            # A message may have come between the last look and letting go.
            if not await asyncio.to_thread(self._inbox.has_unanswered, conversation):
                return replies

    def history(self, actor: Actor, conversation: str, after: int = 0) -> list[Exchange]:
        """Return the messages of one of the actor's conversations with an id beyond `after`.

        Raises:
            commerce.errors.NotFound: No such conversation of this actor.
        """
        with self._house.sessions() as session:
            _owned(session, actor, conversation)
            rows = conversations.messages_after(session, actor.shop_id, conversation, after)
            return [_exchange(row) for row in rows]

    def conversations(self, actor: Actor) -> list[tuple[str, str]]:
        """Return id and title of the actor's latest conversations, newest first."""
        with self._house.sessions() as session:
            return [(row.id, row.title) for row in conversations.latest_of(session, actor)]

    async def sweep(self) -> int:
        """Take up what a dead worker left, end what nobody decided; return how many were taken up.

        Run at the start of a server and every minute after.
        """
        await self._decisions.expire()
        self._inbox.free_the_dead()
        now = self._house.clock()
        with self._house.sessions() as session:
            left = conversations.needing_an_answer(session, now)
            approved = approvals.approved_but_not_done(session, before=now - LEASE)
        for conversation in left:
            await self._safely(self.answer(conversation), conversation)
        for approval in approved:
            await self._safely(self._decisions.finish_approved(approval), approval.id)
        return len(left) + len(approved)

    async def _safely(self, work: Awaitable[Any], what: str) -> None:
        """Let one thing that cannot be taken up not keep the rest from being."""
        try:
            await work
        except Exception as error:
            log.error("could not take up", what=what, exc_info=error)

    async def _answer_one(self, waiting: Waiting) -> Reply:
        """Answer one turn. Whatever goes wrong, the person hears of it and the next turn comes."""
        scope = waiting.scope
        try:
            reply, status, asked = await self._think_or_decide(scope, waiting.tap)
        except CommerceError as error:
            reply = compose.plain_reply(scope, error.in_language(scope.language))
            status, asked = "done", None
        except Exception as error:
            reference = secrets.token_hex(4)
            log.error("turn failed", turn=scope.turn, reference=reference, exc_info=error)
            sentence = Refused("error-unexpected", reference=reference).in_language(scope.language)
            reply, status, asked = compose.plain_reply(scope, sentence), "failed", None
        await asyncio.to_thread(self._finish, scope, reply, status, asked)
        return reply

    async def _think_or_decide(self, scope: TurnScope, tap: Tap | None) -> Answered:
        match tap:
            case Tap(kind="approve" | "decline"):
                yes = tap.kind == "approve"
                return await self._decisions.decide(scope, tap.id, yes=yes), "done", None
            case Tap(kind="undo"):
                return await asyncio.to_thread(self._decisions.undo, scope, tap.id), "done", None
            case Tap(kind="call"):
                call = ToolCall(id="0.0", name=tap.tool, arguments=tap.arguments)
                return await self._run(scope, call)
        answered = await self._decisions.consented(scope)
        return (answered, "done", None) if answered is not None else await self._run(scope)

    async def _run(self, scope: TurnScope, call: ToolCall | None = None) -> Answered:
        reply, end = await self._turns.run(scope, call)
        waits = reply.approval is not None and not scope.dry_run
        return reply, "waiting" if waits else "done", end["question"]

    def _finish(
        self, scope: TurnScope, reply: Reply, status: str, asked: dict[str, Any] | None
    ) -> None:
        now = self._house.clock()
        with self._house.sessions() as session:
            conversations.add_outbound(
                session,
                shop_id=scope.actor.shop_id,
                conversation=scope.conversation,
                turn=scope.turn,
                text=reply.text,
                body=reply.model_dump(mode="json"),
                at=now,
            )
            conversations.finish_turn(
                session,
                scope.actor.shop_id,
                scope.turn,
                status=status,
                brain=reply.brain,
                asked=asked,
                finished_at=now,
            )
            session.commit()


def _owned(session: Session, actor: Actor, conversation: str) -> ConversationRow:
    row = conversations.conversation_of(session, conversation)
    if row is None or (row.shop_id, row.person_id) != (actor.shop_id, actor.person_id):
        raise NotFound("error-conversation-not-found")
    return row


def _exchange(row: MessageRow) -> Exchange:
    return Exchange(
        id=row.id,
        direction=row.direction,
        text=row.text,
        reply=Reply.model_validate(row.body) if row.direction == "out" else None,
        at=row.at.isoformat(),
    )
