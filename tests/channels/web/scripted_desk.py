"""A front desk that answers by script: the web chat over it is real, and every card is drawn."""

import asyncio
import re
import threading
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from agent.desk import Exchange, Look, SharedAnswer
from agent.desk import Talk as DeskTalk
from agent.llm import Stream
from agent.messages import Attachment, CallRecord, Message, ReceiptRecord, Reply
from channels.web import Standing
from commerce.access import Actor
from commerce.errors import NotAllowed, NotFound
from knowledge.reading import Paper
from tests.channels import cards
from tools import TOOLS, Effect, allowed
from tools.cards import Card, TextCard
from tools.forms import Field, fields_of

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
XSS = '<img src=x onerror="document.title=1"><script>document.title=2</script>'


@dataclass(slots=True)
class Talk:
    """One conversation."""

    person: int
    title: str
    exchanges: list[Exchange] = field(default_factory=list)
    waiting: list[Message] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    name: str = ""
    away: bool = False


class ScriptedDesk:
    """Fills `agent.desk.FrontDesk` in memory, and tells how approvals stand.

    A word in the message picks the cards; `break down` fails; anything else is repeated. A test may
    close `gate` before an answer begins and `midway` after its first word.
    """

    def __init__(self, people: dict[str, Actor], *, pace: float = 0.0) -> None:
        self.people = people
        self.pace = pace
        self.talks: dict[str, Talk] = {}
        self.states: dict[str, list[Standing]] = {}
        self.received: list[Message] = []
        self.extra: dict[str, Effect] = {}
        self.looks: list[tuple[str, str, dict[str, Any]]] = []
        self.links: dict[str, tuple[Actor, Exchange]] = {}
        self.gate = _open()
        self.midway = _open()
        self._ids = count(1)
        self._busy: set[str] = set()

    def who(self, channel: str, sender: str) -> Actor | None:
        return self.people.get(sender) if channel == "web" else None

    def receive_in(self, session: Session, message: Message) -> None:
        raise NotImplementedError("the web chat keeps a message before it is answered")

    async def receive(self, message: Message) -> bool:
        actor = self.who(message.channel, message.sender)
        if actor is None:
            raise NotFound("web-error-no-conversation")
        talk = self.talks.get(message.conversation)
        if talk is None:
            talk = self.talks[message.conversation] = Talk(actor.person_id, message.text[:60])
        if talk.person != actor.person_id:
            raise NotFound("web-error-no-conversation")
        if message.provider_id in talk.seen:
            return False
        talk.seen.add(message.provider_id)
        talk.away = False
        talk.waiting.append(message)
        self.received.append(message)
        self._add(message.conversation, "in", message.text, None, message.attachments)
        return True

    async def answer(self, conversation: str, stream: Stream | None = None) -> list[Reply]:
        if conversation in self._busy:
            return []
        self._busy.add(conversation)
        try:
            return await self._answer_all(conversation, stream)
        finally:
            self._busy.discard(conversation)

    async def ask(self, message: Message, stream: Stream | None = None) -> Reply:
        await self.receive(message)
        return (await self.answer(message.conversation, stream))[-1]

    def history(self, actor: Actor, conversation: str, after: int = 0) -> list[Exchange]:
        talk = self.talks.get(conversation)
        if talk is None or talk.person != actor.person_id:
            raise NotFound("web-error-no-conversation")
        return [exchange for exchange in talk.exchanges if exchange.id > after]

    def page(
        self, actor: Actor, conversation: str, *, before: int | None = None, most: int = 60
    ) -> tuple[list[Exchange], bool]:
        told = [
            one for one in self.history(actor, conversation) if before is None or one.id < before
        ]
        return told[-most:], len(told) > most

    def conversations(
        self, actor: Actor, *, search: str = "", before: str = "", most: int = 30,
        put_away: bool = False,
    ) -> list[DeskTalk]:  # fmt: skip
        mine = [(id, t) for id, t in self.talks.items() if t.person == actor.person_id]
        found = [
            DeskTalk(
                id=id, title=talk.name or talk.title, at=NOW, found=search,
                is_named=bool(talk.name), is_put_away=talk.away,
            )
            for id, talk in reversed(mine)
            if (search or talk.away is put_away)
            and search.casefold()
            in " ".join([talk.name, *(one.text for one in talk.exchanges)]).casefold()
        ]  # fmt: skip
        ids = [talk.id for talk in found]
        return found[ids.index(before) + 1 if before else 0 :][:most]

    def rename(self, actor: Actor, conversation: str, name: str) -> None:
        self.history(actor, conversation)
        self.talks[conversation].name = " ".join(name.split())

    def put_away(self, actor: Actor, conversation: str, *, away: bool) -> None:
        self.history(actor, conversation)
        self.talks[conversation].away = away

    def tools(self, actor: Actor) -> dict[str, Effect]:
        mine = {name: tool.effect for name, tool in allowed(TOOLS, actor).items()}
        return {**self.extra, **mine}

    def form(self, actor: Actor, tool: str, language: str) -> tuple[Field, ...]:
        known = allowed(TOOLS, actor).get(tool)
        return fields_of(known, language) if known else ()

    def look(
        self, actor: Actor, tool: str, arguments: dict[str, Any], *, channel: str, language: str
    ) -> Look:
        self.looks.append((actor.name, tool, arguments))
        known = allowed(TOOLS, actor).get(tool)
        if tool in self.extra:
            return Look(status="done", says="47 ok, 3 refused.", cards=(cards.table(),), count=50)
        if known is None or known.effect is not Effect.READ:
            return Look(status="refused", says="That is not for you.", cards=(), count=None)
        known.arguments.model_validate(arguments)
        says, shown = cards.BY_TOOL.get(tool, ("Nothing here.", ()))
        return Look(status="done", says=says, cards=shown, count=len(shown))

    def papers(self, actor: Actor) -> list[Paper]:
        return [cards.document()]

    def paper(self, actor: Actor, key: str) -> Paper:
        for one in self.papers(actor):
            if key in (one.key, *(passage.key for passage in one.passages)):
                return one
        raise NotFound("error-knowledge-gone")

    def share(self, actor: Actor, message: int) -> str:
        for id, talk in self.talks.items():
            for one in talk.exchanges:
                if one.id == message and one.reply and talk.person == actor.person_id:
                    self.links[f"link-{id}-{message}"] = (actor, one)
                    return f"link-{id}-{message}"
        raise NotFound("error-share-nothing")

    def shared(self, actor: Actor, link: str) -> SharedAnswer:
        if link not in self.links:
            raise NotFound("error-share-not-found")
        by, exchange = self.links[link]
        if actor.customer_id is not None and by != actor:
            raise NotFound("error-share-not-found")
        if by != actor and "reports:read" not in actor.permissions:
            raise NotAllowed("error-share-not-allowed", name=by.name)
        assert exchange.reply is not None
        return SharedAnswer(
            id=link, by=by.name, asked="What happened?", reply=exchange.reply, at=exchange.at,
            can_revoke=by == actor,
        )  # fmt: skip

    def unshare(self, actor: Actor, link: str) -> None:
        self.shared(actor, link)
        del self.links[link]

    def standings(self, actor: Actor, conversation: str) -> list[Standing]:
        return self.states.get(conversation, [])

    def tell(self, conversation: str, text: str, *shown: Card) -> None:
        """Store a reply as another process would."""
        self._add(conversation, "out", text, _reply(conversation, text, shown))

    async def _answer_all(self, conversation: str, stream: Stream | None) -> list[Reply]:
        talk = self.talks[conversation]
        replies = []
        while talk.waiting:
            await _passed(self.gate)
            burst, talk.waiting = talk.waiting, []
            reply = self._reply_to(conversation, burst)
            for piece in _pieces(reply.text):
                if stream is not None:
                    stream(piece)
                await asyncio.sleep(self.pace)
                await _passed(self.midway)
            self._add(conversation, "out", reply.text, reply)
            replies.append(reply)
        return replies

    def _reply_to(self, conversation: str, burst: list[Message]) -> Reply:
        tap = burst[-1].tap
        if tap is not None and tap.kind in ("approve", "decline"):
            return self._decided(conversation, yes=tap.kind == "approve")
        if tap is not None and tap.kind == "undo":
            return self._undone(conversation)
        text = "\n".join(message.text for message in burst)
        if "break down" in text:
            raise RuntimeError("the script says so")
        if "attack" in text:
            return _reply(conversation, f"**{XSS}** {XSS}", cards.attack(XSS))
        if "cancel" in text:
            return _reply(
                conversation,
                "Shall I cancel order **#1042**?",
                (cards.approval(),),
                calls=(_call("awaiting_approval"),),
            )
        for word, (words, shown) in cards.BY_WORD.items():
            if word in text.casefold():
                return _reply(conversation, words, shown)
        return _reply(conversation, f"You said: {text}", ())

    def _decided(self, conversation: str, *, yes: bool) -> Reply:
        self.states[conversation] = [Standing(id="APR-1", state="done" if yes else "declined")]
        if not yes:
            return _reply(
                conversation, "Left as it is. Nothing was changed.", (), calls=(_call("refused"),)
            )
        return _reply(
            conversation,
            "Done: order **#1042** is cancelled. Receipt RCT-7F3K.",
            (cards.receipt(),),
            calls=(_call("done"),),
            receipts=(_receipt(),),
        )

    def _undone(self, conversation: str) -> Reply:
        undone = _receipt().model_copy(update={"undone": True})
        return _reply(
            conversation,
            "Undone: order #1042 is Confirmed as before.",
            (TextCard(title="Undone", body="Order #1042 is **Confirmed** again."),),
            receipts=(undone,),
        )

    def _add(
        self,
        conversation: str,
        direction: str,
        text: str,
        reply: Reply | None,
        attachments: tuple[Attachment, ...] = (),
    ) -> None:
        exchange = Exchange(
            id=next(self._ids),
            direction=direction,
            text=text,
            reply=reply,
            at=datetime.now(UTC).isoformat(),
            attachments=attachments,
        )
        talk = self.talks[conversation]
        talk.exchanges = [*talk.exchanges, exchange]

    def backdate(self, conversation: str, days: int) -> None:
        """Let a conversation have taken place some days ago."""
        then = (datetime.now(UTC) - timedelta(days=days)).isoformat()
        talk = self.talks[conversation]
        talk.exchanges = [replace(exchange, at=then) for exchange in talk.exchanges]


def _open() -> threading.Event:
    event = threading.Event()
    event.set()
    return event


async def _passed(event: threading.Event) -> None:
    while not event.is_set():
        await asyncio.sleep(0.005)


def _pieces(text: str) -> list[str]:
    return re.findall(r"\s*\S+", text)


def _reply(
    conversation: str,
    text: str,
    shown: tuple[Card, ...],
    *,
    calls: tuple[CallRecord, ...] = (),
    receipts: tuple[ReceiptRecord, ...] = (),
) -> Reply:
    approval = next((card for card in shown if card.kind == "approval"), None)
    return Reply(
        text=text,
        language="en",
        cards=shown,
        tool_calls=calls,
        approval=approval,
        receipts=receipts,
        facts=({"margin": "not for the page"},),
        brain="script",
        conversation=conversation,
        turn="turn-1",
    )


def _call(status: str) -> CallRecord:
    return CallRecord.model_validate(
        {
            "id": "0.0",
            "name": "cancel_order",
            "arguments": {"order": "1042"},
            "effect": "write",
            "status": status,
        }
    )


def _receipt() -> ReceiptRecord:
    now = datetime.now(UTC)
    return ReceiptRecord(
        id="RCT-7F3K",
        tool="cancel_order",
        subject_kind="order",
        subject="#1042",
        before={"status": "Confirmed"},
        after={"status": "Cancelled"},
        at=now,
        undo_until=now + timedelta(minutes=30),
    )
