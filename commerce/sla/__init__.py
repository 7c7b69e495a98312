"""Service levels: what is to be done by when, what is late or will be, and who kept them."""

from commerce.sla.breaches import find_breaches
from commerce.sla.calendar import Calendar, calendar_of, shop_hours
from commerce.sla.keeping import performance
from commerce.sla.rules import FEW, lately
from commerce.sla.scorecards import lanes, scorecards
from commerce.sla.setting import (
    plan_set,
    plan_set_holiday,
    plan_set_hours,
    set_holiday,
    set_hours,
    set_term,
    undo_set,
    undo_set_holiday,
    undo_set_hours,
)
from commerce.sla.types import (
    Breaches,
    Clock,
    Counted,
    Due,
    Kept,
    Likely,
    Scorecard,
    Share,
    ShopHours,
    SlaKind,
    SlaStanding,
    Term,
)

__all__ = [
    "FEW",
    "Breaches",
    "Calendar",
    "Clock",
    "Counted",
    "Due",
    "Kept",
    "Likely",
    "Scorecard",
    "Share",
    "ShopHours",
    "SlaKind",
    "SlaStanding",
    "Term",
    "calendar_of",
    "find_breaches",
    "lanes",
    "lately",
    "performance",
    "plan_set",
    "plan_set_holiday",
    "plan_set_hours",
    "scorecards",
    "set_holiday",
    "set_hours",
    "set_term",
    "shop_hours",
    "undo_set",
    "undo_set_holiday",
    "undo_set_hours",
]
