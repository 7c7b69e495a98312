"""Replies are brought to messengers in order, none lost, none twice, whatever the vendor does."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from commerce import conversations, deliveries
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import DeliveryPartRow, DeliveryRow
from commerce.deliveries import (
    DeliveryStatus,
    Later,
    Outgoing,
    Part,
    Refusal,
    StatusNote,
    Withheld,
)
from commerce.errors import NotAllowed, NotFound
from tests.builders import Shop

SECOND = timedelta(seconds=1)


@dataclass
class Vendor:
    """A messenger that notes what it took, and does as it is told with what comes next."""

    took: list[tuple[str, str, str]] = field(default_factory=list)
    """Address, words, key."""
    answers: list[BaseException | None] = field(default_factory=list)
    withhold: Withheld | None = None

    def parts(self, outgoing: Outgoing, now: datetime) -> Sequence[Part]:
        """Return a message for each line."""
        if self.withhold is not None:
            raise self.withhold
        return [{"text": line} for line in outgoing.body["text"].splitlines()]

    def send(self, outgoing: Outgoing, part: Part, key: str) -> str:
        """Take one, or fail as told."""
        answer = self.answers.pop(0) if self.answers else None
        if answer is not None:
            raise answer
        self.took.append((outgoing.address, part["text"], key))
        return f"v{len(self.took)}"

    @property
    def words(self) -> list[str]:
        """What was said to anybody, in order."""
        return [text for _, text, _ in self.took]


@pytest.fixture
def vendor() -> Vendor:
    """A messenger that takes everything."""
    return Vendor()


@pytest.fixture
def say(session: Session, shop: Shop) -> Callable[..., None]:
    """Store replies in a conversation of a messenger, each in a transaction of its own."""

    def said(*texts: str, to: str | None = "+919800000001", name: str = "talk") -> None:
        if conversations.conversation_of(session, name) is None:
            conversations.open_conversation(
                session, shop.actor(Role.OWNER), conversation=name, channel="whatsapp",
                title="", now=shop.now, address=to,
            )  # fmt: skip
        for place, text in enumerate(texts):
            conversations.add_outbound(
                session, shop_id=shop.id, conversation=name, turn=f"{name}{place}{text}",
                text=text, body={"text": text}, at=shop.now,
            )  # fmt: skip
            session.commit()

    return said


@pytest.fixture
def bring(engine: Engine, shop: Shop, vendor: Vendor) -> Callable[..., deliveries.Sent]:
    """Send what is due so many seconds later, until nothing is."""

    def brought(after: float = 0.0) -> deliveries.Sent:
        sent = deliveries.Sent()
        now = shop.now + after * SECOND
        factory = session_factory(engine)
        while (more := deliveries.deliver_due(factory, {"whatsapp": vendor}, now)).any:
            sent = deliveries.Sent(
                sent=sent.sent + more.sent, postponed=sent.postponed + more.postponed,
                dead=sent.dead + more.dead, withheld=sent.withheld + more.withheld,
            )  # fmt: skip
        return sent

    return brought


def statuses(session: Session, shop: Shop) -> list[str]:
    """Return how far each delivery is, in the order they were put."""
    session.expire_all()
    rows = select(DeliveryRow.status).where(DeliveryRow.shop_id == shop.id)
    return list(session.scalars(rows.order_by(DeliveryRow.id)))


def test_replies_on_a_messenger_are_brought_in_order(
    say: Callable[..., None], bring: Callable[..., deliveries.Sent], vendor: Vendor
) -> None:
    say("one", "two\nand a half", "three")
    assert bring().sent == 3
    assert vendor.words == ["one", "two", "and a half", "three"]
    assert bring() == deliveries.Sent()


def test_a_reply_in_the_web_chat_is_not_brought_anywhere(
    say: Callable[..., None], session: Session, shop: Shop
) -> None:
    say("read me here", to=None)
    assert statuses(session, shop) == []


def test_what_comes_later_waits_for_what_the_vendor_did_not_take(
    say: Callable[..., None], bring: Callable[..., deliveries.Sent], vendor: Vendor
) -> None:
    say("first", "second")
    say("elsewhere", to="+919800000002", name="other")
    vendor.answers = [Later("busy", seconds=30)]
    bring()
    assert vendor.words == ["elsewhere"]
    bring(29)
    assert vendor.words == ["elsewhere"]
    bring(31)
    assert vendor.words == ["elsewhere", "first", "second"]


def test_one_that_nobody_can_draw_keeps_no_other_waiting(
    say: Callable[..., None], bring: Callable[..., deliveries.Sent], vendor: Vendor
) -> None:
    say("broken")
    say("elsewhere", to="+919800000002", name="other")
    vendor.answers = [ValueError("no such place")]
    assert bring() == deliveries.Sent(sent=1, postponed=1)
    assert vendor.words == ["elsewhere"]


def test_only_the_messages_not_yet_taken_are_sent_again(
    say: Callable[..., None], bring: Callable[..., deliveries.Sent], vendor: Vendor
) -> None:
    say("a\nb\nc")
    vendor.answers = [None, Later("cut off")]
    bring()
    bring(10)
    assert vendor.words == ["a", "b", "c"]
    assert len({key for _, _, key in vendor.took}) == 3


def test_what_the_vendor_refuses_is_kept_for_a_person_and_holds_up_nothing(
    say: Callable[..., None], bring: Callable[..., deliveries.Sent], vendor: Vendor,
    session: Session, shop: Shop,
) -> None:  # fmt: skip
    say("bad", "good")
    vendor.answers = [Refusal("not a number", code="63003")]
    bring()
    assert statuses(session, shop) == ["dead", "sent"]
    gone = deliveries.dead(shop.context())[0]
    assert (gone.error_code, gone.error) == ("63003", "not a number")
    deliveries.resend(shop.context(), gone.id)
    session.commit()
    bring()
    assert vendor.words == ["good", "bad"]
    with pytest.raises(NotFound):
        deliveries.resend(shop.context(), gone.id)


def test_after_many_tries_it_is_given_up(
    say: Callable[..., None], bring: Callable[..., deliveries.Sent], vendor: Vendor,
    session: Session, shop: Shop,
) -> None:  # fmt: skip
    say("nobody home")
    vendor.answers = [Later("500", code="500")] * 20
    for hour in range(12):
        bring(hour * 3700.0)
    assert statuses(session, shop) == ["dead"]
    assert len(vendor.answers) == 12


def test_what_must_not_be_sent_now_waits_and_what_must_not_at_all_is_withheld(
    say: Callable[..., None], bring: Callable[..., deliveries.Sent], vendor: Vendor,
    session: Session, shop: Shop,
) -> None:  # fmt: skip
    say("at night")
    vendor.withhold = Withheld("quiet hours", until=shop.now + 60 * SECOND)
    bring()
    vendor.withhold = None
    bring(59)
    assert vendor.words == []
    bring(60)
    assert vendor.words == ["at night"]
    say("promotion")
    vendor.withhold = Withheld("said STOP")
    bring(61)
    assert statuses(session, shop) == ["sent", "withheld"]


def test_a_worker_that_died_is_taken_over_from_without_sending_twice(
    say: Callable[..., None], bring: Callable[..., deliveries.Sent], vendor: Vendor,
) -> None:  # fmt: skip
    say("a\nb")
    vendor.answers = [None, KeyboardInterrupt()]
    with pytest.raises(KeyboardInterrupt):
        bring()
    bring(29)
    assert vendor.words == ["a"]
    bring(31)
    assert vendor.words == ["a", "b"]


def test_many_workers_at_once_bring_each_reply_once_and_in_order(
    say: Callable[..., None], engine: Engine, shop: Shop, vendor: Vendor
) -> None:
    for place in range(4):
        say(*"abcdef", to=f"+91980000000{place}", name=f"talk{place}")
    factory = session_factory(engine)

    def work(_: int) -> None:
        for _ in range(30):
            deliveries.deliver_due(factory, {"whatsapp": vendor}, shop.now)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    for place in range(4):
        lane = [text for to, text, _ in vendor.took if to.endswith(str(place))]
        assert lane == list("abcdef")


@pytest.mark.parametrize(
    ("told", "ends"),
    [
        (("sent", "delivered", "read"), "read"),
        (("read", "delivered", "sent"), "read"),
        (("delivered", "dead"), "delivered"),
        (("dead", "delivered"), "dead"),
    ],
)
def test_what_the_vendor_tells_only_moves_forward(
    say: Callable[..., None], bring: Callable[..., deliveries.Sent], session: Session, shop: Shop,
    told: Sequence[str], ends: str,
) -> None:  # fmt: skip
    say("hello")
    bring()
    part = select(DeliveryPartRow.provider_id).where(DeliveryPartRow.shop_id == shop.id)
    for status in told:
        note = StatusNote(
            channel="whatsapp", provider_id=session.scalars(part).one(),
            status=DeliveryStatus(status), at=shop.now,
        )  # fmt: skip
        deliveries.note(session, note)
        session.commit()
    assert statuses(session, shop) == [ends]


def test_a_note_about_what_is_not_ours_changes_nothing(session: Session, shop: Shop) -> None:
    note = StatusNote(
        channel="whatsapp", provider_id="nobody's", status=DeliveryStatus.READ, at=shop.now
    )
    assert not deliveries.note(session, note)


def test_only_who_runs_the_shop_sees_and_resends_what_was_given_up(shop: Shop) -> None:
    agent = shop.context(shop.actor(Role.NDR_AGENT))
    with pytest.raises(NotAllowed):
        deliveries.dead(agent)
    with pytest.raises(NotAllowed):
        deliveries.resend(agent, 1)


def test_what_was_given_up_can_be_tried_again_all_at_once(
    say: Callable[..., None],
    bring: Callable[..., deliveries.Sent],
    vendor: Vendor,
    shop: Shop,
    other_shop: Shop,
) -> None:
    say("one")
    say("two", to="+919800000002", name="other")
    vendor.answers = [Refusal("no such number"), Refusal("no such number")]
    bring()
    assert deliveries.resend_all(other_shop.context()) == 0
    owner = shop.context()
    assert deliveries.counts(owner) == {DeliveryStatus.DEAD: 2}
    assert (deliveries.resend_all(owner), len(deliveries.waiting(owner))) == (2, 2)
    owner.session.commit()
    assert bring().sent == 2
