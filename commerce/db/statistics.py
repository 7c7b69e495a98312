"""What the database knows of how its rows are spread, so that it finds the quick way to them."""

from sqlalchemy import Connection, text

_RARE = 500
"""Open orders, parcels and cases are about one in so many, once a shop has a past."""


def gather(connection: Connection) -> None:
    """Let the database look at its rows again; after many came in or went."""
    connection.execute(text("ANALYZE"))
    if connection.dialect.name == "sqlite":
        _let_statuses_be_rare(connection)


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
