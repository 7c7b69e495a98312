"""The people who work at the demo shop."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from commerce.access import Role
from commerce.db.tables import ChannelIdentityRow, PersonRow
from commerce.vocabulary import NdrReason as R

DOORS = ("web", "terminal")
"""Channels on which demo people are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Someone of the shop; `key` is what the picker of demo people calls them."""

    name: str
    role: Role
    key: str = ""
    languages: tuple[str, ...] = ()
    reasons: tuple[R, ...] = ()
    cap: int = 50

    @property
    def skills(self) -> dict[str, Any]:
        """What an NDR agent is good at; nothing for others."""
        if self.role is not Role.NDR_AGENT:
            return {}
        reasons = [reason.value for reason in self.reasons]
        return {"languages": list(self.languages), "reasons": reasons, "cap": self.cap}


TEAM = (
    Colleague(name="Meera Shah", role=Role.OWNER, key="seller"),
    Colleague(name="Arjun Nair", role=Role.MANAGER, key="manager"),
    Colleague(name="Kavita Joshi", role=Role.OPERATOR, key="operator"),
    Colleague(name="Rohan Gupta", role=Role.VIEWER, key="viewer"),
    Colleague(
        name="Priya Sharma", role=Role.NDR_AGENT, key="ndr_agent",
        languages=("hi", "hi-Latn", "en"),
        reasons=(R.CUSTOMER_NOT_AVAILABLE, R.CUSTOMER_UNREACHABLE, R.COD_NOT_READY),
    ),
    Colleague(
        name="Imran Khan", role=Role.NDR_AGENT, languages=("hi", "hi-Latn", "ur"),
        reasons=(R.CUSTOMER_REFUSED, R.COD_NOT_READY), cap=40,
    ),
    Colleague(
        name="Sneha Patil", role=Role.NDR_AGENT, languages=("mr", "hi", "en"),
        reasons=(R.INCORRECT_ADDRESS, R.ADDRESS_CHANGE_REQUESTED, R.PREMISES_CLOSED),
    ),
    Colleague(
        name="Lakshmi Iyer", role=Role.NDR_AGENT, languages=("ta", "te", "kn", "ml", "en"),
        reasons=(R.CUSTOMER_NOT_AVAILABLE, R.FUTURE_DELIVERY_REQUESTED, R.INCORRECT_ADDRESS),
    ),
    Colleague(
        name="Vikram Singh", role=Role.NDR_AGENT, languages=("hi", "pa", "en"),
        reasons=(R.CUSTOMER_REFUSED, R.CUSTOMER_UNREACHABLE, R.OPEN_DELIVERY_REQUESTED), cap=30,
    ),
)  # fmt: skip


def hire(session: Session, shop_id: int, now: datetime) -> dict[str, int]:
    """Add the team and how each is known; return ids by name."""
    people = {}
    for k, colleague in enumerate(TEAM):
        login = colleague.name.lower().replace(" ", ".")
        row = PersonRow(
            shop_id=shop_id, name=colleague.name, role=colleague.role.value, language="",
            email=f"{login}@shop.example", phone=f"+9194444000{k:02d}", customer_id=None,
            password_hash=None, skills=colleague.skills, is_active=True,
            created_at=now - timedelta(days=600 - 7 * k),
        )  # fmt: skip
        session.add(row)
        session.flush()
        people[colleague.name] = row.id
        if colleague.key:
            introduce(session, row, f"demo:{colleague.key}", now)
    session.flush()
    return people


def introduce(session: Session, person: PersonRow, external_id: str, now: datetime) -> None:
    """Make a person known on every door."""
    for channel in DOORS:
        session.add(
            ChannelIdentityRow(
                shop_id=person.shop_id, person_id=person.id, channel=channel,
                external_id=external_id, created_at=now,
            )
        )  # fmt: skip
