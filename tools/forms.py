"""A tool's arguments as a form that a person can fill in, told from their types."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from commerce import words
from tools.arguments import Kind
from tools.base import Tool

PERIODS = (
    "today", "yesterday", "last_7_days", "last_30_days", "this_month", "last_month",
    "this_quarter", "this_fy", "last_fy", "all_time",
)  # fmt: skip
"""What a form offers; a tool takes any other period as well."""


_AREAS = {
    "Dimension": "reports-by",
    "ReportMetric": "reports-metric",
    "StaffRole": "people-role",
    "Topic": "approval-topic",
}
"""Where the words of a closed set stand in the catalogue, when not under the set's own name."""


class Shape(StrEnum):
    """What a person does to give a value."""

    TEXT = "text"
    NUMBER = "number"
    AMOUNT = "amount"
    DAY = "day"
    CHOICE = "choice"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value that can be chosen."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One argument of a tool."""

    name: str
    label: str
    shape: Shape
    required: bool
    options: tuple[Option, ...] = ()
    """Of a choice."""
    value: str = ""
    """What stands there when nobody touches it."""
    least: int | None = None
    most: int | None = None


def fields_of(tool: Tool, language: str) -> tuple[Field, ...]:
    """Return what a person could fill in for a tool, in the order of its arguments.

    Left out are arguments of other shapes (lists and tables of things): those are chosen elsewhere.
    """
    fields = tool.arguments.model_fields
    return tuple(
        field
        for name, info in fields.items()
        if (field := _field(name, info, language)) is not None
    )


def words_of(tool: Tool) -> set[str]:
    """Return the keys of the catalogue that a tool's form is written with."""
    keys = set()
    for name, info in tool.arguments.model_fields.items():
        plain, kinds = _plain(info)
        shape, _ = _shape(plain, kinds, words.FALLBACK)
        if shape is not None:
            keys.add(_key_of(name))
        if shape is Shape.CHOICE and Kind.PERIOD not in kinds:
            keys |= {_option_key(plain, member) for member in plain}
    return keys


def _field(name: str, info: FieldInfo, language: str) -> Field | None:
    plain, kinds = _plain(info)
    shape, options = _shape(plain, kinds, language)
    if shape is None:
        return None
    default = None if info.is_required() else info.get_default(call_default_factory=False)
    limits = {type(one).__name__: one for one in info.metadata}
    return Field(
        name=name,
        label=_label(_key_of(name), name, language),
        shape=shape,
        required=info.is_required(),
        options=options,
        value="" if default is None else _written(default),
        least=getattr(limits.get("Ge"), "ge", None),
        most=getattr(limits.get("Le"), "le", None),
    )


def _written(value: Any) -> str:
    return str(value.value if isinstance(value, StrEnum) else value)


def _plain(info: FieldInfo) -> tuple[Any, set[Kind]]:
    """Return the bare type of a field, without `| None`, and what kind of thing it is."""
    parts = list(_parts(info.annotation))
    kinds = {one for one in (*info.metadata, *parts) if isinstance(one, Kind)}
    types = [one for one in parts if isinstance(one, type) and one is not type(None)]
    return (types[0] if len(types) == 1 else None), kinds


def _parts(annotation: Any) -> Iterator[Any]:
    """Give the types and the metadata that an annotation is made of."""
    origin = get_origin(annotation)
    if origin is Annotated or hasattr(annotation, "__metadata__"):
        yield from annotation.__metadata__
        yield from _parts(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for inner in get_args(annotation):
            yield from _parts(inner)
    elif origin is None:
        yield annotation
    else:
        yield from (annotation, object)  # A container: two types, so no one shape.


def _shape(plain: Any, kinds: set[Kind], language: str) -> tuple[Shape | None, tuple[Option, ...]]:
    if Kind.PERIOD in kinds:
        return Shape.CHOICE, tuple(
            Option(value=name, label=words.say(language, f"form-period-{name}")) for name in PERIODS
        )
    if plain is None or not isinstance(plain, type):
        return None, ()
    if issubclass(plain, StrEnum):
        return Shape.CHOICE, tuple(_option(plain, member, language) for member in plain)
    shapes = {bool: Shape.YES_NO, int: Shape.NUMBER, Decimal: Shape.AMOUNT, date: Shape.DAY}
    return shapes.get(plain, Shape.TEXT if plain is str else None), ()


def _option(of: type[StrEnum], member: StrEnum, language: str) -> Option:
    label = _label(_option_key(of, member), member.value, language)
    return Option(value=member.value, label=label)


def _key_of(name: str) -> str:
    return f"form-{name.replace('_', '-')}"


def _option_key(of: type[StrEnum], member: StrEnum) -> str:
    """Name a word of a closed set as it is named everywhere: `order-status-Pending`."""
    own = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", of.__name__).lower()
    area = _AREAS.get(of.__name__, own)
    return f"{area}-{member}"


def _label(key: str, otherwise: str, language: str) -> str:
    """Return a label of the catalogue; a new argument shows its bare name until it has one."""
    label = words.say(language, key) if words.has(key) else otherwise.replace("_", " ")
    return label[:1].upper() + label[1:]
