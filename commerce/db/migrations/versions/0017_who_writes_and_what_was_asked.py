"""What strangers are proving on messengers, and what customers were asked.

Revision: 0017
Follows: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "channel_proofs",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("external_id", sa.String(length=255), nullable=False),
        sa.Column("customer_id", _ID, nullable=True),
        sa.Column("code_hash", sa.String(length=255), nullable=True),
        sa.Column("expires_at", _MOMENT, nullable=True),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("since", _MOMENT, nullable=False),
        *_references("channel_proofs"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel_proofs")),
        sa.UniqueConstraint(
            "shop_id", "channel", "external_id",
            name=op.f("uq_channel_proofs_shop_id_channel_external_id"),
        ),
    )  # fmt: skip
    op.create_index(
        op.f("ix_channel_proofs_shop_id_customer_id_since"), "channel_proofs",
        ["shop_id", "customer_id", "since"], unique=False,
    )  # fmt: skip
    op.create_table(
        "customer_prompts",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", _ID, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("customer_id", _ID, nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=True),
        sa.Column("address", sa.String(length=255), nullable=True),
        sa.Column("delivery_key", sa.String(length=255), nullable=True),
        sa.Column("why_not", sa.String(length=40), nullable=True),
        sa.Column("at", _MOMENT, nullable=False),
        *_references("customer_prompts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_prompts")),
        sa.UniqueConstraint(
            "shop_id", "kind", "subject_id", "round",
            name=op.f("uq_customer_prompts_shop_id_kind_subject_id_round"),
        ),
    )  # fmt: skip
    op.create_index(
        op.f("ix_customer_prompts_shop_id_delivery_key"), "customer_prompts",
        ["shop_id", "delivery_key"], unique=False,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_table("customer_prompts")
    op.drop_table("channel_proofs")


def _references(table: str) -> tuple[sa.ForeignKeyConstraint, ...]:
    return tuple(
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, other in (("shop_id", "shops"), ("customer_id", "customers"))
    )
