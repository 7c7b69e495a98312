"""Making the demo shop with a progress bar, and printing what is in it."""

import json
import sys
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from sqlalchemy import Engine, select

from app import demo
from app.settings import Settings
from app.shops import the_shop
from app.wiring import open_database, score_store, utc_now
from commerce.db import session_factory
from commerce.db.tables import ShopRow

_LEARNT_AT_ONCE: Final = range(2_000, 200_001)
"""Orders of demo shops whose scores are learnt at once unless said otherwise: fewer teach little,
more take minutes, which the server takes in the background."""


def make(*, orders: int, seed: int, if_missing: bool, scores: bool | None = None) -> None:
    """Make the demo shop in the database of the settings, and learn its scores.

    Args:
        orders: How many it has.
        seed: The same seed on the same day makes the same shop.
        if_missing: Be content where a shop is there already.
        scores: Whether to learn scores at once; `None`: where it has enough orders, not too many.

    Raises:
        commerce.errors.Refused: There is a demo shop, and `if_missing` is off.
    """
    settings = Settings()
    engine = open_database(settings)
    console = Console(stderr=True)
    with session_factory(engine)() as session:
        there = session.scalar(select(ShopRow.name).limit(1))
    if there is not None and if_missing:
        console.print(f"Using the shop “{there}” in {settings.home}.", highlight=False)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as bar:
        task = bar.add_task("Making the demo shop")
        shop = demo.make(
            engine,
            orders=orders,
            seed=seed,
            now=utc_now(),
            truth_file=settings.home / "demo-truth.json",
            progress=lambda what, done, total: bar.update(
                task, description=what, completed=done, total=total
            ),
        )
        if orders in _LEARNT_AT_ONCE if scores is None else scores:
            _learn(settings, engine, shop.name, bar)
    console.print(f"Made “{shop.name}” with {orders:,} orders in {settings.home}.", highlight=False)
    console.print("Next: superecom chat, or superecom serve for the web chat.", highlight=False)


def _learn(settings: Settings, engine: Engine, name: str, bar: Progress) -> None:
    """Learn every score, so that each tool answers from the first message on."""
    from app.scores import at_the_shop, learn
    from commerce.scoring.catalogue import SCORES

    task = bar.add_task("Learning scores", total=float(len(SCORES)))
    store = score_store(settings, engine)
    with session_factory(engine)() as session:
        ctx = at_the_shop(session, the_shop(session, name), store)
        for one in learn(ctx, store, SCORES, lambda what, _: bar.update(task, description=what)):
            bar.update(task, description=f"{one.name}: done", advance=1)
    bar.update(task, description="Learnt scores")


def print_sample(n: int, *, as_json: bool) -> None:
    """Print `n` of each kind of identifier that exists in the shop.

    Raises:
        commerce.errors.NotFound: There is no shop.
    """
    settings = Settings()
    with session_factory(open_database(settings))() as session:
        shop = the_shop(session, settings.shop)
        found = demo.sample(session, shop.id, n)
    if as_json:
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    else:
        Console().print_json(data=found)
