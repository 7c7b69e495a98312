"""What nobody writes down by itself: stock that ran low."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session, sessionmaker

from commerce.db import begin_write
from commerce.records import happened
from commerce.workflows import queries, queries_facts
from commerce.workflows.definition import OnEvent
from commerce.workflows.reading import parse
from commerce.workflows.running import context_of
from commerce.workflows.types import WorkflowStatus

LOW_STOCK: Final = "stock.low"
TOLD_AGAIN: Final = timedelta(days=1)
"""While a product stays low, it is told once in this time."""
MOST_LOW: Final = 200


def watch_stock(sessions: sessionmaker[Session], now: datetime) -> int:
    """Tell of products that ran low in shops that have a workflow for it; return how many."""
    with sessions() as session:
        shops = [shop.id for shop in queries.shops(session) if _listens(session, shop.id)]
    told = 0
    for shop_id in shops:
        with sessions() as session:
            begin_write(session, shop_id)
            ctx = context_of(session, shop_id, now)
            lately = {
                event.subject
                for event in queries.events_of(ctx, (LOW_STOCK,), now - TOLD_AGAIN, 10_000)
            }
            for sku in queries_facts.low_stock(ctx, MOST_LOW):
                if sku not in lately:
                    happened(ctx, LOW_STOCK, sku)
                    told += 1
            session.commit()
    return told


def _listens(session: Session, shop_id: int) -> bool:
    for row in queries.all_of(session, shop_id, WorkflowStatus.ON):
        when = parse(queries.definition_of(session, shop_id, row.id, row.version)).when
        if isinstance(when, OnEvent) and when.event == LOW_STOCK:
            return True
    return False
