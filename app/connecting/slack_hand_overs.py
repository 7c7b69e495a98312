"""Conversations in which a person is wanted, shown in a Slack channel and answered from there.

Each has a card of its own; what its customer writes comes into the thread beneath it. All is told
from the tables, again and again: what is there already has its key, so nothing is said twice,
however many processes look and whenever one of them dies.
"""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import structlog
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from agent.scope import House
from app.connecting.slack_desk import CARD
from channels.contents import PromptBody
from channels.slack import CHANNEL
from commerce import deliveries, settings, words
from commerce.db.tables import (
    DeliveryPartRow,
    DeliveryRow,
    HandOverRow,
    MessageRow,
    PersonRow,
)
from commerce.deliveries import DeliveryKind
from tools.cards import Button, Tap

log = structlog.get_logger()

LOOK_EVERY: Final = 2.0
"""Seconds between looks."""
_MOST: Final = 100
_BACK: Final = 50
"""So many that were closed last are looked at, as one may have been closed just now."""
_GONE: Final = {"taken": ("take_over",), "closed": ("take_over", "close_hand_over")}
_Taker = aliased(PersonRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """One conversation in which a person is wanted."""

    row: HandOverRow
    name: str
    by: str

    @property
    def key(self) -> str:
        """Of its card."""
        return f"{CARD}:{self.row.id}"

    @property
    def stands(self) -> str:
        """How it stands, and with whom."""
        return f"{self.row.status}:{self.row.taken_by or 0}"


class HandOvers:
    """Keeps the channel true."""

    def __init__(self, rooms: House, shop_id: int, channel: str) -> None:
        """Take the database, the shop and the channel."""
        self._rooms = rooms
        self._shop = shop_id
        self._channel = channel

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            try:
                await asyncio.to_thread(self.look)
            except IntegrityError:
                pass  # Another process put it a moment earlier.
            except Exception as error:
                log.error("hand-overs not shown", channel=CHANNEL, exc_info=error)
            await asyncio.sleep(LOOK_EVERY)

    def look(self) -> None:
        """Show who is new, say how each stands, pass on what they wrote."""
        with self._rooms.sessions() as session:
            found = self._found(session)
            cards = self._cards(session, found)
            language = settings.default_language(session, self._shop)
            for one in found:
                if one.key not in cards and one.row.status != "closed":
                    self._show(session, one, language)
            shown = [one for one in found if one.key in cards]
            self._say_how_it_stands(session, shown, cards)
            self._pass_on(session, [one for one in shown if one.row.status != "closed"], language)
            session.commit()

    def _found(self, session: Session) -> list[_Wanted]:
        query = (
            select(HandOverRow, PersonRow.name, _Taker.name)
            .join(PersonRow, PersonRow.id == HandOverRow.person_id)
            .outerjoin(_Taker, _Taker.id == HandOverRow.taken_by)
            .where(HandOverRow.shop_id == self._shop, PersonRow.shop_id == self._shop)
        )
        open_ones = query.where(HandOverRow.status.in_(("open", "taken"))).order_by(HandOverRow.id)
        closed = query.where(HandOverRow.status == "closed").order_by(HandOverRow.id.desc())
        rows = [
            *session.execute(open_ones.limit(_MOST)), *session.execute(closed.limit(_BACK)),
        ]  # fmt: skip
        return [_Wanted(row=row, name=name, by=by or "") for row, name, by in rows]

    def _cards(self, session: Session, found: Sequence[_Wanted]) -> dict[str, int]:
        """Return the deliveries of the cards that were put."""
        rows = session.execute(
            select(DeliveryRow.idempotency_key, DeliveryRow.id).where(
                DeliveryRow.shop_id == self._shop,
                DeliveryRow.idempotency_key.in_([one.key for one in found]),
            )
        )
        return {row.idempotency_key: row.id for row in rows}

    def _show(self, session: Session, one: _Wanted, language: str) -> None:
        say = partial(words.say, language)
        lines = (
            say("slack-hand-over", name=one.name),
            say("slack-hand-over-why", reason=one.row.reason),
            say("slack-hand-over-last", text=self._last_words(session, one)),
            say("slack-hand-over-how", name=one.name),
        )
        tools = {"take": "take_over", "show": "show_hand_over", "close": "close_hand_over"}
        buttons = tuple(
            Button(
                label=say(f"slack-hand-over-{word}"),
                says=say(f"slack-hand-over-{word}-says", name=one.name),
                tap=Tap(kind="call", tool=tool, arguments={"customer": f"#{one.row.id}"}),
            )
            for word, tool in tools.items()
        )
        body = PromptBody(text="\n".join(lines), language=language, buttons=buttons)
        self._put(session, self._channel, body, one.key)

    def _say_how_it_stands(
        self, session: Session, shown: Sequence[_Wanted], cards: dict[str, int]
    ) -> None:
        said = self._said(session)
        for one in shown:
            before = said[cards[one.key]]
            last = before[-1].partition(":")[2] if before else "open:0"
            if last == one.stands:
                continue
            deliveries.redraw(
                session, self._shop, [one.key], gone=_GONE.get(one.row.status, ()),
                note=partial(_standing, one), mark=f"{len(before) + 1}:{one.stands}",
                now=self._rooms.clock(),
            )  # fmt: skip

    def _said(self, session: Session) -> defaultdict[int, list[str]]:
        """Return the marks of how each card was said to stand, oldest first."""
        rows = session.execute(
            select(DeliveryRow.body, DeliveryRow.idempotency_key)
            .where(
                DeliveryRow.shop_id == self._shop, DeliveryRow.channel == CHANNEL,
                DeliveryRow.address == self._channel,
                DeliveryRow.kind == DeliveryKind.REDRAW.value,
            )
            .order_by(DeliveryRow.id.desc())
            .limit(4 * (_MOST + _BACK))
        )  # fmt: skip
        marks: defaultdict[int, list[str]] = defaultdict(list)
        for body, key in reversed(rows.all()):
            marks[body["of"]].append(key.split(":", 2)[2])
        return marks

    def _pass_on(self, session: Session, shown: Sequence[_Wanted], language: str) -> None:
        """Put what customers wrote since into the threads, once."""
        threads = self._threads(session, shown)
        open_ones = {one.row.conversation_id: one for one in shown if one.key in threads}
        written = session.scalars(
            select(MessageRow)
            .join(HandOverRow, HandOverRow.conversation_id == MessageRow.conversation_id)
            .where(
                MessageRow.shop_id == self._shop, HandOverRow.shop_id == self._shop,
                HandOverRow.status.in_(("open", "taken")), MessageRow.at > HandOverRow.at,
                MessageRow.direction == "in", MessageRow.conversation_id.in_(open_ones),
            )
            .order_by(MessageRow.id.desc())
            .limit(2 * _MOST)
        ).all()  # fmt: skip
        for message in reversed(written):
            one = open_ones[message.conversation_id]
            say = partial(words.say, language, name=one.name)
            text = (
                say("slack-hand-over-wrote", text=message.text)
                if message.text
                else say("slack-hand-over-sent-file")
            )
            body = PromptBody(text=text, language=language)
            self._put(session, threads[one.key], body, f"{one.key}:said:{message.id}")

    def _threads(self, session: Session, shown: Sequence[_Wanted]) -> dict[str, str]:
        """Return the threads beneath the cards that Slack has taken."""
        rows = session.execute(
            select(DeliveryRow.idempotency_key, DeliveryPartRow.provider_id)
            .join(DeliveryPartRow, DeliveryPartRow.delivery_id == DeliveryRow.id)
            .where(
                DeliveryRow.shop_id == self._shop, DeliveryPartRow.shop_id == self._shop,
                DeliveryRow.idempotency_key.in_([one.key for one in shown]),
                DeliveryPartRow.position == 0,
            )
        )  # fmt: skip
        return {row.idempotency_key: row.provider_id for row in rows}

    def _put(self, session: Session, address: str, body: PromptBody, key: str) -> None:
        now = self._rooms.clock()
        deliveries.put(
            session, shop_id=self._shop, channel=CHANNEL, address=address, conversation=None,
            kind=DeliveryKind.PROMPT, body=body.model_dump(mode="json"), key=key, now=now,
            not_before=now,
        )  # fmt: skip

    def _last_words(self, session: Session, one: _Wanted) -> str:
        text = session.scalar(
            select(MessageRow.text)
            .where(
                MessageRow.shop_id == self._shop,
                MessageRow.conversation_id == one.row.conversation_id,
                MessageRow.direction == "in",
            )
            .order_by(MessageRow.id.desc())
            .limit(1)
        )
        return (text or "–")[:500]


def _standing(one: _Wanted, language: str) -> str:
    return words.say(
        language or words.FALLBACK, "slack-hand-over-stands", status=one.row.status, name=one.name,
        by=one.by,
    )  # fmt: skip
