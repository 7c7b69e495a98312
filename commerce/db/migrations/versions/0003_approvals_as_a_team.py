"""Approvals as a team: limits, a second person, standing in, and a log that shows tampering.

Revision: 0003
Follows: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("approvals", sa.Column("needs", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("approvals", sa.Column("at_stake_minor", sa.BigInteger(), nullable=True))
    op.add_column("approvals", sa.Column("items", sa.Integer(), server_default="1", nullable=False))
    op.add_column("approvals", sa.Column("decided_for", _ID, nullable=True))
    op.create_index(op.f("ix_approvals_shop_id_created_at"), "approvals", ["shop_id", "created_at"])
    op.add_column("audit_log", sa.Column("on_behalf_of", _ID, nullable=True))
    op.create_index(
        op.f("ix_audit_log_shop_id_person_id_at"), "audit_log", ["shop_id", "person_id", "at"]
    )
    op.create_table(
        "approval_limits",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("topic", sa.String(length=40), nullable=False),
        sa.Column("most_minor", sa.BigInteger(), nullable=True),
        sa.Column("most_items", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_approval_limits_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval_limits")),
        sa.UniqueConstraint(
            "shop_id", "role", "topic", name=op.f("uq_approval_limits_shop_id_role_topic")
        ),
    )
    op.create_table(
        "second_person_rules",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("topic", sa.String(length=40), nullable=False),
        sa.Column("above_minor", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_second_person_rules_shop_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second_person_rules")),
        sa.UniqueConstraint("shop_id", "topic", name=op.f("uq_second_person_rules_shop_id_topic")),
    )
    op.create_table(
        "approval_delegations",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("from_person_id", _ID, nullable=False),
        sa.Column("to_person_id", _ID, nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["from_person_id"],
            ["people.id"],
            name=op.f("fk_approval_delegations_from_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["to_person_id"], ["people.id"], name=op.f("fk_approval_delegations_to_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_approval_delegations_shop_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval_delegations")),
    )
    op.create_index(
        op.f("ix_approval_delegations_shop_id_to_person_id_ends_at"),
        "approval_delegations",
        ["shop_id", "to_person_id", "ends_at"],
    )
    op.create_index(
        op.f("ix_approval_delegations_shop_id_from_person_id"),
        "approval_delegations",
        ["shop_id", "from_person_id"],
    )
    op.create_table(
        "audit_seals",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("last_id", _ID, nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=255), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_audit_seals_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_seals")),
        sa.UniqueConstraint("shop_id", "last_id", name=op.f("uq_audit_seals_shop_id_last_id")),
    )


def downgrade() -> None:
    op.drop_table("audit_seals")
    op.drop_table("approval_delegations")
    op.drop_table("second_person_rules")
    op.drop_table("approval_limits")
    op.drop_index(op.f("ix_audit_log_shop_id_person_id_at"), table_name="audit_log")
    op.drop_column("audit_log", "on_behalf_of")
    op.drop_index(op.f("ix_approvals_shop_id_created_at"), table_name="approvals")
    for column in ("decided_for", "items", "at_stake_minor", "needs"):
        op.drop_column("approvals", column)
