"""A request written as the messages of a chat completion.

Every call that was made is answered by a message of the role `tool` right after it, or providers
refuse the whole request. What a tool found is fenced as data: reviews, notes and addresses are
written by strangers, and must not be able to leave the fence. What is personal is masked
(`agent.openai_brain.masking`).
"""

import json
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from agent.llm import CallOutcome, PastTurn, Request
from agent.openai_brain import files
from agent.openai_brain.masking import Mask

Message = dict[str, Any]

MOST_CHARACTERS = 12_000
"""Of one call's data. Longer lists are shortened and say so."""

_WROTE_NOTHING = "(The person said nothing more. Go on with what is known.)"


def messages_of(request: Request, mask: Mask) -> list[Message]:
    """Return the conversation so far, and what this turn's calls gave."""
    numbers = count(1)
    messages: list[Message] = []
    for turn in request.past:
        newest = turn is request.past[-1]
        messages += _past(turn, numbers, mask, with_facts=newest)
    said = mask.text(request.text.strip() or _WROTE_NOTHING) + files.described(request)
    messages.append({"role": "user", "content": said})
    return messages + _calls(request.outcomes, numbers, mask, with_facts=True)


def _past(turn: PastTurn, numbers: Iterable[int], mask: Mask, *, with_facts: bool) -> list[Message]:
    said = turn.reply or (turn.question.text if turn.question else "")
    heard = mask.text(turn.text.strip() or _WROTE_NOTHING)
    return [
        {"role": "user", "content": heard + files.named(turn.attachments)},
        *_calls(turn.outcomes, numbers, mask, with_facts=with_facts),
        *([{"role": "assistant", "content": mask.text(said)}] if said else []),
    ]


def _calls(
    outcomes: Sequence[CallOutcome], numbers: Iterable[int], mask: Mask, *, with_facts: bool
) -> list[Message]:
    """Return the calls in one message of the assistant, and an answer to each.

    Ids are given anew: each is unique in the request, and of the nine letters and digits that the
    strictest provider (Mistral) asks for.
    """
    if not outcomes:
        return []
    named = [
        (f"call{number:05d}", outcome) for outcome, number in zip(outcomes, numbers, strict=False)
    ]
    asked = [
        {
            "id": id_,
            "type": "function",
            "function": {
                "name": outcome.call.name,
                "arguments": json.dumps(mask.data(outcome.call.arguments), ensure_ascii=False),
            },
        }
        for id_, outcome in named
    ]
    return [
        {"role": "assistant", "content": None, "tool_calls": asked},
        *(
            {"role": "tool", "tool_call_id": id_, "content": _answer(outcome, mask, with_facts)}
            for id_, outcome in named
        ),
    ]


def _answer(outcome: CallOutcome, mask: Mask, with_facts: bool) -> str:
    """Return what a call gave, inside a fence that nothing in it can close."""
    data: dict[str, Any] = {"says": mask.text(outcome.says)}
    if with_facts:
        data["facts"] = mask.data(outcome.facts)
    if outcome.mentions:
        data["named_in_this_order"] = [
            {"kind": mention.kind.value, "id": mention.id, "label": mask.text(mention.label)}
            for mention in outcome.mentions
        ]
    return f"status: {outcome.status}\n{fenced(data)}"


def fenced(data: dict[str, Any]) -> str:
    """Return data inside a fence that nothing in it can close, shortened where it is long."""
    return f"<data>\n{_fitting(data)}\n</data>"


def _fitting(data: dict[str, Any]) -> str:
    for rows in (50, 20, 10, 5, 2, 0):
        text = json.dumps(_shortened(data, rows), ensure_ascii=False, default=str)
        if len(text) <= MOST_CHARACTERS:
            break
    # A stranger's "</data>" cannot end the fence: JSON spells the sign another way.
    return text[:MOST_CHARACTERS].replace("<", "\\u003c")


def _shortened(value: Any, rows: int) -> Any:
    match value:
        case dict():
            return {key: _shortened(each, rows) for key, each in value.items()}
        case list() | tuple():
            kept = [_shortened(each, rows) for each in value[:rows]]
            return [*kept, f"… {len(value) - rows} more, not shown"] if len(value) > rows else kept
        case _:
            return value
