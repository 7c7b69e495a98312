"""Undelivered parcels: why, what to do about them, and doing it."""

from commerce.ndr.codes import CodeMeaning, meaning_of, note_unmapped, reason_for
from commerce.ndr.rules import priority, time_to_act

__all__ = [
    "CodeMeaning",
    "meaning_of",
    "note_unmapped",
    "priority",
    "reason_for",
    "time_to_act",
]
