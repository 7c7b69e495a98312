"""Whether a courier really tried: signs that each tell a little, added up.

Nobody writes down which attempts were fake. So attempts are labelled by chance from the one sign
that needs no opinion, the time from going out to the failure, and what the other signs are worth is
counted over those chances (labelling by rule, Ratner et al. 2017, doi:10.14778/3157794.3157797;
an unanchored mixture ends up telling refusals from absences instead). It is naive Bayes: the log
likelihood ratio of each sign is its part, and the parts add up. What the customer says is left out
when the score is measured, and is what it is measured by.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.context import Context
from commerce.errors import Refused
from commerce.scoring import queries_ndr
from commerce.scoring.additive import Feature, FeatureKind, Scorecard
from commerce.scoring.counting import NEVER, Ints, Past, hash_of
from commerce.scoring.definition import Definition, Progress
from commerce.scoring.keeping import SERVED_NOW
from commerce.scoring.ndr_rows import ANSWERED, NOTHING_SAID, Reached, minutes_out
from commerce.scoring.resampling import gain
from commerce.scoring.splits import by_time
from commerce.scoring.types import Arrays, Evaluation, Figure, Floats, Trained
from commerce.vocabulary import NdrOutcome, NdrReason

DOUBTFUL: Final = 0.5
"""From this chance on an attempt is called doubtful."""
FEWEST_ATTEMPTS: Final = 400
FEWEST_HERE: Final = 20
"""Attempts of a courier in a pincode, and of its peers, before they are set side by side."""
GAP_POINTS: Final = 0.10
"""So much more "not available" than its peers in the same pincode is a sign."""
BURST: Final = 3
"""So many failures of one reason, courier and pincode within a quarter of an hour are a burst."""
_QUARTER: Final = 15 * 60
_ASKED_WITHIN: Final = 48 * 3600
_ROUNDS: Final = 2
_ANCHOR: Final = "fake_minutes"
_PRIOR_SHARE: Final = 0.13
_PRIOR_WEIGHT: Final = 60.0
_AWAY: Final = (
    NdrReason.CUSTOMER_NOT_AVAILABLE.value,
    NdrReason.CUSTOMER_UNREACHABLE.value,
    NdrReason.PREMISES_CLOSED.value,
)
_WANTS: Final = (NdrOutcome.WILL_ACCEPT.value, NdrOutcome.RESCHEDULE.value)

_RULES: Final[Mapping[str, Mapping[str, tuple[float, float]]]] = {
    "fake_minutes": {
        "under 10": (0.55, 0.02), "10 to 30": (0.20, 0.04), "30 to 90": (0.10, 0.12),
        "over 90": (0.10, 0.77), "never went out": (0.05, 0.05),
    },
    "fake_reason": {"away": (0.75, 0.45), "refused": (0.12, 0.28), "other": (0.13, 0.27)},
    "fake_gap": {"more than its peers": (0.35, 0.15), "like its peers": (0.65, 0.85)},
    "fake_burst": {"burst": (0.20, 0.05), "alone": (0.80, 0.95)},
    "fake_clean": {"always took": (0.30, 0.20), "mixed or new": (0.70, 0.80)},
    "fake_word": {"wants it": (0.45, 0.25), "refuses": (0.05, 0.25), "silent": (0.50, 0.50)},
}  # fmt: skip
"""Sign → value → how often with fake and with real attempts, before a shop's own are seen."""

FEATURES: Final = tuple(Feature(name=name, kind=FeatureKind.CATEGORY) for name in _RULES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """What is served: the signs' points, and couriers side by side in each pincode."""

    card: Scorecard
    gaps: Mapping[str, float]
    """`pincode|courier` → how much more it says "not available" than its peers there."""

    def gap_of(self, pincode: str, courier: str) -> float | None:
        """Return a courier's gap in a pincode; `None` where too little was seen."""
        return self.gaps.get(f"{pincode}|{courier}")

    def signs(
        self, *, minutes: float | None, reason: NdrReason, pincode: str, courier: str,
        burst: int, taken: int, came_back: int, said: NdrOutcome | None,
    ) -> dict[str, float | str | None]:  # fmt: skip
        """Return the signs of one attempt.

        Args:
            minutes: From going out to the failure; `None` where the scans do not say.
            reason: What the courier says.
            pincode: Where to.
            courier: Who.
            burst: Failures of this courier, pincode and reason within a quarter of an hour.
            taken: Parcels the customer took before.
            came_back: And those that came back.
            said: What the customer said since.
        """
        gap = self.gap_of(pincode, courier) or 0.0
        return {
            "fake_minutes": _minutes(np.array([np.nan if minutes is None else minutes]))[0],
            "fake_reason": _kind_of(np.array([reason.value]))[0],
            "fake_gap": "more than its peers" if gap >= GAP_POINTS else "like its peers",
            "fake_burst": "burst" if burst >= BURST else "alone",
            "fake_clean": "always took" if taken >= 2 and not came_back else "mixed or new",
            "fake_word": _word(np.array([said.value if said else NOTHING_SAID]))[0],
        }


def learn(
    attempts: Mapping[str, NDArray[Any]], cases: Mapping[str, NDArray[Any]],
    contacts: Mapping[str, NDArray[Any]], fates: Mapping[str, NDArray[Any]],
    outings: Mapping[str, NDArray[Any]], *, before: Doubts | None = None,
) -> Trained:  # fmt: skip
    """Tell fake attempts from real ones by their signs; measured by what customers said later.

    Raises:
        Refused: There is too little history.
    """
    from commerce.scoring.judging import auc, of_chances

    found = len(attempts["case"])
    if found < FEWEST_ATTEMPTS:
        raise Refused("error-score-too-little-history", found=found, needed=FEWEST_ATTEMPTS)
    order = np.argsort(cases["case"])
    place = order[np.searchsorted(cases["case"][order], attempts["case"])]
    at, courier, pincode = attempts["at"], cases["courier"][place], cases["pincode"][place]
    gaps = _gaps(pincode, courier, attempts["reason"])
    columns = _signs(attempts, cases, contacts, fates, outings, place, gaps)
    try:
        split = by_time(at.astype("datetime64[s]"))
    except ValueError as error:
        raise Refused(
            "error-score-too-little-history", found=found, needed=FEWEST_ATTEMPTS
        ) from error
    card = _mixture({name: values[split.learn] for name, values in columns.items()})
    heard = split.judge[columns["fake_word"][split.judge] != "silent"]
    truth = (columns["fake_word"][heard] == "wants it").astype(np.float64)
    silent = {name: values[heard] for name, values in columns.items()}
    silent["fake_word"] = np.full(len(heard), "silent")
    chance = card.chances(silent)
    plain = _courier_rate(columns["fake_word"], courier, split.learn)[heard]
    low, high = gain(auc, truth, chance, plain, attempts["case"][heard])
    figures = list(of_chances(truth, chance, plain)[:2])
    if before is not None:
        figures.append(Figure(name=SERVED_NOW, score=auc(truth, before.card.chances(silent))))
    said = card.chances(columns)
    return Trained(
        arrays={
            **card.dump(),
            "gap_keys": np.array(sorted(gaps), dtype=np.str_),
            "gap_values": np.array([gaps[key] for key in sorted(gaps)], dtype=np.float64),
        },
        features=tuple(one.name for one in FEATURES),
        evaluation=Evaluation(
            decides="AUC", figures=tuple(figures), baseline="the courier's own rate",
            rows=len(heard), since=_moment(at[split.judge].min()),
            until=_moment(at[split.judge].max()),
            notes=(
                "Nobody writes down which attempts were fake. Truth is the customer's later word, "
                "which the score does not see here: they want the parcel, or refuse it.",
                f"AUC above the courier's rate by {low:+.3f} to {high:+.3f} (90 % of resampled "
                "cases).",
                f"{float((said >= DOUBTFUL).mean()):.1%} of all attempts are doubtful.",
            ),
        ),
        rows=len(at), data_hash=hash_of(columns), worth_serving=low > 0,
    )  # fmt: skip


def load(arrays: Arrays, settings: Mapping[str, Any]) -> Doubts:
    """Return what was stored.

    Raises:
        KeyError: These arrays are no such score.
    """
    keys, values = arrays["gap_keys"].tolist(), arrays["gap_values"].tolist()
    return Doubts(card=Scorecard.load(arrays), gaps=dict(zip(keys, values, strict=True)))


def _train(ctx: Context, before: Doubts | None, progress: Progress) -> Trained:
    progress("reading failed attempts", 0.0)
    attempts, cases = queries_ndr.attempts(ctx), queries_ndr.cases(ctx)
    contacts, outings = queries_ndr.contacts(ctx), queries_ndr.outings(ctx)
    progress("reading past deliveries", 0.4)
    fates = queries_ndr.fates(ctx)
    progress("learning", 0.7)
    return learn(attempts, cases, contacts, fates, outings, before=before)


DEFINITION: Final[Definition[Doubts]] = Definition(
    name="fake_attempt", answers="Did the courier really try to deliver?",
    train=_train, load=load,
)  # fmt: skip


def _signs(
    attempts: Mapping[str, NDArray[Any]], cases: Mapping[str, NDArray[Any]],
    contacts: Mapping[str, NDArray[Any]], fates: Mapping[str, NDArray[Any]],
    outings: Mapping[str, NDArray[Any]], place: NDArray[np.intp], gaps: Mapping[str, float],
) -> dict[str, NDArray[Any]]:  # fmt: skip
    """Return the signs of every attempt; what the customer said is of the two days after it."""
    at, customer = attempts["at"], cases["customer"][place]
    courier, pincode = cases["courier"][place], cases["pincode"][place]
    taken = fates["delivered_at"]
    back = np.where(taken < NEVER, NEVER, fates["ended_at"])
    clean = Past.of(fates["customer"], taken).before(customer, at) >= 2
    clean &= Past.of(fates["customer"], back).before(customer, at) == 0
    keys = np.char.add(np.char.add(pincode, "|"), courier)
    names, kinds = np.unique(keys, return_inverse=True)
    wide = np.array([gaps.get(name, 0.0) >= GAP_POINTS for name in names.tolist()])[kinds]
    _, reasons = np.unique(attempts["reason"], return_inverse=True)
    same = kinds.astype(np.int64) * 64 + reasons
    near = Past.of(same, at)
    burst = near.before(same, at + _QUARTER + 1) - near.before(same, at - _QUARTER)
    # The word counts for the last attempt that was made before it.
    last = np.append(attempts["case"][1:] != attempts["case"][:-1], True)[: len(at)]
    until = np.where(last, at + _ASKED_WITHIN, np.append(at[1:], 0)[: len(at)])
    until = np.clip(until, at, at + _ASKED_WITHIN)
    later = Reached.of(contacts, attempts["case"], until)
    earlier = Reached.of(contacts, attempts["case"], at)
    spoke = (later.answered == ANSWERED) & (later.tries > earlier.tries)
    return {
        "fake_minutes": _minutes(minutes_out(cases["parcel"][place], at, outings)),
        "fake_reason": _kind_of(attempts["reason"]),
        "fake_gap": np.where(wide, "more than its peers", "like its peers"),
        "fake_burst": np.where(burst >= BURST, "burst", "alone"),
        "fake_clean": np.where(clean, "always took", "mixed or new"),
        "fake_word": _word(np.where(spoke, later.said, NOTHING_SAID)),
    }


def _mixture(columns: Mapping[str, NDArray[Any]]) -> Scorecard:
    """Fit the two kinds of attempts, and return the signs' log likelihood ratios as points."""
    names = {name: sorted(_RULES[name]) for name in _RULES}
    codes = {name: np.searchsorted(names[name], columns[name]) for name in _RULES}
    start = {name: np.array([_RULES[name][one] for one in names[name]]).T for name in _RULES}
    tables, share = dict(start), _PRIOR_SHARE
    rows = len(next(iter(codes.values())))
    for _ in range(_ROUNDS):
        odds = np.full(rows, np.log(share / (1 - share)))
        odds += np.log(tables[_ANCHOR][0] / tables[_ANCHOR][1])[codes[_ANCHOR]]
        fake = 1 / (1 + np.exp(-odds))
        for name, code in codes.items():
            size = len(names[name])
            counts = _PRIOR_WEIGHT * start[name] + np.stack(
                [np.bincount(code, weights=one, minlength=size) for one in (fake, 1 - fake)]
            )
            tables[name] = counts / counts.sum(axis=1, keepdims=True)
        share = float((fake.sum() + 100 * _PRIOR_SHARE) / (rows + 100))
    return Scorecard(
        features=FEATURES,
        edges=tuple(np.array(names[one.name], dtype=np.str_) for one in FEATURES),
        points=tuple(
            np.append(np.log(tables[one.name][0] / tables[one.name][1]), 0.0) for one in FEATURES
        ),
        base=float(np.log(share / (1 - share))),
    )  # fmt: skip


def _gaps(pincode: NDArray[Any], courier: NDArray[Any], reason: NDArray[Any]) -> dict[str, float]:
    """Return how much oftener than its peers a courier says "not available" in a pincode."""
    away = np.isin(reason, _AWAY).astype(np.float64)
    keys, place = np.unique(np.char.add(np.char.add(pincode, "|"), courier), return_inverse=True)
    own_n, own = np.bincount(place), np.bincount(place, weights=away)
    pins, where = np.unique(pincode, return_inverse=True)
    all_n, everyone = np.bincount(where), np.bincount(where, weights=away)
    found = {}
    for k, key in enumerate(keys.tolist()):
        pin = int(np.searchsorted(pins, key.rpartition("|")[0]))
        peers = all_n[pin] - own_n[k]
        if own_n[k] >= FEWEST_HERE and peers >= FEWEST_HERE:
            found[key] = float(own[k] / own_n[k] - (everyone[pin] - own[k]) / peers)
    return found


def _courier_rate(word: NDArray[Any], courier: NDArray[Any], learn: NDArray[np.intp]) -> Floats:
    """Return the plain baseline: how often customers of a courier wanted the parcel after all."""
    heard = learn[word[learn] != "silent"]
    wants = (word[heard] == "wants it").astype(np.float64)
    names, place = np.unique(courier, return_inverse=True)
    n = np.bincount(place[heard], minlength=len(names))
    hits = np.bincount(place[heard], weights=wants, minlength=len(names))
    around = float(wants.mean()) if len(wants) else 0.5
    return np.asarray(((hits + 20 * around) / (n + 20))[place], dtype=np.float64)


def _minutes(minutes: Floats) -> NDArray[Any]:
    bins = ("under 10", "10 to 30", "30 to 90", "over 90")
    known = np.array(bins)[np.searchsorted((10, 30, 90), minutes, side="right").clip(max=3)]
    return np.where(np.isnan(minutes), "never went out", known)


def _kind_of(reason: NDArray[Any]) -> NDArray[Any]:
    refused = reason == NdrReason.CUSTOMER_REFUSED.value
    return np.where(np.isin(reason, _AWAY), "away", np.where(refused, "refused", "other"))


def _word(said: NDArray[Any]) -> NDArray[Any]:
    refuses = said == NdrOutcome.REFUSE.value
    return np.where(np.isin(said, _WANTS), "wants it", np.where(refuses, "refuses", "silent"))


def _moment(second: Ints) -> datetime:
    return datetime.fromtimestamp(int(second), UTC)
