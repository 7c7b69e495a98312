"""Figures of the running program for Prometheus: counts and times, never who or what.

Labels are names of our own (tools, brains, outcomes), so that there are few of them and none tells
of a person or a shop; anything else is counted as `other`.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy.orm import Session, sessionmaker

from agent.watching import CallNote, ThoughtNote, TurnNote
from app import waiting
from app.settings import Settings
from commerce.access import Role
from tools import TOOLS

CONTENT_TYPE = CONTENT_TYPE_LATEST

_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
_BRAINS = frozenset({"planner", "openai", "scripted", "button"})
_CHANNELS = frozenset({"web", "terminal"})
_ROLES = frozenset(role.value for role in Role)
_TOOLS = frozenset(tool.name for tool in TOOLS)
_OUTCOMES = frozenset({"done", "waiting", "failed", "awaiting_approval", "refused"})


class Metrics:
    """Counts what it watches (`agent.watching.Watcher`), and writes it for Prometheus."""

    def __init__(self, settings: Settings) -> None:
        self.registry = CollectorRegistry(auto_describe=True)
        self._prices = {
            "in": settings.openai_price_in / 1_000_000,
            "out": settings.openai_price_out / 1_000_000,
        }
        self._turns = self._counter(
            "superecom_turns", "Turns answered.", "brain", "channel", "role", "outcome"
        )
        self._turn_seconds = self._histogram(
            "superecom_turn_seconds", "From taking a message up to its stored reply.", "brain"
        )
        self._calls = self._counter(
            "superecom_tool_calls", "Steps of tool calls.", "tool", "effect", "outcome"
        )
        self._call_seconds = self._histogram(
            "superecom_tool_seconds", "One step of a tool call.", "tool"
        )
        self._thoughts = self._counter("superecom_thoughts", "Thoughts.", "brain", "outcome")
        self._thought_seconds = self._histogram("superecom_thought_seconds", "A thought.", "brain")
        self._tokens = self._counter("superecom_llm_tokens", "Tokens of the LLM.", "direction")
        self._cost = self._counter(
            "superecom_llm_cost", "Cost of the LLM, in the currency its prices are set in."
        )
        self._failures = self._counter(
            "superecom_llm_failures", "Thoughts that the LLM failed and the planner took over."
        )

    def read_from(self, sessions: sessionmaker[Session], now: Callable[[], datetime]) -> None:
        """Let what waits in the database be counted whenever somebody asks for the figures."""
        self.registry.register(_Waiting(sessions, now))

    def text(self) -> bytes:
        """Return everything in Prometheus' own format."""
        return generate_latest(self.registry)

    @contextmanager
    def turn(self, note: TurnNote) -> Iterator[None]:
        """Count a turn."""
        began = time.perf_counter()
        try:
            yield
        finally:
            brain = _known(note.brain, _BRAINS)
            self._turns.labels(
                brain,
                _known(note.channel, _CHANNELS),
                _known(note.role, _ROLES),
                _known(note.outcome, _OUTCOMES),
            ).inc()
            self._turn_seconds.labels(brain).observe(time.perf_counter() - began)

    @contextmanager
    def thought(self, note: ThoughtNote) -> Iterator[None]:
        """Count a thought, its tokens, and whether the LLM failed it."""
        began = time.perf_counter()
        try:
            yield
        finally:
            thought = note.thought
            brain = _known((thought.brain if thought else "") or note.brain, _BRAINS)
            self._thoughts.labels(brain, "done" if thought else "failed").inc()
            self._thought_seconds.labels(brain).observe(time.perf_counter() - began)
            if note.brain == "openai" and brain != "openai":
                self._failures.inc()
            if thought is not None:
                self._used({"in": thought.usage.tokens_in, "out": thought.usage.tokens_out})

    @contextmanager
    def call(self, note: CallNote) -> Iterator[None]:
        """Count a step of a tool call."""
        began = time.perf_counter()
        try:
            yield
        finally:
            tool = _known(note.tool, _TOOLS)
            self._calls.labels(tool, note.effect, _known(note.status, _OUTCOMES)).inc()
            self._call_seconds.labels(tool).observe(time.perf_counter() - began)

    def _used(self, tokens: Mapping[str, int]) -> None:
        for direction, number in tokens.items():
            self._tokens.labels(direction).inc(number)
            self._cost.inc(number * self._prices[direction])

    def _counter(self, name: str, help_: str, *labels: str) -> Counter:
        return Counter(name, help_, labels, registry=self.registry)

    def _histogram(self, name: str, help_: str, *labels: str) -> Histogram:
        return Histogram(name, help_, labels, buckets=_SECONDS, registry=self.registry)


class _Waiting(Collector):
    """Reads what waits from the database, when asked; all shops together."""

    def __init__(self, sessions: sessionmaker[Session], now: Callable[[], datetime]) -> None:
        self._sessions = sessions
        self._now = now

    def collect(self) -> Iterable[Metric]:
        """Give the gauges."""
        with self._sessions() as session:
            outbox = GaugeMetricFamily(
                "superecom_outbox", "Messages to the outside, by status.", labels=["status"]
            )
            for status in waiting.UNSENT:
                outbox.add_metric([status], waiting.outbox_count(session, status))
            yield outbox
            brought = GaugeMetricFamily(
                "superecom_deliveries",
                "Messages to people on messengers: those that wait, and those given up.",
                labels=["status"],
            )
            for status in waiting.UNSENT:
                brought.add_metric([status], waiting.deliveries_count(session, status))
            yield brought
            yield GaugeMetricFamily(
                "superecom_outbox_late_seconds",
                "How long the oldest message has been due; 0 where none is.",
                value=waiting.seconds_late(session, self._now()),
            )
            yield GaugeMetricFamily(
                "superecom_approvals_waiting",
                "Writes that wait for a yes.",
                value=waiting.approvals_waiting(session, self._now()),
            )
            yield GaugeMetricFamily(
                "superecom_conversations_busy",
                "Conversations being answered.",
                value=waiting.conversations_busy(session, self._now()),
            )


def _known(value: str, names: frozenset[str]) -> str:
    return value if value in names else "other"
