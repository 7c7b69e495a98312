"""Parcels added up by courier and state, filled a month at a time.

Revision: 0025
Follows: 0024
"""

import logging
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WORD = sa.String(length=40)
_NAME = sa.String(length=255)
_DAY = timedelta(days=1)
_STEP = timedelta(days=30)
_log = logging.getLogger(__name__)

_PARCELS = (
    "FROM shipments s JOIN orders o ON o.id = s.order_id JOIN addresses a ON a.id = o.address_id "
    "WHERE s.shop_id = :shop"
)
_FAILED = (
    "CASE WHEN EXISTS (SELECT 1 FROM ndr_cases c WHERE c.shop_id = s.shop_id "
    "AND c.shipment_id = s.id) THEN {true} ELSE {false} END"
)
_SENT = f"SELECT {{created_at}} AS day, {{traits}} {_PARCELS} AND {{within_created_at}}"
_OUT = (
    f"SELECT {{out_for_delivery_at}} AS day, {{traits}} {_PARCELS} "
    f"AND {{within_out_for_delivery_at}} UNION ALL "
    f"SELECT {{delivered_at}} AS day, {{traits}} {_PARCELS} "
    "AND CASE WHEN s.out_for_delivery_at IS NULL THEN 1 ELSE 0 END = 1 AND {within_delivered_at}"
)
_MOMENTS = ("created_at", "out_for_delivery_at", "delivered_at")
_HOURS = "(({delivered} - {began}) + 1800) / 3600"


def upgrade() -> None:
    lane = (_word("moment"), _name("state"), _day(), _word("courier"))
    flags = (_flag("is_cod"), _word("status"), _flag("failed"))
    _daily("daily_lanes", (*lane, *flags))
    hours = sa.Column("hours", sa.Integer(), nullable=False)
    _daily("daily_lane_transits", (_name("state"), _day(), _word("courier"), hours))
    books = sa.text("SELECT shop_id, zone, through FROM figure_books").columns(
        sa.column("shop_id", sa.Integer()),
        sa.column("zone", _WORD),
        sa.column("through", sa.Date()),
    )
    for shop_id, zone, through in op.get_bind().execute(books).all():
        _fill(shop_id, ZoneInfo(zone), through)


def downgrade() -> None:
    op.drop_table("daily_lane_transits")
    op.drop_table("daily_lanes")


def _fill(shop_id: int, zone: ZoneInfo, through: date) -> None:
    """Add up the days of a shop that its other figures are added up for."""
    connection = op.get_bind()
    statements = [sa.text(one) for one in _statements(connection.dialect.name)]
    for first, last in _steps(shop_id, zone, through):
        start, end = (
            datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
            for day in (first, last + _DAY)
        )
        told = _told(zone, connection.dialect.name, end)
        for statement in statements:
            span = (
                sa.bindparam("start", type_=sa.DateTime(timezone=True)),
                sa.bindparam("stop", type_=sa.DateTime(timezone=True)),
            )
            values: dict[str, Any] = {"shop": shop_id, "zone": told}
            values |= {"start": _bound(start), "stop": _bound(end)}
            connection.execute(statement.bindparams(*span), values)
        _log.info("Added up parcels by courier and state until %s.", last)
    first_open = (through + _DAY).replace(day=1)
    for table, keys in (
        ("daily_lanes", "moment, state, {day}, courier, is_cod, status, failed"),
        ("daily_lane_transits", "state, {day}, courier, hours"),
    ):
        month = (
            "strftime('%Y-%m-01', day)"
            if connection.dialect.name == "sqlite"
            else "date_trunc('month', day)::date"
        )
        names, traits = keys.format(day="day"), keys.format(day=month)
        months = sa.text(
            f"INSERT INTO {table} (shop_id, grain, {names}, parcels) "
            f"SELECT shop_id, 'month', {traits}, sum(parcels) FROM {table} "
            f"WHERE shop_id = :shop AND grain = 'day' AND day < :first_open "
            f"GROUP BY shop_id, {traits}".replace("::", "\\:\\:")
        ).bindparams(sa.bindparam("first_open", type_=sa.Date()))
        connection.execute(months, {"shop": shop_id, "first_open": first_open})


def _steps(shop_id: int, zone: ZoneInfo, through: date) -> Iterator[tuple[date, date]]:
    """Return the spans of days that are added up at a time."""
    began = []
    for moment in _MOMENTS:
        first = sa.text(f"SELECT min({moment}) AS at FROM shipments WHERE shop_id = :shop").columns(
            sa.column("at", sa.DateTime(timezone=True))
        )
        began.append(op.get_bind().execute(first, {"shop": shop_id}).scalar())
    known = [at.replace(tzinfo=at.tzinfo or UTC).astimezone(zone).date() for at in began if at]
    first_day = min(known, default=through + _DAY)
    while first_day <= through:
        last = min(through, first_day + _STEP - _DAY)
        yield first_day, last
        first_day = last + _DAY


def _statements(dialect: str) -> Iterator[str]:
    lite = dialect == "sqlite"
    words = {moment: _local(f"s.{moment}", lite=lite) for moment in _MOMENTS}
    words |= {
        f"within_{moment}": f"s.{moment} >= :start AND s.{moment} < :stop" for moment in _MOMENTS
    }
    booleans = {"true": "1" if lite else "true", "false": "0" if lite else "false"}
    cod = f"CASE WHEN s.cod_minor > 0 THEN {booleans['true']} ELSE {booleans['false']} END"
    traits = (
        f"lower(a.state) AS state, s.courier AS courier, {cod} AS is_cod, s.status AS status, "
        f"{_FAILED.format(**booleans)} AS failed"
    )
    for moment, rows in (("sent", _SENT), ("out", _OUT)):
        yield (
            "INSERT INTO daily_lanes "
            "(shop_id, grain, moment, state, day, courier, is_cod, status, failed, parcels) "
            f"SELECT :shop, 'day', '{moment}', state, day, courier, is_cod, status, failed, count(*) "
            f"FROM ({rows.format(traits=traits, **words)}) parcels "
            "GROUP BY state, day, courier, is_cod, status, failed"
        )
    began = "coalesce(s.picked_up_at, s.created_at)"
    hours = _HOURS.format(
        delivered=_seconds("s.delivered_at", lite=lite), began=_seconds(began, lite=lite)
    )
    traits = f"lower(a.state) AS state, s.courier AS courier, {hours} AS hours"
    rows = _SENT.format(traits=traits, **words)
    yield (
        "INSERT INTO daily_lane_transits "
        "(shop_id, grain, state, day, courier, hours, parcels) "
        f"SELECT :shop, 'day', state, day, courier, hours, count(*) FROM ({rows} "
        "AND s.delivered_at IS NOT NULL "
        "AND CASE WHEN s.status = 'Delivered' THEN 1 ELSE 0 END = 1) parcels "
        "GROUP BY state, day, courier, hours"
    )


def _local(moment: str, *, lite: bool) -> str:
    if lite:
        return f"strftime('%Y-%m-%d', {moment}, :zone)"
    return f"CAST(timezone(:zone, {moment}) AS date)"


def _seconds(moment: str, *, lite: bool) -> str:
    if lite:
        return f"CAST(strftime('%s', {moment}) AS INTEGER)"
    return f"CAST(extract(epoch FROM {moment}) AS BIGINT)"


def _told(zone: ZoneInfo, dialect: str, near: datetime) -> str:
    """SQLite knows no zones, and is told the offset."""
    if dialect != "sqlite":
        return zone.key
    offset = near.astimezone(zone).utcoffset() or timedelta()
    return f"{offset // timedelta(minutes=1):+d} minutes"


def _bound(moment: datetime) -> datetime:
    """SQLite keeps moments in UTC, without saying so."""
    return moment.replace(tzinfo=None) if op.get_bind().dialect.name == "sqlite" else moment


def _daily(name: str, keys: tuple[sa.Column[Any], ...]) -> None:
    op.create_table(
        name,
        sa.Column("shop_id", _ID, nullable=False),
        sa.Column("grain", sa.String(length=5), nullable=False),
        *keys,
        sa.Column("parcels", sa.Integer(), nullable=False),
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


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)
