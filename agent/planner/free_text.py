"""Free words of a request: why, and near what."""

import re
from collections.abc import Sequence

import prompts
from agent.planner.mood import Verbs
from agent.planner.recognise.found import phrases_of
from agent.planner.text import Said, read

_LANDMARK = re.compile(
    r"(?i)(?:\b(?:landmark(?: is| hai)?|near(?:by)?|next to|opp(?:osite)?(?: to)?|behind|beside)\b"
    r"[:\s]+(?P<after>[^,.;\n]{3,80}))|(?P<before>[^,.;\n]{3,60}?)\s+ke\s+(?:paas|pas|samne|peeche)\b"
)
_QUOTED = re.compile(r"""["“'‘](?P<note>[^"”]{2,400}?)["”'’](?=\W|$)""")
_NOTE = re.compile(
    r"(?is)(?:\b(?:note|notes|remark|comment|likh\w*)\b|नोट|लिख\S*)"
    r"[^:\n]{0,60}?(?::|\b(?:that|saying|says|ki)\b|कि)\s*(?P<note>\S.{1,400})"
)
_ADDRESS = re.compile(
    r"(?is)(?:\b(?:address|addres|adress|pata|deliver|ship|send)\b|पता|पते)[^:\n]{0,40}?"
    r"(?::|\b(?:to|is|hai|as|karo|kardo|krdo|par)\b|है)\s*(?P<address>\S.{3,200})"
)
_TRAIL = re.compile(
    r"(?i)[\s,]+(?:pin(?:code)?|pin code|in|at|phone|mobile|landmark|near|se|kar do|kardo|karo|"
    r"पिन|पिनकोड)\s*$"
)
_CLAUSE = re.compile(r"[,;\n]|\s[-–:]\s|[.!?](?:\s|$)|:\s")
_WISHES = (["karo"], ["do"], ["dijiye"], ["kardo"], ["krdo"], ["dena"], ["lo"], ["kijiye"])
_TAIL = re.compile(r"(?i)[\s,.!]*\b(?:please|pls|plz|thanks|thank you|ok|bhai|ji)\b[\s.!]*$")


def reason_in(said: Said, spans: Sequence[tuple[int, int]], verbs: Verbs) -> str | None:
    """Return why, in the person's own words: after "because", or in a clause of its own."""
    tokens = said.tokens
    for hit in phrases_of("dialogue_words", "because").find(tokens):
        if hit.last < len(tokens):
            words = _tidy(said.text[tokens[hit.last].start :])
            if len(words) > 2:
                return words
    if not spans:
        return None
    clauses = [clause for clause in _clauses(said.text) if not _holds(clause, spans)]
    kept = [text for text, _, _ in clauses if _tells_why(text, verbs)]
    return _tidy(" ".join(kept)) if len(kept) == 1 else None


def landmark_in(said: Said, spans: Sequence[tuple[int, int]], verbs: Verbs) -> str | None:
    """Return a landmark near the address."""
    match = _LANDMARK.search(said.text)
    if match is None:
        return None
    return _tidy(match["after"] or match[0]) or None


def note_in(said: Said, spans: Sequence[tuple[int, int]], verbs: Verbs) -> str | None:
    """Return what is to be written down: in quotes, after a colon, or after the word itself."""
    match = _QUOTED.search(said.text) or _NOTE.search(said.text)
    if match is None:
        return None
    words = match["note"]
    for start, end in sorted(spans, reverse=True):
        # "note on 1042 that …" may name the order inside of what follows the word.
        if match.start("note") == start:
            words = said.text[end : match.end("note")]
    return _tidy(words) or None


def address_in(said: Said, spans: Sequence[tuple[int, int]], verbs: Verbs) -> str | None:
    """Return house and street: what follows the word for an address, less what else was found."""
    match = _ADDRESS.search(said.text)
    if match is None:
        return None
    first, last = match.span("address")
    for start, _ in sorted(spans):
        if first <= start < last:
            last = start
            break
    words = _TRAIL.sub("", _tidy(said.text[first:last])).strip(" ,.-")
    return words if len(words) >= 4 and any(letter.isalpha() for letter in words) else None


def _clauses(text: str) -> list[tuple[str, int, int]]:
    found, start = [], 0
    for match in _CLAUSE.finditer(text):
        found.append((text[start : match.start()], start, match.start()))
        start = match.end()
    return [*found, (text[start:], start, len(text))]


def _holds(clause: tuple[str, int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < clause[2] and clause[1] < end for start, end in spans)


def _tells_why(text: str, verbs: Verbs) -> bool:
    """Tell whether a clause says more than politeness or a wish."""
    said = read(text)
    words = said.words
    if any(verbs.named_by(token) for token in said.tokens) or words[-1:] in _WISHES:
        return False
    small = set(prompts.lexicon("dialogue_words")["particle"]) | {
        "hi", "hello", "hey", "urgent", "asap", "jaldi", "thanks", "abhi", "now", "right", "cancel",
        "hold", "return", "reattempt", "rto", "confirm", "sir", "team",
    }  # fmt: skip
    return len([word for word in words if word not in small]) >= 2


def _tidy(text: str) -> str:
    text = " ".join(text.split()).strip(" ,.;:-–?!'\"")
    while (shorter := _TAIL.sub("", text)) != text:
        text = shorter
    return text[:300]
