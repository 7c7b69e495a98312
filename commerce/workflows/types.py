"""The words of workflows that a shop has, and of what became of their runs."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from commerce.money import Money
from commerce.workflows.definition import Definition


class WorkflowStatus(StrEnum):
    """Whether a workflow works."""

    ON = "on"
    PAUSED = "paused"
    """Nothing begins, and what is under way stands still until it is resumed."""
    OFF = "off"
    """Nothing begins; what is under way goes on to its end."""
    RETIRED = "retired"
    """Put away: it begins nothing and is in no list. What became of its runs is kept."""


class RunsLeft(StrEnum):
    """What becomes of the runs under way of a workflow that is put away."""

    FINISH = "finish"
    """They go on to their end."""
    STOP = "stop"
    """They are cancelled where they stand."""


class RunStatus(StrEnum):
    """Where a run stands."""

    QUEUED = "queued"
    """To be taken up, or under way."""
    WAITING = "waiting"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"
    """A step could not be made; it can be tried again."""
    CANCELLED = "cancelled"


LIVE = (RunStatus.QUEUED, RunStatus.WAITING, RunStatus.PAUSED)
"""A run in one of these is not over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    """One workflow of the shop."""

    id: int
    name: str
    title: str
    status: WorkflowStatus
    version: int
    definition: Definition
    owner: str
    """Who switched it on: it may do what they may."""
    on_since: datetime | None
    next_at: datetime | None
    """When it begins next, of one that begins by the clock."""
    live: int
    """Runs under way."""
    failed: int
    """Runs that wait for somebody to try again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStep:
    """One step that a run made."""

    key: str
    do: str
    status: str
    """`done`, `skipped`, `failed` or `waiting`."""
    input: dict[str, Any]
    result: dict[str, Any]
    error: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One time that a workflow ran."""

    id: int
    workflow: str
    version: int
    status: RunStatus
    subject_kind: str
    subject: str
    created_at: datetime
    wake_at: datetime | None
    waits_for: str | None
    ended_at: datetime | None
    error: str | None
    steps: tuple[RunStep, ...] = ()
    """Only where one run is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DryRun:
    """What a workflow would have done with what really happened."""

    days: int
    events: int
    """Events of its kind."""
    runs: int
    messages: int
    by_channel: dict[str, int]
    cost: Money
    """Of messages whose price is known."""
    unpriced: int
    """Messages whose price nobody told."""
    touched: dict[str, int]
    """Orders, parcels, customers and products it would have acted on, by kind."""
    actions: dict[str, int]
    """How often each action, by its word."""
    cut: bool
    """Whether there was more than was looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How the runs of all shops of a database stand."""

    live: int
    failed: int
    stuck: int
    """Runs that should have gone on long ago."""
