"""Run by Alembic: migrate over the connection the caller opened."""

from typing import Any, Literal

from alembic import context

from commerce.db.tables import Base, UtcDateTime


def write_type(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    """Keep our own types out of migrations, so that an old migration never changes."""
    if kind == "type" and isinstance(thing, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=write_type,
)
with context.begin_transaction():
    context.run_migrations()
