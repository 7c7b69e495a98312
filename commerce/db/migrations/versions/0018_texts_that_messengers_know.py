"""Texts that messengers know, what they told early, and where who wrote is answered.

Revision: 0018
Follows: 0017
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "message_templates",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("vendor_id", sa.String(length=255), nullable=False),
        sa.Column("approval", sa.String(length=40), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("cost_minor", sa.Integer(), nullable=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_message_templates_shop_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_templates")),
        sa.UniqueConstraint(
            "shop_id", "channel", "name", "language",
            name=op.f("uq_message_templates_shop_id_channel_name_language"),
        ),
    )  # fmt: skip
    op.create_table(
        "early_notes",
        sa.Column("id", _ID, nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("provider_id", sa.String(length=255), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("heard_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_early_notes")),
        sa.UniqueConstraint(
            "channel", "provider_id", "status",
            name=op.f("uq_early_notes_channel_provider_id_status"),
        ),
    )  # fmt: skip
    with op.batch_alter_table("arrivals") as table:
        table.add_column(sa.Column("address", sa.String(length=255), nullable=True))
        table.create_index(
            op.f("ix_arrivals_channel_address_at"), ["channel", "address", "at"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("arrivals") as table:
        table.drop_index(op.f("ix_arrivals_channel_address_at"))
        table.drop_column("address")
    op.drop_table("early_notes")
    op.drop_table("message_templates")
