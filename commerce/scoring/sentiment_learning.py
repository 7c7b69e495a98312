"""Learning a shop's own reader of reviews from stars, and trying one on anybody's reviews.

Stars are a weak label: people give five and complain. So the reader is also tried on sentences
that were labelled by hand (`evals/scores`).
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from commerce.context import Context
from commerce.db.tables import ReviewRow
from commerce.errors import Refused
from commerce.scoring.definition import Definition, Progress
from commerce.scoring.keeping import SERVED_NOW
from commerce.scoring.opinions import plain_count
from commerce.scoring.sentiment import BUILT_IN, NAME, Embed, Mood, Reader, learn
from commerce.scoring.types import Evaluation, Figure, Floats, Table, Trained

FEWEST: Final = 200
"""Reviews with a word in them; a shop with fewer is read by our list alone."""
FEWEST_TRIED: Final = 40
MOST_LEARNT: Final = 20_000
MOST_TRIED: Final = 10_000
MOST_MEANT: Final = 3_000
"""Texts up to which a sentence's meaning takes part in a trial: it takes a while to find."""
FOLDED: Final = 1_500
"""Up to so many texts, each is judged by readers that learnt from the others."""
_MARGIN: Final = 0.01
_MOODS: Final = tuple(mood.value for mood in Mood)
_SEED: Final = 5

_WORDS: Final[Mapping[str, Mood]] = {
    **dict.fromkeys(("positive", "pos", "p", "good", "happy", "like", "liked", "recommended",
                     "__label__2", "label_2", "+", "+1", "satisfied", "सकारात्मक",
                     "yes"), Mood.POSITIVE),
    **dict.fromkeys(("negative", "neg", "n", "bad", "unhappy", "dislike", "disliked", "__label__1",
                     "not recommended", "-", "-1", "dissatisfied", "नकारात्मक", "no"),
                    Mood.NEGATIVE),
    **dict.fromkeys(("neutral", "neu", "neut", "mixed", "average", "ok", "okay", "o", "0",
                     "तटस्थ"), Mood.NEUTRAL),
    **dict.fromkeys(("very positive", "extremely positive", "strongly positive"), Mood.POSITIVE),
    **dict.fromkeys(("very negative", "extremely negative", "strongly negative"), Mood.NEGATIVE),
}  # fmt: skip
_STARS: Final = re.compile(r"([1-5](?:\.\d+)?)\s*(?:out of\s*5|/\s*5|\*|stars?|★|☆)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Labels of a file as moods, or as they are where they are none."""

    kinds: NDArray[np.str_]
    """One a text; "" for what has no label."""
    are_moods: bool
    note: str = ""
    """How they were read, where that was not plain."""


def train(ctx: Context, now_served: Reader | None, progress: Progress) -> Trained:
    """Learn from the stars of the shop's reviews; judged on the latest of them.

    Raises:
        Refused: There are too few reviews.
    """
    progress("read", 0.0)
    at, stars, texts = _of_shop(ctx)
    if len(texts) < FEWEST:
        raise Refused("error-score-too-few-reviews", count=len(texts), needed=FEWEST)
    moods = np.array([_of_stars(one) for one in stars.tolist()])
    cut = int(len(texts) * 0.8)
    if min(len(np.unique(moods[:cut])), len(np.unique(moods[cut:]))) < 2:
        raise Refused("error-score-too-few-reviews", count=len(texts), needed=FEWEST)
    progress("learn", 0.2)
    tried = learn(texts[:cut], moods[:cut].tolist())
    rows, notes = _unseen(texts, cut)
    judged, truth = [texts[k] for k in rows.tolist()], moods[rows]
    evaluation = _evaluation(
        truth, chances=_as_moods(tried, judged), listed=_as_moods(BUILT_IN, judged), texts=judged,
        now=None if now_served is None else _as_moods(now_served, judged),
        since=datetime.fromtimestamp(float(at[cut]), UTC),
        until=datetime.fromtimestamp(float(at[-1]), UTC), notes=notes,
    )  # fmt: skip
    progress("learn all", 0.6)
    whole = learn(texts, moods.tolist())
    decides = evaluation.figure("macro F1")
    built_in = _measures(truth, _as_moods(BUILT_IN, judged))["macro F1"]
    return Trained(
        arrays=whole.dump(), features=("words", "pairs of words", "parts of words", "word list"),
        evaluation=evaluation, rows=len(texts),
        data_hash=_hash_of(stars, texts),
        worth_serving=decides.score > max(built_in, decides.baseline or 0.0) + _MARGIN,
    )  # fmt: skip


DEFINITION: Final[Definition[Reader]] = Definition(
    name=NAME, answers="Is a review for or against, and by which words?", train=train,
    load=Reader.load,
)  # fmt: skip


def backtest_sentiment(
    texts: Sequence[str], labels: Sequence[str | float], *, embed: Embed | None = None
) -> Evaluation:
    """Return what learning from labelled texts is worth on texts it has not seen.

    Beside it: the commonest class, a count of good and bad words, and the reader that is built in
    and has learnt nothing of the file.

    Args:
        texts: One a row; blank ones, and those that come again, are left out.
        labels: Stars, words such as "positive", 0 and 1, or -1, 0 and 1.
        embed: Finds what sentences mean; without it words alone are learnt from.

    Raises:
        Refused: Too few texts with a label, or all of one kind.
    """
    read = labels_of(labels)
    rows, notes = _usable(texts, read)
    kinds = read.kinds[rows]
    used = [texts[k] for k in rows.tolist()]
    if len(used) < FEWEST_TRIED or len(np.unique(kinds)) < 2:
        raise Refused(
            "error-backtest-sentiment-too-few", count=len(used), needed=FEWEST_TRIED,
            kinds=", ".join(np.unique(kinds).tolist()[:12]) or "-",
        )  # fmt: skip
    if read.note:
        notes.append(read.note)
    meanings = embed(used) if embed is not None and len(used) <= MOST_MEANT else None
    places, chances = _tried(used, kinds, read.are_moods, meanings, notes)
    classes = np.unique(kinds)
    judged, truth = [used[k] for k in places.tolist()], kinds[places]
    if not read.are_moods:
        return _of_other_kinds(truth, chances, classes, kinds, notes)
    whole = np.zeros((len(places), len(_MOODS)))
    for column, name in enumerate(classes.tolist()):
        whole[:, _MOODS.index(name)] = chances[:, column]
    listed = _among(_as_moods(BUILT_IN, judged), classes)
    return _evaluation(truth, chances=whole, listed=listed, texts=judged, notes=notes)


def labels_of(labels: Sequence[str | float]) -> Labels:
    """Read labels as moods: stars of 5 or 10, signs, 0 and 1, or words.

    Raises:
        Refused: There are too many kinds, as of sentences.
    """
    said = [_tidy(one) for one in labels]
    known = sorted({one for one in said if one})
    numbers = {one: number for one in known if (number := _number(one)) is not None}
    if known and len(numbers) >= 0.98 * len(known):
        return _of_numbers(said, numbers)
    worded = {one: mood for one in known if (mood := _WORDS.get(one)) is not None}
    if worded and len(worded) == len(known):
        return Labels(kinds=np.array([worded[one].value if one else "" for one in said]),
                      are_moods=True)  # fmt: skip
    if len(known) > 30:
        raise Refused(
            "error-backtest-sentiment-labels", count=len(known), sample=", ".join(known[:3])
        )
    shown = ", ".join(known[:12])
    note = f"The labels are no moods ({shown}); they are told apart as they are."
    return Labels(kinds=np.array(said), are_moods=False, note=note)


def _of_numbers(said: list[str], numbers: Mapping[str, float]) -> Labels:
    values = np.array(sorted(set(numbers.values())))
    low, high, whole = float(values[0]), float(values[-1]), bool((values % 1 == 0).all())
    note, marks = "", (0.0, 0.0)
    if low < 0:
        edge = 0.0 if whole and high <= 1 else 0.1 * max(high, -low)
        marks = (-edge, edge)
        note = "" if whole else f"Scores from {low:g} to {high:g} within ±{edge:g} are neutral."
    elif len(values) == 2:
        middle = (low + high) / 2
        marks = (middle, middle)
        note = (
            "" if (low, high) == (0, 1) else f"{low:g} is read as negative, {high:g} as positive."
        )
    elif high <= 1:
        marks = (0.4, 0.6)
        note = "Scores from 0 to 1: above 0.6 is positive, below 0.4 negative."
    elif (low, high) in {(0.0, 2.0), (0.0, 4.0), (1.0, 3.0)}:
        middle = (low + high) / 2
        marks = (middle, middle)
        note = f"{middle:g} is read as neutral, below it negative, above it positive."
    elif high <= 5:
        marks = (2.5, 3.5)
        note = "Stars of 5: 4 and more are positive, 3 neutral, 2 and fewer negative."
    elif high <= 10:
        marks = (4.5, 6.5)
        note = "Points of 10: 7 and more are positive, 5 and 6 neutral, fewer negative."
    else:
        marks = (0.4 * high, 0.6 * high)
        note = f"Scores up to {high:g}: the highest two fifths are positive, the lowest negative."
    kinds = []
    for one in said:
        value = numbers.get(one)
        mood = "" if value is None else _by_marks(value, marks).value
        kinds.append(mood)
    return Labels(kinds=np.array(kinds), are_moods=True, note=note)


def _by_marks(value: float, marks: tuple[float, float]) -> Mood:
    if value > marks[1]:
        return Mood.POSITIVE
    return Mood.NEGATIVE if value < marks[0] else Mood.NEUTRAL


def _tidy(label: str | float) -> str:
    if isinstance(label, float):
        return "" if np.isnan(label) else f"{label:g}"
    said = " ".join(str(label).strip().strip("\"'").lower().split())
    return "" if said in ("nan", "none", "null", "na", "n/a") else said


def _number(label: str) -> float | None:
    try:
        return float(label)
    except ValueError:
        found = _STARS.fullmatch(label) or _STARS.match(label)
        return float(found[1]) if found else None


def _usable(texts: Sequence[str], labels: Labels) -> tuple[NDArray[np.intp], list[str]]:
    """Return the rows to use, and what was left out.

    A text that comes again would be learnt in one part and judged in the other.
    """
    seen: set[str] = set()
    rows, blank, again = [], 0, 0
    for row, (text, kind) in enumerate(zip(texts, labels.kinds.tolist(), strict=True)):
        key = " ".join(str(text).lower().split())
        if not key or not kind:
            blank += 1
        elif key in seen:
            again += 1
        else:
            seen.add(key)
            rows.append(row)
    notes = []
    if blank:
        notes.append(f"{blank:,} rows without a text or a label were left out.")
    if again:
        notes.append(f"{again:,} texts that came before word for word were left out.")
    kept = np.array(rows, dtype=np.intp)
    kinds, counts = np.unique(labels.kinds[kept], return_counts=True)
    rare = kinds[counts < 5]
    if len(rare):
        notes.append(f"Too rare to learn, left out: {', '.join(rare.tolist()[:8])}.")
        kept = kept[~np.isin(labels.kinds[kept], rare)]
    return kept, notes


def _tried(
    texts: list[str], kinds: NDArray[np.str_], are_moods: bool,
    meanings: NDArray[np.float32] | None, notes: list[str],
) -> tuple[NDArray[np.intp], Floats]:  # fmt: skip
    """Return places of judged rows and the chances of each class there, classes ascending."""
    from sklearn.model_selection import StratifiedKFold, train_test_split

    every = np.arange(len(texts))

    def one(learnt: NDArray[np.intp], judged: NDArray[np.intp], tune: bool) -> Floats:
        said = kinds[learnt].tolist()
        some = [texts[k] for k in learnt.tolist()]
        asked = [texts[k] for k in judged.tolist()]
        found = learn(some, said, with_list=are_moods, tune=tune).chances(asked)
        if meanings is not None:
            whole = learn(some, said, with_list=are_moods, tune=False, meanings=meanings[learnt])
            known = dict(zip(asked, meanings[judged], strict=True))
            meant = whole.chances(asked, lambda texts: np.array([known[t] for t in texts]))
            # Two readers of one sum each: the mean of their log chances.
            both = np.sqrt(found * meant)
            found = both / both.sum(axis=1, keepdims=True)
        return found

    if meanings is not None:
        notes.append("What sentences mean takes part beside their words.")
    if len(texts) <= FOLDED:
        folds = min(5, int(np.unique(kinds, return_counts=True)[1].min()))
        notes.append(f"Few texts: judged by {folds}-fold cross-validation.")
        chances = np.zeros((len(texts), len(np.unique(kinds))))
        splits = StratifiedKFold(folds, shuffle=True, random_state=_SEED).split(every, kinds)
        for learnt, judged in splits:
            chances[judged] = one(learnt, judged, False)
        return every, chances
    learnt, judged = train_test_split(every, test_size=0.2, random_state=_SEED, stratify=kinds)
    if len(learnt) > MOST_LEARNT:
        notes.append(f"Learnt from {MOST_LEARNT:,} of {len(learnt):,} texts, drawn evenly.")
        learnt = learnt[:MOST_LEARNT]
    judged = judged[:MOST_TRIED]
    return judged, one(learnt, judged, True)


def _of_shop(ctx: Context) -> tuple[Floats, Floats, list[str]]:
    """Return when, stars and text of the shop's reviews, oldest first."""
    rows = ctx.session.execute(
        select(ReviewRow.at, ReviewRow.rating, ReviewRow.text)
        .where(ReviewRow.shop_id == ctx.actor.shop_id, ReviewRow.text != "")
        .order_by(ReviewRow.at.desc(), ReviewRow.id.desc())
        .limit(MOST_LEARNT * 2)
    ).all()[::-1]
    return (
        np.array([at.timestamp() for at, _, _ in rows]),
        np.array([stars for _, stars, _ in rows], dtype=np.float64),
        [text for _, _, text in rows],
    )


def _unseen(texts: Sequence[str], cut: int) -> tuple[NDArray[np.intp], list[str]]:
    """Return the later reviews whose text it has not learnt word for word, if that leaves enough.

    Short praise comes again and again; to know it again says little.
    """
    learnt = set(texts[:cut])
    fresh = [k for k in range(cut, len(texts)) if texts[k] not in learnt]
    again = len(texts) - cut - len(fresh)
    if len(fresh) < FEWEST_TRIED:
        return np.arange(cut, len(texts)), [f"{again:,} of these reviews stood among the earlier."]
    note = [f"{again:,} later reviews that stood word for word among the earlier were left out."]
    return np.array(fresh, dtype=np.intp), note if again else []


def _hash_of(stars: Floats, texts: Sequence[str]) -> str:
    return hashlib.sha256(stars.tobytes() + "\n".join(texts).encode()).hexdigest()


def _of_stars(stars: float) -> str:
    return _by_marks(stars, (2.5, 3.5)).value


def _as_moods(reader: Reader, texts: Sequence[str]) -> Floats:
    """Return chances with one column for each mood, in their order."""
    found, chances = np.zeros((len(texts), len(_MOODS))), reader.chances(texts)
    for column, name in enumerate(reader.classes):
        found[:, _MOODS.index(name)] = chances[:, column]
    return found


def _among(chances: Floats, classes: NDArray[np.str_]) -> Floats:
    """Return chances among the moods that occur in a file alone."""
    there = np.isin(np.array(_MOODS), classes)
    kept = np.where(there, chances, 0.0)
    return np.asarray(kept / np.maximum(kept.sum(axis=1, keepdims=True), 1e-12), dtype=np.float64)


def _evaluation(
    truth: NDArray[np.str_], *, chances: Floats, listed: Floats, texts: Sequence[str],
    now: Floats | None = None, since: datetime | None = None, until: datetime | None = None,
    notes: Sequence[str] = (),
) -> Evaluation:  # fmt: skip
    """Return the figures of a reader beside those of the plain ones, on the same texts."""
    classes = np.unique(truth)
    kinds, counts = np.unique(truth, return_counts=True)
    most = str(kinds[counts.argmax()])
    said = {
        "learnt": _measures(truth, chances),
        "built in, learnt nothing here": _measures(truth, listed),
        "count of good and bad words": _measures(truth, _counted(texts, classes, most)),
        "commonest class": _measures(truth, _always(most, len(truth))),
    }
    plain_ones = [said["count of good and bad words"], said["commonest class"]]
    figures = [
        Figure(name=name, score=value, baseline=max(one[name] for one in plain_ones))
        for name, value in said["learnt"].items()
    ]
    figures += [
        Figure(name=f"{name}, built in", score=value, baseline=max(o[name] for o in plain_ones))
        for name, value in said["built in, learnt nothing here"].items()
    ]
    if now is not None:
        figures.append(Figure(name=SERVED_NOW, score=_measures(truth, now)["macro F1"]))
    told = list(notes)
    if said["learnt"]["macro F1"] <= max(one["macro F1"] for one in plain_ones):
        told.append("Learning from these reviews is worth no more than counting words.")
    names = tuple(said["learnt"])
    beside = Table(
        title="Readers side by side", columns=("reader", *names),
        rows=tuple((who, *(round(row[n], 4) for n in names)) for who, row in said.items()),
    )  # fmt: skip
    guessed = np.array(_MOODS)[_among(chances, classes).argmax(axis=1)]
    return Evaluation(
        decides="macro F1", figures=tuple(figures), rows=len(truth), since=since, until=until,
        baseline="the better of word count and commonest class",
        tables=(beside, _confusion(truth, guessed, classes)), notes=tuple(told),
    )  # fmt: skip


def _of_other_kinds(
    truth: NDArray[np.str_], chances: Floats, classes: NDArray[np.str_],
    kinds: NDArray[np.str_], notes: Sequence[str],
) -> Evaluation:  # fmt: skip
    """Return the figures where labels are no moods: beside the commonest class alone."""
    from sklearn.metrics import f1_score

    guessed = classes[chances.argmax(axis=1)]
    names, counts = np.unique(kinds, return_counts=True)
    always = np.full(len(truth), names[counts.argmax()])
    figures = (
        Figure(
            name="macro F1", score=float(f1_score(truth, guessed, average="macro")),
            baseline=float(f1_score(truth, always, average="macro", zero_division=0.0)),
        ),
        Figure(
            name="accuracy", score=float((truth == guessed).mean()),
            baseline=float((truth == always).mean()),
        ),
    )  # fmt: skip
    return Evaluation(
        decides="macro F1", figures=figures, baseline="commonest class", rows=len(truth),
        tables=(_confusion(truth, guessed, classes),), notes=tuple(notes),
    )  # fmt: skip


def _measures(truth: NDArray[np.str_], chances: Floats) -> dict[str, float]:
    """Return macro F1 and accuracy of the likeliest mood, and AUC of for against against."""
    from sklearn.metrics import f1_score, roc_auc_score

    classes = np.unique(truth)
    among = _among(chances, classes)
    guessed = np.array(_MOODS)[among.argmax(axis=1)]
    clear = np.isin(truth, (Mood.POSITIVE, Mood.NEGATIVE))
    lean = chances[:, 2] - chances[:, 0]
    told = (truth == Mood.POSITIVE)[clear]
    area = float(roc_auc_score(told, lean[clear])) if 0 < told.sum() < clear.sum() else 0.5
    return {
        "macro F1": float(
            f1_score(truth, guessed, average="macro", labels=classes.tolist(), zero_division=0.0)
        ),
        "accuracy": float((truth == guessed).mean()),
        "AUC positive against negative": area,
    }


def _counted(texts: Sequence[str], classes: NDArray[np.str_], most: str) -> Floats:
    """Return what counting good and bad words says; the commonest class where they are even."""
    found = np.zeros((len(texts), len(_MOODS)))
    even = Mood.NEUTRAL.value if Mood.NEUTRAL in classes else most
    for row, text in enumerate(texts):
        count = plain_count(text)
        mood = even if count == 0 else Mood.POSITIVE if count > 0 else Mood.NEGATIVE
        found[row, _MOODS.index(mood)] = 1 + abs(count) / 10
    return found


def _always(kind: str, rows: int) -> Floats:
    found = np.zeros((rows, len(_MOODS)))
    found[:, _MOODS.index(kind)] = 1.0
    return found


def _confusion(
    truth: NDArray[np.str_], guessed: NDArray[np.str_], classes: NDArray[np.str_]
) -> Table:
    return Table(
        title="What was (rows) and what was said (columns)",
        columns=("", *classes.tolist()),
        rows=tuple(
            (was, *(int(((truth == was) & (guessed == said)).sum()) for said in classes.tolist()))
            for was in classes.tolist()
        ),
    )
