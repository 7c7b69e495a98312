"""One turn, from what was said to the reply, through the graph and its approvals."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from langchain_core.runnables import RunnableConfig
from langgraph.types import Command
from sqlalchemy.orm import Session

from agent import compose, history, runner
from agent.checkpoints import Checkpoints
from agent.graph import Graph, State, fresh_state
from agent.honesty import checked
from agent.llm import CallOutcome, PastTurn, Question, ToolCall
from agent.messages import Reply
from agent.scope import TurnScope
from commerce.approvals import Approval

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A run that ended or stopped for an approval."""

    state: State
    began: float
    """`time.perf_counter()` at its start."""


class Turns:
    """Runs turns through the graph, and carries on those that waited for an approval."""

    def __init__(self, graph: Graph, checkpoints: Checkpoints) -> None:
        self._graph = graph
        self._checkpoints = checkpoints

    async def run(self, scope: TurnScope, call: ToolCall | None = None) -> Ended:
        """Run one turn; with `call`, a button's call as it is."""
        began = time.perf_counter()
        state = await self._invoke(fresh_state(call), scope, was_parked=False)
        return Ended(state=state, began=began)

    async def carry_on(self, scope: TurnScope, approval: Approval, *, yes: bool) -> Ended:
        """Carry on the run that waits for an approval which has just been decided.

        `scope` is that of the run: its turn, its conversation, its language.
        """
        began = time.perf_counter()
        waiting = await self._interrupt_of(scope, approval.call_id)
        if waiting is None:
            # The checkpoint is gone; the approval and the call are still in our own tables.
            state = await self._without_checkpoint(scope, approval)
        else:
            decided: Command[Any] = Command(resume={waiting: {"approved": yes}})
            state = await self._invoke(decided, scope, was_parked=True)
        return Ended(state=state, began=began)

    async def forget(self, turn: str) -> None:
        """Delete what was kept of a run that will never go on."""
        await self._checkpoints.end(turn, was_parked=True)

    async def _invoke(
        self, start: State | Command[Any], scope: TurnScope, *, was_parked: bool
    ) -> State:
        """Run until an approval, where the run is parked, or the end, where nothing is kept."""
        run = _config(scope)
        output = await self._graph.ainvoke(
            start, run, context=scope, durability="exit", version="v2"
        )
        if output.interrupts:
            await self._checkpoints.park(run)
        else:
            await self._checkpoints.end(scope.turn, was_parked=was_parked)
        return output.value

    async def _interrupt_of(self, scope: TurnScope, call: str) -> str | None:
        """Return the interrupt at which a call waits, its run brought back into memory."""
        run = _config(scope)
        if not await self._checkpoints.fetch(run):
            return None
        state = await self._graph.aget_state(run)
        return next((i.id for i in state.interrupts if i.value["call"] == call), None)

    async def _without_checkpoint(self, scope: TurnScope, approval: Approval) -> State:
        call = ToolCall(id=approval.call_id, name=approval.tool, arguments=approval.arguments)
        outcome = await asyncio.to_thread(runner.conclude, scope, call)
        return {**fresh_state(call), "outcomes": [outcome.model_dump(mode="json")]}


def tell(
    session: Session, scope: TurnScope, ended: Ended, *, only: str | None = None
) -> tuple[Reply, PastTurn]:
    """Return the reply of a run, and what is remembered of it.

    Nothing stands in the reply's words that the turn's facts do not carry.

    Args:
        only: The one call to tell of; `None` tells of all.
    """
    state = ended.state
    question = Question.model_validate(state["question"]) if state["question"] else None
    calls = compose.calls_of(session, scope)
    reply = compose.compose(
        session,
        scope,
        text=state["text"] or (question.text if question else ""),
        question=question,
        brain=state["brain"],
        milliseconds=round(1000 * (time.perf_counter() - ended.began)),
        rows=[call for call in calls if only in (None, call.call_id)],
    )
    if state["text"]:
        receipts = [call.result["receipt"] for call in calls if call.result["receipt"]]
        reply = _honest(scope, reply, state, receipts)
    remembered = history.remembered(
        scope.turn, scope.text, reply.text, calls, question, scope.attachments
    )
    return reply, remembered


def _honest(scope: TurnScope, reply: Reply, state: State, receipts: Sequence[str]) -> Reply:
    honest = checked(
        reply.text,
        outcomes=[CallOutcome.model_validate(outcome) for outcome in state["outcomes"]],
        receipts=receipts,
        question_text=scope.text,
        language=scope.language,
        cards=reply.cards,
        past=(scope.summary.as_past(), *scope.past) if scope.summary.turns else scope.past,
        today=scope.today,
        zone=scope.zone,
        known=(scope.actor.name, scope.shop_name),
    )
    if honest.removed:
        log.warning("words without facts", turn=scope.turn, removed=len(honest.removed))
    return reply.model_copy(update={"text": honest.text})


def _config(scope: TurnScope) -> RunnableConfig:
    return {"configurable": {"thread_id": scope.turn}}
