"""What a scripted conversation is, and how it is read from the files in `conversations/`.

One file holds one area, one table one case, named by what it shows. A case of a single turn writes
the turn's keys into its own table. `{name}`, `{name.attribute}` and `{kind:rule}` stand for things
of the shop (`evals.things`).
"""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from app.shops import As

FOLDER = Path(__file__).parent / "conversations"

Language = Literal["en", "hi", "hi-Latn"]
OneOrMore = str | tuple[str, ...]


class EvalsError(Exception):
    """The run cannot be made; the message says why."""


class CasesUnreadable(EvalsError):
    """A file of cases says something that nobody would grade; the message says where."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Fact(_Part):
    """A value the reply's facts must hold, counted apart from the tool that gives it."""

    path: str
    """Where in the facts of any call: `count`, `metrics.revenue.value`, `orders.0.number`."""
    sql: str = ""
    """Counts it; knows `:shop`, `:me`, moments like `:today`, and things as `:name_attribute`."""
    equals: Any = Field(default=None, alias="is")
    """The value itself, in place of `sql`."""
    spoken: bool = True
    """Whether the words of the reply must say it, however it is written."""

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if bool(self.sql) == (self.equals is not None):
            raise ValueError("give either `sql` or `is`")
        return self


class Expected(_Part):
    """What must hold after a turn. What is left out is not graded; more reads never hurt."""

    tool: OneOrMore = ()
    """One of these was called."""
    each_tool: tuple[str, ...] = ()
    """All of these were called."""
    not_tool: OneOrMore = ()
    """None of these was done or proposed."""
    arguments: dict[str, Any] = {}
    """Of one call of `tool`, defaults filled in. A list allows any of its values, "" is none."""
    approval: bool | None = None
    """Whether a write waits for a yes."""
    receipts: int | None = None
    asks: bool | None = None
    """Whether the reply is a question, with no write proposed."""
    refused: bool | None = None
    """Nothing was written or proposed."""
    unchanged: bool | None = None
    """Whether every row of the business is as it was before."""
    facts: tuple[Fact, ...] = ()
    told: tuple[str, ...] = ()
    """Values (ids, names) that stand somewhere in the reply."""
    not_told: tuple[str, ...] = ()
    """Values that stand nowhere in the reply, its cards, facts and calls."""
    answers_in: Language | None = None
    state: dict[str, dict[str, Any]] = {}
    """Thing → attribute → value in the database."""


class Turn(Expected):
    """One thing a person says or presses, and what must hold after it."""

    say: str = ""
    burst: tuple[str, ...] = ()
    """Sent one after the other before any answer."""
    files: tuple[str, ...] = ()
    """Sent along with what is said: names of files in `conversations/files/`."""
    yes: bool = False
    """What is said is a yes to what waits, so that a write may follow."""
    approve: bool | str = False
    """Press yes: on the latest approval, or on the one that names this."""
    decline: bool | str = False
    undo: bool = False
    """Press undo on the latest receipt."""
    choose: int | str | None = None
    """Press a button of the last reply: by place, or by a tool or words that it names."""
    who: As | None = Field(default=None, alias="as")
    """Someone else, in a conversation of their own."""
    works: bool = False
    """Then whatever the shop's workflows have to do is done, before anything is judged."""
    wait_minutes: int = 0
    """How long they wait before."""
    meanwhile: tuple[str, ...] = ()
    """SQL: what happens in the shop before this turn."""

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        acts = (self.say, self.burst, self.approve, self.decline, self.undo)
        if sum(map(bool, acts)) + (self.choose is not None) != (not self.files or bool(self.say)):
            raise ValueError(
                "give exactly one of say, burst, approve, decline, undo, choose; `files` go along "
                "with `say`, or alone"
            )
        return self

    @property
    def may_write(self) -> bool:
        """Whether the person agrees to a write by this turn, or a workflow may make one."""
        return bool(self.yes or self.approve or self.undo or self.works)


class ScriptedUser(_Part):
    """Someone who drives the conversation by what they know, until it is done."""

    manner: Literal["terse", "rambling", "changes_mind", "wrong_facts"]
    wants: str
    """The tool that does it."""
    opens: str
    knows: dict[str, str] = {}
    """Argument → what they say when they are asked for it."""
    wrong: dict[str, str] = {}
    """Argument → what they say at first, by mistake."""
    instead: str = ""
    """What they say in place of the first yes."""
    most_turns: int = Field(default=6, ge=1, le=20)


class Case(_Part):
    """One scripted conversation."""

    name: str
    area: str
    who: As = Field(alias="as")
    customer: str = ""
    """Of a customer: the rule that finds them."""
    language: Language
    """What it is written in."""
    why: str = ""
    things: dict[str, str] = {}
    """Name → `kind:rule`."""
    prepare: tuple[str, ...] = ()
    """SQL that makes the shop as the case needs it."""
    turns: tuple[Turn, ...] = Field(default=(), alias="turn")
    user: ScriptedUser | None = None
    end: Expected = Expected()
    """What must hold of the whole conversation and the shop after it."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if bool(self.turns) == (self.user is not None):
            raise ValueError("give either turns or a scripted user")
        if (self.who == "customer") != bool(self.customer):
            raise ValueError("exactly the cases of a customer say which `customer`")
        return self


_OF_TURN = {field.alias or name for name, field in Turn.model_fields.items() if field.alias != "as"}


def read_cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Return the cases of every file, by area and in the order they stand in.

    Raises:
        CasesUnreadable: A key is unknown, a value has the wrong shape, or a name stands twice.
    """
    cases = [case for file in sorted(folder.glob("*.toml")) for case in _read(file)]
    names = [case.name for case in cases]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise CasesUnreadable(f"Each case needs a name of its own; twice: {', '.join(twice)}.")
    return tuple(cases)


def _read(file: Path) -> list[Case]:
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CasesUnreadable(f"{file.name}: {error}") from error
    return [_case(file, name, table) for name, table in tables.items()]


def _case(file: Path, name: str, table: Any) -> Case:
    if not isinstance(table, dict):
        raise CasesUnreadable(f"{file.name}: `{name}` stands outside of any case.")
    of_turn = {key: table[key] for key in table if key in _OF_TURN}
    rest = {key: value for key, value in table.items() if key not in of_turn}
    if of_turn:
        if "turn" in rest:
            raise CasesUnreadable(
                f"{file.name}, {name}: it has turns, so {', '.join(of_turn)} belong into one."
            )
        rest["turn"] = [of_turn]
    try:
        return Case.model_validate({**rest, "name": name, "area": file.stem})
    except ValidationError as error:
        raise CasesUnreadable(f"{file.name}, {name}: {_sentences(error.errors())}") from error


def _sentences(errors: Sequence[Any]) -> str:
    return "; ".join(
        f"{'.'.join(map(str, error['loc'])) or 'case'}: "
        + ("no such key" if error["type"] == "extra_forbidden" else error["msg"])
        for error in errors
    )
