"""Files sent in the chat: typed, limited, kept apart, and never run in the page."""

from pathlib import Path

import pytest

from channels.web import WebSettings
from tests.channels.web.conftest import Web
from tests.channels.web.test_messages import listening

TALK = "conversation-1"
SHEET = b"order,total\n1042,799\n"
PIXEL = b"\x89PNG\r\n\x1a\n0000"


def kept(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "files").rglob("*") if path.is_file()]


def test_a_file_sent_with_a_message_stands_in_the_conversation(web: Web) -> None:
    browser = web.signed_in()
    sent = browser.send_file("orders.csv", SHEET)
    assert sent.status_code == 201
    file = sent.json()
    assert (file["name"], file["type"], file["size"]) == ("orders.csv", "text/csv", 21)
    assert browser.say(TALK, "import this", "message-1", files=[file["id"]]).status_code == 202
    with listening(browser) as stream:
        assert stream.next("message")[2]["files"] == [file]
    attached = web.desk.received[0].attachments
    assert [(one.file, one.name) for one in attached] == [(file["id"], "orders.csv")]


def test_a_file_comes_back_to_be_saved_and_not_to_be_run(web: Web) -> None:
    browser = web.signed_in()
    page = b"<script>document.title = 1</script>"
    file = browser.send_file("page.html", page).json()
    given = browser.client.get(f"/api/files/{file['id']}")
    assert given.content == page
    assert given.headers["content-type"].startswith("text/plain")
    assert given.headers["content-disposition"] == 'attachment; filename="page.html.txt"'
    assert given.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in given.headers["content-security-policy"]
    assert "default-src 'none'" in given.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("name", "content", "served_as"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "text/plain"),
        ("a.html.png", b"<!doctype html><script>alert(1)</script>", "text/plain"),
        ("a.html", PIXEL + b"<script>alert(1)</script>", "image/png"),
        ("a.js", b"%PDF-1.7 alert(1)", "application/pdf"),
    ],
)
def test_a_file_that_is_two_things_is_only_ever_saved(
    web: Web, name: str, content: bytes, served_as: str
) -> None:
    browser = web.signed_in()
    given = browser.client.get(f"/api/files/{browser.send_file(name, content).json()['id']}")
    assert given.headers["content-type"].partition(";")[0] == served_as
    assert given.headers["content-disposition"].startswith("attachment;")
    assert given.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in given.headers["content-security-policy"]


def test_somebody_elses_file_does_not_exist(web: Web) -> None:
    owner, agent = web.signed_in("Meera Iyer"), web.signed_in("Imran Khan")
    file = owner.send_file("orders.csv", SHEET).json()["id"]
    assert agent.client.get(f"/api/files/{file}").status_code == 404
    assert agent.say(TALK, "mine now", "message-1", files=[file]).status_code == 404
    assert web.browser().client.get(f"/api/files/{file}").status_code == 401
    assert web.desk.received == []


@pytest.mark.parametrize("id", ["..%2F..%2Fweb.db", "../web.db", "a" * 31, "%00" * 32, "1"])
def test_what_is_not_an_id_leads_nowhere(web: Web, id: str) -> None:
    answer = web.signed_in().client.get(f"/api/files/{id}")
    assert answer.status_code in (404, 422)
    assert b"SQLite" not in answer.content


def test_a_file_that_nothing_reads_is_refused_with_what_would_work(
    web: Web, tmp_path: Path
) -> None:
    refused = web.signed_in().send_file("setup.csv", b"MZ\x90\x00\x03")
    assert refused.status_code == 422
    assert "Send CSV" in refused.json()["error"]["says"]
    assert kept(tmp_path) == []


@pytest.mark.parametrize("size", [100_001, 200_000])
def test_a_file_that_is_too_big_is_refused(web: Web, tmp_path: Path, size: int) -> None:
    refused = web.signed_in().send_file("big.csv", b"a," * (size // 2 + 1))
    assert refused.status_code in (413, 422)
    assert "Split it" in refused.json()["error"]["says"]
    assert kept(tmp_path) == []


def test_a_file_without_the_pages_proof_or_from_another_site_is_refused(
    web: Web, tmp_path: Path
) -> None:
    browser = web.signed_in()
    assert browser.send_file("a.csv", SHEET, **{"X-CSRF-Token": "guess"}).status_code == 403
    assert browser.send_file("a.csv", SHEET, Origin="https://evil.example").status_code == 403
    assert browser.post("/api/files", {"file": "a"}).status_code == 415
    assert kept(tmp_path) == []


def test_a_form_without_a_file_or_with_two_is_refused(web: Web, tmp_path: Path) -> None:
    browser = web.signed_in()
    proof = {"X-CSRF-Token": browser.proof}
    two = [("file", ("a.csv", SHEET)), ("file", ("b.csv", SHEET))]
    assert browser.client.post("/api/files", files=two, headers=proof).status_code == 400
    none = {"other": ("a.csv", SHEET)}
    assert browser.client.post("/api/files", files=none, headers=proof).status_code == 422
    assert kept(tmp_path) == []


class TestHaste:
    @pytest.fixture
    def web_settings(self) -> WebSettings:
        return WebSettings(uploads_burst=2, uploads_per_second=0.01)

    def test_one_person_cannot_send_files_without_end(self, web: Web, tmp_path: Path) -> None:
        browser = web.signed_in()
        codes = [browser.send_file("a.png", PIXEL).status_code for _ in range(3)]
        assert codes == [201, 201, 429]
        assert len(kept(tmp_path)) == 2
