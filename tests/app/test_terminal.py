"""Who sits at the terminal."""

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from app import shops
from commerce import people
from commerce.access import Actor
from commerce.db import session_factory
from commerce.db.tables import ChannelIdentityRow, ShopRow
from tests.builders import Shop


def test_two_commands_that_begin_at_once_meet_the_same_person(
    engine: Engine, session: Session, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.commit()
    begun = people.actor_for

    def other_first(own: Session, channel: str, known_as: str) -> Actor | None:
        """Let another command come between the look and the word."""
        found = begun(own, channel, known_as)
        monkeypatch.setattr(people, "actor_for", begun)
        with session_factory(engine)() as other:
            theirs = other.scalars(select(ShopRow).where(ShopRow.id == shop.id)).one()
            shops.at_terminal(other, theirs, "seller", customer=None, now=shop.now)
            other.commit()
        return found

    monkeypatch.setattr(people, "actor_for", other_first)
    row = session.scalars(select(ShopRow).where(ShopRow.id == shop.id)).one()
    known = shops.at_terminal(session, row, "seller", customer=None, now=shop.now)
    session.commit()
    query = select(ChannelIdentityRow).where(ChannelIdentityRow.external_id == known)
    assert len(session.scalars(query).all()) == 1
