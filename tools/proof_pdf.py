"""A proof pack drawn as a PDF: facts, the courier's attempts, everything by time, the digests."""

import json
import unicodedata
from datetime import UTC, datetime
from importlib.resources import as_file, files
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos
from fpdf.fonts import TTFFont

from commerce.ndr import Entry, EntryKind, Proof, content_of
from commerce.words import FALLBACK, Value, say

_FAMILY = "NotoSans"
_OTHERS = ("NotoSansDevanagari", "NotoSansArabic")
"""Where the first lacks a letter."""
_INK, _PALE, _RULE, _BAD = (28, 34, 41), (98, 108, 120), (214, 219, 225), (166, 38, 38)
_SHADES = {
    EntryKind.SCAN: (234, 239, 246),
    EntryKind.FROM_CUSTOMER: (232, 244, 235),
    EntryKind.TO_CUSTOMER: (255, 255, 255),
    EntryKind.CALL: (250, 243, 227),
    EntryKind.ACTION: (245, 245, 245),
}
_LEFT = 44
"""Millimetres of the column of times."""
_GROUP = 8


def drawn(proof: Proof, *, fingerprint: str, zone: ZoneInfo, language: str = FALLBACK) -> bytes:
    """Return a proof pack as a PDF that still waits for its signature.

    Args:
        proof: What is proven.
        fingerprint: Of the key it will be signed by.
        zone: The shop's zone; every time is given in it and in UTC.
        language: Of the labels. What people and couriers said stays as it was said.
    """
    page = _Page(proof, language, zone)
    page.head(fingerprint)
    page.facts()
    page.attempts()
    page.entries()
    page.seal(fingerprint)
    return bytes(page.output())


class _Page(FPDF):
    """The pages of one pack."""

    def __init__(self, proof: Proof, language: str, zone: ZoneInfo) -> None:
        super().__init__(format="A4")
        self._proof, self._language, self._zone = proof, language, zone
        self._known: set[int] = set()
        self._load()
        self.set_margins(16, 16)
        self.set_auto_page_break(True, margin=20)
        self.set_creation_date(proof.made_at)
        self.set_title(self._say("proof-title", awb=proof.case.awb))
        self.set_author(proof.shop)
        content = {"parts": content_of(proof), "digests": proof.digests}
        self.embed_file(
            basename="content.json", compress=True,
            bytes=json.dumps(content, ensure_ascii=False, indent=1).encode(),
        )  # fmt: skip
        self.add_page()

    def footer(self) -> None:
        """Write on every page what it belongs to, and its number."""
        self.set_y(-14)
        self._font(7, pale=True)
        self.cell(
            0, 4, self._say(
                "proof-footer", awb=self._proof.case.awb, digest=self._proof.digest[:16],
                page=self.page_no(), pages=self.str_alias_nb_pages or "",
            ), align=Align.C,
        )  # fmt: skip

    def head(self, fingerprint: str) -> None:
        """Say what this is, whose, and when it was made."""
        proof = self._proof
        self._font(17, bold=True)
        self._line(self._say("proof-title", awb=proof.case.awb), 9)
        self._font(9, pale=True)
        made = self._say(
            "proof-made", shop=proof.shop, by=proof.made_by, at=self._both(proof.made_at)
        )
        self._line(made, 5)
        self._line(self._say("proof-key", fingerprint=fingerprint), 5)
        self.ln(3)

    def facts(self) -> None:
        """Show case and order."""
        proof, case, facts = self._proof, self._proof.case, self._proof.facts
        placed = self._both(facts.placed_at)
        shown = (
            ("order", self._say("proof-order", order=case.order_number, at=placed)),
            ("items", ", ".join(facts.items)),
            ("total", self._say("proof-total", total=facts.total,
                                method=self._say(f"payment-method-{facts.payment}"))),
            ("customer", facts.customer),
            ("contact", " · ".join(part for part in (facts.phone, facts.email) if part)),
            ("address", facts.address),
            ("courier", self._say(f"courier-type-{case.courier}")),
            ("opened", self._both(case.opened_at)),
            ("status", self._say(f"ndr-status-{case.status}")),
            ("signs", "\n".join(
                self._say(f"ndr-because-{one.key}", **one.values) for one in proof.signs)),
        )  # fmt: skip
        self._heading("proof-heading-case")
        for name, value in shown:
            if value:
                self._fact(self._say(f"proof-line-{name}"), value)

    def attempts(self) -> None:
        """Show what the courier says of each failed attempt."""
        if not self._proof.attempts:
            return
        self._heading("proof-heading-attempts")
        for one in self._proof.attempts:
            told = self._say(
                "proof-attempt", reason=self._say(f"ndr-reason-{one.reason}"), code=one.code or "-",
                text=one.text or "-",
            )  # fmt: skip
            number = self._say("proof-attempt-number", number=one.number)
            self._fact(number, f"{told}\n{self._both(one.at)}")

    def entries(self) -> None:
        """Show everything by time."""
        self._heading("proof-heading-story")
        self._font(8, pale=True)
        self._line(self._say("proof-story-note", zone=str(self._zone)), 4)
        self.ln(1)
        for entry, digest in zip(self._proof.entries, self._proof.digests[1:], strict=True):
            self._entry(entry, digest)

    def seal(self, fingerprint: str) -> None:
        """Say by what the pack can be checked."""
        self._heading("proof-heading-seal")
        self._font(9)
        self._line(self._say("proof-seal", count=len(self._proof.entries)), 5)
        self._fact(self._say("proof-line-digest"), self._proof.digest)
        self._fact(self._say("proof-line-key"), fingerprint)

    # -- pieces ------------------------------------------------------------------------------------

    def _entry(self, entry: Entry, digest: str) -> None:
        title, notes = self._title(entry), self._notes(entry)
        text = self._drawable(entry.text)
        width = self.epw - _LEFT - 4
        self._font(9)
        lines = len(self._lines(width, 4.6, text)) if text else 0
        height = 6 + lines * 4.6 + len(notes) * 3.8 + 5
        if self.will_page_break(min(height, 60)):
            self.add_page()
        top, begun_on = self.get_y(), self.page_no()
        self._times(entry.at, top)
        self.set_fill_color(*_SHADES[entry.kind])
        room = self.h - self.b_margin - top
        self.rect(self.l_margin + _LEFT, top, self.epw - _LEFT, min(height - 2, room), style="F")
        self._at(_LEFT + 2, top + 1)
        self._font(9, bold=True)
        self._cell(width, 5, title)
        if text:
            self._font(9)
            self._block(_LEFT + 2, width, 4.6, text)
        for note in notes:
            self._font(7.5, pale=True)
            self._block(_LEFT + 2, width, 3.8, note)
        self._font(6, pale=True)
        self._block(_LEFT + 2, width, 3, digest[:32])
        if self.page_no() == begun_on:
            self.set_y(max(self.get_y(), top + height - 2) + 1.5)

    def _times(self, at: datetime, top: float) -> None:
        self._at(0, top + 1)
        self._font(9, bold=True)
        self._cell(_LEFT, 4.6, self._moment(at, self._zone))
        self._font(7.5, pale=True)
        self._cell(_LEFT, 4, self._moment(at, UTC))

    def _title(self, entry: Entry) -> str:
        match entry.kind:
            case EntryKind.SCAN:
                who = self._say(f"courier-type-{entry.who}")
                what = self._say(f"shipment-status-{entry.name}")
                return self._say("proof-scan", who=who, what=what, place=entry.place or "none")
            case EntryKind.FROM_CUSTOMER | EntryKind.TO_CUSTOMER:
                kind = entry.kind.replace("_", "-")
                return self._say(f"proof-{kind}", who=entry.who or "none", channel=entry.name)
            case EntryKind.CALL:
                return self._say(
                    "proof-call", who=entry.who or "none", outcome=self._outcome(entry)
                )
            case EntryKind.ACTION:
                return self._say("proof-action", who=entry.who or "none", what=entry.name)

    def _outcome(self, entry: Entry) -> str:
        return self._say(f"ndr-outcome-{entry.outcome}") if entry.outcome else "none"

    def _notes(self, entry: Entry) -> list[str]:
        moments = (("heard", entry.heard_at), ("sent", entry.sent_at),
                   ("delivered", entry.delivered_at), ("read", entry.read_at))  # fmt: skip
        said = [self._say(f"proof-at-{name}", at=self._both(at)) for name, at in moments if at]
        words = (("pressed", entry.pressed), ("code", entry.code), ("status", entry.status),
                 ("ids", ", ".join(entry.ids)))  # fmt: skip
        if entry.outcome and entry.kind is not EntryKind.CALL:
            said.insert(0, self._say("proof-outcome", outcome=self._outcome(entry)))
        return [*(self._say(f"proof-with-{name}", value=value) for name, value in words if value),
                *said]  # fmt: skip

    def _fact(self, label: str, value: str) -> None:
        if self.will_page_break(6):
            self.add_page()
        top = self.get_y()
        self._at(0, top)
        self._font(9, pale=True)
        self._cell(_LEFT, 5, label)
        below = self.get_y()
        self.set_y(top)
        self._font(9)
        self._block(_LEFT, self.epw - _LEFT, 5, value)
        self.set_y(max(self.get_y(), below) + 0.5)

    def _heading(self, key: str) -> None:
        if self.will_page_break(24):
            self.add_page()
        self.ln(4)
        self._font(12, bold=True)
        self._line(self._say(key), 7)
        self.set_draw_color(*_RULE)
        self.line(self.l_margin, self.get_y(), self.w - self.r_margin, self.get_y())
        self.ln(2)

    def _line(self, text: str, height: float) -> None:
        self._block(0, self.epw, height, text)

    def _block(self, x: float, width: float, height: float, text: str) -> None:
        for line in self._lines(width, height, self._drawable(text)):
            self.set_x(self.l_margin + x)
            self._draw(width, height, line)

    def _lines(self, width: float, height: float, text: str) -> list[str]:
        lines = self.multi_cell(width, height, text, dry_run=True, output="LINES")
        assert isinstance(lines, list)
        return lines

    def _cell(self, width: float, height: float, text: str) -> None:
        x = self.get_x()
        self._draw(width, height, self._drawable(text))
        self.set_x(x)

    def _draw(self, width: float, height: float, line: str) -> None:
        """Draw one line.

        fpdf2 takes a line to begin in the font that is set, though the line before may have ended
        in one of the others: so it is said anew.
        """
        assert self.current_font is not None
        self._out(f"BT /F{self.current_font.i} {self.font_size_pt:.2f} Tf ET")
        align = Align.R if _is_right_to_left(line) else Align.L
        self.cell(width, height, line, align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _at(self, x: float, y: float) -> None:
        self.set_xy(self.l_margin + x, y)

    def _font(self, size: float, *, bold: bool = False, pale: bool = False) -> None:
        self.set_font(_FAMILY, "B" if bold else "", size)
        self.set_text_color(*(_PALE if pale else _INK))

    def _load(self) -> None:
        folder = files("tools") / "fonts"
        for family in (_FAMILY, *_OTHERS):
            for style, weight in (("", "Regular"), ("B", "SemiBold")):
                with as_file(folder / f"{family}-{weight}.ttf") as path:
                    self.add_font(family, style, path)
        self._known = {
            sign for font in self.fonts.values() if isinstance(font, TTFFont) for sign in font.cmap
        }
        self.set_fallback_fonts(list(_OTHERS), exact_match=True)
        self.set_text_shaping(True)

    def _drawable(self, text: str) -> str:
        """Return a text with what no font of ours has said in brackets: a sign, or a script."""
        said = []
        for drawn, run in groupby(text, key=lambda one: self._draws(one) or _script(one)):
            if drawn is True:
                said.append("".join(run))
            elif drawn:
                said.append(self._say("proof-not-drawn", script=drawn))
            else:
                said += [f"[{_named(one)}]" for one in run]
        return "".join(said)

    def _draws(self, sign: str) -> bool:
        return sign == "\n" or ord(sign) in self._known or unicodedata.category(sign) in _UNSEEN

    def _say(self, key: str, **values: Value) -> str:
        return say(self._language, key, **values)

    def _moment(self, at: datetime, zone: Any) -> str:
        local = at.astimezone(zone)
        return f"{local:%Y-%m-%d %H:%M:%S} {local.tzname()}"

    def _both(self, at: datetime) -> str:
        return f"{self._moment(at, self._zone)} ({at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC)"


_UNSEEN = {"Cf", "Mn", "Cc"}


def _named(sign: str) -> str:
    return unicodedata.name(sign, f"U+{ord(sign):04X}").lower()


def _script(sign: str) -> str:
    """Return the script a letter belongs to; empty for a picture or another sign."""
    is_letter = unicodedata.category(sign)[0] in "LM"
    return _named(sign).split()[0].title() if is_letter else ""


def _is_right_to_left(text: str) -> bool:
    strong = (unicodedata.bidirectional(one) for one in text)
    return next((one for one in strong if one in ("L", "R", "AL")), "L") in ("R", "AL")
