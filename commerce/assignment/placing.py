"""Giving cases to agents: one as it comes, or a morning's worth at once.

Together they are a linear assignment problem: each agent has as many places as cases they may be
given, a later place begins later, and the sum of what is expected is greatest.

References:
    Crouse, D. F. (2016). On implementing 2D rectangular assignment algorithms. IEEE Transactions on
        Aerospace and Electronic Systems 52(4). DOI 10.1109/TAES.2016.140952 (as in scipy).
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from commerce.assignment import rules
from commerce.assignment.rules import Desk
from commerce.assignment.types import Choice, LeftOut, Method, Option, Profile, Waiting
from commerce.ndr import Agent

TOGETHER_MOST = 300
"""Cases that are placed at once; more are placed in lots, those due first first."""
_NEVER = 1e12


def one(desk: Desk, case: Waiting, method: Method) -> Choice | None:
    """Return to whom one case goes; `None` where it can go to nobody."""
    options, out = _options(desk, case)
    if method is Method.RECOVERED:
        options, unfair = _fair(desk, options)
        out += unfair
    if not options:
        return None
    profiles = {profile.agent.id: profile for profile in desk.profiles}
    if method is Method.PUBLISHED:
        scored = [
            replace(one, score=desk.published(case, profiles[one.agent.id])) for one in options
        ]
        ranked = sorted(scored, key=lambda one: -(one.score or 0.0))
    else:
        ranked = sorted(options, key=lambda one: (-one.parts.total, one.ahead, one.agent.id))
    return Choice(
        case=case, method=method, chosen=ranked[0], others=tuple(ranked[1:]),
        left_out=tuple(sorted(out, key=lambda pair: pair[0].id)),
    )  # fmt: skip


def many(desk: Desk, cases: Sequence[Waiting], method: Method) -> list[Choice]:
    """Return to whom each case goes; those that can go to nobody are left out."""
    ordered = sorted(cases, key=lambda case: (case.due_at, case.id))
    if method is Method.PUBLISHED:
        return _one_by_one(desk, ordered, method)
    found: list[Choice] = []
    for start in range(0, len(ordered), TOGETHER_MOST):
        placed = _together(desk, ordered[start : start + TOGETHER_MOST])
        found += placed
        desk = _after(desk, placed)
    return found


def _one_by_one(desk: Desk, cases: Sequence[Waiting], method: Method) -> list[Choice]:
    found = []
    for case in cases:
        choice = one(desk, case, method)
        if choice is not None:
            found.append(choice)
            desk = _after(desk, [choice])
    return found


def _after(desk: Desk, choices: Sequence[Choice]) -> Desk:
    """Return the desk once these cases are with whom they go to."""
    more: dict[int, int] = {}
    for choice in choices:
        more[choice.agent.id] = more.get(choice.agent.id, 0) + 1
    profiles = tuple(
        replace(
            profile, open_cases=profile.open_cases + more.get(profile.agent.id, 0),
            untouched=profile.untouched + more.get(profile.agent.id, 0),
            given_today=profile.given_today + more.get(profile.agent.id, 0),
        )
        for profile in desk.profiles
    )  # fmt: skip
    return replace(desk, profiles=profiles)


def _together(desk: Desk, cases: Sequence[Waiting]) -> list[Choice]:
    from scipy.optimize import linear_sum_assignment

    places = _places(desk, len(cases))
    if not places or not cases:
        return []
    options = [[desk.option(case, profile, k) for profile, k in places] for case in cases]
    costs = np.array(
        [
            [-one.parts.total if isinstance(one, Option) else _NEVER for one in row]
            for row in options
        ],
        dtype=np.float64,
    )
    # Between equals the earlier place is taken, so that nobody has a gap before a case.
    costs += np.array([k for _, k in places], dtype=np.float64) * 1e-3
    rows, columns = linear_sum_assignment(costs)
    found = []
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        option = options[row][column]
        if isinstance(option, Option):
            alone, out = _options(desk, cases[row])
            others = [one for one in alone if one.agent != option.agent]
            others.sort(key=lambda one: (-one.parts.total, one.agent.id))
            found.append(
                Choice(
                    case=cases[row], method=Method.RECOVERED, chosen=option, others=tuple(others),
                    left_out=tuple(out), together=len(cases) > 1,
                )
            )  # fmt: skip
    return found


def _places(desk: Desk, count: int) -> list[tuple[Profile, int]]:
    """Return as many places of each agent as they may be given cases."""
    able = [
        profile for profile in desk.profiles
        if not profile.is_off and not rules.is_away(profile, desk.now, desk.zone)
    ]  # fmt: skip
    most = rules.fair_share([profile.given_today for profile in able], count)
    return [
        (profile, k)
        for profile in able
        for k in range(
            min(profile.cap - profile.open_cases, max(most - profile.given_today, 0), count)
        )
    ]


def _options(desk: Desk, case: Waiting) -> tuple[list[Option], list[tuple[Agent, LeftOut]]]:
    options, out = list[Option](), list[tuple[Agent, LeftOut]]()
    for profile in desk.profiles:
        found = desk.option(case, profile)
        if isinstance(found, Option):
            options.append(found)
        else:
            out.append((profile.agent, found))
    return options, out


def _fair(
    desk: Desk, options: Sequence[Option]
) -> tuple[list[Option], list[tuple[Agent, LeftOut]]]:
    """Leave out who was given more than their share today."""
    given = {profile.agent.id: profile.given_today for profile in desk.profiles}
    most = rules.fair_share([given[one.agent.id] for one in options], 1)
    kept = [one for one in options if given[one.agent.id] < most]
    return kept, [(one.agent, LeftOut.FAIRNESS) for one in options if one not in kept]
