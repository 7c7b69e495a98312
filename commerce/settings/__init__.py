"""What a shop chose for itself, and which language a person is answered in."""

from commerce.settings.changing import (
    change_setting,
    plan_change_setting,
    set_language,
    settings_of,
    undo_change_setting,
    undo_set_language,
)
from commerce.settings.queries import (
    approval_minutes,
    cancel_rule,
    default_language,
    ndr_assignment,
    ndr_hold_out,
    prepaid_discount,
    price_rules,
)
from commerce.settings.types import (
    AnswerLanguage,
    CancelRule,
    PriceRules,
    Setting,
    ShopSettings,
)

__all__ = [
    "AnswerLanguage",
    "CancelRule",
    "PriceRules",
    "Setting",
    "ShopSettings",
    "approval_minutes",
    "cancel_rule",
    "change_setting",
    "default_language",
    "ndr_assignment",
    "ndr_hold_out",
    "plan_change_setting",
    "prepaid_discount",
    "price_rules",
    "set_language",
    "settings_of",
    "undo_change_setting",
    "undo_set_language",
]
