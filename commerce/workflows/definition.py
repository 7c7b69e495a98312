"""The language of workflows: WHEN something happens, IF it matters, THEN act, WAIT, look again.

A definition is plain data, in YAML or JSON, and the one truth: the builder draws it, the chat says
it, the engine carries it out as it stands. `read` (in `reading`) turns text into it and names the
line of whatever is wrong. Its JSON Schema is `docs/reference/workflow.schema.json`.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import time, timedelta
from typing import Annotated, Any, Final, Literal

from croniter import croniter
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainSerializer,
    Tag,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from commerce.vocabulary import DeliverySlot, Weekday
from commerce.workflows.events import EVENTS, LISTS, LOW_STOCK
from commerce.workflows.fields import EVERYWHERE, FIELDS, OPS, REACHES, FieldType, Op, Subject

VERSION: Final = 1
"""Of the language. A definition of another version is refused."""

MOST_STEPS: Final = 100
MOST_DEPTH: Final = 8
MOST_WAIT: Final = timedelta(days=60)
MOST_LOOP: Final = 500

_DURATION = re.compile(
    r"(\d{1,5})\s*(m|min|minutes?|h|hours?|d|days?|w|weeks?)", re.IGNORECASE | re.ASCII
)
_UNITS: Final = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_PLACE = re.compile(r"\{([^{}]*)\}")
_URL = re.compile(r"https://[A-Za-z0-9.-]+(:\d{1,5})?(/[^\s]*)?")


def _problem(key: str, **values: object) -> PydanticCustomError:
    """Return an error whose sentence is the catalogue's `workflow-problem-<key>`."""
    return PydanticCustomError("ours", key, {"values": values})


def duration(text: str) -> timedelta:
    """Return how long `30m`, `4h`, `2 days` or `1w` is.

    Raises:
        ValueError: It is none of these, or nothing.
    """
    found = _DURATION.fullmatch(text.strip())
    if found is None or int(found[1]) == 0:
        raise ValueError(text)
    return timedelta(**{_UNITS[found[2][0].lower()]: int(found[1])})


def _is_duration(value: object) -> object:
    try:
        if not isinstance(value, str) or duration(value) > MOST_WAIT:
            raise ValueError
    except (ValueError, OverflowError):
        raise _problem("duration", said=str(value), most=MOST_WAIT.days) from None
    return value


def _is_clock(value: object) -> object:
    if not isinstance(value, str) or _CLOCK.fullmatch(value) is None:
        raise _problem("clock", said=str(value))
    return value


_DAYS: Final = {day.short: day for day in Weekday}


def _is_day(value: object) -> object:
    if isinstance(value, Weekday):
        return value
    if not isinstance(value, str) or value not in _DAYS:
        raise _problem("one-of", said=str(value)[:80], known=", ".join(_DAYS))
    return _DAYS[value]


def near(said: str, known: Iterable[str]) -> str:
    """Return up to six names of what there is, the likest first, in one line."""
    from rapidfuzz import process

    return ", ".join(name for name, _, _ in process.extract(said, list(known), limit=6))


def _event(value: str) -> str:
    if value not in EVENTS:
        raise _problem("event", said=value, known=near(value, EVENTS))
    return value


Duration = Annotated[str, BeforeValidator(_is_duration)]
"""`30m`, `4h`, `2d`, `1w`."""
Clock = Annotated[str, BeforeValidator(_is_clock)]
"""`09:30`, in the shop's zone."""
Day = Annotated[
    Weekday,
    BeforeValidator(_is_day),
    PlainSerializer(lambda day: day.short, return_type=str),
    WithJsonSchema({"type": "string", "enum": list(_DAYS)}),
]
"""`mon` to `sun`."""
Words = Annotated[str, Field(min_length=1, max_length=1_000), BeforeValidator(str)]
Filled = Annotated[str, Field(min_length=1, max_length=1_000), BeforeValidator(str)]
"""A text in which `{order.number}` and other fields are put in."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


# WHEN


class OnEvent(_Part):
    """Begin when something happens."""

    event: str = Field(json_schema_extra={"enum": list(EVENTS)})
    below: int | None = Field(default=None, ge=1, le=1_000_000)
    """Of `stock.low`: of how many pieces fewer must be left; `None` is ten."""
    product: Words | None = None
    """Of `stock.low`: of this product alone, by SKU or title; `None` is any."""

    _known = field_validator("event")(_event)

    @model_validator(mode="after")
    def _of_stock(self) -> "OnEvent":
        if self.event != LOW_STOCK and (self.below, self.product) != (None, None):
            raise _problem("only-stock", event=self.event)
        return self


class Daily(_Part):
    """Begin every day, or on some days of the week."""

    every: Literal["day", "week"]
    at: Clock
    on: tuple[Day, ...] = ()
    """Of `every: week`: on which days; none is Monday."""


class Cron(_Part):
    """Begin as a crontab line says, in the shop's zone."""

    cron: str

    @field_validator("cron")
    @classmethod
    def _is_cron(cls, value: str) -> str:
        # Five fields: what would begin more often than every minute is no work for a shop.
        if len(value.split()) != 5 or len(value) > 100 or not croniter.is_valid(value):
            raise _problem("cron", said=value)
        return value


def _which_trigger(value: Any) -> str:
    if isinstance(value, BaseModel):
        return {OnEvent: "-event", Daily: "-every", Cron: "-cron"}[type(value)]
    keys = value if isinstance(value, dict) else {}
    return next((f"-{key}" for key in ("every", "cron") if key in keys), "-event")


Trigger = Annotated[
    Annotated[OnEvent, Tag("-event")]
    | Annotated[Daily, Tag("-every")]
    | Annotated[Cron, Tag("-cron")],
    Discriminator(_which_trigger),
]


# IF

Plain = bool | int | float | str


class Compare(_Part):
    """One field compared with a value."""

    field: str = Field(json_schema_extra={"enum": list(FIELDS)})
    op: Op
    value: Plain | tuple[Plain, ...]

    @field_validator("field")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in FIELDS:
            raise _problem("field", said=value, known=near(value, FIELDS))
        return value

    @model_validator(mode="after")
    def _fits(self) -> "Compare":
        field = FIELDS[self.field]
        if self.op not in OPS[field.type]:
            raise _problem(
                "op", op=self.op.value, field=self.field,
                known=", ".join(op.value for op in OPS[field.type]),
            )  # fmt: skip
        many = self.op in (Op.ONE_OF, Op.NONE_OF)
        if many is not isinstance(self.value, tuple) or self.value == ():
            raise _problem("several" if many else "single", op=self.op.value)
        for one in self.value if isinstance(self.value, tuple) else (self.value,):
            self._check(field.type, field.choices, one)
        return self

    def _check(self, kind: FieldType, choices: tuple[str, ...], one: Plain) -> None:
        if self.op is Op.KNOWN or kind is FieldType.YES_NO:
            if not isinstance(one, bool):
                raise _problem("yes-no", field=self.field, said=str(one))
        elif kind in (FieldType.MONEY, FieldType.NUMBER):
            if isinstance(one, bool | str):
                raise _problem("number", field=self.field, said=str(one))
        elif kind is FieldType.CHOICE and one not in choices:
            raise _problem("choice", field=self.field, said=str(one), known=", ".join(choices))


class All(_Part):
    """Every one of some conditions."""

    all: tuple["Condition", ...] = Field(min_length=1)


class Any_(_Part):
    """At least one of some conditions."""

    any: tuple["Condition", ...] = Field(min_length=1)


class Not(_Part):
    """The opposite of a condition."""

    negated: "Condition" = Field(alias="not")


def _which_condition(value: Any) -> str:
    if isinstance(value, BaseModel):
        return {All: "-all", Any_: "-any", Not: "-not", Compare: "-compare"}[type(value)]
    keys = value if isinstance(value, dict) else {}
    return next((f"-{key}" for key in ("all", "any", "not") if key in keys), "-compare")


Condition = Annotated[
    Annotated[Compare, Tag("-compare")]
    | Annotated[All, Tag("-all")]
    | Annotated[Any_, Tag("-any")]
    | Annotated[Not, Tag("-not")],
    Discriminator(_which_condition),
]


# THEN


class Send(_Part):
    """Write to the customer or the team, by a text the shop has."""

    do: Literal["send"]
    by: Literal["whatsapp", "sms", "email", "slack"]
    template: str = Field(pattern=r"^[a-z][a-z0-9_-]{0,99}$")
    """By its name among the shop's texts, or among those that come with the product."""
    to: Words = "customer"
    """`customer`, or somebody of the team by name, or `me`: who switched the workflow on."""
    values: dict[str, Filled] = {}
    """What stands in the places of the text; the usual ones fill themselves."""
    purpose: Literal["utility", "marketing"] = "utility"


class SetStatus(_Part):
    """Confirm, hold or cancel the order."""

    do: Literal["set_status"]
    to: Literal["Confirmed", "OnHold", "Cancelled"]
    reason: Filled | None = None


class Assign(_Part):
    """Give the undelivered parcel to somebody."""

    do: Literal["assign"]
    to: Words = "best"
    """A name; `best` is whom smart assignment chooses, `least_loaded` who has least to do."""


class CreateTask(_Part):
    """Put something on somebody's list."""

    do: Literal["create_task"]
    title: Filled
    to: Words = "me"
    due: Duration = "1d"


class CallWebhook(_Part):
    """Tell another program, signed, until it answers."""

    do: Literal["call_webhook"]
    url: str
    body: dict[str, Filled] = {}
    """Further values to send; what the run is about is always among them."""

    @field_validator("url")
    @classmethod
    def _is_url(cls, value: str) -> str:
        if len(value) > 500 or _URL.fullmatch(value) is None:
            raise _problem("url", said=value)
        return value


class AdjustStock(_Part):
    """Add pieces of the product to a shelf, or take some away."""

    do: Literal["adjust_stock"]
    pieces: int = Field(ge=-10_000, le=10_000)
    warehouse: Words | None = None


class Tag_(_Part):
    """Put a tag on the order, or take it off."""

    do: Literal["tag"]
    tag: str = Field(min_length=1, max_length=40)
    remove: bool = False


class RequestReattempt(_Part):
    """Ask the courier to deliver once more."""

    do: Literal["request_reattempt"]
    slot: DeliverySlot | None = None


class ConvertToPrepaid(_Part):
    """Send the customer a link to pay the order online, for less if you like."""

    do: Literal["convert_to_prepaid"]
    discount_percent: int = Field(default=0, ge=0, le=50)


class AskApproval(_Part):
    """Ask somebody, wait for the answer, and go one way or the other."""

    do: Literal["ask_approval"]
    ask: Filled
    to: Words = "me"
    within: Duration = "1d"
    """Nobody's answer in that time counts as no."""
    then: tuple["Step", ...] = Field(min_length=1)
    otherwise: tuple["Step", ...] = Field(default=(), alias="else")


class RunReport(_Part):
    """Make a report and send it."""

    do: Literal["run_report"]
    report: str = Field(pattern=r"^[a-z][a-z0-9_-]{0,99}$")
    by: Literal["whatsapp", "email", "slack"] = "email"
    to: Words = "me"


class AddNote(_Part):
    """Write a line under the order's notes."""

    do: Literal["add_note"]
    note: Filled


class HandOver(_Part):
    """Put it before the team: a task for whoever is free."""

    do: Literal["hand_over"]
    reason: Filled


class Wait(_Part):
    """Wait for a time, or until something happens about the same thing, whichever is first."""

    do: Literal["wait"]
    span: Duration | None = Field(default=None, alias="for")
    at: Clock | None = None
    """Until the next time that the shop's clock shows this."""
    until: str | None = Field(default=None, json_schema_extra={"enum": [*EVENTS, None]})

    @model_validator(mode="after")
    def _ends(self) -> "Wait":
        if (self.span is None) is (self.at is None):
            raise _problem("wait")
        if self.until is not None:
            _event(self.until)
        return self


class Branch(_Part):
    """Go one way or another."""

    do: Literal["branch"]
    condition: Condition = Field(alias="if")
    then: tuple["Step", ...] = Field(min_length=1)
    otherwise: tuple["Step", ...] = Field(default=(), alias="else")


class Each(_Part):
    """Do the same for each thing of a list."""

    do: Literal["each"]
    of: str = Field(json_schema_extra={"enum": list(LISTS)})
    limit: int = Field(default=50, ge=1, le=MOST_LOOP)
    steps: tuple["Step", ...] = Field(min_length=1)

    @field_validator("of")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in LISTS:
            raise _problem("list-name", said=value, known=near(value, LISTS))
        return value


class Stop(_Part):
    """End the run here."""

    do: Literal["stop"]


Step = Annotated[
    Send
    | SetStatus
    | Assign
    | CreateTask
    | CallWebhook
    | AdjustStock
    | Tag_
    | RequestReattempt
    | ConvertToPrepaid
    | AskApproval
    | RunReport
    | AddNote
    | HandOver
    | Wait
    | Branch
    | Each
    | Stop,
    Field(discriminator="do"),
]

for _model in (All, Any_, Not, AskApproval, Branch, Each):
    _model.model_rebuild()

NEEDS: Final[dict[str, tuple[str, ...]]] = {
    "set_status": ("order",),
    "assign": ("parcel",),
    "adjust_stock": ("product",),
    "tag": ("order",),
    "request_reattempt": ("parcel",),
    "convert_to_prepaid": ("order",),
    "add_note": ("order",),
}
"""What a run must be about for an action to have anything to act on."""


class Definition(_Part):
    """One workflow, whole."""

    version: Literal[1] = 1
    name: str = Field(pattern=r"^[a-z][a-z0-9-]{1,59}$")
    """Small letters, digits and hyphens; unique in the shop."""
    title: str = Field(min_length=1, max_length=120)
    about: str = Field(default="", max_length=1_000)
    when: Trigger
    condition: Condition | None = Field(default=None, alias="if")
    """Only then a run begins; `None` is always."""
    once_every: Duration = Field(default="1d")
    """How long the same workflow does not begin again about the same thing."""
    most_per_hour: int = Field(default=500, ge=1, le=10_000)
    """Runs that begin in an hour; what comes beyond waits for the next."""
    steps: tuple[Step, ...] = Field(min_length=1)

    @property
    def subject(self) -> Subject:
        """What its runs are about."""
        if isinstance(self.when, OnEvent):
            return EVENTS[self.when.event].subject
        return Subject.SHOP

    def walk(self) -> Iterator[tuple[str, "Step", Subject]]:
        """Yield every step with its place (`0`, `1.then.0`) and what it is about there."""
        yield from walk(self.steps, "", self.subject)


def walk(
    steps: tuple[Step, ...], before: str, subject: Subject
) -> Iterator[tuple[str, Step, Subject]]:
    """Yield steps and those within them, in the order in which they are written."""
    for number, step in enumerate(steps):
        place = f"{before}{number}"
        yield place, step, subject
        if isinstance(step, Branch | AskApproval):
            yield from walk(step.then, f"{place}.then.", subject)
            yield from walk(step.otherwise, f"{place}.else.", subject)
        elif isinstance(step, Each):
            yield from walk(step.steps, f"{place}.steps.", LISTS[step.of].subject)


def clock(text: str) -> time:
    """Return a time of day as it is written in a definition."""
    hours, minutes = text.split(":")
    return time(int(hours), int(minutes))


def compared(condition: Condition | None) -> Iterator[str]:
    """Yield the fields that a condition looks at."""
    match condition:
        case Compare():
            yield condition.field
        case All():
            for part in condition.all:
                yield from compared(part)
        case Any_():
            for part in condition.any:
                yield from compared(part)
        case Not():
            yield from compared(condition.negated)


def reachable(subject: Subject) -> frozenset[str]:
    """Return what fields' names may begin with in a run about something."""
    return frozenset({*REACHES[subject], *EVERYWHERE})


def places_of(text: str) -> tuple[str, ...]:
    """Return the fields that a text puts in, in order."""
    return tuple(_PLACE.findall(text))


def texts_of(step: Step) -> Iterator[tuple[str, str]]:
    """Yield the texts of a step in which fields are put in, each with the name of its part."""
    match step:
        case Send():
            yield from ((f"values.{name}", text) for name, text in step.values.items())
        case SetStatus() | HandOver():
            yield "reason", step.reason or ""
        case CreateTask():
            yield "title", step.title
        case CallWebhook():
            yield from ((f"body.{name}", text) for name, text in step.body.items())
        case AskApproval():
            yield "ask", step.ask
        case AddNote():
            yield "note", step.note
        case _:
            return
