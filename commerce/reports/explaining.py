"""Why a measure changed: the change taken apart, exactly, by one dimension after another."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from commerce import figures
from commerce.access import Permission
from commerce.context import Context
from commerce.errors import Refused
from commerce.periods import Period
from commerce.reports import cube, measures, rules
from commerce.reports.building import check_filters, spans, whole
from commerce.reports.built import Contribution, Explanation, ReportKey, Split
from commerce.reports.cube import Filters, Keys, Question, Sum
from commerce.reports.measures import MEASURES, Dimension, Measure, ReportMetric, Source

ASKED_FIRST = (
    Dimension.CHANNEL,
    Dimension.PAYMENT,
    Dimension.PRODUCT,
    Dimension.COURIER,
    Dimension.STATE,
    Dimension.NDR_REASON,
)
"""What a change is taken apart by when nobody says: as far as the measure has it."""
_CARRYING = (Dimension.COURIER, Dimension.NDR_REASON)
"""Who carried it has no part in what was sold and what it earned."""


def explain_change(
    ctx: Context,
    metric: ReportMetric,
    period: Period,
    *,
    compared_with: Period | None = None,
    dimensions: tuple[Dimension, ...] = (),
    filters: Filters | None = None,
) -> Explanation:
    """Take the change of a measure between two spans apart; each split adds up to it exactly.

    Without `compared_with`, the span of as many days before; of a period that is not over, as much
    of that as has passed of it.

    Raises:
        Refused: The measure has no past (stock), or cannot be taken apart by such a dimension.
    """
    ctx.require(Permission.REPORTS_READ)
    measure = MEASURES[metric]
    if measure.source in (Source.STOCK, Source.COHORTS) or not measure.adds_up:
        raise Refused("error-report-no-change", metric=metric.value)
    check_filters(measure, filters or Filters())
    chosen = tuple(d for d in dimensions or _asked_first(measure) if _can(measure, d))
    if dimensions and len(chosen) < len(dimensions):
        wrong = next(d for d in dimensions if d not in chosen)
        raise Refused("error-report-no-split", metric=metric.value, dimension=wrong.value)
    until, then, then_until = _spans(ctx, period, compared_with)
    now = Question(
        measure=measure, start=period.start, end=period.end, filters=filters or Filters()
    )
    before = replace(now, start=then.start, end=then_until)
    book = figures.opened(ctx)
    parts, earlier = (
        cube.add_up_by_each(ctx, replace(span, dimensions=chosen), book) for span in (now, before)
    )
    splits = [_split(ctx, measure, d, _alone(parts[d]), _alone(earlier[d])) for d in chosen]
    splits.sort(key=lambda split: -split.tells)
    return Explanation(
        measure=measure, period=period, until=until, compared_with=then,
        compared_until=then_until, now=whole(ctx, now, book),
        before=whole(ctx, before, book),
        splits=tuple(splits),
    )  # fmt: skip


def _asked_first(measure: Measure) -> tuple[Dimension, ...]:
    if measure.source is not Source.LINES:
        return ASKED_FIRST
    return tuple(d for d in ASKED_FIRST if d not in _CARRYING)


def _can(measure: Measure, dimension: Dimension) -> bool:
    """Tell whether the parts of a dimension add up to the whole."""
    return measures.fits(measure, dimension) and not measures.overlaps(measure, dimension)


def _spans(
    ctx: Context, period: Period, compared_with: Period | None
) -> tuple[datetime, Period, datetime]:
    until, before, before_until = spans(ctx, period)
    if compared_with is None:
        return until, before, before_until
    return until, compared_with, min(compared_with.end, ctx.now)


def _split(
    ctx: Context,
    measure: Measure,
    dimension: Dimension,
    parts: Mapping[str, Sum],
    earlier: Mapping[str, Sum],
) -> Split:
    if measure.below is None:
        did = {key: (float(part), 0.0) for key, part in rules.parts_of_sum(parts, earlier).items()}
    else:
        shares = rules.parts_of_share(parts, earlier)
        did = {key: (float(rate), float(mix)) for key, (rate, mix) in shares.items()}
    names = cube.names(ctx, dimension, did)
    found = [
        Contribution(
            key=ReportKey(value=key, name=names.get(key, "")), now=parts.get(key, Sum()),
            before=earlier.get(key, Sum()), points=rate + mix, rate=rate, mix=mix,
        )
        for key, (rate, mix) in did.items()
    ]  # fmt: skip
    found.sort(key=lambda one: (-abs(one.points), one.key.value))
    return Split(
        dimension=dimension, contributions=tuple(found),
        tells=rules.surprise(parts, earlier) * rules.concentration(part.points for part in found),
    )  # fmt: skip


def _alone(found: Mapping[Keys, Sum]) -> Mapping[str, Sum]:
    return {keys[0]: part for keys, part in found.items()}
