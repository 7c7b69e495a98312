"""Errors of a tool call as sentences: fix your call, it failed for good, or ask a person."""

import secrets
from typing import Any

import structlog
from pydantic import ValidationError

from agent.llm import ToolCall
from agent.results import CallResult, Status
from agent.scope import TurnScope
from commerce.errors import Ambiguous, CommerceError, NotAllowed, Refused
from tools.arguments import Kind
from tools.asking import Asks
from tools.cards import Button, ChoiceCard, Tap

log = structlog.get_logger()


def failure(scope: TurnScope, call: ToolCall, error: Exception) -> tuple[Status, CallResult]:
    """Turn an error into a sentence: the person's mistake, the business's no, or our fault."""
    match error:
        case ValidationError():
            wrong = "; ".join(
                f"{'.'.join(map(str, e['loc'])) or call.name}: {e['msg']}"
                for e in error.errors(include_url=False, include_input=False)
            )
            sentence = Refused("error-arguments", wrong=wrong).in_language(scope.language)
            return "failed", CallResult(says=sentence, error=sentence)
        case Asks():
            return "failed", _asked(error, error.in_language(scope.language))
        case Ambiguous():
            return "failed", _choices(scope, call, error)
        case NotAllowed() | Refused():
            sentence = error.in_language(scope.language)
            return "refused", CallResult(says=sentence, error=sentence)
        case CommerceError():
            sentence = error.in_language(scope.language)
            return "failed", CallResult(says=sentence, error=sentence)
        case _:
            reference = secrets.token_hex(4)
            log.error(
                "tool failed", tool=call.name, turn=scope.turn, reference=reference, exc_info=error
            )
            sentence = Refused("error-unexpected", reference=reference).in_language(scope.language)
            return "failed", CallResult(says=sentence, error=sentence)


def _choices(scope: TurnScope, call: ToolCall, error: Ambiguous) -> CallResult:
    """Offer what the words could have meant; each choice is the same call made exact."""
    sentence = error.in_language(scope.language)
    argument = _identifying_argument(scope, call, error)
    if argument is None:
        return CallResult(says=sentence, error=sentence)
    buttons = tuple(
        Button(
            label=label,
            says=label,
            tap=Tap(kind="call", tool=call.name, arguments={**call.arguments, argument: exact}),
        )
        for exact, label in error.choices
    )
    return CallResult(
        says=sentence, error=sentence, cards=(ChoiceCard(question=sentence, buttons=buttons),)
    )


def _asked(error: Asks, sentence: str) -> CallResult:
    choice = (ChoiceCard(question=sentence, buttons=error.buttons),) if error.buttons else ()
    return CallResult(
        says=sentence, error=sentence, facts=error.facts, cards=(*error.cards, *choice)
    )


_IDENTIFYING = (Kind.ORDER, Kind.PARCEL, Kind.PRODUCT, Kind.CUSTOMER, Kind.PERSON, Kind.WAREHOUSE)


def _identifying_argument(scope: TurnScope, call: ToolCall, error: Ambiguous) -> str | None:
    """Return the ambiguous argument: the one whose words the error repeats, or the only one."""
    fields = scope.tools[call.name].arguments.model_fields
    naming = [name for name, kind in _kinds(fields) if kind in _IDENTIFYING]
    said = [name for name in naming if call.arguments.get(name) in error.values.values()]
    return next(iter(said or naming), None)


def _kinds(fields: Any) -> list[tuple[str, Kind]]:
    found = []
    for name, field in fields.items():
        parts = [*field.metadata, *_nested(field.annotation)]
        found += [(name, part) for part in parts if isinstance(part, Kind)]
    return found


def _nested(annotation: Any) -> list[Any]:
    """Return the metadata of an `Annotated` inside `X | None`."""
    metadata = list(getattr(annotation, "__metadata__", ()))
    for inner in getattr(annotation, "__args__", ()):
        metadata += _nested(inner)
    return metadata
