"""What may be said to people on messengers that have rules, and in which words.

WhatsApp lets a shop write freely for 24 hours after somebody wrote; later only texts it has
approved. SMS in India knows only registered texts. Who says STOP is written to no more.
"""

from commerce.messaging.queries import approved, first_words_since, say_start, say_stop, stopped
from commerce.messaging.registry import add_template, sync_templates, templates
from commerce.messaging.resending import plan_resend, send_again
from commerce.messaging.rules import (
    WINDOW,
    filled,
    is_open,
    is_start,
    is_stop,
    places_of,
    quiet_until,
    values_of,
)
from commerce.messaging.types import Approval, Category, Template, VendorTemplate
from commerce.messaging.wishes import heed

__all__ = [
    "WINDOW",
    "Approval",
    "Category",
    "Template",
    "VendorTemplate",
    "add_template",
    "approved",
    "filled",
    "first_words_since",
    "heed",
    "is_open",
    "is_start",
    "is_stop",
    "places_of",
    "plan_resend",
    "quiet_until",
    "say_start",
    "say_stop",
    "send_again",
    "stopped",
    "sync_templates",
    "templates",
    "values_of",
]
