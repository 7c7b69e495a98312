"""Whether a sentence asks for an action, asks about it, reports it, or forbids it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import OSA

import prompts
from agent.planner.negating import Ban, Spoken, ban_on, has_negation, is_the_action
from agent.planner.recognise.found import Hit, phrases
from agent.planner.text import Said, Token, is_hindi, read
from commerce.spelling import fold

_ASKING = {key: frozenset(words) for key, words in prompts.lexicon("question_words").items()}
_WISHES = _ASKING["wish"]

_SMALL_TALK = frozenset(prompts.lexicon("dialogue_words")["filler"])
_IMPERATIVES = frozenset(prompts.lexicon("question_words")["commands_first"])
_HINDI_IMPERATIVES = frozenset(prompts.lexicon("question_words")["commands_last"])

_ANYWHERE = frozenset(_ASKING["commands_anywhere"])
_NO_COMMAND = frozenset(_ASKING["before_no_command"])

_ARTICLE_BEFORE = frozenset(prompts.lexicon("question_words")["after_article"])

_ENDINGS = ("ed", "d", "ing", "s", "es")


_PAUSE = re.compile(r"[,.;\n]\s+|\s-\s")
_LOOKS = frozenset(prompts.lexicon("dialogue_words")["look"])


class Mood(StrEnum):
    """How an action is spoken of."""

    COMMAND = "command"
    ASKS = "asks"
    REPORTS = "reports"
    NEGATED = "negated"
    UNSURE = "unsure"
    """A "not" further off may be about the action."""
    UNSAID = "unsaid"
    """No word of the sentence names the action."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """The words that name one tool's action, learned from its examples."""

    triggers: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """Negations that are the action itself: "mat bhejo" is to hold."""
    told: bool = False
    """Whether people ask for it by telling what happened: "the rider never came"."""

    def named_by(self, token: Token) -> bool:
        """Tell whether a word names the action, in any form or with one wrong letter."""
        if token.fold in self.triggers:
            return True
        word = token.fold
        if len(word) < 5 or not word.isalpha():
            return False
        return any(
            word in (f"{trigger}{end}" for end in _ENDINGS)
            or (len(trigger) >= 5 and word.startswith(trigger))
            # "Assigned" is no slip of "signed": who mistypes seldom mistypes the first letter.
            or (
                len(trigger) >= 5
                and word[0] == trigger[0]
                and OSA.distance(word, trigger, score_cutoff=1) <= 1
            )
            for trigger in self.triggers
        )


NO_VERBS = Verbs(triggers=frozenset(), pairs=frozenset())


def verbs_of(
    tool: str, triggers: Sequence[str], pairs: Sequence[str], told: Sequence[str] = ()
) -> Verbs:
    """Return the verbs of a tool from the lines of the weights."""
    words = (line.split() for line in triggers)
    return Verbs(
        triggers=frozenset(w[1] for w in words if w[0] == tool and _names_an_action(w[1])),
        pairs=frozenset(
            (parts[1], parts[2]) for line in pairs if (parts := line.split())[0] == tool
        ),
        told=tool in told,
    )


@cache
def _names_an_action(folded: str) -> bool:
    """Tell whether a word can name an action at all: no particle, no noun of ordinary talk."""
    words = prompts.lexicon("dialogue_words")
    if folded in {
        fold(word) for key in ("particle", "function", "light_verb") for word in words[key]
    }:
        return False
    nouns = {fold(typed) for said in prompts.lexicon("hinglish").values() for typed in said}
    return folded not in nouns or folded in {fold(word) for word in words["action"]}


def mood_of(said: Said, verbs: Verbs, *, asking_is_wishing: bool = False) -> Mood:
    """Return how a sentence speaks of an action.

    Args:
        asking_is_wishing: "Can I have it tomorrow?" asks for it: for what changes only the
            asker's own affairs.
    """
    tokens = said.tokens
    places = [index for index, token in enumerate(tokens) if verbs.named_by(token)]
    spoken = Spoken(said, places, verbs.pairs)
    ban = ban_on(spoken, wishing=asking_is_wishing)
    if ban is Ban.SURE:
        return Mood.NEGATED
    hits = phrases("mood_words", fuzzy=False).find(tokens)
    if not _is_addressed(hits):
        if not asking_is_wishing and any(
            hit.value == "can" and not _is_commanded_before(tokens, places, hit) for hit in hits
        ):
            return Mood.ASKS
        if _is_question(tokens, said.text, asking_is_wishing):
            return Mood.ASKS
        if _is_told(tokens, places, hits) and not _commands_after_all(said):
            return Mood.REPORTS
    if ban is Ban.DOUBT:
        return Mood.UNSURE
    return Mood.COMMAND if places or is_the_action(spoken) else _unsaid(said)


def demands(said: Said) -> bool:
    """Tell whether a clause commands or asks by itself, whatever it is about.

    "Refund 1043" and "mausam kaisa hai" do, "address confirm karna hai" and "customer refused
    twice" only tell.
    """
    tokens = [t for t in said.tokens if t.word not in _SMALL_TALK]
    if not tokens:
        return False
    if said.text.rstrip().endswith("?") or _is_question(tokens, said.text, wishing=False):
        return True
    if tokens[0].word.split("'")[0] in _ASKING["opens_question"]:
        return True
    # "Do baar" is twice: only what ends a Hindi clause commands.
    return tokens[0].word in _IMPERATIVES or tokens[-1].word in _HINDI_IMPERATIVES


def commands(said: Said) -> bool:
    """Tell whether a sentence commands in its form, whatever it commands.

    English, Indonesian and Arabic begin a clause with it, Hindi ends with it; the plainest verbs of
    English command wherever no "to" and no subject stands before: "refused twice send it back".
    """
    if said.text.rstrip().endswith("?") or _is_question(said.tokens, said.text, wishing=False):
        return False
    for part in _PAUSE.split(said.text):
        words = [token.word for token in read(part).tokens if token.word not in _SMALL_TALK]
        first = next((word for word in words if not word[:1].isdigit()), "")
        if first == "give" and {"another", "back"} & set(words):
            return True  # "Give it another go", "give 300 back".
        if first in _IMPERATIVES - _LOOKS or (_HINDI_IMPERATIVES - _LOOKS) & set(words[-1:]):
            return True
        if any(two in _ANYWHERE and one not in _NO_COMMAND for one, two in pairwise(words)):
            return True
    return False


def tells(said: Said) -> bool:
    """Tell whether a clause says what has happened, and neither commands nor asks."""
    told = any(hit.value == "told" for hit in phrases("mood_words", fuzzy=False).find(said.tokens))
    return (told or any(w.endswith("ed") for w in said.words)) and not demands(said)


def _unsaid(said: Said) -> Mood:
    """Return the mood of a sentence that names no action: any "not" makes it doubtful."""
    return Mood.UNSURE if has_negation(said) else Mood.UNSAID


def _is_addressed(hits: Sequence[Hit]) -> bool:
    """Tell whether the assistant is asked politely to do it: "can you …", "kar doge kya"."""
    return any(hit.value == "you_do" for hit in hits)


def _is_question(tokens: Sequence[Token], text: str, wishing: bool) -> bool:
    words = [token.word for token in tokens]
    start = words[:3]
    while start and start[0] in _ASKING["before_question"]:
        start = start[1:]
    if start[:1] == ["have"] and start[1:2] and start[1] in _ASKING["have_done"]:
        start = []  # "Have the courier try again" asks nothing.
    if start and start[0] in _ASKING["opens_question"]:
        return not (wishing and start[0] in _ASKING["opens_wish"])
    if any(
        word in _ASKING["asks_anywhere"] and not _is_said(words, at)
        for at, word in enumerate(words)
    ):
        return True
    if wishing:
        return False
    return bool(words) and (
        words[-1] in _ASKING["asks_at_the_end"]
        or (len(words) > 1 and words[-1] == "?" and words[-2] in _ASKING["asks_at_the_end"])
        or (start[:1] == ["kya"] and not _WISHES & set(words))
        or (text.rstrip().endswith("?") and not _WISHES & set(words))
    )


def _is_said(words: Sequence[str], at: int) -> bool:
    """Tell whether a "kaha" is "said" and not a "kahan", where: somebody "ne" said it."""
    return words[at] == "kaha" and "ne" in words[:at]


def _is_commanded_before(tokens: Sequence[Token], places: Sequence[int], hit: Hit) -> bool:
    """Tell whether the action was commanded before: "hold hata do, ab bhej sakte hain"."""
    if not places:
        places = range(hit.first)
    return any(
        tokens[at].word in _HINDI_IMPERATIVES and tokens[at - 1].word not in _LOOKS
        for place in places
        for at in range(place + 1, min(place + 4, hit.first))
    )


def _is_article(words: Sequence[str], place: int, hit: Hit) -> bool:
    """Tell whether "the" is English: "cancel the order", not "cancel hue the"."""
    if words[hit.first] == "the" and not any(is_hindi(word) for word in words):
        return hit.last - hit.first == 1 and hit.last < len(words)
    leads = all(word in _SMALL_TALK for word in words[:place])
    return (
        leads and words[hit.first] == "the" and hit.first == place + 1
        and hit.last < len(words) and words[hit.last] in _ARTICLE_BEFORE
    )  # fmt: skip


def _commands_after_all(said: Said) -> bool:
    """Tell whether something follows what was told and commands: "verified, mark it confirmed"."""
    clauses = [words for part in _PAUSE.split(said.text)[1:] if (words := read(part).words)]
    return any(words[0] in _IMPERATIVES and words[0] not in _LOOKS for words in clauses)


def _is_told(tokens: Sequence[Token], places: Sequence[int], hits: Sequence[Hit]) -> bool:
    """Tell whether it is said to have happened: "was cancelled", "cancel ho gaya"."""
    words = [token.word for token in tokens]
    told = [hit for hit in hits if hit.value == "told"]
    for place in places:
        wished = bool(_WISHES & set(words[place + 1 :]) or _ASKING["wants"] & set(words))
        before = [h for h in told if 0 <= place - h.last <= 2]
        after = [h for h in told if 0 <= h.first - place <= 3 and not _is_article(words, place, h)]
        done = words[place].endswith("ed")
        been = any(words[h.first] in _ASKING["been"] for h in before)
        # Indonesian and Arabic say "has been" before the verb only.
        no_hindi = {*_ASKING["auxiliary"], *_ASKING["been"]}
        hindi = [h for h in after if words[h.first] not in no_hindi]
        if not wished and (been or done):
            return True
        # "ndr ho gaya, reattempt karo": a plain command may follow what was told.
        if hindi and not _WISHES & set(words[hindi[0].last :]):
            return True
    return False
