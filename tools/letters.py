"""How wide text is in our own fonts, and where a line of it ends."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Final, Literal

import uharfbuzz

Weight = Literal["Regular", "SemiBold"]

_SCRIPTS: Final = (
    ("\u0900", "\u097f", "NotoSansDevanagari"),
    ("\u0600", "\u06ff", "NotoSansArabic"),
)
_LATIN: Final = "NotoSans"


def width(text: str, size: float, weight: Weight = "Regular") -> float:
    """Return how wide a text is set, in the unit that its size is in."""
    return sum(_run(font, run, weight) for font, run in _runs(text)) * size


def wrapped(text: str, most: float, size: float, weight: Weight = "Regular") -> list[str]:
    """Return a text as lines, none wider than `most`; a word that is too long is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, weight) <= most:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _broken(word, most, size, weight)
        lines.extend(whole)
    return [*lines, line] if line else lines


def _broken(word: str, most: float, size: float, weight: Weight) -> list[str]:
    pieces, piece = [], ""
    for letter in word:
        if piece and width(piece + letter, size, weight) > most:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]


def _runs(text: str) -> Iterator[tuple[str, str]]:
    for font, letters in groupby(text, key=_font_of):
        yield font, "".join(letters)


def _font_of(letter: str) -> str:
    return next((font for first, last, font in _SCRIPTS if first <= letter <= last), _LATIN)


def _run(font: str, text: str, weight: Weight) -> float:
    """Return how wide letters of one script are at size 1."""
    face = _font(font, weight)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(face, buffer)
    advance: int = sum(one.x_advance for one in buffer.glyph_positions or ())
    return advance / int(face.face.upem)


@cache
def _font(name: str, weight: Weight) -> uharfbuzz.Font:
    data = (files("tools") / "fonts" / f"{name}-{weight}.ttf").read_bytes()
    return uharfbuzz.Font(uharfbuzz.Face(data))
