"""Where a run that waits for an approval is kept, so that it outlives the process."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver, CheckpointTuple
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer

if TYPE_CHECKING:
    from psycopg_pool import AsyncConnectionPool

_SETUP: Final = -7_305_101
"""Names the lock of making its tables on PostgreSQL; shops' own locks are their ids, above 0."""

# State is plain JSON; any other type in a checkpoint is refused rather than revived.
_STRICT = JsonPlusSerializer(allowed_msgpack_modules=None)


class Checkpoints:
    """Keeps a run in memory while it runs, and in a durable saver while it waits.

    Most turns never wait for an approval, and so never touch the durable saver.
    """

    def __init__(self, durable: BaseCheckpointSaver[Any]) -> None:
        self._durable = durable
        self.running = InMemorySaver(serde=_STRICT)
        """What the graph is compiled with."""

    async def park(self, run: RunnableConfig) -> None:
        """Move a run that waits from memory into the durable saver."""
        held = await self.running.aget_tuple(run)
        if held is None:
            raise LookupError("There is no such run in memory.")
        await _copy(held, run, self._durable)
        self.running.delete_thread(run["configurable"]["thread_id"])

    async def fetch(self, run: RunnableConfig) -> bool:
        """Bring a parked run back into memory; false where there is none."""
        held = await self._durable.aget_tuple(run)
        if held is not None:
            await _copy(held, run, self.running)
        return held is not None

    async def end(self, turn: str, *, was_parked: bool) -> None:
        """Forget a run that ended, or will never go on."""
        self.running.delete_thread(turn)
        if was_parked:
            await self._durable.adelete_thread(turn)


async def _copy(held: CheckpointTuple, run: RunnableConfig, to: BaseCheckpointSaver[Any]) -> None:
    """Write a run's latest checkpoint, with what its finished tasks wrote, into another saver."""
    where: RunnableConfig = {"configurable": {**run["configurable"], "checkpoint_ns": ""}}
    versions = held.checkpoint["channel_versions"]
    put = await to.aput(where, held.checkpoint, held.metadata, versions)
    by_task: dict[str, list[tuple[str, Any]]] = defaultdict(list)
    for task, channel, value in held.pending_writes or []:
        by_task[task].append((channel, value))
    for task, writes in by_task.items():
        await to.aput_writes(put, writes, task)


@asynccontextmanager
async def _alone(pool: "AsyncConnectionPool[Any]") -> AsyncIterator[None]:
    """Run the block while no other server does: two that start at once would make the same tables.

    It asks again and again for the lock, since a statement that waits for it would hold up the
    other's `CREATE INDEX CONCURRENTLY`, which waits for every statement under way.
    """
    async with pool.connection() as connection:
        while True:
            asked = await connection.execute("SELECT pg_try_advisory_lock(%s) AS ours", (_SETUP,))
            row = await asked.fetchone()
            if row is not None and row["ours"]:
                break
            await asyncio.sleep(0.1)
        try:
            yield
        finally:
            await connection.execute("SELECT pg_advisory_unlock(%s)", (_SETUP,))


@asynccontextmanager
async def open_checkpoints(url: str, sqlite_file: Path) -> AsyncIterator[Checkpoints]:
    """Open the store of waiting runs: PostgreSQL where the shop is there, else a SQLite file."""
    if url.startswith("postgresql"):
        from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
        from psycopg.rows import dict_row
        from psycopg_pool import AsyncConnectionPool

        plain = url.replace("postgresql+psycopg://", "postgresql://")
        settings = {"autocommit": True, "row_factory": dict_row, "prepare_threshold": 0}
        async with AsyncConnectionPool(plain, open=False, max_size=4, kwargs=settings) as pool:
            saver = AsyncPostgresSaver(pool, serde=_STRICT)  # type: ignore[arg-type] # dict rows
            async with _alone(pool):
                await saver.setup()
            yield Checkpoints(saver)
        return
    import aiosqlite
    from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

    sqlite_file.parent.mkdir(parents=True, exist_ok=True)
    async with aiosqlite.connect(sqlite_file) as connection:
        await connection.execute("PRAGMA journal_mode=WAL")
        await connection.execute("PRAGMA synchronous=NORMAL")
        await connection.execute("PRAGMA busy_timeout=15000")
        yield Checkpoints(AsyncSqliteSaver(connection, serde=_STRICT))
