"""To whom a case should go, decided without a database."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from commerce.assignment import (
    Leave,
    LeftOut,
    Method,
    Profile,
    Waiting,
    placing,
    published_score,
    rules,
)
from commerce.assignment.rules import Desk
from commerce.assignment.skill import Cell, Skill, learn
from commerce.money import Money
from commerce.ndr import Agent
from commerce.vocabulary import NdrReason

INDIA = ZoneInfo("Asia/Kolkata")
NOW = datetime(2026, 11, 23, 5, 30, tzinfo=UTC)
"""Monday, 11 in the morning in India."""
REFUSED, AWAY = NdrReason.CUSTOMER_REFUSED, NdrReason.CUSTOMER_NOT_AVAILABLE


def _case(number: int = 1, **other: object) -> Waiting:
    case = Waiting(
        id=number, awb=f"AWB{number}", order_number=str(number), reason=REFUSED, is_cod=True,
        language="hi", attempts=1, value=Money(120_000, "INR"), stake_minor=100_000, chance=0.5,
        last_attempt_at=NOW - timedelta(hours=2), due_at=NOW + timedelta(hours=22),
        act_by=NOW + timedelta(hours=9), assignee_id=None,
    )  # fmt: skip
    return replace(case, **other)  # type: ignore[arg-type]


def _agent(number: int, **other: object) -> Profile:
    return replace(Profile(agent=Agent(id=number, name=f"Agent {number}")), **other)  # type: ignore[arg-type]


def _desk(*profiles: Profile, skill: Skill | None = None) -> Desk:
    return Desk.of(profiles, skill or Skill(), INDIA, NOW)


# -- the published score -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("load", "is_expert", "speaks", "success", "is_available", "score"),
    [
        (0, True, True, 1.0, True, 175.0),
        (12, True, False, 0.58, True, 123.4),
        (50, False, False, 0.0, False, 0.0),
        (10, True, True, 0.5, True, 140.0),
        (0, False, False, 0.5, True, 125.0),
        (60, False, True, 0.25, True, 12.5),
    ],
)
def test_the_published_score_is_what_was_published(
    load: int, is_expert: bool, speaks: bool, success: float, is_available: bool, score: float
) -> None:
    found = published_score(
        load=load, is_expert=is_expert, speaks=speaks, success=success, is_available=is_available
    )
    assert found == pytest.approx(score)


def test_ten_cases_weigh_as_much_as_being_an_expert_in_the_published_score() -> None:
    expert, idle = _agent(1, reasons=frozenset({REFUSED}), open_cases=11), _agent(2)
    choice = placing.one(_desk(expert, idle), _case(), Method.PUBLISHED)
    assert choice is not None
    assert (choice.agent.id, choice.chosen.score) == (2, 110.0)
    assert choice.others[0].score == 108.0


# -- success -------------------------------------------------------------------------------------


def _cells(agent: int, well: int, of: int, language: str = "hi") -> Cell:
    return Cell(
        agent_id=agent, reason=REFUSED, is_cod=True, language=language, well=well, of=of
    )  # fmt: skip


def _learn(*cells: Cell) -> Skill:
    return learn(cells, lambda agent, language: None, lambda agent, reason: False)


def test_three_lucky_cases_count_less_than_a_hundred_good_ones() -> None:
    others = [_cells(number, 50, 100) for number in range(3, 9)]
    skill = _learn(_cells(1, 3, 3), _cells(2, 65, 100), *others)
    lucky = skill.effect(1, REFUSED, good_at=False)
    proven = skill.effect(2, REFUSED, good_at=False)
    assert 0 < lucky < proven
    assert skill.record(1, REFUSED).of == 3


def test_alike_agents_are_told_apart_by_nothing() -> None:
    skill = _learn(_cells(1, 50, 100), _cells(2, 51, 100), _cells(3, 49, 100))
    assert max(abs(skill.effect(k, REFUSED, good_at=False)) for k in (1, 2, 3)) < 0.03


def test_a_named_skill_counts_until_cases_tell() -> None:
    skill = _learn(_cells(1, 50, 100))
    assert skill.effect(9, AWAY, good_at=True) == pytest.approx(0.25)
    assert skill.effect(9, AWAY, good_at=False) == 0.0


# -- rupees --------------------------------------------------------------------------------------


def test_an_expected_amount_is_the_sum_of_its_parts() -> None:
    skill = _learn(_cells(1, 80, 100), _cells(2, 20, 100))
    option = _desk(_agent(1, untouched=10), skill=skill).option(
        _case(), _agent(1, untouched=10, languages=frozenset({"ta"}))
    )
    assert not isinstance(option, LeftOut)
    assert option.parts.base == 50_000
    assert option.parts.skill > 0
    assert option.parts.language < 0
    assert option.parts.waiting < 0
    assert option.parts.total == sum(
        (option.parts.base, option.parts.skill, option.parts.language, option.parts.waiting)
    )


def test_past_the_cut_off_a_last_attempt_is_nearly_lost() -> None:
    late = NOW + timedelta(hours=10)
    assert rules.keeps(_case(), NOW, NOW) == 1.0
    assert rules.keeps(_case(), late, NOW) == pytest.approx(0.85 * 0.96 ** (10 / 24))
    assert rules.keeps(_case(attempts=3), late, NOW) == pytest.approx(0.3 * 0.96 ** (10 / 24))


def test_a_better_agent_with_a_long_queue_loses_to_one_who_begins_at_once() -> None:
    skill = _learn(_cells(1, 54, 100), _cells(2, 50, 100))
    busy, idle = _agent(1, untouched=48, open_cases=48, minutes_a_case=15), _agent(2)
    choice = placing.one(_desk(busy, idle, skill=skill), _case(), Method.RECOVERED)
    assert choice is not None
    assert choice.agent.id == 2
    choice = placing.one(_desk(_agent(1), idle, skill=skill), _case(), Method.RECOVERED)
    assert choice is not None
    assert choice.agent.id == 1


# -- who cannot ----------------------------------------------------------------------------------


def test_nobody_is_given_what_they_cannot_take() -> None:
    desk = _desk(
        _agent(1, is_off=True),
        _agent(2, leaves=(Leave(first=date(2026, 11, 20), last=date(2026, 11, 23)),)),
        _agent(3, open_cases=50),
        _agent(4, reasons=frozenset({AWAY}), only_these=True),
        _agent(5, opens=time(10), closes=time(12), rest_days=frozenset({0, 1, 2})),
        _agent(6, given_today=40),
        _agent(7),
        _agent(8),
        _agent(9),
    )
    choice = placing.one(desk, _case(assignee_id=9), Method.RECOVERED)
    assert choice is not None
    assert [(agent.id, why) for agent, why in choice.left_out] == [
        (1, LeftOut.OFF), (2, LeftOut.LEAVE), (3, LeftOut.FULL), (4, LeftOut.SKILL),
        (5, LeftOut.SHIFT), (6, LeftOut.FAIRNESS), (9, LeftOut.THEIRS),
    ]  # fmt: skip
    assert {choice.agent.id, *(one.agent.id for one in choice.others)} == {7, 8}


def test_a_case_that_nobody_can_take_goes_to_nobody() -> None:
    assert placing.one(_desk(_agent(1, is_off=True)), _case(), Method.RECOVERED) is None


# -- many at once --------------------------------------------------------------------------------


def test_a_morning_is_shared_out_so_that_the_sum_is_best() -> None:
    skill = _learn(_cells(1, 70, 100), _cells(2, 30, 100))
    dear, cheap = _case(1, stake_minor=500_000), _case(2, stake_minor=20_000)
    good = _agent(1, cap=1)
    found = placing.many(_desk(good, _agent(2), skill=skill), [cheap, dear], Method.RECOVERED)
    assert {choice.case.id: choice.agent.id for choice in found} == {1: 1, 2: 2}


def test_nobody_is_given_more_than_one_and_a_half_times_the_mean() -> None:
    skill = _learn(_cells(1, 90, 100), _cells(2, 30, 100), _cells(3, 30, 100))
    cases = [_case(number) for number in range(1, 31)]
    found = placing.many(
        _desk(_agent(1), _agent(2), _agent(3), skill=skill), cases, Method.RECOVERED
    )
    given = [choice.agent.id for choice in found]
    assert len(given) == 30
    assert given.count(1) == 15


def test_later_places_of_a_queue_begin_later() -> None:
    found = placing.many(_desk(_agent(1)), [_case(1), _case(2)], Method.RECOVERED)
    assert sorted(choice.chosen.begins_at - NOW for choice in found) == [
        timedelta(), timedelta(minutes=12),
    ]  # fmt: skip
