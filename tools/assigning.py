"""How a choice of agents is shown: who is best with a parcel, and how many each would get."""

from collections.abc import Sequence
from typing import Any

from commerce.assignment import Choice, Option
from commerce.context import Context
from commerce.money import Money
from commerce.words import write_percent
from tools import facts
from tools.cards import Card, Column, TableCard

_SHOWN = 5


def choice_facts(ctx: Context, choice: Choice) -> dict[str, Any]:
    """Return a choice as plain JSON."""
    return {
        "suggested": choice.agent.name,
        "method": choice.method.value,
        "options": [
            _option_facts(ctx, one) for one in (choice.chosen, *choice.others)[:_SHOWN]
        ],
        "left_out": [
            {"agent": agent.name, "because": why.value} for agent, why in choice.left_out
        ],
    }  # fmt: skip


def options_card(ctx: Context, choice: Choice) -> tuple[Card, ...]:
    """Return the agents a parcel could go to, and of what each one's amount is made."""
    shown = (choice.chosen, *choice.others)[:_SHOWN]
    ends = ("expected", "skill", "language", "waiting", "chance", "ahead")
    left = ", ".join(
        ctx.say("assignment-left-one", name=agent.name, why=why.value)
        for agent, why in choice.left_out
    )
    card = TableCard(
        title=ctx.say("assignment-title", awb=choice.case.awb),
        columns=(
            Column(label=ctx.say("assignment-column-agent")),
            *(Column(label=ctx.say(f"assignment-column-{name}"), align="end") for name in ends),
        ),
        rows=tuple(_option_row(ctx, one) for one in shown),
        note=ctx.say("assignment-left", who=left or "none"),
    )
    return (card,)


def per_agent_facts(ctx: Context, choices: Sequence[Choice]) -> list[dict[str, Any]]:
    """Return how many parcels each agent would get, as plain JSON."""
    return [
        {"agent": name, "parcels": len(theirs), "expected_rupees": facts.rupees(_sum(ctx, theirs))}
        for name, theirs in _by_agent(choices).items()
    ]


def per_agent_card(ctx: Context, choices: Sequence[Choice]) -> TableCard:
    """Return how many parcels each agent would get, and what is expected of them."""
    return TableCard(
        title=ctx.say("assignment-share-title"),
        columns=(
            Column(label=ctx.say("assignment-column-agent")),
            Column(label=ctx.say("assignment-column-parcels"), align="end"),
            Column(label=ctx.say("assignment-column-expected"), align="end"),
            Column(label=ctx.say("assignment-column-begins"), align="end"),
        ),
        rows=tuple(
            (
                name,
                ctx.say("agents-number", number=len(theirs)),
                ctx.say("agents-money", amount=_sum(ctx, theirs)),
                ctx.say(
                    "ndr-moment", at=ctx.local(min(one.chosen.begins_at for one in theirs))
                ),
            )
            for name, theirs in _by_agent(choices).items()
        ),
        note=ctx.say("assignment-share-note"),
    )  # fmt: skip


def _by_agent(choices: Sequence[Choice]) -> dict[str, list[Choice]]:
    found: dict[str, list[Choice]] = {}
    for one in choices:
        found.setdefault(one.agent.name, []).append(one)
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])))


def _sum(ctx: Context, choices: Sequence[Choice]) -> Money:
    return Money(round(sum(one.chosen.parts.total for one in choices), -2), ctx.currency)


def _option_facts(ctx: Context, one: Option) -> dict[str, Any]:
    parts = one.parts
    return {
        "agent": one.agent.name,
        "expected_rupees": facts.rupees(Money(parts.total, ctx.currency)),
        "parts_rupees": {
            name: facts.rupees(Money(amount, ctx.currency))
            for name, amount in (
                ("anybody", parts.base), ("skill", parts.skill), ("language", parts.language),
                ("waiting", parts.waiting),
            )
        },
        "chance": round(one.chance, 4),
        "delivered": one.record.well,
        "of": one.record.of,
        "speaks": one.speaks,
        "ahead": one.ahead,
        "begins_at": facts.moment(ctx, one.begins_at),
    }  # fmt: skip


def _option_row(ctx: Context, one: Option) -> tuple[str, ...]:
    parts = one.parts
    return (
        one.agent.name,
        *(
            ctx.say("agents-money", amount=Money(round(amount, -2), ctx.currency))
            for amount in (parts.total, parts.skill, parts.language, parts.waiting)
        ),
        write_percent(one.chance, ctx.language),
        ctx.say("agents-number", number=one.ahead),
    )
