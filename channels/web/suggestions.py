"""What to ask first, by role: short, answerable, and nothing that changes anything."""

from typing import assert_never

from commerce.access import Role

_EACH = 4


def suggestion_keys(role: Role) -> list[str]:
    """Return the catalogue keys of the sentences offered on an empty conversation."""
    return [f"web-suggest-{_group(role)}-{number}" for number in range(1, _EACH + 1)]


def _group(role: Role) -> str:
    match role:
        case Role.OWNER | Role.ADMIN | Role.OPERATOR | Role.VIEWER:
            return "seller"
        case Role.MANAGER:
            return "manager"
        case Role.NDR_AGENT:
            return "agent"
        case Role.CUSTOMER:
            return "customer"
        case _:
            assert_never(role)
