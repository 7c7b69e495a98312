"""Whether a customer will stay away: the chance of no purchase in the days to come.

Customers sign nothing, so nobody leaves on a day; one who stays away for two to three times the
usual gap is said to have left. Beside the score stand the rule that looks at the days since the
last purchase alone, and the BG/NBD model's chance (`lifetime`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import numpy as np

from commerce.context import Context
from commerce.errors import Refused
from commerce.scoring.additive import Scorecard
from commerce.scoring.churn_features import FEATURES, Bought, Known, bought_within, known_at
from commerce.scoring.definition import Definition, Progress
from commerce.scoring.drift import Drift, shares, since
from commerce.scoring.keeping import SERVED_NOW
from commerce.scoring.lifetime import fit_purchases
from commerce.scoring.queries_customers import bought
from commerce.scoring.splits import GAP, Split
from commerce.scoring.types import Arrays, Evaluation, Figure, Floats, Trained, Version

NAME: Final = "customer_churn"
SHORTEST, LONGEST = 30, 120
"""Bounds of the days in which a purchase is awaited."""
FEWEST: Final = 300
"""Customers to learn from, at the moment that is judged."""
_GAPS: Final = 2.5
"""How many usual gaps are awaited."""
_MOMENTS: Final = 5
_MOST: Final = 60_000
_BY_NOISE: Final = 0.002


@dataclass(frozen=True, slots=True, kw_only=True)
class Churn:
    """The served score."""

    card: Scorecard
    days: int
    """In so many days from now a purchase is awaited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What was said of customers at a moment, and what happened."""

    card: Scorecard
    truth: Floats
    """1 for those who stayed away."""
    chance: Floats
    rule: Floats
    """Of the rule of days since the last purchase."""
    model: Floats | None
    """Of the BG/NBD model, where it could be learnt."""


def horizon(what: Bought) -> int:
    """Return in how many days a purchase is awaited: two to three usual gaps."""
    if not len(what.at):
        return SHORTEST
    known = known_at(what, float(what.at.max()) + 1)
    again = known.of.repeats > 0
    if not again.any():
        return SHORTEST
    gap = float(np.median(known.of.last[again] / known.of.repeats[again]))
    return int(np.clip(round(_GAPS * gap), SHORTEST, LONGEST))


def judge(what: Bought, end: float, days: int) -> Judged:
    """Learn from moments of the past and judge on the days before the end.

    Each moment's days end where the next moment's begin, so that nothing that is judged on was
    known when it learnt.

    Raises:
        ValueError: Too few customers, or too little history.
    """
    from commerce.scoring.fitting import fit

    began = float(what.at.min()) if len(what.at) else end
    moments = [end - days * (k + 1) for k in range(_MOMENTS)]
    moments = [one for one in moments if one - began > days / 2][::-1]
    if len(moments) < 2:
        raise ValueError("There is too little history to see customers stay away.")
    seen = [known_at(what, one) for one in moments]
    stayed = [
        (bought_within(what, known.customer, at, days) == 0).astype(np.float64)
        for known, at in zip(seen, moments, strict=True)
    ]
    if len(seen[-1].customer) < FEWEST or len(seen[-2].customer) < FEWEST // 3:
        raise ValueError("There are too few customers to learn who stays away.")
    columns = {
        one.name: np.concatenate([known.columns[one.name] for known in seen]) for one in FEATURES
    }
    truth = np.concatenate(stayed)
    split = _split([len(known.customer) for known in seen])
    fitted = fit(columns, truth, FEATURES, split)
    rule = recency_rule(
        columns["silence_days"][split.learn], truth[split.learn],
        columns["silence_days"][split.judge],
    )  # fmt: skip
    return Judged(
        card=fitted.card, truth=truth[split.judge], chance=fitted.chance, rule=rule,
        model=_by_model(what, seen[-1], moments[-1], days, split),
    )  # fmt: skip


def train(ctx: Context, now_served: Churn | None, progress: Progress) -> Trained:
    """Learn from what customers did after moments of the past.

    Raises:
        Refused: There is too little history, or too few customers.
    """
    from commerce.scoring.judging import auc, calibration_table, of_chances

    progress("read", 0.0)
    what = bought(ctx)
    # Orders of the last days may still come back.
    end = (ctx.now - GAP).timestamp() / 86_400
    days = horizon(what)
    progress("learn", 0.3)
    try:
        found = judge(what, end, days)
    except ValueError as too_few:
        raise Refused("error-score-too-few-customers", needed=FEWEST) from too_few
    figures = list(of_chances(found.truth, found.chance, found.rule))
    figures.append(_lift(found))
    if found.model is not None:
        figures.append(
            Figure(name="AUC beside BG/NBD", score=auc(found.truth, found.chance),
                   baseline=auc(found.truth, found.model))
        )  # fmt: skip
    then = known_at(what, end - days)
    if now_served is not None:
        figures.append(
            Figure(name=SERVED_NOW, score=auc(found.truth, now_served.card.chances(then.columns)))
        )
    return Trained(
        arrays=found.card.dump(), features=tuple(one.name for one in FEATURES),
        evaluation=Evaluation(
            decides="AUC", figures=tuple(figures), rows=len(found.truth),
            baseline="days since the last purchase alone",
            since=_moment(end - days), until=_moment(end),
            tables=(calibration_table(found.truth, found.chance),),
            notes=(f"Staying away: no purchase within {days} days.",),
        ),
        rows=len(then.customer), data_hash=what.hashed(),
        worth_serving=auc(found.truth, found.chance) > auc(found.truth, found.rule) + _BY_NOISE,
        settings={"days": days}, drift=shares(found.card, then.columns),
    )  # fmt: skip


def load(arrays: Arrays, settings: Mapping[str, Any]) -> Churn:
    """Make the served score of what was stored."""
    return Churn(card=Scorecard.load(arrays), days=int(settings["days"]))


def watch(ctx: Context, version: Version) -> Drift:
    """Compare the customers of today with those it learnt from."""
    from commerce.scoring.keeping import served

    found = served(ctx, DEFINITION)
    if found is None:
        return Drift(rows=0, moved={})
    now = known_at(bought(ctx), ctx.now.timestamp() / 86_400)
    return since(found[0].card, version.drift, now.columns)


DEFINITION: Final[Definition[Churn]] = Definition(
    name=NAME, answers="Will this customer stay away?", train=train, load=load, watch=watch
)


def _split(sizes: list[int]) -> Split:
    """Return the last moment to judge on, the one before it to tune on, earlier ones to learn.

    With two moments, a part of the first, by customer, tunes.
    """
    dice = np.random.default_rng(3)
    ends = np.cumsum([0, *sizes])
    judged = np.arange(ends[-2], ends[-1])
    early = dice.permutation(ends[-2])[:_MOST]
    if len(sizes) > 2:
        tuned = dice.permutation(np.arange(ends[-3], ends[-2]))[: _MOST // 3]
        early = dice.permutation(ends[-3])[:_MOST]
        return Split(learn=early, tune=tuned, judge=judged)
    cut = int(len(early) * 0.75)
    return Split(learn=early[:cut], tune=early[cut:], judge=judged)


def recency_rule(silence: Floats, stayed: Floats, asked: Floats, bins: int = 10) -> Floats:
    """Return the share who stayed away among those silent as long: the plain rule."""
    marks = np.unique(np.quantile(silence, np.linspace(0, 1, bins + 1)[1:-1]))
    place = np.searchsorted(marks, silence, side="right")
    total = np.bincount(place, minlength=len(marks) + 1)
    away = np.bincount(place, weights=stayed, minlength=len(marks) + 1)
    rate = (away + stayed.mean()) / (total + 1)
    # Within a bin, longer silence still comes first.
    steps = asked / max(float(asked.max()), 1.0) * 1e-6
    found = rate[np.searchsorted(marks, asked, side="right")] + steps
    return np.asarray(np.clip(found, 0, 1), dtype=np.float64)


def _by_model(what: Bought, known: Known, moment: float, days: int, split: Split) -> Floats | None:
    try:
        model = fit_purchases(known.of)
    except ValueError:
        return None
    away = 1 - model.buys_within(known.of, days)
    return away if len(away) == len(split.judge) else None


def _lift(found: Judged) -> Figure:
    from commerce.scoring.judging import at_top

    rate = max(float(found.truth.mean()), 1e-9)
    return Figure(
        name="lift at top 10%", score=at_top(found.truth, found.chance, 0.1)[0] / rate,
        baseline=at_top(found.truth, found.rule, 0.1)[0] / rate,
    )  # fmt: skip


def _moment(days: float) -> datetime:
    return datetime.fromtimestamp(days * 86_400, UTC)
