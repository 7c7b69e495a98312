"""Where a run that waits for an approval is kept, so that it outlives the process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer

# State is plain JSON; any other type in a checkpoint is refused rather than revived.
_STRICT = JsonPlusSerializer(allowed_msgpack_modules=None)


@asynccontextmanager
async def open_checkpoints(url: str, sqlite_file: Path) -> AsyncIterator[BaseCheckpointSaver[Any]]:
    """Open the store of waiting runs: PostgreSQL where the shop is there, else a SQLite file."""
    if url.startswith("postgresql"):
        from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
        from psycopg.rows import dict_row
        from psycopg_pool import AsyncConnectionPool

        plain = url.replace("postgresql+psycopg://", "postgresql://")
        settings = {"autocommit": True, "row_factory": dict_row, "prepare_threshold": 0}
        async with AsyncConnectionPool(plain, open=False, max_size=4, kwargs=settings) as pool:
            saver = AsyncPostgresSaver(pool, serde=_STRICT)  # type: ignore[arg-type] # dict rows
            await saver.setup()
            yield saver
        return
    import aiosqlite
    from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

    sqlite_file.parent.mkdir(parents=True, exist_ok=True)
    async with aiosqlite.connect(sqlite_file) as connection:
        await connection.execute("PRAGMA journal_mode=WAL")
        await connection.execute("PRAGMA synchronous=NORMAL")
        await connection.execute("PRAGMA busy_timeout=15000")
        yield AsyncSqliteSaver(connection, serde=_STRICT)
