"""Parcels added up by city too, whether they came when promised, and attempts made too quickly.

And orders with their tax, and what was sold by what became of its order.

What was added up so far is struck out, and added up again by the server while it works; until then
it is read row by row.

Revision: 0028
Follows: 0027
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WORD = sa.String(length=40)
_NAME = sa.String(length=255)
_DAY = timedelta(days=1)
_MOMENTS = (
    ("orders", "placed_at"), ("shipments", "created_at"), ("shipments", "out_for_delivery_at"),
    ("shipments", "delivered_at"), ("ndr_cases", "opened_at"),
)  # fmt: skip
_AT_ONCE = 1_000
_MONEY = ("total_minor", "discount_minor", "refunded_minor")


def upgrade() -> None:
    _drop("daily_lanes", "daily_lane_transits", "daily_transits")
    lane = (_word("moment"), _name("state"), _day(), _name("city"), _word("courier"))
    _daily("daily_lanes", (*lane, _flag("is_cod"), _word("status"), _flag("failed")), ("parcels",))
    punctual = ("parcels", "promised", "kept")
    transit = (_name("state"), _day(), _name("city"), _word("courier"), _hours())
    _daily("daily_lane_transits", transit, punctual)
    _daily("daily_transits", (_day(), _word("courier"), _hours()), punctual)
    attempt = (_day(), _word("courier"), _name("state"))
    _daily("daily_first_attempts", attempt, ("attempts", "quick"))
    _drop("daily_orders")
    _orders(*_MONEY, "tax_minor")
    _strike_all_out()


def downgrade() -> None:
    _drop("daily_first_attempts", "daily_lanes", "daily_lane_transits", "daily_transits")
    _drop("daily_orders")
    _orders(*_MONEY)
    lane = (_word("moment"), _name("state"), _day(), _word("courier"))
    _daily("daily_lanes", (*lane, _flag("is_cod"), _word("status"), _flag("failed")), ("parcels",))
    _daily(
        "daily_lane_transits", (_name("state"), _day(), _word("courier"), _hours()), ("parcels",)
    )
    _daily("daily_transits", (_day(), _word("courier"), _hours()), ("parcels",))
    _strike_all_out()


def _strike_all_out() -> None:
    """Strike out every day that was added up, of every shop; sales are added up anew."""
    connection = op.get_bind()
    books = sa.text(
        "SELECT shops.id, through FROM shops JOIN figure_books ON shop_id = shops.id"
    ).columns(sa.column("id", sa.Integer()), sa.column("through", sa.Date()))
    strike = sa.text(
        "INSERT INTO figure_strikes (shop_id, day, written_in) VALUES (:shop, :day, 0)"
    ).bindparams(sa.bindparam("day", type_=sa.Date()))
    sales = sa.text("DELETE FROM daily_sales WHERE shop_id = :shop")
    for shop_id, through in connection.execute(books).all():
        connection.execute(sales, {"shop": shop_id})
        days = list(_days(shop_id, through))
        for first in range(0, len(days), _AT_ONCE):
            some = days[first : first + _AT_ONCE]
            connection.execute(strike, [{"shop": shop_id, "day": day} for day in some])


def _days(shop_id: int, through: date) -> Iterator[date]:
    """Return the days, in UTC, that hold a moment of the shop's."""
    firsts = []
    for table, moment in _MOMENTS:
        first = sa.text(f"SELECT min({moment}) AS at FROM {table} WHERE shop_id = :shop").columns(
            sa.column("at", sa.DateTime(timezone=True))
        )
        firsts.append(op.get_bind().execute(first, {"shop": shop_id}).scalar())
    day = min((at.date() for at in firsts if at), default=through) - _DAY
    while day <= through + _DAY:
        yield day
        day += _DAY


def _drop(*names: str) -> None:
    for name in names:
        op.drop_table(name)


def _orders(*sums: str) -> None:
    words = ("sales_channel", "courier", "payment_method", "payment_status", "status")
    _daily("daily_orders", (_day(), *map(_word, words)), ("orders",), sums)


def _daily(
    name: str,
    keys: tuple[sa.Column[Any], ...],
    counts: tuple[str, ...],
    sums: tuple[str, ...] = (),
) -> None:
    op.create_table(
        name,
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("grain", sa.String(length=5), nullable=False),
        *keys,
        *(sa.Column(count, sa.Integer(), nullable=False) for count in counts),
        *(sa.Column(each, sa.BigInteger(), nullable=False) for each in sums),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f(f"fk_{name}_shop_id")),
        sa.PrimaryKeyConstraint(
            "shop_id", "grain", *(key.name for key in keys), name=op.f(f"pk_{name}")
        ),
        sqlite_with_rowid=False,
    )


def _word(name: str) -> sa.Column[Any]:
    return sa.Column(name, _WORD, nullable=False)


def _name(name: str) -> sa.Column[Any]:
    return sa.Column(name, _NAME, nullable=False)


def _day() -> sa.Column[Any]:
    return sa.Column("day", sa.Date(), nullable=False)


def _hours() -> sa.Column[Any]:
    return sa.Column("hours", sa.Integer(), nullable=False)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)
