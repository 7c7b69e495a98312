"""Servers that start at the same moment over one empty database."""

import asyncio
from pathlib import Path

from sqlalchemy import Engine, text

from agent.checkpoints import open_checkpoints

KEPT = ("checkpoints", "checkpoint_blobs", "checkpoint_writes", "checkpoint_migrations")


async def test_servers_that_start_at_once_all_open_where_runs_wait(
    engine: Engine, database_url: str, tmp_path: Path
) -> None:
    with engine.begin() as connection:
        for name in KEPT:
            connection.execute(text(f"DROP TABLE IF EXISTS {name}"))

    async def opened() -> bool:
        async with open_checkpoints(database_url, tmp_path / "runs.db"):
            return True

    assert await asyncio.gather(*(opened() for _ in range(3))) == [True] * 3
