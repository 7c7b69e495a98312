"""Who works undelivered parcels, and to whom one should go, as values."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from commerce.money import Money
from commerce.ndr import Agent, Tally
from commerce.vocabulary import NdrReason

DEFAULT_CAP = 50
"""Open cases at most, where nothing else was said: the platform's own bound."""
DEFAULT_MINUTES = 12
"""Working minutes that a case takes, calls that nobody answers included."""


class SpokenLanguage(StrEnum):
    """A language that an agent and a customer can speak with each other in."""

    HINDI = "Hindi"
    ENGLISH = "English"
    MARATHI = "Marathi"
    TAMIL = "Tamil"
    TELUGU = "Telugu"
    KANNADA = "Kannada"
    MALAYALAM = "Malayalam"
    BENGALI = "Bengali"
    GUJARATI = "Gujarati"
    PUNJABI = "Punjabi"
    ODIA = "Odia"
    ASSAMESE = "Assamese"
    URDU = "Urdu"
    ARABIC = "Arabic"
    INDONESIAN = "Indonesian"

    @property
    def key(self) -> str:
        """The language as customers' records have it (BCP 47)."""
        return _KEYS[self]


_KEYS = {
    SpokenLanguage.HINDI: "hi", SpokenLanguage.ENGLISH: "en", SpokenLanguage.MARATHI: "mr",
    SpokenLanguage.TAMIL: "ta", SpokenLanguage.TELUGU: "te", SpokenLanguage.KANNADA: "kn",
    SpokenLanguage.MALAYALAM: "ml", SpokenLanguage.BENGALI: "bn", SpokenLanguage.GUJARATI: "gu",
    SpokenLanguage.PUNJABI: "pa", SpokenLanguage.ODIA: "or", SpokenLanguage.ASSAMESE: "as",
    SpokenLanguage.URDU: "ur", SpokenLanguage.ARABIC: "ar", SpokenLanguage.INDONESIAN: "id",
}  # fmt: skip
SPOKEN = {key: language for language, key in _KEYS.items()}


class Method(StrEnum):
    """By what a case is given to somebody."""

    RECOVERED = "recovered"
    """To whom the most rupees are expected back with."""
    PUBLISHED = "published"
    """By the score that the platform published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Days on which somebody is away, both inclusive."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one agent works, and when."""

    agent: Agent
    languages: frozenset[str] = frozenset()
    """Keys as customers' records have them, without script; empty is not known."""
    reasons: frozenset[NdrReason] = frozenset()
    """What they are good at."""
    only_these: bool = False
    """Whether they are given nothing but `reasons`."""
    cap: int = DEFAULT_CAP
    minutes_a_case: int = DEFAULT_MINUTES
    opens: time = time(0)
    closes: time = time(0)
    """As `opens`: at all hours."""
    rest_days: frozenset[int] = frozenset()
    """0 is Monday."""
    is_off: bool = False
    """Whether they said, or it was said of them, that they take nothing now."""
    leaves: tuple[Leave, ...] = ()
    """Those that are not over."""
    open_cases: int = 0
    untouched: int = 0
    """Of the open ones, those that nobody has done anything about yet."""
    given_today: int = 0
    """Cases that became theirs since the shop's day began."""

    def speaks(self, language: str) -> bool | None:
        """Tell whether they speak a customer's language; `None` where either is not known."""
        if not language or not self.languages:
            return None
        return language.partition("-")[0] in self.languages


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A case that should become somebody's."""

    id: int
    awb: str
    order_number: str
    reason: NdrReason
    is_cod: bool
    language: str
    """The customer's; empty where unknown."""
    attempts: int
    value: Money
    """The order's total."""
    stake_minor: int
    """What the shop gains if it is delivered and not returned."""
    chance: float | None
    """That the next attempt delivers, whoever works it; `None` where nothing was learnt."""
    last_attempt_at: datetime
    due_at: datetime
    act_by: datetime
    """The courier's next cut-off."""
    assignee_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Of what an expected amount is made, in minor units; they add up to it."""

    base: int
    """With an agent like any other who begins now."""
    skill: int
    """By how well this agent does with this reason."""
    language: int
    """By speaking, or not speaking, as the customer does."""
    waiting: int
    """By what the case loses until they come to it; never above zero."""

    @property
    def total(self) -> int:
        """What is expected in the end."""
        return self.base + self.skill + self.language + self.waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One agent a case could go to."""

    agent: Agent
    parts: Parts
    chance: float
    """Of delivery if they began now."""
    record: Tally
    """Their settled cases with this reason: delivered, of all."""
    speaks: bool | None
    ahead: int
    """Cases they work before this one."""
    begins_at: datetime
    score: float | None = None
    """The published score, where that chose."""


class LeftOut(StrEnum):
    """Why a case cannot go to an agent."""

    THEIRS = "theirs"
    """They have it already."""
    OFF = "off"
    LEAVE = "leave"
    FULL = "full"
    SKILL = "skill"
    SHIFT = "shift"
    """They would come to it too late."""
    FAIRNESS = "fairness"
    """They were given more than their share today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """To whom a case goes, and why."""

    case: Waiting
    method: Method
    chosen: Option
    others: tuple[Option, ...] = ()
    """The best first."""
    left_out: tuple[tuple[Agent, LeftOut], ...] = field(default=())
    together: bool = False
    """Chosen with others at once, so that the best for all may not be the best for this one."""

    @property
    def agent(self) -> Agent:
        """To whom it goes."""
        return self.chosen.agent
