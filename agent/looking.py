"""A look at the business outside of a conversation: one read tool, run for whoever looks."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from agent.desk import Look
from agent.failures import failure
from agent.llm import ToolCall
from agent.results import CallResult, Status
from agent.scope import House, TurnScope, scope_outside
from commerce.access import Actor
from commerce.context import Context
from commerce.errors import NotAllowed, Refused
from commerce.words import FALLBACK
from tools import Effect

Found = TypeVar("Found")

_NOWHERE = "look"
"""Stands where a log line would name the turn."""


def look(house: House, actor: Actor, call: ToolCall, *, channel: str, language: str) -> Look:
    """Run a read tool and return what a person may see of it; nothing is ever written.

    What cannot be shown is told as in a conversation: a sentence, and a choice where one helps.
    """
    with house.sessions() as session:
        scope = scope_outside(
            house, session, actor, turn=_NOWHERE, channel=channel, language=language
        )
        try:
            tool = scope.tools.get(call.name)
            if tool is None:
                raise _refusal(scope, call)
            if tool.effect is not Effect.READ or tool.asks_first:
                raise Refused("error-look-writes")
            ctx = replace(scope.context(session), conversation_id=None, turn_id=None)
            found = tool.run(ctx, tool.arguments.model_validate(call.arguments))
            status: Status = "done"
            result = CallResult(facts=found.facts, says=found.says, cards=found.cards)
        except Exception as error:
            status, result = failure(scope, call, error)
        session.rollback()
    return Look(status=status, says=result.says, cards=result.cards, count=_count(result.facts))


def reading(house: House, actor: Actor, read: Callable[[Context], Found]) -> Found:
    """Return what an actor may read that no tool shows, such as a whole document.

    Raises:
        commerce.errors.CommerceError: As `read` does.
    """
    with house.sessions() as session:
        scope = scope_outside(
            house, session, actor, turn=_NOWHERE, channel="web", language=FALLBACK
        )
        return read(replace(scope.context(session), conversation_id=None, turn_id=None))


def _refusal(scope: TurnScope, call: ToolCall) -> NotAllowed | Refused:
    if call.name in scope.house.catalogue:
        return NotAllowed("error-not-allowed", role=scope.actor.role.value)
    return Refused("error-no-such-tool", name=call.name, tools=", ".join(scope.tools))


def _count(facts: dict[str, Any]) -> int | None:
    count = facts.get("count")
    return count if isinstance(count, int) else None
