"""Who somebody is: found from how a channel knows them, signed in by password or one-time link."""

from commerce.people.handing_over import CLOSES, OPENS, HandedOver, hand_over
from commerce.people.identity import actor_by_id, actor_for, add_identity, add_person, known_as
from commerce.people.sign_in import (
    LINK_MINUTES,
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
    "CLOSES",
    "LINK_MINUTES",
    "OPENS",
    "SESSION_DAYS",
    "HandedOver",
    "actor_by_id",
    "actor_for",
    "add_identity",
    "add_person",
    "check_password",
    "close_session",
    "hand_over",
    "known_as",
    "make_link",
    "open_session",
    "redeem_link",
    "set_password",
    "signed_in",
]
