"""What the LLM cost, and with which words it thought.

Revision: 0019
Follows: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "llm_spending",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("conversation_id", sa.String(length=64), nullable=False),
        sa.Column("thoughts", sa.Integer(), nullable=False),
        sa.Column("tokens_in", sa.BigInteger(), nullable=False),
        sa.Column("tokens_out", sa.BigInteger(), nullable=False),
        sa.Column("cost_micros", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_llm_spending_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_llm_spending")),
        sa.UniqueConstraint(
            "shop_id", "day", "conversation_id",
            name=op.f("uq_llm_spending_shop_id_day_conversation_id"),
        ),
    )  # fmt: skip
    with op.batch_alter_table("llm_spending") as table:
        table.create_index(
            op.f("ix_llm_spending_shop_id_conversation_id"),
            ["shop_id", "conversation_id"],
            unique=False,
        )
    with op.batch_alter_table("turns") as table:
        table.add_column(sa.Column("versions", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("turns") as table:
        table.drop_column("versions")
    op.drop_table("llm_spending")
