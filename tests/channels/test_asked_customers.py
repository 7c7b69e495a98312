"""A customer is asked about a failed delivery and answers by buttons: the courier hears of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from agent.planner import Planner
from agent.scope import House
from app.messengers import Messengers
from app.outreach import ask_due
from app.sealing import ShopSeal
from channels.buttons import token_of
from channels.connected import Connected
from channels.contents import Content, content_of
from channels.inbound import Inbound
from commerce import deliveries, outreach, people, words
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import NdrCaseRow, OutboxRow
from commerce.deliveries import DeliveryKind, Outgoing, Part
from commerce.files import Shelf
from commerce.outreach import PromptKind
from commerce.ports import Ports
from commerce.vocabulary import NdrStatus, OrderStatus, ShipmentStatus
from integrations.demo_courier import DemoCourier
from tests.agent.conftest import Bench, Clock
from tests.builders import Shop
from tools import TOOLS

PHONE = "+919812345678"
ELSEWHERE = "+919800000009"
AWB = "77889900112"


@pytest.fixture
def bench(engine: Engine, session: Session, shop: Shop, tmp_path: Path, database_url: str) -> Bench:
    """A shop with an assistant to put together over it."""
    session.commit()
    return Bench(
        engine=engine, session=session, clock=Clock(shop.now),
        shop=shop.with_ports(Ports(couriers={"*": DemoCourier()})),
        runs=tmp_path / "runs.db", url=database_url,
    )  # fmt: skip


@dataclass
class Pigeons:
    """WhatsApp that takes everything."""

    took: list[tuple[str, int, Content]] = field(default_factory=list)

    def parts(self, outgoing: Outgoing, now: object) -> Sequence[Part]:
        """Return a delivery as one message."""
        return [outgoing.body]

    def send(self, outgoing: Outgoing, part: Part, key: str) -> str:
        """Take it."""
        content = content_of(DeliveryKind(outgoing.kind), part)
        self.took.append((outgoing.address, outgoing.id, content))
        return key


@dataclass
class Phones:
    """Customers' phones before a shop that has them asked."""

    bench: Bench
    messengers: Messengers
    pigeons: Pigeons
    sent: int = 0

    def shows(self, address: str = PHONE) -> list[str]:
        """Return what was brought to a phone."""
        self._bring()
        return [content.text for to, _, content in self.pigeons.took if to == address]

    async def writes(
        self, text: str = "", *, sender: str = PHONE, button: str | None = None
    ) -> str:
        """Have somebody write, and return what they read last."""
        self.sent += 1
        self.bench.clock.turn(seconds=20)
        await self.messengers.intake.keep(
            self.bench.shop.id,
            [
                Inbound(
                    channel="whatsapp", sender=sender, address=sender, text=text, button=button,
                    provider_id=f"in-{self.sent}", at=self.bench.clock(),
                )
            ],
        )  # fmt: skip
        await self.messengers.intake.close(30)
        return self.shows(sender)[-1]

    async def presses(self, label: str) -> str:
        """Press a button of what was brought last, and return what is read then."""
        _, delivery, content = [one for one in self.pigeons.took if one[0] == PHONE][-1]
        place = [choice.button.label for choice in content.choices].index(label)
        return await self.writes(button=token_of(delivery, place))

    def _bring(self) -> None:
        sessions = session_factory(self.bench.engine)
        ask_due(sessions, ("whatsapp",), self.bench.clock())
        while deliveries.deliver_due(sessions, {"whatsapp": self.pigeons}, self.bench.clock()).any:
            pass


def stands(bench: Bench) -> tuple[str, str | None]:
    """Return where the case stands, and for which day the courier is asked."""
    bench.session.rollback()
    query = select(NdrCaseRow.status, NdrCaseRow.reattempt_on)
    status, day = bench.session.execute(query.where(NdrCaseRow.shop_id == bench.shop.id)).one()
    return status, day


def a_failed_delivery(bench: Bench) -> None:
    """Let the delivery to Asha fail."""
    shop = bench.shop
    order = shop.order(
        "SE-10042", customer=shop.customer("Asha Rao", phone=PHONE), status=OrderStatus.SHIPPED,
        placed_at=shop.now - timedelta(days=4),
    )  # fmt: skip
    parcel = shop.parcel(order, awb=AWB, status=ShipmentStatus.DELIVERY_FAILED, attempts=1)
    shop.ndr_case(parcel)
    owner = shop.context(shop.actor(Role.OWNER))
    outreach.switch(owner, PromptKind.DELIVERY, on=True)
    bench.session.commit()


def phones(
    bench: Bench, assistant: object, folder: Path, *, seal: ShopSeal | None = None
) -> Phones:
    """Connect WhatsApp."""
    house = House(
        sessions=session_factory(bench.engine), clock=bench.clock,
        ports=replace(bench.shop.ports, seal=seal), catalogue={tool.name: tool for tool in TOOLS},
    )  # fmt: skip
    pigeons = Pigeons()
    shelf = Shelf(root=folder, most=1_000_000)
    messengers = Messengers(
        house,
        assistant,  # type: ignore[arg-type]
        shelf,
        address="https://chat.example.in",
    )
    messengers.connect(Connected(channel="whatsapp", sender=pigeons))
    return Phones(bench, messengers, pigeons)


async def test_deliver_again_asks_for_day_and_slot_and_tells_the_courier_after_a_yes(
    bench: Bench, tmp_path: Path
) -> None:
    a_failed_delivery(bench)
    async with bench.assistant(Planner(None)) as assistant:
        asha = phones(bench, assistant, tmp_path)
        assert asha.shows()[-1].startswith("Namaste Asha Rao, this is Test Shop.")
        assert await asha.presses("Deliver again") == "On which day?"
        offered = [choice.button.label for choice in asha.pigeons.took[-1][2].choices]
        assert offered == [
            f"{day} Nov 2026, {part}"
            for day in (23, 24, 25) for part in ("Morning", "Afternoon", "Evening")
        ]  # fmt: skip
        await asha.presses("24 Nov 2026, Evening")
        await asha.presses("Approve")
    assert stands(bench) == (NdrStatus.REATTEMPT_SCHEDULED, "2026-11-24")
    told = bench.session.scalars(select(OutboxRow).where(OutboxRow.shop_id == bench.shop.id)).all()
    assert [(row.payload["action"], row.payload["slot"]) for row in told] == [
        ("reattempt", "evening")
    ]


async def test_an_answer_in_words_from_another_number_proves_nothing(
    bench: Bench, tmp_path: Path
) -> None:
    a_failed_delivery(bench)
    async with bench.assistant(Planner(None)) as assistant:
        asha = phones(bench, assistant, tmp_path)
        asha.shows()
        answer = await asha.writes(f"parcel {AWB} kal bhej do", sender=ELSEWHERE)
        token = token_of(asha.pigeons.took[0][1], 3)
        await asha.writes(sender=ELSEWHERE, button=token)
    assert answer.startswith(f"Agar {AWB} hamare yahan ka order hai")
    assert people.actor_for(bench.session, "whatsapp", ELSEWHERE) is None
    assert stands(bench)[0] == NdrStatus.OPEN


async def test_a_customer_asks_on_another_phone_and_proves_it_by_the_code(
    bench: Bench, tmp_path: Path
) -> None:
    a_failed_delivery(bench)
    async with bench.assistant(Planner(None)) as assistant:
        asha = phones(bench, assistant, tmp_path)
        await asha.writes("where is SE-10042", sender=ELSEWHERE)
        (code,) = (text[:6] for text in asha.shows(PHONE) if "is your code" in text)
        assert await asha.writes(code, sender=ELSEWHERE) == (
            "Thank you, Asha Rao. I know you here now. What would you like to know about your "
            "order?"
        )
        assert "SE-10042" in await asha.writes("where is my order", sender=ELSEWHERE)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("kal shaam ko bhej do", NdrStatus.REATTEMPT_SCHEDULED),
        ("mujhe ye parcel nahi chahiye", NdrStatus.RTO_INITIATED),
    ],
)
async def test_an_answer_in_words_does_the_same(
    bench: Bench, tmp_path: Path, said: str, status: NdrStatus
) -> None:
    a_failed_delivery(bench)
    async with bench.assistant(Planner(None)) as assistant:
        asha = phones(bench, assistant, tmp_path)
        asha.shows()
        await asha.writes(said)
        await asha.writes("haan")
    assert stands(bench)[0] == status


async def test_who_wants_a_person_waits_in_the_list_of_the_team(
    bench: Bench, tmp_path: Path
) -> None:
    a_failed_delivery(bench)
    async with bench.assistant(Planner(None)) as assistant:
        asha = phones(bench, assistant, tmp_path)
        asha.shows()
        answer = await asha.presses("Talk to a person")
    assert answer.startswith("A person of the shop will answer you here")
    bench.session.rollback()
    agent = bench.shop.context(bench.shop.actor(Role.NDR_AGENT))
    (waiting,) = people.hand_overs(agent, people.HandOverQueue.OPEN, 5)
    assert (waiting.name, waiting.reason) == (
        "Asha Rao", f"I want to talk to a person about parcel {AWB}",
    )  # fmt: skip


async def test_who_is_talking_with_a_person_hears_the_assistant_again_only_after(
    bench: Bench, tmp_path: Path
) -> None:
    a_failed_delivery(bench)
    agent = bench.shop.context(bench.shop.actor(Role.NDR_AGENT))
    bench.session.commit()
    async with bench.assistant(Planner(None)) as assistant:
        asha = phones(bench, assistant, tmp_path)
        asha.shows()
        await asha.presses("Talk to a person")
        people.take_over(agent)
        bench.session.commit()
        first = await asha.writes("hello?")
        read = len([text for text in asha.shows() if text])
        await asha.writes("where is my order")
        assert len([text for text in asha.shows() if text]) == read
        people.answer_customer(agent, "I have told the driver to call you.")
        bench.session.commit()
        assert asha.shows()[-1] == "I have told the driver to call you."
        people.close_hand_over(agent)
        bench.session.commit()
        again = await asha.writes("where is my order")
    assert first == words.say("en", "hand-over-with-you")
    assert "SE-10042" in again


async def test_who_was_linked_writes_unlink_and_is_a_stranger_again(
    bench: Bench, tmp_path: Path
) -> None:
    agent = bench.shop.person(Role.NDR_AGENT)
    people.add_identity(bench.session, agent, "whatsapp", PHONE)
    bench.session.commit()
    async with bench.assistant(Planner(None)) as assistant:
        phone = phones(bench, assistant, tmp_path)
        assert (await phone.writes("Unlink karo")).startswith("Ab is messenger par")
        assert "I do not know this number yet" in await phone.writes("show ndr")
    bench.session.rollback()
    assert people.actor_for(bench.session, "whatsapp", PHONE) is None


async def test_who_writes_link_is_sent_one_that_lets_them_be_known(
    bench: Bench, tmp_path: Path
) -> None:
    seal = ShopSeal(tmp_path / "keys")
    owner = bench.shop.actor(Role.OWNER)
    bench.session.commit()
    async with bench.assistant(Planner(None)) as assistant:
        phone = phones(bench, assistant, tmp_path, seal=seal)
        said = await phone.writes("link")
        token = re.search(r"https://chat\.example\.in/link/(\S+)", said)
        assert token is not None
        ctx = bench.shop.context(owner)
        people.accept_link(replace(ctx, ports=replace(ctx.ports, seal=seal)), token[1])
        bench.session.commit()
        assert "NDR" in await phone.writes("show ndr")


async def test_who_was_invited_writes_join_is_told_what_they_may_do_and_does_it(
    bench: Bench, tmp_path: Path
) -> None:
    owner = bench.shop.context(bench.shop.actor(Role.OWNER))
    people.invite(owner, "Ravi", PHONE, Role.NDR_AGENT)
    code = people.invitation(owner, people.find_colleague(owner, "Ravi").id).code
    bench.session.commit()
    async with bench.assistant(Planner(None)) as assistant:
        phone = phones(bench, assistant, tmp_path)
        assert "I do not know this number yet" in await phone.writes("show ndr")
        said = await phone.writes(f"JOIN {code}")
        assert "Ravi: you are NDR agent here" in said
        assert "Ask me for your queue" in said
        assert "NDR" in await phone.writes("show ndr")
        assert (await phone.writes(f"JOIN {code}")).startswith("This code is not right")
    bench.session.rollback()
    actor = people.actor_for(bench.session, "whatsapp", PHONE)
    assert actor is not None
    assert (actor.name, actor.role) == ("Ravi", Role.NDR_AGENT)


async def test_a_customer_who_joins_the_shop_is_linked_anew_by_the_code_they_send(
    bench: Bench, tmp_path: Path
) -> None:
    shop = bench.shop
    buyer = shop.person(Role.CUSTOMER, customer=shop.customer("Asha Rao", phone=PHONE))
    people.add_identity(bench.session, buyer, "whatsapp", PHONE)
    agent = shop.context(shop.actor(Role.NDR_AGENT))
    code = people.make_link_code(agent)
    bench.session.commit()
    async with bench.assistant(Planner(None)) as assistant:
        phone = phones(bench, assistant, tmp_path)
        await phone.writes("where is my order")
        assert (await phone.writes("LINK ABCD-2345")).startswith("This code is not right")
        assert (await phone.writes(f"LINK {code}")).startswith("Done, NdrAgent")
        assert "NDR" in await phone.writes("show ndr")
    bench.session.rollback()
    found = people.actor_for(bench.session, "whatsapp", PHONE)
    assert found is not None
    assert found.person_id == agent.actor.person_id
