"""Customers whose data is to be erased.

Revision: 0031
Follows: 0030
"""

import sqlalchemy as sa
from alembic import op

from commerce.db.tables.base import BigId, UtcDateTime

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "erasures",
        sa.Column("id", BigId, nullable=False),
        sa.Column("shop_id", BigId, nullable=False),
        sa.Column("customer_id", BigId, nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("taken_back_at", UtcDateTime(), nullable=True),
        sa.Column("done_at", UtcDateTime(), nullable=True),
        sa.Column("counts", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_erasures_shop_id")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_erasures_customer_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_erasures_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasures")),
    )
    op.create_index(op.f("ix_erasures_shop_id_customer_id"), "erasures", ["shop_id", "customer_id"])
    op.create_index(op.f("ix_erasures_shop_id_due_at"), "erasures", ["shop_id", "due_at"])


def downgrade() -> None:
    op.drop_table("erasures")
