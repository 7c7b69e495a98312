"""The words of settings."""

from dataclasses import dataclass
from enum import StrEnum


class Setting(StrEnum):
    """One thing a shop can choose."""

    NAME = "Name"
    ZONE = "Zone"
    LANGUAGE = "Language"
    """What people are answered in who chose no language and whose writing tells none."""
    APPROVAL_MINUTES = "ApprovalMinutes"
    """How long a write waits for its yes."""


class AnswerLanguage(StrEnum):
    """A language people can be answered in."""

    ENGLISH = "English"
    HINDI = "Hindi"
    HINGLISH = "Hinglish"
    AS_WRITTEN = "AsWritten"
    """Whatever they write."""

    @property
    def key(self) -> str:
        """The language in the catalogue; empty to answer in what is written."""
        return {"English": "en", "Hindi": "hi", "Hinglish": "hi-Latn"}.get(self.value, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopSettings:
    """What a shop chose, or what holds until it does."""

    name: str
    zone: str
    """IANA name."""
    currency: str
    language: str
    """A key of `commerce.words.LANGUAGES`."""
    approval_minutes: int
