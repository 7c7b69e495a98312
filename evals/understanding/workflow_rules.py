"""How well rules said in words become workflows, graded by what then happens to events.

The sentences in `workflow_rules.jsonl` were written from the trade before the reader was; those of
the `held` half are only ever counted. A definition passes where each event of its case leads to
exactly the effects that are written there, however the definition is put together.

`python -m evals.understanding.workflow_rules` prints how many of each half pass; `--misses` says
which of the `dev` half did not.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from agent.llm import ChatModel, Request
from agent.planner import Planner
from commerce import workflows
from commerce.access import Role
from commerce.context import Context
from commerce.db.tables import PersonRow
from commerce.workflows import Definition, OnEvent
from commerce.workflows.definition import (
    AskApproval,
    Assign,
    Branch,
    ConvertToPrepaid,
    CreateTask,
    Daily,
    Each,
    RunReport,
    Send,
    SetStatus,
    Step,
    Stop,
    Tag_,
    Wait,
)
from commerce.workflows.facts import holds
from evals.understanding.shop import NOW, open_shop
from tools import TOOLS, allowed

TEAM = ("Neha Gupta", "Imran Khan", "Kavita Nair")
"""Whom the sentences name, beside the team of the shop."""
FILE = Path(__file__).with_name("workflow_rules.jsonl")
_PLAIN = {
    "request_reattempt": "reattempt", "add_note": "note", "call_webhook": "webhook",
    "hand_over": "handover",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens, and what a rule must then do."""

    name: str
    """`order.created`; of the clock `every day 09:00`, `every week mon 10:00`."""
    facts: Mapping[str, Any]
    effects: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCase:
    """One sentence, and what must come of it."""

    say: str
    language: str
    half: Literal["dev", "held"]
    events: tuple[Event, ...]
    """Empty where the sentence leaves something open, so that a question must come."""


def read_rules() -> tuple[RuleCase, ...]:
    """Return every sentence, in the order of the file."""
    lines = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines() if line]
    return tuple(
        RuleCase(
            say=one["say"], language=one["lang"], half=one["half"],
            events=() if one["then"] == "asks" else tuple(
                Event(name=name, facts=facts, effects=tuple(effects))
                for name, facts, effects in one["then"]
            ),
        )
        for one in lines
    )  # fmt: skip


def passes(case: RuleCase, definition: Definition | None) -> bool:
    """Tell whether a definition does what a case says; `None` is that a question was asked."""
    if definition is None or not case.events:
        return definition is None and not case.events
    return all(effects(definition, event) == event.effects for event in case.events)


def effects(definition: Definition, event: Event) -> tuple[str, ...]:
    """Return what a definition does when something happens, in order; nothing is carried out."""
    if _begins(definition) != event.name or not holds(definition.condition, event.facts):
        return ()
    facts = {"wait.happened": False, **event.facts}
    return tuple(_walk(definition.steps, facts))


def _begins(definition: Definition) -> str:
    when = definition.when
    if isinstance(when, OnEvent):
        return when.event
    if isinstance(when, Daily):
        days = "".join(f"{day} " for day in when.on)
        return f"every {when.every} {days}{when.at}"
    return when.cron


def _walk(steps: Sequence[Step], facts: Mapping[str, Any]) -> Iterator[str]:
    for step in steps:
        match step:
            case Branch():
                yes = holds(step.condition, facts)
                yield from _walk(step.then if yes else step.otherwise, facts)
            case Each():
                yield f"each {step.of}"
                yield from _walk(step.steps, facts)
            case Stop():
                return
            case _:
                yield _effect(step)


def _effect(step: Step) -> str:
    match step:
        case SetStatus():
            return step.to
        case Send():
            return f"{step.by} {step.to}"
        case Assign():
            return f"assign {step.to}"
        case CreateTask():
            return "task" if step.to == "me" else f"task {step.to}"
        case Tag_():
            return f"tag {step.tag}"
        case ConvertToPrepaid():
            return f"prepaid {step.discount_percent}"
        case AskApproval():
            return f"ask {step.to}"
        case RunReport():
            return f"report {step.report} {step.by} {step.to}"
        case Wait():
            return f"wait {step.span or step.at}"
        case _:
            return _PLAIN.get(step.do, step.do)


async def definition_of(model: ChatModel, ctx: Context, text: str) -> Definition | None:
    """Return the definition that a brain would have approved; `None` where it asks or does else."""
    thought = await model.think(
        Request(
            text=text, language="en", past=(), outcomes=(), context=ctx,
            tools=tuple(allowed(TOOLS, ctx.actor).values()),
        )
    )  # fmt: skip
    for call in thought.calls:
        if call.name == "create_workflow" and "definition" in call.arguments:
            return workflows.parse(call.arguments["definition"])
        if call.name == "create_workflow" and "library" in call.arguments:
            return workflows.from_library(call.arguments["library"])
    # What leads to another tool is no question: it is wrong wherever a rule was said.
    return OTHERWISE if thought.calls else None


OTHERWISE = Definition.model_validate(
    {
        "name": "otherwise", "title": "Something else than a workflow",
        "when": {"cron": "0 0 1 1 *"}, "steps": [{"do": "stop"}],
    }
)  # fmt: skip
"""Stands for whatever else a sentence led to."""


def main() -> None:
    """Print how many sentences become what they say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    with open_shop() as contexts:
        ctx = contexts[Role.OWNER]
        ctx.session.add_all(
            PersonRow(
                shop_id=ctx.actor.shop_id,
                name=name,
                role=Role.NDR_AGENT.value,
                is_active=True,
                language="",
                skills={},
                created_at=NOW,
            )
            for name in TEAM
        )
        ctx.session.flush()
        graded = asyncio.run(_graded(ctx))
    for half in ("dev", "held"):
        some = [right for case, right in graded if case.half == half]
        sys.stdout.write(f"{half}: {sum(some)} of {len(some)}\n")
    for case, right in graded:
        if given.misses and case.half == "dev" and not right:
            sys.stdout.write(f"  {case.say}\n")


async def _graded(ctx: Context) -> list[tuple[RuleCase, bool]]:
    planner = Planner(None)
    return [
        (case, passes(case, await definition_of(planner, ctx, case.say))) for case in read_rules()
    ]


if __name__ == "__main__":
    main()
