"""The way in that all messengers share: known people to the assistant, strangers to the door."""

import asyncio
import re
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final, Protocol

import structlog
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from agent.desk import FrontDesk
from agent.language import detect_language
from agent.messages import Attachment, Message
from channels.buttons import pressed
from channels.contents import Content
from channels.inbound import Inbound, inbound_of
from channels.keeping import Keeper
from commerce import arrivals, messaging, people
from commerce.errors import CommerceError
from tools.cards import Button, Tap

log = structlog.get_logger()

_AT_ONCE: Final = 50
"""Messages that were left and are taken in together."""
_NUMBER: Final = re.compile(r"\s*(\d{1,2})\s*[.)]?\s*")


class Strangers(Protocol):
    """Who receives people nobody knows yet. `app.messengers` has the one."""

    async def met(self, shop_id: int, inbound: Inbound) -> bool:
        """Answer somebody unknown: with a general word, or by linking them with their code.

        True where that made them known and what they wrote is for the assistant.
        """
        ...

    async def unread(self, inbound: Inbound) -> None:
        """Tell somebody known that nothing in what they sent can be read here, and what can."""
        ...

    async def heeded(self, shop_id: int, inbound: Inbound) -> bool:
        """Do what somebody known says of who they are: a code to link, a wish to be let go.

        Each is answered; false for all else.
        """
        ...


class Parcels(Protocol):
    """What the intake must find out about what was brought before, and fetch."""

    def brought(self, channel: str, address: str, token: str) -> Content | None:
        """Return the delivery a button belongs to, if it went to that address."""
        ...

    def numbered(self, shop_id: int, inbound: Inbound, number: int) -> Button | None:
        """Return the choice of a number, where the last that was brought there had numbers."""
        ...

    def labelled(self, shop_id: int, inbound: Inbound, label: str) -> Button | None:
        """Return the choice on which a label stands, of the last that was brought there."""
        ...

    async def fetch(self, inbound: Inbound) -> tuple[Attachment, ...]:
        """Fetch and keep what was sent along; what is too large or of no use is left out."""
        ...

    async def heard(self, inbound: Inbound) -> str:
        """Return what a voice note says; empty where nobody listens, or nothing is understood."""
        ...

    def conversation(self, inbound: Inbound, person_id: int) -> str:
        """Return the id of a person's conversation at a place that may have been another's."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """One message that was kept just now."""

    number: int
    shop_id: int
    inbound: Inbound


class Intake:
    """Keeps what comes in before it is acknowledged, and takes it in after.

    Words of somebody known are taken in by one transaction: whatever ends the process, they wait
    as before or have reached their conversation. What takes longer (files to fetch, strangers) is
    claimed for a while first.
    """

    def __init__(
        self,
        sessions: Callable[[], Session],
        clock: Callable[[], datetime],
        desk: FrontDesk,
        strangers: Strangers,
        parcels: Parcels,
        *,
        answered: Callable[[], None],
    ) -> None:
        """Take who answers whom.

        Args:
            sessions: Opens the database.
            clock: Tells the time.
            desk: The assistant.
            strangers: For people nobody knows.
            parcels: For buttons and files.
            answered: Called when there may be something to bring.
        """
        self._sessions = sessions
        self._clock = clock
        self._desk = desk
        self._strangers = strangers
        self._parcels = parcels
        self._answered = answered
        self._under_way: set[asyncio.Task[None]] = set()
        self._keeper = Keeper(sessions, clock)
        self._lanes: dict[str, deque[Came]] = {}
        """What came just now and is not taken in yet, by conversation."""

    async def keep(self, shop_id: int, inbounds: Sequence[Inbound]) -> None:
        """Keep messages, in order; when this returns they are safe and may be acknowledged."""
        numbers = await self._keeper.keep(shop_id, inbounds)
        for number, inbound in zip(numbers, inbounds, strict=True):
            if number is not None:
                self.line_up(Came(number=number, shop_id=shop_id, inbound=inbound))

    async def work_off(self) -> None:
        """Take in what was left, oldest first, until nothing is."""
        while waiting := await asyncio.to_thread(self._due):
            await asyncio.gather(*(self._work(one) for one in waiting))

    async def close(self, seconds: float) -> None:
        """Let what is under way end; after some seconds leave it to the next process."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._under_way:
                    await asyncio.wait(self._under_way)
        for task in self._under_way:
            task.cancel()

    def line_up(self, came: Came) -> None:
        """Have one taken in as soon as those before it in its conversation are."""
        lane = self._lanes.get(came.inbound.conversation)
        if lane is not None:
            lane.append(came)
            return
        self._lanes[came.inbound.conversation] = deque((came,))
        self._soon(self._follow(came.inbound.conversation))

    async def _follow(self, conversation: str) -> None:
        """Take in what came just now in one conversation, in order."""
        lane = self._lanes[conversation]
        try:
            while lane:
                match await asyncio.to_thread(self._taken_at_once, lane[0]):
                    case True:
                        self._soon(self._answer(conversation))
                    case None:
                        await self._work(lane[0].number)
                lane.popleft()
        finally:
            del self._lanes[conversation]

    def _taken_at_once(self, came: Came) -> bool | None:
        """Take one in by one transaction; `None` where that takes more than that.

        True where the assistant has it to answer; false where nobody has, or where one that came
        before it in its conversation must be taken in first, as `work_off` will.
        """
        inbound = came.inbound
        if inbound.media or inbound.voice is not None or people.speaks_of_who(inbound.text):
            return None
        try:
            text, tap = self._said(came.shop_id, inbound)
            if not text.strip() and tap is None:
                return None
            with self._sessions() as session:
                if not arrivals.take(session, came.number, self._clock()):
                    return False
                heeded = self._heeds(session, came.shop_id, inbound)
                if not heeded:
                    self._desk.receive_in(session, self._message(inbound, text, tap))
                session.commit()
        except (CommerceError, IntegrityError):
            return None  # a stranger, or one that the conversation has already
        except Exception as error:
            # It still waits: what notes errors and tries again takes it from here.
            log.error("taking in failed", channel=inbound.channel, exc_info=error)
            return None
        if heeded:
            self._answered()
        return not heeded

    async def _work(self, row_id: int) -> None:
        arrival = await asyncio.to_thread(self._claim, row_id)
        if arrival is None:
            return
        inbound = inbound_of(arrival.body)
        try:
            async with self._holding(arrival):
                conversation = await self._take(arrival.shop_id, inbound)
        except Exception as error:
            log.error("taking in failed", channel=inbound.channel, exc_info=error)
            await asyncio.to_thread(self._settle, arrival, str(error) or type(error).__name__)
            return
        await asyncio.to_thread(self._settle, arrival, None)
        if conversation is not None:
            self._soon(self._answer(conversation))
        else:
            self._answered()

    async def _take(self, shop_id: int, inbound: Inbound) -> str | None:
        """Hand one to who should have it; return the conversation the assistant has to answer."""
        if await asyncio.to_thread(self._heeded, shop_id, inbound):
            return None
        who = partial(asyncio.to_thread, self._desk.who, inbound.channel, inbound.sender)
        known = await who()
        if known is not None and await self._strangers.heeded(shop_id, inbound):
            return None
        if known is None:
            if not await self._strangers.met(shop_id, inbound):
                return None
            known = await who()
        text, tap = await asyncio.to_thread(self._said, shop_id, inbound)
        files = await self._parcels.fetch(inbound) if inbound.media else ()
        spoken = "" if inbound.voice is None or text.strip() else await self._parcels.heard(inbound)
        text = spoken or text
        if not text.strip() and tap is None and not files:
            await self._strangers.unread(inbound)
            return None
        message = self._message(inbound, text, tap, files, transcribed=bool(spoken))
        if known is not None:
            theirs = await asyncio.to_thread(self._parcels.conversation, inbound, known.person_id)
            message = message.model_copy(update={"conversation": theirs})
        await self._desk.receive(message)
        return message.conversation

    def _message(
        self, inbound: Inbound, text: str, tap: Tap | None, files: tuple[Attachment, ...] = (), *,
        transcribed: bool = False,
    ) -> Message:  # fmt: skip
        return Message(
            channel=inbound.channel, sender=inbound.sender, address=inbound.address,
            conversation=inbound.conversation, text=text[:8_000], tap=tap, attachments=files,
            transcribed=transcribed, provider_id=inbound.provider_id, answers=inbound.answers,
            edits=inbound.edits,
            # A messenger's clock that is ahead of ours must not make us wait for it.
            received_at=min(inbound.at, self._clock()),
        )  # fmt: skip

    def _heeded(self, shop_id: int, inbound: Inbound) -> bool:
        with self._sessions() as session:
            heeded = self._heeds(session, shop_id, inbound)
            session.commit()
            return heeded

    def _heeds(self, session: Session, shop_id: int, inbound: Inbound) -> bool:
        """Stop or start what the shop says first to somebody who wants that, and say so."""
        return messaging.heed(
            session, shop_id=shop_id, channel=inbound.channel, contact=inbound.sender,
            address=inbound.address, text=inbound.text, language=detect_language,
            key=inbound.provider_id, now=self._clock(),
        )  # fmt: skip

    def _said(self, shop_id: int, inbound: Inbound) -> tuple[str, Tap | None]:
        if inbound.button is None:
            return self._typed(shop_id, inbound)
        # What the shop says first to one of its own people is addressed to them, not to a place.
        places = (inbound.address, inbound.sender)
        found = (self._parcels.brought(inbound.channel, place, inbound.button) for place in places)
        brought = next((content for content in found if content is not None), None)
        button = pressed(inbound.button, brought.choices) if brought is not None else None
        if button is None:
            # An approved text has buttons of its own, which are known by what stands on them.
            button = self._parcels.labelled(shop_id, inbound, inbound.text.strip())
        return (button.says, button.tap) if button is not None else (inbound.text, None)

    def _typed(self, shop_id: int, inbound: Inbound) -> tuple[str, Tap | None]:
        """Return what was written; of a bare number the choice that had it."""
        if inbound.tap is None and (found := _NUMBER.fullmatch(inbound.text)):
            button = self._parcels.numbered(shop_id, inbound, int(found[1]))
            if button is not None:
                return button.says, button.tap
        return inbound.text, inbound.tap

    def _soon(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _answer(self, conversation: str) -> None:
        try:
            await self._desk.answer(conversation)
        except Exception as error:
            # What was stored is answered by the next sweep; nobody waits for this task.
            log.error("answering failed", conversation=conversation, exc_info=error)
        self._answered()

    @asynccontextmanager
    async def _holding(self, arrival: arrivals.Arrival) -> AsyncIterator[None]:
        """Hold on to one for as long as it takes."""

        async def hold() -> None:
            while True:
                await asyncio.sleep(arrivals.LEASE.total_seconds() / 3)
                await asyncio.to_thread(self._hold, arrival)

        holding = asyncio.create_task(hold())
        try:
            yield
        finally:
            holding.cancel()

    def _hold(self, arrival: arrivals.Arrival) -> None:
        with self._sessions() as session:
            arrivals.hold(session, arrival, self._clock())
            session.commit()

    def _due(self) -> Sequence[int]:
        """Return what waits, without what came just now and has its turn."""
        lined_up = {came.number for lane in tuple(self._lanes.values()) for came in tuple(lane)}
        with self._sessions() as session:
            due = arrivals.due(session, self._clock(), _AT_ONCE + len(lined_up))
        return [number for number in due if number not in lined_up][:_AT_ONCE]

    def _claim(self, row_id: int) -> arrivals.Arrival | None:
        with self._sessions() as session:
            arrival = arrivals.claim(session, row_id, self._clock())
            session.commit()
            return arrival

    def _settle(self, arrival: arrivals.Arrival, error: str | None) -> None:
        with self._sessions() as session:
            if error is None:
                arrivals.settle(session, arrival)
            else:
                arrivals.note(session, arrival, error, self._clock())
            session.commit()
