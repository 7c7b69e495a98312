"""From text to a definition, and back. Whatever is wrong is named with its line and what would do.

YAML is read as data alone: no tags, no anchors, no dates, and only `true` and `false` are yes and
no, so that `on:` and `no` are the words they look like. JSON is read by the same reader.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, get_args

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from commerce.errors import CommerceError
from commerce.words import say
from commerce.workflows.definition import (
    MOST_STEPS,
    NEEDS,
    AskApproval,
    Branch,
    Definition,
    Step,
    Wait,
    compared,
    near,
    places_of,
    reachable,
    texts_of,
)
from commerce.workflows.fields import FIELDS, REACHES, Subject

MOST_LETTERS: Final = 64_000
MOST_NESTED: Final = 60
MOST_SAID: Final = 300
"""Letters of what was written that a problem says again."""
_UNSEEN: Final = str.maketrans("\x85\u2028\u2029", "   ")
"""Breaks that are lines to YAML, and to nobody who looks at the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong with a definition."""

    line: int
    """From 1; 0 where the definition did not come as text."""
    at: str
    """Which part: `steps.2.else.0.template`."""
    key: str
    values: dict[str, Any]

    def says(self, language: str = "en") -> str:
        """Return where something is wrong, and what would work."""
        said = self.bare(language)
        if self.line:
            return say(language, "workflow-problem-at", line=self.line, part=self.at, says=said)
        return say(language, "workflow-problem-part", part=self.at, says=said)

    def bare(self, language: str = "en") -> str:
        """Return what is wrong and what would work, without its place."""
        said = {
            name: f"{str(value)[:MOST_SAID]}…" if len(str(value)) > MOST_SAID else value
            for name, value in self.values.items()
        }
        return say(language, f"workflow-problem-{self.key}", **said)


class BadDefinition(CommerceError):
    """A workflow's definition is wrong; `problems` has every place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems, in the order of the text."""
        self.problems = tuple(sorted(problems, key=lambda one: (one.line, one.at)))
        super().__init__("error-workflow-definition", problem="")

    def in_language(self, language: str) -> str:
        """Return every problem, one a line."""
        return "\n".join(problem.says(language) for problem in self.problems)


class _Unwanted(yaml.MarkedYAMLError):
    """YAML, or JSON, that could be read and is not taken."""


class _Loader(yaml.SafeLoader):
    """Reads words as words: see the module."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML has it


for _kind, _pattern, _first in (
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("int", r"^[-+]?(?:0|[1-9][0-9]{0,15})$", list("-+0123456789")),
    ("float", r"^[-+]?[0-9]{1,15}\.[0-9]{1,15}$", list("-+0123456789")),
    ("bool", r"^(?:true|false)$", ["t", "f"]),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(_pattern), _first)


def read(text: str) -> Definition:
    """Return the definition that a text in YAML or JSON says.

    Raises:
        BadDefinition: Something is wrong; every place is named.
    """
    try:
        return parse(*_data(text))
    except BadDefinition as error:
        # Of JSON that is no YAML, and of a text as a whole, no line is known but the first.
        raise BadDefinition(
            [replace(one, line=max(1, one.line)) for one in error.problems]
        ) from None


def parse(data: object, node: yaml.Node | None = None) -> Definition:
    """Return the definition that plain data says.

    Args:
        data: What JSON gives.
        node: The text's own tree, by which lines are named.

    Raises:
        BadDefinition: Something is wrong; every place is named.
    """
    try:
        definition = Definition.model_validate(data)
    except ValidationError as error:
        raise BadDefinition(list(_of_validation(error, node))) from None
    except RecursionError:
        raise BadDefinition([_problem(node, (), "nested", most=MOST_NESTED)]) from None
    problems = list(_checked(definition, node))
    if problems:
        raise BadDefinition(problems)
    return definition


def plain(definition: Definition) -> dict[str, Any]:
    """Return a definition as plain JSON, with what was left out left out."""
    data: dict[str, Any] = definition.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {"version": definition.version, **data}


def write(definition: Definition) -> str:
    """Return a definition as YAML that `read` reads back the same."""
    return dump(plain(definition))


def data_of(text: str) -> object:
    """Return the plain data that a text in YAML or JSON holds, be it a definition or not.

    Raises:
        BadDefinition: It is neither YAML nor JSON.
    """
    return _data(text)[0]


def dump(data: object) -> str:
    """Return plain data as YAML, be it a definition or not."""
    text: str = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)
    return text


def schema() -> dict[str, Any]:
    """Return the JSON Schema of definitions."""
    return Definition.model_json_schema(by_alias=True)


def _data(text: str) -> tuple[object, yaml.Node | None]:
    if len(text) > MOST_LETTERS:
        raise BadDefinition([_problem(None, (), "text-long", most=MOST_LETTERS)])
    # A tab, which JSON is often indented by, is no space to YAML; within JSON's texts is none.
    text = text.translate(_UNSEEN)
    data = _json(text)
    try:
        node = _composed(text.replace("\t", " ") if data is not None else text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if data is None or isinstance(error, _Unwanted):
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark is not None else 1
            why = str(getattr(error, "problem", None) or type(error).__name__)
            raise BadDefinition(
                [Problem(line=line, at="-", key="syntax", values={"why": why})]
            ) from None
        return data, None
    if node is None:
        raise BadDefinition([_problem(None, (), "empty")])
    try:
        loader = _Loader("")
        data = loader.construct_document(node)
        loader.dispose()
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        raise BadDefinition(
            [Problem(line=line, at="-", key="syntax", values={"why": type(error).__name__})]
        ) from None
    return data, node


def _json(text: str) -> object | None:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _composed(text: str) -> yaml.Node | None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _unreadable("anchors (& and *)", event.start_mark)
        if getattr(event, "tag", None):
            raise _unreadable("tags (!)", event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_NESTED:
            raise _unreadable("nesting", event.start_mark)
    node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    _refuse_doubles(node)
    return node


def _unreadable(what: str, mark: Any) -> _Unwanted:
    return _Unwanted(problem=what, problem_mark=mark)


def _refuse_doubles(node: yaml.Node | None) -> None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.value in seen:
                raise _unreadable(f"“{getattr(key, 'value', '?')}” twice", key.start_mark)
            seen.add(key.value)
            _refuse_doubles(value)
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            _refuse_doubles(part)


def _problem(
    node: yaml.Node | None, where: Sequence[int | str], key: str, **values: Any
) -> Problem:
    line, at = _place(node, where)
    return Problem(line=line, at=at, key=key, values=values)


def _place(node: yaml.Node | None, where: Sequence[int | str]) -> tuple[int, str]:
    """Return the line of a part, and its name without the tags that pydantic puts in."""
    line, named = (node.start_mark.line + 1 if node is not None else 0), []
    for number, part in enumerate(where):
        if str(part).startswith("-"):
            continue
        if isinstance(node, yaml.MappingNode):
            if number and isinstance(where[number - 1], int) and _do(node) == part:
                continue
            found = next((pair for pair in node.value if pair[0].value == part), None)
            if found is not None:
                line, node = found[0].start_mark.line + 1, found[1]
                named.append(str(part))
            elif number == len(where) - 1:
                named.append(str(part))
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            if part < len(node.value):
                node = node.value[part]
                line = node.start_mark.line + 1
            named.append(str(part))
        elif node is None and not (number and isinstance(where[number - 1], int) and part in _DOES):
            named.append(str(part))
    return line, ".".join(named) or "-"


def _do(node: yaml.MappingNode) -> str | None:
    return next((value.value for key, value in node.value if key.value == "do"), None)


_DOES: Final = frozenset(
    str(get_args(one.model_fields["do"].annotation)[0]) for one in get_args(get_args(Step)[0])
)
"""What steps do: pydantic puts it after a step's number."""

_KEYS: Final = {
    "missing": "missing",
    "extra_forbidden": "unknown",
    "union_tag_invalid": "kind",
    "union_tag_not_found": "no-kind",
    "string_type": "text",
    "string_too_short": "text",
    "string_pattern_mismatch": "name",
    "string_too_long": "too-long",
    "int_type": "whole-number",
    "int_parsing": "whole-number",
    "int_from_float": "whole-number",
    "bool_type": "true-false",
    "bool_parsing": "true-false",
    "tuple_type": "list",
    "too_short": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}


def _of_validation(error: ValidationError, node: yaml.Node | None) -> Iterator[Problem]:
    """Yield what is wrong; a list is not too short where its entries are wrong."""
    errors = error.errors()
    places = [one["loc"] for one in errors]
    for one in errors:
        inside = any(p[: len(one["loc"])] == one["loc"] and p != one["loc"] for p in places)
        if one["type"] != "too_short" or not inside:
            yield _of_pydantic(one, node)


def _of_pydantic(error: ErrorDetails, node: yaml.Node | None) -> Problem:
    context = error.get("ctx", {})
    where = list(error["loc"])
    if error["type"] == "ours":
        return _problem(node, where, error["msg"], **context.get("values", {}))
    if error["type"] in ("enum", "literal_error"):
        known = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return _problem(node, where, "one-of", said=str(error["input"])[:80], known=known)
    if error["type"] in ("greater_than_equal", "less_than_equal"):
        limit = str(context.get("ge", context.get("le")))
        side = "at-least" if "ge" in context else "at-most"
        return _problem(node, where, side, limit=limit)
    key = _KEYS.get(error["type"], "value")
    last = str(where[-1]) if where else "-"
    known = str(context.get("expected_tags", "")).replace("'", "")
    return _problem(
        node, where, key, name=last, said=str(error["input"])[:80], known=known
    )  # fmt: skip


def _checked(definition: Definition, node: yaml.Node | None) -> Iterator[Problem]:
    """Yield what is wrong though every part is right by itself."""
    steps = list(definition.walk())
    if len(steps) > MOST_STEPS:
        yield _problem(node, ("steps",), "long", steps=len(steps), most=MOST_STEPS)
    yield from _unreachable(compared(definition.condition), definition.subject, node, ("if",))
    for place, step, subject in steps:
        where = ("steps", *(int(p) if p.isdigit() else p for p in place.split(".")))
        needs = NEEDS.get(step.do, ())
        if step.do == "send" and step.to == "customer":
            needs = ("customer",)
        if not set(needs) <= {*REACHES[subject]}:
            yield _problem(node, where, "nothing-to-act-on", do=step.do, needs=", ".join(needs))
        if isinstance(step, Wait | AskApproval) and ".steps." in place:
            yield _problem(node, where, "wait-in-loop")
        if isinstance(step, Branch):
            yield from _unreachable(compared(step.condition), subject, node, (*where, "if"))
        for part, text in texts_of(step):
            inside = (*where, *part.split("."))
            yield from _unreachable(places_of(text), subject, node, inside)


def _unreachable(
    names: Iterator[str] | Sequence[str], subject: Subject, node: yaml.Node | None,
    where: Sequence[int | str],
) -> Iterator[Problem]:  # fmt: skip
    known = reachable(subject)
    for name in names:
        if name not in FIELDS:
            yield _problem(node, where, "field", said=name, known=near(name, FIELDS))
        elif name.partition(".")[0] not in known:
            there = near(name, (one for one in FIELDS if one.partition(".")[0] in known))
            yield _problem(node, where, "field-not-here", said=name, known=there)
