"""What keeps a shop quick: figures of its days, and what the database knows of its rows."""

import gc
from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

from commerce import customers, figures
from commerce.db import gather_if_grown


def add_up(sessions: sessionmaker[Session], now: datetime) -> None:
    """Add up days and customers that were written to; look at the rows again if they grew."""
    figures.freshen(sessions, now)
    customers.freshen(sessions)
    with sessions() as session:
        if gather_if_grown(session.connection()):
            session.commit()


def spare_the_collector() -> None:
    """Have garbage not looked for, time and again, in all that was loaded and stays."""
    gc.collect()
    gc.freeze()
