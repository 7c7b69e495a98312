"""Who somebody is: found from how a channel knows them, signed in by password or one-time link."""

from commerce.people.identity import actor_by_id, actor_for, add_identity, add_person
from commerce.people.sign_in import (
    SESSION_DAYS,
    check_password,
    close_session,
    make_link,
    open_session,
    redeem_link,
    set_password,
    signed_in,
)

__all__ = [
    "SESSION_DAYS",
    "actor_by_id",
    "actor_for",
    "add_identity",
    "add_person",
    "check_password",
    "close_session",
    "make_link",
    "open_session",
    "redeem_link",
    "set_password",
    "signed_in",
]
