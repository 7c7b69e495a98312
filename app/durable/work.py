"""What the worker does for workflows: hears, begins, and takes up what was left."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

import structlog

from app.durable.timers import PlainTimers, Timers
from commerce import workflows
from commerce.workflows import Shopfloor

log = structlog.get_logger()

HEAR_EVERY: Final = 1.0
"""Seconds between looks for what happened, and for what the clock begins."""
SWEEP_EVERY: Final = 5.0
"""Seconds between looks for runs that nobody brings back."""
WATCH_EVERY: Final = 300.0
"""Seconds between looks for stock that ran low."""
TIDY_EVERY: Final = 3_600.0
PATIENCE: Final = timedelta(seconds=5)
"""How long a run may be overdue before somebody looks where it is."""


class WorkflowWork:
    """Workflows at work, from the first that a shop has until `stop`."""

    def __init__(
        self, floor: Shopfloor, *, url: str, folder: Path, at_once: int = 8,
        patience: timedelta = PATIENCE,
    ) -> None:  # fmt: skip
        """Take what runs need, and where the durable engine keeps its own notes."""
        self._floor = floor
        self._url = url
        self._folder = folder
        self._at_once = at_once
        self._patience = patience
        self._timers: Timers | None = None
        self._stopping = False

    def steps(self) -> Sequence[tuple[float, Callable[[], object]]]:
        """Return what is to be done in the background, with the seconds between two times."""
        return (
            (HEAR_EVERY, self.hear),
            (SWEEP_EVERY, self.sweep),
            (WATCH_EVERY, self.watch),
            (TIDY_EVERY, self.tidy),
        )

    def hear(self) -> int:
        """Begin and wake runs by what happened and by the clock; return how many."""
        timers = self._working()
        if timers is None:
            return 0
        sessions, now = self._floor.sessions, self._floor.clock()
        tickets = [*workflows.hear(sessions, now), *workflows.begin_by_clock(sessions, now)]
        timers.put(tickets)
        return len(tickets)

    def sweep(self) -> int:
        """Take up runs that nobody brings back; return how many."""
        timers = self._working()
        if timers is None:
            return 0
        sessions, now = self._floor.sessions, self._floor.clock()
        lost = timers.lost(workflows.overdue(sessions, now, self._patience))
        if lost:
            log.warning("workflow runs taken up", count=len(lost))
            timers.put(workflows.take_over(sessions, lost, now))
        return len(lost)

    def watch(self) -> int:
        """Tell of stock that ran low, where a workflow listens."""
        return workflows.watch_stock(self._floor.sessions, self._floor.clock())

    def tidy(self) -> None:
        """Throw away the engine's notes of what is over."""
        if self._timers is not None:
            self._timers.tidy()

    def stop(self, seconds: float) -> None:
        """Take up nothing more, and let what is under way end."""
        self._stopping = True
        if self._timers is not None:
            self._timers.stop(seconds)
            self._timers = None

    def _working(self) -> Timers | None:
        """Return the timers, started with the first workflow that any shop has."""
        if (
            self._timers is None
            and not self._stopping
            and workflows.any_there(self._floor.sessions)
        ):
            self._timers = self._started()
        return self._timers

    def _started(self) -> Timers:
        from app.durable.dbos_timers import DbosTimers

        timers: Timers = DbosTimers(
            self._floor, url=self._url, folder=self._folder, at_once=self._at_once
        )
        try:
            timers.start()
        except RuntimeError:
            log.warning("workflows run by a plain loop: this process has an engine already")
            timers = PlainTimers(self._floor)
        return timers
