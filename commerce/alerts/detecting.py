"""What is out of the ordinary in a shop now."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from commerce import figures, inventory, sla
from commerce.alerts import rules, series
from commerce.alerts.rules import Held
from commerce.alerts.types import AlertKind, Signal
from commerce.context import Context
from commerce.errors import CommerceError, NotFound
from commerce.figures import Book
from commerce.inventory import planning
from commerce.reports import Dimension, ReportMetric, explain_change
from commerce.reports.cube import Filters, names
from commerce.sla import SlaStanding
from commerce.vocabulary import CourierType, SalesChannel

MOST_STOCK = 20
_EMPTY_BEFORE = 0.5
"""From this chance on that it is sold out before an order of today arrives, it is told."""
_SOON_DAYS = 7
_ENOUGH_OF_DAY = 0.4
"""Before that share of a day's orders usually came, today tells too little."""
_BIG_PRODUCTS = 30
_LONGEST_LANE_DAYS = 35


def signals(ctx: Context) -> list[Signal]:
    """Return what is out of the ordinary now, the most rupees first; it writes nothing."""
    book = figures.opened(ctx)
    aov = series.order_value(ctx, book)
    found = [*_sales(ctx, book, aov), *_performance(ctx, book, aov), *_stock(ctx), *_late(ctx)]
    return sorted(found, key=lambda one: (-one.value_minor, one.cause))


# -- sales -----------------------------------------------------------------------------------------


def _sales(ctx: Context, book: Book, aov: float) -> Iterator[Signal]:
    """Hold yesterday, and today so far, against what such days bring."""
    special = series.special_days(ctx)
    shop = series.counts(ctx, ReportMetric.ORDERS, None, series.YEAR_DAYS, book).get("")
    if shop is None:
        return
    shape = rules.weekdays(_last(shop, rules.HISTORY_DAYS, ctx.today), special)
    lifts = rules.lifts_of(shop, special, shape)
    every = [(("shop", ""), shop), *_parts(ctx, book)]
    share = series.part_of_day(ctx)
    told: dict[tuple[str, str], tuple[Held, int, date]] = {}
    for day, part in ((ctx.today - timedelta(days=1), 1.0), (ctx.today, share)):
        if part < _ENOUGH_OF_DAY:
            continue
        tested = []
        for name, history in every:
            usual = rules.expected(history, day, shape=shape, special=special, lifts=lifts)
            if usual is None or (usual := rules.part_of(usual, part)).mean < rules.LEAST_EXPECTED:
                continue
            seen = history.get(day, 0.0)
            tested.append(Held(
                name=name, seen=seen, expected=usual, chance=rules.chance_of(seen, usual)
            ))  # fmt: skip
        for one, along in rules.one_a_cause(rules.out_of_ordinary(tested)):
            told[one.name] = (one, along, day)
    for one, along, day in told.values():
        yield _of_sales(ctx, one, along, day, aov)


def _parts(ctx: Context, book: Book) -> Iterator[tuple[tuple[str, str], dict[date, float]]]:
    for dimension in (Dimension.CHANNEL, Dimension.PAYMENT_METHOD):
        found = series.counts(ctx, ReportMetric.ORDERS, dimension, rules.HISTORY_DAYS, book)
        yield from (((dimension.value, key), days) for key, days in found.items())
    found = series.counts(
        ctx, ReportMetric.QUANTITY, Dimension.PRODUCT, rules.HISTORY_DAYS, book
    )  # fmt: skip
    biggest = sorted(found, key=lambda key: -sum(found[key].values()))[:_BIG_PRODUCTS]
    yield from ((("product", key), found[key]) for key in biggest)


def _of_sales(ctx: Context, one: Held, along: int, day: date, aov: float) -> Signal:
    dimension, value = one.name
    kind = AlertKind.SALES_DROP if one.is_less else AlertKind.SALES_SPIKE
    details = {
        "dimension": dimension, "value": value, "name": _name(ctx, dimension, value),
        "day": day.isoformat(), "so_far": day == ctx.today, "along": along,
    }  # fmt: skip
    if dimension in ("shop", "channel"):
        channel = SalesChannel(value) if dimension == "channel" else None
        details |= _likely(ctx, ReportMetric.ORDERS, day, day, Filters(channel=channel))
    apart = abs(one.seen - one.expected.mean)
    return _signal(kind, one, details, round(apart * aov) if dimension != "product" else 0)


# -- performance -----------------------------------------------------------------------------------


def _performance(ctx: Context, book: Book, aov: float) -> Iterator[Signal]:
    """Hold the failed first attempts of the last days against those of the weeks before."""
    lane = (Dimension.COURIER, Dimension.STATE)
    looks = {
        "courier": series.fails(ctx, (Dimension.COURIER,), book),
        "payment": series.fails(ctx, (Dimension.PAYMENT,), book),
        "lane": series.fails(ctx, lane, book, _LONGEST_LANE_DAYS),
        "ndr_reason": series.cases_by_reason(ctx, book),
    }
    first = ctx.today - timedelta(days=series.RECENT_DAYS)
    tested = [
        found
        for dimension, by_key in looks.items()
        for keys, days in by_key.items()
        if (found := _held((dimension, "|".join(keys)), days, first)) is not None
    ]
    worse = [one for one in rules.out_of_ordinary(tested) if not one.is_less]
    for one in worse:
        if not _is_told_by_another(one, worse):
            yield _of_share(ctx, one, first, aov)


def _held(name: tuple[str, str], days: series.Shares, first: date) -> Held | None:
    bad = sum(bad for day, bad, _ in days if day >= first)
    of = sum(all_ for day, _, all_ in days if day >= first)
    usual = rules.share_expected([(b, n) for day, b, n in days if day < first], of)
    if usual is None or of < rules.LEAST_EXPECTED or usual.mean <= 0:
        return None
    return Held(
        name=name, seen=bad, expected=usual, chance=rules.chance_of(bad, usual), of=of
    )  # fmt: skip


def _is_told_by_another(one: Held, worse: list[Held]) -> bool:
    """A courier's one bad lane tells more than the courier; its many tell less."""
    dimension, value = one.name
    courier = value.split("|")[0]
    lanes = [
        two for two in worse if two.name[0] == "lane" and two.name[1].startswith(courier + "|")
    ]
    if dimension == "courier":
        return len(lanes) == 1
    return dimension == "lane" and len(lanes) > 1 and ("courier", courier) in {
        two.name for two in worse
    }  # fmt: skip


def _of_share(ctx: Context, one: Held, first: date, aov: float) -> Signal:
    dimension, value = one.name
    last = ctx.today - timedelta(days=1)
    details = {
        "dimension": dimension, "value": value, "name": "", "day": first.isoformat(),
        "count": int(one.seen), "of": int(one.of),
    }  # fmt: skip
    if dimension in ("courier", "lane"):
        filters = Filters(courier=CourierType(value.split("|")[0]))
        details |= _likely(ctx, ReportMetric.FIRST_ATTEMPT_RATE, first, last, filters)
    low, high = one.expected.interval
    return Signal(
        kind=AlertKind.PERFORMANCE, cause=f"{dimension}:{value}", seen=one.seen / one.of,
        expected=one.expected.mean / one.of, low=low / one.of, high=min(high / one.of, 1.0),
        chance=one.chance, value_minor=round((one.seen - one.expected.mean) * aov), details=details,
    )  # fmt: skip


# -- stock and service levels ----------------------------------------------------------------------


def _stock(ctx: Context) -> Iterator[Signal]:
    """Return what is sold out before pieces ordered today would arrive."""
    with suppress(NotFound):  # Without a forecast the pace of the last month has to tell.
        plan = planning.plan_reorder(ctx)
        risky = [one for one in plan.chosen if one.stock_out_risk >= _EMPTY_BEFORE]
        for one in sorted(risky, key=lambda one: -one.saved.minor)[:MOST_STOCK]:
            wanted = one.per_day * one.lead_days
            yield _short(
                one.variant.sku, one.variant.title, one.free, wanted, one.stock_out_risk,
                one.saved.minor, one.lead_days,
            )  # fmt: skip
        return
    for pace in inventory.low_stock(ctx, days=_SOON_DAYS)[:MOST_STOCK]:
        value = pace.revenue.minor / max(pace.sold, 1) * pace.per_day
        value *= max(_SOON_DAYS - pace.days_left, 0)
        yield _short(
            pace.variant.sku, pace.variant.title, pace.free, pace.per_day * _SOON_DAYS, 1.0,
            round(value), _SOON_DAYS,
        )  # fmt: skip


def _short(
    sku: str, title: str, free: int, wanted: float, chance: float, value: int, days: float
) -> Signal:
    details = {
        "dimension": "product", "value": sku, "name": title, "count": free, "days": round(days, 1),
        "likely": round(chance, 3),
    }  # fmt: skip
    return Signal(
        kind=AlertKind.STOCK_OUT, cause=f"stock:{sku}", seen=free, expected=wanted, low=wanted,
        high=wanted, chance=1.0, value_minor=value, details=details,
    )  # fmt: skip


def _late(ctx: Context) -> Iterator[Signal]:
    """Return what is due soon or likely to be late, one signal a service level."""
    found = sla.find_breaches(ctx, standing=SlaStanding.AT_RISK, limit=50)
    for counted in found.counted:
        if not counted.at_risk:
            continue
        mine = [due for due in found.shown if due.kind is counted.kind]
        value = sum(due.value.minor for due in mine if due.value is not None)
        due_at = min((due.due_at for due in mine), default=ctx.now)
        details = {
            "dimension": "sla", "value": counted.kind.value, "name": "", "count": counted.at_risk,
            "due_at": due_at.isoformat(),
        }  # fmt: skip
        yield Signal(
            kind=AlertKind.SLA, cause=f"sla:{counted.kind.value}", seen=counted.at_risk,
            expected=0, low=0, high=0, chance=1.0, value_minor=value, details=details,
        )  # fmt: skip


# -- what they share -------------------------------------------------------------------------------


def _signal(kind: AlertKind, one: Held, details: dict[str, object], value: int) -> Signal:
    low, high = one.expected.interval
    return Signal(
        kind=kind, cause=":".join(one.name), seen=one.seen, expected=one.expected.mean, low=low,
        high=high, chance=one.chance, value_minor=value, details=details,
    )  # fmt: skip


def _likely(
    ctx: Context, metric: ReportMetric, first: date, last: date, filters: Filters
) -> dict[str, object]:
    """Return what did most of it, against the same days of the week before."""
    days = (last - first).days + 1
    week = timedelta(days=7)
    try:
        found = explain_change(
            ctx, metric, series.days_back(ctx, days, last),
            compared_with=series.days_back(ctx, days, last - week), filters=filters,
        )  # fmt: skip
    except CommerceError:  # Nothing to compare with; the alert stands without its cause.
        return {}
    if not found.splits or found.splits[0].tells <= 0 or not found.splits[0].contributions:
        return {}
    split = found.splits[0]
    most = split.contributions[0]
    if most.points * sum(one.points for one in split.contributions) <= 0:
        return {}
    return {
        "cause_dimension": split.dimension.value, "cause_value": most.key.value,
        "cause_name": most.key.name,
    }  # fmt: skip


def _name(ctx: Context, dimension: str, value: str) -> str:
    if dimension != "product":
        return ""
    return names(ctx, Dimension.PRODUCT, [value]).get(value, "")


def _last(history: series.Days, days: int, before: date) -> dict[date, float]:
    first = before - timedelta(days=days)
    return {day: count for day, count in history.items() if first <= day < before}


__all__ = ["signals"]
