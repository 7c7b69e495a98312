"""What a file is, whatever it is called, and that its name is only a name."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from commerce.errors import BadFile
from commerce.files import FileKind, Shelf
from commerce.files.rules import clean_name, kind_of


def told(tmp_path: Path, content: bytes, name: str = "file") -> FileKind:
    path = tmp_path / "content"
    path.write_bytes(content)
    return kind_of(path, name)


def package(*parts: str, content: bytes = b"") -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            archive.writestr(part, content)
    return written.getvalue()


WORKBOOK = ("[Content_Types].xml", "xl/workbook.xml")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n...", FileKind.PNG),
        (b"\xff\xd8\xff\xe0...", FileKind.JPEG),
        (b"RIFF....WEBPVP8 ", FileKind.WEBP),
        (b"%PDF-1.7 ...", FileKind.PDF),
        (package(*WORKBOOK), FileKind.XLSX),
        (b"order,total\n1,2\n", FileKind.CSV),
        (b"order\ttotal\n1\t2\n", FileKind.TSV),
        (b"order;total\n1;2\n", FileKind.CSV),
        (b"one line, only", FileKind.TXT),
        ("\ufeffनाम,कुल\nआशा,2\n".encode(), FileKind.CSV),
        ("name,total\nJos\u00e9,2\n".encode("cp1252"), FileKind.CSV),
        ("name,total\nAsha,2\n".encode("utf-16"), FileKind.CSV),
        ("क".encode() * 30_000, FileKind.TXT),
    ],
)
def test_a_file_is_what_its_content_says(tmp_path: Path, content: bytes, kind: FileKind) -> None:
    assert told(tmp_path, content, "invoice.exe") is kind


def test_the_name_tells_one_kind_of_text_from_another(tmp_path: Path) -> None:
    assert told(tmp_path, b"sku\nKUR-1\n", "STOCK.CSV") is FileKind.CSV


def test_a_page_called_a_picture_is_only_text(tmp_path: Path) -> None:
    assert told(tmp_path, b"<script>alert(1)</script>", "cat.png") is FileKind.TXT


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\x00\x01\x02\x03", "cannot read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "save it as .xlsx"),
        (package("word/document.xml"), "cannot read"),
        (b"PK\x03\x04 broken", "cannot read"),
        (package(*WORKBOOK, "xl/vbaProject.bin"), "macros"),
    ],
)
def test_what_nothing_reads_is_refused_with_what_would_work(
    tmp_path: Path, content: bytes, says: str
) -> None:
    with pytest.raises(BadFile, match=says):
        told(tmp_path, content)


def test_a_workbook_that_unpacks_to_far_more_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commerce.files.rules._UNPACKED", 100_000)
    with pytest.raises(BadFile, match="unpacks"):
        told(tmp_path, package(*WORKBOOK, content=b"0" * 60_000))


@pytest.mark.parametrize(
    ("name", "kind", "clean"),
    [
        ("orders.csv", FileKind.CSV, "orders.csv"),
        ("../../etc/passwd", FileKind.TXT, "passwd.txt"),
        (r"C:\Users\meera\orders.CSV", FileKind.CSV, "orders.CSV"),
        ("page.html", FileKind.TXT, "page.html.txt"),
        ("photo.jpeg", FileKind.JPEG, "photo.jpeg"),
        ("a\r\nSet-Cookie: x.csv", FileKind.CSV, "aSet-Cookie: x.csv"),
        ("fdp.\u202eexe", FileKind.PDF, "fdp.exe.pdf"),
        ("...", FileKind.CSV, "file.csv"),
        ("", FileKind.PNG, "file.png"),
        ("ऑर्डर नवंबर.csv", FileKind.CSV, "ऑर्डर नवंबर.csv"),
        ("x" * 500 + ".csv", FileKind.CSV, "x" * 120 + ".csv"),
    ],
)
def test_a_name_is_only_a_name(name: str, kind: FileKind, clean: str) -> None:
    assert clean_name(name, kind) == clean


@pytest.mark.parametrize("id", ["../secret", "a" * 31, "a" * 31 + "/", "", "/etc/passwd", "a" * 33])
def test_nothing_but_an_id_of_ours_becomes_a_path(tmp_path: Path, id: str) -> None:
    with pytest.raises(ValueError, match="not the id of a file"):
        Shelf(root=tmp_path).path_of(1, id)
