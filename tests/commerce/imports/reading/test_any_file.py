"""No file, whatever is in it, does anything but come in or be refused in a sentence."""

import io
import tempfile
import zipfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commerce import imports
from commerce.errors import CommerceError
from commerce.imports import KINDS, Options
from tests.builders import Shop

_HEADERS = sorted(
    {header for known in imports.FORMATS for column in known.columns for header in column.headers}
)
_CELLS = st.one_of(
    st.sampled_from(
        ["", "1", "03/04/2026", "2026-11-20", "1.2E+11", "₹1,25,000.00", "Total", '"', "=1+1", "-5",
         "Delivered", "Cancelled", "COD", "KUR-1", "x" * 300, "\x00", "9822012345", "a\nb", "★"]
    ),
    st.text(max_size=12),
)  # fmt: skip
unhurried = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def survives(shop: Shop, content: bytes, kind: str | None) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.csv"
        path.write_bytes(content)
        try:
            options = Options(kind=kind)  # type: ignore[arg-type]
            imports.read_in(shop.context(), path, options, dry_run=True)
        except CommerceError as error:
            return all(error.in_language(language) for language in ("en", "hi", "hi-Latn"))
    return True


@unhurried
@given(
    headers=st.lists(st.sampled_from(_HEADERS), min_size=1, max_size=12),
    rows=st.lists(st.lists(_CELLS, max_size=13), max_size=8),
    kind=st.sampled_from([None, *KINDS]),
    delimiter=st.sampled_from([",", "\t", ";"]),
)
def test_no_rows_under_known_headers_break_an_import(
    shop: Shop, headers: list[str], rows: list[list[str]], kind: str | None, delimiter: str
) -> None:
    text = "\n".join(delimiter.join(cells) for cells in (headers, *rows))
    assert survives(shop, text.encode("utf-8", "surrogatepass"), kind)


@unhurried
@given(st.binary(max_size=400), st.sampled_from([None, *KINDS]))
def test_no_bytes_break_an_import(shop: Shop, content: bytes, kind: str | None) -> None:
    assert survives(shop, content, kind)


@unhurried
@given(st.binary(max_size=300), st.sampled_from(["xl/workbook.xml", "xl/worksheets/sheet1.xml"]))
def test_no_workbook_breaks_an_import(shop: Shop, content: bytes, name: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for part in {"xl/workbook.xml", "[Content_Types].xml", name}:
            archive.writestr(part, content if part == name else b"<workbook/>")
    assert survives(shop, packed.getvalue(), None)
