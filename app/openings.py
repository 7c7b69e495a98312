"""The shop as somebody may look at it in the web chat, outside of any conversation."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from commerce.access import Actor
from commerce.context import Context
from commerce.db.tables import ShopRow


class Openings:
    """Fills `channels.web.Opening` over the database."""

    def __init__(self, sessions: sessionmaker[Session], clock: Callable[[], datetime]) -> None:
        self._sessions = sessions
        self._clock = clock

    @contextmanager
    def __call__(self, actor: Actor, language: str) -> Iterator[Context]:
        """Give the actor's shop as they may see it; nothing that is done in it is kept."""
        with self._sessions() as session:
            shop = session.scalars(select(ShopRow).where(ShopRow.id == actor.shop_id)).one()
            yield Context(
                session=session, actor=actor, now=self._clock(), shop_name=shop.name,
                zone=ZoneInfo(shop.zone), currency=shop.currency, language=language, channel="web",
            )  # fmt: skip
            session.rollback()
