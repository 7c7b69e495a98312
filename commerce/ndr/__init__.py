"""Undelivered parcels: why, what to do about them, and doing it."""

from commerce.ndr.advice import advise
from commerce.ndr.assigning import assign, plan_assign, undo_assign
from commerce.ndr.board import COLUMNS, board
from commerce.ndr.calling import log_call, undo_log_call
from commerce.ndr.codes import meaning_of, note_unmapped, reason_for
from commerce.ndr.couriers import tell_couriers
from commerce.ndr.disputing import dispute, dispute_of, plan_dispute, told_to_courier, undo_dispute
from commerce.ndr.finding import (
    find_agent,
    find_case,
    find_cases,
    find_own_case,
    find_person,
    standing,
    standings,
)
from commerce.ndr.own import my_orders
from commerce.ndr.reattempting import plan_reattempt, reattempt, undo_reattempt
from commerce.ndr.returning import plan_return, return_to_origin, undo_return
from commerce.ndr.rules import MOST_ATTEMPTS, good_day, last_day, priority, time_to_act
from commerce.ndr.types import (
    Advice,
    Agent,
    CodeMeaning,
    Dispute,
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
from commerce.ndr.writing import message, plan_message, undo_message

__all__ = [
    "COLUMNS",
    "MOST_ATTEMPTS",
    "Advice",
    "Agent",
    "CodeMeaning",
    "Dispute",
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
    "assign",
    "board",
    "dispute",
    "dispute_of",
    "find_agent",
    "find_case",
    "find_cases",
    "find_own_case",
    "find_person",
    "good_day",
    "last_day",
    "log_call",
    "meaning_of",
    "message",
    "my_orders",
    "note_unmapped",
    "plan_assign",
    "plan_dispute",
    "plan_message",
    "plan_reattempt",
    "plan_return",
    "priority",
    "reason_for",
    "reattempt",
    "return_to_origin",
    "standing",
    "standings",
    "tell_couriers",
    "time_to_act",
    "told_to_courier",
    "undo_assign",
    "undo_dispute",
    "undo_log_call",
    "undo_message",
    "undo_reattempt",
    "undo_return",
]
