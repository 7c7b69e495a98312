"""What nobody writes down by itself: stock that ran low."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session, sessionmaker

from commerce.db import begin_write
from commerce.records import happened
from commerce.workflows import queries, queries_facts
from commerce.workflows.definition import OnEvent
from commerce.workflows.events import LOW_STOCK, THRESHOLD
from commerce.workflows.reading import parse
from commerce.workflows.running import context_of
from commerce.workflows.types import WorkflowStatus

TOLD_AGAIN: Final = timedelta(days=1)
"""While a product stays low, it is told once in this time."""
MOST_LOW: Final = 200

Low = tuple[int, str | None]
"""Below how many pieces, and of which product; `None` is any."""


def watch_stock(sessions: sessionmaker[Session], now: datetime) -> int:
    """Tell of products that ran low in shops that have a workflow for it; return how many.

    Each threshold that a workflow listens for is told by itself, as the event's `value`.
    """
    with sessions() as session:
        shops = {shop.id: _listened_for(session, shop.id) for shop in queries.shops(session)}
    told = 0
    for shop_id, wanted in shops.items():
        if not wanted:
            continue
        with sessions() as session:
            begin_write(session, shop_id)
            ctx = context_of(session, shop_id, now)
            lately = {
                (event.subject, event.payload.get("value", THRESHOLD))
                for event in queries.events_of(ctx, (LOW_STOCK,), now - TOLD_AGAIN, 10_000)
            }
            low = {
                (sku, below): None
                for below, product in wanted
                for sku in queries_facts.low_stock(ctx, MOST_LOW, below, product)
            }
            for sku, below in low:
                if (sku, below) not in lately:
                    happened(ctx, LOW_STOCK, sku, value=below)
                    told += 1
            session.commit()
    return told


def _listened_for(session: Session, shop_id: int) -> list[Low]:
    found: dict[Low, None] = {}
    for row in queries.all_of(session, shop_id, WorkflowStatus.ON):
        when = parse(queries.definition_of(session, shop_id, row.id, row.version)).when
        if isinstance(when, OnEvent) and when.event == LOW_STOCK:
            found[when.below or THRESHOLD, when.product] = None
    return list(found)
