"""To whom a case should go, and why, in words."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any

from commerce.access import Permission
from commerce.assignment import placing, queries
from commerce.assignment.profiles import profiles
from commerce.assignment.rules import Desk
from commerce.assignment.skill import Cell, Skill, learn
from commerce.assignment.types import Choice, Method, Option, Profile, Waiting
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.ndr import NdrCase, chances, holdout, worth
from commerce.terms import Terms, terms_of
from commerce.vocabulary import NdrReason

LEARN_FROM = timedelta(days=180)
"""How far back settled cases tell how well an agent does."""


def choose_assignee(ctx: Context, case: NdrCase | int, method: Method = Method.RECOVERED) -> Choice:
    """Return to whom an undelivered parcel should go, what is expected of it, and who else could.

    Args:
        ctx: Who asks.
        case: The case, or its id.
        method: By what.

    Raises:
        NotAllowed: The actor may not read undelivered parcels.
        Refused: The case is settled, or nobody can take it.
    """
    ctx.require(Permission.NDR_READ)
    found = waiting(ctx, [case if isinstance(case, int) else case.id])
    if not found:
        raise Refused("error-assignment-settled")
    choice = placing.one(desk(ctx), found[0], method)
    if choice is None:
        raise Refused("error-assignment-nobody", awb=found[0].awb)
    return choice


def choose_assignees(
    ctx: Context, case_ids: Collection[int], method: Method = Method.RECOVERED
) -> list[Choice]:
    """Return to whom each of many cases should go, best for all of them together.

    Cases that can go to nobody are left out.

    Raises:
        NotAllowed: The actor may not read undelivered parcels.
    """
    ctx.require(Permission.NDR_READ)
    return place(ctx, case_ids, method)


def place(ctx: Context, case_ids: Collection[int], method: Method) -> list[Choice]:
    """Return what `choose_assignees` does; for the shop's own work as well."""
    found = waiting(ctx, case_ids)
    return placing.many(desk(ctx), found, method) if found else []


def desk(ctx: Context) -> Desk:
    """Return the agents that cases can go to, and what their settled cases tell."""
    agents = profiles(ctx)
    skill = skill_of(ctx, agents)
    terms = terms_of(ctx.session, ctx.actor.shop_id)
    stakes = [_stake(row, terms) for row in queries.waiting(ctx, queries.open_sample(ctx, _SAMPLE))]
    typical = round(skill.overall * sum(stakes) / len(stakes)) if stakes else 0
    return Desk.of(agents, skill, ctx.zone, ctx.now, typical)


_SAMPLE = 200
"""Open cases that tell what a case brings in the mean."""


def _stake(row: Any, terms: Terms) -> int:
    _, _, _, _, total, tax, _, _, cost = row
    return worth.at_stake(total, tax, int(cost), terms)


def skill_of(ctx: Context, agents: Sequence[Profile]) -> Skill:
    """Return what the settled cases of the last half year tell of agents."""
    by_id = {one.agent.id: one for one in agents}
    cells = [
        Cell(
            agent_id=agent, reason=NdrReason(reason), is_cod=bool(is_cod), language=language,
            well=int(well), of=int(of),
        )
        for agent, reason, is_cod, language, well, of in queries.outcomes(
            ctx, ctx.now - LEARN_FROM
        )
    ]  # fmt: skip
    return learn(
        cells,
        lambda agent, language: by_id[agent].speaks(language) if agent in by_id else None,
        lambda agent, reason: agent in by_id and reason in by_id[agent].reasons,
    )


def waiting(ctx: Context, case_ids: Collection[int]) -> list[Waiting]:
    """Return the open ones of some cases as they stand."""
    if not case_ids:
        return []
    share = holdout.percent(ctx)
    scored = [one for one in case_ids if not holdout.is_held_out(one, share)]
    learnt = chances.of_cases(ctx, scored)
    terms = terms_of(ctx.session, ctx.actor.shop_id)
    return [
        Waiting(
            id=row.id, awb=awb, order_number=number, reason=NdrReason(row.reason),
            is_cod=cod > 0, language=language, attempts=row.attempts,
            value=Money(total, currency), stake_minor=worth.at_stake(total, tax, int(cost), terms),
            chance=learnt.get(row.id), last_attempt_at=row.last_attempt_at, due_at=row.due_at,
            act_by=worth.act_by(row.last_attempt_at, ctx.now, ctx.zone, terms),
            assignee_id=row.assignee_id,
        )
        for row, awb, cod, number, total, tax, currency, language, cost in queries.waiting(
            ctx, case_ids
        )
    ]  # fmt: skip


def explain(ctx: Context, choice: Choice) -> str:
    """Return why a case goes to whom it goes, in the language of the answer."""
    said = [_sum(ctx, choice), *_reasons(ctx, choice), *_alternatives(ctx, choice)]
    return " ".join(one for one in said if one)


def _sum(ctx: Context, choice: Choice) -> str:
    chosen = choice.chosen
    if chosen.score is not None:
        return ctx.say("assignment-because-score", name=chosen.agent.name, score=chosen.score)
    return ctx.say(
        "assignment-because", name=chosen.agent.name, expected=expected(ctx, chosen),
        stake=Money(round(choice.case.stake_minor, -2), ctx.currency),
    )  # fmt: skip


def _reasons(ctx: Context, choice: Choice) -> list[str]:
    chosen, said = choice.chosen, []
    if chosen.record.of:
        said.append(
            ctx.say(
                "assignment-because-record", well=chosen.record.well, of=chosen.record.of,
                reason=ctx.say(f"ndr-reason-{choice.case.reason}"),
            )
        )  # fmt: skip
    if chosen.speaks is not None:
        said.append(ctx.say("assignment-because-language", speaks="yes" if chosen.speaks else "no"))
    minutes = round((chosen.begins_at - ctx.now).total_seconds() / 60)
    said.append(
        ctx.say(
            "assignment-because-wait", ahead=chosen.ahead, minutes=minutes,
            at=ctx.local(chosen.begins_at), when=_when(minutes),
        )
    )  # fmt: skip
    return said


_SOON_MINUTES = 120


def _when(minutes: int) -> str:
    if minutes < 1:
        return "now"
    return "later" if minutes > _SOON_MINUTES else "soon"


def _alternatives(ctx: Context, choice: Choice) -> list[str]:
    if not choice.others:
        return [ctx.say("assignment-nobody-else")] if choice.left_out else []
    other = choice.others[0]
    if other.score is not None:
        return [ctx.say("assignment-next-score", name=other.agent.name, score=other.score)]
    said = ctx.say(
        "assignment-next", name=other.agent.name, expected=expected(ctx, other),
        together="yes" if other.parts.total > choice.chosen.parts.total else "no",
    )  # fmt: skip
    return [said]


def expected(ctx: Context, option: Option) -> Money:
    """Return what is expected of a case with somebody, in whole rupees as it is said."""
    return Money(round(option.parts.total, -2), ctx.currency)
