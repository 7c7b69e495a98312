"""Taking turns at SQLite's one write lock, within one process.

SQLite lets a writer who finds the lock taken sleep, longer each time, and look again: under load
whoever sleeps is overtaken. Threads of one process wait here for each other first, so that the next
one goes on the moment the lock is free. Other processes wait as SQLite has them.
"""

import threading
from typing import Any

from sqlalchemy import Connection, Engine, event


class WriteTurns:
    """One turn at a time for the connections of one engine, from the first write to the return."""

    def __init__(self, engine: Engine, seconds: float) -> None:
        """Watch an engine; after some seconds of waiting SQLite itself is left to decide."""
        self._seconds = seconds
        self._turn = threading.Lock()
        self._thread: int | None = None
        event.listen(engine, "before_cursor_execute", self._before)
        event.listen(engine, "checkin", self._returned)
        event.listen(engine, "close", self._returned)

    def _before(
        self, connection: Connection, _cursor: Any, statement: str, _values: Any, context: Any,
        _many: bool,
    ) -> None:  # fmt: skip
        writes = context.isinsert or context.isupdate or context.isdelete
        if not writes and not statement.startswith("BEGIN IMMEDIATE"):
            return
        info, me = connection.info, threading.get_ident()
        # Who writes by two connections at once waits for themselves: that is for SQLite to tell.
        if "writes" in info or self._thread == me:
            return
        if self._turn.acquire(timeout=self._seconds):
            info["writes"] = True
            self._thread = me

    def _returned(self, _connection: Any, record: Any) -> None:
        if record.info.pop("writes", None):
            self._thread = None
            self._turn.release()
