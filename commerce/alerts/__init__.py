"""Early warnings: what is out of the ordinary, once a cause, until it is as usual again."""

from commerce.alerts.choosing import (
    acknowledge,
    listed,
    plan_acknowledge,
    plan_snooze,
    plan_wishes,
    set_wishes,
    snooze,
    undo_status,
    undo_wishes,
    wishes_of,
)
from commerce.alerts.detecting import signals
from commerce.alerts.queries import note_told
from commerce.alerts.types import Alert, AlertKind, AlertPlace, AlertStatus, Signal, Wishes
from commerce.alerts.watching import keep, to_tell, watch

__all__ = [
    "Alert",
    "AlertKind",
    "AlertPlace",
    "AlertStatus",
    "Signal",
    "Wishes",
    "acknowledge",
    "keep",
    "listed",
    "note_told",
    "plan_acknowledge",
    "plan_snooze",
    "plan_wishes",
    "set_wishes",
    "signals",
    "snooze",
    "to_tell",
    "undo_status",
    "undo_wishes",
    "watch",
    "wishes_of",
]
