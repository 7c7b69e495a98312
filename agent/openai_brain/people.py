"""The names of buyers in a conversation, which a provider reads stand-ins for.

Known are those that the tools gave, those of the shop's customers, and what is said to be a name:
"मेरा नाम सुनीता है", "Sharma ji". The team's own names stay, which work is handed out by.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import prompts
from agent.llm import CallOutcome, Request
from agent.openai_brain.places import WORD
from agent.planner.recognise.customers import in_roman
from agent.planner.text import Said, Token, is_right, read, spoken
from commerce import lookup
from tools.arguments import Kind

_REACHED_BY = ("phone", "email", "line1")
"""What stands beside a name in facts about a buyer."""
_SHORTEST = 3
"""Letters of a name that is looked up; "Om" alone is left."""
_LONGEST = 3
"""Words that are taken for one name behind "my name is"."""

_REQUEST = re.compile(r"(?:ें|िए|िये|एँ|ाएं|िएगा)$|(?i:(?:ein|iye|iyega)$)")
"""Endings of a polite request in Hindi: "नाम लिखें" names nobody."""


def names_in(request: Request) -> frozenset[str]:
    """Return every name of a buyer that a request would tell, as it is written there."""
    outcomes = [*request.outcomes, *(each for turn in request.past for each in turn.outcomes)]
    told = {name for outcome in outcomes for name in _told_by(outcome)}
    told |= set(_persons(dict(request.before)))
    said = [read(text) for text in (request.text, *(turn.text for turn in request.past))]
    known = _known(request, said)
    named = {name for one in said for name in (*_called(one), *_runs(one, known))}
    return frozenset(named | told | {word for name in told for word in _telling(name)})


def pattern_of(names: Collection[str]) -> re.Pattern[str] | None:
    """Return what finds any of some names as whole words, the longest first."""
    found = sorted((name for name in names if name.strip()), key=len, reverse=True)
    if not found:
        return None
    either = "|".join(re.escape(name) for name in found)
    return re.compile(rf"(?i)(?<![\w\u0900-\u097f])(?:{either})(?![\w\u0900-\u097f])")


def _told_by(outcome: CallOutcome) -> Iterator[str]:
    for mention in outcome.mentions:
        if mention.kind is Kind.CUSTOMER:
            yield mention.label
    yield from _persons(outcome.facts)


def _persons(value: Any) -> Iterator[str]:
    """Give the names in any JSON that stand beside a way to reach somebody."""
    match value:
        case dict():
            name = value.get("name")
            if isinstance(name, str) and any(key in value for key in _REACHED_BY):
                yield name
            for each in value.values():
                yield from _persons(each)
        case list() | tuple():
            for each in value:
                yield from _persons(each)


def _telling(name: str) -> Iterator[str]:
    """Give the words of a name that are no words of ordinary talk."""
    for token in read(name).tokens:
        if len(token.raw) >= _SHORTEST and not _is_ordinary(token):
            yield token.raw


def _known(request: Request, said: Iterable[Said]) -> frozenset[str]:
    """Return the words, as they were written, that are of names of the shop's customers."""
    spellings: dict[str, set[str]] = {}
    for token in (token for one in said for token in one.tokens):
        if len(token.raw) >= _SHORTEST and token.word.isalpha() and not _is_ordinary(token):
            for spelling in {token.raw.lower(), in_roman(token), token.word.replace("aa", "a")}:
                spellings.setdefault(spelling.lower(), set()).add(token.raw)
    found = lookup.words_of_customers(request.context, spellings)
    people = lookup.vocabulary(request.context).people
    team = {word.lower() for name in people for word in name.split()}
    return frozenset(raw for word in found - team for raw in spellings[word])


def _runs(said: Said, known: Collection[str]) -> Iterator[str]:
    """Give the names that known words make, one word or several in a row."""
    run: list[Token] = []
    for token in (*said.tokens, None):
        if token is not None and token.raw in known:
            run.append(token)
        elif run:
            yield said.text[run[0].start : run[-1].end]
            yield from (one.raw for one in run)
            run = []


def _called(said: Said) -> Iterator[str]:
    """Give what is said to be a name: before "ji", behind a title or "my name is"."""
    marks = prompts.personal("names")
    tokens = said.tokens
    passed = (*marks["title"], *marks["told"], *marks["between"])
    for at, token in enumerate(tokens):
        if token.word in marks["polite"]:
            yield from _joined(said, _before(said, at))
        elif token.word in marks["title"] or _tells_a_name(said, at):
            start = at + 1
            while start < len(tokens) and tokens[start].word in passed:
                start += 1
            yield from _joined(said, _behind(said, start))


def _tells_a_name(said: Said, at: int) -> bool:
    """Tell whether a word is "name", and whose or "is" stands beside it: not "change the name"."""
    marks, tokens = prompts.personal("names"), said.tokens
    if tokens[at].word not in marks["called"]:
        return False
    if at and tokens[at - 1].word in marks["whose"]:
        return True
    if said.text[tokens[at].end :].lstrip().startswith(":"):
        return True
    return any(token.word in marks["told"] for token in tokens[at + 1 : at + 2])


def _before(said: Said, at: int) -> Sequence[Token]:
    tokens, start = said.tokens, at
    while start and at - start < _LONGEST and _may_name(tokens[start - 1]):
        if start < at and not _side_by_side(said, start - 1):
            break
        start -= 1
    return tokens[start:at]


def _behind(said: Said, start: int) -> Sequence[Token]:
    tokens, end = said.tokens, start
    while end < len(tokens) and end - start < _LONGEST and _may_name(tokens[end]):
        if end > start and not _side_by_side(said, end - 1):
            break
        end += 1
    return tokens[start:end]


def _side_by_side(said: Said, at: int) -> bool:
    """Tell whether nothing but a space stands between a word and the next."""
    return not said.text[said.tokens[at].end : said.tokens[at + 1].start].strip()


def _joined(said: Said, run: Sequence[Token]) -> Iterator[str]:
    if run:
        yield said.text[run[0].start : run[-1].end]


def _may_name(token: Token) -> bool:
    is_word = re.match(WORD, token.raw) and len(token.raw) > 1 and not _REQUEST.search(token.raw)
    # Sentences that people taught us tell names too, with a capital.
    is_ordinary = is_right(token.word) if token.raw[0].isupper() else _is_ordinary(token)
    return bool(is_word) and not is_ordinary


def _is_ordinary(token: Token) -> bool:
    return is_right(token.word) or token.word in spoken()
