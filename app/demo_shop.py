"""Making the demo shop with a progress bar, and printing what is in it."""

import json
import sys

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from sqlalchemy import select

from app import demo
from app.settings import Settings
from app.shops import the_shop
from app.wiring import open_database, utc_now
from commerce.db import session_factory
from commerce.db.tables import ShopRow


def make(*, orders: int, seed: int, if_missing: bool) -> None:
    """Make the demo shop in the database of the settings.

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
    console.print(f"Made “{shop.name}” with {orders:,} orders in {settings.home}.", highlight=False)
    console.print("Next: superecom chat, or superecom serve for the web chat.", highlight=False)


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
