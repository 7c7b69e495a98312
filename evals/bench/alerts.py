"""What alerts of sales are worth: days of a shop, some of them spoilt on purpose.

The days are those of the shop in SUPERECOM_HOME, as they were, by channel. Half of the trials
change nothing: whatever is told of them is a false alarm. In the other half one channel, or the
whole shop, loses or gains a share of its orders of that day; each order is kept or doubled by
chance, so that days stay as uneven as days are. Beside ours stand rules of a fixed percentage
against the same weekday a week before, one of them with as few false alarms as ours.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import numpy as np
from rich.console import Console
from rich.table import Table
from sqlalchemy.orm import Session

from app.settings import Settings
from app.shops import the_shop
from app.wiring import open_database
from commerce import figures
from commerce.access import the_shop_itself
from commerce.alerts import rules, series
from commerce.alerts.rules import Held
from commerce.context import Context
from commerce.reports import Dimension, ReportMetric

TRIALS: Final = 600
SEED: Final = 2_026
FACTORS: Final = (0.2, 0.5, 0.7, 1.5, 2.5)
"""What is left of a day, or what it becomes."""
PERCENTS: Final = (0.2, 0.3, 0.5)
_FIRST_DAYS: Final = 70
_STEPS: Final = np.arange(0.05, 15.0, 0.05)

Days = Mapping[date, float]


@dataclass(frozen=True, slots=True)
class Trial:
    """One day, with every series as it is then seen."""

    day: date
    seen: dict[str, float]
    """Series → count; the whole shop under an empty name."""
    spoilt: str | None
    """Which series; `None` where nothing was done."""
    factor: float


def trials(histories: Mapping[str, Days], special: Mapping[date, str]) -> Iterator[Trial]:
    """Yield days drawn from the shop's past, half of them spoilt."""
    dice = np.random.default_rng(SEED)
    whole = histories[""]
    days = [day for day in sorted(whole)[_FIRST_DAYS:-1] if day not in special]
    channels = [name for name in histories if name]
    for number in range(TRIALS):
        day = days[int(dice.integers(len(days)))]
        seen = {name: float(known.get(day, 0.0)) for name, known in histories.items()}
        if number % 2:
            yield Trial(day, seen, None, 1.0)
            continue
        target = [*channels, ""][int(dice.integers(len(channels) + 1))]
        factor = FACTORS[number // 2 % len(FACTORS)]
        for name in channels if target == "" else [target]:
            seen[name] = float(_spoilt(dice, int(seen[name]), factor))
        seen[""] = sum(seen[name] for name in channels)
        yield Trial(day, seen, target, factor)


def _spoilt(dice: np.random.Generator, count: int, factor: float) -> int:
    if factor < 1:
        return int(dice.binomial(count, factor))
    return count + int(dice.poisson(count * (factor - 1)))


def ours(histories: Mapping[str, Days], special: Mapping[date, str], trial: Trial) -> set[str]:
    """Return the series that are told of one day."""
    before = {d: n for d, n in histories[""].items() if d < trial.day}
    recent = {d: n for d, n in before.items() if (trial.day - d).days <= rules.HISTORY_DAYS}
    shape = rules.weekdays(recent, special)
    tested = []
    for name, known in histories.items():
        past = {d: n for d, n in known.items() if d < trial.day}
        usual = rules.expected(past, trial.day, shape=shape, special=special)
        if usual is None or usual.mean < rules.LEAST_EXPECTED:
            continue
        seen = trial.seen[name]
        tested.append(
            Held(name=("", name), seen=seen, expected=usual, chance=rules.chance_of(seen, usual))
        )
    return {one.name[1] for one in rules.out_of_ordinary(tested)}


def by_percent(histories: Mapping[str, Days], trial: Trial, percent: float) -> set[str]:
    """Return the series that are so far off the same weekday a week before."""
    told = set()
    for name, known in histories.items():
        usual = known.get(trial.day - timedelta(days=7), 0.0)
        if usual > 0 and abs(trial.seen[name] / usual - 1) >= percent:
            told.add(name)
    return told


def measure(told: Sequence[set[str]], tried: Sequence[Trial]) -> dict[str, Any]:
    """Return precision, recall and false alarms of one way.

    Right is an alert of what was spoilt, or of the whole shop of which it is a part.
    """
    both = list(zip(told, tried, strict=True))
    calm = [names for names, trial in both if trial.spoilt is None]
    false = sum(bool(names) for names in calm)
    hits = [
        (trial, bool(names & {trial.spoilt, ""})) for names, trial in both
        if trial.spoilt is not None
    ]  # fmt: skip
    right = sum(hit for _, hit in hits)
    return {
        "precision": right / max(right + false, 1),
        "recall": right / len(hits),
        "false_alarms": false / len(calm),
        **{
            f"recall_at_{factor}": float(np.mean([hit for t, hit in hits if t.factor == factor]))
            for factor in FACTORS
        },
    }


def compare(histories: Mapping[str, Days], special: Mapping[date, str]) -> list[dict[str, Any]]:
    """Return one row a way."""
    tried = list(trials(histories, special))
    mine = measure([ours(histories, special, trial) for trial in tried], tried)
    rows = [{"way": "held against its past", **mine}]
    for percent in PERCENTS:
        told = [by_percent(histories, trial, percent) for trial in tried]
        rows.append({"way": f"{percent:.0%} off a week before", **measure(told, tried)})
    for percent in _STEPS:
        found = measure([by_percent(histories, trial, percent) for trial in tried], tried)
        if found["false_alarms"] <= mine["false_alarms"]:
            rows.append({"way": f"{percent:.0%} off: as few false alarms", **found})
            break
    return rows


def run(*, as_json: bool = False) -> None:
    """Measure over the shop in SUPERECOM_HOME and print the table."""
    rows = compare(*_of_the_shop())
    if as_json:
        sys.stdout.write(json.dumps(rows) + "\n")
        return
    table = Table(title=f"{TRIALS} days, half of them spoilt")
    names = ["way", "precision", "recall", "false alarms", *(f"× {one}" for one in FACTORS)]
    for name in names:
        table.add_column(name)
    for row in rows:
        table.add_row(
            row["way"], f"{row['precision']:.0%}", f"{row['recall']:.0%}",
            f"{row['false_alarms']:.0%}",
            *(f"{row[f'recall_at_{factor}']:.0%}" for factor in FACTORS),
        )  # fmt: skip
    Console(width=120).print(table)


def _of_the_shop() -> tuple[dict[str, Days], dict[date, str]]:
    with Session(open_database(Settings())) as session:
        shop = the_shop(session)
        ctx = Context(
            session=session, actor=the_shop_itself(shop.id), now=datetime.now(UTC),
            zone=ZoneInfo(shop.zone), currency=shop.currency,
        )  # fmt: skip
        book = figures.opened(ctx)
        whole = series.counts(ctx, ReportMetric.ORDERS, None, series.YEAR_DAYS, book)
        parts = series.counts(ctx, ReportMetric.ORDERS, Dimension.CHANNEL, series.YEAR_DAYS, book)
        return {**whole, **parts}, series.special_days(ctx)
