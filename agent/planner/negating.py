"""Whether a sentence forbids an action, or may mean to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import prompts
from agent.planner.recognise.found import Hit, phrases
from agent.planner.text import Said, Token, is_hindi
from commerce.spelling import fold

LIGHT = frozenset(fold(word) for word in prompts.lexicon("dialogue_words")["light_verb"])
"""Verbs that say nothing by themselves: in "rto mat karo" it is the RTO that is forbidden."""

_MILD = frozenset(prompts.lexicon("question_words")["mild_negation"])
"""Negations that often stand for something else ("kar do na"); they count beside the action."""

ANY = "*"
"""In a tool's pairs: whatever is told not to have happened is what the tool is for."""
_BREAKS = frozenset(prompts.lexicon("question_words")["clause_break"])
_WISHES = frozenset(prompts.lexicon("question_words")["wish"])


_FIRST = frozenset(prompts.lexicon("question_words")["commands_first"])
_LAST = frozenset(prompts.lexicon("question_words")["commands_last"]) | _WISHES
_HINDI_NOTS = frozenset(["nahi", "nhi", "nahin", "nai"])
_PAST = frozenset(prompts.lexicon("question_words")["past"])
_HINDI_BANS = frozenset(["mat", "mt", "na", "naa"])
_LETS = frozenset(["let", "allow", "make", "have", "ask", "want", "think", "forget"])
_JOINS = frozenset(["or", "and", "nor", "to", "ya", "aur", "please", "pls"])

_DAYS = frozenset(["TODAY", "TOMORROW", "KAL", "PARSO"])


class Ban(IntEnum):
    """How surely an action is forbidden."""

    NONE = 0
    DOUBT = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class Spoken:
    """An action spoken of in a sentence."""

    said: Said
    places: Sequence[int]
    """The words that name it, by their places."""
    pairs: frozenset[tuple[str, str]]
    """Negations that are the action itself: "mat bhejo" is to hold."""


def ban_on(spoken: Spoken, *, wishing: bool) -> Ban:
    """Return how surely a sentence forbids what it speaks of.

    Args:
        wishing: Only a plain "do not" counts: for what changes the asker's own affairs.
    """
    hits = phrases("negation", fuzzy=False).find(spoken.said.tokens)
    return max((_ban_by(hit, spoken, wishing=wishing) for hit in hits), default=Ban.NONE)


def is_the_action(spoken: Spoken) -> bool:
    """Tell whether a negation itself says what to do, as in the tool's examples: "mat bhejo"."""
    hits = phrases("negation", fuzzy=False).find(spoken.said.tokens)
    return any(_says_it(hit, spoken) for hit in hits)


def has_negation(said: Said) -> bool:
    """Tell whether a "not" stands anywhere; the "na" of "kar do na" is none."""
    hits = phrases("negation", fuzzy=False).find(said.tokens)
    return any(said.tokens[h.first].word not in _MILD and not _of_a_day(said, h) for h in hits)


def _of_a_day(said: Said, hit: Hit) -> bool:
    """Tell whether a day is ruled out: "aaj nahi, parso", "not today"."""
    tokens = said.tokens
    beside = tokens[max(0, hit.first - 1) : hit.first] + tokens[hit.last : hit.last + 1]
    return any(phrases("time_words", fuzzy=False).values([token]) & _DAYS for token in beside)


def negated_word(said: Said, hit: Hit) -> Token | None:
    """Return the word a negation turns round: the next one, of light verbs the one before.

    It does not reach over a pause: "gaya hi nahi, complaint karo".
    """
    tokens = said.tokens
    following = next(iter(tokens[hit.last :]), None)
    if hit.value == "not" and (happened := _happened_before(tokens, hit)) is not None:
        return happened
    if following is not None and _pauses(said, tokens[hit.last - 1], following):
        following = None
    if following is not None and following.fold not in LIGHT:
        return following
    return tokens[hit.first - 1] if hit.first else None


def _happened_before(tokens: Sequence[Token], hit: Hit) -> Token | None:
    """Return the Hindi verb of the past that a "nahi" after it turns round: "aaya hi nahi"."""
    if tokens[hit.first].word not in _HINDI_NOTS:
        return None
    before = [
        token for token in tokens[: hit.first] if token.word not in ("hi", "bhi", "to", "toh")
    ]
    return before[-1] if before and before[-1].word in _PAST else None


def _pauses(said: Said, one: Token, two: Token) -> bool:
    return bool(re.search(r"[,.;:\n!?]", said.text[one.end : two.start]))


def _says_it(hit: Hit, spoken: Spoken) -> bool:
    tokens = spoken.said.tokens
    word = negated_word(spoken.said, hit)
    if word is None:
        return False
    if (tokens[hit.first].fold, word.fold) in spoken.pairs:
        return True
    names_it = any(tokens[place] is word for place in spoken.places)
    return hit.value == "not" and not names_it and ("not", ANY) in spoken.pairs


def _ban_by(hit: Hit, spoken: Spoken, *, wishing: bool) -> Ban:
    tokens = spoken.said.tokens
    if _says_it(hit, spoken):
        return Ban.NONE
    if hit.value == "do_not":
        if spoken.places and all(_commanded_apart(hit, place, spoken) for place in spoken.places):
            return Ban.NONE
        mild = tokens[hit.first].word in _MILD
        near = any(-2 <= place - hit.first <= 4 for place in spoken.places)
        if mild and not _before_a_verb(hit, spoken):
            return Ban.NONE
        return Ban.SURE if near or (spoken.places and not mild) else Ban.NONE
    if wishing:
        return Ban.NONE
    beside = [place for place in spoken.places if place in (hit.first - 1, hit.last)]
    nearest = [tokens[place] for place in beside]
    neighbour = tokens[hit.first]
    if any(not _pauses(spoken.said, *sorted((t, neighbour), key=_start)) for t in nearest):
        return Ban.SURE
    return Ban.DOUBT if any(_governs(hit, place, spoken) for place in spoken.places) else Ban.NONE


def _commanded_apart(hit: Hit, place: int, spoken: Spoken) -> bool:
    """Tell whether an action is commanded for itself after another was forbidden.

    "Don't ship it yet, put it on hold", "cancel mat karo hold pe rakho"; but "don't pack or put
    it on hold" forbids both.
    """
    tokens = spoken.said.tokens
    forbidden = negated_word(spoken.said, hit)
    if place < hit.last or forbidden is None or forbidden is tokens[place]:
        return False
    if forbidden.word in _LETS:
        return False
    apart = place > hit.last and _pauses(spoken.said, tokens[place - 1], tokens[place])
    if apart and tokens[place].word in _FIRST:
        return True  # "We do not need it any more, delete it".
    after = [token.word for token in tokens[place + 1 : place + 4]]
    if tokens[hit.first].word in _HINDI_BANS:
        return bool(_LAST & set(after))
    between = [token.word for token in tokens[hit.last : place]]
    leads = [
        at for at, word in enumerate(between)
        if at > 0 and word in _FIRST and between[at - 1] not in _JOINS
    ]  # fmt: skip
    return bool(leads)


def _start(token: Token) -> int:
    return token.start


def _before_a_verb(hit: Hit, spoken: Spoken) -> bool:
    """Tell whether "na" stands before what it forbids, and not at the end of a wish."""
    if hit.last >= len(spoken.said.tokens):
        return False
    return hit.last in spoken.places or spoken.said.tokens[hit.last].fold in LIGHT


def _governs(hit: Hit, place: int, spoken: Spoken) -> bool:
    """Tell whether a "not" further off may be about the action.

    English says it before ("I did not ask you to …"), Hindi after ("… ki zarurat nahi"), and a
    command between the two ends its reach.
    """
    tokens = spoken.said.tokens
    hindi = is_hindi(tokens[hit.first].word)
    if hindi == (hit.first < place):
        return False
    first, last = sorted((hit.first, place))
    between = [token.word for token in tokens[first + 1 : last]]
    text = spoken.said.text[tokens[first].end : tokens[last].start]
    if re.search(r"[,.;:\n!?]", text) or _BREAKS & set(between):
        return False
    return not (hindi and _WISHES & set(between))
