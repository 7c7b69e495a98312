"""How well each agent does, learnt from settled cases without being fooled by few of them.

Each cell (agent, reason, payment, language) is compared with what its cases would have come to with
anybody. The difference is in log-odds, pulled towards the agent's own over all reasons, and that
towards nobody's difference, the more the fewer cases there are.

References:
    Efron, B., Morris, C. (1975). Data Analysis Using Stein's Estimator and its Generalizations.
        JASA 70(350). DOI 10.1080/01621459.1975.10479864
    DerSimonian, R., Laird, N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials
        7(3). DOI 10.1016/0197-2456(86)90046-2 (the spread between cells).
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from commerce.ndr import Tally
from commerce.vocabulary import NdrReason

AS_MANY: Final = 20.0
"""Cases that a rate of all counts as, against a reason's own."""
LEAST_SPREAD: Final = 0.02
"""Variance between agents, in log-odds, that is assumed where the cases show none."""
GOOD_AT: Final = 0.25
"""Log-odds that somebody who is said to be good at a reason has ahead until their cases tell."""
SPEAKING: Final = 0.35
SPEAKING_SPREAD: Final = 0.04
"""Log-odds between an agent who speaks the customer's language and one who does not, and its
variance, until the shop's cases tell. An assumption: about eight points of a half."""
_LEAST_RATE: Final = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Settled cases of one agent that are alike."""

    agent_id: int
    reason: NdrReason
    is_cod: bool
    language: str
    well: int
    of: int


@dataclass(frozen=True, slots=True)
class _Against:
    """How cases came out against what was expected of them."""

    surplus: float = 0.0
    weight: float = 0.0

    def and_also(self, surplus: float, weight: float) -> "_Against":
        return _Against(self.surplus + surplus, self.weight + weight)

    @property
    def effect(self) -> float:
        """In log-odds, by one step of Newton's from no effect."""
        return max(-2.0, min(2.0, self.surplus / self.weight)) if self.weight else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """What was learnt of agents."""

    rates: Mapping[tuple[NdrReason, bool], float] = field(default_factory=dict)
    """Reason and whether it is COD → share delivered, by anybody."""
    overall: float = 0.5
    of_agents: Mapping[int, float] = field(default_factory=dict)
    """In log-odds, over all reasons."""
    of_reasons: Mapping[tuple[int, NdrReason], float] = field(default_factory=dict)
    records: Mapping[tuple[int, NdrReason], Tally] = field(default_factory=dict)
    speaking: float = SPEAKING
    share_speaking: float = 0.5

    def rate(self, reason: NdrReason, is_cod: bool) -> float:
        """Return the share of such cases that anybody delivers."""
        return self.rates.get((reason, is_cod), self.overall)

    def record(self, agent_id: int, reason: NdrReason) -> Tally:
        """Return an agent's settled cases of a reason."""
        return self.records.get((agent_id, reason), Tally(well=0, of=0))

    def effect(self, agent_id: int, reason: NdrReason, *, good_at: bool) -> float:
        """Return how much an agent adds for a reason, in log-odds."""
        if (agent_id, reason) in self.of_reasons:
            return self.of_reasons[agent_id, reason]
        return self.of_agents.get(agent_id, 0.0) + (GOOD_AT if good_at else 0.0)

    def language_effect(self, speaks: bool | None) -> float:
        """Return what speaking the customer's language, or not, adds in log-odds."""
        if speaks is None:
            return 0.0
        return self.speaking * ((1.0 if speaks else 0.0) - self.share_speaking)


def learn(
    cells: Iterable[Cell],
    speaks: Callable[[int, str], bool | None],
    good_at: Callable[[int, NdrReason], bool],
) -> Skill:
    """Learn from settled cases.

    Args:
        cells: What came of the cases of each agent.
        speaks: Whether an agent speaks a language; `None` where that is not known.
        good_at: Whether an agent is said to be good at a reason.
    """
    found = [cell for cell in cells if cell.of]
    overall = (sum(c.well for c in found) + 1) / (sum(c.of for c in found) + 2)
    rates = _rates(found, overall)
    speaking, share = _speaking(found, rates, speaks)
    by_reason: dict[tuple[int, NdrReason], _Against] = defaultdict(_Against)
    records: dict[tuple[int, NdrReason], Tally] = {}
    for cell in found:
        spoken = speaks(cell.agent_id, cell.language)
        shift = 0.0 if spoken is None else speaking * ((1.0 if spoken else 0.0) - share)
        rate = odds_to_share(share_to_odds(rates[cell.reason, cell.is_cod]) + shift)
        key = (cell.agent_id, cell.reason)
        by_reason[key] = by_reason[key].and_also(*_against(cell, rate))
        known = records.get(key, Tally(well=0, of=0))
        records[key] = Tally(well=known.well + cell.well, of=known.of + cell.of)
    by_agent: dict[int, _Against] = defaultdict(_Against)
    for (agent, _), one in by_reason.items():
        by_agent[agent] = by_agent[agent].and_also(one.surplus, one.weight)
    of_agents = _of_agents(by_agent)
    return Skill(
        rates=rates, overall=overall, of_agents=of_agents, records=records, speaking=speaking,
        share_speaking=share, of_reasons=_of_reasons(by_reason, by_agent, of_agents, good_at),
    )  # fmt: skip


def share_to_odds(share: float) -> float:
    """Return log-odds of a share; none and all are kept a little away."""
    kept = min(max(share, _LEAST_RATE), 1 - _LEAST_RATE)
    return math.log(kept / (1 - kept))


def odds_to_share(odds: float) -> float:
    """Return the share that log-odds stand for."""
    return 1 / (1 + math.exp(-odds))


def _rates(found: list[Cell], overall: float) -> dict[tuple[NdrReason, bool], float]:
    well: dict[tuple[NdrReason, bool], int] = defaultdict(int)
    of: dict[tuple[NdrReason, bool], int] = defaultdict(int)
    for cell in found:
        well[cell.reason, cell.is_cod] += cell.well
        of[cell.reason, cell.is_cod] += cell.of
    return {key: (well[key] + AS_MANY * overall) / (of[key] + AS_MANY) for key in of}


def _against(cell: Cell, rate: float) -> tuple[float, float]:
    return cell.well - cell.of * rate, cell.of * rate * (1 - rate)


def _speaking(
    found: list[Cell],
    rates: Mapping[tuple[NdrReason, bool], float],
    speaks: Callable[[int, str], bool | None],
) -> tuple[float, float]:
    """Return what speaking adds in log-odds, and in which share of the cases they did."""
    either = {True: _Against(), False: _Against()}
    count = {True: 0, False: 0}
    for cell in found:
        spoken = speaks(cell.agent_id, cell.language)
        if spoken is not None:
            rate = rates[cell.reason, cell.is_cod]
            either[spoken] = either[spoken].and_also(*_against(cell, rate))
            count[spoken] += cell.of
    known = sum(count.values())
    share = count[True] / known if known else 0.5
    if not (either[True].weight and either[False].weight):
        return SPEAKING, share
    noise = 1 / either[True].weight + 1 / either[False].weight
    seen = either[True].effect - either[False].effect
    trust = SPEAKING_SPREAD / (SPEAKING_SPREAD + noise)
    return SPEAKING + trust * (seen - SPEAKING), share


def _of_agents(by_agent: Mapping[int, _Against]) -> dict[int, float]:
    spread = _spread([(one.effect, one.weight) for one in by_agent.values()], lost=1)
    return {agent: _pulled(one.effect, one.weight, 0.0, spread) for agent, one in by_agent.items()}


def _of_reasons(
    by_reason: Mapping[tuple[int, NdrReason], _Against],
    by_agent: Mapping[int, _Against],
    of_agents: Mapping[int, float],
    good_at: Callable[[int, NdrReason], bool],
) -> dict[tuple[int, NdrReason], float]:
    """Return each agent's effect by reason: their own, and how far the reason lies from it."""
    apart = {key: one.effect - by_agent[key[0]].effect for key, one in by_reason.items()}
    spread = _spread(
        [(apart[key], one.weight) for key, one in by_reason.items()], lost=len(by_agent)
    )
    return {
        key: of_agents[key[0]]
        + _pulled(apart[key], one.weight, GOOD_AT if good_at(*key) else 0.0, spread)
        for key, one in by_reason.items()
    }


def _pulled(effect: float, weight: float, towards: float, spread: float) -> float:
    """Return an effect pulled towards what is expected, the more the less it rests on."""
    return towards + (effect - towards) * spread / (spread + 1 / weight) if weight else towards


def _spread(cells: list[tuple[float, float]], *, lost: int) -> float:
    """Return the variance of effects beyond chance (DerSimonian and Laird's moments).

    Args:
        cells: Effect and weight of each.
        lost: How many means were taken off.
    """
    known = [(effect, weight) for effect, weight in cells if weight]
    total = sum(weight for _, weight in known)
    if len(known) <= lost:
        return LEAST_SPREAD
    mean = sum(weight * effect for effect, weight in known) / total
    seen = sum(weight * (effect - mean) ** 2 for effect, weight in known)
    scale = total - sum(weight**2 for _, weight in known) / total
    return max(LEAST_SPREAD, (seen - (len(known) - lost)) / scale)
