"""Who should take which undelivered parcel: three ways, simulated over a shop's own cases.

The cases are those of the shop in SUPERECOM_HOME, in their order, with their reasons, payment,
language, rupees at stake and the hours at which they came; they come faster than they did, so that
a team of five is busy. How well each agent does is drawn and hidden from all three ways: an effect
of the agent, of each reason, of a named skill and of speaking the customer's language, in log-odds.
The first part of the cases is worked round robin; from it each way learns what it wants. The rest
is given out by each way: the same cases, the same hours, the same hidden success.

What a case brings is its chance with whoever came to it, times what its waiting leaves of it, times
what is at stake: the mean over luck, so that ways differ by what they choose alone.
"""

import json
import sys
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import numpy as np
from rich.console import Console
from rich.table import Table
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.settings import Settings
from app.shops import the_shop
from app.wiring import open_database
from commerce import working_time
from commerce.assignment import Method, Profile, Waiting, placing, rules
from commerce.assignment.rules import Desk
from commerce.assignment.skill import Cell, Skill, learn, odds_to_share, share_to_odds
from commerce.db.tables import (
    CustomerRow,
    NdrCaseRow,
    OrderItemRow,
    OrderRow,
    ShipmentRow,
    VariantRow,
)
from commerce.money import Money
from commerce.ndr import Agent, worth
from commerce.ndr.queries import DELIVERED, RETURNED
from commerce.vocabulary import NdrReason

ZONE: Final = ZoneInfo("Asia/Kolkata")
WAYS: Final = ("round robin", "published score", "expected rupees")
SEEDS: Final = 20
FIRST_SEED: Final = 1_000
"""Constants were chosen on other seeds."""
LEARN: Final = 1_500
TRY: Final = 600
_START: Final = datetime(2026, 11, 2, tzinfo=UTC)
_TEAM: Final = (
    ("A", ("hi", "en"), (NdrReason.CUSTOMER_NOT_AVAILABLE, NdrReason.CUSTOMER_UNREACHABLE)),
    ("B", ("hi", "ur"), (NdrReason.CUSTOMER_REFUSED, NdrReason.COD_NOT_READY)),
    ("C", ("mr", "hi", "en"), (NdrReason.INCORRECT_ADDRESS, NdrReason.PREMISES_CLOSED)),
    ("D", ("ta", "te", "en"), (NdrReason.CUSTOMER_NOT_AVAILABLE, NdrReason.INCORRECT_ADDRESS)),
    ("E", ("hi", "pa", "en"), (NdrReason.CUSTOMER_REFUSED, NdrReason.CUSTOMER_UNREACHABLE)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is true and hidden."""

    name: str
    load: float
    """Working minutes that come in, of those there are."""
    between_agents: float = 0.25
    between_reasons: float = 0.35
    named: float = 0.25
    speaking: float = 0.40
    """All in log-odds; the first two are standard deviations."""
    learn: int = LEARN
    """Cases from which each way learns."""
    fades: bool = True
    """Whether waiting costs what it is believed to cost."""


WORLDS: Final = (
    World(name="agents differ, calm", load=0.6),
    World(name="agents differ, busy", load=0.9),
    World(name="agents differ, too much", load=1.15),
    World(
        name="agents are alike, busy", load=0.9, between_agents=0, between_reasons=0, named=0,
        speaking=0,
    ),
    World(name="waiting costs nothing, busy", load=0.9, fades=False),
    World(name="agents differ, busy, 200 cases known", load=0.9, learn=200),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A case of the shop's past, without its date."""

    reason: NdrReason
    is_cod: bool
    language: str
    attempts: int
    stake_minor: int
    hour: float
    """Of the day in the shop's zone at which it came."""
    base: float
    """Share of such cases that was delivered."""


@dataclass(slots=True)
class _Desk:
    """One agent's own work while the hours go by."""

    profile: Profile
    free_at: datetime
    queue: deque[tuple[Waiting, datetime]] = field(default_factory=deque)
    given_today: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one way came to."""

    rupees: float
    first_touch_hours: float
    """Median of clock hours from coming in to somebody beginning."""
    late: float
    """Share begun after the courier's cut-off."""
    spread: float
    """Most cases of one agent, over the mean."""


def settled_cases() -> tuple[list[Kind], list[bool]]:
    """Return the settled cases of the shop in SUPERECOM_HOME, and which were delivered."""
    engine = open_database(Settings())
    with Session(engine) as session:
        shop = the_shop(session)
        cost = func.sum(OrderItemRow.quantity * func.coalesce(VariantRow.cost_minor, 0))
        found = session.execute(
            select(NdrCaseRow, ShipmentRow.cod_minor, CustomerRow.language, OrderRow.total_minor,
                   OrderRow.tax_minor, cost)
            .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
            .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
            .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
            .join(OrderItemRow, OrderItemRow.order_id == OrderRow.id)
            .outerjoin(VariantRow, VariantRow.id == OrderItemRow.variant_id)
            .where(NdrCaseRow.shop_id == shop.id, NdrCaseRow.status.in_((*DELIVERED, *RETURNED)))
            .group_by(NdrCaseRow.id)
            .order_by(NdrCaseRow.opened_at, NdrCaseRow.id)
        ).all()  # fmt: skip
        kinds = [
            Kind(
                reason=NdrReason(row.reason), is_cod=cod > 0, language=language,
                attempts=row.attempts, stake_minor=worth.at_stake(total, tax, int(spent)),
                base=0.0, hour=_hour(row.opened_at.astimezone(ZONE)),
            )
            for row, cod, language, total, tax, spent in found
        ]  # fmt: skip
        return kinds, [row.status in DELIVERED for row, *_ in found]


def _hour(at: datetime) -> float:
    return at.hour + at.minute / 60


def simulate(kinds: Sequence[Kind], world: World, seed: int) -> dict[str, Outcome]:
    """Return what each way comes to in one world."""
    rng = np.random.default_rng(seed)
    effects = _effects(world, rng)
    team = _team()
    first = int(rng.integers(0, max(len(kinds) - LEARN - TRY, 1)))
    history = kinds[first + LEARN - world.learn : first + LEARN]
    skill = _learnt(history, effects, team, rng, world)
    cases = _arrivals(kinds[first + LEARN : first + LEARN + TRY], world, rng)
    minutes = rng.lognormal(np.log(12) - 0.125, 0.5, len(cases))
    return {
        way: _run(way, cases, minutes, world, effects, team, skill) for way in WAYS
    }  # fmt: skip


def _effects(world: World, rng: np.random.Generator) -> dict[tuple[int, NdrReason], float]:
    found = {}
    for number, (_, _, skills) in enumerate(_TEAM, 1):
        own = rng.normal(0, world.between_agents) if world.between_agents else 0.0
        for reason in NdrReason:
            more = rng.normal(0, world.between_reasons) if world.between_reasons else 0.0
            found[number, reason] = own + more + (world.named if reason in skills else 0.0)
    mean = float(np.mean(list(found.values())))
    return {key: value - mean for key, value in found.items()}


def _team() -> tuple[Profile, ...]:
    return tuple(
        Profile(
            agent=Agent(id=number, name=name), languages=frozenset(languages),
            reasons=frozenset(reasons), opens=time(10), closes=time(19),
            rest_days=frozenset({6}), cap=60,
        )
        for number, (name, languages, reasons) in enumerate(_TEAM, 1)
    )  # fmt: skip


def _truth(
    world: World, effects: dict[tuple[int, NdrReason], float], profile: Profile, kind: Any,
    base: float,
) -> float:  # fmt: skip
    speaks = profile.speaks(kind.language)
    spoken = 0.0 if speaks is None else world.speaking * (0.5 if speaks else -0.5)
    return odds_to_share(share_to_odds(base) + effects[profile.agent.id, kind.reason] + spoken)


def _learnt(
    history: Sequence[Kind], effects: dict[tuple[int, NdrReason], float],
    team: Sequence[Profile], rng: np.random.Generator, world: World,
) -> Skill:  # fmt: skip
    """Work the first part round robin and learn from what came of it."""
    cells = []
    for k, kind in enumerate(history):
        profile = team[k % len(team)]
        well = rng.random() < _truth(world, effects, profile, kind, kind.base)
        cells.append(
            Cell(
                agent_id=profile.agent.id, reason=kind.reason, is_cod=kind.is_cod,
                language=kind.language, well=int(well), of=1,
            )
        )  # fmt: skip
    by_id = {profile.agent.id: profile for profile in team}
    return learn(
        cells, lambda agent, language: by_id[agent].speaks(language),
        lambda agent, reason: reason in by_id[agent].reasons,
    )  # fmt: skip


def _arrivals(
    kinds: Sequence[Kind], world: World, rng: np.random.Generator
) -> list[tuple[Waiting, float]]:
    """Return the cases as they come in, each with its base chance, the first first."""
    a_day = world.load * len(_TEAM) * 9 * 60 / 12 * 6 / 7
    found = []
    for k, kind in enumerate(kinds):
        midnight = _START.astimezone(ZONE).replace(hour=0) + timedelta(days=int(k / a_day))
        at = (midnight + timedelta(hours=kind.hour)).astimezone(UTC)
        case = Waiting(
            id=k + 1, awb=str(k + 1), order_number=str(k + 1), reason=kind.reason,
            is_cod=kind.is_cod, language=kind.language, attempts=kind.attempts,
            value=Money(kind.stake_minor, "INR"), stake_minor=kind.stake_minor, chance=None,
            last_attempt_at=at, due_at=at + timedelta(hours=24),
            act_by=worth.act_by(at, at, ZONE), assignee_id=None,
        )  # fmt: skip
        found.append((case, kind.base))
    return sorted(found, key=lambda pair: (pair[0].last_attempt_at, pair[0].id))


def _run(
    way: str, cases: Sequence[tuple[Waiting, float]], minutes: Any, world: World,
    effects: dict[tuple[int, NdrReason], float], team: Sequence[Profile], skill: Skill,
) -> Outcome:  # fmt: skip
    desks = {one.agent.id: _Desk(one, _START) for one in team}
    base = {case.id: chance for case, chance in cases}
    took = {case.id: float(span) for (case, _), span in zip(cases, minutes, strict=True)}
    came = {case.id: case.last_attempt_at for case, _ in cases}
    begun: dict[int, tuple[int, datetime]] = {}
    night: list[Waiting] = []
    typical = round(skill.overall * float(np.mean([case.stake_minor for case, _ in cases])))
    turn, today = 0, cases[0][0].last_attempt_at.astimezone(ZONE).date()
    for case, _ in cases:
        now = case.last_attempt_at
        day = now.astimezone(ZONE).date()
        if day != today:
            today = day
            for desk in desks.values():
                desk.given_today = 0
        if way == "expected rupees":
            night = _morning(desks, night, skill, now, begun, took, typical)
        for desk in desks.values():
            _work(desk, now, begun, took)
        if way == "round robin":
            chosen = _next_in_turn(desks, turn, team)
            turn = chosen
            _give(desks[chosen], case, now)
            continue
        hours = rules.hours_of(team[0], ZONE)
        if way == "expected rupees" and not working_time.is_working(hours, now):
            night.append(case)
            continue
        method = Method.PUBLISHED if way == "published score" else Method.RECOVERED
        choice = placing.one(_as_desk(desks, skill, now, typical), case, method)
        number = choice.agent.id if choice else _next_in_turn(desks, turn, team)
        _give(desks[number], case, now)
    end = cases[-1][0].last_attempt_at + timedelta(days=30)
    _morning(desks, night, skill, end - timedelta(days=25), begun, took, typical)
    for desk in desks.values():
        _work(desk, end, begun, took)
    return _judged(cases, base, begun, came, world, effects, team)


def _next_in_turn(desks: dict[int, _Desk], turn: int, team: Sequence[Profile]) -> int:
    return turn % len(team) + 1


def _give(desk: _Desk, case: Waiting, now: datetime) -> None:
    desk.queue.append((case, now))
    desk.given_today += 1


def _morning(
    desks: dict[int, _Desk], night: list[Waiting], skill: Skill, now: datetime,
    begun: dict[int, tuple[int, datetime]], took: dict[int, float], typical: int,
) -> list[Waiting]:  # fmt: skip
    """Share out what came at night, at the first moment of work since."""
    if not night:
        return night
    hours = rules.hours_of(next(iter(desks.values())).profile, ZONE)
    opening = working_time.next_working(hours, night[-1].last_attempt_at)
    if opening is None or opening > now:
        return night
    for desk in desks.values():
        _work(desk, opening, begun, took)
    given = set()
    waiting = [replace(case, act_by=worth.act_by(case.last_attempt_at, opening, ZONE))
               for case in night]  # fmt: skip
    for choice in placing.many(_as_desk(desks, skill, opening, typical), waiting, Method.RECOVERED):
        _give(desks[choice.agent.id], choice.case, opening)
        given.add(choice.case.id)
    for case in night:
        if case.id not in given:
            _give(min(desks.values(), key=lambda one: len(one.queue)), case, opening)
    return []


def _as_desk(desks: dict[int, _Desk], skill: Skill, now: datetime, typical: int) -> Desk:
    profiles = [
        replace(
            one.profile, open_cases=len(one.queue), untouched=len(one.queue),
            given_today=one.given_today,
        )
        for one in desks.values()
    ]  # fmt: skip
    return Desk.of(profiles, skill, ZONE, now, typical)


def _work(
    desk: _Desk, until: datetime, begun: dict[int, tuple[int, datetime]], took: dict[int, float]
) -> None:
    """Let an agent work their queue, the first first, up to a moment."""
    hours = rules.hours_of(desk.profile, ZONE)
    while desk.queue:
        case, given_at = desk.queue[0]
        start = working_time.next_working(hours, max(desk.free_at, given_at))
        if start is None or start > until:
            return
        desk.queue.popleft()
        begun[case.id] = (desk.profile.agent.id, start)
        span = timedelta(minutes=took[case.id])
        desk.free_at = working_time.after(hours, start, span) or start + span


def _judged(
    cases: Sequence[tuple[Waiting, float]], base: dict[int, float],
    begun: dict[int, tuple[int, datetime]], came: dict[int, datetime], world: World,
    effects: dict[tuple[int, NdrReason], float], team: Sequence[Profile],
) -> Outcome:  # fmt: skip
    by_id = {profile.agent.id: profile for profile in team}
    rupees, waits, late, theirs = 0.0, [], 0, dict.fromkeys(by_id, 0)
    for case, _ in cases:
        agent, start = begun[case.id]
        chance = _truth(world, effects, by_id[agent], case, base[case.id])
        kept = rules.keeps(case, start, came[case.id]) if world.fades else 1.0
        rupees += chance * kept * case.stake_minor / 100
        waits.append((start - came[case.id]).total_seconds() / 3600)
        late += start > case.act_by
        theirs[agent] += 1
    return Outcome(
        rupees=rupees, first_touch_hours=float(np.median(waits)), late=late / len(cases),
        spread=max(theirs.values()) / (len(cases) / len(team)),
    )  # fmt: skip


def compare(kinds: Sequence[Kind], seeds: int = SEEDS) -> list[dict[str, Any]]:
    """Return what the ways come to in every world, over some seeds."""
    rows = []
    for world in WORLDS:
        found = [simulate(kinds, world, seed) for seed in range(FIRST_SEED, FIRST_SEED + seeds)]
        for way in WAYS:
            mine = [one[way] for one in found]
            gain = np.array([one[way].rupees / one["round robin"].rupees - 1 for one in found])
            half = 1.96 * float(gain.std(ddof=1)) / seeds**0.5
            rows.append(
                {
                    "world": world.name, "way": way,
                    "rupees_a_case": float(np.mean([one.rupees for one in mine])) / TRY,
                    "over_round_robin": float(gain.mean()), "half_width_95": half,
                    "first_touch_hours": float(np.mean([one.first_touch_hours for one in mine])),
                    "late": float(np.mean([one.late for one in mine])),
                    "spread": float(np.mean([one.spread for one in mine])),
                }
            )  # fmt: skip
    return rows


def with_bases(kinds: Sequence[Kind], delivered: Sequence[bool]) -> list[Kind]:
    """Return the cases with the share of cases like each that was delivered."""
    counts: dict[tuple[NdrReason, bool], list[int]] = {}
    for kind, well in zip(kinds, delivered, strict=True):
        count = counts.setdefault((kind.reason, kind.is_cod), [0, 0])
        count[0] += well
        count[1] += 1
    return [
        replace(
            kind, base=(counts[kind.reason, kind.is_cod][0] + 10)
            / (counts[kind.reason, kind.is_cod][1] + 20),
        )
        for kind in kinds
    ]  # fmt: skip


def run(*, as_json: bool = False, seeds: int = SEEDS) -> None:
    """Simulate over the shop in SUPERECOM_HOME and print the table."""
    kinds, delivered = settled_cases()
    if len(kinds) < LEARN + TRY:
        raise SystemExit(f"{len(kinds)} settled cases are too few; {LEARN + TRY} are needed.")
    kinds = with_bases(kinds, delivered)
    rows = compare(kinds, seeds)
    if as_json:
        sys.stdout.write(json.dumps(rows) + "\n")
        return
    Console(width=120).print(_table(rows))


def _table(rows: Sequence[dict[str, Any]]) -> Table:
    table = Table(title=f"{TRY} cases, {SEEDS} seeds")
    for name in ("world", "way", "₹ a case", "over round robin", "first touch", "late", "spread"):
        table.add_column(name)
    for row in rows:
        table.add_row(
            row["world"], row["way"], f"{row['rupees_a_case']:.0f}",
            f"{row['over_round_robin']:+.1%} ± {row['half_width_95']:.1%}",
            f"{row['first_touch_hours']:.1f} h", f"{row['late']:.0%}", f"{row['spread']:.2f}",
        )  # fmt: skip
    return table
