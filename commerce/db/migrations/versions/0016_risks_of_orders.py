"""What risk said of open orders; a way to who lives in one house (`commerce.db.triggers`).

Revision: 0016
Follows: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "order_risks",
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("order_id", _ID, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("chance", sa.Float(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_order_risks_shop_id_shops")
        ),
        sa.PrimaryKeyConstraint("shop_id", "order_id", name=op.f("pk_order_risks")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_order_risks_shop_id_version_chance"), "order_risks",
        ["shop_id", "version", "chance"], unique=False,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_table("order_risks")
