"""The chance that an order comes back undelivered, as it can be known when it is placed.

Learnt as a sum of one part a feature (`commerce.scoring.additive`). A score as of an order's moment
is the same whether asked a second later or a year: what came to be known since is not looked at.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.context import Context
from commerce.db.tables import OrderRow
from commerce.errors import Refused
from commerce.scoring import drift, queries_rto_asked
from commerce.scoring import queries_rto_risk as queries
from commerce.scoring.additive import Scorecard
from commerce.scoring.definition import Definition, Progress
from commerce.scoring.keeping import SERVED_NOW
from commerce.scoring.places import Ended, Places, amounts_of, counted, nothing_before
from commerce.scoring.rto_orders import FEATURES, Orders, Seen, orders_of, seen, small
from commerce.scoring.splits import GAP, Split
from commerce.scoring.types import Arrays, Evaluation, Figure, Floats, Table, Trained, Version
from commerce.terms import Terms, terms_of

NAME: Final = "rto_risk"
FEWEST: Final = 600
"""Orders whose end is known, fewer of which teach nothing."""
FEWEST_BACK: Final = 50
MOST_LEARNT: Final = 250_000
"""Rows the trees learn from; of more, every so many is taken."""
PLACE_BOUND: Final = 0.8
"""Most that pincode and courier may add to or take from the log odds, each: where people live may
speak for whom they are, and no place decides alone."""
_BOUNDED: Final = ("pincode_rate", "courier_rate", "lane_days")
_UNCHOSEN: Final = 10
"""Every third order or so teaches without its courier, which is not always chosen yet."""
_RECENT_DAYS: Final = 28
_DAYS_KEPT: Final = 8


@dataclass(slots=True)
class RtoRisk:
    """A fitted score with what it knows of places."""

    card: Scorecard
    places: Places
    _known_then: OrderedDict[tuple[int, int], Places] = field(default_factory=OrderedDict)

    def asked(self, ctx: Context, order_ids: Sequence[int]) -> tuple[NDArray[np.int64], Seen]:
        """Return the features of some orders of the shop, with their ids in the same order."""
        if queries_rto_asked.are_many(ctx, len(order_ids)):
            return self._of_all(ctx, order_ids)
        ids, tables = queries_rto_asked.asked(ctx, order_ids)
        if not len(ids):
            return ids, Seen(columns={}, counts={}, hits={})
        orders = orders_of(tables, ctx.zone, ids)
        ask = np.searchsorted(orders.ids, ids)
        return ids, seen(orders, self._known(ctx, orders.placed[ask]), ask)

    def _of_all(self, ctx: Context, order_ids: Sequence[int]) -> tuple[NDArray[np.int64], Seen]:
        """Return the same from one pass over the whole shop: each table is read once, in order."""
        orders = orders_of(queries.load(ctx), ctx.zone)
        ask = np.flatnonzero(np.isin(orders.ids, np.asarray(order_ids, dtype=np.int64)))
        places = replace(self.places, near=self._since(ended_of(orders), orders.placed[ask]))
        return orders.ids[ask], seen(orders, places, ask)

    def _since(self, ended: Ended, placed: NDArray[np.datetime64]) -> Ended:
        """Return the parcels that ended between what was counted and the days asked about."""
        first, last = self._span(placed)
        return ended.only((ended.at >= first) & (ended.at < last))

    def _span(self, placed: NDArray[np.datetime64]) -> tuple[np.datetime64, np.datetime64]:
        days = placed.astype("datetime64[D]").astype("datetime64[us]")
        return min(days.min(), self.places.until), max(days.max(), self.places.until)

    def _known(self, ctx: Context, placed: NDArray[np.datetime64]) -> Places:
        """Return the counts of places, with the parcels that ended since, or ended after."""
        first, last = self._span(placed)
        if first == last:
            return self.places
        key = (int(first.astype(np.int64)), int(last.astype(np.int64)))
        known = self._known_then.get(key)
        if known is None:
            known = replace(self.places, near=_ended(ctx, first, last))
            days = placed.astype("datetime64[D]").astype("datetime64[us]")
            if days.min() == days.max():
                known = known.moved_to(days[0])
            self._known_then[key] = known
            if len(self._known_then) > _DAYS_KEPT:
                self._known_then.popitem(last=False)
        return known


def _ended(ctx: Context, first: Any, last: Any) -> Ended:
    told = queries_rto_asked.ended(ctx, _aware(first), _aware(last))
    came_back = (~np.isnat(told["turned"])).astype(np.float64)
    at = np.where(came_back == 1, told["turned"], told["delivered"])
    kept = (at >= first) & (at < last)
    found = Ended(
        where={
            "state": small(told["state"]), "city": small(told["city"]),
            "pincode": told["pincode"], "courier": told["courier"],
        },
        at=at,
        amounts=amounts_of(
            came_back, (told["payment"] == "COD").astype(np.float64),
            (at - told["placed"]) / np.timedelta64(1, "D"),
        ),
    )  # fmt: skip
    return found.only(kept)


def _aware(moment: np.datetime64) -> datetime:
    since = int(moment.astype("datetime64[us]").astype(np.int64))
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=since)


def ended_of(orders: Orders) -> Ended:
    """Return the parcels of orders whose end is known."""
    known = np.flatnonzero(~np.isnan(orders.came_back))
    days = (orders.ended[known] - orders.placed[known]) / np.timedelta64(1, "D")
    return Ended(
        where={name: values[known] for name, values in orders.where.items()},
        at=orders.ended[known],
        amounts=amounts_of(orders.came_back[known], orders.plain["cod"][known], days),
    )


def train(ctx: Context, before: RtoRisk | None, progress: Progress) -> Trained:
    """Learn from every order of the shop whose end is known.

    Raises:
        Refused: There is too little history.
    """
    from commerce.scoring import fitting

    progress("reading", 0.05)
    orders = orders_of(queries.load(ctx), ctx.zone)
    progress("looking back", 0.3)
    ended = ended_of(orders)
    looked = seen(orders, nothing_before(ended))
    rows = _ripe(orders, ctx.now)
    truth = orders.came_back[rows]
    if len(rows) < FEWEST or min(truth.sum(), (1 - truth).sum()) < FEWEST_BACK:
        raise Refused("error-score-too-little-history", found=len(rows), needed=FEWEST)
    columns = {one.name: looked.columns[one.name][rows] for one in FEATURES}
    placed = orders.placed[rows]
    split = _split(placed)
    progress("learning", 0.45)
    fitted = fitting.fit(_unchosen(columns, orders.ids[rows], split), truth, FEATURES, _thin(split))
    card = _bounded(fitted.card)
    progress("judging", 0.9)
    evaluation = _judged(card, fitted.unconstrained, columns, truth, placed, split, before, orders,
                         rows, terms_of(ctx.session, ctx.actor.shop_id))  # fmt: skip
    until = np.datetime64(ctx.now.astimezone(UTC).replace(tzinfo=None), "D").astype(
        "datetime64[us]"
    )
    places = counted(ended, until)
    progress("done", 1.0)
    return Trained(
        arrays={**card.dump(), **places.dump()},
        features=tuple(one.name for one in FEATURES),
        evaluation=evaluation[0], rows=len(split.learn) + len(split.tune),
        data_hash=_hash(columns, truth), worth_serving=evaluation[1],
        drift=drift.shares(card, {name: values[split.judge] for name, values in columns.items()}),
    )  # fmt: skip


def load(arrays: Arrays, told: Mapping[str, Any]) -> RtoRisk:
    """Return what was learnt."""
    del told
    return RtoRisk(card=Scorecard.load(arrays), places=Places.load(arrays))


def watch(ctx: Context, version: Version) -> drift.Drift:
    """Compare the orders of the last four weeks with those it learnt from."""
    from commerce.scoring.keeping import served

    found = served(ctx, DEFINITION)
    if found is None:
        return drift.Drift(rows=0, moved={})
    fitted, _ = found
    since = OrderRow.placed_at >= ctx.now - timedelta(days=_RECENT_DAYS)
    ids = queries.orders(ctx, since)["id"]
    if len(ids) < drift.FEWEST:
        return drift.Drift(rows=len(ids), moved={})
    step = max(1, len(ids) // 5_000)
    _, looked = fitted.asked(ctx, ids[::step].tolist())
    return drift.since(fitted.card, version.drift, looked.columns)


def _ripe(orders: Orders, now: datetime) -> NDArray[np.intp]:
    """Return orders old enough that late returns are known as well as quick deliveries."""
    latest = np.datetime64(now.astimezone(UTC).replace(tzinfo=None), "us") - np.timedelta64(GAP)
    return np.flatnonzero(~np.isnan(orders.came_back) & (orders.placed < latest))


def _split(placed: NDArray[np.datetime64]) -> Split:
    from commerce.scoring.splits import by_time

    try:
        return by_time(placed)
    except ValueError as short:
        raise Refused("error-score-too-little-history", found=len(placed), needed=FEWEST) from short


def _thin(split: Split) -> Split:
    """Return a split that learns and tunes on so many rows at most, evenly over time."""
    return replace(
        split, learn=_every(split.learn, MOST_LEARNT), tune=_every(split.tune, MOST_LEARNT // 4)
    )


def _every(rows: NDArray[np.intp], most: int) -> NDArray[np.intp]:
    return rows[:: -(-len(rows) // most)] if len(rows) > most else rows


def _unchosen(
    columns: Mapping[str, NDArray[Any]], ids: NDArray[np.int64], split: Split
) -> dict[str, NDArray[Any]]:
    """Return the columns with the courier unknown where it was not chosen when asked.

    In part of what teaches, so that "unknown" means just that, and in all that judges: when an
    order is placed nobody has chosen.
    """
    courier = columns["courier_rate"].copy()
    courier[ids % _UNCHOSEN < _UNCHOSEN // 3] = np.nan
    courier[split.judge] = np.nan
    return {**columns, "courier_rate": courier}


def _bounded(card: Scorecard) -> Scorecard:
    points = tuple(
        np.clip(table, -PLACE_BOUND, PLACE_BOUND) if one.name in _BOUNDED else table
        for one, table in zip(card.features, card.points, strict=True)
    )
    return replace(card, points=points)


def _judged(
    card: Scorecard, free: Floats, columns: Mapping[str, NDArray[Any]], truth: Floats,
    placed: NDArray[np.datetime64], split: Split, before: RtoRisk | None, orders: Orders,
    rows: NDArray[np.intp], terms: Terms,
) -> tuple[Evaluation, bool]:  # fmt: skip
    from commerce.scoring import judging
    from commerce.scoring.noise import surely_better

    judge = split.judge
    late = {name: values[judge] for name, values in columns.items()}
    chosen = card.chances(late)
    late = {**late, "courier_rate": np.full(len(judge), np.nan)}
    chance, happened = card.chances(late), truth[judge]
    plain = reason_table(
        (columns["cod"], orders.where["state"][rows].astype(np.str_)), truth, split
    )
    figures = [
        *judging.of_chances(happened, chance, plain),
        Figure(
            name="AUC beside trees with interactions", score=judging.auc(happened, chance),
            baseline=judging.auc(happened, free),
        ),
        Figure(
            name="AUC once the courier is chosen", score=judging.auc(happened, chosen),
            baseline=judging.auc(happened, plain),
        ),
        money(happened, chance, plain, terms),
    ]  # fmt: skip
    if before is not None:
        then = before.card.chances(late)
        figures.append(Figure(name=SERVED_NOW, score=judging.auc(happened, then)))
    gain, sure = surely_better(happened, chance, plain)
    worth = sure and gain > 0.005
    notes = [
        f"{len(truth):,} orders whose end is known, {truth.mean():.1%} came back; orders of the "
        f"last {GAP.days} days are left out, as quick deliveries would be known and returns not.",
        f"Pincode, courier and lane may move the log odds by {PLACE_BOUND} at most, each.",
    ]
    if not worth:
        notes.append("It knows no more than its baseline here; the assistant stays quiet about it.")
    return Evaluation(
        decides="AUC", figures=tuple(figures), baseline="table by payment and state",
        rows=len(judge), since=_aware(placed[judge].min()), until=_aware(placed[judge].max()),
        tables=(judging.calibration_table(happened, chance), thresholds(happened, chance, terms)),
        notes=tuple(notes),
    ), worth  # fmt: skip


def reason_table(
    columns: Sequence[NDArray[Any]], truth: Floats, split: Split, strength: float = 20.0
) -> Floats:
    """Return the past rate of each judged row's like: the plain table anyone would make.

    Args:
        columns: What rows are told apart by.
        truth: 0 or 1.
        split: Taught by what is learnt and tuned on.
        strength: Rows the average counts for.
    """
    code = np.zeros(len(truth), dtype=np.int64)
    for column in columns:
        names, place = np.unique(column, return_inverse=True)
        code = code * len(names) + place
    _, code = np.unique(code, return_inverse=True)
    taught = np.concatenate([split.learn, split.tune])
    size = int(code.max()) + 1
    n = np.bincount(code[taught], minlength=size)
    hits = np.bincount(code[taught], weights=truth[taught], minlength=size)
    rate = (hits + strength * truth[taught].mean()) / (n + strength)
    return np.asarray(rate[code[split.judge]], dtype=np.float64)


def money(
    truth: Floats, chance: Floats, plain: Floats, terms: Terms
) -> Figure:  # fmt: skip
    """Return rupees saved per thousand orders against doing nothing, asking where it pays.

    One asks where the chance is above `p* = ask / (ask + back)`, Elkan 2001 (IJCAI).
    """
    back, ask, edge = terms.return_rupees, terms.asking_rupees, terms.asks_from

    def saved(said: Floats) -> float:
        asked = said >= edge
        kept = float((truth[asked] * back - (1 - truth[asked]) * ask).sum())
        return 1000 * kept / max(len(truth), 1)

    return Figure(name="rupees saved per 1,000 orders", score=saved(chance), baseline=saved(plain))


def thresholds(truth: Floats, chance: Floats, terms: Terms) -> Table:
    """Return what asking from each score on would have meant."""
    marks = (5, 10, 15, 20, 30, 40, 50)
    rows = []
    for mark in marks:
        asked = chance >= mark / 100
        hits = float(truth[asked].sum())
        kept = hits * terms.return_rupees - (float(asked.sum()) - hits) * terms.asking_rupees
        rows.append((
            mark, f"{asked.mean():.1%}", f"{hits / max(asked.sum(), 1):.1%}",
            f"{hits / max(truth.sum(), 1):.1%}", round(kept),
        ))  # fmt: skip
    return Table(
        title=f"Asking from a score on, at ₹{terms.return_rupees} a parcel that comes back and "
        f"₹{terms.asking_rupees} a good buyer asked",
        columns=("score from", "orders asked", "of them came back", "of all that came back",
                 "₹ saved"),
        rows=tuple(rows),
    )  # fmt: skip


def _hash(columns: Mapping[str, NDArray[Any]], truth: Floats) -> str:
    told = hashlib.blake2b(digest_size=16)
    for name in sorted(columns):
        told.update(name.encode())
        told.update(np.ascontiguousarray(columns[name]).tobytes())
    told.update(truth.tobytes())
    return told.hexdigest()


DEFINITION: Final = Definition(
    name=NAME, answers="Will this order come back undelivered?", train=train, load=load, watch=watch
)
