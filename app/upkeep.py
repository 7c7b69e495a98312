"""What keeps a shop quick: figures of its days, and what the database knows of its rows."""

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
