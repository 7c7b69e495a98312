"""Telling the outside, at least once, one worker at a time."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Lock

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from commerce import outbox
from commerce.db import session_factory
from commerce.db.tables import EventRow, OutboxRow
from commerce.errors import Rejected, Unavailable
from commerce.outbox import Delivered, Dispatch
from commerce.ports import CourierAction, Instruction, Ports
from tests.builders import Shop


class Recorder:
    """A courier that writes down what it was asked, and fails as it is told to."""

    actions = frozenset(CourierAction)

    def __init__(self, *failures: Exception) -> None:
        self.asked: list[Instruction] = []
        self._failures = list(failures)
        self._lock = Lock()

    def instruct(self, instruction: Instruction) -> str:
        with self._lock:
            self.asked.append(instruction)
            if self._failures:
                raise self._failures.pop(0)
        return f"REF-{instruction.key}"


def _put(shop: Shop, key: str, *, hold: timedelta = timedelta()) -> None:
    instruction = Instruction(key=key, awb="7001", action=CourierAction.REATTEMPT)
    ctx = shop.context()
    outbox.put(
        ctx, outbox.COURIER, "Delhivery", outbox.payload_of(instruction), key,
        not_before=shop.now + hold,
    )  # fmt: skip
    shop.session.commit()


def _row(shop: Shop, key: str) -> OutboxRow:
    shop.session.rollback()
    shop.session.expire_all()
    return shop.session.scalars(
        select(OutboxRow).where(OutboxRow.shop_id == shop.id, OutboxRow.idempotency_key == key)
    ).one()


def _kinds(shop: Shop) -> list[str]:
    return list(
        shop.session.scalars(
            select(EventRow.kind).where(EventRow.shop_id == shop.id).order_by(EventRow.id)
        )
    )


def test_what_is_due_is_told_once_with_its_own_key(engine: Engine, shop: Shop) -> None:
    _put(shop, "k1")
    courier, sessions = Recorder(), session_factory(engine)
    ports = Ports(couriers={"Delhivery": courier})
    assert outbox.deliver_due(sessions, ports, shop.now) == Delivered(sent=1)
    assert outbox.deliver_due(sessions, ports, shop.now + timedelta(days=2)) == Delivered()
    row = _row(shop, "k1")
    assert (row.status, row.reference, row.tries) == ("sent", "REF-k1", 1)
    assert [asked.key for asked in courier.asked] == ["k1"]
    assert _kinds(shop) == ["courier.accepted"]


def test_the_same_key_is_put_once(engine: Engine, shop: Shop) -> None:
    _put(shop, "k1")
    _put(shop, "k1")
    assert outbox.deliver_due(
        session_factory(engine), Ports(couriers={"*": Recorder()}), shop.now
    ) == Delivered(sent=1)


def test_what_is_held_back_waits_for_its_time(engine: Engine, shop: Shop) -> None:
    _put(shop, "k1", hold=timedelta(minutes=15))
    courier, sessions = Recorder(), session_factory(engine)
    ports = Ports(couriers={"*": courier})
    outbox.deliver_due(sessions, ports, shop.now + timedelta(minutes=14))
    assert courier.asked == []
    outbox.deliver_due(sessions, ports, shop.now + timedelta(minutes=15))
    assert len(courier.asked) == 1


def test_two_workers_at_once_tell_each_message_once(engine: Engine, shop: Shop) -> None:
    for number in range(20):
        _put(shop, f"k{number}")
    courier, sessions, start = Recorder(), session_factory(engine), Barrier(2)
    ports = Ports(couriers={"*": courier})

    def work(_: int) -> Delivered:
        start.wait()
        return outbox.deliver_due(sessions, ports, shop.now, limit=50)

    with ThreadPoolExecutor(2) as threads:
        done = list(threads.map(work, range(2)))
    assert sum(one.sent for one in done) == 20
    assert Counter(asked.key for asked in courier.asked) == {f"k{n}": 1 for n in range(20)}


def test_a_courier_that_does_not_answer_is_asked_again_later(engine: Engine, shop: Shop) -> None:
    _put(shop, "k1")
    courier = Recorder(Unavailable("error-courier-not-connected", courier="Delhivery"))
    sessions, ports = session_factory(engine), Ports(couriers={"*": courier})
    assert outbox.deliver_due(sessions, ports, shop.now) == Delivered(postponed=1)
    assert _row(shop, "k1").next_at == shop.now + timedelta(minutes=1)
    assert outbox.deliver_due(sessions, ports, shop.now) == Delivered()
    well = shop.now + timedelta(minutes=1)
    assert outbox.deliver_due(sessions, ports, well) == Delivered(sent=1)
    row = _row(shop, "k1")
    assert (row.status, row.tries, row.error) == ("sent", 2, None)
    assert [asked.key for asked in courier.asked] == ["k1", "k1"]


def test_waits_grow_until_the_message_is_given_up(engine: Engine, shop: Shop) -> None:
    _put(shop, "k1")
    sessions, now, waits = session_factory(engine), shop.now, []
    for _ in range(outbox.MAX_TRIES - 1):
        assert outbox.deliver_due(sessions, Ports(), now) == Delivered(postponed=1)
        waits.append((_row(shop, "k1").next_at - now) // timedelta(minutes=1))
        now = _row(shop, "k1").next_at
    assert waits == [1, 4, 16, 64, 256, 480, 480]
    assert outbox.deliver_due(sessions, Ports(), now) == Delivered(dead=1)
    assert _row(shop, "k1").status == "dead"
    assert _kinds(shop) == ["courier.rejected"]


def test_a_no_is_not_asked_again_and_somebody_hears_of_it(engine: Engine, shop: Shop) -> None:
    _put(shop, "k1")
    courier = Recorder(Rejected("error-ndr-refusal-verified", awb="7001"))
    heard: list[tuple[str, str]] = []

    def hear(_session: Session, dispatch: Dispatch, why: str) -> None:
        heard.append((dispatch.key, why))

    sessions, ports = session_factory(engine), Ports(couriers={"*": courier})
    assert outbox.deliver_due(sessions, ports, shop.now, on_dead=hear) == Delivered(dead=1)
    assert outbox.deliver_due(sessions, ports, shop.now + timedelta(days=1)) == Delivered()
    row = _row(shop, "k1")
    assert row.status == "dead"
    assert heard == [("k1", row.error)]
    assert _kinds(shop) == ["courier.rejected"]


def test_a_worker_killed_while_telling_is_followed_by_another(engine: Engine, shop: Shop) -> None:
    _put(shop, "k1")
    killed, courier = Recorder(KeyboardInterrupt()), Recorder()  # type: ignore[arg-type]
    sessions = session_factory(engine)
    with pytest.raises(KeyboardInterrupt):
        outbox.deliver_due(sessions, Ports(couriers={"*": killed}), shop.now)
    ports = Ports(couriers={"*": courier})
    assert outbox.deliver_due(sessions, ports, shop.now + timedelta(minutes=1)) == Delivered()
    later = shop.now + outbox.LEASE
    assert outbox.deliver_due(sessions, ports, later) == Delivered(sent=1)
    assert [asked.key for asked in killed.asked + courier.asked] == ["k1", "k1"]


def test_what_nobody_has_tried_to_tell_can_be_withdrawn_and_put_back(
    engine: Engine, shop: Shop
) -> None:
    _put(shop, "k1")
    courier, sessions = Recorder(), session_factory(engine)
    ports = Ports(couriers={"*": courier})
    assert outbox.withdraw(shop.context(), "k1")
    assert not outbox.withdraw(shop.context(), "k1")
    shop.session.commit()
    assert outbox.deliver_due(sessions, ports, shop.now) == Delivered()
    assert outbox.put_back(shop.context(), "k1")
    shop.session.commit()
    assert outbox.deliver_due(sessions, ports, shop.now) == Delivered(sent=1)


def test_what_was_sent_or_tried_cannot_be_withdrawn(engine: Engine, shop: Shop) -> None:
    _put(shop, "sent")
    outbox.deliver_due(session_factory(engine), Ports(couriers={"*": Recorder()}), shop.now)
    _put(shop, "tried")
    outbox.deliver_due(session_factory(engine), Ports(), shop.now)
    assert not outbox.withdraw(shop.context(), "sent")
    assert not outbox.withdraw(shop.context(), "tried")


def test_nobody_withdraws_another_shops_message(shop: Shop, other_shop: Shop) -> None:
    _put(shop, "k1")
    assert not outbox.withdraw(other_shop.context(), "k1")
    assert _row(shop, "k1").status == "waiting"
