"""The words of the team."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from commerce.access import Role


class StaffRole(StrEnum):
    """The roles that people of the shop can have; customers are not among them."""

    OWNER = "Owner"
    ADMIN = "Admin"
    MANAGER = "Manager"
    OPERATOR = "Operator"
    NDR_AGENT = "NdrAgent"
    VIEWER = "Viewer"

    @property
    def role(self) -> Role:
        """The role as access knows it."""
        return Role(self.value)


class PeopleStanding(StrEnum):
    """Which people a list is of."""

    ACTIVE = "Active"
    DISABLED = "Disabled"
    ALL = "All"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Someone of the shop."""

    id: int
    name: str
    role: Role
    email: str | None
    phone: str | None
    language: str
    is_active: bool
    last_seen: datetime | None
    """When they last opened a session or wrote; `None` where they never have."""
    created_at: datetime
