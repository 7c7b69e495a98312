"""Draws a reply as a letter: in plain words and in HTML, with pictures and files."""

import html
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, assert_never

from channels.blocks import Block, Document, Grid, Passage, Picture, Span, TextLine, blocks_of
from channels.contents import Content
from commerce import words
from tools import table_files
from tools.cards import TableCard

MOST_SUBJECT: Final = 78
"""Letters, as RFC 5322 (2.1.1) asks of a line."""
MOST_ROWS: Final = 40
"""Rows of a table that are written; a longer one is a file as well."""
SHOWN_OF_MANY: Final = 15

Json = dict[str, Any]

_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_TAGS = {"bold": "b", "code": "code"}
_PAGE = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"></head>'
    '<body style="margin:0;padding:24px;font:15px/1.5 sans-serif;color:#1c2430">'
    '<div style="max-width:640px;margin:auto">{body}</div></body></html>'
)
_CELL = 'style="padding:4px 10px 4px 0;border-bottom:1px solid #dde3ea;text-align:{align}"'
_DIM = 'style="color:#5b6672"'


def letter_of(content: Content) -> Json:
    """Return a letter: `subject`, `text`, `html`, `charts` by their content ids, `files`."""
    language = content.language or words.FALLBACK
    blocks = list(blocks_of(content.cards, content.text))
    said = _STRONG.sub(r"\1", content.text)
    by = [content.by] if content.by else []
    plain = "\n\n".join([*by, said, *("\n".join(_plain(one, language)) for one in blocks)])
    charts: list[Json] = []
    drawn = [*(f"<p><b>{_safe(one)}</b></p>" for one in by), _prose(content.text)]
    for block in blocks:
        drawn.append(_html(block, language, len(charts)))
        if isinstance(block, Picture):
            card = block.chart.model_dump(mode="json")
            charts.append({"chart": card, "language": language})
    return {
        "subject": _subject(said, blocks), "text": plain.strip() + "\n", "charts": charts,
        "html": _PAGE.format(language=_safe(language), body="".join(drawn)),
        "files": list(_files(blocks)),
    }  # fmt: skip


def _subject(said: str, blocks: Sequence[Block]) -> str:
    """Return the first line that says anything."""
    lines = [*said.splitlines(), *(line for one in blocks for line in _plain(one, ""))]
    first = next((" ".join(line.split()) for line in lines if line.strip()), "–")
    return first if len(first) <= MOST_SUBJECT else first[: MOST_SUBJECT - 1].rstrip() + "…"


def _plain(block: Block, language: str) -> Iterator[str]:
    match block:
        case Passage(lines=lines):
            yield from ("".join(span.text for span in line) for line in lines)
        case Grid(table=table):
            yield table.title
            heads = [column.label for column in table.columns]
            yield from (" · ".join(row) for row in (heads, *_shown(table)))
            yield from _rest(table, language)
            yield table.note
        case Picture(chart=chart):
            yield f"{chart.title}: {chart.alt}"
        case Document(file=file):
            yield " · ".join(filter(None, (file.title or file.name, file.note)))
        case _:
            assert_never(block)


def _html(block: Block, language: str, charts: int) -> str:
    match block:
        case Passage(lines=lines):
            return f"<p>{'<br>'.join(map(_line, lines))}</p>"
        case Grid(table=table):
            return _table(table, language)
        case Picture(chart=chart):
            alt = html.escape(chart.alt)
            return f'<p><img src="cid:{cid_of(charts)}" alt="{alt}" style="max-width:100%"></p>'
        case Document(file=file):
            return f"<p>📎 {_safe(file.title or file.name)}<br>{_safe(file.note)}</p>"
        case _:
            assert_never(block)


def cid_of(place: int) -> str:
    """Return by what name the letter shows its n-th chart, from 0."""
    return f"chart{place}@superecom"


def _table(table: TableCard, language: str) -> str:
    ends = ["right" if column.align == "end" else "left" for column in table.columns]
    heads = [f"<b>{_safe(column.label)}</b>" for column in table.columns]
    rows = [heads, *([_safe(cell) for cell in row] for row in _shown(table))]
    drawn = "".join(
        "<tr>"
        + "".join(
            f"<td {_CELL.format(align=align)}>{cell}</td>"
            for cell, align in zip(row, ends, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    under = "<br>".join(_safe(line) for line in (*_rest(table, language), table.note) if line)
    return (
        f'<p><b>{_safe(table.title)}</b></p><table style="border-collapse:collapse">{drawn}</table>'
        f"<p {_DIM}>{under}</p>"
    )


def _shown(table: TableCard) -> Sequence[Sequence[str]]:
    return table.rows if len(table.rows) <= MOST_ROWS else table.rows[:SHOWN_OF_MANY]


def _rest(table: TableCard, language: str) -> Iterator[str]:
    more = len(table.rows) - len(_shown(table))
    if more and language:
        yield words.say(language, "email-more-in-file", count=more)


def _files(blocks: Sequence[Block]) -> Iterator[Json]:
    for block in blocks:
        match block:
            case Document(file=file):
                yield {"file": file.file, "name": file.name, "media_type": file.media_type}
            case Grid(table=table) if len(table.rows) > MOST_ROWS:
                yield {
                    "table": table.model_dump(mode="json"), "name": table_files.name_of(table),
                    "media_type": table_files.MEDIA_TYPE,
                }  # fmt: skip
            case _:
                pass


def _prose(text: str) -> str:
    """Return what was said, with its **strong** words, paragraph by paragraph."""
    parts = _STRONG.split(text)
    said = "".join(
        f"<b>{_safe(part)}</b>" if place % 2 else _safe(part) for place, part in enumerate(parts)
    )
    paragraphs = (one.replace("\n", "<br>") for one in said.split("\n\n") if one.strip())
    return "".join(f"<p>{one}</p>" for one in paragraphs)


def _line(spans: TextLine) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    tag = _TAGS.get(span.look)
    if tag:
        return f"<{tag}>{_safe(span.text)}</{tag}>"
    return f"<span {_DIM}>{_safe(span.text)}</span>" if span.look == "dim" else _safe(span.text)


def _safe(text: str) -> str:
    return html.escape(text)
