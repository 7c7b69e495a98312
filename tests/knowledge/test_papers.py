"""What is read of documents: words under headings, of every kind of file, and nothing else."""

import io
from pathlib import Path

import pytest

from commerce.errors import BadFile
from knowledge.cutting import LONGEST, cut, pieces
from knowledge.papers import read_document
from knowledge.product import SHIPPED, content, plain_passages


def saved(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_each_heading_of_markdown_is_a_passage_with_its_questions() -> None:
    text = "# Ours\n## Window\nAsk: how long | kitne din\nSeven *days*.\n## Who pays\nWe do.\n"

    found = cut(text, title="Returns")

    assert [(one.heading, one.text) for one in found] == [
        ("Window", "Seven days."), ("Who pays", "We do."),
    ]  # fmt: skip
    assert found[0].questions == ("how long", "kitne din")


def test_a_long_text_is_cut_at_ends_of_sentences() -> None:
    found = pieces("A parcel is late. " * 200)

    assert all(len(one) <= LONGEST and one.endswith(".") for one in found)


def test_a_table_of_questions_gives_a_passage_for_each(tmp_path: Path) -> None:
    path = saved(tmp_path, "faq.csv", "Question,Answer\nDo you ship abroad?,No.\nCOD?,Yes.\n")

    found = read_document(path, name="faq.csv").passages

    assert [(one.heading, one.text) for one in found] == [
        ("Do you ship abroad?", "No."), ("COD?", "Yes."),
    ]  # fmt: skip


def test_of_a_page_only_what_a_reader_reads_is_kept(tmp_path: Path) -> None:
    page = "<html><head><title>x</title></head><body><script>alert(1)</script>" \
        "<h2>Shipping</h2><p>Two &amp; three days.</p></body></html>"  # fmt: skip
    (one,) = read_document(saved(tmp_path, "a.html", page), name="a.html").passages

    assert (one.heading, one.text) == ("Shipping", "Two & three days.")


def test_a_word_document_is_cut_by_its_headings(tmp_path: Path) -> None:
    from docx import Document

    paper, stream = Document(), io.BytesIO()
    paper.add_heading("Exchanges", level=1)
    paper.add_paragraph("Within ten days.")
    paper.save(stream)
    (one,) = read_document(saved(tmp_path, "a.docx", stream.getvalue()), name="a.docx").passages

    assert (one.heading, one.text) == ("Exchanges", "Within ten days.")


def test_a_passage_of_a_pdf_is_named_by_its_page(tmp_path: Path) -> None:
    from fpdf import FPDF

    paper = FPDF()
    paper.add_page()
    paper.set_font("helvetica", size=12)
    paper.cell(text="Gift wrapping costs thirty rupees.")
    (one,) = read_document(
        saved(tmp_path, "gifts.pdf", bytes(paper.output())), name="gifts.pdf"
    ).passages

    assert (one.heading, one.text) == ("gifts, 1", "Gift wrapping costs thirty rupees.")


@pytest.mark.parametrize("broken", [b"%PDF-1.7 nothing", b"PK\x03\x04nothing", b"a\0b"])
def test_a_broken_document_is_refused_in_words(tmp_path: Path, broken: bytes) -> None:
    with pytest.raises(BadFile):
        read_document(saved(tmp_path, "a.txt", broken), name="a.txt")


def test_the_shipped_vectors_are_of_the_shipped_documents() -> None:
    import numpy as np

    with np.load(SHIPPED) as stored:
        assert str(stored["content"]) == content(plain_passages())


def test_no_two_shipped_passages_share_an_address() -> None:
    keys = [one.key for one in plain_passages()]

    assert len(set(keys)) == len(keys) > 60
