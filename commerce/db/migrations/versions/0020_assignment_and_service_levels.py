"""Who was given which undelivered parcel, agents' leave, service levels and holidays.

Revision: 0020
Follows: 0019
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "ndr_assignments",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("case_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("given_by", _ID, nullable=True),
        sa.Column("method", sa.String(length=40), nullable=False),
        sa.Column("expected_minor", sa.BigInteger(), nullable=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_ndr_assignments_shop_id_shops")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["ndr_cases.id"], name=op.f("fk_ndr_assignments_case_id_ndr_cases")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_ndr_assignments_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["given_by"], ["people.id"], name=op.f("fk_ndr_assignments_given_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ndr_assignments")),
    )
    op.create_index(
        op.f("ix_ndr_assignments_shop_id_at"), "ndr_assignments", ["shop_id", "at"], unique=False
    )
    op.create_index(
        op.f("ix_ndr_assignments_shop_id_case_id_at"), "ndr_assignments",
        ["shop_id", "case_id", "at"], unique=False,
    )  # fmt: skip
    op.create_table(
        "agent_leaves",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_agent_leaves_shop_id_shops")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_agent_leaves_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agent_leaves")),
    )
    op.create_index(
        op.f("ix_agent_leaves_shop_id_last_day"), "agent_leaves", ["shop_id", "last_day"],
        unique=False,
    )  # fmt: skip
    op.create_table(
        "sla_terms",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("sales_channel", sa.String(length=40), nullable=False),
        sa.Column("courier", sa.String(length=40), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("clock", sa.String(length=40), nullable=False),
        sa.Column("penalty_minor", sa.BigInteger(), nullable=False),
        sa.Column("penalty_permille", sa.Integer(), nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_sla_terms_shop_id_shops")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sla_terms")),
        sa.UniqueConstraint(
            "shop_id", "kind", "sales_channel", "courier",
            name=op.f("uq_sla_terms_shop_id_kind_sales_channel_courier"),
        ),
    )  # fmt: skip
    op.create_table(
        "shop_holidays",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_shop_holidays_shop_id_shops")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shop_holidays")),
        sa.UniqueConstraint("shop_id", "day", name=op.f("uq_shop_holidays_shop_id_day")),
    )


def downgrade() -> None:
    op.drop_table("shop_holidays")
    op.drop_table("sla_terms")
    op.drop_table("agent_leaves")
    op.drop_table("ndr_assignments")
