"""The assistant opened for one process at this machine's terminal."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy.orm import Session, sessionmaker

from agent.assistant import Assistant
from app.logs import configure
from app.settings import Settings
from app.shops import As, at_terminal, the_shop
from app.wiring import house, open_assistant, open_database, utc_now
from commerce.db import session_factory


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An assistant, and whom it takes the typist for."""

    assistant: Assistant
    sessions: sessionmaker[Session]
    shop: str

    def sender(self, who: As, customer: int | None = None) -> str:
        """Return the id of whoever types, in the role they take.

        Raises:
            commerce.errors.NotFound: No shop, or no such customer.
        """
        with self.sessions() as session:
            shop = the_shop(session, self.shop)
            if who == "customer" and customer is None and shop.is_demo:
                from app.demo import default_customer

                customer = default_customer(session, shop.id)
            known_as = at_terminal(session, shop, who, customer=customer, now=utc_now())
            session.commit()
            return known_as


@asynccontextmanager
async def open_desk(*, dry_run: bool = False) -> AsyncIterator[Desk]:
    """Open the assistant as the settings say.

    Raises:
        commerce.errors.NotFound: There is no shop yet.
    """
    settings = Settings()
    configure(settings)
    engine = open_database(settings)
    sessions = session_factory(engine)
    with sessions() as session:
        shop = the_shop(session, settings.shop)
    try:
        rooms = house(settings, engine, demo=shop.is_demo)
        async with open_assistant(settings, rooms, dry_run=dry_run) as assistant:
            yield Desk(assistant=assistant, sessions=sessions, shop=settings.shop)
    finally:
        engine.dispose()
