"""Who is asking, and what they may do."""

from dataclasses import dataclass
from enum import StrEnum


class Permission(StrEnum):
    """One thing an actor may do. A customer's permissions reach only their own orders."""

    ORDERS_READ = "orders:read"
    ORDERS_WRITE = "orders:write"
    PARCELS_READ = "parcels:read"
    NDR_READ = "ndr:read"
    NDR_ACT = "ndr:act"
    STOCK_READ = "stock:read"
    STOCK_WRITE = "stock:write"
    REPORTS_READ = "reports:read"
    REFUNDS = "refunds"
    PRICES_WRITE = "prices:write"
    PEOPLE_WRITE = "people:write"
    SETTINGS_WRITE = "settings:write"
    WORK_WRITE = "work:write"
    """Say who works what and when, and how soon it is to be done."""
    AUDIT_READ = "audit:read"
    APPROVE = "approve"
    HAND_OVER = "hand_over"
    CONVERSATIONS = "conversations"
    """Take over conversations in which a person is wanted."""
    WORKFLOWS_WRITE = "workflows:write"
    """Switch on what then acts in their name while nobody asks, and stop it."""
    KNOWLEDGE_READ = "knowledge:read"
    """Ask what the documents say; customers are told what is marked for them."""
    KNOWLEDGE_WRITE = "knowledge:write"
    OWN_ORDERS = "own:orders"
    OWN_DELIVERY = "own:delivery"


class Role(StrEnum):
    """The platform's roles."""

    OWNER = "Owner"
    ADMIN = "Admin"
    MANAGER = "Manager"
    OPERATOR = "Operator"
    NDR_AGENT = "NdrAgent"
    VIEWER = "Viewer"
    CUSTOMER = "Customer"


_OWN = frozenset({Permission.OWN_ORDERS, Permission.OWN_DELIVERY})
_READ = frozenset(
    {
        Permission.ORDERS_READ,
        Permission.PARCELS_READ,
        Permission.NDR_READ,
        Permission.STOCK_READ,
        Permission.REPORTS_READ,
        Permission.KNOWLEDGE_READ,
    }
)
_ALL_STAFF = frozenset(Permission) - _OWN

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.OWNER: _ALL_STAFF,
    Role.ADMIN: _ALL_STAFF,
    Role.MANAGER: _ALL_STAFF - {Permission.PEOPLE_WRITE, Permission.SETTINGS_WRITE},
    Role.OPERATOR: _READ
    | {
        Permission.ORDERS_WRITE,
        Permission.NDR_ACT,
        Permission.STOCK_WRITE,
        Permission.APPROVE,
        Permission.HAND_OVER,
        Permission.CONVERSATIONS,
    },
    Role.NDR_AGENT: frozenset(
        {
            Permission.ORDERS_READ,
            Permission.PARCELS_READ,
            Permission.NDR_READ,
            Permission.NDR_ACT,
            Permission.APPROVE,
            Permission.HAND_OVER,
            Permission.CONVERSATIONS,
            Permission.KNOWLEDGE_READ,
        }
    ),
    Role.VIEWER: _READ | {Permission.HAND_OVER},
    Role.CUSTOMER: _OWN | {Permission.HAND_OVER, Permission.KNOWLEDGE_READ},
}
"""What each role may do. `APPROVE` lets a person decide an approval they have the right for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The person on whose behalf code runs; found from (channel, external id), never from words."""

    shop_id: int
    person_id: int
    name: str
    role: Role
    permissions: frozenset[Permission]
    language: str | None = None
    """The language the person chose (a key of `commerce.words.LANGUAGES`); `None` answers in
    whatever they write."""
    customer_id: int | None = None
    """The customer this person is; set exactly when the role is Customer."""

    def may(self, permission: Permission) -> bool:
        """Tell whether the actor has a permission."""
        return permission in self.permissions


def a_stranger(shop_id: int) -> Actor:
    """Return who asks when nobody knows them: they are told what every customer may know.

    Its `person_id` is 0, which no person has, and it is no customer, so that no order is its own.
    """
    may = frozenset({Permission.KNOWLEDGE_READ})
    return Actor(shop_id=shop_id, person_id=0, name="", role=Role.CUSTOMER, permissions=may)


def the_shop_itself(shop_id: int) -> Actor:
    """Return who acts when the shop's own background work does: nobody, who may only read.

    Its `person_id` is 0, which no person has, so that nothing can be written in anybody's name.
    """
    reads = frozenset({Permission.ORDERS_READ, Permission.STOCK_READ, Permission.REPORTS_READ})
    return Actor(shop_id=shop_id, person_id=0, name="", role=Role.VIEWER, permissions=reads)
