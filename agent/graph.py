"""The graph of a turn: think, act (each call a task of its own), think again, answer.

State is plain JSON. A run's thread is its turn; its checkpoint is written only when the run stops
for an approval, and is deleted when the run ends.
"""

import asyncio
from collections.abc import Callable
from operator import add
from typing import Annotated, Any, TypedDict

from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.runtime import Runtime
from langgraph.types import Send, interrupt

from agent import runner
from agent.llm import CallOutcome, ChatModel, Request, ToolCall, Usage
from agent.scope import TurnScope
from agent.watching import CallNote, ThoughtNote

MOST_STEPS = 6
"""How often a model may think in one turn; at the last it must answer."""


class State(TypedDict):
    """What a turn carries from node to node."""

    direct: bool
    """The call came from a pressed button: it is run as it is, and answered in its own words."""
    calls: list[dict[str, Any]]
    outcomes: Annotated[list[dict[str, Any]], add]
    steps: int
    text: str
    question: dict[str, Any] | None
    brain: str
    usage: dict[str, int]
    versions: dict[str, str]


class Errand(TypedDict):
    """What one task of `act` is sent: its own call."""

    call: dict[str, Any]


def fresh_state(call: ToolCall | None = None) -> State:
    """Return where a turn starts: with a thought, or with a button's call."""
    return State(
        direct=call is not None,
        calls=[call.model_dump(mode="json")] if call else [],
        outcomes=[],
        steps=0,
        text="",
        question=None,
        brain="button" if call else "",
        usage=Usage().model_dump(),
        versions={},
    )


Graph = CompiledStateGraph[State, TurnScope, State, State]


def build(model: ChatModel, checkpointer: Any) -> Graph:
    """Return the graph that thinks with one model."""

    async def think(state: State, runtime: Runtime[TurnScope]) -> dict[str, Any]:
        scope = runtime.context
        last = state["steps"] + 1 >= MOST_STEPS
        with scope.house.sessions() as session:
            request = Request(
                text=scope.text,
                language=scope.language,
                past=scope.past,
                before=scope.summary.told(),
                outcomes=[_heard(outcome, scope) for outcome in state["outcomes"]],
                tools=() if last else tuple(scope.tools.values()),
                context=scope.context(session),
                attachments=scope.attachments,
                used=Usage.model_validate(state["usage"]),
                known=scope.known,
                began_by=state["brain"],
            )
            note = ThoughtNote(brain=model.name, request=request)
            with scope.house.watcher.thought(note):
                note.thought = thought = await model.think(request, scope.stream)
        return {
            "calls": [
                # Ids of our own: the same turn thought again makes the same calls.
                call.model_copy(update={"id": f"{state['steps']}.{index}"}).model_dump(mode="json")
                for index, call in enumerate(() if last else thought.calls)
            ],
            "steps": state["steps"] + 1,
            "text": thought.text,
            "question": thought.question.model_dump(mode="json") if thought.question else None,
            "brain": thought.brain or model.name,
            "usage": (request.used + thought.usage).model_dump(),
            "versions": {**state["versions"], **thought.versions},
        }

    async def act(state: Errand, runtime: Runtime[TurnScope]) -> dict[str, Any]:
        scope, wanted = runtime.context, ToolCall.model_validate(state["call"])
        # A run that goes on after its approval comes here again, and only looks up what it asked.
        begin = asyncio.to_thread if scope.again else _watched
        outcome = await begin(runner.begin, scope, wanted)
        if outcome.status == "awaiting_approval" and not scope.dry_run:
            interrupt({"turn": scope.turn, "call": wanted.id})
            outcome = await _watched(runner.conclude, scope, wanted)
        return {"outcomes": [outcome.model_dump(mode="json")]}

    graph = StateGraph(State, context_schema=TurnScope)
    graph.add_node("think", think)
    graph.add_node("act", act, input_schema=Errand)
    graph.add_conditional_edges(START, _calls_or_think, ["act", "think"])
    graph.add_conditional_edges("think", _calls_or_end, ["act", END])
    graph.add_conditional_edges("act", _think_again, ["think", END])
    return graph.compile(checkpointer=checkpointer)


async def _watched(
    step: Callable[[TurnScope, ToolCall], CallOutcome], scope: TurnScope, call: ToolCall
) -> CallOutcome:
    """Take one step of a call in a thread, and let who watches know how it went."""
    tool = scope.house.catalogue.get(call.name)
    note = CallNote(
        turn=scope.turn,
        call=call,
        tool=tool.name if tool else "unknown",
        effect=tool.effect.value if tool else "read",
    )
    with scope.house.watcher.call(note):
        outcome = await asyncio.to_thread(step, scope, call)
        note.status, note.facts = outcome.status, outcome.facts
    return outcome


def _calls_or_think(state: State) -> list[Send] | str:
    return _errands(state) or "think"


def _calls_or_end(state: State) -> list[Send] | str:
    return _errands(state) or END


def _errands(state: State) -> list[Send]:
    return [Send("act", Errand(call=call)) for call in state["calls"]]


def _think_again(state: State) -> str:
    return END if state["direct"] else "think"


def _heard(outcome: dict[str, Any], scope: TurnScope) -> CallOutcome:
    """Return an outcome for the model, silent where an earlier reply has said it."""
    heard = CallOutcome.model_validate(outcome)
    return heard.model_copy(update={"says": ""}) if heard.call.id in scope.told else heard
