"""Cut Markdown into passages: what stands under one heading, with what people ask about it.

A section may say of itself, each on a line of its own: `Ask:` (questions, apart by `|`), `Hindi:`
and `Hinglish:` (the same in another language), `Source:`. `Audience: customers`, anywhere before
the first section, lets customers read the document.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from commerce.library import Passage

LONGEST: Final = 1_200
"""Letters of one passage: more is cut at the end of a sentence."""
_SPOKEN: Final = {"hindi": "hi", "hinglish": "hi-Latn", "arabic": "ar", "indonesian": "id"}
_FIELD = re.compile(r"(?i)^(ask|source|audience|hindi|hinglish|arabic|indonesian):\s*(.*)$")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_SENTENCE = re.compile(r"(?<=[.!?।])\s+|\n+")


@dataclass(slots=True)
class _Section:
    heading: str
    lines: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)


def cut(text: str, *, title: str, key: str = "") -> tuple[Passage, ...]:
    """Return the passages of a Markdown document.

    Args:
        text: The document.
        title: What it is called, where it has no first heading of its own.
        key: What the passages' keys begin with; empty leaves them without.
    """
    sections = _sections(text)
    named = next((s.heading for s in sections if s.heading), title) if key else title
    for_customers = any(s.fields.get("audience", "") == "customers" for s in sections)
    return tuple(
        Passage(
            key=f"{key}/{slug(section.heading)}" if key else "", title=named,
            heading=section.heading or title, text=piece,
            questions=tuple(_questions(section)) if index == 0 else (),
            versions={
                language: said for name, language in _SPOKEN.items()
                if index == 0 and (said := section.fields.get(name))
            },
            source=section.fields.get("source", ""), for_customers=for_customers,
        )
        for section in sections
        for index, piece in enumerate(pieces("\n".join(section.lines)))
    )  # fmt: skip


def slug(heading: str) -> str:
    """Return a heading as part of an address."""
    return re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")


def pieces(text: str) -> list[str]:
    """Return a text in pieces of at most `LONGEST` letters, cut at ends of sentences."""
    found, piece = [], ""
    for sentence in _SENTENCE.split(plain(text)):
        for part in (sentence[at : at + LONGEST] for at in range(0, len(sentence), LONGEST)):
            if piece and len(piece) + len(part) >= LONGEST:
                found.append(piece)
                piece = ""
            piece = f"{piece} {part}".strip()
    return [*found, piece] if piece else found


def plain(text: str) -> str:
    """Return a text without control characters and marks of emphasis, as data to be shown."""
    kept = "".join(
        letter if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cf", "Co", "Cs")
        or letter in "\u200c\u200d" else " "
        for letter in text
    )  # fmt: skip
    return re.sub(r"[ \t]+", " ", re.sub(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}", "", kept)).strip()


def _sections(text: str) -> list[_Section]:
    sections = [_Section(heading="")]
    for line in text.splitlines():
        heading, said = _HEADING.match(line), _FIELD.match(line)
        if heading:
            sections.append(_Section(heading=heading[2]))
        elif said:
            sections[-1].fields[said[1].lower()] = said[2].strip()
        else:
            sections[-1].lines.append(line)
    return sections


def _questions(section: _Section) -> Iterator[str]:
    for asked in section.fields.get("ask", "").split("|"):
        if question := " ".join(asked.split()):
            yield question
