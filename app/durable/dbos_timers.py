"""Bringing runs back on DBOS: queued, delayed, hastened, and recovered after a crash.

A run is not held in memory while it waits: its segment ends, and the next is enqueued with a delay,
under the id `shop:run:segment`. What DBOS repeats does no harm: a segment only asks the business to
carry a run on, which makes each step once, and refuses tickets that are older than the run.
"""

import asyncio
import fcntl
import json
import logging
import os
import socket
import threading
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any, Final

import structlog
from dbos import DBOS, DBOSConfig, Serializer, SetEnqueueOptions, SetWorkflowID, error

from commerce import workflows
from commerce.workflows import Going, Shopfloor, Ticket

log = structlog.get_logger()

QUEUE: Final = "workflow-segments"
LANGUAGE: Final = "1"
"""The version of segments: DBOS recovers only those of the same."""
POLL_SECONDS: Final = 0.5
KEPT: Final = timedelta(days=2)
"""For how long what is over stays in DBOS's own tables; runs stay in ours."""
_EARLY_SECONDS: Final = 5.0

_floor: Shopfloor | None = None
_taken = threading.Lock()
"""DBOS is one a process."""


class _Json(Serializer):
    """Plain JSON: nothing that is read back can be code."""

    def name(self) -> str:
        """Say what it is called in the tables."""
        return "superecom_json"

    def serialize(self, data: Any) -> str:
        """Return data as text."""
        return json.dumps(data)

    def deserialize(self, serialized_data: str) -> Any:
        """Return what a text says."""
        return json.loads(serialized_data)


@DBOS.step(name="carry_on", retries_allowed=True, max_attempts=3)
async def _carry_on(shop_id: int, run_id: int, segment: int, at: str) -> list[Any] | None:
    """Carry a run on until it waits or ends; return the next ticket's segment and moment."""
    if _floor is None:
        return None
    ticket = Ticket(shop_id=shop_id, run_id=run_id, segment=segment, at=datetime.fromisoformat(at))
    while True:
        outcome = await asyncio.to_thread(workflows.carry_on, _floor, ticket)
        if outcome.going is not Going.WAIT or outcome.ticket is None:
            return None
        if outcome.ticket.segment != segment:
            return [outcome.ticket.segment, outcome.ticket.at.isoformat()]
        # Brought back a little early: clocks differ.
        left = (outcome.ticket.at - _floor.clock()).total_seconds()
        if left > _EARLY_SECONDS:
            return None
        await asyncio.sleep(max(left, 0.01))


@DBOS.workflow(name="workflow_segment")
async def _segment(shop_id: int, run_id: int, segment: int, at: str) -> None:
    following = await _carry_on(shop_id, run_id, segment, at)
    if following is None or _floor is None:
        return
    number, when = following
    left = (datetime.fromisoformat(when) - _floor.clock()).total_seconds()
    with (
        SetWorkflowID(f"{shop_id}:{run_id}:{number}"),
        SetEnqueueOptions(delay_seconds=max(left, 0.0)),
    ):
        await DBOS.enqueue_workflow_async(QUEUE, _segment, shop_id, run_id, number, when)


class DbosTimers:
    """Fills `Timers` on DBOS."""

    def __init__(self, floor: Shopfloor, *, url: str, folder: Path, at_once: int = 8) -> None:
        """Take what runs need.

        Args:
            floor: What runs need.
            url: DBOS's own database: `sqlite:///…` or `postgresql+psycopg://…`.
            folder: Where each process of this machine finds a number of its own.
            at_once: How many runs are carried on at once.
        """
        self._floor = floor
        self._url = url
        self._folder = folder
        self._at_once = at_once
        self._slot: IO[str] | None = None

    def start(self) -> None:
        """Begin to bring runs back; those of this executor that a crash cut off come first.

        Raises:
            RuntimeError: Another program of this process has the engine.
        """
        global _floor
        if not _taken.acquire(blocking=False):
            raise RuntimeError("The durable engine is taken in this process.")
        _floor = self._floor
        logging.getLogger("dbos").propagate = False
        config: DBOSConfig = {
            "name": "superecom", "system_database_url": self._url,
            "application_version": LANGUAGE, "executor_id": self._executor(),
            "serializer": _Json(), "log_level": "ERROR", "run_migrations": True,
            "enable_otlp": False,
        }  # fmt: skip
        DBOS(config=config)
        DBOS.launch()
        DBOS.register_queue(
            QUEUE, worker_concurrency=self._at_once, polling_interval_sec=POLL_SECONDS
        )

    def put(self, tickets: Sequence[Ticket]) -> None:
        """Have runs brought back; the same ticket twice is one, and an earlier time counts."""
        now = self._floor.clock()
        for ticket in tickets:
            name = _name(ticket)
            left = max((ticket.at - now).total_seconds(), 0.0)
            with SetWorkflowID(name), SetEnqueueOptions(delay_seconds=left):
                DBOS.enqueue_workflow(
                    QUEUE, _segment, ticket.shop_id, ticket.run_id, ticket.segment,
                    ticket.at.isoformat(),
                )  # fmt: skip
            if ticket.segment and not left:
                # It waits there already, for later: what it waited for came.
                with suppress(error.DBOSException):
                    DBOS.set_workflow_delay(name, delay_seconds=0)

    def lost(self, tickets: Sequence[Ticket]) -> Sequence[Ticket]:
        """Return those that do not wait in the queue: their executor died, or never had them."""
        names = {_name(ticket): ticket for ticket in tickets}
        if not names:
            return []
        found = DBOS.list_workflows(workflow_ids=list(names), load_input=False, load_output=False)
        waiting = {one.workflow_id for one in found if one.status in ("ENQUEUED", "DELAYED")}
        gone = [one.workflow_id for one in found if one.status == "PENDING"]
        for name in gone:
            with suppress(error.DBOSException):
                DBOS.cancel_workflow(name)
        return [ticket for name, ticket in names.items() if name not in waiting]

    def tidy(self) -> None:
        """Throw away DBOS's own notes of what is over."""
        before = (datetime.now(UTC) - KEPT).isoformat()
        over = DBOS.list_workflows(
            completed_before=before, limit=1_000, load_input=False, load_output=False
        )
        if over:
            DBOS.delete_workflows([one.workflow_id for one in over])

    def stop(self, seconds: float) -> None:
        """Take up nothing more, and let what is under way end."""
        global _floor
        DBOS.destroy(workflow_completion_timeout_sec=int(seconds))
        _floor = None
        if self._slot is not None:
            self._slot.close()
            self._slot = None
        _taken.release()

    def _executor(self) -> str:
        """Return a name that is this process's alone, and the next one's in its place."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for number in range(1_000):
            slot = (self._folder / f"executor-{number}").open("a")
            try:
                fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                slot.close()
                continue
            self._slot = slot
            return f"{socket.gethostname()}-{number}"
        return f"{socket.gethostname()}-{os.getpid()}"


def _name(ticket: Ticket) -> str:
    return f"{ticket.shop_id}:{ticket.run_id}:{ticket.segment}"
