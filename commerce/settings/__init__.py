"""What a shop chose for itself, and which language a person is answered in."""

from commerce.settings.changing import (
    change_setting,
    plan_change_setting,
    set_language,
    settings_of,
    undo_change_setting,
    undo_set_language,
)
from commerce.settings.queries import approval_minutes, default_language
from commerce.settings.types import AnswerLanguage, Setting, ShopSettings

__all__ = [
    "AnswerLanguage",
    "Setting",
    "ShopSettings",
    "approval_minutes",
    "change_setting",
    "default_language",
    "plan_change_setting",
    "set_language",
    "settings_of",
    "undo_change_setting",
    "undo_set_language",
]
