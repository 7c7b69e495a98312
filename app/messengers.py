"""Messengers and the program: what comes in is kept and answered, what goes out is brought."""

import asyncio
import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

import structlog
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from agent.assistant import Assistant
from agent.messages import Attachment
from agent.scope import House
from app import outreach, strangers
from app.bringing import Bringing
from app.strangers import Links
from channels.buttons import delivery_of
from channels.connected import Connected
from channels.contents import Content, PromptBody, content_of
from channels.inbound import Inbound
from channels.intake import Intake
from commerce import conversations, deliveries, files, people, words
from commerce.context import Context
from commerce.db.tables import DeliveryPartRow, DeliveryRow
from commerce.deliveries import DeliveryKind, StatusNote
from commerce.errors import CommerceError
from commerce.files import Shelf
from commerce.ports import Transcriber
from tools.cards import Button

log = structlog.get_logger()

LOOK_EVERY: Final = 1.0
"""Seconds between looks for what is due, where nothing calls earlier."""
ASK_EVERY: Final = 5.0
"""Seconds between looks for customers who are to be asked something."""

_UNREAD: Final = {
    "voice": "voice", "audio": "voice", "image": "file", "photo": "file", "document": "file",
    "video": "file", "too_large": "large",
}  # fmt: skip
"""Which word of ours fits a kind of message, in the messengers' own words."""


class Messengers:
    """All connected messengers, from `start` to `stop`. Fills `channels.intake`'s protocols."""

    def __init__(
        self, rooms: House, assistant: Assistant, shelf: Shelf, *, on_stage: bool = False,
        transcriber: Transcriber | None = None, address: str = "",
    ) -> None:  # fmt: skip
        """Take what messages are answered by and files kept in.

        `on_stage`: all messengers are only played. `transcriber` listens to voice notes; without
        one, who sends them is asked to write. `address`: how browsers reach the web chat; without
        one no links to it are sent.
        """
        self._links = Links(seal=rooms.ports.seal, address=address)
        self._transcriber = transcriber
        self._rooms = rooms
        self._shelf = shelf
        self._on_stage = on_stage
        self._connected: dict[str, Connected] = {}
        self._bringing = Bringing(rooms.sessions, rooms.clock)
        self._stopping = False
        self._working: list[asyncio.Task[None]] = []
        self._running: list[asyncio.Future[None]] = []
        self.intake = Intake(
            rooms.sessions, rooms.clock, assistant, self, self, answered=self._bringing.wake
        )

    @property
    def rooms(self) -> House:
        """What messengers share with everything else: the database, the clock, the ports."""
        return self._rooms

    def connect(self, connected: Connected) -> None:
        """Connect one; before `start`."""
        self._connected[connected.channel] = connected

    @property
    def channels(self) -> frozenset[str]:
        """What is connected."""
        return frozenset(self._connected)

    @property
    def hooks(self) -> Starlette:
        """Their webhooks, to be served under `/hooks`."""
        return Starlette(
            routes=[Mount(f"/{one.channel}", routes=one.routes) for one in self._all if one.routes]
        )

    def start(self) -> None:
        """Begin to bring what waits and to take in what another process left."""
        self._bringing.start(self._all)
        self._working = [asyncio.create_task(self._take_in())]
        self._running = [asyncio.ensure_future(one.run()) for one in self._all if one.run]
        if self._connected:
            # It rests long between two looks: nobody waits for it when all ends.
            self._running.append(asyncio.ensure_future(self._ask()))

    async def stop(self, seconds: float) -> None:
        """Let answers under way end, bring what they said, and stop."""
        await self.intake.close(seconds)
        # What a thread has handed to a vendor is written down before this ends.
        self._stopping = True
        await self._bringing.stop(seconds)
        if self._working:
            await asyncio.wait(self._working, timeout=seconds)
        for task in (*self._working, *self._running):
            task.cancel()
        await asyncio.gather(*self._working, *self._running, return_exceptions=True)
        for one in self._all:
            if one.close is not None:
                await one.close()

    async def status(self, notes: Sequence[StatusNote]) -> None:
        """Note how far messages have come."""
        await asyncio.to_thread(self._note, notes)

    async def met(self, shop_id: int, inbound: Inbound) -> bool:
        """Receive a stranger: what this is, how to be known here, or that they are known now."""
        return await asyncio.to_thread(self._meet, shop_id, inbound)

    async def heeded(self, shop_id: int, inbound: Inbound) -> bool:
        """Do what somebody known says of who they are: a code to link, a wish to be let go."""
        return await asyncio.to_thread(self._heed, shop_id, inbound)

    async def heard(self, inbound: Inbound) -> str:
        """Return what a voice note says; empty where nobody listens, or nothing is understood."""
        fetch = self._connected[inbound.channel].fetch
        if self._transcriber is None or fetch is None or inbound.voice is None:
            return ""
        try:
            said = await self._transcriber.text_of(
                await fetch(inbound.voice), inbound.voice.media_type
            )
        except CommerceError as error:
            log.info("voice note not heard", channel=inbound.channel, why=error.key)
            return ""
        return " ".join(said.split())

    def conversation(self, inbound: Inbound, person_id: int) -> str:
        """Return the id of a person's conversation at a place that may have been another's.

        Who was somebody else there before (a customer who joined the shop) begins anew, and reads
        nothing of what was said to them as that.
        """
        with self._rooms.sessions() as session:
            there = conversations.conversation_of(session, inbound.conversation)
        ours = there is None or there.person_id == person_id
        return inbound.conversation if ours else f"{inbound.conversation}-{person_id}"

    async def unread(self, inbound: Inbound) -> None:
        """Say that a voice note, a sticker or a button of long ago is not read here."""
        await asyncio.to_thread(self._say_unread, inbound)

    def brought(self, channel: str, address: str, token: str) -> Content | None:
        """Return the delivery a button belongs to, if it went to that address.

        What stands in a channel may be pressed from the thread beneath it.
        """
        named = delivery_of(token)
        if named is None:
            return None
        with self._rooms.sessions() as session:
            row = session.scalar(
                select(DeliveryRow).where(
                    DeliveryRow.id == named, DeliveryRow.channel == channel,
                    DeliveryRow.address.in_({address, address.partition(":")[0]}),
                )
            )  # fmt: skip
            return content_of(DeliveryKind(row.kind), row.body) if row is not None else None

    def numbered(self, shop_id: int, inbound: Inbound, number: int) -> Button | None:
        """Return the choice of a number, where the last that was brought there had numbers."""
        connected = self._connected.get(inbound.channel)
        if connected is None or connected.numbers_from is None:
            return None
        offered = self._offered_last(shop_id, inbound)
        if not connected.numbers_from <= len(offered) or not 1 <= number <= len(offered):
            return None
        return offered[number - 1]

    def labelled(self, shop_id: int, inbound: Inbound, label: str) -> Button | None:
        """Return the choice of a label, cut as messengers cut it, of the last that was brought."""
        for button in self._offered_last(shop_id, inbound):
            if label and button.label.startswith(label):
                return button
        return None

    def _offered_last(self, shop_id: int, inbound: Inbound) -> Sequence[Button]:
        """Return the choices of the message that is replied to, else of the last one."""
        brought = select(DeliveryRow).where(
            DeliveryRow.shop_id == shop_id, DeliveryRow.channel == inbound.channel,
            DeliveryRow.address == inbound.address, DeliveryRow.sent_at.is_not(None),
        )  # fmt: skip
        if inbound.answers:
            answered = select(DeliveryPartRow.delivery_id).where(
                DeliveryPartRow.shop_id == shop_id, DeliveryPartRow.channel == inbound.channel,
                DeliveryPartRow.provider_id == inbound.answers,
            )  # fmt: skip
            brought = brought.where(DeliveryRow.id.in_(answered))
        with self._rooms.sessions() as session:
            row = session.scalar(brought.order_by(DeliveryRow.id.desc()).limit(1))
            if row is None:
                return ()
            choices = content_of(DeliveryKind(row.kind), row.body).choices
        return [choice.button for choice in choices if not choice.row]

    async def fetch(self, inbound: Inbound) -> tuple[Attachment, ...]:
        """Fetch and keep what was sent along; what nothing here reads is left out."""
        fetch = self._connected[inbound.channel].fetch
        if fetch is None:
            return ()
        kept = []
        for media in inbound.media:
            try:
                data = await fetch(media)
                kept.append(await asyncio.to_thread(self._keep, inbound, media.name, data))
            except CommerceError as error:
                log.info("file not kept", channel=inbound.channel, why=error.key)
        return tuple(kept)

    def read_file(self, shop_id: int, file: str) -> bytes | None:
        """Return the bytes of a file of a shop's shelf; `None` where they are gone."""
        path = self._shelf.path_of(shop_id, file)
        return path.read_bytes() if path.is_file() else None

    @property
    def _all(self) -> Sequence[Connected]:
        return tuple(self._connected.values())

    async def _take_in(self) -> None:
        while not self._stopping:
            try:
                await self.intake.work_off()
            except Exception as error:
                log.error("taking in failed", exc_info=error)
            await asyncio.sleep(LOOK_EVERY)

    async def _ask(self) -> None:
        while not self._stopping:
            try:
                if await asyncio.to_thread(self._ask_due):
                    self._bringing.wake()
            except Exception as error:
                log.error("asking customers failed", exc_info=error)
            await asyncio.sleep(ASK_EVERY)

    def _ask_due(self) -> int:
        rooms, connected = self._rooms, tuple(self._connected)
        asked = outreach.ask_due(
            rooms.sessions, connected, rooms.clock(), on_stage=self._on_stage,
            can_pay=rooms.ports.payments is not None,
        )  # fmt: skip
        return asked + outreach.tell_links(rooms.sessions, connected, rooms.clock())

    def _note(self, notes: Sequence[StatusNote]) -> None:
        with self._rooms.sessions() as session:
            for note in notes:
                deliveries.note(session, note)
            session.commit()

    def _meet(self, shop_id: int, inbound: Inbound) -> bool:
        with self._rooms.sessions() as session:
            known = strangers.receive(
                session, shop_id, inbound, tuple(self._connected), self._rooms.clock(),
                links=self._links,
            )  # fmt: skip
            session.commit()
            return known

    def _heed(self, shop_id: int, inbound: Inbound) -> bool:
        with self._rooms.sessions() as session:
            heeded = strangers.heed(
                session, shop_id, inbound, self._rooms.clock(), links=self._links
            )
            session.commit()
            return heeded

    def _say_unread(self, inbound: Inbound) -> None:
        kind = "button" if inbound.button is not None else _UNREAD.get(inbound.kind, "other")
        with self._rooms.sessions() as session:
            actor = people.actor_for(session, inbound.channel, inbound.sender)
            assert actor is not None, "Strangers are met elsewhere."
            language = actor.language or words.FALLBACK
            text = words.say(language, f"messenger-unread-{kind}")
            body = PromptBody(text=text, language=language)
            deliveries.put(
                session, shop_id=actor.shop_id, channel=inbound.channel, address=inbound.address,
                conversation=None, kind=DeliveryKind.PROMPT, body=body.model_dump(mode="json"),
                key=f"unread:{inbound.channel}:{inbound.provider_id}", now=self._rooms.clock(),
                not_before=self._rooms.clock(),
            )  # fmt: skip
            session.commit()

    def _keep(self, inbound: Inbound, name: str, data: bytes) -> Attachment:
        with self._rooms.sessions() as session:
            actor = people.actor_for(session, inbound.channel, inbound.sender)
            assert actor is not None, "Only files of people we know are fetched."
            ctx = Context(
                session=session,
                actor=actor,
                now=self._rooms.clock(),
                channel=inbound.channel,
                ports=self._rooms.ports,
            )
            kept = files.keep(ctx, self._shelf, io.BytesIO(data), name=name)
            session.commit()
            return Attachment(
                file=kept.id, name=kept.name, media_type=kept.kind.media_type, size=kept.size
            )


class Beneath:
    """Answers what lies beneath one path by an app of its own; all else goes on to the app behind.

    What machines of others ask under `/hooks` passes none of the web chat's rules for browsers.
    """

    def __init__(self, path: str, own: ASGIApp, app: ASGIApp) -> None:
        """Take the path, who answers beneath it, and the app behind."""
        self._path = path
        self._own = own
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request to whom it is for."""
        path: str = scope.get("path", "") if scope["type"] == "http" else ""
        if path != self._path and not path.startswith(f"{self._path}/"):
            await self._app(scope, receive, send)
            return
        inner: Mapping[str, Any] = {
            **scope, "path": path.removeprefix(self._path) or "/", "root_path": "",
        }  # fmt: skip
        await self._own(dict(inner), receive, send)
