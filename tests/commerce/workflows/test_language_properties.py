"""What holds for every definition: it reads back, is said in words, and is run or refused."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from commerce import workflows
from commerce.db import session_factory
from commerce.vocabulary import OrderStatus, ShipmentStatus
from commerce.workflows import (
    EVENTS,
    FIELDS,
    LISTS,
    OPS,
    BadDefinition,
    Op,
    RunStatus,
    Subject,
    parse,
    plain,
    read,
    write,
)
from commerce.workflows.definition import NEEDS
from commerce.workflows.fields import EVERYWHERE, REACHES, FieldType
from commerce.workflows.reading import Problem
from commerce.workflows.types import LIVE
from tests.builders import Shop
from tests.commerce.workflows.floor import Floor

LANGUAGES = ("en", "hi", "hi-Latn")
Plain = dict[str, Any]

TEXT = st.text(alphabet="abc ABC 019 ,.-'\"#:{é₹क", min_size=1, max_size=20).map(
    lambda text: text.replace("{", "") or "x"
)
YEAR = timedelta(days=365)
LENGTH = st.builds(lambda n, unit: f"{n}{unit}", st.integers(1, 40), st.sampled_from("mhd"))
CLOCK = st.builds(lambda h, m: f"{h:02}:{m:02}", st.integers(0, 23), st.integers(0, 59))


def _values(kind: FieldType, choices: tuple[str, ...]) -> st.SearchStrategy[Any]:
    match kind:
        case FieldType.MONEY | FieldType.NUMBER:
            return st.integers(-10, 100_000) | st.decimals(0, 999, places=2).map(float)
        case FieldType.YES_NO:
            return st.booleans()
        case FieldType.CHOICE:
            return st.sampled_from(choices)
        case _:
            return TEXT


@st.composite
def _comparisons(draw: st.DrawFn, subject: Subject) -> Plain:
    reached = {*REACHES[subject], *EVERYWHERE}
    field = draw(st.sampled_from([one for one in FIELDS.values() if one.of in reached]))
    op = draw(st.sampled_from(OPS[field.type]))
    one = st.booleans() if op is Op.KNOWN else _values(field.type, field.choices)
    several = op in (Op.ONE_OF, Op.NONE_OF)
    value = draw(st.lists(one, min_size=1, max_size=3) if several else one)
    return {"field": field.name, "op": op.value, "value": value}


def _conditions(subject: Subject) -> st.SearchStrategy[Plain]:
    return st.recursive(
        _comparisons(subject),
        lambda inner: (
            st.builds(lambda parts: {"all": parts}, st.lists(inner, min_size=1, max_size=3))
            | st.builds(lambda parts: {"any": parts}, st.lists(inner, min_size=1, max_size=3))
            | inner.map(lambda part: {"not": part})
        ),
        max_leaves=4,
    )


def _acts(subject: Subject) -> st.SearchStrategy[Plain]:
    reached = [one.name for one in FIELDS.values() if one.of in {*REACHES[subject], *EVERYWHERE}]
    filled = st.builds(lambda text, name: f"{text} {{{name}}}", TEXT, st.sampled_from(reached))
    acts: dict[str, st.SearchStrategy[Plain]] = {
        "set_status": st.fixed_dictionaries({"to": st.sampled_from(["Confirmed", "OnHold"])}),
        "tag": st.fixed_dictionaries({"tag": TEXT}),
        "add_note": st.fixed_dictionaries({"note": filled}),
        "create_task": st.fixed_dictionaries({"title": filled, "due": LENGTH}),
        "hand_over": st.fixed_dictionaries({"reason": filled}),
        "adjust_stock": st.fixed_dictionaries({"pieces": st.integers(-50, 50)}),
        "assign": st.fixed_dictionaries({"to": st.sampled_from(["best", "least_loaded"])}),
        "request_reattempt": st.just({}),
        "convert_to_prepaid": st.fixed_dictionaries({"discount_percent": st.integers(0, 50)}),
        "send": st.fixed_dictionaries(
            {"by": st.sampled_from(["whatsapp", "sms"]), "template": st.just("notify"),
             "to": st.just("me"), "values": st.fixed_dictionaries({"what": filled})}
        ),
        "stop": st.just({}),
    }  # fmt: skip
    fits = [do for do in acts if set(NEEDS.get(do, ())) <= {*REACHES[subject]}]
    return st.sampled_from(fits).flatmap(lambda do: acts[do].map(lambda parts: {"do": do, **parts}))


@st.composite
def _steps(draw: st.DrawFn, subject: Subject, depth: int = 0, *, looped: bool = False) -> list[Any]:
    return [_step(draw, subject, depth, looped) for _ in range(draw(st.integers(1, 3)))]


def _step(draw: st.DrawFn, subject: Subject, depth: int, looped: bool) -> Plain:
    kinds = ["act", "act", *(["branch", "each"] if depth < 2 else [])]
    kinds += [] if looped else ["wait", *(["ask_approval"] if depth < 2 else [])]
    inner: Callable[[], Any] = lambda: draw(_steps(subject, depth + 1, looped=looped))  # noqa: E731
    match draw(st.sampled_from(kinds)):
        case "wait":
            until = draw(st.none() | st.sampled_from(sorted(EVENTS)))
            length = draw(
                st.builds(lambda s: {"for": s}, LENGTH) | st.builds(lambda c: {"at": c}, CLOCK)
            )
            return {"do": "wait", **length, **({"until": until} if until else {})}
        case "branch":
            return {
                "do": "branch", "if": draw(_conditions(subject)), "then": inner(), "else": inner(),
            }  # fmt: skip
        case "ask_approval":
            return {"do": "ask_approval", "ask": draw(TEXT), "then": inner()}
        case "each":
            of = draw(st.sampled_from([one for one in sorted(LISTS) if one != "order.parcels"]))
            steps = draw(_steps(LISTS[of].subject, depth + 1, looped=True))
            return {"do": "each", "of": of, "limit": draw(st.integers(1, 5)), "steps": steps}
        case _:
            return draw(_acts(subject))


@st.composite
def definitions(draw: st.DrawFn, event: str | None = None) -> Plain:
    """Return plain data that is a definition, begun by an event or by the clock."""
    named = st.sampled_from(sorted(EVENTS)).map(lambda name: {"event": name})
    daily = st.builds(lambda at: {"every": "day", "at": at}, CLOCK)
    days = st.lists(st.sampled_from(["mon", "wed", "sun"]), min_size=1, unique=True)
    weekly = st.builds(lambda at, on: {"every": "week", "at": at, "on": on}, CLOCK, days)
    when: Plain = {"event": event} if event else draw(named | daily | weekly)
    subject = EVENTS[when["event"]].subject if "event" in when else Subject.SHOP
    looked = {"if": draw(_conditions(subject))} if draw(st.booleans()) else {}
    return {
        "name": "made-up", "title": draw(TEXT), "when": when, **looked,
        "steps": draw(_steps(subject)),
    }  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(definitions())
def test_every_definition_reads_back_as_it_is_from_data_yaml_and_json(data: Plain) -> None:
    definition = parse(data)
    assert parse(plain(definition)) == definition
    assert read(write(definition)) == definition
    assert read(json.dumps(plain(definition), indent=1)) == definition


@settings(max_examples=60, deadline=None)
@given(definitions())
def test_every_definition_is_said_and_drawn_in_every_language(data: Plain) -> None:
    definition = parse(data)
    steps = sum(1 for _ in definition.walk())
    for language in LANGUAGES:
        lines = workflows.explain(definition, language)
        assert len(lines) >= 1 + steps
        assert all(line.text.strip() for line in lines)
        assert not any("workflow-" in line.text for line in lines)
        assert workflows.outline(definition, language)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=definitions("order.created"))
def test_every_run_comes_to_an_end(engine: Engine, data: Plain) -> None:
    with session_factory(engine)() as session:
        shop = Shop.open(session, now=datetime(2026, 11, 23, 6, 0, tzinfo=UTC))
        order = shop.order("P-1", status=OrderStatus.PENDING, total=1500)
        shop.parcel(order, awb=f"P{shop.id}", status=ShipmentStatus.DELIVERY_FAILED)
        floor = Floor.open(engine, shop)
        floor.switch_on(parse(data))
        floor.tell("order.created", "P-1")
        floor.work()
        while any(run.status in LIVE for run in floor.runs()) and floor.now < shop.now + YEAR:
            floor.work(days=5)
        assert {run.status for run in floor.runs()} <= {RunStatus.DONE, RunStatus.FAILED}


LIBRARY = [write(one) for one in workflows.library()]
LIBRARY += [json.dumps(plain(one), indent=2) for one in workflows.library()]
LIBRARY += [json.dumps(plain(one), indent="\t") for one in workflows.library()]
SCRAPS = st.sampled_from(
    ["", " ", "\n", "\t", ":", "- ", "{", "}", "[", "]", ",", '"', "'", "#", "&a ", "*a", "!!x ",
     "null", "true", "-1", "1e9", "99999999999999999999", "if", "do", "then: ", "steps: ", "\x00",
     "क", "\u2028", "? ", "<<: ", "%", "|", ">"]
)  # fmt: skip


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """Return a workflow of the library with something cut out, doubled, moved or put in."""
    text = draw(st.sampled_from(LIBRARY))
    for _ in range(draw(st.integers(1, 3))):
        first = draw(st.integers(0, len(text)))
        last = min(len(text), first + draw(st.integers(0, 12)))
        lines = text.split("\n")
        match draw(st.sampled_from(["replace", "cut", "double", "swap"])):
            case "replace":
                text = text[:first] + draw(SCRAPS) + text[last:]
            case "cut":
                text = text[:first] + text[last:]
            case "double":
                text = text[:last] + text[first:]
            case _:
                one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
                lines[one], lines[other] = lines[other], lines[one]
                text = "\n".join(lines)
    return text


@settings(max_examples=300, deadline=None)
@given(spoilt())
def test_a_spoilt_text_is_read_or_refused_by_line_in_every_language(text: str) -> None:
    last = text.count("\n") + 1
    for problem in _problems(text):
        assert 1 <= problem.line <= last
        for language in LANGUAGES:
            said = problem.bare(language)
            assert said
            assert not said.startswith("workflow-problem")


DOUBLED = json.dumps(plain(workflows.library()[0]), indent=2).replace(
    '"version": 1,', '"version": 1,\n  "version": 1,'
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("# nothing\n", 1),
        ("x" * 70_000, 1),
        (DOUBLED, 3),
        ('{"version": 1, "name": "\\ud83d"}', 1),
        ("name: a\u2028\u2028\nname: b\n", 2),
        ("? {" + "x" * 3_000, 1),
    ],
)  # fmt: skip
def test_a_text_that_is_refused_as_a_whole_names_a_line_too(text: str, line: int) -> None:
    problems = _problems(text)
    assert {problem.line for problem in problems} == {line}
    assert all(len(problem.says()) < 1_000 for problem in problems)


def _problems(text: str) -> tuple[Problem, ...]:
    try:
        definition = read(text)
    except BadDefinition as error:
        return error.problems
    assert read(write(definition)) == definition
    return ()
