"""Tables, engine and migrations."""

from commerce.db.engine import begin_write, open_engine, session_factory
from commerce.db.migrate import migrate

__all__ = ["begin_write", "migrate", "open_engine", "session_factory"]
