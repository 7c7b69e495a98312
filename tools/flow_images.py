"""A workflow as a picture, for messengers that cannot draw one."""

from importlib.resources import as_file, files
from typing import Final
from xml.sax.saxutils import escape

import resvg_py

from commerce import words
from tools.cards import FlowCard
from tools.charts import fonts_for
from tools.flows import (
    LABEL_SIZE,
    LINE,
    TEXT_SIZE,
    Arrow,
    Drawing,
    Frame,
    Placed,
    Word,
    drawing,
)
from tools.letters import width, wrapped

_INK: Final = "#1f2933"
_SOFT: Final = "#52606d"
_PAPER: Final = "#ffffff"
_LINES: Final = "#7b8794"
_COLOURS: Final = {
    # Paul Tol's bright scheme (SRON/EPS/TN/09-002), each with its tint; words tell them apart too.
    "when": ("#3a6694", "#eaf1f8"),
    "if": ("#8a6d00", "#fbf6dd"),
    "then": ("#1c6e2a", "#e6f4e9"),
    "ask": ("#8f2c62", "#f8e9f1"),
    "wait": ("#52606d", "#eef0f2"),
    "each": ("#20698a", "#e6f5fa"),
    "stop": ("#b3364a", "#fceaed"),
}
_TITLE: Final = 16.0
_HEAD: Final = 30.0
"""How high each line of the title is."""
_LEAST_WIDE: Final = 340.0
_MOST: Final = 8_000
"""Pixels, both sides together: Telegram takes 10,000 (https://core.telegram.org/bots/api)."""
_SLIM: Final = 16
"""How many times as high as wide; Telegram takes 20."""


def png(card: FlowCard, *, language: str = words.FALLBACK, scale: float = 2.0) -> bytes:
    """Return a workflow as a PNG, with its title; it needs no font of the machine it runs on.

    One that is very long is drawn smaller, as messengers take no picture of any size.
    """
    wide, high, picture = _svg(card, language)
    with as_file(files("tools") / "fonts") as folder:
        made = resvg_py.svg_to_bytes(
            svg_string=picture, background=_PAPER, zoom=min(scale, _MOST / (wide + high)),
            font_dirs=[str(folder)], skip_system_fonts=True,
        )  # fmt: skip
    return bytes(made)


def _svg(card: FlowCard, language: str) -> tuple[float, float, str]:
    """Return how wide and how high a picture is, and the picture."""
    drawn = drawing(card)
    wide = max(drawn.width, _LEAST_WIDE)
    title = wrapped(card.title, wide - 2 * _TITLE, _TITLE, "SemiBold")
    head = _HEAD * len(title) + _TITLE / 2
    high = drawn.height + head
    wide = max(wide, high / _SLIM)
    lines = "".join(
        _text(wide / 2, _HEAD * (at + 0.8), line, size=_TITLE, colour=_INK)
        for at, line in enumerate(title)
    )
    body = f'<g transform="translate({(wide - drawn.width) / 2:g} {head:g})">{_body(drawn)}</g>'
    size = f'width="{wide:g}" height="{high:g}" viewBox="0 0 {wide:g} {high:g}"'
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{fonts_for(language)}" '
        f'text-anchor="middle"><style>.b{{font-family:{_bold(language)}}}</style>{lines}{body}</svg>'
    )
    return wide, high, picture


def _body(drawn: Drawing) -> str:
    parts = (
        *map(_frame, drawn.frames), *map(_arrow, drawn.arrows), *map(_word, drawn.words),
        *map(_box, drawn.boxes),
    )  # fmt: skip
    return "".join(parts)


def _box(box: Placed) -> str:
    ink, tint = _COLOURS[box.kind]
    middle, top = box.x + box.width / 2, box.y + LINE + 3
    shape = (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" '
        f'rx="8" fill="{tint}" stroke="{ink}" stroke-width="1.4"/>'
    )
    label = _text(middle, top - 1, box.label, size=LABEL_SIZE, colour=ink)
    lines = (
        _text(middle, top + LINE * (at + 1), line, size=TEXT_SIZE, colour=_INK, bold=False)
        for at, line in enumerate(box.lines)
    )
    return shape + label + "".join(lines)


def _arrow(arrow: Arrow) -> str:
    points = " ".join(f"{x:g},{y:g}" for x, y in arrow.points)
    line = f'<polyline points="{points}" fill="none" stroke="{_LINES}" stroke-width="1.6"/>'
    if not arrow.head:
        return line
    x, y = arrow.points[-1]
    return (
        f'{line}<path d="M{x - 5:g} {y - 8:g}L{x:g} {y:g}L{x + 5:g} {y - 8:g}z" fill="{_LINES}"/>'
    )


def _frame(frame: Frame) -> str:
    return (
        f'<rect x="{frame.x:g}" y="{frame.y:g}" width="{frame.width:g}" '
        f'height="{frame.height:g}" rx="10" fill="none" stroke="{_LINES}" stroke-dasharray="5 4"/>'
    )


def _word(word: Word) -> str:
    """Draw a word over its arrow, which is hidden behind it."""
    room = width(word.text, LABEL_SIZE, "SemiBold") + 8
    behind = (
        f'<rect x="{word.x - room / 2:g}" y="{word.y - LABEL_SIZE:g}" width="{room:g}" '
        f'height="{LABEL_SIZE + 4:g}" fill="{_PAPER}"/>'
    )
    return behind + _text(word.x, word.y, word.text, size=LABEL_SIZE, colour=_SOFT)


def _bold(language: str) -> str:
    """Return the same families heavier: each weight of ours is a family of its own."""
    named = fonts_for(language).removesuffix(", sans-serif").split(", ")
    return ", ".join(f"'{name} SemiBold'" for name in named)


def _text(x: float, y: float, text: str, *, size: float, colour: str, bold: bool = True) -> str:
    style = f'font-size="{size:g}" fill="{colour}"' + (' class="b"' if bold else "")
    return f'<text x="{x:g}" y="{y:g}" {style}>{escape(text)}</text>'
