"""Paper: pages of a PDF in the fonts that ship along, in every script the product speaks."""

import unicodedata
from importlib.resources import as_file, files
from itertools import groupby

from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos
from fpdf.fonts import TTFFont

from commerce.words import Value, say

_FAMILY = "NotoSans"
_OTHERS = ("NotoSansDevanagari", "NotoSansArabic")
"""Where the first lacks a letter."""
_INK, _PALE, _RULE = (28, 34, 41), (98, 108, 120), (214, 219, 225)


class Paper(FPDF):
    """A4 pages whose text is shaped, wrapped and drawn in whatever script it is written."""

    def __init__(self, language: str) -> None:
        super().__init__(format="A4")
        self._language = language
        self._known: set[int] = set()
        self._load()
        self.set_margins(16, 16)
        self.set_auto_page_break(True, margin=20)

    def _title_line(self, text: str) -> None:
        """Begin a part: its title, and a rule beneath it."""
        if self.will_page_break(24):
            self.add_page()
        self.ln(4)
        self._font(12, bold=True)
        self._line(text, 7)
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

    def _draw(self, width: float, height: float, line: str, *, align: Align | None = None) -> None:
        """Draw one line; where nobody says how, from the side its script begins on.

        fpdf2 takes a line to begin in the font that is set, though the line before may have ended
        in one of the others: so it is said anew.
        """
        assert self.current_font is not None
        self._out(f"BT /F{self.current_font.i} {self.font_size_pt:.2f} Tf ET")
        side = align or (Align.R if _is_right_to_left(line) else Align.L)
        self.cell(width, height, line, align=side, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

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
