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
from commerce.ndr.hearing import Taken, take_scans
from commerce.ndr.holdout import Comparison, compare
from commerce.ndr.own import my_orders
from commerce.ndr.own_changes import (
    correct_address,
    pay_online,
    plan_correction,
    plan_payment,
    plan_refusal,
    refuse_delivery,
    undo_correction,
    undo_refusal,
)
from commerce.ndr.queries_hearing import silent as silent_parcels
from commerce.ndr.queries_hearing import unmapped as unmapped_codes
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
    Outlook,
    OwnOrder,
    OwnOrders,
    OwnParcel,
    Reattempt,
    RightAddress,
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
    "Comparison",
    "Dispute",
    "Evidence",
    "NdrCase",
    "NdrList",
    "NdrQueue",
    "NdrSearch",
    "NdrSort",
    "Outlook",
    "OwnOrder",
    "OwnOrders",
    "OwnParcel",
    "Reattempt",
    "RightAddress",
    "Step",
    "StepKind",
    "Taken",
    "Tally",
    "advise",
    "assign",
    "board",
    "compare",
    "correct_address",
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
    "pay_online",
    "plan_assign",
    "plan_correction",
    "plan_dispute",
    "plan_message",
    "plan_payment",
    "plan_reattempt",
    "plan_refusal",
    "plan_return",
    "priority",
    "reason_for",
    "reattempt",
    "refuse_delivery",
    "return_to_origin",
    "silent_parcels",
    "standing",
    "standings",
    "take_scans",
    "tell_couriers",
    "time_to_act",
    "told_to_courier",
    "undo_assign",
    "undo_correction",
    "undo_dispute",
    "undo_log_call",
    "undo_message",
    "undo_reattempt",
    "undo_refusal",
    "undo_return",
    "unmapped_codes",
]
