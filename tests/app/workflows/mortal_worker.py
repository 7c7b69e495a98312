"""A worker that dies without warning at the commit it is told, for crash tests.

Started as `mortal_worker.py HOME DATABASE_URL DIES_AT SECONDS PACE`. It works until nothing of
the workflows is under way, or dies with signal 9 before or after its n-th commit. So many minutes
are a second to it.
"""

import json
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
from commerce import deliveries, outbox
from commerce.db import open_engine, session_factory
from commerce.db.tables import DeliveryRow, OutboxRow, WorkflowEventRow, WorkflowRunRow
from commerce.deliveries import Outgoing, Part
from commerce.ports import (
    CourierAction,
    Instruction,
    LinkClosing,
    LinkRequest,
    LinkState,
    Ports,
    Refund,
    WebhookCall,
)
from commerce.workflows import Hands, Shopfloor, interpreting, timing
from commerce.workflows.definition import duration


class Vendor:
    """Every vendor at once: writes what it is given, under which key, into a file."""

    actions = frozenset(CourierAction)

    def __init__(self, file: Path) -> None:
        self._file = file

    def parts(self, outgoing: Outgoing, now: datetime) -> list[Part]:
        return [{"text": outgoing.body["text"]}]

    def send(self, outgoing: Outgoing, part: Part, key: str) -> str:
        return self._take(key, outgoing.channel, outgoing.address, part["text"])

    def instruct(self, instruction: Instruction) -> str:
        return self._take(instruction.key, "courier", instruction.awb, instruction.action.value)

    def call(self, call: WebhookCall) -> str:
        return self._take(call.key, "webhook", call.url, json.dumps(call.body, sort_keys=True))

    def send_link(self, link: LinkRequest) -> str:
        return self._take(link.key, "payments", link.order, str(link.amount))

    def refund(self, refund: Refund) -> str:
        return self._take(refund.key, "payments", refund.order, str(refund.amount))

    def close_link(self, closing: LinkClosing) -> str:
        return self._take(closing.key, "payments", closing.link, "closed")

    def link_state(self, key: str) -> LinkState:
        return LinkState.OPEN

    def _take(self, key: str, *said: str) -> str:
        line = json.dumps([key, *said])
        with self._file.open("a") as stream:
            stream.write(f"{line}\n")
        return key


def main() -> None:
    """Work until all is done, or until death."""
    home, url, dies_at, seconds, pace = Path(sys.argv[1]), *sys.argv[2:]
    for module in (timing, interpreting):
        module.__dict__["duration"] = lambda text: duration(text) / (60 * int(pace))
    for rules in (outbox.rules, deliveries.rules):
        rules.__dict__["LEASE"] = timedelta(seconds=1)
    engine = open_engine(url)
    sessions = session_factory(engine)
    if int(dies_at):
        _die_at(int(dies_at))
    vendor = Vendor(home / "vendor.txt")
    ports = Ports(couriers={"*": vendor}, payments=vendor, webhooks=vendor)
    floor = Shopfloor(
        sessions=sessions, ports=ports, clock=lambda: datetime.now(UTC),
        hands=Hands(connected=lambda: frozenset({"whatsapp", "sms"})), lease=timedelta(seconds=4),
    )  # fmt: skip
    own = url if url.startswith("postgres") else f"sqlite:///{home / 'durable.db'}"
    work = WorkflowWork(floor, url=own, folder=home / "workers", patience=timedelta(seconds=1))
    end = time.monotonic() + float(seconds)
    while time.monotonic() < end:
        work.hear()
        work.sweep()
        now = datetime.now(UTC)
        deliveries.deliver_due(sessions, {"whatsapp": vendor, "sms": vendor}, now)
        # What a courier is asked for tomorrow is told today.
        outbox.deliver_due(sessions, ports, now + timedelta(days=2))
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
        untold = session.scalar(select(OutboxRow.id).where(OutboxRow.status == "waiting").limit(1))
    return unheard is None and under_way is None and unsent is None and untold is None


if __name__ == "__main__":
    main()
