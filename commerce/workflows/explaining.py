"""What a definition says, in sentences of the catalogue, and as a tree for drawing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from commerce import words
from commerce.money import Money
from commerce.vocabulary import Weekday
from commerce.words import say
from commerce.workflows.definition import (
    All,
    Any_,
    AskApproval,
    Branch,
    Compare,
    Condition,
    Cron,
    Daily,
    Definition,
    Each,
    Not,
    OnEvent,
    Plain,
    Step,
    Trigger,
    Wait,
)
from commerce.workflows.events import EVENTS, LISTS, THRESHOLD
from commerce.workflows.fields import FIELDS, FieldType, Op


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of an explanation."""

    depth: int
    """0 for the outermost."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One box of a drawing."""

    key: str
    """Its place (`1.then.0`), as in a run's steps; `when` and `if` for the beginning."""
    kind: str
    """`when`, `if`, or the word after `do`."""
    text: str
    short: str
    """The same where `kind` is written above it: what happens, what must be so, what is done."""
    lanes: tuple[tuple[str, tuple["Node", ...]], ...] = ()
    """What follows inside: `then` and `else`, or `steps`, each with its boxes in order."""


def explain(definition: Definition, language: str = "en", currency: str = "INR") -> Sequence[Line]:
    """Return a definition as sentences, one a line."""
    return tuple(_lines(outline(definition, language, currency), language, 0))


def outline(
    definition: Definition, language: str = "en", currency: str = "INR"
) -> tuple[Node, ...]:
    """Return a definition as boxes, in order."""
    teller = _Teller(language, currency)
    when = teller.when(definition.when)
    nodes = [Node(key="when", kind="when", text=when, short=teller.event(definition.when) or when)]
    if definition.condition is not None:
        condition = teller.condition(definition.condition)
        text = say(language, "workflow-only-if", condition=condition)
        nodes.append(Node(key="if", kind="if", text=text, short=condition))
    return (*nodes, *teller.nodes(definition.steps, ""))


def say_condition(condition: Condition, language: str = "en", currency: str = "INR") -> str:
    """Return a condition as words."""
    return _Teller(language, currency).condition(condition)


def say_value(field: str, value: Plain, language: str = "en", currency: str = "INR") -> str:
    """Return a value of a field as people read it."""
    return _Teller(language, currency).value(field, value)


def _lines(nodes: Sequence[Node], language: str, depth: int) -> Iterator[Line]:
    for node in nodes:
        yield Line(depth=depth, text=node.text)
        for name, lane in node.lanes:
            if lane and name == "else":
                yield Line(depth=depth, text=say(language, "workflow-otherwise"))
            yield from _lines(lane, language, depth + 1)


class _Teller:
    """Says parts of a definition in one language."""

    def __init__(self, language: str, currency: str) -> None:
        self._language = language
        self._currency = currency

    def when(self, trigger: Trigger) -> str:
        match trigger:
            case OnEvent():
                return self._say("workflow-when-event", event=self._event(trigger))
            case Daily(every="day"):
                return self._say("workflow-when-day", at=trigger.at)
            case Daily():
                days = [
                    self._say(f"workflow-day-{day.short}")
                    for day in trigger.on or (Weekday.MONDAY,)
                ]
                return self._say("workflow-when-week", at=trigger.at, days=", ".join(days))
            case Cron():
                return self._say("workflow-when-cron", cron=trigger.cron)

    def event(self, trigger: Trigger) -> str | None:
        """Return what is waited for; `None` of one that begins by the clock."""
        return self._event(trigger) if isinstance(trigger, OnEvent) else None

    def _event(self, trigger: OnEvent) -> str:
        if (trigger.below, trigger.product) == (None, None):
            return self._say(EVENTS[trigger.event].words)
        return self._say(
            "workflow-when-stock", below=trigger.below or THRESHOLD,
            product=trigger.product or "any",
        )  # fmt: skip

    def condition(self, condition: Condition) -> str:
        match condition:
            case Compare():
                return self._compare(condition)
            case All():
                return self._joined("workflow-and", condition.all)
            case Any_():
                return self._joined("workflow-or", condition.any)
            case Not():
                return self._say("workflow-not", condition=self.condition(condition.negated))

    def nodes(self, steps: Sequence[Step], before: str) -> tuple[Node, ...]:
        return tuple(self._node(step, f"{before}{place}") for place, step in enumerate(steps))

    def _node(self, step: Step, key: str) -> Node:
        lanes: tuple[tuple[str, tuple[Node, ...]], ...] = ()
        if isinstance(step, Branch | AskApproval):
            lanes = (
                ("then", self.nodes(step.then, f"{key}.then.")),
                ("else", self.nodes(step.otherwise, f"{key}.else.")),
            )
        elif isinstance(step, Each):
            lanes = (("steps", self.nodes(step.steps, f"{key}.steps.")),)
        text = self._step(step)
        short = self.condition(step.condition) if isinstance(step, Branch) else text
        return Node(key=key, kind=step.do, text=text, short=short, lanes=lanes)

    def _step(self, step: Step) -> str:
        match step:
            case Branch():
                return self._say("workflow-do-branch", condition=self.condition(step.condition))
            case Each():
                return self._say(
                    "workflow-do-each", list=self._say(LISTS[step.of].words), limit=step.limit
                )
            case Wait():
                return self._wait(step)
            case _:
                values = step.model_dump(
                    mode="json", by_alias=True, exclude={"do", "then", "otherwise"}
                )
                plain = {
                    name.replace("_", "-"): value for name, value in values.items()
                    if isinstance(value, str | int | float | None)
                }  # fmt: skip
                to = plain.get("to")
                if isinstance(to, str) and to in ("customer", "me", "best", "least_loaded"):
                    plain["to"] = self._say("workflow-to-" + to.replace("_", "-"))
                if step.do == "set_status":
                    plain["to"] = self._say(f"order-status-{values['to']}")
                if step.do == "send":
                    plain["by"] = self._say(f"workflow-by-{values['by']}")
                return self._say("workflow-do-" + step.do.replace("_", "-"), **plain)

    def _wait(self, step: Wait) -> str:
        how = "for" if step.span is not None else "at"
        if step.until is None:
            return self._say(f"workflow-do-wait-{how}", time=step.span or step.at)
        event = self._say(EVENTS[step.until].words)
        return self._say(f"workflow-do-wait-{how}-or", time=step.span or step.at, event=event)

    def _compare(self, compare: Compare) -> str:
        field = FIELDS[compare.field]
        if compare.op is Op.KNOWN or field.type is FieldType.YES_NO:
            how = "known" if compare.op is Op.KNOWN else "true"
            key = f"workflow-op-{how}-{'yes' if compare.value else 'no'}"
            return self._say(key, field=self._say(field.words))
        values = compare.value if isinstance(compare.value, tuple) else (compare.value,)
        said = ", ".join(self.value(compare.field, one) for one in values)
        key = "workflow-op-" + compare.op.value.replace("_", "-")
        return self._say(key, field=self._say(field.words), value=said)

    def value(self, name: str, value: Plain) -> str:
        """Return a value of a field."""
        if FIELDS[name].type is FieldType.MONEY:
            return words.write_money(Money.of(str(value), self._currency), self._language)
        for enum in ENUMS.get(name, ()):
            if words.has(key := f"{enum}-{value}"):
                return self._say(key)
        return (
            words.write_number(value, self._language)
            if isinstance(value, int | float)
            else str(value)
        )

    def _joined(self, key: str, parts: Sequence[Condition]) -> str:
        said = self.condition(parts[0])
        for part in parts[1:]:
            said = self._say(key, one=said, other=self.condition(part))
        return said

    def _say(self, key: str, **values: str | int | float | None) -> str:
        return say(self._language, key, **values)


ENUMS = {
    "order.status": ("order-status",),
    "order.payment_method": ("payment-method",),
    "order.payment_status": ("payment-status",),
    "order.channel": ("sales-channel",),
    "parcel.status": ("shipment-status",),
    "parcel.courier": ("courier-type",),
    "ndr.reason": ("ndr-reason",),
    "ndr.status": ("ndr-status",),
    "ndr.priority": ("priority",),
}
"""Under which keys the catalogue has the values of a field."""
