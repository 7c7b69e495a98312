"""Workers killed with signal 9: every effect is once, and nothing is left lying."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from commerce import workflows
from commerce.access import Role
from commerce.context import Context
from commerce.db.tables import EventRow, TaskRow, WorkflowRunRow
from commerce.records import happened
from commerce.vocabulary import OrderStatus, ShipmentStatus
from tests.builders import Shop

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
    home: Path, url: str, *, dies_at: int = 0, seconds: int = 60
) -> subprocess.Popen[bytes]:
    """Start a worker in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, str(WORKER), str(home), url, str(dies_at), str(seconds)], env=environment
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


@pytest.mark.postgres
def test_one_of_two_workers_dies_for_good_and_the_other_does_the_rest(
    postgres: object, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    databases = request.getfixturevalue("postgres")
    url = databases.take()
    from commerce.db import open_engine, session_factory

    own = open_engine(url)
    with session_factory(own)() as session:
        shop = Shop.open(session, now=datetime.now(UTC))
        failed_deliveries(session, shop, 6)
        doomed, other = at_work(tmp_path, url), at_work(tmp_path, url)
        time.sleep(3)
        doomed.send_signal(signal.SIGKILL)
        doomed.wait(10)
        assert other.wait(120) == 0
        nothing_is_doubled(session, shop, 6)
    own.dispose()
    databases.give_back(url)
