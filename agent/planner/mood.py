"""Whether a sentence asks for an action, asks about it, reports it, or forbids it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from rapidfuzz.distance import OSA

import prompts
from agent.planner.recognise.found import Hit, phrases
from agent.planner.spelling import fold
from agent.planner.text import Said, Token

_ASKING = {key: frozenset(words) for key, words in prompts.lexicon("question_words").items()}
_WISHES = _ASKING["wish"]
LIGHT = frozenset(fold(word) for word in prompts.lexicon("dialogue_words")["light_verb"])
"""Verbs that say nothing by themselves: in "rto mat karo" it is the RTO that is forbidden."""


class Mood(StrEnum):
    """How an action is spoken of."""

    COMMAND = "command"
    ASKS = "asks"
    REPORTS = "reports"
    NEGATED = "negated"
    UNSAID = "unsaid"
    """No word of the sentence names the action."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """The words that name one tool's action, learned from its examples."""

    triggers: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """Negations that are the action itself: "mat bhejo" is to hold."""

    def named_by(self, token: Token) -> bool:
        """Tell whether a word names the action, in any form or with one wrong letter."""
        if token.fold in self.triggers:
            return True
        word = token.fold
        if len(word) < 5 or not word.isalpha():
            return False
        return any(
            len(trigger) >= 5
            and (word.startswith(trigger) or OSA.distance(word, trigger, score_cutoff=1) <= 1)
            for trigger in self.triggers
        )


NO_VERBS = Verbs(triggers=frozenset(), pairs=frozenset())


def verbs_of(tool: str, triggers: Sequence[str], pairs: Sequence[str]) -> Verbs:
    """Return the verbs of a tool from the lines of the weights."""
    words = (line.split() for line in triggers)
    return Verbs(
        triggers=frozenset(w[1] for w in words if w[0] == tool and _names_an_action(w[1])),
        pairs=frozenset(
            (parts[1], parts[2]) for line in pairs if (parts := line.split())[0] == tool
        ),
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
    if not places:
        return Mood.UNSAID
    if _is_forbidden(tokens, places, verbs, only_plain=asking_is_wishing):
        return Mood.NEGATED
    hits = phrases("mood_words", fuzzy=False).find(tokens)
    if _is_addressed(hits, tokens):
        return Mood.COMMAND
    if not asking_is_wishing and any(hit.value == "can" for hit in hits):
        return Mood.ASKS
    if _is_question(tokens, said.text):
        return Mood.ASKS
    return Mood.REPORTS if _is_told(tokens, places, hits) else Mood.COMMAND


def forbids(said: Said) -> bool:
    """Tell whether a sentence has a "do not" anywhere."""
    hits = phrases("negation", fuzzy=False).find(said.tokens)
    small = ("na", "naa", "without", "stop")
    return any(hit.value == "do_not" and said.tokens[hit.first].word not in small for hit in hits)


_MILD = frozenset(["na", "naa", "without", "stop", "instead", "rather"])
"""Negations that often stand for something else ("kar do na"); they count beside the action."""


def _is_forbidden(
    tokens: Sequence[Token], places: Sequence[int], verbs: Verbs, *, only_plain: bool
) -> bool:
    for hit in phrases("negation", fuzzy=False).find(tokens):
        if hit.value == "not" and only_plain:
            continue
        reach = range(hit.first - 2, hit.last + 4 if hit.value == "do_not" else hit.last + 1)
        if hit.value == "not":
            reach = range(hit.first - 1, hit.last + 1)
        near = [place for place in places if place in reach and not hit.first <= place < hit.last]
        strict = hit.value == "do_not" and tokens[hit.first].word not in _MILD
        if (near or strict) and not _is_the_action(tokens, hit, verbs):
            return True
    return False


def negated_word(tokens: Sequence[Token], hit: Hit) -> Token | None:
    """Return the word a negation turns round: the next one, of light verbs the one before."""
    following = next(iter(tokens[hit.last :]), None)
    if following is not None and following.fold not in LIGHT:
        return following
    return tokens[hit.first - 1] if hit.first else None


def _is_the_action(tokens: Sequence[Token], hit: Hit, verbs: Verbs) -> bool:
    """Tell whether this negation stands so in the tool's own examples."""
    word = negated_word(tokens, hit)
    if word is None:
        return False
    return (tokens[hit.first].fold, word.fold) in verbs.pairs


def _is_addressed(hits: Sequence[Hit], tokens: Sequence[Token]) -> bool:
    """Tell whether the assistant is asked politely to do it: "can you …", "kar doge kya"."""
    return any(
        hit.value == "you_do" and (hit.last - hit.first > 1 or tokens[hit.first].word != "aap")
        for hit in hits
    )


def _is_question(tokens: Sequence[Token], text: str) -> bool:
    words = [token.word for token in tokens]
    start = words[:3]
    while start and start[0] in _ASKING["before_question"]:
        start = start[1:]
    if start and start[0] in _ASKING["opens_question"]:
        return True
    if any(word in _ASKING["asks_anywhere"] for word in words):
        return True
    return bool(words) and (
        words[-1] in _ASKING["asks_at_the_end"]
        or (len(words) > 1 and words[-1] == "?" and words[-2] in _ASKING["asks_at_the_end"])
        or (start[:1] == ["kya"] and not _WISHES & set(words))
        or (text.rstrip().endswith("?") and not _WISHES & set(words))
    )


def _is_told(tokens: Sequence[Token], places: Sequence[int], hits: Sequence[Hit]) -> bool:
    """Tell whether it is said to have happened: "was cancelled", "cancel ho gaya"."""
    words = [token.word for token in tokens]
    wished = bool(_WISHES & set(words[max(places) + 1 :])) or bool(
        {"get", "want", "need", "needs", "please", "pls", "plz", "kindly", "karwa", "have"}
        & set(words)
    )
    for place in places:
        before = [h for h in hits if h.value == "told" and 0 <= place - h.last <= 2]
        after = [h for h in hits if h.value == "told" and 0 <= h.first - place <= 3]
        done = tokens[place].word.endswith(("ed", "ied"))
        hindi = [
            h for h in after if tokens[h.first].word not in ("is", "are", "was", "has", "have")
        ]
        if (done and before and not wished) or (hindi and not _orders_after(words, hindi[0])):
            return True
        if done and place == len(tokens) - 1 and not wished:
            return True
    return False


def _orders_after(words: Sequence[str], told: Hit) -> bool:
    """Tell whether a plain command follows what was told: "ndr ho gaya, reattempt karo"."""
    return bool(set(words[told.last :]) & {"karo", "kardo", "krdo", "do", "dijiye", "kijiye"})
