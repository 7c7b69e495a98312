"""How a chart is drawn: one Vega-Lite specification, for the page and for a picture alike."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Literal

from babel.numbers import get_currency_symbol

from commerce import words
from commerce.money import Money
from tools.cards import ChartCard, Series

_FONTS = {
    # A script's own font first: letters that join are not joined across two fonts.
    "hi": "Noto Sans Devanagari, Noto Sans, Noto Sans Arabic, sans-serif",
    "ar": "Noto Sans Arabic, Noto Sans, Noto Sans Devanagari, sans-serif",
}
_FONT = "Noto Sans, Noto Sans Devanagari, Noto Sans Arabic, sans-serif"
"""In the order in which a letter is looked for; `tools/fonts` has them for pictures."""

LOOKED_AT = "looked"
"""The parameter that says which label is looked at, by its place; -1 for none."""

_PALETTES: dict[str, tuple[str, ...]] = {
    # Paul Tol's bright scheme (SRON/EPS/TN/09-002): told apart by colour-blind readers too.
    "light": ("#4477AA", "#EE6677", "#228833", "#CCBB44", "#66CCEE", "#AA3377", "#777777"),
    "dark": ("#77AADD", "#EE8866", "#44BB99", "#EEDD88", "#99DDFF", "#FFAABB", "#AAAAAA"),
}
_INK = {"light": "#1f2933", "dark": "#e6eaee"}
_SOFT = {"light": "#52606d", "dark": "#a8b3bf"}
_LINES = {"light": "#e4e7eb", "dark": "#39434e"}
_DASHES = [[1, 0], [6, 4], [2, 3], [8, 3, 2, 3], [4, 4], [1, 3], [10, 4]]
_MOST_CELLS_WITH_TEXT = 14
_ENDS = 2
"""Series behind the first that are a band's ends."""


def fonts_for(language: str) -> str:
    """Return families of letters for a language, in the order in which they are looked in."""
    return _FONTS.get(language, _FONT)


class Theme(StrEnum):
    """What a chart stands on."""

    LIGHT = "light"
    DARK = "dark"


def spec(
    card: ChartCard,
    *,
    language: str = words.FALLBACK,
    theme: Theme = Theme.LIGHT,
    width: int | Literal["container"] = "container",
) -> dict[str, Any]:
    """Return a chart as a Vega-Lite 6 specification.

    Every value carries its text as people read it, so that nothing is written anew where it is
    drawn. With `width="container"` it takes the room it is given.
    """
    labels = _told_apart(card.labels)
    drawn: dict[str, Any] = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": card.alt,
        "width": width,
        "autosize": {"type": "fit-x" if width == "container" else "pad", "contains": "padding"},
        "data": {"values": _values(card, labels, language)},
        "config": _config(theme, fonts_for(language)),
    }
    match card.shape:
        case "heatmap":
            return drawn | _heatmap(card, theme)
        case "pie":
            return drawn | _pie(card, theme)
        case "bar" | "stacked_bar":
            return drawn | _bars(card, theme)
        case "line" | "area":
            return drawn | _curves(card, theme)
        case "waterfall":
            return drawn | _waterfall(theme, card)
        case "band":
            return drawn | _band(card)


def _told_apart(labels: Sequence[str]) -> tuple[str, ...]:
    """Return labels with a number behind those that were there before: two Rampurs are two."""
    seen: dict[str, int] = {}
    found = []
    for label in labels:
        seen[label] = seen.get(label, 0) + 1
        found.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return tuple(found)


def _values(card: ChartCard, labels: Sequence[str], language: str) -> list[dict[str, Any]]:
    return [
        {
            "at": at, "label": labels[at], "series": series.name, "value": value,
            "text": text_at(card, series, at, language),
        }
        | _place(card, number, at)
        for number, series in enumerate(card.series)
        for at, value in enumerate(series.values)
    ]  # fmt: skip


def _place(card: ChartCard, number: int, at: int) -> dict[str, Any]:
    """Return where a bar of a waterfall begins and ends, or the ends of a band."""
    if card.shape == "waterfall":
        begin, end, kind = steps_of(card)[at]
        return {"from": begin, "to": end, "kind": kind}
    if card.shape == "band" and number == 0 and len(card.series) > _ENDS:
        low, high = (series.values[at] for series in card.series[1 : _ENDS + 1])
        return {"low": low, "high": high}
    return {}


def steps_of(card: ChartCard) -> list[tuple[float, float, Literal["end", "up", "down"]]]:
    """Return where each bar of a waterfall begins and ends, and what it is."""
    values = [value or 0.0 for value in card.series[0].values]
    found: list[tuple[float, float, Literal["end", "up", "down"]]] = []
    reached = 0.0
    for at, value in enumerate(values):
        if at in (0, len(values) - 1):
            found.append((0.0, value, "end"))
            reached = value
        else:
            found.append((reached, reached + value, "up" if value >= 0 else "down"))
            reached += value
    return found


def text_at(card: ChartCard, series: Series, at: int, language: str) -> str:
    """Return a value as people read it in its place: a step of a waterfall has a sign."""
    value = series.values[at]
    if card.shape == "waterfall" and value and 0 < at < len(series.values) - 1:
        return f"{'+' if value > 0 else '−'}{text_of(card, abs(value), language)}"
    return text_of(card, value, language)


def text_of(card: ChartCard, value: float | None, language: str) -> str:
    """Return a chart's value as people read it; a dash where there is none."""
    if value is None:
        return "–"
    match card.unit:
        case "money":
            return words.write_money(Money.of(str(value), card.currency), language)
        case "count":
            return words.write_number(value, language)
        case "share":
            return words.write_percent(value, language)


def _axis_text(card: ChartCard) -> str:
    """Return the expression that writes a tick: ₹50k, ₹1.2 L, ₹3 Cr, as shops in India say it."""
    if card.unit == "share":
        return (
            "format(datum.value, '.0~%')" if _spread(card) >= 0.1 else "format(datum.value, '.1~%')"
        )
    sign = ""
    if card.unit == "money":
        # A symbol or a code; never a letter that would end the string it stands in.
        sign = get_currency_symbol(card.currency, locale="en_IN").replace("'", "")
    size = "abs(datum.value)"
    steps = [(1e7, " Cr"), (1e5, " L"), (1e3, "k")]
    text = f"format({size}, '~')" if _spread(card) < 10 else f"format({size}, '.0f')"
    for step, word in reversed(steps):
        text = f"{size} >= {step:.0f} ? format({size} / {step:.0f}, '.2~f') + '{word}' : {text}"
    return f"(datum.value < 0 ? '−' : '') + '{sign}' + ({text})"


def _spread(card: ChartCard) -> float:
    values = [abs(v) for series in card.series for v in series.values if v is not None]
    return max(values, default=0.0)


def _config(theme: Theme, font: str) -> dict[str, Any]:
    ink, soft, line = _INK[theme], _SOFT[theme], _LINES[theme]
    return {
        "background": None,
        # The whole is described by `alt` and shown as a table; its parts are for the eye alone.
        "aria": False,
        "mark": {"aria": False},
        "font": font,
        "view": {"stroke": None},
        "axis": {
            "aria": False, "labelColor": soft,
            "titleColor": soft, "gridColor": line, "domainColor": line,
            "tickColor": line, "labelFontSize": 12, "titleFontSize": 12, "labelLimit": 190,
            "labelFontWeight": "normal", "titleFontWeight": "normal",
        },
        "legend": {
            "aria": False, "labelColor": ink, "titleColor": soft, "labelFontSize": 12,
            "orient": "top", "title": None, "labelLimit": 220, "columns": 3,
        },
        "title": {
            "aria": False, "color": ink, "fontSize": 15, "fontWeight": 600, "anchor": "start",
            "offset": 12,
        },
        "text": {"color": ink, "fontSize": 12},
        "range": {"category": list(_PALETTES[theme])},
    }  # fmt: skip


def _curves(card: ChartCard, theme: Theme) -> dict[str, Any]:
    is_area = card.shape == "area"
    y: dict[str, Any] = {
        "field": "value", "type": "quantitative", "stack": "zero" if is_area else None,
        "axis": {"title": None, "labelExpr": _axis_text(card), "tickCount": 5, "domain": False},
    }  # fmt: skip
    shared = {"x": _labels("x"), "y": y, "color": _colour(card), "tooltip": _tooltip(card)}
    mark = (
        {"type": "area", "opacity": 0.75, "line": True}
        if is_area
        else {"type": "line", "strokeWidth": 2.5, "invalid": "break-paths-show-domains"}
    )
    dashes = {
        "field": "series",
        "type": "nominal",
        "sort": None,
        "scale": {"range": _DASHES},
        "legend": None,
    }
    curves: dict[str, Any] = {"mark": mark, "encoding": dict(shared)}
    if not is_area and len(card.series) > 1:
        curves["encoding"]["strokeDash"] = dashes
    size = 45 if len(card.labels) <= 31 else 14
    points = {
        "mark": {"type": "point", "filled": True, "opacity": 1},
        "encoding": shared
        | {"size": {"condition": {"test": _looked(), "value": 130}, "value": size}},
    }
    return _with_parameter({"height": 240, "layer": [curves, points]})


def _bars(card: ChartCard, theme: Theme) -> dict[str, Any]:
    """Draw bars upright where the labels are times, lying where they are names."""
    is_lying = _is_of_names(card)
    across, along = ("y", "x") if is_lying else ("x", "y")
    several, stacked = len(card.series) > 1, card.shape == "stacked_bar"
    value: dict[str, Any] = {
        "field": "value", "type": "quantitative", "stack": "zero" if stacked else None,
        "axis": {"title": None, "labelExpr": _axis_text(card), "tickCount": 5, "domain": False},
    }  # fmt: skip
    encoding: dict[str, Any] = {
        across: _labels(across), along: value, "color": _colour(card), "tooltip": _tooltip(card),
        "opacity": {"condition": {"test": f"{LOOKED_AT} < 0 || {_looked()}", "value": 1},
                    "value": 0.45},
    }  # fmt: skip
    if several and not stacked:
        encoding[f"{across}Offset"] = {"field": "series", "type": "nominal", "sort": None}
    bars = {"mark": {"type": "bar", "cornerRadiusEnd": 2}, "encoding": encoding}
    height: Any = {"step": 30 if not several or stacked else 18 * len(card.series)}
    layers: list[dict[str, Any]] = [bars]
    if is_lying and not several:
        values = [v for series in card.series for v in series.values if v is not None]
        if min(values, default=0) >= 0:
            text = {"type": "text", "align": "left", "baseline": "middle", "dx": 5}
            layers.append(
                {
                    "mark": text,
                    "encoding": {
                        "y": _labels("y"), "x": value, "text": {"field": "text"},
                        "tooltip": _tooltip(card),
                    },
                }
            )  # fmt: skip
            value["scale"] = {"domainMax": max(values, default=1) * 1.18 or 1}
    return _with_parameter({"height": height if is_lying else 240, "layer": layers})


def _waterfall(theme: Theme, card: ChartCard) -> dict[str, Any]:
    """Draw from where it starts over every step to where it ends, one bar beneath the other."""
    up, down = _PALETTES[theme][:2]
    ends = [end for begin, end, _ in steps_of(card)]
    low, high = min((0.0, *ends)), max((0.0, *ends))
    room = ((high - low) or 1.0) * 0.16
    axis = {"title": None, "labelExpr": _axis_text(card), "tickCount": 5, "domain": False}
    bars = {
        "mark": {"type": "bar", "cornerRadius": 2},
        "encoding": {
            "y": _reasons_of(card),
            "x": {
                "field": "from", "type": "quantitative", "axis": axis,
                "scale": {"domain": [low, high + room]},
            },
            "x2": {"field": "to"},
            "color": {
                "field": "kind", "type": "nominal", "legend": None,
                "scale": {"domain": ["end", "up", "down"], "range": [_SOFT[theme], up, down]},
            },
            "tooltip": _tooltip(card),
            "opacity": {"condition": {"test": f"{LOOKED_AT} < 0 || {_looked()}", "value": 1},
                        "value": 0.45},
        },
    }  # fmt: skip
    text = {
        "transform": [{"calculate": "max(datum.from, datum.to)", "as": "edge"}],
        "mark": {"type": "text", "align": "left", "baseline": "middle", "dx": 5},
        "encoding": {
            "y": _reasons_of(card), "x": {"field": "edge", "type": "quantitative"},
            "text": {"field": "text"}, "tooltip": _tooltip(card),
        },
    }  # fmt: skip
    return _with_parameter({"height": {"step": 28}, "layer": [bars, text]})


def _reasons_of(card: ChartCard) -> dict[str, Any]:
    """Return the axis of reasons: sentences, which may take half of the room."""
    axis = _labels("y")
    axis["axis"]["labelLimit"] = 300
    return axis


def _band(card: ChartCard) -> dict[str, Any]:
    """Draw a line with its band, and marks on it as points."""
    y = {
        "type": "quantitative",
        "axis": {"title": None, "labelExpr": _axis_text(card), "tickCount": 5, "domain": False},
    }
    first, ends = card.series[0].name, [one.name for one in card.series[1 : _ENDS + 1]]
    line = {"filter": {"field": "series", "equal": first}}
    shared = {"x": _labels("x"), "tooltip": _tooltip(card)}
    named = {"field": "series", "type": "nominal", "sort": None, "legend": None}
    marks = [one.name for one in card.series[_ENDS + 1 :]]
    band = {
        "transform": [line],
        "mark": {"type": "area", "opacity": 0.22},
        "encoding": {"x": _labels("x"), "y": y | {"field": "low"}, "y2": {"field": "high"}},
    }
    curve = {
        "transform": [line],
        "mark": {"type": "line", "strokeWidth": 2.5, "point": {"size": 30}},
        "encoding": shared | {"y": y | {"field": "value"}},
    }
    looked = {
        "transform": [line, {"filter": _looked()}],
        "mark": {"type": "point", "filled": True, "size": 140, "opacity": 1},
        "encoding": shared | {"y": y | {"field": "value"}},
    }
    layers = [band, curve, looked]
    if marks:
        points = {
            "transform": [
                {"filter": {"not": {"field": "series", "oneOf": [first, *ends]}}},
                {"filter": "isValid(datum.value)"},
            ],
            "mark": {"type": "point", "filled": True, "size": 110, "opacity": 1},
            "encoding": shared
            | {
                "y": y | {"field": "value"},
                "color": named | {"legend": {}, "scale": {"domain": marks}},
                "shape": named | {"legend": {}, "scale": {"domain": marks}},
            },
        }
        layers.append(points)
    return _with_parameter({"height": 240, "layer": layers})


def _pie(card: ChartCard, theme: Theme) -> dict[str, Any]:
    colour = {
        "field": "label", "type": "nominal", "sort": None,
        "legend": {"orient": "right", "columns": 1},
    }  # fmt: skip
    slices = {
        "mark": {"type": "arc", "innerRadius": 58, "outerRadius": 105, "padAngle": 0.015},
        "encoding": {
            "theta": {"field": "value", "type": "quantitative", "stack": True},
            "order": {"field": "at", "type": "quantitative"},
            "color": colour,
            "tooltip": _tooltip(card),
            "opacity": {
                "condition": {"test": f"{LOOKED_AT} < 0 || {_looked()}", "value": 1},
                "value": 0.45,
            },
        },
    }
    return _with_parameter({"height": 230, "layer": [slices]})


def _heatmap(card: ChartCard, theme: Theme) -> dict[str, Any]:
    rows = {"field": "series", "type": "ordinal", "sort": None, "axis": {"title": None}}
    low, high = ("#eef4fb", "#1d4f91") if theme is Theme.LIGHT else ("#1c2733", "#7db4f2")
    colour = {
        "field": "value", "type": "quantitative", "scale": {"range": [low, high]}, "legend": None,
    }  # fmt: skip
    cells: dict[str, Any] = {
        "mark": {"type": "rect", "invalid": "filter"},
        "encoding": {
            "x": _labels("x"), "y": rows, "color": colour, "tooltip": _tooltip(card),
        },
    }  # fmt: skip
    layers = [cells]
    if len(card.labels) <= _MOST_CELLS_WITH_TEXT:
        middle = _spread(card) * 0.55
        on_dark, on_light = (
            ("#ffffff", "#1f2933") if theme is Theme.LIGHT else ("#10161d", "#e6eaee")
        )
        layers.append(
            {
                "transform": [{"filter": "isValid(datum.value)"}],
                "mark": {"type": "text", "fontSize": 11},
                "encoding": {
                    "x": _labels("x"), "y": rows, "text": {"field": "text"},
                    "tooltip": _tooltip(card),
                    "color": {
                        "condition": {"test": f"datum.value > {middle!r}", "value": on_dark},
                        "value": on_light,
                    },
                },
            }
        )  # fmt: skip
    return _with_parameter({"height": {"step": 26}, "layer": layers})


def _with_parameter(drawn: dict[str, Any]) -> dict[str, Any]:
    return {"params": [{"name": LOOKED_AT, "value": -1}], **drawn}


def _looked() -> str:
    return f"datum.at === {LOOKED_AT}"


def _labels(channel: str) -> dict[str, Any]:
    axis: dict[str, Any] = {"title": None, "grid": False, "ticks": False, "labelPadding": 6}
    if channel == "x":
        axis |= {"labelAngle": 0, "labelOverlap": "greedy", "labelSeparation": 8}
    return {"field": "label", "type": "ordinal", "sort": None, "axis": axis}


def _colour(card: ChartCard) -> dict[str, Any]:
    legend: dict[str, Any] | None = {} if len(card.series) > 1 else None
    return {"field": "series", "type": "nominal", "sort": None, "legend": legend}


def _tooltip(card: ChartCard) -> list[dict[str, Any]]:
    fields = ["label", "series", "text"] if len(card.series) > 1 else ["label", "text"]
    return [{"field": name, "type": "nominal"} for name in fields]


def _is_of_names(card: ChartCard) -> bool:
    """Tell whether labels are names, not times: names have no digits, or do not fit upright."""
    digits = sum(any(c.isdigit() for c in label) for label in card.labels)
    return digits * 2 < len(card.labels) or max(map(len, card.labels), default=0) > 18
