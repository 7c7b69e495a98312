"""Who is known on which messenger, from the command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from rich.console import Console
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.settings import Settings
from app.shops import the_shop
from app.wiring import open_database, utc_now
from commerce import outreach, people
from commerce.access import Role
from commerce.context import Context
from commerce.db import session_factory
from commerce.db.tables import PersonRow
from commerce.errors import NotFound, Refused
from commerce.outreach import PromptKind
from commerce.words import FALLBACK

_console = Console(highlight=False, soft_wrap=True)


def print_code(email: str) -> None:
    """Print a code that lets its sender be somebody of the shop on a messenger.

    Raises:
        NotFound: Nobody in the shop has that e-mail.
    """
    with _of(email) as ctx:
        code = people.make_link_code(ctx)
    _console.print(ctx.say("link-code-made", code=code, minutes=people.LINK_CODE_MINUTES))


def print_linked(email: str) -> None:
    """Print on which messengers somebody is known.

    Raises:
        NotFound: Nobody in the shop has that e-mail.
    """
    with _of(email) as ctx:
        found = people.linked_channels(ctx)
    for one in found:
        since = ctx.local(one.since)
        _console.print(f"{one.channel}  {one.external_id}  since {since:%Y-%m-%d %H:%M}")
    if not found:
        _console.print("None.")


def unlink(email: str, channel: str) -> None:
    """Have a messenger know somebody no more.

    Raises:
        NotFound: Nobody in the shop has that e-mail, or they are not known there.
    """
    with _of(email) as ctx:
        people.unlink(ctx, channel)
    _console.print(f"{ctx.actor.name} is a stranger on {channel} now.")


def switch_asking(kind: str, *, on: bool) -> None:
    """Have customers asked something first, or no more, as the shop's first owner.

    Raises:
        NotFound: The shop has no owner.
        Refused: There is no such thing to ask, or it is so already.
    """
    if kind not in set(PromptKind):
        raise Refused("error-ask-unknown", kind=kind, known=", ".join(PromptKind))
    with _of(None) as ctx:
        outreach.switch(ctx, PromptKind(kind), on=on)
    _console.print(f"Customers are asked about “{kind}”." if on else "Customers are not asked.")


@contextmanager
def _of(email: str | None) -> Iterator[Context]:
    """Give somebody's context, and commit at the end; without an e-mail the first owner's."""
    settings = Settings()
    with session_factory(open_database(settings))() as session:
        shop = the_shop(session, settings.shop)
        person = _person(session, shop.id, email)
        actor = people.actor_by_id(session, shop.id, person) if person is not None else None
        if actor is None:
            raise NotFound("error-nobody-has-email", email=email or Role.OWNER.value)
        yield Context(
            session=session, actor=actor, now=utc_now(), shop_name=shop.name,
            zone=ZoneInfo(shop.zone), currency=shop.currency, channel="terminal",
            language=actor.language or FALLBACK,
        )  # fmt: skip
        session.commit()


def _person(session: Session, shop_id: int, email: str | None) -> int | None:
    query = select(PersonRow.id).where(PersonRow.shop_id == shop_id, PersonRow.is_active)
    if email is None:
        return session.scalar(
            query.where(PersonRow.role == Role.OWNER.value).order_by(PersonRow.id).limit(1)
        )
    named = or_(PersonRow.email == email.strip().casefold(), PersonRow.phone == email.strip())
    return session.scalar(query.where(named, PersonRow.role != Role.CUSTOMER.value).limit(1))
