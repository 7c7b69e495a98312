"""The one value every business function takes first."""

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from commerce.access import Actor, Permission
from commerce.errors import NotAllowed
from commerce.ports import Ports
from commerce.words import Value, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where a business function reads, who asks, and what time it is.

    The caller opens and commits the session; business functions never commit.
    """

    session: Session
    actor: Actor
    now: datetime
    """Aware, UTC."""
    shop_name: str = ""
    """What the shop is called."""
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Kolkata"))
    """The shop's zone: where its days begin."""
    currency: str = "INR"
    """The shop's currency."""
    language: str = "en"
    """What the answer is written in: a key of `commerce.words.LANGUAGES`."""
    channel: str = "system"
    """Where the request came from, for the audit log."""
    conversation_id: str | None = None
    """The conversation the request was made in; `None` outside of one."""
    turn_id: str | None = None
    """The turn on whose behalf this runs, for the audit log."""
    on_behalf_of: int | None = None
    """The person the actor stands in for, whose limit allowed this; for the audit log."""
    ports: Ports = field(default_factory=Ports)

    def local(self, moment: datetime) -> datetime:
        """Return a moment in the shop's zone, where people read it."""
        return moment.astimezone(self.zone)

    def say(self, key: str, /, **values: Value) -> str:
        """Return a message of the catalogue in the language of the answer."""
        return say(self.language, key, **values)

    @property
    def today(self) -> date:
        """The date in the shop's zone."""
        return self.now.astimezone(self.zone).date()

    def require(self, permission: Permission) -> None:
        """Refuse an actor who lacks a permission.

        Raises:
            NotAllowed: The actor lacks it.
        """
        if not self.actor.may(permission):
            raise NotAllowed("error-not-allowed", role=self.actor.role.value)
