"""Files people send, and links to answers.

Revision: 0002
Follows: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "files",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=255), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_files_person_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_files_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_files")),
    )
    op.create_index(op.f("ix_files_shop_id_person_id_at"), "files", ["shop_id", "person_id", "at"])
    op.create_table(
        "shared_answers",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("message_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("customer_id", _ID, nullable=True),
        sa.Column("tools", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_shared_answers_customer_id")
        ),
        sa.ForeignKeyConstraint(
            ["message_id"], ["messages.id"], name=op.f("fk_shared_answers_message_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_shared_answers_person_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_shared_answers_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shared_answers")),
    )
    op.create_index(
        op.f("ix_shared_answers_shop_id_message_id"), "shared_answers", ["shop_id", "message_id"]
    )


def downgrade() -> None:
    op.drop_table("shared_answers")
    op.drop_table("files")
