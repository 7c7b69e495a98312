"""A worker that dies without warning at the commit it is told, for crash tests.

Started as `mortal_worker.py HOME DATABASE_URL DIES_AT SECONDS`. It works until nothing of
the workflows is under way, or dies with signal 9 before or after its n-th commit.
"""

import os
import signal
import sys
import time
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy import event, select
from sqlalchemy.orm import Session

from app.durable import WorkflowWork
from commerce import deliveries
from commerce.db import open_engine, session_factory
from commerce.db.tables import DeliveryRow, WorkflowEventRow, WorkflowRunRow
from commerce.deliveries import Outgoing, Part
from commerce.ports import Ports
from commerce.workflows import Hands, Shopfloor, timing
from commerce.workflows.definition import duration


class Recorder:
    """A messenger's vendor: writes each message it is given into a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def parts(self, outgoing: Outgoing, now: datetime) -> list[Part]:
        return [{"text": outgoing.body["text"]}]

    def send(self, outgoing: Outgoing, part: Part, key: str) -> str:
        with self._file.open("a") as stream:
            stream.write(f"{key}\n")
        return key


def main() -> None:
    """Work until all is done, or until death."""
    home, url, dies_at, seconds = Path(sys.argv[1]), *sys.argv[2:]
    # A minute is a second.
    timing.__dict__["duration"] = lambda text: duration(text) / 60
    engine = open_engine(url)
    sessions = session_factory(engine)
    if int(dies_at):
        _die_at(int(dies_at))
    floor = Shopfloor(
        sessions=sessions, ports=Ports(), clock=lambda: datetime.now(UTC),
        hands=Hands(connected=lambda: frozenset({"whatsapp", "sms"})), lease=timedelta(seconds=4),
    )  # fmt: skip
    own = url if url.startswith("postgres") else f"sqlite:///{home / 'durable.db'}"
    work = WorkflowWork(floor, url=own, folder=home / "workers", patience=timedelta(seconds=1))
    sender = Recorder(home / "vendor.txt")
    end = time.monotonic() + float(seconds)
    while time.monotonic() < end:
        work.hear()
        work.sweep()
        deliveries.deliver_due(sessions, {"whatsapp": sender, "sms": sender}, datetime.now(UTC))
        if _is_done(sessions()):
            break
        time.sleep(0.1)
    work.stop(5)
    engine.dispose()


def _die_at(number: int) -> None:
    """Die at the n-th edge of a commit: the odd ones are before, the even ones after."""
    commits = count(1)

    def kill(_session: Session) -> None:
        if next(commits) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Session, "before_commit", kill)
    event.listen(Session, "after_commit", kill)


def _is_done(session: Session) -> bool:
    with session:
        # Of any shop: a database that was used before begins with another number.
        unheard = session.scalar(select(WorkflowEventRow.event_id).limit(1))
        under_way = session.scalar(
            select(WorkflowRunRow.id)
            .where(WorkflowRunRow.status.in_(("queued", "waiting", "paused")))
            .limit(1)
        )
        unsent = session.scalar(
            select(DeliveryRow.id)
            .where(
                DeliveryRow.status == "waiting",
                DeliveryRow.next_at <= datetime.now(UTC),
            )
            .limit(1)
        )
    return unheard is None and under_way is None and unsent is None


if __name__ == "__main__":
    main()
