"""What was written to which row, told by the database itself."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, text
from sqlalchemy.orm import Session

from commerce.db.tables import Base

_VERBS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}
_TABLES: tuple[Table, ...] = tuple(Base.metadata.tables.values())


@dataclass(frozen=True, slots=True)
class Written:
    """One row as it was before or after a write."""

    table: Table
    verb: str
    row: dict[str, Any]
    """Its keys: its own, those of other rows, and the shop's."""

    @property
    def shop(self) -> int:
        """Whose row it is; a shop's own row is its own."""
        return int(self.row["id"] if self.table.name == "shops" else self.row["shop_id"])

    def points_at(self) -> list[tuple[str, Any]]:
        """Return the other rows it names, as table and id."""
        return [
            (key.column.table.name, self.row[column.name])
            for column in self.table.columns
            for key in column.foreign_keys
            if self.row[column.name] is not None
        ]


def install(connection: Connection) -> None:
    """Have every write to every table noted from now on, by triggers."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("CREATE TABLE witness (name TEXT, verb TEXT, row TEXT)"))
        for table in _TABLES:
            for verb, sides in _VERBS.items():
                connection.execute(text(_sqlite_trigger(table, verb, sides)))
        return
    connection.execute(text("CREATE TABLE witness (name TEXT, verb TEXT, row JSONB)"))
    connection.execute(text(_POSTGRES_FUNCTION))
    for table in _TABLES:
        connection.execute(
            text(
                f"CREATE TRIGGER witness AFTER INSERT OR UPDATE OR DELETE ON {table.name} "
                "FOR EACH ROW EXECUTE FUNCTION bear_witness()"
            )
        )


def remove(connection: Connection) -> None:
    """Leave the database as it was."""
    for table in _TABLES:
        connection.execute(text(f"DROP TRIGGER witness ON {table.name}"))
    connection.execute(text("DROP FUNCTION bear_witness"))
    connection.execute(text("DROP TABLE witness"))


def written(session: Session) -> list[Written]:
    """Return the rows written since `install`, in this transaction or a committed one."""
    session.flush()
    return [
        Written(
            Base.metadata.tables[name],
            verb,
            row if isinstance(row, dict) else json.loads(row),
        )
        for name, verb, row in session.execute(text("SELECT name, verb, row FROM witness"))
    ]


def _sqlite_trigger(table: Table, verb: str, sides: tuple[str, ...]) -> str:
    keys = [
        column.name
        for column in table.columns
        if column.foreign_keys or column.primary_key or column.name == "shop_id"
    ]
    notes = "".join(
        f"INSERT INTO witness VALUES ('{table.name}', '{verb}', json_object("
        + ", ".join(f"'{key}', {side}.\"{key}\"" for key in keys)
        + ")); "
        for side in sides
    )
    columns = [f'"{column.name}"' for column in table.columns]
    old, new = (", ".join(f"{side}.{column}" for column in columns) for side in ("OLD", "NEW"))
    # An update that changes nothing only takes a lock.
    changes = f"WHEN ({old}) IS NOT ({new}) " if verb == "UPDATE" else ""
    return (
        f'CREATE TRIGGER "witness_{table.name}_{verb}" AFTER {verb} ON "{table.name}" {changes}'
        f"BEGIN {notes}END"
    )


_POSTGRES_FUNCTION = """
CREATE FUNCTION bear_witness() RETURNS trigger AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) = to_jsonb(NEW) THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO witness VALUES (TG_TABLE_NAME, TG_OP, to_jsonb(OLD));
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO witness VALUES (TG_TABLE_NAME, TG_OP, to_jsonb(NEW));
  END IF;
  RETURN NULL;
END $$ LANGUAGE plpgsql
"""
