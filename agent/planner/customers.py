"""A customer named in a sentence, looked up in the shop in the actor's scope."""

from collections.abc import Sequence

from agent.planner.text import Said, Token, everyday
from commerce import lookup
from commerce.context import Context

_BEFORE = frozenset(
    [
        "customer",
        "for",
        "of",
        "from",
        "by",
        "grahak",
        "mr",
        "mrs",
        "ms",
        "miss",
        "shri",
        "smt",
        "named",
        "name",
        "buyer",
        "client",
        "to",
    ]
)
_AFTER = frozenset(
    ["ka", "ke", "ki", "ko", "ne", "se", "ji", "naam", "jee", "bhai", "sir", "madam"]
)
_TITLES = frozenset(["mr", "mrs", "ms", "miss", "shri", "smt", "dr", "ji", "sir", "madam", "bhai"])


def name_in(
    ctx: Context, said: Said, claimed: Sequence[tuple[int, int]]
) -> tuple[str, tuple[int, int]] | None:
    """Return a customer's name and where it stands: known to the shop, or plainly marked as one."""
    runs = _runs(said, claimed)
    for run in runs:
        for part in _parts(run):
            words = " ".join(token.raw for token in part)
            known = lookup.customers_named(ctx, words)
            if known:
                name = known[0] if len(known) == 1 else words
                return name, (part[0].start, part[-1].end)
    for run in runs:
        if _is_marked(said, run):
            return " ".join(token.raw for token in run), (run[0].start, run[-1].end)
    return None


def _runs(said: Said, claimed: Sequence[tuple[int, int]]) -> list[list[Token]]:
    """Return stretches of words that are nothing else: no value, no word of ordinary talk."""
    runs: list[list[Token]] = [[]]
    for token in said.tokens:
        taken = any(token.start < end and start < token.end for start, end in claimed)
        if taken or not token.word.isalpha() or len(token.word) < 3 or token.word in everyday():
            runs.append([])
        elif token.word not in _TITLES:
            runs[-1].append(token)
    return [run for run in runs if 1 <= len(run) <= 4]


def _parts(run: list[Token]) -> list[list[Token]]:
    """Return the whole run, then its single words."""
    return [run, *([token] for token in run if len(run) > 1)]


def _is_marked(said: Said, run: list[Token]) -> bool:
    tokens = said.tokens
    first, last = tokens.index(run[0]), tokens.index(run[-1])
    before = tokens[first - 1].word if first else ""
    after = tokens[last + 1].word if last + 1 < len(tokens) else ""
    return before in ("customer", "grahak", "buyer", "named", "mr", "mrs", "ms", "miss") or (
        run[0].raw[:1].isupper() and (before in _BEFORE or after in _AFTER)
    )
