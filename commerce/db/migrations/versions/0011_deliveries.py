"""What goes out to people on messengers.

Revision: 0011
Follows: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("conversations") as conversations:
        conversations.add_column(sa.Column("address", sa.String(length=255), nullable=True))
    op.create_table(
        "deliveries",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("address", sa.String(length=255), nullable=False),
        sa.Column("conversation_id", sa.String(length=64), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("idempotency_key", sa.String(length=255), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("error_code", sa.String(length=40), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_deliveries_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint(
            "shop_id", "idempotency_key", name=op.f("uq_deliveries_shop_id_idempotency_key")
        ),
    )
    op.create_index(op.f("ix_deliveries_status_next_at"), "deliveries", ["status", "next_at"])
    op.create_index("ix_deliveries_lane", "deliveries", ["channel", "address", "status", "id"])
    op.create_index(
        op.f("ix_deliveries_shop_id_status_id"), "deliveries", ["shop_id", "status", "id"]
    )
    op.create_table(
        "delivery_parts",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("delivery_id", _ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("provider_id", sa.String(length=255), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["deliveries.id"], name=op.f("fk_delivery_parts_delivery_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_delivery_parts_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery_parts")),
        sa.UniqueConstraint(
            "delivery_id", "position", name=op.f("uq_delivery_parts_delivery_id_position")
        ),
    )
    op.create_index(
        op.f("ix_delivery_parts_channel_provider_id"), "delivery_parts", ["channel", "provider_id"]
    )


def downgrade() -> None:
    op.drop_table("delivery_parts")
    op.drop_table("deliveries")
    with op.batch_alter_table("conversations") as conversations:
        conversations.drop_column("address")
