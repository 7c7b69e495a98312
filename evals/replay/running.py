"""A whole replay: copy the shop, play both sides, say what differs."""

import asyncio
import json
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console
from rich.progress import Progress

from agent.llm import ChatModel
from app import backup
from app.settings import Settings
from app.shops import the_shop
from app.wiring import open_brain, open_database, utc_now
from commerce.db import open_engine, session_factory
from evals.cases import EvalsError
from evals.replay.playing import Replayed, play
from evals.replay.stored import Stored, conversations
from evals.suite import quiet, settings_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One conversation, as it went with each side."""

    stored: Stored
    now: Replayed
    other: Replayed

    @property
    def ends_alike(self) -> bool:
        """Whether the shop is the same after both."""
        return self.now.changes == self.other.changes

    @property
    def calls_alike(self) -> int:
        """In how many turns both called the same."""
        return sum(a == b for a, b in zip(self.now.calls, self.other.calls, strict=False))


def run(
    *,
    only: Sequence[str],
    days: int,
    most: int,
    brain: str,
    prompt: Path | None,
    beside: str,
    as_json: bool,
) -> bool:
    """Replay, print, and return whether every conversation ends alike.

    Raises:
        EvalsError: There is nothing to replay, or a side has no key.
    """
    if prompt is not None and brain != "openai":
        raise EvalsError("Only an LLM reads a prompt: add --brain openai.")
    with TemporaryDirectory(prefix="replay-") as folder, quiet():
        shop = _copy(Settings(), Path(folder))
        stored = _stored(shop, Settings().shop, only=only, days=days, most=most)
        pairs = asyncio.run(_play(stored, shop, brain, prompt, beside))
    if as_json:
        sys.stdout.write(json.dumps(_as_json(pairs), ensure_ascii=False) + "\n")
    else:
        _draw(Console(), pairs)
    return all(pair.ends_alike for pair in pairs)


def _copy(settings: Settings, folder: Path) -> Path:
    """Return the shop as it is now, as a SQLite file, whatever database it is in."""
    engine = open_database(settings)
    file = folder / "shop.db"
    try:
        if engine.dialect.name == "sqlite":
            with (
                closing(sqlite3.connect(str(engine.url.database))) as source,
                closing(sqlite3.connect(file)) as target,
            ):
                source.backup(target)
        else:
            archive = folder / "shop.backup"
            backup.take(engine, settings.home, archive, utc_now())
            backup.restore(f"sqlite:///{file}", folder / "home", archive)
    finally:
        engine.dispose()
    return file


def _stored(shop: Path, name: str, *, only: Sequence[str], days: int, most: int) -> list[Stored]:
    engine = open_engine(f"sqlite:///{shop}")
    try:
        with session_factory(engine)() as session:
            since = utc_now() - timedelta(days=days)
            ours = the_shop(session, name).id
            found = conversations(session, ours, since=since, only=only, most=most)
    finally:
        engine.dispose()
    if not found:
        raise EvalsError("No conversation was held in that time; --days takes a longer one.")
    return found


async def _play(
    stored: Sequence[Stored], shop: Path, brain: str, prompt: Path | None, beside: str
) -> list[Pair]:
    words = prompt.read_text(encoding="utf-8") if prompt else None
    async with (
        open_brain(settings_for(beside)) as ours,
        open_brain(settings_for(brain), prompt=words) as other,
    ):
        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("Conversations", total=len(stored))
            pairs = []
            for one in stored:
                pairs.append(await _pair(one, shop, ours, other))
                bar.advance(task)
        return pairs


async def _pair(one: Stored, shop: Path, ours: ChatModel, other: ChatModel) -> Pair:
    return Pair(
        stored=one,
        now=await play(one, shop, ours),
        other=await play(one, shop, other),
    )


def _draw(console: Console, pairs: Sequence[Pair]) -> None:
    for pair in pairs:
        if pair.ends_alike:
            continue
        console.print(f"\n≠ {pair.stored.id}", style="bold")
        for heard, ours, other in zip(
            pair.stored.turns, pair.now.calls, pair.other.calls, strict=False
        ):
            console.print(f"  “{heard.said}”", markup=False)
            for sign, calls in (("-", ours), ("+", other)):
                if ours != other:
                    console.print(f"    {sign} {'; '.join(calls) or 'no call'}", markup=False)
        for sign, side in (("-", pair.now), ("+", pair.other)):
            for change in side.changes or ("nothing changed",):
                console.print(f"  {sign} {change}", markup=False)
    turns = sum(len(pair.stored.turns) for pair in pairs)
    otherwise = sum(not pair.ends_alike for pair in pairs)
    console.print(
        f"\n{len(pairs)} conversations, {otherwise} end otherwise; "
        f"the same calls in {sum(pair.calls_alike for pair in pairs)} of {turns} turns; "
        f"{sum(pair.other.tokens for pair in pairs):,} tokens, "
        f"₹{sum(pair.other.cost_micros for pair in pairs) / 1e6:,.2f}.",
        markup=False,
    )


def _as_json(pairs: Sequence[Pair]) -> dict[str, Any]:
    return {
        "conversations": len(pairs),
        "end_otherwise": sum(not pair.ends_alike for pair in pairs),
        "turns": sum(len(pair.stored.turns) for pair in pairs),
        "same_calls": sum(pair.calls_alike for pair in pairs),
        "tokens": sum(pair.other.tokens for pair in pairs),
        "cost_rupees": sum(pair.other.cost_micros for pair in pairs) / 1e6,
        "differ": [
            {
                "conversation": pair.stored.id,
                "said": [heard.said for heard in pair.stored.turns],
                "calls": {
                    "now": [list(calls) for calls in pair.now.calls],
                    "instead": [list(calls) for calls in pair.other.calls],
                },
                "changes": {
                    "then": [str(change) for change in pair.stored.changes],
                    "now": [str(change) for change in pair.now.changes],
                    "instead": [str(change) for change in pair.other.changes],
                },
            }
            for pair in pairs
            if not pair.ends_alike
        ],
    }
