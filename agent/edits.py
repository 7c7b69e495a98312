"""A message that somebody edited after they had sent it: whether it now says something else."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_LONG = 4
"""From so many letters on, one letter more, less or other is a slip."""


def says_else(before: str, after: str) -> bool:
    """Tell whether an edited message says something else, or only says it better.

    A word spelt better says the same; a word more or less ("not"), and any other number, does not.
    """
    old, new = _words(before), _words(after)
    if len(old) != len(new):
        return True
    return any(not _alike(was, now) for was, now in zip(old, new, strict=True))


def _words(text: str) -> Sequence[str]:
    return _WORD.findall(text.casefold())


def _alike(was: str, now: str) -> bool:
    if was == now:
        return True
    if any(map(str.isdigit, was + now)) or min(len(was), len(now)) < _LONG:
        return False
    return OSA.distance(was, now, score_cutoff=1) <= 1
