"""Workers killed with signal 9: every effect is once, and nothing is left lying."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from commerce import workflows
from commerce.access import Role
from commerce.context import Context
from commerce.db import open_engine, session_factory
from commerce.db.tables import (
    DeliveryRow,
    EventRow,
    OrderRiskRow,
    OutboxRow,
    PersonRow,
    ShopRow,
    TaskRow,
    WorkflowRow,
    WorkflowRunRow,
)
from commerce.records import happened
from commerce.vocabulary import NdrReason, OrderStatus, ShipmentStatus
from tests.builders import Shop
from tests.postgres import Databases

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]
WORKER = Path(__file__).parent / "mortal_worker.py"
ROOT = Path(__file__).parents[3]

ALL_SORTS = """\
name: all-sorts
title: A bit of everything
when: {event: ndr.received}
steps:
  - {do: send, by: whatsapp, template: ndr_cod}
  - {do: wait, for: 1m}
  - {do: add_note, note: "Looked at {parcel.awb}"}
  - {do: assign, to: least_loaded}
  - {do: create_task, title: "Call about {parcel.awb}"}
"""


def at_work(
    home: Path, url: str, *, dies_at: int = 0, seconds: int = 60, pace: int = 1
) -> subprocess.Popen[bytes]:
    """Start a worker in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, str(WORKER), str(home), url, str(dies_at), str(seconds), str(pace)],
        env=environment,
    )


def failed_deliveries(session: Session, shop: Shop, count: int) -> None:
    """Switch a workflow on, and let some deliveries fail now."""
    now = datetime.now(UTC)
    at = shop.at(now)
    at.person(Role.NDR_AGENT)
    actor = at.actor(Role.OWNER)
    ctx = Context(session=session, actor=actor, now=now, shop_name="Test Shop")
    workflows.create(ctx, workflows.read(ALL_SORTS))
    for number in range(count):
        order = at.order(f"N-{number}", status=OrderStatus.SHIPPED, total=1500)
        parcel = at.parcel(order, awb=f"AWB{number}", status=ShipmentStatus.DELIVERY_FAILED)
        at.ndr_case(parcel)
        happened(Context(session=session, actor=actor, now=now), "ndr.opened", f"AWB{number}")
    session.commit()


def nothing_is_doubled(session: Session, shop: Shop, count: int) -> None:
    """Check that every effect is there once."""
    session.expire_all()
    runs = session.scalars(select(WorkflowRunRow).where(WorkflowRunRow.shop_id == shop.id)).all()
    assert sorted((run.subject, run.status, run.error) for run in runs) == [
        (f"AWB{number}", "done", None) for number in range(count)
    ]
    for kind in ("ndr.assigned", "task.created", "order.noted"):
        events = session.scalars(
            select(EventRow.subject).where(EventRow.shop_id == shop.id, EventRow.kind == kind)
        ).all()
        assert len(events) == count, kind
    tasks = session.scalars(select(TaskRow.title).where(TaskRow.shop_id == shop.id)).all()
    assert sorted(tasks) == [f"Call about AWB{number}" for number in range(count)]


@pytest.mark.parametrize("dies_at", [8, 15])
def test_a_worker_that_dies_and_comes_back_does_everything_once(
    engine: Engine, database_url: str, session: Session, shop: Shop, tmp_path: Path, dies_at: int
) -> None:
    failed_deliveries(session, shop, 2)
    first = at_work(tmp_path, database_url, dies_at=dies_at)
    assert first.wait(60) == -signal.SIGKILL
    assert at_work(tmp_path, database_url).wait(90) == 0
    nothing_is_doubled(session, shop, 2)


@pytest.fixture
def server(postgres: Databases) -> Iterator[tuple[str, Session, Shop]]:
    """A shop on PostgreSQL, as of now: the URL its workers take, and what the test sees of it."""
    url = postgres.take()
    engine = open_engine(url)
    with session_factory(engine)() as session:
        yield url, session, Shop.open(session, now=datetime.now(UTC))
    engine.dispose()
    postgres.give_back(url)


@pytest.mark.postgres
def test_one_of_two_workers_dies_for_good_and_the_other_does_the_rest(
    server: tuple[str, Session, Shop], tmp_path: Path
) -> None:
    url, session, shop = server
    failed_deliveries(session, shop, 6)
    doomed, other = at_work(tmp_path, url), at_work(tmp_path, url)
    time.sleep(3)
    doomed.send_signal(signal.SIGKILL)
    doomed.wait(10)
    assert other.wait(120) == 0
    nothing_is_doubled(session, shop, 6)


# --- everything that ships, and what the vendors of it receive ------------------------------------

PACE = 480
"""Minutes that are a second: four hours are half a second, three days nine."""
BY_CLOCK = ("late-parcel-apology", "sla-breach", "win-back")
NOT_HERE = ("daily-digest",)
"""Its report is made by a hand that the worker of these tests does not have."""
TELL = """\
name: tell-erp
title: Tell another program
when: {event: order.created}
steps:
  - {do: call_webhook, url: "https://erp.example.com/orders", body: {number: "{order.number}"}}
"""


def everything_at_once(session: Session, shop: Shop) -> None:
    """Switch on all that ships, and let happen what begins it."""
    now = datetime.now(UTC)
    ahead = 12 - now.hour  # Where it is noon, nobody sleeps.
    zone = f"Etc/GMT{'-' if ahead > 0 else '+'}{abs(ahead)}"
    session.execute(update(ShopRow).where(ShopRow.id == shop.id).values(zone=zone))
    at = shop.at(now)
    actor = replace(at.actor(Role.OWNER), name="Meera")
    session.execute(
        update(PersonRow).where(PersonRow.id == actor.person_id).values(phone="+919810000001")
    )
    at.person(Role.NDR_AGENT)
    ctx = Context(session=session, actor=actor, now=now, zone=ZoneInfo(zone))
    for definition in (*workflows.library(), workflows.read(TELL)):
        if definition.name not in NOT_HERE:
            workflows.create(ctx, definition)
    session.execute(
        update(WorkflowRow)
        .where(WorkflowRow.shop_id == shop.id, WorkflowRow.name.in_(BY_CLOCK))
        .values(next_at=now)
    )
    _things_happen(ctx, at)
    session.commit()


def _things_happen(ctx: Context, shop: Shop) -> None:
    for number, reason in (
        ("F-1", NdrReason.CUSTOMER_NOT_AVAILABLE), ("F-2", NdrReason.CUSTOMER_REFUSED),
    ):  # fmt: skip
        order = shop.order(number, status=OrderStatus.SHIPPED, total=1500)
        parcel = shop.parcel(
            order, awb=f"AWB-{number}", status=ShipmentStatus.DELIVERY_FAILED, attempts=1,
            promised=timedelta(days=-2),
        )  # fmt: skip
        shop.ndr_case(parcel, reason=reason, opened=timedelta(hours=20))
        happened(ctx, "ndr.opened", parcel.awb)
    late = shop.order("L-1", status=OrderStatus.SHIPPED)
    shop.parcel(late, awb="AWB-L-1", promised=timedelta(days=-3))
    came = shop.order("D-1", status=OrderStatus.DELIVERED)
    shop.parcel(came, awb="AWB-D-1", status=ShipmentStatus.DELIVERED)
    happened(ctx, "parcel.moved", "AWB-D-1", status="Delivered")
    happened(ctx, "return.requested", "D-1", reason="Too small")
    happened(ctx, "review.received", str(came.customer_id), rating=1, text="Torn")
    happened(ctx, "alert.opened", "channel:amazon", reason="sales_drop", text="channel:amazon")
    for number, total, line in (("N-1", 12_000, "12 MG Road"), ("N-2", 900, "MG")):
        buyer = shop.customer()
        shop.order(
            number, customer=buyer, address=shop.address(buyer, line1=line), total=total,
            status=OrderStatus.PENDING,
        )  # fmt: skip
        happened(ctx, "order.created", number)
    risky = shop.order("R-1", status=OrderStatus.PENDING, total=2500)
    ctx.session.add(
        OrderRiskRow(shop_id=shop.id, order_id=risky.id, version=1, chance=0.8, at=ctx.now)
    )
    happened(ctx, "order.rated", "R-1")
    shop.stock(shop.variant("LOW-1", "Cup"), shop.warehouse(), on_hand=3)
    happened(ctx, "stock.low", "LOW-1", value=10)


def everything_is_done_once(session: Session, shop: Shop, home: Path) -> None:
    """Check runs, tasks, and what each vendor received."""
    session.expire_all()
    runs = session.execute(
        select(WorkflowRow.name, WorkflowRunRow.subject, WorkflowRunRow.status)
        .join(WorkflowRow, WorkflowRow.id == WorkflowRunRow.workflow_id)
        .where(WorkflowRunRow.shop_id == shop.id)
        .where(WorkflowRow.shop_id == shop.id)
    ).all()
    assert {row.status for row in runs} == {"done"}
    begun = sorted((row.name, row.subject) for row in runs)
    assert len(begun) == len(set(begun))
    wanted = {one.name for one in workflows.library()} - {*NOT_HERE, "vip-care"}
    assert wanted <= {name for name, _ in begun}
    titles = session.scalars(select(TaskRow.title).where(TaskRow.shop_id == shop.id)).all()
    assert sorted(titles) == sorted(set(titles))
    received = [json.loads(line) for line in (home / "vendor.txt").read_text().splitlines()]
    by_key = {key: tuple(said) for key, *said in received}
    # A vendor that is told again is told the same under the same key, and so does it once.
    assert {(key, *said) for key, said in by_key.items()} == {tuple(one) for one in received}
    assert len(set(by_key.values())) == len(by_key)
    sent = {
        table: session.scalars(
            select(table.idempotency_key).where(table.shop_id == shop.id, table.status == "sent")
        ).all()
        for table in (DeliveryRow, OutboxRow)
    }
    assert len(by_key) == sum(map(len, sent.values()))
    assert {said[0] for said in by_key.values()} >= {"whatsapp", "courier", "webhook"}


def test_one_worker_that_dies_again_and_again_carries_all_that_ships_to_its_end(
    engine: Engine, database_url: str, session: Session, shop: Shop, tmp_path: Path
) -> None:
    if not database_url.startswith("sqlite"):
        pytest.skip("Two workers are tried on PostgreSQL.")
    everything_at_once(session, shop)
    deaths = 0
    for dies_at in range(6, 600, 12):
        worker = at_work(tmp_path, database_url, dies_at=dies_at, seconds=90, pace=PACE)
        if worker.wait(120) == 0:
            break
        deaths += 1
    assert deaths >= 5
    everything_is_done_once(session, shop, tmp_path)


@pytest.mark.postgres
def test_of_two_workers_one_dies_for_good_and_the_other_carries_all_that_ships_to_its_end(
    server: tuple[str, Session, Shop], tmp_path: Path
) -> None:
    url, session, shop = server
    everything_at_once(session, shop)
    doomed = at_work(tmp_path, url, dies_at=40, pace=PACE)
    other = at_work(tmp_path, url, seconds=90, pace=PACE)
    assert doomed.wait(60) == -signal.SIGKILL
    assert other.wait(120) == 0
    everything_is_done_once(session, shop, tmp_path)
