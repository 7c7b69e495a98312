"""When a customer answers the phone, and by what they are best reached.

A customer has had a handful of calls, so that their own rate is pulled to that of their pincode at
that hour, and this to that of all customers at that hour (`pooling`). How hard each level pulls,
and what a call some hours away or a past delivery near the hour tells, is chosen on time that was
not learnt from.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any, Final
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from commerce.context import Context
from commerce.errors import Refused
from commerce.scoring import queries_ndr
from commerce.scoring.counting import NEVER, Ints, Past, hash_of
from commerce.scoring.definition import Definition, Progress
from commerce.scoring.keeping import SERVED_NOW
from commerce.scoring.pooling import FEWEST, Rate, Seen, pooled
from commerce.scoring.resampling import gain
from commerce.scoring.splits import Split, by_time
from commerce.scoring.types import Arrays, Better, Evaluation, Figure, Floats, Trained
from commerce.vocabulary import NdrActionType, NdrOutcome

FIRST_HOUR: Final = 10
END_HOUR: Final = 21
"""Calls are made between these hours only (TRAI forbids commercial ones at night)."""
WINDOW: Final = 2
"""Hours of a window that is proposed."""
FEWEST_CALLS: Final = 400
FEWEST_NEAR: Final = 30
"""Calls in a pincode near an hour from which the pincode is spoken of."""
CLEARLY: Final = 0.03
"""A window is named only where it is so much better than any hour."""

_CHANNELS: Final = tuple(
    kind.value
    for kind in (
        NdrActionType.PHONE_CALL,
        NdrActionType.WHATSAPP_MESSAGE,
        NdrActionType.SMS,
        NdrActionType.EMAIL,
    )
)
_MISSED: Final = (NdrOutcome.NOT_REACHABLE.value, NdrOutcome.NO_RESPONSE.value)
_LAGS: Final = 12
"""Earlier calls of one customer that are looked at while learning."""
_ALL: Final = 50.0
_SURE: Final = 0.98
_LEAST_GAIN: Final = 0.002
"""Of log loss: hours that differ by less change nobody's day, however sure it is."""
_MID: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """How much each level counts."""

    pincode: float = 50.0
    """Calls that all customers' rate at the hour counts for beside a pincode's."""
    person: float = 5.0
    """And that the pincode's counts for beside a customer's own."""
    far: float = 0.1
    """What a call more than two hours away counts for."""
    delivery: float = 0.0
    """What a parcel taken near the hour counts for, as a call that was answered."""
    channel: float = 5.0
    """Tries that all customers' rate of a channel counts for beside a customer's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One earlier try to reach a customer."""

    channel: NdrActionType
    answered: bool
    at: datetime
    """In the shop's zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Hours in which to call."""

    first: int
    end: int
    rate: Rate
    """Of being answered then."""
    usual: float
    """The same customer's rate over all the hours in which calls are made."""
    of: str
    """Whose calls the figure rests on: `customer`, `pincode` or `shop`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """How well a customer is reached by one channel."""

    kind: NdrActionType
    rate: Rate
    of: str
    """Whose tries the figure rests on: `customer` or `shop`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What a shop's calls and messages taught."""

    hour_hits: Floats
    hour_n: Floats
    """Calls by hour of the day, shape (24,)."""
    weekday_hits: Floats
    weekday_n: Floats
    pincode: NDArray[Any]
    pincode_hits: Floats
    pincode_n: Floats
    """Calls by pincode and hour, shape (pincodes, 24)."""
    channel_hits: Floats
    channel_n: Floats
    """Tries by channel, in the order of `_CHANNELS`."""
    pull: Pull

    def window(
        self, pincode: str, tries: Sequence[Try], delivered: Iterable[int] = ()
    ) -> Window | None:
        """Return when to call; `None` where no hours are clearly better than others.

        Args:
            pincode: Where the customer lives.
            tries: Earlier tries to reach them.
            delivered: Hours, in the shop's zone, at which they took parcels.
        """
        calls = [one for one in tries if one.channel is NdrActionType.PHONE_CALL]
        taken = list(delivered)
        rates = {
            hour: self._rate(hour, pincode, calls, taken) for hour in range(FIRST_HOUR, END_HOUR)
        }
        means = {
            hour: sum(rates[hour + k].value for k in range(WINDOW)) / WINDOW
            for hour in range(FIRST_HOUR, END_HOUR - WINDOW + 1)
        }
        first = max(means, key=lambda hour: means[hour])
        usual = sum(rate.value for rate in rates.values()) / len(rates)
        if means[first] < usual + CLEARLY:
            return None
        rate, of = self._told(first, means[first], rates[first], pincode, len(calls))
        return Window(first=first, end=first + WINDOW, rate=rate, usual=usual, of=of)

    def answers(
        self, at: datetime, pincode: str, tries: Sequence[Try], delivered: Iterable[int] = ()
    ) -> float:
        """Return the chance that a call at a moment, in the shop's zone, is answered."""
        calls = [one for one in tries if one.channel is NdrActionType.PHONE_CALL]
        value = self._rate(at.hour, pincode, calls, list(delivered)).value
        return float(_by_weekday(np.array([value]), self._weekday_odds()[[at.weekday()]])[0])

    def channels(self, tries: Sequence[Try]) -> tuple[Channel, ...]:
        """Return how well each channel that was ever tried reaches a customer, the best first."""
        found = []
        for k, name in enumerate(_CHANNELS):
            if self.channel_n[k] < FEWEST_NEAR:
                continue
            own = [one.answered for one in tries if one.channel.value == name]
            around = Seen(hits=float(self.channel_hits[k]), n=float(self.channel_n[k]))
            mine = len(own) >= max(FEWEST, self.pull.channel / 4)
            levels = (around, Seen(hits=sum(own), n=len(own))) if mine else (around,)
            found.append(
                Channel(
                    kind=NdrActionType(name), rate=pooled(levels, self.pull.channel),
                    of="customer" if mine else "shop",
                )
            )  # fmt: skip
        return tuple(sorted(found, key=lambda one: -one.rate.value))

    def dump(self) -> dict[str, NDArray[Any]]:
        """Return it as arrays, to store."""
        return {
            "hour_hits": self.hour_hits, "hour_n": self.hour_n,
            "weekday_hits": self.weekday_hits, "weekday_n": self.weekday_n,
            "pincode": self.pincode, "pincode_hits": self.pincode_hits,
            "pincode_n": self.pincode_n, "channel_hits": self.channel_hits,
            "channel_n": self.channel_n,
        }  # fmt: skip

    def _rate(self, hour: int, pincode: str, calls: Sequence[Try], taken: Sequence[int]) -> Rate:
        weights = [_weight(abs(one.at.hour - hour), self.pull.far) for one in calls]
        near = [self.pull.delivery for one in taken if abs(one - hour) <= 1]
        own = Seen(
            hits=sum(w for w, one in zip(weights, calls, strict=True) if one.answered) + sum(near),
            n=sum(weights) + sum(near),
        )
        here = self._near(pincode, hour)
        level = _pulled(self.hour_hits[hour], self.hour_n[hour], self._usual(), _ALL)
        level = _pulled(here.hits, here.n, level, self.pull.pincode)
        # The level above as so many calls that it counts for, so that the interval is its own.
        above = Seen(hits=level * 1e6, n=1e6)
        return pooled((above, own), self.pull.person)

    def _usual(self) -> float:
        return float((self.hour_hits.sum() + 0.5) / (self.hour_n.sum() + 1))

    def _near(self, pincode: str, hour: int) -> Seen:
        place = int(np.searchsorted(self.pincode, pincode))
        if place >= len(self.pincode) or self.pincode[place] != pincode:
            return Seen(hits=0, n=0)
        hours = slice(max(hour - 1, 0), hour + 2)
        return Seen(
            hits=float(self.pincode_hits[place, hours].sum()),
            n=float(self.pincode_n[place, hours].sum()),
        )

    def _told(
        self, first: int, mean: float, own: Rate, pincode: str, calls: int
    ) -> tuple[Rate, str]:
        """Return the rate that is told of a window, and whose it is: the closest with enough n."""
        if calls >= max(FEWEST, self.pull.person / 4):
            shift = mean - own.value
            low, high = max(0.0, own.low + shift), min(1.0, own.high + shift)
            return Rate(value=mean, n=calls, low=low, high=high), "customer"
        hours = slice(first, first + WINDOW)
        shop = Seen(hits=float(self.hour_hits[hours].sum()), n=float(self.hour_n[hours].sum()))
        here = self._near(pincode, first)
        if here.n >= max(FEWEST_NEAR, self.pull.pincode):
            return pooled((shop, here), self.pull.pincode), "pincode"
        return pooled((shop,)), "shop"

    def _weekday_odds(self) -> Floats:
        usual = self._usual()
        rates = (self.weekday_hits + 4 * _ALL * usual) / (self.weekday_n + 4 * _ALL)
        return np.asarray(_odds(rates) / _odds(np.array([usual])), dtype=np.float64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """Calls as columns, each with what was known of its customer before it."""

    at: Ints
    customer: Ints
    hour: Ints
    weekday: Ints
    pincode: NDArray[Any]
    answered: Floats
    near: Floats
    """Earlier calls within an hour, at two hours' distance and further, shape (calls, 3)."""
    near_hits: Floats
    taken: Floats
    """Parcels taken before within an hour of the call's."""


def calls_of(
    contacts: Mapping[str, NDArray[Any]], cases: Mapping[str, NDArray[Any]],
    fates: Mapping[str, NDArray[Any]], zone: ZoneInfo,
) -> Calls:  # fmt: skip
    """Return a history's calls in the order of customers, as `queries_ndr` has its columns."""
    rang = contacts["kind"] == NdrActionType.PHONE_CALL.value
    place = _places(cases["case"], contacts["case"][rang])
    at, outcome = contacts["at"][rang], contacts["outcome"][rang]
    customer = cases["customer"][place]
    order = np.lexsort((at, customer))
    at, customer, place = at[order], customer[order], place[order]
    answered = (~np.isin(outcome[order], _MISSED)).astype(np.float64)
    hour, weekday = _clock(at, zone)
    near, hits = _earlier(customer, hour, answered)
    there = fates["delivered_at"] < NEVER
    taken_hour, _ = _clock(fates["delivered_at"][there], zone)
    past = Past.of(fates["customer"][there] * 24 + taken_hour, fates["delivered_at"][there])
    taken = sum(past.before(customer * 24 + hour + off, at) for off in (-1, 0, 1))
    return Calls(
        at=at, customer=customer, hour=hour, weekday=weekday, pincode=cases["pincode"][place],
        answered=answered, near=near, near_hits=hits, taken=np.asarray(taken, dtype=np.float64),
    )  # fmt: skip


def learn(
    calls: Calls, contacts: Mapping[str, NDArray[Any]], cases: Mapping[str, NDArray[Any]],
    *, before: Habits | None = None,
) -> Trained:  # fmt: skip
    """Learn when and by what customers are reached, and measure it on the latest calls.

    Raises:
        Refused: There are too few calls.
    """
    from commerce.scoring.judging import auc, of_chances

    found = len(calls.at)
    if found < FEWEST_CALLS:
        raise Refused("error-score-too-little-history", found=found, needed=FEWEST_CALLS)
    try:
        split = by_time(calls.at.astype("datetime64[s]"), gap=timedelta())
    except ValueError as error:
        raise Refused("error-score-too-little-history", found=found, needed=FEWEST_CALLS) from error
    channel = _channel_counts(contacts)
    told = _counted(calls, split.learn, channel, Pull())
    told = replace(told, pull=_best_pull(told, calls, split, contacts, cases))
    chance = said_of(told, calls, split.judge)
    judged = calls.answered[split.judge]
    by_hour = (told.hour_hits + _ALL * told._usual()) / (told.hour_n + _ALL)
    plain = np.full(len(judged), told._usual())
    people = calls.customer[split.judge]
    low, high = gain(auc, judged, chance, plain, people, within=_SURE)
    # The order of hours can look right by luck where the chances tell next to nothing, so that
    # the figure that decides must gain by more than noise as well.
    surer, surest = gain(_likelihood, judged, chance, plain, people, within=_SURE)
    worth = _loss(judged, plain) - _loss(judged, chance)
    figures = [
        *of_chances(judged, chance, plain),
        Figure(
            name="AUC beside the rate at the hour", score=auc(judged, chance),
            baseline=auc(judged, by_hour[calls.hour[split.judge]]),
        ),
    ]  # fmt: skip
    if before is not None:
        figures.append(
            Figure(
                name=SERVED_NOW, score=_loss(judged, said_of(before, calls, split.judge)),
                better=Better.LOWER,
            )
        )  # fmt: skip
    everything = np.concatenate([split.learn, split.tune, split.judge])
    served = _counted(calls, everything, channel, told.pull)
    return Trained(
        arrays=served.dump(),
        features=("hour", "weekday", "pincode", "earlier calls", "deliveries"),
        evaluation=Evaluation(
            decides="log loss", figures=tuple(figures),
            baseline="one rate for all hours", rows=len(split.judge),
            since=_moment(calls.at[split.judge].min()), until=_moment(calls.at[split.judge].max()),
            notes=(
                f"AUC above one rate for all hours by {low:+.3f} to {high:+.3f} "
                f"({_SURE:.0%} of resampled customers), log loss below its by {surer:+.4f} to "
                f"{surest:+.4f}; served only where both are above zero throughout, and the log "
                f"loss is lower by {_LEAST_GAIN:g} at least.",
                f"Weights chosen: {told.pull.person:g} calls of the pincode beside a customer's "
                f"own, {told.pull.far:g} for a call at another time of day, "
                f"{told.pull.delivery:g} for a parcel taken near the hour.",
            ),
        ),
        rows=len(calls.at), data_hash=hash_of({"at": calls.at, "answered": calls.answered}),
        worth_serving=min(low, surer) > 0 and worth >= _LEAST_GAIN,
        settings={"pull": _plain_pull(told.pull)},
    )  # fmt: skip


def _likelihood(truth: Floats, chance: Floats) -> float:
    return -_loss(truth, chance)


def said_of(habits: Habits, calls: Calls, which: NDArray[np.intp]) -> Floats:
    """Return the chance of an answer for some calls, shape (len(which),)."""
    hour, pull = calls.hour[which], habits.pull
    level = (habits.hour_hits + _ALL * habits._usual()) / (habits.hour_n + _ALL)
    value = level[hour]
    place = np.searchsorted(habits.pincode, calls.pincode[which]).clip(
        max=max(len(habits.pincode) - 1, 0)
    )
    there = habits.pincode[place] == calls.pincode[which]
    hits = sum(_shifted(habits.pincode_hits, off)[place, hour] for off in (-1, 0, 1))
    n = sum(_shifted(habits.pincode_n, off)[place, hour] for off in (-1, 0, 1))
    value = np.where(there, (hits + pull.pincode * value) / (n + pull.pincode), value)
    weights = np.array([1.0, _MID, pull.far])
    taken = pull.delivery * calls.taken[which]
    own_hits = calls.near_hits[which] @ weights + taken
    own_n = calls.near[which] @ weights + taken
    value = (own_hits + pull.person * value) / (own_n + pull.person)
    return _by_weekday(value, habits._weekday_odds()[calls.weekday[which]])


def load(arrays: Arrays, settings: Mapping[str, Any]) -> Habits:
    """Return what was stored.

    Raises:
        KeyError: These arrays are no such score.
    """
    names = (
        "hour_hits", "hour_n", "weekday_hits", "weekday_n", "pincode", "pincode_hits", "pincode_n",
        "channel_hits", "channel_n",
    )  # fmt: skip
    return Habits(**{name: arrays[name] for name in names}, pull=Pull(**settings["pull"]))


def _train(ctx: Context, before: Habits | None, progress: Progress) -> Trained:
    progress("reading calls", 0.0)
    contacts, cases = queries_ndr.contacts(ctx), queries_ndr.cases(ctx)
    found = len(contacts["case"])
    if found < FEWEST_CALLS:
        raise Refused("error-score-too-little-history", found=found, needed=FEWEST_CALLS)
    progress("reading deliveries", 0.4)
    calls = calls_of(contacts, cases, queries_ndr.fates(ctx), ctx.zone)
    progress("learning", 0.7)
    return learn(calls, contacts, cases, before=before)


DEFINITION: Final[Definition[Habits]] = Definition(
    name="best_time", answers="When and by what is this customer best reached?",
    train=_train, load=load,
)  # fmt: skip


def _counted(
    calls: Calls, which: NDArray[np.intp], channel: tuple[Floats, Floats], pull: Pull
) -> Habits:
    hour, weekday, hits = calls.hour[which], calls.weekday[which], calls.answered[which]
    names, place = np.unique(calls.pincode[which], return_inverse=True)
    cell, cells = place * 24 + hour, len(names) * 24

    def count(at: NDArray[Any], size: int, weights: Floats | None = None) -> Floats:
        return np.bincount(at, weights=weights, minlength=size).astype(np.float64)

    return Habits(
        hour_hits=count(hour, 24, hits), hour_n=count(hour, 24),
        weekday_hits=count(weekday, 7, hits), weekday_n=count(weekday, 7),
        pincode=names, pincode_hits=count(cell, cells, hits).reshape(-1, 24),
        pincode_n=count(cell, cells).reshape(-1, 24),
        channel_hits=channel[0], channel_n=channel[1], pull=pull,
    )  # fmt: skip


def _best_pull(
    told: Habits, calls: Calls, split: Split, contacts: Mapping[str, NDArray[Any]],
    cases: Mapping[str, NDArray[Any]],
) -> Pull:  # fmt: skip
    """Return the weights with which the tuned calls are told best."""
    choices = [
        Pull(pincode=pincode, person=person, far=far, delivery=delivery)
        for pincode, person, far, delivery in product(
            (20.0, 100.0, 1e6), (2.0, 4.0, 8.0, 16.0, 1e6), (0.0, 0.15, 0.4), (0.0, 0.2)
        )
    ]
    truth = calls.answered[split.tune]
    best = min(
        choices,
        key=lambda pull: _loss(truth, said_of(replace(told, pull=pull), calls, split.tune)),
    )
    return replace(best, channel=_channel_pull(contacts, cases))


def _channel_counts(contacts: Mapping[str, NDArray[Any]]) -> tuple[Floats, Floats]:
    answered = ~np.isin(contacts["outcome"], _MISSED)
    tried = [contacts["kind"] == name for name in _CHANNELS]
    hits = np.array([float((one & answered).sum()) for one in tried])
    return hits, np.array([float(one.sum()) for one in tried])


def _channel_pull(contacts: Mapping[str, NDArray[Any]], cases: Mapping[str, NDArray[Any]]) -> float:
    """Return how many tries all customers' rate of a channel counts for, as later tries tell."""
    kinds = np.isin(contacts["kind"], _CHANNELS)
    customer = cases["customer"][_places(cases["case"], contacts["case"][kinds])]
    channel = np.searchsorted(np.sort(_CHANNELS), contacts["kind"][kinds])
    key, at = customer * len(_CHANNELS) + channel, contacts["at"][kinds]
    answered = (~np.isin(contacts["outcome"][kinds], _MISSED)).astype(np.float64)
    hits, n = Past.of(key, at, answered).before(key, at), Past.of(key, at).before(key, at)
    sums = np.bincount(channel, weights=answered, minlength=len(_CHANNELS))
    usual = ((sums + 0.5) / (np.bincount(channel, minlength=len(_CHANNELS)) + 1))[channel]
    later = n > 0
    if not later.any():
        return Pull().channel
    choices = (2.0, 4.0, 8.0, 16.0, 32.0, 1e6)
    return min(
        choices,
        key=lambda m: _loss(answered[later], ((hits + m * usual) / (n + m))[later]),
    )


def _earlier(customer: Ints, hour: Ints, answered: Floats) -> tuple[Floats, Floats]:
    """Return how many earlier calls of the same customer lie near each call, and were answered."""
    n, hits = np.zeros((len(hour), 3)), np.zeros((len(hour), 3))
    for lag in range(1, min(_LAGS, len(hour) - 1) + 1):
        same = customer[lag:] == customer[:-lag]
        off = np.abs(hour[lag:] - hour[:-lag])
        kind = np.where(off <= 1, 0, np.where(off == 2, 1, 2))
        row = np.flatnonzero(same)
        n[row + lag, kind[row]] += 1
        hits[row + lag, kind[row]] += answered[row]
    return n, hits


def _weight(off: int, far: float) -> float:
    return 1.0 if off <= 1 else _MID if off == 2 else far


def _pulled(hits: float, n: float, around: float, strength: float) -> float:
    return float((hits + strength * around) / (n + strength))


def _shifted(table: Floats, off: int) -> Floats:
    """Return a table by hour in which each hour has what lies `off` hours later."""
    moved = np.zeros_like(table)
    if off == 0:
        return table
    if off > 0:
        moved[:, :-off] = table[:, off:]
    else:
        moved[:, -off:] = table[:, :off]
    return moved


def _by_weekday(value: Floats, odds: Floats) -> Floats:
    value = np.clip(value, 1e-4, 1 - 1e-4)
    moved = _odds(value) * odds
    return np.asarray(moved / (1 + moved), dtype=np.float64)


def _odds(value: Floats) -> Floats:
    return np.asarray(value / (1 - value), dtype=np.float64)


def _loss(truth: Floats, chance: Floats) -> float:
    chance = np.clip(chance, 1e-6, 1 - 1e-6)
    return float(-np.mean(truth * np.log(chance) + (1 - truth) * np.log(1 - chance)))


def _clock(at: Ints, zone: ZoneInfo) -> tuple[Ints, Ints]:
    """Return hour and weekday of moments in a zone; its offset is looked up once a day."""
    days, place = np.unique(at // 86_400, return_inverse=True)
    offsets = np.array(
        [
            _offset(datetime.fromtimestamp(int(day) * 86_400 + 43_200, zone))
            for day in days.tolist()
        ],
        dtype=np.int64,
    )
    local = at + (offsets[place] if len(offsets) else 0)
    return (local // 3600) % 24, (local // 86_400 + 3) % 7


def _offset(moment: datetime) -> int:
    offset = moment.utcoffset()
    return 0 if offset is None else int(offset.total_seconds())


def _places(ids: Ints, asked: Ints) -> NDArray[np.intp]:
    order = np.argsort(ids)
    return order[np.searchsorted(ids[order], asked)]


def _plain_pull(pull: Pull) -> dict[str, float]:
    return {
        "pincode": pull.pincode, "person": pull.person, "far": pull.far,
        "delivery": pull.delivery, "channel": pull.channel,
    }  # fmt: skip


def _moment(second: int) -> datetime:
    return datetime.fromtimestamp(int(second), UTC)
