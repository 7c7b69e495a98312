"""Words of a column as small numbers, which are compared and sorted in no time."""

from collections.abc import Sequence

import numpy as np

from commerce.scoring.history import Keys


def coded(words: Sequence[str]) -> tuple[Keys, list[str]]:
    """Return the number of each row's word, and the words by their numbers."""
    names = dict.fromkeys(words)
    numbers = dict(zip(names, range(len(names)), strict=True))
    codes = np.fromiter(map(numbers.__getitem__, words), dtype=np.int64, count=len(words))
    return codes, list(names)


def both(left: Keys, right: Keys, rights: int) -> tuple[Keys, Keys, Keys]:
    """Return one number for each pair of numbers.

    Args:
        left: Numbers from 0.
        right: Numbers from 0, below `rights`.
        rights: How many there are.

    Returns:
        The number of each row's pair, and the left and the right one of each pair.
    """
    pairs, codes = np.unique(left * max(rights, 1) + right, return_inverse=True)
    return codes.reshape(-1).astype(np.int64), pairs // max(rights, 1), pairs % max(rights, 1)
