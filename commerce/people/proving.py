"""Who a stranger on a messenger is: proven by a code, never by a name, a number or an order alone.

Whatever they try is answered the same whether the order exists or not, and only so often an hour.
"""

import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commerce.access import Role
from commerce.db.tables import (
    ChannelProofRow,
    CustomerPromptRow,
    CustomerRow,
    DeliveryRow,
    OrderRow,
    PersonRow,
)
from commerce.people.identity import add_person
from commerce.people.linking import bind, redeem_code, wants_to_go
from commerce.people.sign_in import hash_of

WINDOW: Final = timedelta(hours=1)
"""In which tries are counted."""
MOST_WRONG: Final = 5
MOST_ASKED: Final = 5
"""Orders that one sender may name in the window."""
MOST_CODES: Final = 5
"""Codes that one customer is sent in the window, whoever asks for them."""
CODE_LASTS: Final = timedelta(minutes=10)
PROMPT_LASTS: Final = timedelta(days=7)
"""For so long an answer to what was brought to a customer's own number proves who answers."""

_LINK = re.compile(
    r"(?i)^\s*/?(?:link|start|code|join|जुड़ो|जुड़ें|judo)[\s:]+([a-z0-9]{4}[\s-]?[a-z0-9]{4})\s*[.!]?\s*$"
)
_AGAIN = re.compile(
    r"(?i)^\s*/?(?:link|start|join|जुड़ो|जुड़ें|judo)[\s:]+([a-z0-9]{4}[\s-]?[a-z0-9]{4})\s*[.!]?\s*$"
)
"""Of somebody known: they write of other codes as well."""
_BARE = re.compile(r"^\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*$")
_ASKS = re.compile(
    r"(?i)\s*/?(?:link|log ?in|sign ?in|लिंक|लॉग ?इन)"
    r"(?: me| karo| kar do| chahiye| do| करो| कर दो| चाहिए)?\s*[.!]?\s*"
)
_ASKS_AGAIN = re.compile(r"(?i)\s*(?:/link|link me|mujhe link karo|मुझे लिंक करो)\s*[.!]?\s*")
"""Of somebody known: a customer who writes “link” means the one to pay by."""
_CODE = re.compile(r"(?<![\w-])(\d{3})[\s-]?(\d{3})(?![\w-])")
_ORDER = re.compile(r"(?<!\w)#?((?=\S*\d{3})(?:[A-Za-z]{1,6}-?)?\d[\dA-Za-z-]{2,30})(?!\w)")
_LETTERS_FIRST = re.compile(r"([A-Z]+)-?(\d.*)")
_BROUGHT = ("sent", "delivered", "read")


class Met(StrEnum):
    """What a stranger is answered."""

    LINKED = "linked"
    """They are somebody we know, by a code made while signed in."""
    JOINED = "joined"
    """They were invited to the shop, and are of it from now on, by the code made for them."""
    PROVEN = "proven"
    """They are a customer of ours, by the code sent to the contact on their order."""
    ANSWERED = "answered"
    """They are a customer of ours, as they answer what was brought to their own number."""
    ASKED = "asked"
    """They named an order: if it is one, a code went to its contact."""
    WRONG = "wrong"
    SLOW = "slow"
    WANTS_LINK = "wants-link"
    """They are to be sent a link by which somebody who is signed in is known there."""
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeToSend:
    """A code, and where the customer whose order was named can be reached."""

    customer_id: int
    code: str
    phone: str | None
    email: str | None
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What came of a stranger's message."""

    met: Met
    name: str = ""
    """Who they are, where that is proven."""
    role: str = ""
    """As what they joined the shop."""
    order: str = ""
    """The order they named, in their own letters."""
    to_send: CodeToSend | None = None
    """To be brought; the stranger is answered the same without."""


def meet(
    session: Session, *, shop_id: int, channel: str, external_id: str, text: str, now: datetime
) -> Meeting:
    """Find out who a stranger is, or what they must do to be known; the caller commits."""
    own = _answers_a_prompt(session, shop_id, channel, external_id, now)
    if own is not None:
        name = _be(session, own, channel, external_id, by="prompt", now=now)
        return Meeting(met=Met.ANSWERED, name=name)
    proof = proof_row(session, shop_id, channel, external_id, now)
    link = _LINK.match(text) or _BARE.match(text)
    if link is not None:
        return _by_link(session, proof, link[1], now)
    if _ASKS.fullmatch(text) is not None:
        return _by_wish(proof)
    code = _CODE.search(text)
    if code is not None and proof.expires_at is not None and proof.expires_at > now:
        return _by_code(session, proof, code[1] + code[2], now)
    named = _ORDER.search(text)
    if named is not None:
        return _by_order(session, proof, named[1], now)
    return Meeting(met=Met.STRANGER)


def speaks_of_who(text: str) -> bool:
    """Tell whether what somebody known writes is about who they are: see `meet_again`, `let_go`."""
    said = _AGAIN.match(text) or _ASKS_AGAIN.fullmatch(text)
    return said is not None or wants_to_go(text)


def meet_again(
    session: Session, *, shop_id: int, channel: str, external_id: str, text: str, now: datetime
) -> Meeting | None:
    """Let somebody who is known be who made the code they send, or have a link for that.

    `None` where they send no code and ask for no link. Wrong codes are counted as a
    stranger's are; the caller commits.
    """
    link, asks = _AGAIN.match(text), _ASKS_AGAIN.fullmatch(text)
    if link is None and asks is None:
        return None
    proof = proof_row(session, shop_id, channel, external_id, now)
    if link is None:
        return _by_wish(proof)
    return _by_link(session, proof, link[1], now)


def _by_link(session: Session, proof: ChannelProofRow, code: str, now: datetime) -> Meeting:
    if proof.wrong >= MOST_WRONG:
        return Meeting(met=Met.SLOW)
    found = redeem_code(
        session, shop_id=proof.shop_id, code=code, channel=proof.channel,
        external_id=proof.external_id, now=now,
    )  # fmt: skip
    if found is None:
        proof.wrong += 1
        return Meeting(met=Met.WRONG)
    if found.by_invitation:
        return Meeting(met=Met.JOINED, name=found.person.name, role=found.person.role)
    return Meeting(met=Met.LINKED, name=found.person.name)


def _by_wish(proof: ChannelProofRow) -> Meeting:
    if proof.asked >= MOST_ASKED or proof.wrong >= MOST_WRONG:
        return Meeting(met=Met.SLOW)
    proof.asked += 1
    return Meeting(met=Met.WANTS_LINK)


def _by_code(session: Session, proof: ChannelProofRow, code: str, now: datetime) -> Meeting:
    if proof.wrong >= MOST_WRONG:
        return Meeting(met=Met.SLOW)
    # Without a code under way the comparison fails like any other.
    right = hmac.compare_digest(proof.code_hash or "", _hash(proof, code))
    customer = _customer(session, proof.shop_id, proof.customer_id) if right else None
    if customer is None:
        proof.wrong += 1
        return Meeting(met=Met.WRONG)
    proof.code_hash, proof.expires_at = None, None
    name = _be(session, customer, proof.channel, proof.external_id, by="order_code", now=now)
    return Meeting(met=Met.PROVEN, name=name)


def _by_order(session: Session, proof: ChannelProofRow, number: str, now: datetime) -> Meeting:
    if proof.asked >= MOST_ASKED or proof.wrong >= MOST_WRONG:
        return Meeting(met=Met.SLOW)
    proof.asked += 1
    proof.expires_at = now + CODE_LASTS
    # The same work whether the order is there or not.
    code = f"{secrets.randbelow(10**6):06d}"
    proof.code_hash = proof.customer_id = None
    customer = _of_order(session, proof.shop_id, number)
    to_send = None
    if customer is not None and _may_be_sent(session, customer, now):
        proof.customer_id = customer.id
        proof.code_hash = _hash(proof, code)
        to_send = CodeToSend(
            customer_id=customer.id, code=code, phone=customer.phone, email=customer.email,
            language=customer.language,
        )  # fmt: skip
    session.flush()
    return Meeting(met=Met.ASKED, order=number, to_send=to_send)


def _answers_a_prompt(
    session: Session, shop_id: int, channel: str, external_id: str, now: datetime
) -> CustomerRow | None:
    """Return the customer who was asked something at just this address of late.

    The prompt went to the number that the shop had of them, and the messenger vouches for the
    number it comes from: as strong a proof as a code sent there.
    """
    return session.scalar(
        select(CustomerRow)
        .join(
            CustomerPromptRow,
            (CustomerPromptRow.customer_id == CustomerRow.id)
            & (CustomerPromptRow.shop_id == CustomerRow.shop_id),
        )
        .join(
            DeliveryRow,
            (DeliveryRow.shop_id == CustomerPromptRow.shop_id)
            & (DeliveryRow.idempotency_key == CustomerPromptRow.delivery_key),
        )
        .where(
            DeliveryRow.shop_id == shop_id,
            CustomerRow.shop_id == shop_id,
            DeliveryRow.channel == channel,
            DeliveryRow.address == external_id,
            CustomerRow.phone == external_id,
            DeliveryRow.status.in_(_BROUGHT),
            DeliveryRow.sent_at > now - PROMPT_LASTS,
        )
        .order_by(DeliveryRow.id.desc())
        .limit(1)
    )


def _be(
    session: Session, customer: CustomerRow, channel: str, external_id: str, *, by: str,
    now: datetime,
) -> str:  # fmt: skip
    """Let a channel's id stand for a customer: for the one person they are on every channel."""
    person = session.scalar(
        select(PersonRow)
        .where(
            PersonRow.shop_id == customer.shop_id,
            PersonRow.customer_id == customer.id,
            PersonRow.is_active,
        )
        .order_by(PersonRow.id)
        .limit(1)
    ) or add_person(
        session, shop_id=customer.shop_id, name=customer.name, role=Role.CUSTOMER, now=now,
        customer_id=customer.id,
    )  # fmt: skip
    bind(session, person, channel, external_id, by=by, now=now)
    return person.name


def proof_row(
    session: Session, shop_id: int, channel: str, external_id: str, now: datetime
) -> ChannelProofRow:
    """Return what one sender is proving, locked until the transaction ends."""
    row = session.scalar(
        select(ChannelProofRow)
        .where(
            ChannelProofRow.shop_id == shop_id,
            ChannelProofRow.channel == channel,
            ChannelProofRow.external_id == external_id,
        )
        .with_for_update()
    )
    if row is None:
        row = ChannelProofRow(
            shop_id=shop_id, channel=channel, external_id=external_id, customer_id=None,
            code_hash=None, expires_at=None, wrong=0, asked=0, since=now,
            link_hash=None,
        )  # fmt: skip
        session.add(row)
        session.flush()
    if row.since <= now - WINDOW:
        row.wrong, row.asked, row.since = 0, 0, now
    return row


def _may_be_sent(session: Session, customer: CustomerRow, now: datetime) -> bool:
    sent = session.scalar(
        select(func.coalesce(func.sum(ChannelProofRow.asked), 0)).where(
            ChannelProofRow.shop_id == customer.shop_id,
            ChannelProofRow.customer_id == customer.id,
            ChannelProofRow.since > now - WINDOW,
        )
    )
    return (sent or 0) < MOST_CODES


def _of_order(session: Session, shop_id: int, number: str) -> CustomerRow | None:
    return session.scalar(
        select(CustomerRow)
        .join(
            OrderRow,
            (OrderRow.customer_id == CustomerRow.id) & (OrderRow.shop_id == CustomerRow.shop_id),
        )
        .where(
            OrderRow.shop_id == shop_id,
            CustomerRow.shop_id == shop_id,
            OrderRow.number.in_(_spellings(number)),
        )
        .limit(1)
    )


def _spellings(number: str) -> set[str]:
    """Return an order's number as written, and as shops write it: `se10042` for `SE-10042`."""
    large = number.upper()
    found = _LETTERS_FIRST.fullmatch(large)
    return {number, large, *((f"{found[1]}-{found[2]}", found[1] + found[2]) if found else ())}


def _customer(session: Session, shop_id: int, customer_id: int | None) -> CustomerRow | None:
    return session.scalar(
        select(CustomerRow).where(CustomerRow.shop_id == shop_id, CustomerRow.id == customer_id)
    )


def _hash(proof: ChannelProofRow, code: str) -> str:
    return hash_of(f"proof:{proof.id}:{proof.customer_id}:{code}")
