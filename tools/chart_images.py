"""A chart as a picture, for messengers that cannot draw one: the page's own specification."""

from functools import cache
from importlib.resources import as_file, files

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
    drawn["config"]["background"] = "#ffffff" if theme is Theme.LIGHT else "#161c23"
    return vl_convert.vegalite_to_png(drawn, vl_version=_VERSION, scale=scale, allowed_base_urls=[])


@cache
def _fonts() -> None:
    """Make our own fonts known to the renderer, once in a process."""
    with as_file(files("tools") / "fonts") as folder:
        vl_convert.register_font_directory(str(folder))
