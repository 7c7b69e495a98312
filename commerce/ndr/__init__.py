"""Undelivered parcels: why, what to do about them, and doing it."""

from commerce.ndr.advice import advise
from commerce.ndr.codes import meaning_of, note_unmapped, reason_for
from commerce.ndr.couriers import tell_couriers
from commerce.ndr.finding import find_case, find_cases, find_own_case, find_person
from commerce.ndr.own import my_orders
from commerce.ndr.reattempting import plan_reattempt, reattempt, undo_reattempt
from commerce.ndr.returning import plan_return, return_to_origin, undo_return
from commerce.ndr.rules import MOST_ATTEMPTS, good_day, last_day, priority, time_to_act
from commerce.ndr.types import (
    Advice,
    CodeMeaning,
    Evidence,
    NdrCase,
    NdrList,
    NdrQueue,
    NdrSearch,
    NdrSort,
    OwnOrder,
    OwnOrders,
    OwnParcel,
    Reattempt,
    Step,
    StepKind,
    Tally,
)

__all__ = [
    "MOST_ATTEMPTS",
    "Advice",
    "CodeMeaning",
    "Evidence",
    "NdrCase",
    "NdrList",
    "NdrQueue",
    "NdrSearch",
    "NdrSort",
    "OwnOrder",
    "OwnOrders",
    "OwnParcel",
    "Reattempt",
    "Step",
    "StepKind",
    "Tally",
    "advise",
    "find_case",
    "find_cases",
    "find_own_case",
    "find_person",
    "good_day",
    "last_day",
    "meaning_of",
    "my_orders",
    "note_unmapped",
    "plan_reattempt",
    "plan_return",
    "priority",
    "reason_for",
    "reattempt",
    "return_to_origin",
    "tell_couriers",
    "time_to_act",
    "undo_reattempt",
    "undo_return",
]
