"""Who works which undelivered parcel: agents' skills and shifts, choosing, giving, taking back."""

from commerce.assignment.choosing import choose_assignee, choose_assignees, expected, explain
from commerce.assignment.giving import STALE_AFTER, away, give_by_itself, stuck_cases
from commerce.assignment.profiles import (
    MOST_CAP,
    find_one,
    find_profiles,
    is_on_shift,
    plan_set_agent,
    plan_set_availability,
    set_agent,
    set_availability,
    undo_set_agent,
)
from commerce.assignment.rules import published_score
from commerce.assignment.types import (
    DEFAULT_CAP,
    SPOKEN,
    Choice,
    Leave,
    LeftOut,
    Method,
    Option,
    Parts,
    Profile,
    SpokenLanguage,
    Waiting,
)

__all__ = [
    "DEFAULT_CAP",
    "MOST_CAP",
    "SPOKEN",
    "STALE_AFTER",
    "Choice",
    "Leave",
    "LeftOut",
    "Method",
    "Option",
    "Parts",
    "Profile",
    "SpokenLanguage",
    "Waiting",
    "away",
    "choose_assignee",
    "choose_assignees",
    "expected",
    "explain",
    "find_one",
    "find_profiles",
    "give_by_itself",
    "is_on_shift",
    "plan_set_agent",
    "plan_set_availability",
    "published_score",
    "set_agent",
    "set_availability",
    "stuck_cases",
    "undo_set_agent",
]
