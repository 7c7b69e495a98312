"""Figures of whole days added up, and the words of customers' names.

Revision: 0005
Follows: 0004
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WORD = sa.String(length=40)
_NAME = sa.String(length=255)
_PIECE = sa.String(length=80).with_variant(sa.String(length=80, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "figure_books",
        _shop(),
        sa.Column("zone", _WORD, nullable=False),
        sa.Column("through", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_figure_books_shop_id")),
        sa.PrimaryKeyConstraint("shop_id", name=op.f("pk_figure_books")),
    )
    op.create_table(
        "figure_strikes",
        sa.Column("id", _ID, nullable=False),
        _shop(),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("written_in", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_figure_strikes_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure_strikes")),
    )
    op.create_index(op.f("ix_figure_strikes_shop_id_day"), "figure_strikes", ["shop_id", "day"])
    day, cod = sa.Column("day", sa.Date(), nullable=False), _flag("is_cod")
    moment, status, failed = _word("moment"), _word("status"), _flag("failed")
    place = (_name("state"), _name("city"))
    money = (
        _count("orders"),
        _sum("total_minor"),
        _sum("discount_minor"),
        _sum("refunded_minor"),
    )
    parcels = (_count("parcels"), _count("further"), _sum("order_minor"))
    _daily(
        "daily_orders",
        (
            day,
            _word("sales_channel"),
            _word("courier"),
            _word("payment_method"),
            _word("payment_status"),
            status,
        ),
        money,
    )
    _daily("daily_order_places", (day, *place, cod, status), money)
    _daily(
        "daily_parcels",
        (moment, day, _word("courier"), _word("sales_channel"), cod, status, _word("reason")),
        parcels,
    )
    _daily("daily_parcel_places", (moment, day, *place, cod, status, failed), parcels)
    _daily(
        "daily_sales",
        (day, sa.Column("variant_id", _ID, nullable=False), status),
        (_count("lines"), _sum("pieces"), _sum("amount_minor"), _sum("tax_minor")),
    )
    _daily(
        "daily_cases",
        (
            day,
            _word("courier"),
            _word("reason"),
            status,
            _word("parcel_status"),
            _whole("attempts"),
        ),
        (_count("cases"), _sum("value_minor")),
    )
    _daily("daily_transits", (day, _word("courier"), _whole("hours")), (_count("parcels"),))
    op.create_table(
        "customer_words",
        _shop(),
        sa.Column("word", _PIECE, nullable=False),
        sa.Column("customer_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_customer_words_shop_id")),
        sa.PrimaryKeyConstraint("shop_id", "word", "customer_id", name=op.f("pk_customer_words")),
        sqlite_with_rowid=False,
    )
    _fill_words()


def downgrade() -> None:
    for table in (
        "customer_words", "daily_transits", "daily_cases", "daily_sales", "daily_parcel_places", "daily_parcels",
        "daily_order_places", "daily_orders", "figure_strikes", "figure_books",
    ):  # fmt: skip
        op.drop_table(table)


def _fill_words() -> None:
    if op.get_bind().dialect.name == "sqlite":
        parts = "json_each('[' || replace(json_quote(lower(c.name)), ' ', '\",\"') || ']')"
        words = f"{parts} w WHERE w.value <> ''"
        word = "substr(w.value, 1, 80)"
    else:
        words = "regexp_split_to_table(lower(c.name), ' ') w WHERE w <> ''"
        word = "left(w, 80)"
    op.execute(
        "INSERT INTO customer_words (shop_id, word, customer_id) "
        f"SELECT DISTINCT c.shop_id, {word}, c.id FROM customers c, {words}"
    )


def _daily(name: str, keys: tuple[sa.Column[Any], ...], sums: tuple[sa.Column[Any], ...]) -> None:
    grain = sa.Column("grain", sa.String(length=5), nullable=False)
    columns = [_shop(), grain, *(column._copy() for column in (*keys, *sums))]
    op.create_table(
        name,
        *columns,
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f(f"fk_{name}_shop_id")),
        sa.PrimaryKeyConstraint(
            "shop_id", "grain", *(key.name for key in keys), name=op.f(f"pk_{name}")
        ),
        sqlite_with_rowid=False,
    )


def _shop() -> sa.Column[Any]:
    return sa.Column("shop_id", _ID, nullable=False)


def _word(name: str) -> sa.Column[Any]:
    return sa.Column(name, _WORD, nullable=False)


def _name(name: str) -> sa.Column[Any]:
    return sa.Column(name, _NAME, nullable=False)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _whole(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _count(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _sum(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False)
