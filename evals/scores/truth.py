"""The true chances behind the demo shop, and how near what is learnt comes to them.

The demo shop is drawn again from its seed, this time keeping the chances its dice were thrown with.
Nobody who looks at the shop alone can tell orders apart better than those chances do, so a score
that does has seen what it must not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

from app.demo import journeys, office, world
from app.demo.dice import chance, log_odds
from app.demo.making import RUN
from app.demo.orders import Orders as Drawn
from app.demo.orders import Till
from commerce.context import Context
from commerce.db.tables import OrderRow
from commerce.scoring import queries_rto_risk
from commerce.scoring.judging import auc
from commerce.scoring.ndr_recovery import Chances
from commerce.scoring.ndr_rows import Rows
from commerce.scoring.rto_orders import orders_of
from commerce.scoring.rto_risk import RtoRisk
from commerce.scoring.types import Evaluation, Floats
from commerce.vocabulary import NdrReason

_REASONS: Final = list(NdrReason)
_AT_ONCE: Final = 2_000
"""Orders asked about in one statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueChances:
    """One entry an order of the demo shop, in the order of their ids."""

    comes_back: Floats
    """As it stands when the order is placed, for one who knows everything about everybody."""
    of_strangers: Floats
    """The same for one who knows everything but how each buyer leans."""
    rescue: Floats
    """Of an undelivered parcel after its first failed attempt; NaN where it had none."""
    cod: NDArray[np.bool_]
    city_effect: Floats
    refusal: Floats
    """The buyer's leaning to refuse, in log odds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A score beside what is possible, on the rows it was judged on."""

    rows: int
    score: float
    """Its AUC."""
    possible: float
    """AUC of the true chances."""
    possible_of_strangers: float
    """AUC of one who knows everything but how each buyer leans, which history tells of few."""
    agreement: float
    """Correlation of its log odds with the true ones."""
    true_gap: float
    """Mean log odds of cash on delivery above those of prepaid orders."""
    told_gap: float
    """The same, as the score has it."""
    true_city: float
    """Log odds that a city's true effect of one adds, cash on delivery only."""
    told_city: float
    """The same, as the score has it."""


def true_chances(*, seed: int, orders: int, now: datetime) -> TrueChances:
    """Draw a demo shop again without writing it, and return the chances behind it.

    Args:
        seed: The shop's.
        orders: How many it was made with.
        now: The moment it was made for.
    """
    stage = world.build(seed=seed, orders=orders, now=now)
    till, parts = Till(stage), []
    for start in range(0, orders, RUN):
        drawn = till.next_orders(start, min(start + RUN, orders))
        trips = journeys.travel(stage, drawn, office.handle(stage, drawn))
        parts.append((
            _comes_back(stage, drawn, trips, drawn.traits.refusal),
            _comes_back(stage, drawn, trips, np.zeros(len(drawn.ids))), trips.rescue, drawn.cod,
            stage.places.city_effect[drawn.place], drawn.traits.refusal,
        ))  # fmt: skip
    back, strange, rescue, cod, city, refusal = (
        np.concatenate(part) for part in zip(*parts, strict=True)
    )
    return TrueChances(
        comes_back=back,
        of_strangers=strange,
        rescue=rescue,
        cod=cod,
        city_effect=city,
        refusal=refusal,
    )


def _comes_back(
    stage: world.World, drawn: Drawn, trips: journeys.Journeys, refusal: Floats
) -> Floats:
    """Return the chance of a return, the reasons not yet given averaged over."""
    door, cod = stage.behaviour.doorstep, drawn.cod
    cases = ~np.isnan(trips.rescue)
    met = float(trips.reached_customer[cases].mean()) if cases.any() else 0.5
    odds = door.rescue + door.rescue_cod * cod + door.rescue_refusal * refusal
    odds = odds + door.rescue_city * stage.places.city_effect[drawn.place]
    own = np.where(cod[:, None], _weights(door.reasons_cod), _weights(door.reasons_prepaid))
    refused = _REASONS.index(NdrReason.CUSTOMER_REFUSED)
    own[:, refused] *= np.exp(0.5 * np.clip(refusal, -2, 2))
    own /= own.sum(axis=1, keepdims=True)
    pretended = _weights(door.fake_reasons)
    by_reason = _weights(door.rescue_reasons)

    def saved(weights: Floats, extra: float) -> Floats:
        apart = [
            share * chance(odds[:, None] + by_reason + extra + door.rescue_reached * heard)
            for heard, share in ((1.0, met), (0.0, 1.0 - met))
        ]
        return np.asarray((weights * (apart[0] + apart[1])).sum(axis=1))

    unlike = door.refusal * (refusal - drawn.traits.refusal) * np.where(cod, 1.0, 0.25)
    fails = chance(log_odds(trips.fails) + unlike)
    failed = (1 - trips.pretends) * fails * (1 - saved(own, 0.0))
    failed += trips.pretends * (1 - saved(pretended[None, :], door.rescue_fake))
    gone = stage.behaviour.office.gone_in_transit * cod
    return np.asarray(gone + (1 - gone) * failed, dtype=np.float64)


def _weights(named: dict[str, float]) -> Floats:
    return np.array([named.get(reason.value, 0.0) for reason in _REASONS], dtype=np.float64)


def hold_risk(ctx: Context, fitted: RtoRisk, judged: Evaluation, truth: TrueChances) -> Held:
    """Hold the risk of orders against the truth, asked the way the product asks it.

    Args:
        ctx: Of the demo shop.
        fitted: What was learnt.
        judged: Its evaluation, which tells the time it had not seen.
        truth: Of the same shop.
    """
    within = OrderRow.placed_at.between(judged.since, judged.until)
    orders = orders_of(queries_rto_risk.load(ctx, within), ctx.zone)
    rows = np.flatnonzero(~np.isnan(orders.came_back))
    ids = orders.ids[rows]
    told = np.concatenate([
        _told(ctx, fitted, ids[start : start + _AT_ONCE]) for start in range(0, len(ids), _AT_ONCE)
    ])  # fmt: skip
    first = int(queries_rto_risk.orders(ctx, OrderRow.id > 0)["id"].min())
    return _held(told, orders.came_back[rows], truth.comes_back, ids - first, truth)


def _told(ctx: Context, fitted: RtoRisk, ids: NDArray[np.int64]) -> Floats:
    found, seen = fitted.asked(ctx, ids.tolist())
    columns = {**seen.columns, "courier_rate": np.full(len(found), np.nan)}
    return fitted.card.chances(columns)[np.argsort(found)]


def hold_recovery(
    fitted: Chances, learnt: Rows, order: Sequence[int], judged: Evaluation, truth: TrueChances
) -> Held:
    """Hold the chance of a delivery against the truth, as each first attempt had failed.

    Args:
        fitted: What was learnt.
        learnt: The rows it was learnt from.
        order: The order of each row, counted from the shop's first.
        judged: Its evaluation, which tells the time it had not seen.
        truth: Of the same shop.
    """
    begins = int(judged.since.timestamp()) if judged.since else 0
    rows = np.flatnonzero(
        (learnt.opened_at >= begins) & (learnt.columns["ndr_attempt"] == 1) & learnt.fresh
    )
    told = fitted.card.chances({name: values[rows] for name, values in learnt.columns.items()})
    return _held(1 - told, learnt.comes_back[rows], 1 - truth.rescue, np.array(order)[rows], truth)


def _held(
    told: Floats, happened: Floats, true: Floats, order: NDArray[np.int64], truth: TrueChances
) -> Held:
    cod, real, said = truth.cod[order], log_odds(true[order]), log_odds(told)
    return Held(
        rows=len(order), score=auc(happened, told), possible=auc(happened, true[order]),
        possible_of_strangers=auc(happened, truth.of_strangers[order]),
        agreement=float(np.corrcoef(said, real)[0, 1]),
        true_gap=float(real[cod].mean() - real[~cod].mean()),
        told_gap=float(said[cod].mean() - said[~cod].mean()),
        true_city=_slope(truth.city_effect[order][cod], real[cod]),
        told_city=_slope(truth.city_effect[order][cod], said[cod]),
    )  # fmt: skip


def _slope(cause: Floats, effect: Floats) -> float:
    return float(np.polyfit(cause, effect, 1)[0])
