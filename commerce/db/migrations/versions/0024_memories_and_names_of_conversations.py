"""What people asked to be remembered; conversations named, put away and summed up.

Revision: 0024
Follows: 0023
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "person_memories",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("value", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("turn_id", sa.String(length=64), nullable=True),
        sa.Column("learnt_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_person_memories_shop_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_person_memories_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_memories")),
        sa.UniqueConstraint(
            "shop_id", "person_id", "kind", "key",
            name=op.f("uq_person_memories_shop_id_person_id_kind_key"),
        ),
    )  # fmt: skip
    with op.batch_alter_table("conversations") as table:
        table.add_column(sa.Column("name", sa.String(length=120), nullable=True))
        table.add_column(sa.Column("put_away_at", _MOMENT, nullable=True))
        table.add_column(sa.Column("summary", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("conversations") as table:
        table.drop_column("summary")
        table.drop_column("put_away_at")
        table.drop_column("name")
    op.drop_table("person_memories")
