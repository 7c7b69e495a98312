"""How customers stand with the shop: segment, health, what they will still buy, who to win back.

All on what was delivered and kept; parcels refused and things sent back count against. What no
score is worth saying stays unsaid (`None`).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from commerce.access import Permission
from commerce.context import Context
from commerce.customers import queries
from commerce.customers.types import CustomerSegment, CustomerSort, History, Ranked
from commerce.holding import Held, held
from commerce.money import Money
from commerce.scoring import Reason, Score, churn, customer_value, served
from commerce.scoring.churn_features import Known
from commerce.scoring.queries_customers import known_now
from commerce.scoring.rfm import RfmSegment, edges_of

FEWEST: Final = 50
"""Of fewer customers nobody's fifth is said."""
SILENT_GAPS: Final = 2.0
"""Silent for so many usual gaps, a customer who came back before is worth writing to."""
SHORTEST_SILENCE: Final = 30
"""Days; before that nobody is silent."""
_LOYAL_REPEATS: Final = 2
_EVEN: Final = 50.0


WIN_BACK: Final = "win_back"

BuyerKind = StrEnum(  # type: ignore[misc]  # made of two enums, so that neither is written twice
    "BuyerKind",
    {one.name: one.value for one in (*CustomerSegment, *RfmSegment)} | {"WIN_BACK": WIN_BACK},
)
"""Every kind of buyer that can be listed: by what they did, by recency, frequency and money, and
those to win back."""

BuyerSort = StrEnum(  # type: ignore[misc]  # as above
    "BuyerSort",
    {one.name: one.value for one in CustomerSort}
    | {"LIFETIME_VALUE": "lifetime_value", "CHURN": "churn"},
)
"""Every order they can be listed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What a customer will probably still buy."""

    still_customer: float
    """Chance that they are one."""
    purchases: float
    """To expect within twelve months."""
    low: float
    high: float
    """Within what these lie in four of five cases."""
    worth: Money
    """What they will spend in twelve months, in money of today."""
    next_on: date | None
    """By when half of those like this one will have bought again; `None` where half never will."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerStanding:
    """How one customer stands."""

    segment: RfmSegment
    recency: int
    frequency: int
    money: int
    """Fifths of the shop's customers, 1 to 5."""
    health: Score
    """From 0 to 100, the sum of its reasons and 50."""
    silence_days: int
    usual_gap_days: int | None
    """Mean days between purchases; `None` of who bought once."""
    win_back: bool
    churn: Score | None
    churn_days: int | None
    """The days without a purchase that `churn` is the chance of."""
    churn_if_bought: float | None
    """What the chance would be, had they bought today."""
    outlook: Outlook | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedList:
    """Customers of a kind, the first of them with how they stand."""

    count: int
    spent: Money
    """For what they kept, all of them together."""
    shown: tuple[tuple[Ranked, RfmSegment, float | None], ...]
    """With the chance that they stay away, where that is known."""
    at: datetime
    """When they were counted."""


def is_standing(kind: str | None, sort: str) -> bool:
    """Tell whether a list is of what is found here, and not of counted orders alone."""
    return (kind is not None and kind not in set(CustomerSegment)) or sort not in set(CustomerSort)


def standing(ctx: Context, customer_id: int, history: History) -> CustomerStanding | None:
    """Return how a customer stands; `None` of who kept nothing, or in a shop with few customers."""
    ctx.require(Permission.ORDERS_READ)
    known = known_now(ctx, customer_id)
    if not len(known.customer):
        return None
    value = served(ctx, customer_value.DEFINITION)
    edges = value[0].edges if value else None
    if edges is None:
        every = _everybody(ctx).value.known
        if len(every.customer) < FEWEST:
            return None
        edges = edges_of(every)
    fifths = edges.scores(known)
    r, f, m = (int(one[0]) for one in (fifths.recency, fifths.frequency, fifths.money))
    found = served(ctx, churn.DEFINITION)
    repeats = float(known.of.repeats[0])
    return CustomerStanding(
        segment=fifths.segments()[0], recency=r, frequency=f, money=m,
        health=health(r, f, m, history),
        silence_days=int(known.columns["silence_days"][0]),
        usual_gap_days=round(float(known.of.last[0]) / repeats) if repeats else None,
        win_back=bool(to_win_back(known)[0]),
        churn=_churn_of(known, found) if found else None,
        churn_days=found[0].days if found else None,
        churn_if_bought=_had_they_bought(known, found[0]) if found else None,
        outlook=_outlook(ctx, known, value[0]) if value else None,
    )  # fmt: skip


def ranked(ctx: Context, *, kind: str | None, sort: str, limit: int) -> RankedList:
    """Return customers of a kind (`BuyerKind`), or all who kept something, the first of them."""
    ctx.require(Permission.ORDERS_READ)
    counted = _everybody(ctx)
    every = counted.value
    known = every.known
    rows = _of_kind(every, kind)
    order = _first(every, rows, sort, limit)
    first = rows[order]
    people = {one.customer.id: one for one in queries.ranked_ones(
        ctx, [int(known.customer[k]) for k in first.tolist()]
    )}  # fmt: skip
    spent = float(every.spent[rows].sum())
    return RankedList(
        at=counted.at, count=len(rows), spent=Money.of(f"{spent:.2f}", ctx.currency),
        shown=tuple(
            (
                people[int(known.customer[k])],
                RfmSegment(every.segments[k]) if every.segments.size else RfmSegment.PROMISING,
                None if every.away is None else float(every.away[k]),
            )
            for k in first.tolist()
        ),
    )  # fmt: skip


def to_win_back(known: Known) -> NDArray[np.bool_]:
    """Tell who came back before and is silent for longer than suits them."""
    long = known.columns["silence_gaps"] >= SILENT_GAPS
    loyal = known.of.repeats >= _LOYAL_REPEATS
    return np.asarray(
        loyal & long & (known.columns["silence_days"] >= SHORTEST_SILENCE), dtype=np.bool_
    )


def health(recency: int, frequency: int, money: int, history: History) -> Score:
    """Return a customer's health from 0 to 100: 50 and four parts that explain it.

    Recency weighs 8 a fifth from the middle one, frequency 7, money 5, and what came back up to 10
    either way once three orders have ended: a rule for the eye, not a chance of anything.
    """
    share = history.came_back / history.ended if history.ended else 0.0
    kept = 10.0 - 20.0 * min(1.0, 2 * share)
    told = history.ended >= 3 or history.came_back > 0
    reasons = (
        Reason(feature="health-recency", value=float(recency), points=8.0 * (recency - 3)),
        Reason(feature="health-frequency", value=float(frequency), points=7.0 * (frequency - 3)),
        Reason(feature="health-money", value=float(money), points=5.0 * (money - 3)),
        Reason(
            feature="health-came-back", value=float(history.came_back),
            points=kept if told else 0.0, seen=history.ended,
        ),
    )  # fmt: skip
    return Score(
        name="customer_health", value=_EVEN + sum(one.points for one in reasons), base=_EVEN,
        reasons=tuple(sorted(reasons, key=lambda one: -abs(one.points))), version=1,
    )  # fmt: skip


def _churn_of(known: Known, found: tuple[churn.Churn, object]) -> Score:
    row = {name: _or_none(float(column[0])) for name, column in known.columns.items()}
    return found[0].card.explain(row, name=churn.NAME, version=1)


def _had_they_bought(known: Known, found: churn.Churn) -> float:
    now = {name: column.copy() for name, column in known.columns.items()}
    again = known.of.known / np.maximum(known.of.repeats + 1, 1)
    now["silence_days"], now["silence_gaps"] = np.zeros(1), np.zeros(1) / np.maximum(again, 1)
    now["purchases"], now["lately"] = now["purchases"] + 1, now["lately"] + 1
    return float(found.card.chances(now)[0])


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else value


def _outlook(ctx: Context, known: Known, value: customer_value.Value) -> Outlook:
    year = customer_value.MONTHS * customer_value.MONTH
    low, high = value.purchases.spread(known.of, year)
    wait = float(value.purchases.wait(known.of)[0])
    today = ctx.local(ctx.now).date()
    return Outlook(
        still_customer=float(value.purchases.alive(known.of)[0]),
        purchases=float(value.purchases.expected(known.of, year)[0]), low=low, high=high,
        worth=Money.of(f"{float(value.lifetime(known)[0]):.2f}", ctx.currency),
        next_on=today + timedelta(days=round(wait)) if wait <= 2 * year else None,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Everybody:
    """All who ever kept a delivered order, one row each."""

    known: Known
    spent: NDArray[np.float64]
    """Rupees in all."""
    segments: NDArray[np.str_]
    """Empty where there are too few customers to have any."""
    away: NDArray[np.float64] | None
    worth: NDArray[np.float64] | None
    """Rupees within twelve months."""


def _everybody(ctx: Context) -> Held[_Everybody]:
    value, away = served(ctx, customer_value.DEFINITION), served(ctx, churn.DEFINITION)
    versions = [found[1].number if found else 0 for found in (value, away)]

    def count() -> _Everybody:
        known = known_now(ctx)
        anybody, segments = len(known.customer) > 0, np.array([], dtype=np.str_)
        if len(known.customer) >= FEWEST:
            edges = value[0].edges if value and value[0].edges else edges_of(known)
            segments = np.array([one.value for one in edges.scores(known).segments()])
        return _Everybody(
            known=known, spent=known.mean * (known.of.repeats + 1), segments=segments,
            away=away[0].card.chances(known.columns) if away and anybody else None,
            worth=value[0].lifetime(known) if value and anybody else None,
        )  # fmt: skip

    return held(ctx, f"everybody by {versions}", count)


def _of_kind(every: _Everybody, kind: str | None) -> NDArray[np.intp]:
    if kind is None:
        return np.arange(len(every.known.customer))
    if kind == WIN_BACK:
        return np.flatnonzero(to_win_back(every.known))
    return np.flatnonzero(every.segments == kind)


def _first(every: _Everybody, rows: NDArray[np.intp], sort: str, limit: int) -> NDArray[np.intp]:
    """Return where in `rows` the first ones of an order stand."""
    known, spent = every.known, every.spent[rows]
    match sort:
        case "orders":
            first = known.of.repeats[rows]
        case "recent":
            first = -known.columns["silence_days"][rows]
        case "returns":
            first = known.columns["parcels_refused"][rows]
        case "churn":
            first = (known.columns["silence_gaps"] if every.away is None else every.away)[rows]
        case "lifetime_value" if every.worth is not None:
            first = every.worth[rows]
        case _:
            first = spent
    by = -np.nan_to_num(first, nan=-1.0)
    if len(by) > limit:
        # Only those that are no further back than the last one shown are put in order.
        able = np.flatnonzero(by <= np.partition(by, limit - 1)[limit - 1])
    else:
        able = np.arange(len(by))
    return able[np.lexsort((known.customer[rows][able], -spent[able], by[able]))][:limit]
