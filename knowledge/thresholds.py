"""When a passage counts as an answer; measured by `superecom evals knowledge`."""

from typing import Final

FITS: Final = 0.6
"""Score from which a passage is quoted."""
FITS_BY_WORDS: Final = 0.36
"""The same where nothing embeds, so that meaning adds nothing to the score."""


def answers(score: float, *, embedded: bool) -> bool:
    """Tell whether a passage fits a question well enough to be quoted."""
    return score >= (FITS if embedded else FITS_BY_WORDS)
