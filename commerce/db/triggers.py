"""What the database itself keeps true, whoever writes: triggers, and indexes of expressions.

Three things follow from rows and are kept in the transaction that writes the row:

* `figure_strikes`: a write to a row that figures are made of strikes out the days it counts in, so
  that no figure of them is read from what was added up before (`commerce.figures`);
* `customer_figures` and `customer_strikes`: a write to an order lets what was counted of its
  customer no longer stand (`commerce.customers`);
* `customer_words`: the words of customers' names, to find people by the start of any word.

Alembic rebuilds a SQLite table to change it; its triggers and the indexes that cannot be reflected
are lost with the old one. So all of this is taken away before every migration and put back after it
(`commerce.db.migrate`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, inspect, text

PREFIX = "superecom_"
"""Every trigger's and function's name begins so."""

FIGURES_LOCK = 7221
"""Class of the advisory locks (PostgreSQL) that writers share and `commerce.figures` takes alone.

So no day is added up while a transaction that wrote to it is under way.
"""

_INDEXES = {
    # People shorten long order numbers to their end.
    "ix_orders_shop_id_ending": ("orders", "shop_id, substr(number, length(number) - 3)"),
    # Places are told in any case.
    # The state beside the city: whether all who live in a city of a name live in a state of it.
    "ix_addresses_shop_id_city": ("addresses", "shop_id, lower(city), lower(state)"),
    "ix_addresses_shop_id_state": ("addresses", "shop_id, lower(state)"),
    # Who lives in one house: by the first letters of its line, which has no end of its own.
    "ix_addresses_shop_id_house": ("addresses", "shop_id, pincode, substr(line1, 1, 60)"),
    # An import may not tell when a parcel went out; then it did when it was delivered.
    "ix_shipments_shop_id_went_out": (
        "shipments",
        "shop_id, coalesce(out_for_delivery_at, delivered_at)",
    ),
}

_PLACED = "SELECT {row}.placed_at AS at"
_DAYS_OF_PARCEL = (
    "SELECT s.created_at AS at{source} UNION SELECT s.out_for_delivery_at{source} "
    "UNION SELECT s.delivered_at{source}"
)
_DAYS_OF_ROW = (
    "SELECT {row}.created_at AS at UNION SELECT {row}.out_for_delivery_at "
    "UNION SELECT {row}.delivered_at"
)


def _of_parcels(condition: str) -> str:
    return _DAYS_OF_PARCEL.format(source=f" FROM shipments s WHERE {condition}")


_OF_ORDER = "s.shop_id = {row}.shop_id AND s.order_id = {row}.id"
_OF_CASE = "s.id = {row}.shipment_id"
_ORDERS_TO = (
    "o.shop_id = {row}.shop_id AND o.customer_id = {row}.customer_id AND o.address_id = {row}.id"
)
_SENT_TO = (
    f"s.shop_id = {{row}}.shop_id AND s.order_id IN (SELECT o.id FROM orders o WHERE {_ORDERS_TO})"
)

_SQLITE_PARTS = "json_each('[' || replace(json_quote(lower({name})), ' ', '\",\"') || ']')"
"""A name split at its spaces: a JSON string made a list of JSON strings."""


@dataclass(frozen=True, slots=True)
class _Strike:
    """One kind of write and the moments (`at`) whose days it strikes out."""

    name: str
    table: str
    moments: str
    columns: tuple[str, ...]
    """Of updates, those that matter."""
    on: tuple[str, ...] = ("INSERT", "UPDATE", "DELETE")


_STRIKES = (
    _Strike(
        "orders", "orders", _PLACED,
        ("shop_id", "placed_at", "status", "payment_method", "payment_status", "sales_channel",
         "total_minor", "discount_minor", "refunded_minor", "tax_minor", "address_id"),
    ),
    # Where an order goes, and what it is worth, its parcels and cases count under too.
    _Strike(
        "order_parcels", "orders",
        f"{_of_parcels(_OF_ORDER)} UNION SELECT c.opened_at FROM ndr_cases c "
        f"JOIN shipments s ON s.id = c.shipment_id WHERE {_OF_ORDER}",
        ("address_id", "total_minor", "sales_channel", "shop_id"), ("UPDATE",),
    ),
    _Strike(
        "items", "order_items",
        "SELECT o.placed_at AS at FROM orders o WHERE o.id = {row}.order_id",
        ("shop_id", "order_id", "variant_id", "quantity", "unit_price_minor", "discount_minor",
         "tax_minor"),
    ),
    _Strike(
        "parcels", "shipments", _DAYS_OF_ROW,
        ("shop_id", "order_id", "courier", "cod_minor", "status", "created_at", "picked_up_at",
         "out_for_delivery_at", "delivered_at", "promised_at"),
    ),
    # Orders count under the courier of their first parcel too.
    _Strike(
        "parcel_orders", "shipments",
        "SELECT o.placed_at AS at FROM orders o WHERE o.id = {row}.order_id",
        ("courier", "order_id", "shop_id"),
    ),
    # The first parcel of an order is the one its total counts under.
    _Strike(
        "parcel_siblings", "shipments",
        _of_parcels("s.shop_id = {row}.shop_id AND s.order_id = {row}.order_id"),
        ("order_id", "shop_id"),
    ),
    _Strike(
        "parcel_cases", "shipments",
        "SELECT c.opened_at AS at FROM ndr_cases c "
        "WHERE c.shop_id = {row}.shop_id AND c.shipment_id = {row}.id",
        ("courier", "status", "shop_id", "order_id", "out_for_delivery_at"), ("UPDATE",),
    ),
    _Strike(
        "cases", "ndr_cases", "SELECT {row}.opened_at AS at",
        ("shop_id", "opened_at", "reason", "status", "attempts", "shipment_id", "order_id"),
    ),
    _Strike(
        "case_parcels", "ndr_cases", _of_parcels(_OF_CASE), ("shipment_id", "reason", "shop_id"),
    ),
    _Strike(
        "attempts", "ndr_attempts",
        "SELECT c.opened_at AS at FROM ndr_cases c WHERE c.id = {row}.case_id",
        ("shop_id", "case_id", "number", "at"),
    ),
    _Strike(
        "places", "addresses",
        f"SELECT o.placed_at AS at FROM orders o WHERE {_ORDERS_TO} UNION {_of_parcels(_SENT_TO)} "
        "UNION SELECT c.opened_at FROM ndr_cases c "
        f"JOIN shipments s ON s.id = c.shipment_id WHERE {_SENT_TO}",
        ("city", "state"), ("UPDATE",),
    ),
)  # fmt: skip

_COUNTED = (
    "shop_id", "customer_id", "status", "payment_method", "total_minor", "refunded_minor",
    "placed_at",
)  # fmt: skip
"""What of an order its customer's figures are made of."""
_UNCOUNT = (
    "DELETE FROM customer_figures WHERE shop_id = {row}.shop_id "
    "AND customer_id = {row}.customer_id; INSERT INTO customer_strikes (shop_id, customer_id) "
    "VALUES ({row}.shop_id, {row}.customer_id) ON CONFLICT DO NOTHING;"
)


def create(connection: Connection) -> None:
    """Put everything in place, where its tables are."""
    there = set(inspect(connection).get_table_names())
    for name, (table, columns) in _INDEXES.items():
        if table in there:
            connection.execute(text(f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({columns})"))
    for statement in _statements(connection.dialect.name, there):
        connection.execute(text(statement.replace(":", "\\:")))


def drop(connection: Connection) -> None:
    """Take everything away."""
    for name in _INDEXES:
        connection.execute(text(f"DROP INDEX IF EXISTS {name}"))
    if connection.dialect.name == "sqlite":
        found = connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE :like"),
            {"like": f"{PREFIX}%"},
        )
        for (name,) in found.all():
            connection.execute(text(f"DROP TRIGGER {name}"))
        return
    functions = connection.execute(
        text(
            "SELECT proname FROM pg_proc WHERE proname LIKE :like "
            "AND pronamespace = current_schema()\\:\\:regnamespace"
        ),
        {"like": f"{PREFIX}%"},
    )
    for (name,) in functions.all():
        connection.execute(text(f"DROP FUNCTION {name} CASCADE"))


def fill_words(connection: Connection) -> None:
    """Write down the words of every customer's name, after rows came in past the triggers."""
    if connection.dialect.name == "sqlite":
        words = f"{_SQLITE_PARTS.format(name='c.name')} w WHERE w.value <> ''"
        word = "substr(w.value, 1, 80)"
    else:
        words, word = f"{_words('postgresql', 'c.name')} w", "w.word"
    connection.execute(
        text(
            "INSERT INTO customer_words (shop_id, word, customer_id) "
            f"SELECT DISTINCT c.shop_id, {word}, c.id FROM customers c, {words} ORDER BY 1, 2, 3 "
            "ON CONFLICT DO NOTHING"
        )
    )


def _statements(dialect: str, there: set[str]) -> Iterator[str]:
    make = _sqlite_trigger if dialect == "sqlite" else _postgres_trigger
    if "figure_strikes" in there:
        for strike in _STRIKES:
            for event in strike.on:
                columns = strike.columns if event == "UPDATE" else ()
                body = [_strike(dialect, strike, row) for row in _rows(event)]
                yield from make(
                    f"{strike.name}_{event.lower()}", strike.table, event, columns, body
                )
    if "customer_strikes" in there:
        for event in ("INSERT", "UPDATE", "DELETE"):
            columns = _COUNTED if event == "UPDATE" else ()
            body = [_UNCOUNT.format(row=row) for row in _rows(event)]
            yield from make(f"customers_{event.lower()}", "orders", event, columns, body)
    if "customer_words" in there:
        for event in ("INSERT", "UPDATE", "DELETE"):
            columns = ("name", "shop_id") if event == "UPDATE" else ()
            body = [_word_change(dialect, row) for row in _rows(event)]
            yield from make(f"words_{event.lower()}", "customers", event, columns, body)


def _rows(event: str) -> tuple[str, ...]:
    return {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}[event]


def _strike(dialect: str, strike: _Strike, row: str) -> str:
    moments = strike.moments.format(row=row)
    if dialect == "sqlite":
        day, transaction = "date(m.at)", "0"
    else:
        day, transaction = "(m.at AT TIME ZONE 'UTC')::date", "txid_current()"
    return (
        "INSERT INTO figure_strikes (shop_id, day, written_in) "
        f"SELECT DISTINCT {row}.shop_id, {day}, {transaction} FROM ({moments}) m "
        "WHERE m.at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM figure_strikes f "
        f"WHERE f.shop_id = {row}.shop_id AND f.day = {day} AND f.written_in = {transaction});"
    )


def _word_change(dialect: str, row: str) -> str:
    words = _words(dialect, f"{row}.name")
    if row == "OLD":
        return (
            "DELETE FROM customer_words WHERE shop_id = OLD.shop_id AND customer_id = OLD.id "
            f"AND word IN (SELECT w.word FROM {words} w);"
        )
    return (
        "INSERT INTO customer_words (shop_id, word, customer_id) "
        f"SELECT DISTINCT NEW.shop_id, w.word, NEW.id FROM {words} w;"
    )


def _words(dialect: str, name: str) -> str:
    """Return a table expression of the words of a name, in small letters."""
    if dialect == "sqlite":
        parts = _SQLITE_PARTS.format(name=name)
        return f"(SELECT substr(value, 1, 80) AS word FROM {parts} WHERE value <> '')"
    parts = f"regexp_split_to_table(lower({name}), ' ') part"
    return f"LATERAL (SELECT left(part, 80) AS word FROM {parts} WHERE part <> '')"


def _sqlite_trigger(
    name: str, table: str, event: str, columns: tuple[str, ...], body: list[str]
) -> Iterator[str]:
    of = f" OF {', '.join(columns)}" if columns else ""
    yield (f"CREATE TRIGGER {PREFIX}{name} AFTER {event}{of} ON {table} BEGIN {' '.join(body)} END")


def _postgres_trigger(
    name: str, table: str, event: str, columns: tuple[str, ...], body: list[str]
) -> Iterator[str]:
    of = f" OF {', '.join(columns)}" if columns else ""
    row = "OLD" if event == "DELETE" else "NEW"
    lock = f"PERFORM pg_advisory_xact_lock_shared({FIGURES_LOCK}, {row}.shop_id::int);"
    yield (
        f"CREATE FUNCTION {PREFIX}{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"{'' if name.startswith('words') else lock} {' '.join(body)} RETURN NULL; END $$"
    )
    yield (
        f"CREATE TRIGGER {PREFIX}{name} AFTER {event}{of} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {PREFIX}{name}()"
    )
