"""To whom a case should go: no database, no clock."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from commerce import working_time
from commerce.assignment.skill import Skill, odds_to_share, share_to_odds
from commerce.assignment.types import LeftOut, Option, Parts, Profile, Waiting
from commerce.ndr import MOST_ATTEMPTS
from commerce.working_time import Hours

FADES_A_DAY: Final = 0.04
"""Share of its worth that a case loses each day that nobody works it. Published returns of COD
parcels by days to the first attempt, 22, 27 and 35 percent at 1-2, 3-5 and more days, lose about so
much of the deliveries a day."""
AFTER_CUT_OFF: Final = 0.85
"""What is left of it once the courier's cut-off has passed: it goes out again on its own, a day
later and without a word from the customer."""
AFTER_LAST: Final = 0.3
"""The same where no attempt is left: it is on its way back, and few couriers can be stopped."""
_A_SHIFT: Final = timedelta(hours=14)
"""From the first working moment: up to there a shift ends, and before it the next begins."""
CROWDS: Final = 8.0
"""Cases that are late in turn because of one more in a full queue, until it is empty again. Chosen
in simulation (`superecom bench assignment`), on seeds apart from those it is judged by."""
LATEST: Final = timedelta(hours=36)
"""Who would come to a case only after this is no choice."""
FAIR: Final = 1.5
"""Of the mean of a day's cases, nobody is given more than so many times as many."""
FAIR_FROM: Final = 5
"""Cases a day that are never too many."""


def hours_of(profile: Profile, zone: ZoneInfo) -> Hours:
    """Return when an agent works, leave taken off."""
    days_off = frozenset(
        leave.first + timedelta(days=k)
        for leave in profile.leaves
        for k in range((leave.last - leave.first).days + 1)
    )
    return Hours(
        zone=zone, opens=profile.opens, closes=profile.closes,
        weekdays=working_time.EVERY_DAY - profile.rest_days, days_off=days_off,
    )  # fmt: skip


def published_score(
    *, load: int, is_expert: bool, speaks: bool, success: float, is_available: bool
) -> float:
    """Return the score that the platform published; the highest takes the case.

    `(50 - load) x 2`, and 20 for the reason among their skills, 15 for the customer's language,
    their share of successes with the reason times 30, and 10 if they are available now.
    """
    score = (50 - load) * 2.0
    score += 20 if is_expert else 0
    score += 15 if speaks else 0
    score += success * 30
    return score + (10 if is_available else 0)


def keeps(case: Waiting, begins_at: datetime, now: datetime) -> float:
    """Return the share of a case's worth that is left when somebody begins then."""
    waited = max((begins_at - now).total_seconds() / 86_400, 0.0)
    kept = math.exp(math.log1p(-FADES_A_DAY) * waited)
    if begins_at <= case.act_by:
        return kept
    return kept * (AFTER_LAST if case.attempts >= MOST_ATTEMPTS else AFTER_CUT_OFF)


def begins(hours: Hours, profile: Profile, ahead: int, now: datetime) -> datetime | None:
    """Return when an agent comes to a case with so many before it; `None` if not in a year."""
    first = working_time.next_working(hours, now)
    if first is None or ahead == 0:
        return first
    return working_time.after(hours, first, timedelta(minutes=ahead * profile.minutes_a_case))


def crowding(hours: Hours, profile: Profile, ahead: int, now: datetime) -> float:
    """Return how likely one more case pushes another past the day, from 0 to 1.

    The share of what is left of the shift that is taken with it.
    """
    first = working_time.next_working(hours, now)
    if first is None:
        return 1.0
    left = working_time.worked(hours, first, first + _A_SHIFT)
    taken = (ahead + 1) * profile.minutes_a_case * 60
    return min(taken / max(left.total_seconds(), 1.0), 1.0)


def option(
    case: Waiting, profile: Profile, skill: Skill, *, ahead: int, begins_at: datetime,
    now: datetime, crowded_minor: int = 0,
) -> Option:  # fmt: skip
    """Return what is expected of a case with an agent who begins then.

    Args:
        case: The case.
        profile: The agent.
        skill: What was learnt of agents.
        ahead: Cases they work before it.
        begins_at: When they come to it.
        now: The moment of choosing.
        crowded_minor: What other cases lose because it takes their time.
    """
    base = case.chance if case.chance is not None else skill.rate(case.reason, case.is_cod)
    odds = share_to_odds(base)
    good_at = case.reason in profile.reasons
    speaks = profile.speaks(case.language)
    skilled = odds + skill.effect(profile.agent.id, case.reason, good_at=good_at)
    spoken = skilled + skill.language_effect(speaks)
    amounts = [round(odds_to_share(one) * case.stake_minor) for one in (odds, skilled, spoken)]
    left = round(amounts[2] * keeps(case, begins_at, now)) - crowded_minor
    parts = Parts(
        base=amounts[0], skill=amounts[1] - amounts[0], language=amounts[2] - amounts[1],
        waiting=left - amounts[2],
    )  # fmt: skip
    return Option(
        agent=profile.agent, parts=parts, chance=odds_to_share(spoken), speaks=speaks,
        record=skill.record(profile.agent.id, case.reason), ahead=ahead, begins_at=begins_at,
    )  # fmt: skip


def left_out(
    case: Waiting, profile: Profile, begins_at: datetime | None, now: datetime, today_off: bool
) -> LeftOut | None:
    """Return why a case cannot go to an agent, or `None` if it can."""
    if case.assignee_id == profile.agent.id:
        return LeftOut.THEIRS
    if profile.is_off:
        return LeftOut.OFF
    if today_off:
        return LeftOut.LEAVE
    if profile.open_cases >= profile.cap:
        return LeftOut.FULL
    if profile.only_these and case.reason not in profile.reasons:
        return LeftOut.SKILL
    if begins_at is None or begins_at > now + LATEST:
        return LeftOut.SHIFT
    return None


def is_away(profile: Profile, now: datetime, zone: ZoneInfo) -> bool:
    """Tell whether somebody is on leave today."""
    today = now.astimezone(zone).date()
    return any(leave.first <= today <= leave.last for leave in profile.leaves)


def fair_share(given_today: Sequence[int], more: int) -> int:
    """Return how many cases a day one agent may be given at most.

    Args:
        given_today: What each agent who can take cases was given already.
        more: How many cases are to be given now.
    """
    if not given_today:
        return 0
    mean = (sum(given_today) + more) / len(given_today)
    return max(FAIR_FROM, math.ceil(FAIR * mean))


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The agents that cases can go to, and what was learnt of them."""

    profiles: tuple[Profile, ...]
    skill: Skill
    zone: ZoneInfo
    now: datetime
    hours: Mapping[int, Hours]
    typical_minor: int
    """What a case of the shop brings with anybody who begins at once, in the mean."""

    @classmethod
    def of(
        cls, profiles: Sequence[Profile], skill: Skill, zone: ZoneInfo, now: datetime,
        typical_minor: int = 0,
    ) -> "Desk":  # fmt: skip
        """Lay out who works when."""
        hours = {one.agent.id: hours_of(one, zone) for one in profiles}
        return cls(
            profiles=tuple(profiles), skill=skill, zone=zone, now=now, hours=hours,
            typical_minor=typical_minor,
        )  # fmt: skip

    def begins(self, profile: Profile, more_ahead: int = 0) -> datetime | None:
        """Return when an agent comes to one more case."""
        ahead = profile.untouched + more_ahead
        return begins(self.hours[profile.agent.id], profile, ahead, self.now)

    def option(self, case: Waiting, profile: Profile, more_ahead: int = 0) -> Option | LeftOut:
        """Return what is expected of a case with an agent, or why it cannot go to them."""
        begins_at = self.begins(profile, more_ahead)
        away = is_away(profile, self.now, self.zone)
        out = left_out(case, profile, begins_at, self.now, away)
        if out is not None or begins_at is None:
            return out or LeftOut.SHIFT
        ahead = profile.untouched + more_ahead
        crowded = crowding(self.hours[profile.agent.id], profile, ahead, self.now)
        return option(
            case, profile, self.skill, ahead=ahead, begins_at=begins_at, now=self.now,
            crowded_minor=round(crowded * CROWDS * (1 - AFTER_CUT_OFF) * self.typical_minor),
        )  # fmt: skip

    def published(self, case: Waiting, profile: Profile) -> float:
        """Return an agent's published score for a case; a reason they never had counts as 0."""
        record = self.skill.record(profile.agent.id, case.reason)
        return published_score(
            load=profile.open_cases, is_expert=case.reason in profile.reasons,
            speaks=bool(profile.speaks(case.language)),
            success=record.well / record.of if record.of else 0.0,
            is_available=working_time.is_working(self.hours[profile.agent.id], self.now),
        )  # fmt: skip
