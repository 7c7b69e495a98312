"""Tables, engine and migrations."""

from commerce.db.engine import open_engine, session_factory
from commerce.db.migrate import migrate

__all__ = ["migrate", "open_engine", "session_factory"]
