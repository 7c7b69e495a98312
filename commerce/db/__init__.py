"""Tables, engine and migrations."""

from commerce.db.engine import begin_write, open_engine, session_factory
from commerce.db.migrate import (
    known_versions,
    migrate,
    migrate_over,
    newest_version,
    rollback,
    rollback_over,
    version_of,
)
from commerce.db.statistics import gather, gather_if_grown

__all__ = [
    "begin_write",
    "gather",
    "gather_if_grown",
    "known_versions",
    "migrate",
    "migrate_over",
    "newest_version",
    "open_engine",
    "rollback",
    "rollback_over",
    "session_factory",
    "version_of",
]
