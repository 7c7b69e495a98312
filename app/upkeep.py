"""What keeps a shop quick: figures of its days, and what the database knows of its rows."""

from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

from commerce import figures
from commerce.db import gather_if_grown


def add_up(sessions: sessionmaker[Session], now: datetime) -> None:
    """Add days up that were written to or have passed; look at the rows again if they grew."""
    figures.freshen(sessions, now)
    with sessions() as session:
        if gather_if_grown(session.connection()):
            session.commit()
