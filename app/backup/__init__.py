"""The whole shop in one file, and back: SQLite or PostgreSQL, whichever it came from."""

from app.backup.archive import BackupUnreadable, Manifest
from app.backup.restoring import TargetNotEmpty, restore
from app.backup.taking import take

__all__ = ["BackupUnreadable", "Manifest", "TargetNotEmpty", "restore", "take"]
