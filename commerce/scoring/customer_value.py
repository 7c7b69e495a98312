"""What a customer will buy and spend: purchases, chance that they still are one, lifetime value.

Learnt with `lifetime` on what was bought and kept. Before it is served it is tried on the last
days, beside the plain rule that everybody goes on as before.
"""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.context import Context
from commerce.errors import Refused
from commerce.scoring.additive import logistic
from commerce.scoring.churn_features import (
    Bought,
    Known,
    bought_within,
    known_at,
    spent_within,
)
from commerce.scoring.definition import Definition, Progress
from commerce.scoring.keeping import SERVED_NOW
from commerce.scoring.lifetime import (
    FEWEST_CUSTOMERS,
    FEWEST_REPEATING,
    Purchases,
    Spending,
    fit_purchases,
    fit_spending,
    worth,
)
from commerce.scoring.queries_customers import bought
from commerce.scoring.rfm import Edges, edges_of
from commerce.scoring.splits import GAP
from commerce.scoring.types import Arrays, Better, Evaluation, Figure, Floats, Table, Trained

NAME: Final = "customer_value"
MONTH: Final = 30.4375
"""Days."""
MONTHS: Final = 12
DISCOUNT: Final = 0.01
"""What money loses in value in a month: 12.7 % a year."""
_LONGEST: Final = 90.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """The served score."""

    purchases: Purchases
    """In days."""
    spending: Spending
    """In rupees."""
    edges: Edges | None = None
    """Where the fifths of customers begin, in recency, frequency and money."""

    def of_a_purchase(self, known: Known) -> Floats:
        """Return the value of one purchase to expect of each, in rupees."""
        return self.spending.expected(known.of.repeats + 1, known.mean)

    def lifetime(self, known: Known) -> Floats:
        """Return what each will spend in a year, in rupees of today."""
        return worth(
            self.purchases, known.of, self.of_a_purchase(known), months=MONTHS, month=MONTH,
            discount=DISCOUNT,
        )  # fmt: skip


def fit(what: Bought, moment: float) -> Value:
    """Learn from all that was bought before a moment.

    Raises:
        ValueError: Too few customers, or too few who came back.
    """
    known = known_at(what, moment)
    return Value(
        purchases=fit_purchases(known.of),
        spending=fit_spending(known.of.repeats + 1, known.mean),
    )


def backtest_customers(
    customer: NDArray[Any], at: NDArray[np.datetime64], amount: Floats, *, cut: np.datetime64,
    days: int,
) -> Evaluation:  # fmt: skip
    """Return what was foretold of customers on a day, beside what they then did.

    Args:
        customer: Who, one a purchase or a line of one.
        at: When.
        amount: What for; what is not above zero (returns, gifts) is left out.
        cut: The day: what is before it teaches, what is from it on judges.
        days: How many days from there are judged.

    Raises:
        Refused: There are no purchases on one side of the day, or too few customers.
    """
    what, notes = _tidied(customer, at, amount)
    start = float(cut.astype("datetime64[D]").astype(np.int64))
    first, last = float(what.at.min()), float(what.at.max())
    if not first < start <= last:
        raise Refused(
            "error-backtest-customers-cut", cut=str(cut.astype("datetime64[D]")),
            first=_day(first), last=_day(last),
        )  # fmt: skip
    whole = np.floor(last) + 1 - start
    if days > whole:
        notes.append(f"The file ends {whole:g} days after the cut; these are judged, not {days}.")
    span = float(min(days, whole))
    known = known_at(what, start)
    notes.append(
        f"{len(known.customer):,} customers bought before the cut, "
        f"{int((known.of.repeats > 0).sum()):,} of them on more than one day."
    )
    try:
        value = fit(what, start)
    except ValueError as few:
        raise Refused(
            "error-backtest-customers-too-few", customers=len(known.customer),
            again=int((known.of.repeats > 0).sum()), needed=FEWEST_CUSTOMERS,
            needed_again=FEWEST_REPEATING,
        ) from few  # fmt: skip
    return _evaluation(what, value, known, start, span, notes)


def train(ctx: Context, now_served: Value | None, progress: Progress) -> Trained:
    """Learn from all that was bought and kept; tried on the last days first.

    Raises:
        Refused: There are too few customers.
    """
    progress("read", 0.0)
    what = bought(ctx)
    end = (ctx.now - GAP).timestamp() / 86_400
    began = float(what.at.min()) if len(what.at) else end
    span = float(min(_LONGEST, (end - began) / 4))
    start = end - span
    progress("try", 0.3)
    try:
        tried = fit(what, start)
        evaluation = _evaluation(what, tried, known_at(what, start), start, span, [], now_served)
        progress("learn", 0.7)
        value = fit(what, end)
    except ValueError as few:
        raise Refused("error-score-too-few-customers", needed=FEWEST_CUSTOMERS) from few
    decides = evaluation.figure(evaluation.decides)
    return Trained(
        arrays={**value.purchases.dump(), **value.spending.dump()},
        features=("purchases", "recency", "known since", "mean value"),
        evaluation=evaluation, rows=len(np.unique(what.customer)), data_hash=what.hashed(),
        worth_serving=(decides.gain or 0.0) > 0.0,
        settings={"rfm": edges_of(known_at(what, ctx.now.timestamp() / 86_400)).dump()},
    )  # fmt: skip


def load(arrays: Arrays, settings: Mapping[str, Any]) -> Value:
    """Make the served score of what was stored."""
    return Value(
        purchases=Purchases.load(arrays),
        spending=Spending.load(arrays),
        edges=Edges.load(settings["rfm"]),
    )


DEFINITION: Final[Definition[Value]] = Definition(
    name=NAME, answers="What will this customer still buy, and for how much?", train=train,
    load=load,
)  # fmt: skip


def _tidied(
    customer: NDArray[Any], at: NDArray[np.datetime64], amount: Floats
) -> tuple[Bought, list[str]]:
    """Return purchases without rows that are none, and what was left out."""
    named = np.array([one == one and str(one).strip() != "" for one in customer.tolist()])
    dated = ~np.isnat(at)
    paid = np.nan_to_num(amount, nan=0.0) > 0
    notes = [
        f"{count:,} rows {why} were left out."
        for count, why in (
            (int((~named).sum()), "without a customer"),
            (int((named & ~dated).sum()), "without a date"),
            (int((named & dated & ~paid).sum()), "of nothing or less (returns, gifts)"),
        )
        if count
    ]
    rows = np.flatnonzero(named & dated & paid)
    if not len(rows):
        raise Refused("error-backtest-customers-none")
    _, who = np.unique([str(one) for one in customer[rows].tolist()], return_inverse=True)
    moments = at[rows].astype("datetime64[s]").astype(np.int64) / 86_400
    return (
        Bought(
            customer=who.astype(np.float64), at=moments, value=amount[rows],
            refuser=np.zeros(0), refused_at=np.zeros(0),
        ),
        notes,
    )  # fmt: skip


def _evaluation(
    what: Bought, value: Value, known: Known, start: float, span: float, notes: list[str],
    now_served: Value | None = None,
) -> Evaluation:  # fmt: skip
    """Return figures of purchases, of who is active, and of spending, beside plain rules."""
    from commerce.scoring.judging import auc, bias, calibration_error, calibration_table

    said = value.purchases.expected(known.of, span)
    rate = known.of.repeats / np.maximum(known.of.known, 1.0) * span
    came = bought_within(what, known.customer, start, span)
    spent = spent_within(what, known.customer, start, span)
    active = (came > 0).astype(np.float64)
    chance = _active(what, value, known, start, span)
    rule = _active_by_silence(what, known, start, span)
    spend = said * value.of_a_purchase(known)
    lower, higher, zero = Better.LOWER, Better.HIGHER, Better.NEAR_ZERO
    rows: tuple[tuple[str, float, float, Better], ...] = (
        ("MAE of purchases", _mae(came, said), _mae(came, rate), lower),
        ("RMSE of purchases", _rmse(came, said), _rmse(came, rate), lower),
        ("correlation of purchases", _corr(came, said), _corr(came, rate), higher),
        ("purchases in the top tenth", _top(came, said), _top(came, rate), higher),
        ("bias of all purchases", bias(came, said), bias(came, rate), zero),
        ("AUC of who buys", auc(active, chance), auc(active, rule), higher),
        ("Brier of who buys", _mse(active, chance), _mse(active, rule), lower),
        ("calibration error of who buys", calibration_error(active, chance),
         calibration_error(active, rule), lower),
        ("MAE of spending", _mae(spent, spend), _mae(spent, rate * known.mean), lower),
        ("RMSE of spending", _rmse(spent, spend), _rmse(spent, rate * known.mean), lower),
        ("correlation of spending", _corr(spent, spend), _corr(spent, rate * known.mean), higher),
        ("spending in the top tenth", _top(spent, spend), _top(spent, rate * known.mean), higher),
        ("bias of all spending", bias(spent, spend), bias(spent, rate * known.mean), zero),
    )  # fmt: skip
    figures = [Figure(name=n, score=s, baseline=b, better=better) for n, s, b, better in rows]
    if now_served is not None:
        old = now_served.purchases.expected(known.of, span)
        figures.append(Figure(name=SERVED_NOW, score=_rmse(came, old), better=lower))
    again = known.of.repeats > 0
    if again.sum() > 2:
        tied = _corr(known.of.repeats[again], known.mean[again])
        notes.append(
            f"Correlation of how often and how much: {tied:.2f}"
            + ("; spending is foretold as if there were none." if abs(tied) < 0.3 else
               ", which the spending model leaves out: take spending with care.")
        )  # fmt: skip
    if _rmse(came, said) >= _rmse(came, rate):
        notes.append("Going on as before foretells purchases as well.")
    return Evaluation(
        decides="RMSE of purchases", figures=tuple(figures), rows=len(known.customer),
        baseline="going on as before; for who buys: days since the last purchase",
        since=_moment(start), until=_moment(start + span), notes=tuple(notes),
        tables=(
            _totals(came, said, rate, spent, spend, rate * known.mean),
            _learnt(value),
            calibration_table(active, chance),
        ),
    )  # fmt: skip


def _active(what: Bought, value: Value, known: Known, start: float, span: float) -> Floats:
    """Return the chance that each buys at least once.

    The model says how many will. Who they are it tells together with what made customers of this
    shop stay away before, where there is history enough to have seen that.
    """
    from scipy.optimize import brentq

    from commerce.scoring.churn import judge

    order = _log_odds(-np.expm1(-value.purchases.expected(known.of, span)))
    days = int(np.clip(round(span / 6), 14, 60))
    with contextlib.suppress(ValueError):
        order = (order - _log_odds(judge(what, start, days).card.chances(known.columns))) / 2
    level = float(value.purchases.buys_within(known.of, span).mean())
    shift = brentq(lambda step: float(logistic(order + step).mean()) - level, -40.0, 40.0)
    return logistic(order + float(shift))


def _log_odds(chance: Floats) -> Floats:
    kept = np.clip(chance, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(kept / (1 - kept)), dtype=np.float64)


def _active_by_silence(what: Bought, known: Known, start: float, span: float) -> Floats:
    """Return the chance to buy of those silent as long, as it was one span before.

    Where there is no span before, all that the rule tells is who comes first.
    """
    earlier = known_at(what, start - span)
    silence = known.columns["silence_days"]
    if len(earlier.customer) < 100:
        order = np.argsort(np.argsort(-silence, kind="stable"), kind="stable")
        return np.asarray((order + 1) / (len(order) + 1), dtype=np.float64)
    from commerce.scoring.churn import recency_rule

    came = (bought_within(what, earlier.customer, start - span, span) > 0).astype(np.float64)
    return 1 - recency_rule(earlier.columns["silence_days"], 1 - came, silence)


def _totals(
    came: Floats, said: Floats, rate: Floats, spent: Floats, spend: Floats, plain: Floats
) -> Table:
    return Table(
        title="In all", columns=("", "happened", "foretold", "going on as before"),
        rows=(
            ("purchases", float(came.sum()), round(float(said.sum()), 1),
             round(float(rate.sum()), 1)),
            ("spending", round(float(spent.sum()), 2), round(float(spend.sum()), 2),
             round(float(plain.sum()), 2)),
        ),
    )  # fmt: skip


def _learnt(value: Value) -> Table:
    buys, spends = value.purchases, value.spending
    names = ("r", "alpha (days)", "a", "b")
    return Table(
        title="What was learnt", columns=("parameter", "value"),
        rows=(
            *((name, round(one, 4)) for name, one in
              zip(names, (buys.r, buys.alpha, buys.a, buys.b), strict=True)),
            ("p", round(spends.p, 4)), ("q", round(spends.q, 4)), ("v", round(spends.v, 4)),
            ("log likelihood of purchases", round(buys.likelihood, 2)),
            ("log likelihood of spending", round(spends.likelihood, 2)),
        ),
    )  # fmt: skip


def _mae(actual: Floats, said: Floats) -> float:
    return float(np.abs(actual - said).mean())


def _mse(actual: Floats, said: Floats) -> float:
    return float(((actual - said) ** 2).mean())


def _rmse(actual: Floats, said: Floats) -> float:
    return float(np.sqrt(_mse(actual, said)))


def _corr(one: Floats, other: Floats) -> float:
    if one.std() == 0 or other.std() == 0:
        return 0.0
    return float(np.corrcoef(one, other)[0, 1])


def _top(actual: Floats, said: Floats) -> float:
    """Return the share of all that the tenth with the highest forecast came to."""
    most = max(1, len(actual) // 10)
    first = np.argsort(-said, kind="stable")[:most]
    return float(actual[first].sum() / max(float(actual.sum()), 1e-9))


def _day(days: float) -> str:
    return f"{_moment(days):%Y-%m-%d}"


def _moment(days: float) -> datetime:
    return datetime.fromtimestamp(days * 86_400, UTC)
