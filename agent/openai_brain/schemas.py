"""How a tool is described to an LLM."""

from functools import lru_cache
from typing import Any

from tools.base import Tool

Schema = dict[str, Any]

_DROPPED = frozenset({"title", "$defs", "discriminator", "pattern"})
"""Said better by the description, or not read by every provider; our own check stays as strict."""


@lru_cache(maxsize=256)
def schema_of(tool: Tool) -> Schema:
    """Return a tool as an entry of the chat completions request's `tools`; made once a tool."""
    arguments = tool.arguments.model_json_schema()
    return {
        "type": "function",
        "function": {
            "name": tool.name,
            "description": " ".join(tool.description.split()),
            "parameters": _plain(arguments, arguments.get("$defs", {})),
        },
    }


def _plain(schema: Schema, shared: dict[str, Schema]) -> Schema:
    """Write a schema with nothing that some provider stumbles over.

    References are written out. What may be null is merely optional: the providers disagree on how
    null is said, and an argument that is null is the same as one that is left out.
    """
    if "$ref" in schema:
        target = shared[schema["$ref"].rsplit("/", 1)[-1]]
        schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
    plain = {key: value for key, value in schema.items() if key not in _DROPPED}
    if plain.get("default", ...) is None:
        del plain["default"]
    if "properties" in plain:
        plain["properties"] = {
            name: _plain(each, shared) for name, each in schema["properties"].items()
        }
    if "items" in plain:
        plain["items"] = _plain(plain["items"], shared)
    choices = plain.pop("anyOf", None) or plain.pop("oneOf", None) or plain.pop("allOf", None)
    if choices is None:
        return plain
    kept = _without_null([_plain(choice, shared) for choice in choices])
    return {**kept[0], **plain} if len(kept) == 1 else {**plain, "anyOf": kept}


def _without_null(choices: list[Schema]) -> list[Schema]:
    """Drop null, and the text form of a number that a decimal also takes."""
    kept = [choice for choice in choices if choice.get("type") != "null"]
    numbers = [choice for choice in kept if choice.get("type") == "number"]
    return numbers if numbers and all(c.get("type") in ("number", "string") for c in kept) else kept
