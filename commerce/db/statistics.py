"""What the database knows of how its rows are spread, so that it finds the quick way to them."""

from sqlalchemy import Connection, inspect, text

_TOO_FEW = 2_000
"""With fewer orders, any way is quick."""
_KNOWN = "SELECT max(CAST(stat AS INTEGER)) FROM sqlite_stat1 WHERE tbl = 'orders'"
_RARE = 45
"""Open orders, parcels and cases are about one in so many, once a shop has a past."""


def gather(connection: Connection) -> None:
    """Let the database look at its rows again; after many came in or went."""
    connection.execute(text("ANALYZE"))
    if connection.dialect.name == "sqlite":
        _let_statuses_be_rare(connection)


def gather_if_grown(connection: Connection) -> bool:
    """Gather again where SQLite has a fifth more orders than it knows of; true where it did.

    PostgreSQL looks after itself.
    """
    if connection.dialect.name != "sqlite":
        return False
    there = inspect(connection).has_table("sqlite_stat1")
    known = 0
    if there:
        known = int(connection.scalar(text(_KNOWN)) or 0)
    newest = connection.scalar(text("SELECT max(id) FROM orders")) or 0
    if newest < max(_TOO_FEW, 1.2 * known):
        return False
    gather(connection)
    return True


def _let_statuses_be_rare(connection: Connection) -> None:
    """Tell SQLite, which keeps averages alone, that a status named in a search is a rare one.

    On the average a status holds a ninth of all orders, for most are delivered; those that people
    work on are few. Read by their index, they are there at once; SQLite would read everything.
    """
    found = connection.execute(
        text("SELECT tbl, idx, stat FROM sqlite_stat1 WHERE idx LIKE 'ix%shop_id%status%'")
    )
    for table, index, stat in found.all():
        rows, of_shop, *rest = stat.split()
        names = index.removeprefix(f"ix_{table}_shop_id_")
        if not names.startswith("status") or not rest:
            continue
        few = max(1, int(rows) // _RARE)
        told = " ".join((rows, of_shop, *(str(min(int(n), few)) for n in rest)))
        connection.execute(
            text("UPDATE sqlite_stat1 SET stat = :told WHERE idx = :index"),
            {"told": told, "index": index},
        )
    connection.execute(text("ANALYZE sqlite_master"))
