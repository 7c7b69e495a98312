"""What a workflow can be built from, with the words for it: read off the language itself.

A form that is made from this asks for what the language takes and offers no more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from pydantic import BaseModel

from commerce import words
from commerce.words import say
from commerce.workflows.definition import (
    NEEDS,
    AskApproval,
    Branch,
    Cron,
    Daily,
    Definition,
    Each,
    OnEvent,
    Step,
)
from commerce.workflows.events import EVENTS, LISTS, LOW_STOCK
from commerce.workflows.explaining import ENUMS
from commerce.workflows.fields import EVERYWHERE, FIELDS, OPS, REACHES

PartKind = Literal[
    "text", "long", "choice", "number", "yes_no", "duration", "clock", "event", "list",
    "condition", "values", "several",
]  # fmt: skip
"""What is filled in: `values` are names with texts, `several` is any of the choices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value that can be taken, and what it is called."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing to fill in, under the name that it has in a definition."""

    name: str
    label: str
    kind: PartKind
    required: bool
    value: str | int | bool | None
    """What holds where it is left out."""
    choices: tuple[Choice, ...] = ()
    least: int | None = None
    most: int | None = None
    only: str = ""
    """Of which event alone; empty is every one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One kind of step."""

    do: str
    label: str
    parts: tuple[Part, ...]
    lanes: tuple[str, ...]
    """Under which names steps stand inside of it."""
    needs: tuple[str, ...]
    """What a run must be about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One way to begin."""

    kind: Literal["event", "every", "cron"]
    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparable:
    """A field that conditions and texts can name."""

    name: str
    label: str
    type: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event or a list, and what it is about."""

    name: str
    label: str
    reaches: tuple[str, ...]
    """What the names of fields may begin with there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything that a workflow can be built from."""

    triggers: tuple[Trigger, ...]
    actions: tuple[Action, ...]
    limits: tuple[Part, ...]
    """Of the workflow as a whole."""
    events: tuple[Happening, ...]
    lists: tuple[Happening, ...]
    fields: tuple[Comparable, ...]
    ops: dict[str, tuple[Choice, ...]]
    """By the type of a field, the likeliest first."""


def catalogue(language: str = "en") -> Catalogue:
    """Return what a workflow can be built from, in one language."""
    return Catalogue(
        triggers=tuple(
            Trigger(
                kind=kind, label=say(language, f"workflow-begins-{kind}"),
                parts=tuple(_parts(model, language)),
            )
            for kind, model in _TRIGGERS.items()
        ),
        actions=tuple(_action(model, language) for model in get_args(get_args(Step)[0])),
        limits=tuple(
            part for part in _parts(Definition, language) if part.name in _OF_THE_WHOLE
        ),
        events=tuple(
            Happening(
                name=one.name, label=say(language, one.words),
                reaches=(*REACHES[one.subject], *EVERYWHERE),
            )
            for one in EVENTS.values()
        ),
        lists=tuple(
            Happening(
                name=one.name, label=say(language, one.words),
                reaches=(*REACHES[one.subject], *EVERYWHERE),
            )
            for one in LISTS.values()
        ),
        fields=tuple(
            Comparable(
                name=one.name, label=say(language, one.words), type=one.type.value,
                choices=_named(one.choices, ENUMS.get(one.name, ()), language),
            )
            for one in FIELDS.values()
        ),
        ops={
            kind.value: tuple(
                Choice(value=op.value, label=say(language, f"workflow-compare-{_dashed(op)}"))
                for op in ops
            )
            for kind, ops in OPS.items()
        },
    )  # fmt: skip


_TRIGGERS: Final[dict[Literal["event", "every", "cron"], type[BaseModel]]] = {
    "event": OnEvent, "every": Daily, "cron": Cron,
}  # fmt: skip
_OF_THE_WHOLE: Final = ("name", "title", "about", "once_every", "most_per_hour")
_LANES: Final = {Branch: ("then", "else"), AskApproval: ("then", "else"), Each: ("steps",)}
_ELSEWHERE: Final = frozenset(["do", "then", "else", "steps", "version", "when"])
"""What is no part to fill in: it is drawn."""
_KINDS: Final[dict[str, PartKind]] = {
    "for": "duration", "within": "duration", "due": "duration", "once_every": "duration",
    "at": "clock", "event": "event", "until": "event", "of": "list", "if": "condition",
    "values": "values", "body": "values", "ask": "long", "title": "text", "note": "long",
    "reason": "long", "about": "long",
}  # fmt: skip
"""What the schema alone does not tell: a length of time is a text to it."""
_ONLY: Final = {"below": LOW_STOCK, "product": LOW_STOCK}
_SAID: Final = {
    ("by",): "workflow-by", ("set_status", "to"): "order-status", ("slot",): "delivery-slot",
    ("purpose",): "workflow-purpose", ("every",): "workflow-every", ("on",): "workflow-day",
}  # fmt: skip


def _action(model: type[BaseModel], language: str) -> Action:
    do = str(get_args(model.model_fields["do"].annotation)[0])
    return Action(
        do=do, label=say(language, f"workflow-act-{_dashed(do)}"),
        parts=tuple(_parts(model, language, do)), lanes=_LANES.get(model, ()),
        needs=NEEDS.get(do, ()),
    )  # fmt: skip


def _parts(model: type[BaseModel], language: str, do: str = "") -> Iterator[Part]:
    schema = model.model_json_schema(by_alias=True)
    if "$ref" in schema:  # A step that holds steps describes itself among its parts.
        schema = {**schema["$defs"][schema["$ref"].rpartition("/")[2]], "$defs": schema["$defs"]}
    for name, shape in schema["properties"].items():
        if name in ("do", "then", "else", "steps", "version", "when") or (
            do == "" and name == "if"
        ):
            continue
        known = _resolved(shape, schema.get("$defs", {}))
        choices = tuple(str(one) for one in known.get("enum", ()) if one is not None)
        kind = "several" if shape.get("type") == "array" else _KINDS.get(name) or _kind(known)
        said = _SAID.get((do, name)) or _SAID.get((name,)) or ""
        yield Part(
            name=name, label=say(language, f"workflow-part-{_dashed(name)}"), kind=kind,
            required=name in schema.get("required", ()), value=_plain(shape.get("default")),
            choices=_named(choices, (said,), language) if kind in ("choice", "several") else (),
            least=known.get("minimum"), most=known.get("maximum"), only=_ONLY.get(name, ""),
        )  # fmt: skip


def _resolved(shape: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """Return the shape that a part has where it is given."""
    for one in (shape, *shape.get("anyOf", ()), shape.get("items", {})):
        if "$ref" in one:
            return _resolved(known[one["$ref"].rpartition("/")[2]], known)
        if one.get("type") not in (None, "null", "array") or "enum" in one:
            found: dict[str, Any] = one
            return found
    return shape


def _kind(shape: dict[str, Any]) -> PartKind:
    if "enum" in shape:
        return "choice"
    kinds: dict[str, PartKind] = {"integer": "number", "boolean": "yes_no", "object": "values"}
    return kinds.get(shape.get("type", ""), "text")


def _plain(value: Any) -> str | int | bool | None:
    return value if isinstance(value, str | int | bool) else None


def _named(values: tuple[str, ...], enums: tuple[str, ...], language: str) -> tuple[Choice, ...]:
    return tuple(Choice(value=one, label=_label(one, enums, language)) for one in values)


def _label(value: str, enums: tuple[str, ...], language: str) -> str:
    """Return what a value is called; itself where it is a name, as a courier's is."""
    keys = (f"{enum}-{value}" for enum in enums)
    return next((say(language, key) for key in keys if words.has(key)), value)


def _dashed(name: str) -> str:
    return str(name).replace("_", "-")
