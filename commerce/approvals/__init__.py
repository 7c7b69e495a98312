"""Asking first: what waits for a yes, who may give it, and the proof of what was done."""

from commerce.approvals.queries import (
    approved_but_not_done,
    ask,
    find,
    mark_undone,
    move,
    of_call,
    of_conversation,
    overdue,
    pending,
    receipt,
    receipts_of,
    replace_older,
    write_receipt,
)
from commerce.approvals.rules import check_binding, check_decision, fingerprint
from commerce.approvals.types import Approval, ApprovalStatus, Receipt

__all__ = [
    "Approval",
    "ApprovalStatus",
    "Receipt",
    "approved_but_not_done",
    "ask",
    "check_binding",
    "check_decision",
    "find",
    "fingerprint",
    "mark_undone",
    "move",
    "of_call",
    "of_conversation",
    "overdue",
    "pending",
    "receipt",
    "receipts_of",
    "replace_older",
    "write_receipt",
]
