"""A customer named in a sentence, looked up in the shop in the actor's scope."""

from collections.abc import Callable, Iterator, Sequence

import prompts
from agent.planner.recognise.found import Found
from agent.planner.text import Said, Token, is_right, spoken
from tools.arguments import Kind

CustomersNamed = Callable[[str], tuple[str, ...]]

_AS_IN_NAMES = (("aa", "a"), ("ee", "i"), ("oo", "u"), ("ph", "f"))
"""How names in Roman script shorten what a careful romanisation writes long."""

LONGEST_NAME = 4
MOST_LOOK_UPS = 4
"""Questions to the database for one message; a name search reads many rows."""


def find_customers(
    said: Said, claimed: Sequence[tuple[int, int]], named: CustomersNamed
) -> Iterator[Found]:
    """Yield a name the shop knows, or words that are plainly marked as a customer's name."""
    runs = _runs(said, claimed)
    parts = [(part, run) for run in runs for part in _parts(run)]
    for part, run in parts[:MOST_LOOK_UPS]:
        known = named(" ".join(in_roman(token) for token in part))
        if len(known) == 1:
            yield _found(part, known[0], 0.9)
            return
        if known:
            # Of many Sharmas none is meant where a first name was said as well.
            yield _found(run, " ".join(token.raw for token in run), 0.9)
            return
    for run in runs:
        if _is_marked(said, run):
            yield _found(run, " ".join(token.raw for token in run), 0.8)
            return


def _runs(said: Said, claimed: Sequence[tuple[int, int]]) -> list[list[Token]]:
    """Return stretches of words that are nothing else: no value, no word of ordinary talk."""
    titles = set(prompts.lexicon("names")["title"])
    runs: list[list[Token]] = [[]]
    for token in said.tokens:
        taken = any(token.start < end and start < token.end for start, end in claimed)
        ordinary = is_right(token.word) or token.word in spoken()
        if token.word in titles:
            continue
        if taken or ordinary or not token.word.isalpha() or len(token.word) < 3:
            runs.append([])
        else:
            runs[-1].append(token)
    return [run for run in runs if 1 <= len(run) <= LONGEST_NAME]


def _parts(run: list[Token]) -> list[list[Token]]:
    """Return the whole run, then its single words."""
    return [run, *([token] for token in run if len(run) > 1)]


def in_roman(token: Token) -> str:
    """Return a name as the shop's books write it: "प्रिया" is Priya, and nobody types Priyaa."""
    if token.raw.isascii():
        return token.raw
    written = token.word
    for long, short in _AS_IN_NAMES:
        written = written.replace(long, short)
    return written


def _is_marked(said: Said, run: list[Token]) -> bool:
    marks = prompts.lexicon("names")
    tokens = said.tokens
    first, last = tokens.index(run[0]), tokens.index(run[-1])
    before = tokens[first - 1].word if first else ""
    after = tokens[last + 1].word if last + 1 < len(tokens) else ""
    if before in marks["sure_before"]:
        return True
    around = before in (*marks["before"], *marks["role"]) or after in marks["after"]
    return run[0].raw[:1].isupper() and around


def _found(tokens: Sequence[Token], value: str, score: float) -> Found:
    return Found(
        kind=Kind.CUSTOMER, value=value, start=tokens[0].start, end=tokens[-1].end, score=score
    )
