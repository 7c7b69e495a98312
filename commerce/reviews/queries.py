"""All SQL about reviews."""

from datetime import datetime
from typing import Final

from sqlalchemy import func, select

from commerce.context import Context
from commerce.db.tables import ProductRow, ReviewRow
from commerce.reviews.types import Review

MOST: Final = 2_000
"""Reviews that are read at once, the latest."""


def reviews(ctx: Context, start: datetime, end: datetime, product_id: int | None) -> list[Review]:
    """Return reviews from a moment until before another, latest first."""
    asked = (
        select(
            ReviewRow.product_id, ProductRow.title, ReviewRow.rating, ReviewRow.text, ReviewRow.at
        )
        .join(ProductRow, ProductRow.id == ReviewRow.product_id)
        .where(
            ReviewRow.shop_id == ctx.actor.shop_id,
            ProductRow.shop_id == ctx.actor.shop_id,
            ReviewRow.at >= start,
            ReviewRow.at < end,
        )
        .order_by(ReviewRow.at.desc(), ReviewRow.id.desc())
        .limit(MOST)
    )
    if product_id is not None:
        asked = asked.where(ReviewRow.product_id == product_id)
    return [
        Review(product_id=product, product=title, rating=rating, text=text, at=at)
        for product, title, rating, text, at in ctx.session.execute(asked)
    ]


def count(ctx: Context, start: datetime, end: datetime, product_id: int | None) -> int:
    """Return how many reviews there are from a moment until before another."""
    asked = select(func.count()).where(
        ReviewRow.shop_id == ctx.actor.shop_id, ReviewRow.at >= start, ReviewRow.at < end
    )
    if product_id is not None:
        asked = asked.where(ReviewRow.product_id == product_id)
    return ctx.session.scalar(asked) or 0
