"""Thousands of runs that wait: what they hold and burn, how late they wake, how fast they begin.

On the durable engine and, in a shop of its own, by a plain loop over the same engine.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil
from sqlalchemy import insert, select
from sqlalchemy.orm import Session, sessionmaker

from app.durable import PlainTimers, Timers
from app.shops import found_shop
from commerce import people, workflows
from commerce.access import Role
from commerce.context import Context
from commerce.db import migrate, open_engine, session_factory
from commerce.db.tables import EventRow, ShopRow, WorkflowEventRow, WorkflowRunRow, WorkflowStepRow
from commerce.ports import Ports
from commerce.workflows import Hands, Shopfloor

IDLE_SECONDS = 20.0
WOKEN = 100
"""Runs whose wait is cut short, to see how late they are."""
_WAITING = """\
name: waits
title: Waits
when: {event: message.received}
once_every: 1m
most_per_hour: 10000
steps:
  - {do: wait, for: 4h, until: order.updated}
  - {do: create_task, title: "Woken"}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one way of bringing runs back came to."""

    way: str
    waiting: int
    starts_per_second: float
    """From an event to a run that waits."""
    megabytes: float
    """Of the whole process, while they wait."""
    idle_percent: float
    """Of one core, while they wait and nothing happens."""
    late_median_seconds: float
    """From the end of a wait to the step after it."""
    late_worst_seconds: float


def run(count: int, *, as_json: bool) -> None:
    """Measure both ways and print them."""
    found = measure(count)
    print(json.dumps([asdict(one) for one in found]) if as_json else table(found))  # noqa: T201


def measure(count: int) -> list[Measured]:
    """Return how both ways do, each in a process of its own."""
    found = []
    for way in ("durable", "plain"):
        with tempfile.TemporaryDirectory() as folder:
            told = subprocess.run(
                [sys.executable, "-m", "evals.bench.workflows", way, str(count), folder],
                check=True, capture_output=True, text=True, env={**os.environ},
            ).stdout  # fmt: skip
        found.append(Measured(**json.loads(told.splitlines()[-1])))
    return found


def _measure(way: str, count: int, folder: Path) -> Measured:
    engine = open_engine(f"sqlite:///{folder / 'shop.db'}")
    migrate(engine)
    sessions = session_factory(engine)
    shop_id = _shop(sessions)
    floor = Shopfloor(
        sessions=sessions, ports=Ports(), clock=lambda: datetime.now(UTC), hands=Hands()
    )
    timers, work_off = _timers(way, floor, folder)
    timers.start()
    began = time.monotonic()
    _tell(sessions, shop_id, count)
    timers.put(workflows.hear(sessions, datetime.now(UTC)))
    _until(lambda: _count(sessions, shop_id, "waiting") >= count, work_off)
    starts = count / (time.monotonic() - began)
    time.sleep(2)
    process = psutil.Process()
    before, since = sum(process.cpu_times()[:2]), time.monotonic()
    while time.monotonic() < since + IDLE_SECONDS:
        work_off()
        workflows.hear(sessions, datetime.now(UTC))
        time.sleep(1)
    idle = (sum(process.cpu_times()[:2]) - before) / (time.monotonic() - since)
    memory = process.memory_info().rss / 1e6
    late = _wake(sessions, shop_id, timers, work_off)
    timers.stop(5)
    engine.dispose()
    return Measured(
        way=way, waiting=count, starts_per_second=round(starts, 1), megabytes=round(memory, 1),
        idle_percent=round(100 * idle, 2), late_median_seconds=round(statistics.median(late), 2),
        late_worst_seconds=round(max(late), 2),
    )  # fmt: skip


def _timers(way: str, floor: Shopfloor, folder: Path) -> tuple[Timers, Callable[[], object]]:
    if way == "plain":
        plain = PlainTimers(floor)
        return plain, plain.work_off
    from app.durable.dbos_timers import DbosTimers

    url = f"sqlite:///{folder / 'durable.db'}"
    return DbosTimers(floor, url=url, folder=folder / "workers"), lambda: None


def _shop(sessions: sessionmaker[Session]) -> int:
    now = datetime.now(UTC)
    with sessions() as session:
        found_shop(session, name="Bench", now=now)
        shop = session.scalars(select(ShopRow)).one()
        owner = people.add_person(session, shop_id=shop.id, name="Owner", role=Role.OWNER, now=now)
        actor = people.actor_by_id(session, shop.id, owner.id)
        assert actor is not None
        ctx = Context(session=session, actor=actor, now=now - timedelta(minutes=1))
        workflows.create(ctx, workflows.read(_WAITING))
        session.commit()
        return shop.id


def _tell(sessions: sessionmaker[Session], shop_id: int, count: int) -> None:
    """Let that many customers write at once."""
    now = datetime.now(UTC)
    with sessions() as session:
        values = {"shop_id": shop_id, "kind": "message.received", "payload": {}, "at": now}
        session.execute(
            insert(EventRow), [{**values, "subject": str(1_000_000 + one)} for one in range(count)]
        )
        ids = session.scalars(
            select(EventRow.id).where(
                EventRow.shop_id == shop_id, EventRow.kind == "message.received"
            )
        ).all()
        session.execute(
            insert(WorkflowEventRow),
            [{"event_id": one, "shop_id": shop_id, "causes": []} for one in ids],
        )
        session.commit()


def _wake(
    sessions: sessionmaker[Session], shop_id: int, timers: Timers, work_off: Callable[[], object]
) -> list[float]:
    """Let the waits of some runs end now; return how late each made its next step."""
    now = datetime.now(UTC)
    with sessions() as session:
        rows = session.scalars(
            select(WorkflowRunRow).where(WorkflowRunRow.shop_id == shop_id).limit(WOKEN)
        ).all()
        tickets = []
        for row in rows:
            row.wake_at = now
            tickets.append(
                workflows.Ticket(shop_id=shop_id, run_id=row.id, segment=row.segment, at=now)
            )
        session.commit()
    timers.put(tickets)
    _until(lambda: _count(sessions, shop_id, "done") >= len(tickets), work_off)
    with sessions() as session:
        steps = session.scalars(
            select(WorkflowStepRow.at).where(
                WorkflowStepRow.shop_id == shop_id, WorkflowStepRow.do == "create_task"
            )
        ).all()
    return [(at - now).total_seconds() for at in steps]


def _count(sessions: sessionmaker[Session], shop_id: int, status: str) -> int:
    with sessions() as session:
        found = session.scalars(
            select(WorkflowRunRow.id).where(
                WorkflowRunRow.shop_id == shop_id, WorkflowRunRow.status == status
            )
        ).all()
    return len(found)


def _until(is_so: Callable[[], bool], work_off: Callable[[], object]) -> None:
    end = time.monotonic() + 3_600
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError("The runs did not come so far.")
        work_off()
        time.sleep(0.2)


def table(found: list[Measured]) -> str:
    """Return the figures as a table for a page."""
    lines = [
        "| | durable engine | plain loop |",
        "|---|---|---|",
    ]
    durable, plain = (asdict(one) for one in found)
    names = {
        "waiting": "runs waiting", "starts_per_second": "runs begun a second",
        "megabytes": "memory of the process, MB", "idle_percent": "idle, % of a core",
        "late_median_seconds": "woken after, median s",
        "late_worst_seconds": "woken after, worst s",
    }  # fmt: skip
    lines += [f"| {said} | {durable[name]} | {plain[name]} |" for name, said in names.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print(json.dumps(asdict(_measure(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])))))  # noqa: T201
