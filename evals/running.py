"""Plays a scripted conversation with the real assistant on a shop of its own, and notes all of it.

Nothing is judged here; `evals.grading` does that from what was noted.
"""

import asyncio
import sqlite3
import uuid
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session, sessionmaker

from agent.assistant import Assistant
from agent.llm import ChatModel, Usage
from agent.messages import Attachment, Message, Reply
from app.settings import Settings
from app.shelves import Shelves
from app.shops import ROLES, As
from app.wiring import house, open_assistant
from commerce import people, workflows
from commerce.access import Role
from commerce.db import open_engine, session_factory
from commerce.db.tables import PersonRow
from commerce.errors import CommerceError
from commerce.files import Shelf
from commerce.ports import Ports
from commerce.workflows import Hands, Shopfloor
from evals.cases import FOLDER, Case, CasesUnreadable, Expected, Turn
from evals.hands import texts_in, typed
from evals.privacy import Secrets, secrets_of
from evals.shops import NOW, Fingerprint, ShopTemplate, fingerprint
from evals.things import Things
from evals.users import Player, choices
from tools import Tool
from tools.cards import Tap

CHANNEL = "evals"
FILES = FOLDER / "files"
BETWEEN = timedelta(seconds=20)
"""What passes between one turn and the next."""
_MOST_ROUNDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One turn, as it went."""

    turn: Turn
    """What was to happen, its holes filled."""
    said: str
    """What the person said or pressed, in words."""
    replies: tuple[Reply, ...]
    error: str = ""
    """What kept the assistant from replying at all."""
    changed: frozenset[str] = frozenset()
    """Business tables that differ from before the turn."""
    truths: tuple[Any, ...] = ()
    """What each of the turn's facts must be, counted apart."""
    state: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The things the turn speaks of, as the database has them after it."""
    now: datetime = NOW

    @property
    def reply(self) -> Reply | None:
        """The last reply."""
        return self.replies[-1] if self.replies else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A whole conversation, as it went."""

    case: Case
    exchanges: tuple[Exchange, ...]
    end: Exchange
    """What must hold in the end, with all replies and all changes."""
    secrets: Secrets
    usage: Usage
    """Tokens and money of all its turns."""


def work_off(sessions: sessionmaker[Session], clock: Callable[[], datetime]) -> None:
    """Carry on every workflow that has something to do now, as the worker would."""
    floor = Shopfloor(
        sessions=sessions, ports=Ports(), clock=clock,
        hands=Hands(connected=lambda: frozenset({"whatsapp", "sms", "email"})),
    )  # fmt: skip
    for _ in range(_MOST_ROUNDS):
        due = workflows.hear(sessions, clock())
        due = due or workflows.overdue(sessions, clock(), timedelta())
        if not due:
            return
        for ticket in due:
            workflows.carry_on(floor, ticket)


class _Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Stage:
    """Where conversations are played: a template of the shop, and who thinks."""

    def __init__(
        self,
        template: ShopTemplate,
        brain: Callable[[Case], ChatModel],
        *,
        catalogue: Mapping[str, Tool] | None = None,
    ) -> None:
        """Take what conversations share.

        Args:
            template: The shops, to be copied for each conversation.
            brain: Gives who thinks in a case.
            catalogue: Other tools than the product's own, to see that grading notices.
        """
        self._template = template
        self._brain = brain
        self._catalogue = catalogue

    async def play(self, case: Case, take: int = 0) -> Played:
        """Play one conversation from its beginning to its end.

        Args:
            case: What is said, and what must come of it.
            take: Who types: 0 writes as the case does, others as in `evals.hands`.

        Raises:
            CasesUnreadable: It speaks of what the shop does not have.
        """
        with TemporaryDirectory(prefix="evals-") as folder:
            home = Path(folder)
            self._template.copy_to(home / "shop.db")
            connection = sqlite3.connect(home / "shop.db", timeout=15)
            try:
                async with self._open(case, home) as (assistant, engine, clock, shelf):
                    scene = _Scene(
                        case, self._template, assistant, engine, connection, clock, take, shelf
                    )
                    return await scene.play()
            finally:
                connection.close()

    @asynccontextmanager
    async def _open(
        self, case: Case, home: Path
    ) -> AsyncIterator[tuple[Assistant, Engine, _Clock, Shelf]]:
        settings = Settings(home=home, database_url="", shop="")
        engine, clock = open_engine(settings.database), _Clock()
        rooms = house(settings, engine, demo=True, clock=clock)
        if self._catalogue is not None:
            rooms = replace(rooms, catalogue=self._catalogue)
        try:
            async with open_assistant(settings, rooms, model=self._brain(case)) as assistant:
                yield assistant, engine, clock, Shelf(root=settings.files)
        finally:
            engine.dispose()


class _Scene:
    """One conversation under way."""

    def __init__(
        self,
        case: Case,
        template: ShopTemplate,
        assistant: Assistant,
        engine: Engine,
        connection: sqlite3.Connection,
        clock: _Clock,
        take: int,
        shelf: Shelf,
    ) -> None:
        self._take = take
        self._shelf = shelf
        self._case, self._template, self._assistant = case, template, assistant
        self._engine, self._connection, self._clock = engine, connection, clock
        self._things = Things(connection, template.shop, template.other_shop, NOW)
        self._talks: dict[str, str] = {}
        self._exchanges: list[Exchange] = []
        self._approvals: list[tuple[str, str]] = []
        """Id and words of each approval card that was shown."""
        self._receipt = ""
        self._looked_for: frozenset[str] = frozenset()

    async def play(self) -> Played:
        """Play all turns."""
        self._prepare()
        self._looked_for = frozenset(
            texts_in(
                self._things.fill(self._case.model_dump(mode="json", exclude={"turns", "name"}))
            )
            + texts_in(
                [t.model_dump(mode="json", exclude={"say", "burst"}) for t in self._case.turns]
            )
        )
        before = fingerprint(self._connection)
        if self._case.user is not None:
            await self._play_user()
        else:
            for turn in self._case.turns:
                await self._play_turn(self._filled(turn))
        end = self._end(before)
        return Played(
            case=self._case,
            exchanges=tuple(self._exchanges),
            end=end,
            secrets=secrets_of(
                self._connection, self._template.shop, self._template.other_shop, self._things.me
            ),
            usage=self._used(),
        )

    def _used(self) -> Usage:
        kept = self._connection.execute("SELECT usage FROM turns").fetchall()
        return sum((Usage.model_validate_json(usage) for (usage,) in kept), Usage())

    def _prepare(self) -> None:
        if self._case.customer:
            self._things.me = self._things.name("me", self._case.customer)
        for name, expression in self._case.things.items():
            self._things.name(name, expression)
        for sql in self._case.prepare:
            self._things.execute(sql)
        self._introduce(self._case.who)

    async def _play_user(self) -> None:
        assert self._case.user is not None
        user = self._case.user.model_validate(self._things.fill(self._case.user.model_dump()))
        player, reply = Player(user), None
        for _ in range(user.most_turns):
            turn = player.next(reply, self._asked_for())
            if turn is None:
                return
            reply = (await self._play_turn(turn)).reply
            if reply is None:
                return

    async def _play_turn(self, turn: Turn) -> Exchange:
        self._clock.now += BETWEEN + timedelta(minutes=turn.wait_minutes)
        for sql in turn.meanwhile:
            self._things.execute(sql)
        before = fingerprint(self._connection)
        said, messages = self._messages(turn)
        replies: list[Reply] = []
        error = ""
        try:
            for message in messages:
                await self._assistant.receive(message)
            replies = await self._assistant.answer(messages[-1].conversation)
        except CommerceError as problem:
            error = str(problem)
        if turn.works:
            await asyncio.to_thread(work_off, session_factory(self._engine), self._clock)
        exchange = self._noted(turn, said, replies, error, before)
        self._remember(exchange)
        return exchange

    def _noted(
        self, turn: Turn, said: str, replies: list[Reply], error: str, before: Fingerprint
    ) -> Exchange:
        self._things.now = self._clock.now
        return Exchange(
            turn=turn,
            said=said,
            replies=tuple(replies),
            error=error,
            changed=self._template.changed(before, fingerprint(self._connection)),
            truths=self._truths(turn),
            state={name: self._things.read(name) for name in turn.state},
            now=self._clock.now,
        )

    def _end(self, before: Fingerprint) -> Exchange:
        wanted = self._filled(Turn(say="-", **self._case.end.model_dump(exclude_unset=True)))
        replies = [reply for exchange in self._exchanges for reply in exchange.replies]
        return self._noted(wanted, "", replies, "", before)

    def _truths(self, wanted: Expected) -> tuple[Any, ...]:
        return tuple(
            self._things.count(fact.sql) if fact.sql else fact.equals for fact in wanted.facts
        )

    def _filled(self, turn: Turn) -> Turn:
        return Turn.model_validate(self._things.fill(turn.model_dump(exclude_unset=True)))

    def _remember(self, exchange: Exchange) -> None:
        self._exchanges.append(exchange)
        for reply in exchange.replies:
            for card in reply.cards:
                if card.kind == "approval" and card.buttons:
                    self._approvals.append((card.approval, card.model_dump_json()))
            if reply.receipts:
                self._receipt = reply.receipts[-1].id

    # -- what people send ------------------------------------------------------------------------

    def _messages(self, turn: Turn) -> tuple[str, list[Message]]:
        who = turn.who or self._case.who
        if turn.burst:
            burst = [self._typed(text) for text in turn.burst]
            return "\n".join(burst), [self._message(who, text) for text in burst]
        text, tap = self._act(turn)
        files = tuple(self._sent(who, name) for name in turn.files)
        return text, [self._message(who, text or ", ".join(turn.files), tap, files)]

    def _sent(self, who: As, name: str) -> Attachment:
        """Keep a file for who sends it, as a channel does before the message."""
        self._introduce(who)
        actor = self._assistant.who(CHANNEL, who)
        if actor is None or not (FILES / name).is_file():
            raise CasesUnreadable(f"{self._case.name}: there is no file {name!r} to send.")
        shelves = Shelves(session_factory(self._engine), self._clock, self._shelf)
        with (FILES / name).open("rb") as stream:
            kept = shelves.keep(actor, name, stream, self._case.language)
        return Attachment(
            file=kept.id, name=kept.name, media_type=kept.kind.media_type, size=kept.size
        )

    def _act(self, turn: Turn) -> tuple[str, Tap | None]:
        if turn.approve:
            return "[approve]", Tap(kind="approve", id=self._approval(turn.approve))
        if turn.decline:
            return "[decline]", Tap(kind="decline", id=self._approval(turn.decline))
        if turn.undo:
            return "[undo]", Tap(kind="undo", id=self._receipt or "none")
        if turn.choose is not None:
            return self._button(turn.choose)
        return self._typed(turn.say), None

    def _typed(self, text: str) -> str:
        return typed(text, self._take, self._looked_for)

    def _message(
        self,
        who: As,
        text: str,
        tap: Tap | None = None,
        files: tuple[Attachment, ...] = (),
    ) -> Message:
        self._introduce(who)
        return Message(
            channel=CHANNEL,
            sender=who,
            conversation=self._talks.setdefault(who, uuid.uuid4().hex),
            text=text,
            tap=tap,
            attachments=files,
            provider_id=uuid.uuid4().hex,
            received_at=self._clock.now,
        )

    def _approval(self, which: bool | str) -> str:
        """Return the id of the approval meant; one that never was where none was shown."""
        shown = [
            approval
            for approval, words in self._approvals
            if which is True or str(which).casefold() in words.casefold()
        ]
        return shown[-1] if shown else "AP-NONE"

    def _button(self, which: int | str) -> tuple[str, Tap | None]:
        reply = self._exchanges[-1].reply if self._exchanges else None
        offered = list(choices(reply)) if reply else []
        if isinstance(which, int):
            found = offered[which : which + 1]
        else:
            cards = reply.cards if reply else ()
            offered += [button for card in cards for button in getattr(card, "buttons", ())]
            offered += [button for card in cards for button in getattr(card, "taps", ())]
            found = [b for b in offered if which.casefold() in b.model_dump_json().casefold()][:1]
        if not found:
            return f"[no button {which!r}]", None
        return found[0].says, found[0].tap

    # -- who they are ----------------------------------------------------------------------------

    def _introduce(self, who: As) -> None:
        """Let the channel know a person of the role, once."""
        with session_factory(self._engine)() as session:
            if people.actor_for(session, CHANNEL, who) is None:
                people.add_identity(session, self._person(session, who), CHANNEL, who)
                session.commit()

    def _person(self, session: Session, who: As) -> PersonRow:
        role = ROLES[who]
        if role is not Role.CUSTOMER:
            first = session.scalar(
                select(PersonRow)
                .where(PersonRow.shop_id == self._template.shop, PersonRow.role == role.value)
                .order_by(PersonRow.id)
                .limit(1)
            )
            return first or people.add_person(
                session, shop_id=self._template.shop, name=who.title(), role=role, now=NOW
            )
        customer = self._things.me
        if customer is None:
            raise CasesUnreadable(f"{self._case.name}: which customer is not said.")
        name = str(self._things.read("me")["name"])
        return people.add_person(
            session, shop_id=self._template.shop, name=name, role=role, now=NOW,
            customer_id=customer,
        )  # fmt: skip

    def _asked_for(self) -> str:
        """Return the argument that the last question of the planner is about."""
        row = self._connection.execute(
            "SELECT json_extract(memory, '$.question.argument') FROM turns ORDER BY started_at DESC"
        ).fetchone()
        return str(row[0] or "") if row else ""
