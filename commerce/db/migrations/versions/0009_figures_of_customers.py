"""What each customer's orders come to.

Revision: 0009
Follows: 0008
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_COUNTS = (
    "orders", "cod", "bought", "delivered", "returned", "refused", "came_back", "ended",
)  # fmt: skip
_SORTS = (("spent",), ("orders", "spent"), ("last_at", "spent"), ("came_back", "spent"))


def upgrade() -> None:
    op.add_column(
        "figure_books",
        sa.Column("has_customers", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    counts = [sa.Column(count, sa.Integer(), nullable=False) for count in _COUNTS]
    _table(
        "customer_figures",
        *counts,
        sa.Column("spent", sa.BigInteger(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=True),
    )
    _table("customer_strikes")
    for sort in _SORTS:
        op.create_index(
            op.f(f"ix_customer_figures_shop_id_{'_'.join(sort)}"),
            "customer_figures",
            ["shop_id", *sort],
        )
    op.create_index(
        "ix_customer_figures_segments",
        "customer_figures",
        ["shop_id", "bought", "last_at", "first_at", "came_back", "ended", "spent"],
    )


def downgrade() -> None:
    op.drop_table("customer_strikes")
    op.drop_table("customer_figures")
    with op.batch_alter_table("figure_books") as books:
        books.drop_column("has_customers")


def _table(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("customer_id", _ID, nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f(f"fk_{name}_shop_id")),
        sa.PrimaryKeyConstraint("shop_id", "customer_id", name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )
