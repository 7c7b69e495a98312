"""What comes in from a messenger is safe before it is acknowledged, and answered once, in order."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import select

from agent.llm import Thought
from agent.messages import Attachment
from agent.scripted import ScriptedModel
from channels.buttons import delivery_of, token_of
from channels.contents import Content, content_of
from channels.inbound import Inbound, Media
from channels.intake import Intake
from commerce import deliveries
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import ArrivalRow, DeliveryRow, MessageRow
from commerce.deliveries import DeliveryKind, Outgoing, Part
from commerce.vocabulary import OrderStatus
from tests.agent.conftest import Bench
from tests.agent.test_turns import call, calls
from tools.cards import Button

PHONE = "+919800000001"


@dataclass
class Street:
    """Everybody around the assistant: strangers, files, and a messenger that takes everything."""

    bench: Bench
    strangers: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    fetching_fails: int = 0
    took: list[str] = field(default_factory=list)

    async def met(self, shop_id: int, inbound: Inbound) -> bool:
        """Note a stranger, who stays one."""
        self.strangers.append(inbound.sender)
        return False

    async def unread(self, inbound: Inbound) -> None:
        """Note what nobody can read."""
        self.unreadable.append(inbound.kind)

    async def heeded(self, shop_id: int, inbound: Inbound) -> bool:
        """Heed nothing."""
        return False

    async def heard(self, inbound: Inbound) -> str:
        """Hear nothing."""
        return ""

    def conversation(self, inbound: Inbound, person_id: int) -> str:
        """Leave every place to who was there first."""
        return inbound.conversation

    def brought(self, channel: str, address: str, token: str) -> Content | None:
        """Return what was brought to that address under a token."""
        row = self.bench.session.scalar(
            select(DeliveryRow).where(
                DeliveryRow.id == delivery_of(token), DeliveryRow.address == address,
                DeliveryRow.channel == channel, DeliveryRow.shop_id == self.bench.shop.id,
            )
        )  # fmt: skip
        return content_of(DeliveryKind(row.kind), row.body) if row is not None else None

    def numbered(self, shop_id: int, inbound: Inbound, number: int) -> Button | None:
        """Number nothing on this street."""
        return None

    def labelled(self, shop_id: int, inbound: Inbound, label: str) -> Button | None:
        """Return what bears a label, of the last that was brought to that address."""
        row = self.bench.session.scalars(
            select(DeliveryRow)
            .where(DeliveryRow.shop_id == shop_id, DeliveryRow.address == inbound.address)
            .order_by(DeliveryRow.id.desc())
        ).first()
        if row is None:
            return None
        choices = content_of(DeliveryKind(row.kind), row.body).choices
        return next((one.button for one in choices if one.button.label == label), None)

    async def fetch(self, inbound: Inbound) -> tuple[Attachment, ...]:
        """Fail as often as told, then find nothing of use."""
        if self.fetching_fails:
            self.fetching_fails -= 1
            raise ConnectionError("the messenger is down")
        return ()

    def parts(self, outgoing: Outgoing, now: object) -> Sequence[Part]:
        """Return a reply as one message."""
        return [outgoing.body]

    def send(self, outgoing: Outgoing, part: Part, key: str) -> str:
        """Take it."""
        self.took.append(part["text"])
        return key

    def bring(self) -> None:
        """Bring all that waits."""
        factory = session_factory(self.bench.engine)
        while deliveries.deliver_due(factory, {"test": self}, self.bench.clock()).any:
            pass


@pytest.fixture
def street(bench: Bench) -> Street:
    """The street before the shop."""
    return Street(bench)


@pytest.fixture
def intake(bench: Bench, street: Street) -> Callable[..., Intake]:
    """Make the way in before an assistant."""

    def made(assistant: Any) -> Intake:
        factory = session_factory(bench.engine)
        return Intake(factory, bench.clock, assistant, street, street, answered=street.bring)

    return made


def wrote(bench: Bench, sender: str, text: str, id_: str, **more: Any) -> Inbound:
    """Return something that came in."""
    return Inbound(
        channel="test", sender=sender, address=PHONE, provider_id=id_, at=bench.clock(),
        text=text, **more,
    )  # fmt: skip


async def test_what_somebody_known_writes_is_answered_where_they_wrote(
    bench: Bench, street: Street, intake: Callable[..., Intake]
) -> None:
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(Thought(text="Namaste."))) as assistant:
        way_in = intake(assistant)
        await way_in.keep(bench.shop.id, [wrote(bench, seller, "hello", "w1")])
        await way_in.close(20)
    assert street.took == ["Namaste."]


async def test_the_same_message_again_changes_nothing_even_at_once(
    bench: Bench, street: Street, intake: Callable[..., Intake]
) -> None:
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(Thought(text="Namaste."))) as assistant:
        way_in = intake(assistant)
        same = [wrote(bench, seller, "hello", "w1")]
        await asyncio.gather(*(way_in.keep(bench.shop.id, same) for _ in range(4)))
        await way_in.close(20)
    assert street.took == ["Namaste."]
    rows = select(ArrivalRow.status).where(ArrivalRow.shop_id == bench.shop.id)
    assert bench.session.scalars(rows).all() == ["taken"]


async def test_a_stranger_does_not_reach_the_assistant(
    bench: Bench, street: Street, intake: Callable[..., Intake]
) -> None:
    async with bench.assistant(ScriptedModel(Thought(text="never said"))) as assistant:
        way_in = intake(assistant)
        await way_in.keep(bench.shop.id, [wrote(bench, "who knows", "all orders", "w1")])
        await way_in.close(20)
    assert (street.strangers, street.took) == (["who knows"], [])


async def test_what_nobody_can_read_is_not_left_without_a_word(
    bench: Bench, street: Street, intake: Callable[..., Intake]
) -> None:
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(Thought(text="never said"))) as assistant:
        way_in = intake(assistant)
        await way_in.keep(bench.shop.id, [wrote(bench, seller, "", "w1", kind="sticker")])
        await way_in.keep(bench.shop.id, [wrote(bench, seller, "", "w2", button="b999.0")])
        await way_in.close(20)
    assert (street.unreadable, street.took) == (["sticker", "text"], [])


async def test_what_could_not_be_taken_in_is_tried_again_before_what_came_after(
    bench: Bench, street: Street, intake: Callable[..., Intake]
) -> None:
    seller = bench.knows(Role.OWNER)
    street.fetching_fails = 1
    photo = Media(id="m1", name="proof.jpg", media_type="image/jpeg")
    async with bench.assistant(ScriptedModel(Thought(text="Seen."))) as assistant:
        way_in = intake(assistant)
        came = [wrote(bench, seller, "look", "w1", media=(photo,)), wrote(bench, seller, "?", "w2")]
        await way_in.keep(bench.shop.id, came)
        await way_in.close(20)
        said = select(MessageRow.text).where(
            MessageRow.shop_id == bench.shop.id, MessageRow.direction == "in"
        )
        assert bench.session.scalars(said).all() == []
        bench.clock.turn(minutes=1)
        await way_in.work_off()
        await way_in.close(20)
        bench.session.rollback()
        assert bench.session.scalars(said.order_by(MessageRow.id)).all() == ["look", "?"]
    assert "Seen." in street.took


async def test_a_button_does_what_the_reply_it_hung_on_said(
    bench: Bench, street: Street, intake: Callable[..., Intake]
) -> None:
    order = bench.shop.order("1042")
    seller, cancels = bench.knows(Role.OWNER), calls(call("cancel_order", order="1042"))
    async with bench.assistant(ScriptedModel(cancels, Thought(text="Cancelled."))) as assistant:
        way_in = intake(assistant)
        await way_in.keep(bench.shop.id, [wrote(bench, seller, "cancel 1042", "w1")])
        await way_in.close(20)
        row = select(DeliveryRow.id).where(DeliveryRow.shop_id == bench.shop.id)
        token = token_of(bench.session.scalars(row).one(), 0)
        stolen = Inbound(
            channel="test", sender=seller, address="+910000000000", provider_id="w2",
            at=bench.clock(), button=token,
        )  # fmt: skip
        await way_in.keep(bench.shop.id, [stolen])
        await way_in.close(20)
        assert bench.status_of(order) == OrderStatus.CONFIRMED
        await way_in.keep(bench.shop.id, [wrote(bench, seller, "", "w3", button=token)])
        await way_in.close(20)
    assert bench.status_of(order) == OrderStatus.CANCELLED
