"""Carrying a run on, a step at a time.

Each step is one transaction: what it does, its line in the run's history, and where the run is
then. A worker that dies leaves either all of it or nothing, so that its effect is once, however
often the step is taken up again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

import structlog
from sqlalchemy.orm import Session, sessionmaker

from commerce import people, tasks
from commerce.context import Context
from commerce.db import begin_write
from commerce.db.tables import WorkflowRow, WorkflowRunRow, WorkflowStepRow
from commerce.errors import Ambiguous, CommerceError, Refused
from commerce.ports import Ports
from commerce.records.writing import CAUSES
from commerce.workflows import queries, queries_acting, queries_facts
from commerce.workflows.acting import BeyondLimit, Doing, Hands, act
from commerce.workflows.definition import (
    AskApproval,
    Branch,
    Definition,
    Each,
    Step,
    Stop,
    Wait,
    duration,
)
from commerce.workflows.events import LISTS
from commerce.workflows.explaining import outline
from commerce.workflows.facts import Facts, fill, gather, holds
from commerce.workflows.reading import parse
from commerce.workflows.running import Ticket, context_of
from commerce.workflows.timing import wait_until
from commerce.workflows.types import RunStatus, WorkflowStatus

log = structlog.get_logger()

LEASE: Final = timedelta(seconds=60)
MOST_STEPS_RUN: Final = 5_000
"""Steps of one run, those of its loops included."""


class Going(StrEnum):
    """How a run goes on after a step."""

    ON = "on"
    """At once."""
    WAIT = "wait"
    """Later, at the ticket's moment."""
    END = "end"
    """Not at all: it is over, stands still, or somebody else has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one step led to."""

    going: Going
    ticket: Ticket | None = None
    """With which it goes on after a wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shopfloor:
    """What runs need to go on."""

    sessions: sessionmaker[Session]
    ports: Ports
    clock: Callable[[], datetime]
    hands: Hands
    lease: timedelta = LEASE
    """After so long without a step another worker takes a run up."""


def advance(floor: Shopfloor, ticket: Ticket) -> Outcome:
    """Make the next step of a run, in a transaction of its own.

    Safe to call in any number of threads and processes, and to kill at any moment.
    """
    now = floor.clock()
    with floor.sessions() as session:
        begin_write(session, ticket.shop_id)
        run = queries.run(session, ticket.shop_id, ticket.run_id, lock=True)
        if run is None or run.segment != ticket.segment:
            return Outcome(going=Going.END)
        if run.status not in (RunStatus.QUEUED, RunStatus.WAITING):
            return Outcome(going=Going.END)
        # Of a run under way it is the end of its lease; what it remembers tells that it is.
        is_later = run.status == RunStatus.WAITING or not run.values
        if is_later and run.wake_at is not None and run.wake_at > now:
            return Outcome(going=Going.WAIT, ticket=replace(ticket, at=run.wake_at))
        workflow = queries.of_id(session, ticket.shop_id, run.workflow_id)
        if workflow.status == WorkflowStatus.PAUSED:
            _move(run, RunStatus.PAUSED, now)
            session.commit()
            return Outcome(going=Going.END)
        outcome = _Walk(session, floor, run, workflow, now).step()
        session.commit()
        return outcome


def carry_on(floor: Shopfloor, ticket: Ticket) -> Outcome:
    """Make the steps of a run until it waits or ends."""
    outcome = advance(floor, ticket)
    while outcome.going is Going.ON:
        outcome = advance(floor, ticket)
    return outcome


def _move(run: WorkflowRunRow, status: RunStatus, now: datetime, error: str | None = None) -> None:
    run.status, run.changed_at, run.error = status.value, now, error
    run.waits_for = None
    over = status in (RunStatus.DONE, RunStatus.FAILED, RunStatus.CANCELLED)
    run.wake_at, run.ended_at = None, now if over else None


def block(definition: Definition, path: str) -> tuple[Step, ...]:
    """Return the steps that a path leads to: `` is the outermost, `1.then.` those of a branch."""
    steps: tuple[Step, ...] = definition.steps
    parts = path.split(".")[:-1]
    for number, lane in zip(parts[::2], parts[1::2], strict=True):
        inner: Any = steps[int(number)]
        steps = inner.otherwise if lane == "else" else getattr(inner, lane)
    return steps


class _Walk:
    """One step of one run."""

    def __init__(
        self, session: Session, floor: Shopfloor, run: WorkflowRunRow, workflow: WorkflowRow,
        now: datetime,
    ) -> None:  # fmt: skip
        self._session = session
        self._floor = floor
        self._run = run
        self._workflow = workflow
        self._now = now
        self._stack: list[dict[str, Any]] = [dict(frame) for frame in run.stack]
        stored = queries.definition_of(session, run.shop_id, run.workflow_id, run.version)
        self._definition = parse(stored)

    def step(self) -> Outcome:
        """Make the next step and write down where the run is then."""
        self._end_wait()
        found = self._next()
        if found is None:
            return self._ended()
        step, key = found
        actor = people.actor_by_id(self._session, self._run.shop_id, self._run.person_id)
        if actor is None:
            return self._failed(step, key, {}, Refused("error-workflow-person-gone"))
        if self._run.values.get("made", 0) >= MOST_STEPS_RUN:
            return self._failed(step, key, {}, Refused("error-workflow-too-many-steps"))
        ctx = replace(
            context_of(self._session, self._run.shop_id, self._now), actor=actor,
            ports=self._floor.ports, turn_id=f"run:{self._run.id}:{key}"[:255],
        )  # fmt: skip
        self._session.info[CAUSES] = [*self._run.causes, self._run.workflow_id]
        return self._make(ctx, step, key)

    def _make(self, ctx: Context, step: Step, key: str) -> Outcome:
        about = (self._stack[-1]["about"][0], self._stack[-1]["about"][1])
        facts = gather(ctx, about, self._run.event, self._remembered())
        asked = step.model_dump(mode="json", by_alias=True, exclude={"then", "otherwise", "steps"})
        try:
            with self._session.begin_nested():
                done = self._do(ctx, step, key, about, facts)
        except BeyondLimit:
            return self._ask_for_limit(ctx, step, key, about, asked)
        except Refused as error:
            # The world moved on: it is done already, or can no more be. The rest still may.
            self._stack[-1]["at"] += 1
            self._note(step, key, "skipped", asked, {}, error.in_language(ctx.language))
            return self._go_on()
        except Exception as error:
            return self._failed(step, key, asked, error)
        if isinstance(done, Outcome):
            return done
        self._note(step, key, "done", asked, done)
        return self._ended() if isinstance(step, Stop) else self._go_on()

    def _do(
        self, ctx: Context, step: Step, key: str, about: tuple[str, str], facts: Facts
    ) -> dict[str, Any] | Outcome:
        match step:
            case Branch():
                so = holds(step.condition, facts)
                self._enter(f"{key_path(self._stack)}.{'then' if so else 'else'}.", about)
                return {"so": so}
            case Each():
                things = queries_facts.things(ctx, step.of, about, step.limit)
                kind = LISTS[step.of].subject.value
                items = [[kind, name] for name in things]
                if items:
                    path = f"{key_path(self._stack)}.steps."
                    self._enter(path, (kind, things[0]), items=items)
                else:
                    self._stack[-1]["at"] += 1
                return {"count": len(items)}
            case Wait():
                until = wait_until(step, ctx.zone, self._now)
                self._stack[-1]["at"] += 1
                self._note(step, key, "waiting", _asked(step), {"until": until.isoformat()})
                return self._park(key, until, step.until)
            case AskApproval():
                return self._ask(ctx, step, key, about, facts)
            case Stop():
                return {}
            case _:
                result = act(step, self._doing(ctx, key, about, facts))
                self._stack[-1]["at"] += 1
                return result

    def _doing(self, ctx: Context, key: str, about: tuple[str, str], facts: Facts) -> Doing:
        allowed = None
        if (person := self._run.values.get(f"yes:{key}")) is not None:
            decider = people.actor_by_id(self._session, self._run.shop_id, person)
            allowed = replace(ctx, actor=decider) if decider is not None else None
        return Doing(
            ctx=ctx, about=about, facts=facts, key=f"wf:{self._run.id}:{key}",
            hands=self._floor.hands, allowed_by=allowed,
        )  # fmt: skip

    # asking

    def _ask(
        self, ctx: Context, step: AskApproval, key: str, about: tuple[str, str], facts: Facts
    ) -> Outcome | dict[str, Any]:
        """Ask, or go on with what was answered."""
        task = self._run.values.get("task") if self._run.values.get("asks") == key else None
        until = self._now + duration(step.within)
        if task is None:
            number = tasks.create(
                ctx, key=f"wf:{self._run.id}:{key}", title=fill(step.ask, facts), due_at=until,
                to=step.to, subject_kind=about[0], subject=about[1], question=True,
            )  # fmt: skip
            self._remember(task=number, asks=key)
            self._note(step, key, "waiting", _asked(step), {"task": number})
            return self._park(key, until, "task.answered")
        yes, _ = self._answer(ctx, int(task))
        self._remember(task=None, asks=None)
        self._enter(f"{key_path(self._stack)}.{'then' if yes else 'else'}.", about)
        return {"task": task, "yes": yes}

    def _ask_for_limit(
        self, ctx: Context, step: Step, key: str, about: tuple[str, str], asked: dict[str, Any]
    ) -> Outcome:
        """Ask whoever may for their yes; without it the step is left out."""
        task = self._run.values.get("task") if self._run.values.get("asks") == key else None
        if task is None:
            thing = ctx.say(f"workflow-about-{about[0]}", name=about[1])
            title = ctx.say(
                "workflow-approve-money", workflow=self._workflow.title, subject=thing,
                action=self._said(ctx, key),
            )  # fmt: skip
            until = self._now + timedelta(days=1)
            number = tasks.create(
                ctx, key=f"wf:{self._run.id}:{key}:limit", title=title, due_at=until, to=None,
                subject_kind=about[0], subject=about[1], question=True,
            )  # fmt: skip
            self._remember(task=number, asks=key)
            self._note(step, key, "waiting", asked, {"task": number})
            return self._park(key, until, "task.answered")
        yes, person = self._answer(ctx, int(task))
        self._remember(task=None, asks=None)
        if yes and person is not None:
            self._remember(**{f"yes:{key}": person})
            return self._stay()
        self._stack[-1]["at"] += 1
        self._note(step, key, "skipped", asked, {"task": task, "yes": False})
        return self._stay()

    def _answer(self, ctx: Context, task: int) -> tuple[bool, int | None]:
        row = queries_acting.task(ctx, task)
        queries_acting.withdraw_task(ctx, task)
        return (row.status == "yes", row.ended_by) if row is not None else (False, None)

    def _said(self, ctx: Context, key: str) -> str:
        place = key.partition("@")[0]
        todo = list(outline(self._definition, ctx.language, ctx.currency))
        while todo:
            node = todo.pop()
            if node.key == place:
                return node.text
            todo += [one for _, lane in node.lanes for one in lane]
        return place

    # where the run is

    def _next(self) -> tuple[Step, str] | None:
        """Return the next step and its key; `None` where the run is at its end."""
        while self._stack:
            frame = self._stack[-1]
            steps = block(self._definition, frame["path"])
            if frame["at"] < len(steps):
                turns = "".join(f"@{f['turn']}" for f in self._stack if "items" in f)
                return steps[frame["at"]], f"{frame['path']}{frame['at']}{turns}"
            turn = frame.get("turn", 0) + 1
            if turn < len(frame.get("items", [])):
                frame |= {"turn": turn, "at": 0, "about": frame["items"][turn]}
            else:
                self._stack.pop()
        return None

    def _enter(
        self, path: str, about: tuple[str, str], *, items: list[list[str]] | None = None
    ) -> None:
        self._stack[-1]["at"] += 1
        frame: dict[str, Any] = {"path": path, "at": 0, "about": list(about)}
        self._stack.append(frame if items is None else {**frame, "items": items, "turn": 0})

    def _end_wait(self) -> None:
        run = self._run
        if (key := run.values.get("waits")) is None:
            return
        happened = bool(run.values.get("wait.happened"))
        line = queries.step(self._session, run.shop_id, run.id, key)
        if line is not None and line.status == "waiting":
            line.status, line.at = "done", self._now
            line.result = {**line.result, "happened": happened}
        run.status, run.waits_for = RunStatus.QUEUED.value, None
        self._remember(waits=None)

    def _remembered(self) -> dict[str, Any]:
        return {k: v for k, v in self._run.values.items() if k.startswith("wait.")}

    def _remember(self, **values: Any) -> None:
        kept = {**self._run.values, **values}
        self._run.values = {name: value for name, value in kept.items() if value is not None}

    # what comes of it

    def _park(self, key: str, until: datetime, event: str | None) -> Outcome:
        run = self._run
        self._remember(waits=key, **{"wait.happened": False})
        run.status, run.wake_at, run.waits_for = RunStatus.WAITING.value, until, event
        run.segment += 1
        run.stack, run.changed_at = self._stack, self._now
        ticket = Ticket(shop_id=run.shop_id, run_id=run.id, segment=run.segment, at=until)
        return Outcome(going=Going.WAIT, ticket=ticket)

    def _go_on(self) -> Outcome:
        made = self._run.values.get("made", 0) + 1
        self._remember(made=made)
        return self._stay()

    def _stay(self) -> Outcome:
        run = self._run
        run.status, run.wake_at = RunStatus.QUEUED.value, self._now + self._floor.lease
        run.stack, run.changed_at = self._stack, self._now
        return Outcome(going=Going.ON)

    def _ended(self) -> Outcome:
        self._run.stack = []
        _move(self._run, RunStatus.DONE, self._now)
        return Outcome(going=Going.END)

    def _failed(self, step: Step, key: str, asked: dict[str, Any], error: Exception) -> Outcome:
        if isinstance(error, CommerceError | Ambiguous):
            said = str(error)
        else:
            log.error("workflow step failed", run=self._run.id, step=key, exc_info=error)
            said = type(error).__name__
        self._note(step, key, "failed", asked, {}, said)
        _move(self._run, RunStatus.FAILED, self._now, said)
        return Outcome(going=Going.END)

    def _note(
        self, step: Step, key: str, status: str, asked: dict[str, Any], result: dict[str, Any],
        error: str | None = None,
    ) -> None:  # fmt: skip
        line = queries.step(self._session, self._run.shop_id, self._run.id, key)
        if line is None:
            line = WorkflowStepRow(
                shop_id=self._run.shop_id, run_id=self._run.id, key=key, do=step.do
            )
            self._session.add(line)
        line.status, line.input, line.result = status, asked, result
        line.error, line.at = error, self._now
        self._session.flush()


def key_path(stack: list[dict[str, Any]]) -> str:
    """Return the place of the step that the innermost frame is at."""
    return f"{stack[-1]['path']}{stack[-1]['at']}"


def _asked(step: Step) -> dict[str, Any]:
    return step.model_dump(mode="json", by_alias=True, exclude={"then", "otherwise", "steps"})
