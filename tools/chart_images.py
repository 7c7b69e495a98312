"""A chart as a picture, for messengers that cannot draw one: the page's own specification."""

from functools import cache
from importlib.resources import as_file, files

import resvg_py
import vl_convert

from commerce import words
from tools import charts
from tools.cards import ChartCard
from tools.charts import Theme

WIDTH = 640
"""In CSS pixels; a picture has `scale` times as many."""
_VERSION = "6.4"
"""Of Vega-Lite, the one the page is given too."""
_MARGIN = 16
_PAPER = {Theme.LIGHT: "#ffffff", Theme.DARK: "#161c23"}


def png(
    card: ChartCard,
    *,
    language: str = words.FALLBACK,
    theme: Theme = Theme.LIGHT,
    scale: float = 2.0,
) -> bytes:
    """Return a chart as a PNG, with its title; it needs no font of the machine it runs on."""
    _fonts()
    drawn = charts.spec(card, language=language, theme=theme, width=WIDTH)
    drawn["title"] = {"text": card.title}
    drawn["padding"] = _MARGIN
    svg = vl_convert.vegalite_to_svg(drawn, vl_version=_VERSION, allowed_base_urls=[])
    # Not vl_convert's own pixels: the resvg in its 1.9 sets Devanagari letters one over the other
    # (https://github.com/linebender/resvg/pull/1043).
    with as_file(files("tools") / "fonts") as folder:
        picture = resvg_py.svg_to_bytes(
            svg_string=svg, background=_PAPER[theme], zoom=scale, font_dirs=[str(folder)],
            skip_system_fonts=True,
        )  # fmt: skip
    return bytes(picture)


@cache
def _fonts() -> None:
    """Make our own fonts known to what lays charts out, once in a process."""
    with as_file(files("tools") / "fonts") as folder:
        vl_convert.register_font_directory(str(folder))
