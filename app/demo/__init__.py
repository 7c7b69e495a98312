"""The demo shop: a believable Indian online shop, the same for the same seed and the same day."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session

# What draws the shop needs numpy; whoever only asks for a sample does not wait for it.
if TYPE_CHECKING:
    from app.demo.making import DemoShop
    from commerce.db.tables import PersonRow

__all__ = ["DemoShop", "customer_person", "default_customer", "make", "sample"]


def make(
    engine: Engine,
    *,
    orders: int = 20_000,
    seed: int = 7,
    now: datetime,
    truth_file: Path | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> "DemoShop":
    """Fill an empty, migrated database with a shop and eighteen months of its life.

    Args:
        engine: The database; everything is written in one transaction.
        orders: How many orders; at least 50.
        seed: The same seed on the same day makes the same shop. The hour decides how far today
            has gone, and nothing about the days before.
        now: Aware; the moment up to which things have happened.
        truth_file: Where to write the parameters behind the shop, as JSON.
        progress: Told the step (`catalogue`, `orders`, `indexes`, `figures`), how much is done,
            and of how much.

    Raises:
        Refused: There is a demo shop already, or `orders` is too small for a shop.
    """
    from app.demo import making

    return making.make(
        engine, orders=orders, seed=seed, now=now, truth_file=truth_file, progress=progress
    )


def sample(session: Session, shop_id: int, n: int) -> dict[str, Any]:
    """Return up to `n` of each kind of identifier that exists in the shop, for scripts."""
    from app.demo import sampling

    return sampling.sample(session, shop_id, n)


def default_customer(session: Session, shop_id: int) -> int:
    """Return the id of the customer a demonstration takes: one with an open NDR."""
    from app.demo import sampling

    return sampling.default_customer(session, shop_id)


def customer_person(session: Session, shop_id: int, customer_id: int, now: datetime) -> "PersonRow":
    """Return a customer as a person known on the web and in the terminal.

    Their external id on both is `demo:customer:<id>`. The caller commits.

    Raises:
        NotFound: The shop has no such customer.
    """
    from app.demo import sampling

    return sampling.customer_person(session, shop_id, customer_id, now)
