"""One turn, from the messages it takes up to the reply that is stored."""

import asyncio
import time
from collections.abc import Sequence
from typing import Any

import structlog
from langchain_core.runnables import RunnableConfig
from langgraph.types import Command

from agent import compose, runner
from agent.graph import Graph, State, fresh_state
from agent.honesty import checked
from agent.llm import CallOutcome, Question, ToolCall
from agent.messages import Reply
from agent.scope import TurnScope
from commerce import approvals
from commerce.approvals import Approval

log = structlog.get_logger()


class Turns:
    """Runs turns through the graph, and carries on those that waited for an approval."""

    def __init__(self, graph: Graph, checkpoints: Any) -> None:
        self._graph = graph
        self._checkpoints = checkpoints

    async def run(self, scope: TurnScope, call: ToolCall | None = None) -> tuple[Reply, State]:
        """Answer one turn; with `call`, run a button's call as it is."""
        began = time.perf_counter()
        end = await self._invoke(fresh_state(call), scope)
        reply = await asyncio.to_thread(self._reply, scope, end, began, None)
        return reply, end

    async def decide(self, scope: TurnScope, approval: Approval, *, yes: bool) -> Reply:
        """Carry on the run that waits for an approval which has just been decided.

        `scope` is that of the run: its turn, its conversation, its language.
        """
        began = time.perf_counter()
        waiting = await self._interrupt_of(scope, approval.call_id)
        if waiting is None:
            # The checkpoint is gone; the approval and the call are still in our own tables.
            end = await self._without_checkpoint(scope, approval)
        else:
            end = await self._invoke(Command(resume={waiting: {"approved": yes}}), scope)
        return await asyncio.to_thread(self._reply, scope, end, began, {approval.call_id})

    async def forget(self, turn: str) -> None:
        """Delete what was kept of a run that will never go on."""
        await self._checkpoints.adelete_thread(turn)

    async def _invoke(self, start: State | Command[Any], scope: TurnScope) -> State:
        """Run until the end or an approval; at the end nothing of the run is kept."""
        config = _config(scope)
        output = await self._graph.ainvoke(
            start, config, context=scope, durability="exit", version="v2"
        )
        if not output.interrupts:
            await self._checkpoints.adelete_thread(scope.turn)
        return output.value

    async def _interrupt_of(self, scope: TurnScope, call: str) -> str | None:
        state = await self._graph.aget_state(_config(scope))
        return next((i.id for i in state.interrupts if i.value["call"] == call), None)

    async def _without_checkpoint(self, scope: TurnScope, approval: Approval) -> State:
        call = ToolCall(id=approval.call_id, name=approval.tool, arguments=approval.arguments)
        outcome = await asyncio.to_thread(runner.conclude, scope, call)
        return {**fresh_state(call), "outcomes": [outcome.model_dump(mode="json")]}

    def _reply(self, scope: TurnScope, end: State, began: float, only: set[str] | None) -> Reply:
        """Compose the reply and let nothing in it stand that the turn's facts do not carry."""
        question = Question.model_validate(end["question"]) if end["question"] else None
        with scope.house.sessions() as session:
            reply = compose.compose(
                session,
                scope,
                text=end["text"] or (question.text if question else ""),
                question=question,
                brain=end["brain"],
                milliseconds=round(1000 * (time.perf_counter() - began)),
                only=only,
            )
            receipts = approvals.receipts_of(session, scope.actor.shop_id, [scope.turn])
        if not end["text"]:
            return reply
        outcomes = _outcomes(end)
        honest = checked(
            reply.text,
            outcomes=outcomes,
            receipts=[receipt.id for receipt in receipts],
            question_text=scope.text,
            language=scope.language,
        )
        if honest.removed:
            log.warning("words without facts", turn=scope.turn, removed=len(honest.removed))
        return reply.model_copy(update={"text": honest.text})


def _outcomes(end: State) -> Sequence[CallOutcome]:
    return [CallOutcome.model_validate(outcome) for outcome in end["outcomes"]]


def _config(scope: TurnScope) -> RunnableConfig:
    return {"configurable": {"thread_id": scope.turn}}
