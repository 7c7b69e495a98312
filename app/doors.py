"""Who may come in to the web chat, and how what waits there stands."""

from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from app import demo
from channels.contents import PromptBody
from channels.web import DemoPerson, Invited, LinkCode, Offered, Standing
from commerce import approvals, conversations, deliveries, people
from commerce.access import Actor, Role
from commerce.context import Context
from commerce.db.tables import PersonRow, ShopRow
from commerce.deliveries import DeliveryKind
from commerce.errors import NotFound
from commerce.people import Invitation
from commerce.ports import Ports
from commerce.words import say

PLAYABLE = (Role.OWNER, Role.NDR_AGENT, Role.MANAGER, Role.CUSTOMER)
"""The roles a visitor of the demo shop may choose from."""


class Doors:
    """Fills `channels.web.SignIn`, `Standings`, `Invitations` and `Linking` over the database."""

    def __init__(
        self,
        sessions: sessionmaker[Session],
        clock: Callable[[], datetime],
        ports: Ports | None = None,
    ) -> None:
        self._sessions = sessions
        self._clock = clock
        self._ports = ports or Ports()

    def demo_people(self) -> list[DemoPerson]:
        """Return whom a visitor may play; empty unless the demo shop is on."""
        with self._sessions() as session:
            shop = session.scalar(select(ShopRow).where(ShopRow.is_demo))
            if shop is None:
                return []
            found = [_playable(session, shop, role, self._clock()) for role in PLAYABLE]
            session.commit()
            return found

    def open_demo(self, sender: str) -> str:
        """Open a session as one of `demo_people` and return its secret.

        Raises:
            commerce.errors.NotFound: Nobody of the demo shop is `sender`.
        """
        if sender not in {person.sender for person in self.demo_people()}:
            raise NotFound("error-stranger")
        with self._sessions() as session:
            actor = people.actor_for(session, "web", sender)
            if actor is None:
                raise NotFound("error-stranger")
            return self._opened(session, actor.shop_id, actor.person_id, by="demo")

    def password(self, email: str, password: str) -> str | None:
        """Open a session and return its secret; `None` where e-mail or password is wrong."""
        with self._sessions() as session:
            person = people.check_password(session, email, password)
            if person is not None:
                return self._opened(session, person.shop_id, person.id, by="password")
            people.note_wrong_password(session, email, self._clock())
            session.commit()
            return None

    def redeem_link(self, token: str) -> str | None:
        """Use up a one-time link and return a session's secret; `None` for a used or old one."""
        with self._sessions() as session:
            secret = people.redeem_link(session, token, self._clock())
            actor = people.signed_in(session, secret, self._clock()) if secret else None
            if actor is not None:
                _known_on_web(session, actor.shop_id, actor.person_id)
                people.note_entered(session, actor.shop_id, actor.person_id, "link", self._clock())
            else:
                people.note_spent_link(session, token, self._clock())
            session.commit()
            return secret

    def who(self, secret: str) -> tuple[Actor, str] | None:
        """Return whose session it is and their sender id on channel `web`, while it is open."""
        with self._sessions() as session:
            actor = people.signed_in(session, secret, self._clock())
            if actor is None:
                return None
            sender = people.known_as(session, actor.shop_id, actor.person_id, "web")
            return (actor, sender) if sender else None

    def close(self, secret: str) -> None:
        """End a session; one that is not open is left as it is."""
        with self._sessions() as session:
            people.close_session(session, secret, self._clock())
            session.commit()

    def invitable(self, actor: Actor) -> Sequence[Invited]:
        """Return the people of the shop who may come in, those who never did first.

        Raises:
            commerce.errors.NotAllowed: The actor may not manage people.
        """
        with self._sessions() as session:
            found = people.find_people(self._context(session, actor))
        invited = [Invited(one.id, one.name, one.role, one.last_seen is not None) for one in found]
        return sorted(invited, key=lambda one: one.was_here)

    def invitation(self, actor: Actor, person: int) -> Invitation:
        """Return a new link and code that let a person in once; nobody can read them again.

        Raises:
            commerce.errors.NotAllowed: The actor may not manage people, or this one is above them.
            commerce.errors.NotFound: No such active person of the shop.
        """
        with self._sessions() as session:
            made = people.invitation(self._context(session, actor), person)
            session.commit()
            return made

    def linked(self, actor: Actor) -> Sequence[str]:
        """Return the messengers on which the actor is known, the oldest first."""
        with self._sessions() as session:
            found = people.linked_channels(self._context(session, actor))
        return list(dict.fromkeys(one.channel for one in found))

    def link_code(self, actor: Actor) -> LinkCode:
        """Return a new code of the actor's; those made before stop working."""
        with self._sessions() as session:
            code = people.make_link_code(self._context(session, actor))
            session.commit()
        return LinkCode(code, people.LINK_CODE_MINUTES)

    def offered(self, actor: Actor, token: str) -> Offered:
        """Return which messenger of whose shop a link would have know the actor.

        Raises:
            commerce.errors.NotFound: It works no more, or never did.
            commerce.errors.Refused: Who writes there is known to be somebody else.
        """
        with self._sessions() as session:
            offer = people.offered(self._context(session, actor), token)
            shop = session.scalars(select(ShopRow.name).where(ShopRow.id == actor.shop_id)).one()
        return Offered(offer.channel, offer.external_id, shop)

    def accept(self, actor: Actor, token: str, language: str) -> Offered:
        """Have the messenger of a link know the actor, tell them so there, and use the link up.

        Raises:
            commerce.errors.NotFound: It works no more, or never did.
            commerce.errors.Refused: Who writes there is known to be somebody else.
        """
        with self._sessions() as session:
            offer = people.accept_link(self._context(session, actor), token)
            text = say(language, "link-linked", name=actor.name)
            body = PromptBody(text=text, language=language, purpose="answer")
            deliveries.put(
                session, shop_id=actor.shop_id, channel=offer.channel, address=offer.address,
                conversation=None, kind=DeliveryKind.PROMPT, body=body.model_dump(mode="json"),
                key=f"linked:{sha256(token.encode()).hexdigest()[:32]}", now=self._clock(),
                not_before=self._clock(),
            )  # fmt: skip
            session.commit()
        return Offered(offer.channel, offer.external_id, "")

    def unlink(self, actor: Actor, channel: str) -> None:
        """Have a messenger know the actor no more.

        Raises:
            commerce.errors.NotFound: It does not.
        """
        with self._sessions() as session:
            people.unlink(self._context(session, actor), channel)
            session.commit()

    def _context(self, session: Session, actor: Actor) -> Context:
        return Context(
            session=session, actor=actor, now=self._clock(), channel="web", ports=self._ports
        )

    def standings(self, actor: Actor, conversation: str) -> Sequence[Standing]:
        """Return how each approval and receipt of one of the actor's conversations stands."""
        now = self._clock()
        with self._sessions() as session:
            row = conversations.conversation_of(session, conversation)
            if row is None or (row.shop_id, row.person_id) != (actor.shop_id, actor.person_id):
                return []
            asked = approvals.of_conversation(session, actor.shop_id, conversation)
            if not asked:
                return []
            turns = [approval.turn_id for approval in asked]
            receipts = approvals.receipts_of(session, actor.shop_id, turns)
            names = _names(session, actor.shop_id, {a.decided_by for a in asked if a.decided_by})
        return [
            *(_approval(approval, names, now) for approval in asked),
            *(_receipt(receipt, now) for receipt in receipts),
        ]

    def _opened(
        self, session: Session, shop_id: int, person_id: int, *, by: Literal["demo", "password"]
    ) -> str:
        person = _known_on_web(session, shop_id, person_id)
        people.note_entered(session, shop_id, person_id, by, self._clock())
        secret = people.open_session(session, person, self._clock())
        session.commit()
        return secret


def _playable(session: Session, shop: ShopRow, role: Role, now: datetime) -> DemoPerson:
    if role is Role.CUSTOMER:
        customer = demo.default_customer(session, shop.id)
        person = demo.customer_person(session, shop.id, customer, now)
    else:
        person = session.scalars(
            select(PersonRow)
            .where(PersonRow.shop_id == shop.id, PersonRow.role == role.value)
            .order_by(PersonRow.id)
            .limit(1)
        ).one()
    _known_on_web(session, shop.id, person.id)
    sender = people.known_as(session, shop.id, person.id, "web")
    assert sender is not None
    return DemoPerson(sender=sender, name=person.name, role=role.value)


def _known_on_web(session: Session, shop_id: int, person_id: int) -> PersonRow:
    """Return a person, known on the web chat from now on."""
    person = session.scalars(
        select(PersonRow).where(PersonRow.shop_id == shop_id, PersonRow.id == person_id)
    ).one()
    if people.known_as(session, shop_id, person_id, "web") is None:
        people.add_identity(session, person, "web", f"shop:{shop_id}:person:{person_id}")
    return person


def _names(session: Session, shop_id: int, ids: set[int]) -> dict[int, str]:
    rows = session.execute(
        select(PersonRow.id, PersonRow.name).where(
            PersonRow.shop_id == shop_id, PersonRow.id.in_(ids)
        )
    )
    return {row.id: row.name for row in rows}


def _approval(approval: approvals.Approval, names: dict[int, str], now: datetime) -> Standing:
    late = approval.status is approvals.ApprovalStatus.PENDING and approval.expires_at <= now
    return Standing(
        id=approval.id,
        state="expired" if late else approval.status.value,
        by=names.get(approval.decided_by or 0, ""),
    )


def _receipt(receipt: approvals.Receipt, now: datetime) -> Standing:
    if receipt.undone_at is not None:
        return Standing(id=receipt.id, state="undone")
    can_undo = receipt.undo_until is not None and receipt.undo_until > now
    return Standing(id=receipt.id, state="kept" if can_undo else "final")
