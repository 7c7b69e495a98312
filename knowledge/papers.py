"""Read a document that somebody sent: its words alone, whatever they say, are data."""

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from commerce.errors import BadFile
from commerce.library import NewDocument, Passage
from knowledge.cutting import cut, pieces, plain
from knowledge.embedding import default_embedder
from knowledge.meaning import with_vectors

MOST_BYTES: Final = 10 * 1024 * 1024
MOST_LETTERS: Final = 1_000_000
"""Of the words in it; a small file may unpack to very many."""
MOST_PAGES: Final = 500


def read_document(
    path: Path, *, name: str, title: str | None = None, sha256: str = "",
    for_customers: bool = False,
) -> NewDocument:  # fmt: skip
    """Return a document cut into passages that are ready to be searched.

    Args:
        path: Where its bytes are.
        name: What its sender calls it; its ending tells one kind of text from another.
        title: What people call it; `None` makes it of the name.
        sha256: Of its bytes, where that is known.
        for_customers: Whether customers may be told of it.

    Raises:
        BadFile: It is too big, of a kind that is not read here, or broken.
    """
    if path.stat().st_size > MOST_BYTES:
        raise BadFile("error-knowledge-too-big", most=MOST_BYTES // 1024 // 1024)
    content = path.read_bytes()
    called = title or plain(Path(name).stem.replace("_", " ").replace("-", " ")) or name
    passages = _passages(content, Path(name).suffix.lower(), called)
    read = tuple(replace(one, for_customers=for_customers) for one in passages)
    return NewDocument(
        title=called[:255], file_name=name[:255],
        sha256=sha256 or hashlib.sha256(content).hexdigest(), for_customers=for_customers,
        passages=with_vectors(read, default_embedder()),
    )  # fmt: skip


def _passages(content: bytes, suffix: str, title: str) -> tuple[Passage, ...]:
    if content.startswith(b"%PDF-"):
        return _by_heading(_pdf(content), title)
    if content.startswith(b"PK\x03\x04"):
        return cut(_short(_docx(content)), title=title)
    text = _short(_text(content))
    if suffix in (".csv", ".tsv", ".tab"):
        return _questions(text, title)
    if suffix in (".html", ".htm") or text.lstrip()[:100].lower().startswith(
        ("<!doctype html", "<html")
    ):
        return cut(_short(_html(text)), title=title)
    return cut(text, title=title)


def _text(content: bytes) -> str:
    if b"\0" in content:
        raise BadFile("error-knowledge-kind")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _short(text: str) -> str:
    if len(text) > MOST_LETTERS:
        raise BadFile("error-knowledge-letters", most=MOST_LETTERS)
    return text


def _by_heading(pages: list[str], title: str) -> tuple[Passage, ...]:
    """Cut pages, whose headings nobody marked: each passage is named by its page."""
    return tuple(
        Passage(key="", title=title, heading=f"{title}, {number}", text=piece)
        for number, page in enumerate(pages, 1)
        for piece in pieces(page)
    )


def _pdf(content: bytes) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise BadFile("error-knowledge-locked")
        if len(reader.pages) > MOST_PAGES:
            raise BadFile("error-knowledge-pages", most=MOST_PAGES)
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, AttributeError):
        raise BadFile("error-knowledge-broken") from None
    _short("".join(pages))
    return pages


def _docx(content: bytes) -> str:
    import zipfile

    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if sum(part.file_size for part in package.infolist()) > 10 * MOST_BYTES:
                raise BadFile("error-knowledge-letters", most=MOST_LETTERS)
        paper = Document(io.BytesIO(content))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile):
        raise BadFile("error-knowledge-broken") from None
    lines = [
        f"## {one.text}" if one.style is not None and str(one.style.name).startswith("Heading")
        else one.text
        for one in paper.paragraphs
    ]  # fmt: skip
    lines += [" | ".join(cell.text for cell in row.cells)
              for table in paper.tables for row in table.rows]  # fmt: skip
    return "\n".join(lines)


class _Words(HTMLParser):
    """Keeps what a reader of a page would read."""

    _UNREAD: Final = frozenset({"script", "style", "nav", "head", "template", "noscript", "svg"})
    _LINES: Final = frozenset({"p", "div", "li", "tr", "br", "section", "article", "td", "th"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a heading or line, or what nobody reads."""
        self._unread += tag in self._UNREAD
        if tag[:1] == "h" and tag[1:].isdigit():
            self.parts.append("\n## ")
        elif tag in self._LINES:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        self._unread -= tag in self._UNREAD and self._unread > 0
        if tag[:1] == "h" and tag[1:].isdigit():
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep words."""
        if not self._unread:
            self.parts.append(" ".join(data.split()) + " " if data.strip() else "")


def _html(text: str) -> str:
    words = _Words()
    words.feed(text)
    words.close()
    return "".join(words.parts)


_ASKED: Final = ("question", "q", "ask", "sawaal", "prashn", "सवाल", "प्रश्न", "faq")
_ANSWERED: Final = ("answer", "a", "reply", "jawab", "uttar", "जवाब", "उत्तर")


def _questions(text: str, title: str) -> tuple[Passage, ...]:
    """Return each row of questions and answers as a passage."""
    try:
        dialect: type[csv.Dialect] | str = csv.Sniffer().sniff(text[:4096], ",;\t")
    except csv.Error:
        dialect = "excel"
    try:
        rows = list(csv.DictReader(io.StringIO(text), dialect=dialect))
    except csv.Error:
        raise BadFile("error-knowledge-broken") from None
    found = []
    for row in rows:
        asked, answered = _cell(row, _ASKED), _cell(row, _ANSWERED)
        if asked and answered:
            found += [
                Passage(key="", title=title, heading=asked[:255], text=piece, questions=(asked,))
                for piece in pieces(answered)
            ]
    if not found:
        raise BadFile("error-knowledge-columns")
    return tuple(found)


def _cell(row: Mapping[str | None, object], names: tuple[str, ...]) -> str:
    there = (value for name, value in row.items() if (name or "").strip().lower() in names)
    return plain(str(next(there, "") or ""))
