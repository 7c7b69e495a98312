"""What tests about orders look at afterwards."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from commerce.db.tables import AuditRow, EventRow, OrderHistoryRow, OrderRow, OutboxRow, PaymentRow
from commerce.ports import Ports
from integrations.demo_payments import DemoPayments
from tests.builders import Shop

Written = tuple[int, ...]


@pytest.fixture
def provider() -> DemoPayments:
    """The payment provider of the shop under test."""
    return DemoPayments()


@pytest.fixture
def paying(shop: Shop, provider: DemoPayments) -> Shop:
    """A shop with a payment provider."""
    return shop.with_ports(Ports(payments=provider))


@pytest.fixture
def written(shop: Shop) -> Callable[[], Written]:
    """How much has been written: history, events, audit lines, outbox, payments."""

    def count() -> Written:
        shop.session.flush()
        tables = (OrderHistoryRow, EventRow, AuditRow, OutboxRow, PaymentRow)
        return tuple(
            shop.session.scalar(select(func.count(t.id)).where(t.shop_id == shop.id)) or 0
            for t in tables
        )

    return count


@pytest.fixture
def order_row(shop: Shop) -> Callable[[str], OrderRow]:
    """An order as it stands in the database now."""

    def row(number: str) -> OrderRow:
        shop.session.flush()
        return shop.session.scalars(
            select(OrderRow)
            .where(OrderRow.shop_id == shop.id, OrderRow.number == number)
            .execution_options(populate_existing=True)
        ).one()

    return row
