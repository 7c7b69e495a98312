"""Free words of a request: why, and near what."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import prompts
from agent.planner.mood import Verbs
from agent.planner.recognise.found import phrases_of
from agent.planner.text import Said, Token, is_right, read

_LANDMARK = re.compile(
    r"(?i)(?:\b(?:landmark(?: is| hai)?|near(?:by)?|next to|opp(?:osite)?(?: to)?|behind|beside)\b"
    r"[:\s]+(?P<after>[^,.;\n]{3,80}))|(?P<before>[^,.;\n]{3,60}?)\s+ke\s+(?:paas|pas|samne|peeche)\b"
)
_QUOTED = re.compile(r"""["“'‘](?P<note>[^"”]{2,400}?)["”'’](?=\W|$)""")
_NOTE = re.compile(
    r"(?is)(?:\b(?:note|notes|remark|comment|write|jot|mention|likh\w*)\b|नोट|लिख\S*)"
    r"[^:\n]{0,60}?(?::|\b(?:that|saying|says|ki)\b|कि)\s*(?P<note>\S.{1,400})"
)
_ADDRESS = re.compile(
    r"(?i)\b(?:address|addres|adress|addr|pata|pta|deliver\w*|ship|send|bring|go|goes|redirect\w*"
    r"|house number|flat number|makaan number)\b|पता|पते"
)
_LEADS_ON = re.compile(
    r"(?i):|\b(?:to|is|as|hai|h|ye|karo|kar do|kardo|krdo|badlo|badal do|likh lo|par|pe|at)\b"
    r"|है|करो|दो|लो"
)
_ENDS_ADDRESS = re.compile(
    r"(?i)\s+(?:(?:pe|par|per|पर)\s+(?:bhej|deliver|karw|jay|mang|भेज|डिलीवर)"
    r"|(?:kar|कर)\s*(?:do|de|दो|दीजि|dij)"
    r"|(?:kardo|krdo|karo|kro|करो|hai|h|है|hona chahiye|instead|please|pls|before|wale address)"
    r"(?=\W|$)).*$"
)
_NUMBERED = re.compile(r"(?i)[a-z]{0,2}[-/]?\d{1,4}[-/]?(?:\d{1,4}|[a-z])?")
"""A number of a house: `22`, `B-204`, `12/3`, `7a`."""
_DWELLING = frozenset(prompts.lexicon("id_words")["dwelling"])
_STREETS = frozenset(prompts.lexicon("id_words")["street"])
_LEAST_NEW = 2
"""Words of nobody's that make an address without a number: "shanti niwas kothrud"."""
_TRAIL = re.compile(
    r"(?i)[\s,]+(?:pin(?:code)?|pin code|in|at|phone|mobile|landmark|near|se|kar do|kardo|karo|"
    r"पिन|पिनकोड)\s*$"
)
_LEAST_NOTE = 2
_CLAUSE = re.compile(r"[,;\n]|\s[-–:]\s|[.!?](?:\s|$)|:\s")
_WISHES = (["karo"], ["do"], ["dijiye"], ["kardo"], ["krdo"], ["dena"], ["lo"], ["kijiye"])
_TAIL = re.compile(r"(?i)[\s,.!]*\b(?:please|pls|plz|thanks|thank you|ok|bhai|ji)\b[\s.!]*$")


def reason_in(said: Said, spans: Sequence[tuple[int, int]], verbs: Verbs) -> str | None:
    """Return why, in the person's own words: after "because", or in a clause of its own."""
    tokens = said.tokens
    for hit in phrases_of("dialogue_words", "because").find(tokens):
        # "Since monday" tells when, not why.
        taken = _holds(("", *_place(tokens[hit.first])), spans)
        if hit.last < len(tokens) and not taken:
            words = _tidy(said.text[tokens[hit.last].start :])
            if len(words) > 2:
                return words
    if not spans:
        return None
    apart = [clause for clause in clauses(said.text) if not _holds(clause, spans)]
    kept = [text for text, _, _ in apart if _tells_why(text, verbs)]
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
        return _beside(said, spans, verbs)
    words = match["note"]
    for start, end in sorted(spans, reverse=True):
        # "note on 1042 that …" may name the order inside of what follows the word.
        if match.start("note") == start:
            words = said.text[end : match.end("note")]
    return _tidy(words) or None


def _beside(said: Said, spans: Sequence[tuple[int, int]], verbs: Verbs) -> str | None:
    """Return what stands on one side of the wish to write it down: "note on 1042 gift wrap it".

    Two words at least, and nothing on the other side: else it is asked for.
    """
    tokens, words = said.tokens, _writing_words()
    wish = [
        any(start < token.end and token.start < end for start, end in spans)
        or token.word in words["asks"]
        for token in tokens
    ]  # fmt: skip
    if not any(token.word in words["asks"] for token in tokens):
        return None
    first, last = wish.index(True), len(wish) - 1 - wish[::-1].index(True)
    while first and tokens[first - 1].word in words["before"]:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].word in words["after"]:
        last += 1
    before, after = tokens[:first], tokens[last + 1 :]
    around = words["before"] | words["after"]
    between = zip(tokens[first:last], wish[first:last], strict=True)
    if any(not own and token.word not in around for token, own in between):
        return None
    sides = [side for side in (before, after) if len(side) >= _LEAST_NOTE]
    if len(sides) != 1 or len(before) + len(after) > len(sides[0]):
        return None
    return _tidy(said.text[sides[0][0].start : sides[0][-1].end]) or None


@cache
def _writing_words() -> dict[str, frozenset[str]]:
    """Return the words that ask for a note, and those that lead to them and on from them."""
    said, commands = prompts.lexicon("dialogue_words"), prompts.lexicon("question_words")
    lists = {
        "asks": said["write_down"],
        "before": (*said["before_note"], *commands["commands_first"]),
        "after": (*said["after_note"], *commands["commands_last"]),
    }
    return {
        name: frozenset(token.word for one in some for token in read(one).tokens)
        for name, some in lists.items()
    }


def address_in(said: Said, spans: Sequence[tuple[int, int]], verbs: Verbs) -> str | None:
    """Return house and street: from "flat 4", or after the word for an address, to what follows."""
    for start in sorted(_address_starts(said, spans)):
        end = min((s for s, _ in spans if start < s), default=len(said.text))
        words = _ENDS_ADDRESS.sub("", " ".join(said.text[start:end].split()))
        words = _TRAIL.sub("", _tidy(words)).strip(" ,.-")
        if _is_an_address(words):
            return words
    return None


def _address_starts(said: Said, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield where an address may begin."""
    tokens = said.tokens
    for index, token in enumerate(tokens):
        near = tokens[index + 1 : index + 3]
        built = token.word in _DWELLING and any(any(map(str.isdigit, t.raw)) for t in near)
        if built or (_NUMBERED.fullmatch(token.raw) and not _holds(("", *_place(token)), spans)):
            yield token.start
            break
    text = said.text
    named = [match for match in _ADDRESS.finditer(text) if _LEADS_ON.search(text, match.end())]
    for lead in _LEADS_ON.finditer(text, named[-1].end(), named[-1].end() + 60) if named else ():
        following = next((t.start for t in tokens if t.start >= lead.end()), None)
        if following is not None and not any(s <= following < e for s, e in spans):
            yield following


def _place(token: Token) -> tuple[int, int]:
    return token.start, token.end


def _is_an_address(text: str) -> bool:
    """Tell an address from "wrong" and "my office": it has a number, a street, or names."""
    words = [token.word for token in read(text).tokens]
    if not any(letter.isalpha() for letter in text) or len(words) < 2:
        return False
    new = [word for word in words if word.isalpha() and len(word) > 2 and not is_right(word)]
    numbered = any(letter.isdigit() for letter in text)
    built = bool((_DWELLING | _STREETS) & set(words))
    return (numbered and (built or bool(new))) or (built and bool(new)) or len(new) >= _LEAST_NEW


def clauses(text: str) -> list[tuple[str, int, int]]:
    """Return the clauses of a message, and where each begins and ends."""
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
        "go", "ahead",
    }  # fmt: skip
    return len([word for word in words if word not in small]) >= 2


def _tidy(text: str) -> str:
    text = " ".join(text.split()).strip(" ,.;:-–?!'\"")
    while (shorter := _TAIL.sub("", text)) != text:
        text = shorter
    return text[:300]
