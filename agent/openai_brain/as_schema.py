"""Tools for servers that know none: the answer is JSON by a schema, one or several calls.

Small models behind llama.cpp and the like write no valid tool calls, but follow a schema, which the
server enforces letter by letter. They choose and fill; what was found they do not put into words,
for they get figures wrong: the tools' own sentences are the reply.
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from agent.errors import BrainFailed
from agent.llm import Thought, ToolCall
from agent.openai_brain.schemas import schema_of
from tools.base import Tool

REPLY = "reply"
"""The tool that is none: words for the person, such as a question."""
_MOST_CALLS = 3
_MOST_WORDS = 400
_SAMPLES = (
    ("kal ke cod orders dikhao", "find_orders", {"payment": "cod", "period": "yesterday"}),
    ("where is 1042", "track_parcel", {"parcel": "1042"}),
    ("today's summary", "business_summary", {"period": "today"}),
    ("cancel it", REPLY, {"text": "Which order?"}),
)
"""So that a small model sees that what was not said is left out."""


def body_of(messages: Sequence[dict[str, Any]], tools: tuple[Tool, ...]) -> dict[str, Any]:
    """Return the part of a request that names the tools and asks for calls."""
    return {
        "messages": [_with_tools(messages[0], tools), *map(_plain, messages[1:])],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "calls", "strict": True, "schema": _schema(tools)},
        },
    }


def thought_of(thought: Thought) -> Thought:
    """Return a thought whose words are JSON as the calls that they are.

    Raises:
        BrainFailed: They are none.
    """
    try:
        calls = json.loads(thought.text)["calls"]
        made = [(str(call["tool"]), dict(call["arguments"])) for call in calls]
    except (ValueError, KeyError, TypeError):
        raise BrainFailed("The model's answer was no call.") from None
    words = " ".join(str(given.get("text", "")) for name, given in made if name == REPLY).strip()
    wanted = tuple(
        ToolCall(id=f"call{number}", name=name, arguments=_said(given))
        for number, (name, given) in enumerate(made)
        if name != REPLY
    )
    if not wanted and not words:
        raise BrainFailed("The model's answer was empty.")
    return Thought(
        text="" if wanted else words, calls=wanted, usage=thought.usage, brain=thought.brain
    )


def _said(arguments: dict[str, Any]) -> dict[str, Any]:
    """Leave out what a schema makes a model write although nothing was said."""
    return {name: value for name, value in arguments.items() if value not in (None, "", [], {})}


def _with_tools(system: dict[str, Any], tools: tuple[Tool, ...]) -> dict[str, Any]:
    return {"role": "system", "content": f"{system['content']}\n\n{_described(tools)}"}


@lru_cache(maxsize=256)
def _described(tools: tuple[Tool, ...]) -> str:
    lines = ["Answer with JSON only: the calls to make. Tools:"]
    for tool in tools:
        function = schema_of(tool)["function"]
        first = function["description"].split(". ")[0].rstrip(".")
        lines.append(f"- {tool.name}({', '.join(function['parameters']['properties'])}): {first}")
    lines.append(f"- {REPLY}(text): say this instead; a short question, or that you cannot help")
    lines.append("Give only arguments that the person said. Samples:")
    for said, name, given in _SAMPLES:
        written = json.dumps({"calls": [{"tool": name, "arguments": given}]})
        lines.append(f"“{said}” → {written}")
    return "\n".join(lines)


@lru_cache(maxsize=256)
def _schema(tools: tuple[Tool, ...]) -> dict[str, Any]:
    choices = [
        _call(tool.name, _strict(schema_of(tool)["function"]["parameters"])) for tool in tools
    ]
    words = {"text": {"type": "string", "maxLength": _MOST_WORDS}}
    choices.append(_call(REPLY, _closed({"properties": words, "required": ["text"]})))
    return _closed(
        {
            "properties": {
                "calls": {
                    "type": "array", "minItems": 1, "maxItems": _MOST_CALLS,
                    "items": {"anyOf": choices},
                }
            },
            "required": ["calls"],
        }
    )  # fmt: skip


def _call(name: str, arguments: dict[str, Any]) -> dict[str, Any]:
    named = {"tool": {"type": "string", "enum": [name]}, "arguments": arguments}
    return _closed({"properties": named, "required": ["tool", "arguments"]})


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, **schema}


def _strict(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a tool's parameters without what only describes, which a grammar has no use for."""
    plain = {key: value for key, value in schema.items() if key not in ("description", "default")}
    if "properties" in plain:
        plain["properties"] = {name: _strict(each) for name, each in plain["properties"].items()}
        plain["additionalProperties"] = False
    if "items" in plain:
        plain["items"] = _strict(plain["items"])
    if "anyOf" in plain:
        plain["anyOf"] = [_strict(each) for each in plain["anyOf"]]
    return plain


def _plain(message: dict[str, Any]) -> dict[str, Any]:
    """Return a message as a server without tools takes it."""
    if message["role"] == "tool":
        return {"role": "user", "content": f"(found)\n{message['content']}"}
    if "tool_calls" not in message:
        return message
    calls = [
        {"tool": call["function"]["name"], "arguments": json.loads(call["function"]["arguments"])}
        for call in message["tool_calls"]
    ]
    return {"role": "assistant", "content": json.dumps({"calls": calls}, ensure_ascii=False)}
