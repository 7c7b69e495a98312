"""Runs of imports that can be listed and taken back, mappings, and prices per marketplace.

Revision: 0006
Follows: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WORD = sa.String(length=40)
_NAME = sa.String(length=255)
_KEY = sa.String(length=64)
_COUNTS = ("added", "changed", "unchanged", "refused")
_KEPT = f"shop_id, kind, file_name, file_hash, {', '.join(_COUNTS)}, at"


def upgrade() -> None:
    op.create_table(
        "import_runs",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("format", _WORD, nullable=False),
        sa.Column("file_name", _NAME, nullable=False),
        sa.Column("file_hash", _NAME, nullable=False),
        sa.Column("file_id", _KEY, nullable=True),
        sa.Column("result_file_id", _KEY, nullable=True),
        sa.Column("options", sa.JSON(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in _COUNTS),
        sa.Column("rows_added", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_import_runs_person_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_import_runs_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_runs")),
    )
    op.execute(
        f"INSERT INTO import_runs ({_KEPT}, format, options, rows_added) "
        f"SELECT {_KEPT}, '', '{{}}', '{{}}' FROM imports ORDER BY id"
    )
    op.create_index(
        op.f("ix_import_runs_shop_id_file_hash"), "import_runs", ["shop_id", "file_hash"]
    )
    op.create_index(op.f("ix_import_runs_shop_id_at"), "import_runs", ["shop_id", "at"])
    op.drop_table("imports")
    op.create_table(
        "import_mappings",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("name", _NAME, nullable=False),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("headers_hash", _NAME, nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("fixed", sa.JSON(), nullable=False),
        sa.Column("dates", _WORD, nullable=True),
        sa.Column("person_id", _ID, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_import_mappings_person_id")
        ),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_import_mappings_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_mappings")),
        sa.UniqueConstraint("shop_id", "name", name=op.f("uq_import_mappings_shop_id_name")),
    )
    op.create_index(
        op.f("ix_import_mappings_shop_id_headers_hash"),
        "import_mappings",
        ["shop_id", "headers_hash"],
    )
    op.create_table(
        "marketplace_prices",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("variant_id", _ID, nullable=False),
        sa.Column("marketplace", _WORD, nullable=False),
        sa.Column("mrp_minor", sa.BigInteger(), nullable=True),
        sa.Column("price_minor", sa.BigInteger(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["shop_id"], ["shops.id"], name=op.f("fk_marketplace_prices_shop_id")
        ),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variants.id"], name=op.f("fk_marketplace_prices_variant_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_marketplace_prices")),
        sa.UniqueConstraint(
            "shop_id",
            "variant_id",
            "marketplace",
            name=op.f("uq_marketplace_prices_shop_id_variant_id_marketplace"),
        ),
    )


def downgrade() -> None:
    op.drop_table("marketplace_prices")
    op.drop_table("import_mappings")
    op.create_table(
        "imports",
        sa.Column("id", _ID, nullable=False),
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("kind", _WORD, nullable=False),
        sa.Column("file_name", _NAME, nullable=False),
        sa.Column("file_hash", _NAME, nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in _COUNTS),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_imports_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    op.execute(f"INSERT INTO imports ({_KEPT}) SELECT {_KEPT} FROM import_runs ORDER BY id")
    op.create_index(op.f("ix_imports_shop_id_file_hash"), "imports", ["shop_id", "file_hash"])
    op.drop_table("import_runs")
