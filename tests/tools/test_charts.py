"""Charts: one specification for page and picture, and pictures with our own letters."""

import struct
import zlib

import pytest

from tests.channels.cards import bar_chart, line_chart
from tools import charts
from tools.cards import ChartCard, Series
from tools.chart_images import png
from tools.charts import Theme

_SHAPES = ("line", "bar", "stacked_bar", "area", "pie", "heatmap", "waterfall", "band")


def _titled(title: str, language: str = "en") -> bytes:
    card = ChartCard(
        title=title, shape="bar", unit="count", labels=("a", "b"), alt=title,
        series=(Series(name="n", values=(1.0, 2.0)),),
    )  # fmt: skip
    return png(card, language=language, scale=1)


def _pixels(picture: bytes) -> bytes:
    """Return the bytes of a PNG's pixels, four for each (PNG specification, §9: filters)."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    at, packed = 8, b""
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        if picture[at + 4 : at + 8] == b"IDAT":
            packed += picture[at + 8 : at + 8 + length]
        at += 12 + length
    raw, stride = zlib.decompress(packed), 4 * struct.unpack(">I", picture[16:20])[0]
    above, pixels = bytes(stride), b""
    for start in range(0, len(raw), stride + 1):
        above = _unfiltered(raw[start], raw[start + 1 : start + 1 + stride], above)
        pixels += above
    return pixels


def _unfiltered(kind: int, line: bytes, above: bytes) -> bytes:
    found = bytearray(4)
    for place, byte in enumerate(line):
        left, up = found[place], above[place]
        corner = above[place - 4] if place >= 4 else 0
        nearest = min((left, up, corner), key=lambda one: abs(left + up - corner - one))
        found.append((byte + (0, left, up, (left + up) // 2, nearest)[kind]) % 256)
    return bytes(found[4:])


@pytest.mark.parametrize(
    ("written", "unknown"),
    # U+0378 is no letter, and no font has one for it: what it looks like is tofu.
    [("₹", "\u0378"), ("म", "\u0378"), ("नमस्ते", "\u0378" * 6), ("م", "\u0378")],
    ids=["rupee", "devanagari", "devanagari word", "arabic"],
)
def test_a_picture_has_letters_and_not_boxes(written: str, unknown: str) -> None:
    assert _pixels(_titled(written)) != _pixels(_titled(unknown))


def test_devanagari_letters_stand_beside_each_other() -> None:
    # Set one over the other, as an older renderer did, two would leave the ink of one.
    one, two = (_ink(_titled(title, "hi")) for title in ("ना", "नाना"))
    assert two > 1.7 * one


def _ink(picture: bytes) -> int:
    """Return how much darker a picture is than the same one without a title."""
    return sum(_pixels(_titled(" ", "hi"))) - sum(_pixels(picture))


def test_a_picture_is_as_large_as_asked() -> None:
    (small, _), (large, _) = (
        struct.unpack(">II", png(line_chart(), scale=scale)[16:24]) for scale in (1.0, 2.0)
    )
    assert large == pytest.approx(2 * small, abs=2)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("shape", _SHAPES)
def test_every_shape_can_be_drawn_on_light_and_on_dark(shape: str, theme: Theme) -> None:
    series = line_chart().series[: 1 if shape == "pie" else 2]
    card = line_chart().model_copy(update={"shape": shape, "series": series})
    assert len(png(card, theme=theme, scale=1)) > 4000


def test_every_value_carries_its_text_as_people_read_it() -> None:
    values = charts.spec(line_chart())["data"]["values"]
    assert values[0] == {
        "at": 0, "label": "9 Nov", "series": "These two weeks", "value": 123_000.0,
        "text": "₹1,23,000",
    }  # fmt: skip
    assert [value["text"] for value in values if value["value"] is None] == ["–"]


def test_names_lie_beside_their_bars_and_days_stand_beneath() -> None:
    named = charts.spec(bar_chart())["layer"][0]["encoding"]
    in_time = charts.spec(line_chart().model_copy(update={"shape": "bar"}))["layer"][0]["encoding"]
    assert (named["y"]["field"], in_time["x"]["field"]) == ("label", "label")


def test_each_step_of_a_waterfall_stands_on_the_one_before() -> None:
    card = ChartCard(
        title="Why", shape="waterfall", unit="share", alt="",
        labels=("On average", "COD", "Old", "All"),
        series=(Series(name="Adds", values=(0.2, 0.15, -0.05, 0.3)),),
    )  # fmt: skip
    values = charts.spec(card)["data"]["values"]
    ends = [(value["from"], round(value["to"], 2), value["text"]) for value in values]
    assert ends == [(0.0, 0.2, "20%"), (0.2, 0.35, "+15%"), (0.35, 0.3, "−5%"), (0.0, 0.3, "30%")]


def test_a_band_is_drawn_between_its_low_and_its_high_end() -> None:
    series = (("Expected", 5.0), ("Low", 2.0), ("High", 9.0))
    card = ChartCard(
        title="Sales", shape="band", unit="count", alt="", labels=("1 Dec", "2 Dec"),
        series=tuple(Series(name=name, values=(value, value + 1)) for name, value in series),
    )  # fmt: skip
    area = charts.spec(card)["layer"][0]["encoding"]
    first = charts.spec(card)["data"]["values"][0]
    assert (area["y"]["field"], area["y2"]["field"]) == ("low", "high")
    assert (first["low"], first["value"], first["high"]) == (2.0, 5.0, 9.0)


def test_two_labels_that_read_alike_stay_two() -> None:
    card = bar_chart().model_copy(update={"labels": ("Rampur", "Surat", "Rampur", "Pune", "Agra")})
    assert [v["label"] for v in charts.spec(card)["data"]["values"]][2] == "Rampur (2)"


def test_a_specification_asks_for_nothing_from_outside() -> None:
    for shape in _SHAPES:
        drawn = charts.spec(line_chart().model_copy(update={"shape": shape}))
        schema = drawn.pop("$schema")
        assert schema == "https://vega.github.io/schema/vega-lite/v6.json"
        assert "http" not in str(drawn)
