"""Founding a shop and letting people in, from the command line."""

from zoneinfo import available_timezones

from rich.console import Console
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.asking import language_named
from app.settings import Settings
from app.shops import found_shop, the_shop
from app.wiring import open_database, utc_now
from commerce import people, records
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import PersonRow
from commerce.errors import NotFound, Refused
from commerce.money import MINOR_DIGITS

_console = Console(highlight=False, soft_wrap=True)


def found(name: str, *, currency: str, zone: str) -> None:
    """Found an empty shop with its owner.

    Raises:
        Refused: The name is taken, or currency or zone is unknown.
    """
    if currency not in MINOR_DIGITS:
        known = ", ".join(MINOR_DIGITS)
        raise Refused("error-unknown-currency", currency=currency, known=known)
    if zone not in available_timezones():
        raise Refused("error-unknown-zone", zone=zone)
    settings = Settings()
    with session_factory(open_database(settings))() as session:
        row = found_shop(session, name=name, now=utc_now(), currency=currency, zone=zone)
        people.add_person(session, shop_id=row.id, name="Owner", role=Role.OWNER, now=utc_now())
        session.commit()
    _console.print(f"Founded “{name}”. Next: superecom import orders FILE, superecom person …")


def add(name: str, *, role: str, email: str, language: str, password: str) -> None:
    """Add someone to the shop who can sign in.

    Raises:
        Refused: The role does not exist, the e-mail is taken, or the password is too short.
    """
    roles = [known.value for known in Role if known is not Role.CUSTOMER]
    if role not in roles:
        raise Refused("error-no-such-role", word=role, roles=", ".join(roles))
    settings = Settings()
    with session_factory(open_database(settings))() as session:
        shop = the_shop(session, settings.shop)
        if _by_email(session, shop.id, email) is not None:
            raise Refused("error-email-taken", email=email)
        person = people.add_person(
            session,
            shop_id=shop.id,
            name=name,
            role=Role(role),
            now=utc_now(),
            email=email,
            language=language_named(language) or "",
        )
        if password:
            _set_password(person, password)
        records.note(
            session,
            shop_id=shop.id,
            action="add_person",
            subject=name,
            now=utc_now(),
            after={"role": role, "email": person.email},
            channel="terminal",
        )
        session.commit()
    _console.print(f"{name} may sign in to “{shop.name}” as {role}.")


def print_link(email: str) -> None:
    """Print a link that signs someone in once, found by e-mail or by phone number (E.164).

    Raises:
        NotFound: Nobody in the shop has that e-mail.
    """
    settings = Settings()
    with session_factory(open_database(settings))() as session:
        shop = the_shop(session, settings.shop)
        person = _by_email(session, shop.id, email)
        if person is None:
            raise NotFound("error-nobody-has-email", email=email)
        secret = people.make_link(session, person, utc_now())
        records.note(
            session,
            shop_id=shop.id,
            action="make_sign_in_link",
            subject=person.name,
            now=utc_now(),
            channel="terminal",
        )
        session.commit()
    base = settings.public_url or f"http://{settings.host}:{settings.port}"
    _console.print(f"{base.rstrip('/')}/enter/{secret}")
    _console.print(f"Works once, for {people.LINK_MINUTES} minutes.", style="dim")


def _by_email(session: Session, shop_id: int, email: str) -> PersonRow | None:
    return session.scalar(
        select(PersonRow).where(
            PersonRow.shop_id == shop_id,
            or_(PersonRow.email == email.strip().casefold(), PersonRow.phone == email.strip()),
            PersonRow.role != Role.CUSTOMER.value,
            PersonRow.is_active,
        )
    )


def _set_password(person: PersonRow, password: str) -> None:
    try:
        people.set_password(person, password)
    except ValueError as error:
        raise Refused("error-weak-password") from error
