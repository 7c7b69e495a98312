"""The shop whose scores are spoken of, and where they lie."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from app.settings import Settings
from app.shops import at_terminal, the_shop
from app.wiring import open_database, score_store, utc_now
from commerce import people
from commerce.context import Context
from commerce.db import session_factory
from commerce.db.tables import ShopRow
from commerce.errors import NotFound
from commerce.ports import Ports
from commerce.scoring import Definition, Scorers, Store
from commerce.scoring.catalogue import SCORES, the_score


@contextmanager
def the_scores(name: str) -> Iterator[tuple[Context, Store]]:
    """Open a shop, for whoever sits at this machine, with the store of its scores.

    Raises:
        NotFound: There is no such shop.
    """
    settings = Settings()
    engine = open_database(settings)
    with session_factory(engine)() as session:
        shop = the_shop(session, name or settings.shop)
        store = score_store(settings, engine)
        yield at_the_shop(session, shop, store), store
    engine.dispose()


def at_the_shop(session: Session, shop: ShopRow, store: Store) -> Context:
    """Return a shop with its scores, as its owner at this machine sees it.

    Raises:
        NotFound: Nobody may.
    """
    now = utc_now()
    terminal = at_terminal(session, shop, "seller", customer=None, now=now)
    actor = people.actor_for(session, "terminal", terminal)
    if actor is None:
        raise NotFound("error-stranger")
    # That this machine's person was added is kept before hours of reading may begin.
    session.commit()
    return Context(
        session=session, actor=actor, now=now, zone=ZoneInfo(shop.zone), currency=shop.currency,
        shop_name=shop.name, channel="terminal", ports=Ports(scorers=Scorers(store)),
    )  # fmt: skip


def chosen(names: Sequence[str]) -> tuple[Definition[Any], ...]:
    """Return the scores of some names; all for none.

    Raises:
        NotFound: There is no score of a name.
    """
    return tuple(the_score(name) for name in names) if names else SCORES
