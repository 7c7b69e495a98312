"""The doors of the web chat over the real tables."""

from datetime import UTC, datetime

from sqlalchemy import Engine

from channels.web import DemoPerson, Invited
from commerce import people
from commerce.access import Actor, Role
from commerce.context import Context
from commerce.db import session_factory
from commerce.db.tables import PersonRow
from commerce.errors import NotFound
from commerce.people import Invitation

PASSWORD = "correct horse battery"


class TableDoors:
    """Fills `channels.web.SignIn` with `commerce.people`."""

    def __init__(self, engine: Engine, demo: list[tuple[str, Role]]) -> None:
        self.engine = engine
        self._sessions = session_factory(engine)
        self._demo = demo
        self.is_demo = True

    def person(self, name: str) -> tuple[Actor, str]:
        with self._sessions() as session:
            row = session.query(PersonRow).filter_by(name=name, shop_id=1).one()
            actor = people.actor_by_id(session, row.shop_id, row.id)
            assert actor is not None
            return actor, f"web-{row.id}"

    def demo_people(self) -> list[DemoPerson]:
        if not self.is_demo:
            return []
        return [DemoPerson(self.person(name)[1], name, role) for name, role in self._demo]

    def open_demo(self, sender: str) -> str:
        for person in self.demo_people():
            if person.sender == sender:
                return self._open(person.name)
        raise NotFound("web-error-no-demo")

    def password(self, email: str, password: str) -> str | None:
        with self._sessions() as session:
            person = people.check_password(session, email, password)
            return self._open(person.name) if person is not None else None

    def link_for(self, name: str) -> str:
        with self._sessions() as session:
            person = session.query(PersonRow).filter_by(name=name, shop_id=1).one()
            secret = people.make_link(session, person, _now())
            session.commit()
            return secret

    def redeem_link(self, token: str) -> str | None:
        with self._sessions() as session:
            secret = people.redeem_link(session, token, _now())
            session.commit()
            return secret

    def who(self, secret: str) -> tuple[Actor, str] | None:
        with self._sessions() as session:
            actor = people.signed_in(session, secret, _now())
            return (actor, f"web-{actor.person_id}") if actor is not None else None

    def close(self, secret: str) -> None:
        with self._sessions() as session:
            people.close_session(session, secret, _now())
            session.commit()

    def invitable(self, actor: Actor) -> list[Invited]:
        with self._sessions() as session:
            found = people.find_people(Context(session=session, actor=actor, now=_now()))
            return [Invited(one.id, one.name, one.role, one.last_seen is not None) for one in found]

    def invitation(self, actor: Actor, person: int) -> Invitation:
        with self._sessions() as session:
            ctx = Context(session=session, actor=actor, now=_now(), channel="web")
            made = people.invitation(ctx, person)
            session.commit()
            return made

    def disable(self, name: str) -> None:
        owner = self.person("Meera Iyer")[0]
        with self._sessions() as session:
            people.disable(Context(session=session, actor=owner, now=_now()), name)
            session.commit()

    def _open(self, name: str) -> str:
        with self._sessions() as session:
            person = session.query(PersonRow).filter_by(name=name, shop_id=1).one()
            secret = people.open_session(session, person, _now())
            session.commit()
            return secret


def _now() -> datetime:
    return datetime.now(UTC)
