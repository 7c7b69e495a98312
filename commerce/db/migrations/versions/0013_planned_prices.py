"""Prices that shall hold from a day to come.

Revision: 0013
Follows: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "planned_prices",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("variant_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("price_minor", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_planned_prices_shop_id")),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variants.id"], name=op.f("fk_planned_prices_variant_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_planned_prices_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_prices")),
    )
    op.create_index(op.f("ix_planned_prices_status_due_at"), "planned_prices", ["status", "due_at"])
    op.create_index(
        op.f("ix_planned_prices_shop_id_variant_id"), "planned_prices", ["shop_id", "variant_id"]
    )


def downgrade() -> None:
    op.drop_table("planned_prices")
