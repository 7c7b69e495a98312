"""What customers write about products: for or against, and of what they complain."""

from commerce import inventory, periods
from commerce.access import Permission
from commerce.context import Context
from commerce.periods import Period
from commerce.reviews import queries, rules
from commerce.reviews.types import (
    FEWEST,
    Complaint,
    Month,
    Moods,
    ProductMood,
    Review,
    ReviewReport,
)
from commerce.scoring import served
from commerce.scoring.opinions import Aspect
from commerce.scoring.sentiment import BUILT_IN, Mood
from commerce.scoring.sentiment_learning import DEFINITION

__all__ = [
    "FEWEST",
    "Aspect",
    "Complaint",
    "Month",
    "Mood",
    "Moods",
    "ProductMood",
    "Review",
    "ReviewReport",
    "sentiment",
]


def sentiment(ctx: Context, period: Period, *, product: str | None = None) -> ReviewReport:
    """Return what customers wrote of a product, or of all, in a period, beside the span before.

    Raises:
        NotFound: No such product.
        Ambiguous: Several fit.
    """
    ctx.require(Permission.REPORTS_READ)
    meant = inventory.find_variants(ctx, product)[0] if product else None
    product_id = meant.product_id if meant else None
    found = served(ctx, DEFINITION)
    reader = found[0] if found else BUILT_IN
    earlier = periods.previous(period, zone=ctx.zone)
    now = rules.read(queries.reviews(ctx, period.start, period.end, product_id), reader.moods)
    before = rules.read(queries.reviews(ctx, earlier.start, earlier.end, product_id), reader.moods)
    total = queries.count(ctx, period.start, period.end, product_id)
    return ReviewReport(
        product=meant.product_title if meant else None,
        period=period,
        now=rules.moods(now),
        before=rules.moods(before),
        complaints=rules.complaints(now, before),
        praised=rules.praised(now),
        worst=() if meant else rules.worst(now),
        months=rules.months([*before, *now], ctx.zone),
        learnt=found is not None,
        left_out=total - len(now),
    )
