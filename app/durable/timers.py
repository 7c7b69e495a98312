"""What brings runs back, as the rest sees it, and the plainest thing that does."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from commerce import workflows
from commerce.workflows import Shopfloor, Ticket


class Timers(Protocol):
    """Brings runs back when it is time, as often as it takes until a step is made."""

    def start(self) -> None:
        """Begin to bring runs back."""
        ...

    def put(self, tickets: Sequence[Ticket]) -> None:
        """Have runs brought back; the same ticket twice is one, and an earlier time counts."""
        ...

    def lost(self, tickets: Sequence[Ticket]) -> Sequence[Ticket]:
        """Return those of some overdue tickets that nobody will bring back any more."""
        ...

    def tidy(self) -> None:
        """Throw away what is long over."""
        ...

    def stop(self, seconds: float) -> None:
        """Take up nothing more, and let what is under way end."""
        ...


class PlainTimers:
    """Looks into the table of runs, and carries on what is due, one after the other.

    What the durable engine is measured beside, and what works where a second program of this
    process has the engine.
    """

    def __init__(self, floor: Shopfloor) -> None:
        """Take what runs need."""
        self._floor = floor

    def start(self) -> None:
        """Do nothing: it works when it is asked."""

    def put(self, tickets: Sequence[Ticket]) -> None:
        """Carry on what is due now; the rest is found in the table when its time has come."""
        now = self._floor.clock()
        for ticket in tickets:
            if ticket.at <= now:
                workflows.carry_on(self._floor, ticket)

    def lost(self, tickets: Sequence[Ticket]) -> Sequence[Ticket]:
        """Return all: nobody else knows of them."""
        return tickets

    def work_off(self, limit: int = 200) -> int:
        """Carry on what is due by the table; return how much that was."""
        due = workflows.overdue(
            self._floor.sessions, self._floor.clock(), timedelta(0), limit=limit
        )
        self.put(due)
        return len(due)

    def tidy(self) -> None:
        """Do nothing: there is nothing of its own."""

    def stop(self, seconds: float) -> None:
        """Do nothing: nothing is under way between two looks."""
