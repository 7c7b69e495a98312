"""The assistant behind every channel: takes messages, answers each conversation in order."""

import asyncio
import secrets
from collections.abc import Awaitable, Mapping, Sequence
from functools import partial
from typing import Any

import structlog
from sqlalchemy.orm import Session

from agent import answers, compose, telling
from agent.checkpoints import Checkpoints
from agent.decisions import Decisions, Told, remembering
from agent.desk import Exchange, Look, SharedAnswer
from agent.graph import build
from agent.inbox import LEASE, Hold, Inbox, Waiting
from agent.llm import ChatModel, Stream, ToolCall
from agent.looking import look, reading
from agent.messages import Attachment, Message, Reply
from agent.scope import House, TurnScope
from agent.turn import Ended, Turns, tell
from agent.watching import TurnNote
from commerce import approvals, conversations, people, words
from commerce.access import Actor
from commerce.conversations import Talk
from commerce.db.tables import ConversationRow, MessageRow
from commerce.errors import CommerceError, NotFound, Refused
from knowledge.reading import Paper, paper, papers
from tools import Effect, allowed
from tools.cards import Tap
from tools.forms import Field, fields_of

log = structlog.get_logger()

PATIENCE = 180.0
"""Seconds that `ask` waits for a conversation that another process is answering."""


class Assistant:
    """Fills `agent.desk.FrontDesk`."""

    def __init__(
        self,
        house: House,
        model: ChatModel,
        checkpoints: Checkpoints,
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
        turns = Turns(build(model, checkpoints.running), checkpoints)
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

    def receive_in(self, session: Session, message: Message) -> None:
        """Store a message within a transaction of the caller's, who commits, and asks to answer.

        Raises:
            commerce.errors.NotFound: The sender is a stranger, or the conversation is another's.
            sqlalchemy.exc.IntegrityError: This `provider_id` came before, or the conversation is
                being opened in another transaction.
        """
        self._inbox.store(session, message)

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
        async with self._inbox.holding(conversation) as hold:
            while (waiting := await self._inbox.next(hold, stream)) is not None:
                reply, more = await self._watched(waiting, hold)
                replies.append(reply)
                if not more:
                    break
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

    def page(
        self, actor: Actor, conversation: str, *, before: int | None = None, most: int = 60
    ) -> tuple[list[Exchange], bool]:
        """Return the latest messages, or the latest before one, and whether there are earlier ones.

        Raises:
            commerce.errors.NotFound: No such conversation of this actor.
        """
        with self._house.sessions() as session:
            _owned(session, actor, conversation)
            rows = conversations.messages_before(
                session, actor.shop_id, conversation, before=before, most=most + 1
            )
            return [_exchange(row) for row in rows[-most:]], len(rows) > most

    def conversations(
        self,
        actor: Actor,
        *,
        search: str = "",
        before: str = "",
        most: int = 30,
        put_away: bool = False,
    ) -> Sequence[Talk]:
        """Return the actor's conversations, newest first; `before` is the last one seen."""
        with self._house.sessions() as session:
            return conversations.talks(
                session, actor, search=search, before=before, most=most, put_away=put_away
            )

    def rename(self, actor: Actor, conversation: str, name: str) -> None:
        """Call a conversation by a name; an empty one gives it back its first words.

        Raises:
            commerce.errors.NotFound: No such conversation of this actor.
        """
        with self._house.sessions() as session:
            conversations.rename(session, actor, conversation, name)
            session.commit()

    def put_away(self, actor: Actor, conversation: str, *, away: bool) -> None:
        """Take a conversation out of the list, or put it back.

        Raises:
            commerce.errors.NotFound: No such conversation of this actor.
        """
        with self._house.sessions() as session:
            if away:
                conversations.put_away(session, actor, conversation, self._house.clock())
            else:
                conversations.bring_back(session, actor, conversation)
            session.commit()

    def tools(self, actor: Actor) -> Mapping[str, Effect]:
        """Return the names of the tools an actor may use, and what each does to the business."""
        mine = allowed(self._house.catalogue.values(), actor)
        return {name: tool.effect for name, tool in mine.items()}

    def form(self, actor: Actor, tool: str, language: str) -> tuple[Field, ...]:
        """Return what a person could fill in for a tool; nothing for one they may not use."""
        known = self._house.catalogue.get(tool)
        return fields_of(known, language) if known is not None and known.open_to(actor) else ()

    def look(
        self, actor: Actor, tool: str, arguments: dict[str, Any], *, channel: str, language: str
    ) -> Look:
        """Run a read tool outside of any conversation; writes are refused."""
        call = ToolCall(id="0.0", name=tool, arguments=arguments)
        return look(self._house, actor, call, channel=channel, language=language)

    def papers(self, actor: Actor) -> tuple[Paper, ...]:
        """Return the documents that an actor may read, the shop's own first."""
        return reading(self._house, actor, papers)

    def paper(self, actor: Actor, key: str) -> Paper:
        """Return the document of a passage, or the document itself.

        Raises:
            commerce.errors.NotFound: There is none, or it is not for them.
        """
        return reading(self._house, actor, partial(paper, key=key))

    def share(self, actor: Actor, message: int) -> str:
        """Return the id of a link to one of the actor's replies.

        Raises:
            commerce.errors.NotFound: No such reply of theirs.
        """
        return answers.share(self._house, actor, message)

    def shared(self, actor: Actor, link: str) -> SharedAnswer:
        """Return the answer behind a link of the actor's shop.

        Raises:
            commerce.errors.NotFound: No such link, or it was taken back.
            commerce.errors.NotAllowed: The actor may not see what the answer rests on.
        """
        return answers.shared(self._house, actor, link)

    def unshare(self, actor: Actor, link: str) -> None:
        """Take a link back.

        Raises:
            commerce.errors.NotFound: No such link that is theirs to take back.
        """
        answers.unshare(self._house, actor, link)

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

    async def _watched(self, waiting: Waiting, hold: Hold) -> tuple[Reply, bool]:
        """Answer one turn, and let who watches know how it went."""
        scope = waiting.scope
        note = TurnNote(
            turn=scope.turn,
            conversation=scope.conversation,
            channel=scope.channel,
            role=scope.actor.role.value,
            language=scope.language,
            text=scope.text,
        )
        with self._house.watcher.turn(note):
            reply, more, note.outcome = await self._answer_one(waiting, hold)
            note.brain = reply.brain
        return reply, more

    async def _answer_one(self, waiting: Waiting, hold: Hold) -> tuple[Reply, bool, str]:
        """Answer one turn, and tell whether more waits and how it went.

        Whatever goes wrong, the person hears of it and the next turn comes.
        """
        scope = waiting.scope
        try:
            answer = await self._think_or_decide(scope, waiting.tap)
            reply, more = await asyncio.to_thread(self._store, scope, answer, hold)
            return reply, more, "waiting" if reply.approval else "done"
        except CommerceError as error:
            outcome = "done"  # The business said no, and the person hears why.
            sorry = compose.plain_reply(scope, error.in_language(scope.language))
        except Exception as error:
            reference = secrets.token_hex(4)
            log.error("turn failed", turn=scope.turn, reference=reference, exc_info=error)
            sentence = Refused("error-unexpected", reference=reference).in_language(scope.language)
            sorry = compose.plain_reply(scope, sentence)
            outcome = "failed"
        reply, more = await asyncio.to_thread(self._store, scope, remembering(scope, sorry), hold)
        return reply, more, outcome

    async def _think_or_decide(self, scope: TurnScope, tap: Tap | None) -> Ended | Told:
        if scope.handed_over and (tap is None or tap.kind in ("call", "answer")):
            sentence = await asyncio.to_thread(self._passed_on, scope)
            return remembering(scope, compose.plain_reply(scope, sentence))
        match tap:
            case Tap(kind="approve" | "decline"):
                return await self._decisions.decide(scope, tap.id, yes=tap.kind == "approve")
            case Tap(kind="undo"):
                return await asyncio.to_thread(self._decisions.undo, scope, tap.id)
            case Tap(kind="call"):
                call = ToolCall(id="0.0", name=tap.tool, arguments=tap.arguments)
                return await self._turns.run(scope, call)
        return await self._decisions.meant(scope) or await self._turns.run(scope)

    def _passed_on(self, scope: TurnScope) -> str:
        """Pass on what was written to who answers here; return what to say, which is said once."""
        with self._house.sessions() as session:
            telling.tell_taker(session, scope)
            told = conversations.last_reply(session, scope.actor.shop_id, scope.conversation)
            session.commit()
        sentence = words.say(scope.language, "hand-over-with-you")
        is_talking = told is not None and (told.text in ("", sentence) or bool(told.body.get("by")))
        return "" if is_talking else sentence

    def _store(self, scope: TurnScope, answer: Ended | Told, hold: Hold) -> tuple[Reply, bool]:
        """Store a reply, end its turn and let the conversation go, in one transaction."""
        now = self._house.clock()
        with self._house.sessions() as session:
            reply, memory = tell(session, scope, answer) if isinstance(answer, Ended) else answer
            waits = reply.approval is not None and bool(reply.approval.buttons)
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
                status="waiting" if waits and isinstance(answer, Ended) else "done",
                brain=reply.brain,
                memory=memory.model_dump(mode="json"),
                finished_at=now,
                usage=answer.state["usage"] if isinstance(answer, Ended) else {},
                versions=answer.state["versions"] if isinstance(answer, Ended) else None,
            )
            if scope.summary_has_grown:
                conversations.keep_summary(
                    session,
                    scope.actor.shop_id,
                    scope.conversation,
                    scope.summary.model_dump(mode="json"),
                )
            more = self._inbox.let_go(session, scope, hold)
            session.commit()
            return reply, more


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
        attachments=_attachments(row),
    )


def _attachments(row: MessageRow) -> tuple[Attachment, ...]:
    sent = row.body.get("attachments", ()) if row.direction == "in" else ()
    return tuple(Attachment.model_validate(one) for one in sent)
