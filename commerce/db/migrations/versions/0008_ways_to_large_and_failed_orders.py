"""Indexes to orders by their total, and to failed deliveries by their order.

Revision: 0008
Follows: 0007
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        op.f("ix_orders_shop_id_total_minor_placed_at"),
        "orders",
        ["shop_id", "total_minor", "placed_at"],
    )
    op.create_index(op.f("ix_ndr_cases_shop_id_order_id"), "ndr_cases", ["shop_id", "order_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_ndr_cases_shop_id_order_id"), "ndr_cases")
    op.drop_index(op.f("ix_orders_shop_id_total_minor_placed_at"), "orders")
