"""Holds a stored conversation again with a brain, on a copy of the shop that nobody else sees."""

import shutil
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from agent.assistant import Assistant
from agent.llm import ChatModel
from agent.messages import Message, Reply
from app.settings import Settings
from app.wiring import house, open_assistant
from commerce import people
from commerce.db import open_engine, session_factory
from commerce.db.tables import PersonRow, TurnRow
from commerce.errors import CommerceError
from evals.replay.stored import Change, Heard, Stored, changes_of
from tools.cards import Tap

CHANNEL = "replay"
_BETWEEN = timedelta(seconds=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """How a conversation went this time."""

    changes: tuple[Change, ...]
    calls: tuple[tuple[str, ...], ...]
    """Of each turn: the calls, as text."""
    replies: tuple[str, ...]
    tokens: int
    cost_micros: int
    milliseconds: int
    error: str = ""


class _Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


async def play(stored: Stored, shop: Path, brain: ChatModel) -> Replayed:
    """Hold one conversation again, from its first word to its last, at the time it was held.

    What it changed then is taken back first, as far as that can be undone and nothing has moved
    since; everything else is as it is today.

    Args:
        shop: A SQLite file; it is copied, and stays as it is.
    """
    clock = _Clock(stored.began)
    async with _assistant_over(shop, brain, clock) as (assistant, settings):
        scene = _Scene(stored, assistant, settings, clock)
        return await scene.play()


@asynccontextmanager
async def _assistant_over(
    shop: Path, brain: ChatModel, clock: _Clock
) -> AsyncIterator[tuple[Assistant, Settings]]:
    with TemporaryDirectory(prefix="replay-") as folder:
        shutil.copy(shop, Path(folder) / "shop.db")
        settings = Settings(home=Path(folder), database_url="", shop="")
        engine = open_engine(settings.database)
        try:
            # As in a demo: couriers and payments are ours, and nothing is sent to anybody.
            rooms = house(settings, engine, demo=True, clock=clock)
            async with open_assistant(settings, rooms, model=brain) as assistant:
                yield assistant, settings
        finally:
            engine.dispose()


class _Scene:
    """One conversation under way."""

    def __init__(
        self, stored: Stored, assistant: Assistant, settings: Settings, clock: _Clock
    ) -> None:
        self._stored, self._assistant, self._clock = stored, assistant, clock
        self._engine = open_engine(settings.database)
        self._conversation = uuid.uuid4().hex
        self._waiting: list[tuple[str, str]] = []
        """Tool and id of each approval that was shown and not decided yet."""
        self._receipts: list[str] = []
        self._replies: list[Reply] = []
        self._calls: list[tuple[str, ...]] = []

    async def play(self) -> Replayed:
        """Play all turns; what breaks one ends it."""
        try:
            sender = self._introduce()
            error = ""
            try:
                await self._take_back(sender)
                for heard in self._stored.turns:
                    await self._turn(sender, heard)
            except CommerceError as problem:
                error = str(problem)
            return self._told(error)
        finally:
            self._engine.dispose()

    async def _take_back(self, sender: str) -> None:
        """Undo what the conversation did, each change as if right after it was made."""
        aside = uuid.uuid4().hex
        for receipt, at in self._stored.receipts:
            self._clock.now = at + timedelta(seconds=1)
            await self._say(sender, aside, "undo", Tap(kind="undo", id=receipt))
        self._clock.now = self._stored.began

    async def _say(self, sender: str, conversation: str, text: str, tap: Tap | None) -> list[Reply]:
        await self._assistant.receive(self._message(sender, conversation, text, tap))
        return await self._assistant.answer(conversation)

    def _message(self, sender: str, conversation: str, text: str, tap: Tap | None) -> Message:
        return Message(
            channel=CHANNEL, sender=sender, conversation=conversation, text=text, tap=tap,
            provider_id=uuid.uuid4().hex, received_at=self._clock.now,
        )  # fmt: skip

    async def _turn(self, sender: str, heard: Heard) -> None:
        self._clock.now += _BETWEEN
        tap = self._tap(heard)
        if heard.tap is not None and tap is None:
            self._calls.append(("(nothing to press)",))
            return
        for text in heard.texts:
            await self._assistant.receive(self._message(sender, self._conversation, text, tap))
        replies = await self._assistant.answer(self._conversation)
        self._calls.append(
            tuple(
                f"{call.name}({', '.join(f'{k}={v}' for k, v in sorted(call.arguments.items()))})"
                for reply in replies
                for call in reply.tool_calls
            )
        )
        self._remember(replies)

    def _tap(self, heard: Heard) -> Tap | None:
        """Return the button of this time that is what was pressed; `None` where there is none."""
        if heard.tap is None:
            return None
        match heard.tap.kind:
            case "approve" | "decline":
                same = [id_ for tool, id_ in self._waiting if heard.decided in ("", tool)]
                return heard.tap.model_copy(update={"id": same[-1]}) if same else None
            case "undo":
                last = self._receipts[-1:]
                return heard.tap.model_copy(update={"id": last[0]}) if last else None
            case _:
                return heard.tap

    def _remember(self, replies: list[Reply]) -> None:
        for reply in replies:
            self._replies.append(reply)
            done = {call.name for call in reply.tool_calls if call.status == "done"}
            self._waiting = [(tool, id_) for tool, id_ in self._waiting if tool not in done]
            waits = [c.name for c in reply.tool_calls if c.status == "awaiting_approval"]
            cards = [card for card in reply.cards if card.kind == "approval" and card.buttons]
            for tool, card in zip(waits, cards, strict=False):
                if card.kind == "approval" and card.approval:
                    self._waiting.append((tool, card.approval))
            self._receipts += [receipt.id for receipt in reply.receipts]

    def _introduce(self) -> str:
        """Let the channel know the person who spoke, with their role of today."""
        known_as = str(self._stored.person_id)
        with session_factory(self._engine)() as session:
            person = session.scalars(
                select(PersonRow).where(
                    PersonRow.shop_id == self._stored.shop_id,
                    PersonRow.id == self._stored.person_id,
                )
            ).one()
            people.add_identity(session, person, CHANNEL, known_as)
            session.commit()
        return known_as

    def _told(self, error: str) -> Replayed:
        with session_factory(self._engine)() as session:
            shop = self._stored.shop_id
            usages = session.scalars(
                select(TurnRow.usage).where(
                    TurnRow.shop_id == shop, TurnRow.conversation_id == self._conversation
                )
            ).all()
            changes = changes_of(session, shop, self._conversation)
        return Replayed(
            changes=changes,
            calls=tuple(self._calls),
            replies=tuple(reply.text for reply in self._replies),
            tokens=sum(u.get("tokens_in", 0) + u.get("tokens_out", 0) for u in usages if u),
            cost_micros=sum(u.get("cost_micros", 0) for u in usages if u),
            milliseconds=sum(reply.milliseconds for reply in self._replies),
            error=error,
        )
