"""What becomes of an undelivered parcel: whether the next attempt delivers, whether it comes back.

Two scores over the same rows (`ndr_rows`): `ndr_recovery`, the chance that what happens next is a
delivery, and `ndr_return`, the chance that the parcel comes back in the end. A case that was given
up without another attempt counts as not delivered: that is how such cases went.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.context import Context
from commerce.errors import Refused
from commerce.scoring import queries_ndr
from commerce.scoring.additive import Scorecard
from commerce.scoring.counting import hash_of
from commerce.scoring.definition import Definition, Progress
from commerce.scoring.drift import Drift, shares, since
from commerce.scoring.keeping import SERVED_NOW
from commerce.scoring.ndr_rows import FEATURES, NOTHING_SAID, Places, Rows, places, rows
from commerce.scoring.resampling import gain
from commerce.scoring.splits import GAP, Split, by_time
from commerce.scoring.types import Arrays, Better, Evaluation, Figure, Floats, Trained, Version

MOST: Final = 150_000
"""Failed attempts that are learnt from at most, the latest: older ones tell of other times."""
FEWEST_CASES: Final = 400
"""Below so many settled cases nothing is learnt."""
_LATELY: Final = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """What is served of one of the two scores."""

    card: Scorecard
    places: Places
    says: Mapping[str, Mapping[str, float]]
    """What customers say when they are reached: share by outcome, by `reason|payment` of the case
    and, under the empty key, of all."""

    def said_by(self, reason: str, payment: str) -> Mapping[str, float]:
        """Return what customers of such cases say when they are reached."""
        return self.says.get(f"{reason}|{payment}", self.says.get("", {}))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """Which of the two is learnt."""

    name: str
    falls: bool
    """Whether what raises a delivery lowers it."""

    def truth(self, learnt: Rows) -> Floats:
        return learnt.comes_back if self.falls else learnt.next_delivers


def load(arrays: Arrays, settings: Mapping[str, Any]) -> Chances:
    """Return what was stored.

    Raises:
        KeyError: These arrays are no such score.
    """
    return Chances(card=Scorecard.load(arrays), places=Places.load(arrays), says=settings["says"])


def learn(
    learnt: Rows, known: Places, *, name: str, before: Chances | None = None,
    falls: bool = False,
) -> Trained:  # fmt: skip
    """Learn one of the two scores from rows, and measure it on the latest of them.

    Args:
        learnt: The rows of a shop's history.
        known: What is known of places, to serve with.
        name: Of the score.
        before: What is served now, to be measured beside.
        falls: Learn the chance of a return and not of a delivery.

    Raises:
        Refused: There is too little history.
    """
    from commerce.scoring.fitting import additivity, fit
    from commerce.scoring.judging import auc, calibration_table, of_chances

    truth = _Target(name=name, falls=falls).truth(learnt)
    features = [
        replace(one, direction=-one.direction if falls else one.direction) for one in FEATURES
    ]
    try:
        split = by_time(learnt.opened_at.astype("datetime64[s]"))
        fitted = fit(learnt.columns, truth, features, split)
    except ValueError as error:
        found = len(np.unique(learnt.case))
        raise Refused("error-score-too-little-history", found=found, needed=FEWEST_CASES) from error
    plain = reason_table(learnt.columns, truth, split)
    judged = truth[split.judge]
    figures = [*of_chances(judged, fitted.chance, plain), additivity(fitted, truth, split)]
    if before is not None:
        figures.append(_served_now(before, learnt.columns, judged, split))
    low, high = gain(auc, judged, fitted.chance, plain, learnt.case[split.judge])
    evaluation = Evaluation(
        decides="log loss", figures=tuple(figures), baseline="rate by reason and attempt",
        rows=len(split.judge), since=_moment(learnt.opened_at[split.judge].min()),
        until=_moment(learnt.opened_at[split.judge].max()),
        tables=(calibration_table(judged, fitted.chance),),
        notes=(
            f"AUC above the table of rates by {low:+.3f} to {high:+.3f} (90 % of resampled cases).",
            "Rows: each failed attempt as it failed, within half a day and within two days.",
        ),
    )  # fmt: skip
    return Trained(
        arrays={**from_average(fitted.card, learnt.columns, truth, split).dump(), **known.dump()},
        features=tuple(one.name for one in FEATURES), evaluation=evaluation, rows=len(truth),
        data_hash=hash_of({**learnt.columns, "truth": truth}), worth_serving=low > 0,
        settings={"says": _says(learnt.columns)},
        drift=shares(fitted.card, _at(learnt.columns, split.judge)),
    )  # fmt: skip


def reason_table(columns: Mapping[str, NDArray[Any]], truth: Floats, split: Split) -> Floats:
    """Return the plain baseline of the judged rows: the past rate by reason and attempt."""
    attempt = np.minimum(columns["ndr_attempt"], 3).astype(int).astype(np.str_)
    kind = np.char.add(columns["ndr_reason"], attempt)
    past = np.concatenate([split.learn, split.tune])
    around = float(truth[past].mean())
    names, place = np.unique(kind, return_inverse=True)
    hits = np.bincount(place[past], weights=truth[past], minlength=len(names))
    n = np.bincount(place[past], minlength=len(names))
    return np.asarray(((hits + 20 * around) / (n + 20))[place[split.judge]], dtype=np.float64)


def rows_of(ctx: Context, progress: Progress) -> tuple[Rows, Places]:
    """Return what a shop's history teaches.

    Raises:
        Refused: Too few cases are settled.
    """
    progress("reading undelivered parcels", 0.0)
    cases, attempts = queries_ndr.cases(ctx), queries_ndr.attempts(ctx)
    if len(cases["case"]) < FEWEST_CASES or not len(attempts["case"]):
        found = len(cases["case"])
        raise Refused("error-score-too-little-history", found=found, needed=FEWEST_CASES)
    contacts, outings = queries_ndr.contacts(ctx), queries_ndr.outings(ctx)
    progress("reading past deliveries", 0.3)
    fates = queries_ndr.fates(ctx)
    until = int((ctx.now - GAP).timestamp())
    learnt = rows(fates, cases, attempts, contacts, outings, most=MOST, until=until)
    progress("learning", 0.5)
    return learnt, places(fates, cases)


def _train_recovery(ctx: Context, before: Chances | None, progress: Progress) -> Trained:
    learnt, known = rows_of(ctx, progress)
    return learn(learnt, known, name="ndr_recovery", before=before)


def _train_return(ctx: Context, before: Chances | None, progress: Progress) -> Trained:
    learnt, known = rows_of(ctx, progress)
    return learn(learnt, known, name="ndr_return", before=before, falls=True)


def _watch(ctx: Context, version: Version) -> Drift:
    learnt, _ = rows_of(ctx, lambda _, __: None)
    recent = np.flatnonzero(learnt.opened_at >= int((ctx.now - GAP - _LATELY).timestamp()))
    from commerce.scoring.keeping import scorers_of

    scorers = scorers_of(ctx)
    if scorers is None:
        return Drift(rows=len(recent), moved={})
    card = Scorecard.load(scorers.store.arrays(ctx.actor.shop_id, version.name, version.number))
    return since(card, version.drift, _at(learnt.columns, recent))


RECOVERY: Final[Definition[Chances]] = Definition(
    name="ndr_recovery",
    answers="Will the next attempt deliver this undelivered parcel?",
    train=_train_recovery, load=load, watch=_watch,
)  # fmt: skip
RETURN: Final[Definition[Chances]] = Definition(
    name="ndr_return",
    answers="Will this undelivered parcel come back in the end?",
    train=_train_return, load=load, watch=_watch,
)  # fmt: skip


def _served_now(
    before: Chances, columns: Mapping[str, NDArray[Any]], judged: Floats, split: Split
) -> Figure:
    from sklearn.metrics import log_loss

    said = before.card.chances(_at(columns, split.judge))
    loss = float(log_loss(judged, said, labels=[0.0, 1.0]))
    return Figure(name=SERVED_NOW, score=loss, better=Better.LOWER)


def from_average(
    card: Scorecard, columns: Mapping[str, NDArray[Any]], truth: Floats, split: Split
) -> Scorecard:
    """Return the same card told from the share of all rows, and not from the mean of log odds.

    Where few are delivered and reasons are strong, the mean of log odds lies far below the share
    that people know. The constant between the two is taken off the features by how much each
    varies, which is where it comes from; what the card says of any row stays the same.
    """
    share = float(np.clip(truth[split.learn].mean(), 1e-4, 1 - 1e-4))
    shift = float(np.log(share / (1 - share))) - card.base
    spread = card.parts(_at(columns, split.learn)).var(axis=0)
    weights = spread / spread.sum() if spread.sum() else np.full(len(spread), 1 / len(spread))
    points = tuple(
        table - shift * weight for table, weight in zip(card.points, weights.tolist(), strict=True)
    )
    return replace(card, base=card.base + shift, points=points)


def _says(columns: Mapping[str, NDArray[Any]]) -> dict[str, dict[str, float]]:
    heard = columns["ndr_said"] != NOTHING_SAID
    said = columns["ndr_said"][heard]
    if not len(said):
        return {}
    kind = np.char.add(np.char.add(columns["ndr_reason"], "|"), columns["ndr_payment"])[heard]
    around = _shares(said)
    found = {"": around}
    for name in np.unique(kind).tolist():
        own = said[kind == name]
        found[name] = {
            word: (float((own == word).sum()) + 20 * share) / (len(own) + 20)
            for word, share in around.items()
        }
    return found


def _shares(said: NDArray[Any]) -> dict[str, float]:
    names, counts = np.unique(said, return_counts=True)
    return {
        str(name): float(count / len(said))
        for name, count in zip(names.tolist(), counts.tolist(), strict=True)
    }


def _at(columns: Mapping[str, NDArray[Any]], which: NDArray[np.intp]) -> dict[str, NDArray[Any]]:
    return {name: values[which] for name, values in columns.items()}


def _moment(second: int) -> datetime:
    return datetime.fromtimestamp(int(second), UTC)
