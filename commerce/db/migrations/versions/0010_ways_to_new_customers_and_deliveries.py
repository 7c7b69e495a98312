"""Indexes to new customers, to a segment's sums, to a product's orders, and to first deliveries.

The last is an index of an expression, which `commerce.db.triggers` makes after every migration.

Revision: 0010
Follows: 0009
"""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_SEGMENTS = ["shop_id", "bought", "last_at", "first_at", "came_back", "ended", "spent"]


def upgrade() -> None:
    op.create_index(
        op.f("ix_customer_figures_shop_id_first_at_bought_spent"),
        "customer_figures",
        ["shop_id", "first_at", "bought", "spent"],
    )
    op.drop_index("ix_customer_figures_segments", "customer_figures")
    op.create_index("ix_customer_figures_segments", "customer_figures", [*_SEGMENTS, "orders"])
    op.drop_index(op.f("ix_order_items_shop_id_variant_id"), "order_items")
    op.create_index(
        op.f("ix_order_items_shop_id_variant_id_order_id"),
        "order_items",
        ["shop_id", "variant_id", "order_id"],
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_order_items_shop_id_variant_id_order_id"), "order_items")
    op.create_index(
        op.f("ix_order_items_shop_id_variant_id"), "order_items", ["shop_id", "variant_id"]
    )
    op.drop_index("ix_customer_figures_segments", "customer_figures")
    op.create_index("ix_customer_figures_segments", "customer_figures", _SEGMENTS)
    op.drop_index(op.f("ix_customer_figures_shop_id_first_at_bought_spent"), "customer_figures")
