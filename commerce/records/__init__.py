"""Write down what happened (events) and who did it (the audit log), and look it up again."""

from commerce.records.queries import entries, search, show
from commerce.records.sealing import seal, seal_all, seal_anew, verify
from commerce.records.types import Action, AuditEntry, AuditPage, AuditSearch, Tampering
from commerce.records.writing import audit, happened, happened_by_itself, note

__all__ = [
    "Action",
    "AuditEntry",
    "AuditPage",
    "AuditSearch",
    "Tampering",
    "audit",
    "entries",
    "happened",
    "happened_by_itself",
    "note",
    "seal",
    "seal_all",
    "seal_anew",
    "search",
    "show",
    "verify",
]
