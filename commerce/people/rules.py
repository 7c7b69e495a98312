"""Who may change whose rights, free of databases and clocks."""

from commerce.access import Role
from commerce.errors import NotAllowed, Refused

RANK = {
    Role.VIEWER: 0,
    Role.NDR_AGENT: 1,
    Role.OPERATOR: 2,
    Role.MANAGER: 3,
    Role.ADMIN: 4,
    Role.OWNER: 5,
}
"""A higher role has every permission of a lower one."""


def check_invite(by: Role, role: Role) -> None:
    """Refuse to let somebody in above oneself.

    Raises:
        NotAllowed: Only an Owner makes an Owner.
    """
    if RANK[role] > RANK[by]:
        raise NotAllowed("error-people-above-you", role=role.value)


def check_change(by: Role, *, is_self: bool, was: Role, becomes: Role, owners: int) -> None:
    """Refuse a change of role that nobody should make.

    Args:
        by: The role of who changes it.
        is_self: Whether it is their own.
        was: The role it is.
        becomes: The role it would be.
        owners: How many active Owners the shop has.

    Raises:
        NotAllowed: They reach above themselves, or for an Owner without being one.
        Refused: It is that role already, or the shop would have no Owner.
    """
    if was is becomes:
        raise Refused("error-people-role-same", role=becomes.value)
    if is_self and RANK[becomes] > RANK[was]:
        raise NotAllowed("error-people-not-yourself")
    _check_touch(by, was)
    if RANK[becomes] > RANK[by]:
        raise NotAllowed("error-people-above-you", role=becomes.value)
    if was is Role.OWNER and owners < 2:
        raise Refused("error-people-last-owner")


def check_disable(by: Role, *, is_self: bool, was: Role, owners: int) -> None:
    """Refuse to shut out someone who must stay.

    Raises:
        NotAllowed: They are above, or an Owner and the actor is none.
        Refused: It is oneself, or the last Owner.
    """
    if was is Role.OWNER and owners < 2:
        raise Refused("error-people-last-owner")
    if is_self:
        raise Refused("error-people-disable-self")
    _check_touch(by, was)


def _check_touch(by: Role, was: Role) -> None:
    if RANK[was] > RANK[by]:
        raise NotAllowed("error-people-above-you", role=was.value)
