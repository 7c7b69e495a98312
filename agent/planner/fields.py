"""What a tool's arguments are, read off their types."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import prompts
from agent.planner.recognise.found import Phrases
from tools.arguments import Kind
from tools.base import Arguments, Tool


@dataclass(frozen=True, slots=True)
class Field:
    """One argument of a tool."""

    name: str
    kind: Kind | None
    words: type[StrEnum] | None
    """The closed set it is a word of."""
    required: bool
    many: bool = False
    """Whether it takes a list of them."""

    @property
    def role(self) -> str:
        """`min` or `max` of a bound, `from` or `until` of days, else empty."""
        prefix = self.name.partition("_")[0]
        return prefix if prefix in ("min", "max", "from", "until") else ""


@cache
def fields_of(arguments: type[Arguments]) -> tuple[Field, ...]:
    """Return the arguments that can be found in words; others keep their defaults."""
    found = []
    for name, info in arguments.model_fields.items():
        kind, words = _meaning(info.annotation, tuple(info.metadata))
        if kind is not None or words is not None:
            many = _is_list(info.annotation)
            found.append(Field(name, kind, words, info.is_required(), many))
    return tuple(found)


def enums_of(tools: tuple[Tool, ...]) -> dict[str, dict[str, str]]:
    """Return tool name → argument name → name of the lexicon of its words."""
    return {
        tool.name: {
            field.name: lexicon_name(field.words)
            for field in fields_of(tool.arguments)
            if field.words is not None and _has_lexicon(lexicon_name(field.words))
        }
        for tool in tools
    }


def lexicon_name(words: type[StrEnum]) -> str:
    """Return `order_status` for `OrderStatus`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", words.__name__).lower()


_SMALL = frozenset(["all", "All", "none", "other", "Other"])
"""Words of a set that mean something else in a sentence: "all nobody-home cases" are the open ones.
Only what was written down says them."""


@cache
def enum_phrases(words: type[StrEnum]) -> Phrases:
    """Return how people say each word of a closed set; its own spelling, where nobody wrote it."""
    name = lexicon_name(words)
    written = prompts.lexicon(name) if _has_lexicon(name) else {}
    own = {member.value: [_spaced(member.value), member.value] for member in words}
    for value in _SMALL & written.keys() & own.keys():
        own[value] = []
    return Phrases({value: [*written.get(value, ()), *said] for value, said in own.items()})


def _spaced(value: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", value).lower()


def _has_lexicon(name: str) -> bool:
    return (files(prompts) / "lexicon" / f"{name}.toml").is_file()


def _is_list(annotation: Any) -> bool:
    """Tell a list from one thing, looking through `Optional` and `Annotated`."""
    origin = get_origin(annotation)
    if origin in (tuple, list, frozenset):
        return True
    looked_through = origin in (Union, UnionType, Annotated)
    return looked_through and any(_is_list(part) for part in get_args(annotation)[:2])


def _meaning(
    annotation: Any, metadata: tuple[Any, ...]
) -> tuple[Kind | None, type[StrEnum] | None]:
    """Look through `Optional` and `Annotated`, where a kind may lie."""
    for extra in metadata:
        if isinstance(extra, Kind):
            return extra, None
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return None, annotation
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *extras = get_args(annotation)
        return _meaning(inner, tuple(extras))
    if origin in (Union, UnionType, tuple, list, frozenset):
        for part in get_args(annotation):
            if part is not NoneType and part is not Ellipsis:
                found = _meaning(part, ())
                if found != (None, None):
                    return found
    if origin is Literal:
        return None, None
    return None, None
