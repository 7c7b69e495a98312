"""Requests that do not come from our own page, and what every response says to the browser."""

import httpx
import pytest

from channels.web import WebSettings
from channels.web.limits import Buckets
from tests.channels.web.conftest import Web

TALK = "conversation-1"


@pytest.mark.parametrize(
    "path", ["/api/messages", "/api/sign-out", "/api/sign-in/demo", "/api/sign-in/password"]
)
def test_a_post_without_the_pages_proof_is_refused(web: Web, path: str) -> None:
    browser = web.signed_in()
    refused = browser.client.post(path, json={}, headers={"Origin": web.address})
    assert refused.status_code == 403
    assert refused.json()["error"]["code"] == "stale-page"
    assert web.desk.received == []
    assert browser.client.get("/api/conversations").status_code == 200


def test_the_proof_of_one_session_is_worthless_in_another(web: Web) -> None:
    seller, agent = web.signed_in("Meera Iyer"), web.signed_in("Imran Khan")
    agent.proof = seller.proof
    assert agent.say(TALK, "hello", "message-1").status_code == 403
    assert web.desk.received == []


def test_a_page_left_open_from_before_another_sign_in_is_refused(web: Web) -> None:
    browser = web.signed_in("Meera Iyer")
    old = browser.proof
    browser.sign_in(web.sender("Imran Khan"))
    browser.proof = old
    refused = browser.say(TALK, "hello", "message-1")
    assert refused.status_code == 403
    assert web.desk.received == []


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
def test_a_post_from_another_site_is_refused(web: Web, origin: str) -> None:
    browser = web.signed_in()
    body = {"conversation": TALK, "text": "hello", "id": "message-1"}
    refused = browser.post("/api/messages", body, Origin=origin)
    assert refused.status_code == 403
    assert refused.json()["error"]["code"] == "origin"
    assert web.desk.received == []


def test_a_form_post_is_refused(web: Web) -> None:
    browser = web.signed_in()
    refused = browser.client.post(
        "/api/sign-out", data={"a": "b"}, headers={"X-CSRF-Token": browser.proof}
    )
    assert refused.status_code == 415
    assert browser.client.get("/api/conversations").status_code == 200


def test_a_host_name_that_is_not_ours_is_refused(web: Web) -> None:
    refused = httpx.get(web.address, headers={"Host": "evil.example"})
    assert refused.status_code == 400


def test_that_it_lives_is_told_under_any_name(web: Web) -> None:
    headers = {"Host": "10.0.0.7"}
    assert httpx.get(f"{web.address}/healthz", headers=headers).json() == {"status": "ok"}


@pytest.mark.parametrize("says_its_length", [True, False])
def test_a_body_that_is_too_big_is_refused(web: Web, says_its_length: bool) -> None:
    browser = web.signed_in()
    big = b'{"text": "' + b"x" * 70_000 + b'"}'
    content = big if says_its_length else iter([big[:40_000], big[40_000:]])
    refused = browser.client.post(
        "/api/messages",
        content=content,
        headers={"X-CSRF-Token": browser.proof, "Content-Type": "application/json"},
    )
    assert refused.status_code == 413
    assert web.desk.received == []


def test_a_message_of_more_than_8000_characters_is_refused(web: Web) -> None:
    browser = web.signed_in()
    assert browser.say(TALK, "क" * 8_000, "message-1").status_code == 202
    assert browser.say(TALK, "क" * 8_001, "message-2").status_code == 422


@pytest.mark.parametrize("path", ["/", "/static/chat.js", "/api/conversations", "/nowhere"])
def test_every_response_forbids_what_the_page_does_not_need(web: Web, path: str) -> None:
    headers = httpx.get(web.address + path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_what_is_the_persons_own_is_not_kept_by_caches(web: Web) -> None:
    browser = web.signed_in()
    assert browser.client.get("/").headers["cache-control"] == "no-store"
    assert browser.client.get("/api/conversations").headers["cache-control"] == "no-store"
    assert browser.client.get("/static/chat.js").headers["cache-control"] == "no-cache"


def test_a_page_that_does_not_exist_says_where_the_chat_is(web: Web) -> None:
    missing = httpx.get(f"{web.address}/nowhere")
    assert missing.status_code == 404
    assert "The chat is on the first page" in missing.text


def test_a_crash_tells_a_reference_and_nothing_else(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = web.signed_in()

    def broken(_actor: object) -> list[tuple[str, str]]:
        raise RuntimeError("password=hunter2")

    monkeypatch.setattr(web.desk, "conversations", broken)
    crash = browser.client.get("/api/conversations")
    assert crash.status_code == 500
    error = crash.json()["error"]
    assert error["reference"] in error["says"]
    assert "hunter2" not in crash.text
    assert crash.headers["x-content-type-options"] == "nosniff"


def test_a_page_that_crashes_tells_a_reference_and_nothing_else(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = web.signed_in()

    def broken(_actor: object) -> None:
        raise RuntimeError("password=hunter2")

    monkeypatch.setattr(web.desk, "tools", broken)
    crash = browser.client.get("/orders")
    assert crash.status_code == 500
    assert "reference" in crash.text
    for inside in ("hunter2", "Traceback", "RuntimeError", ".py"):
        assert inside not in crash.text


@pytest.mark.parametrize(
    "path", ["/static/../settings.py", "/static/%2e%2e/settings.py", "/static/..%2fsettings.py",
             "/static/%2fetc/passwd", "/static//etc/passwd", "/static/..%5csettings.py"]
)  # fmt: skip
def test_static_files_are_of_their_own_folder_alone(web: Web, path: str) -> None:
    answer = httpx.get(httpx.URL(web.address, raw_path=path.encode()))
    assert answer.status_code == 404
    assert "WebSettings" not in answer.text


class TestHaste:
    @pytest.fixture
    def web_settings(self) -> WebSettings:
        return WebSettings(messages_burst=3, messages_per_second=0.01)

    def test_one_person_cannot_flood_and_another_is_not_held_up(self, web: Web) -> None:
        hasty, calm = web.signed_in("Meera Iyer"), web.signed_in("Imran Khan")
        codes = [hasty.say(TALK, "hi", f"message-{n}").status_code for n in range(4)]
        assert codes == [202, 202, 202, 429]
        assert len(web.desk.received) == 3
        assert calm.say("conversation-2", "hi", "message-1").status_code == 202

    def test_whoever_was_too_fast_is_told_when_to_come_back(self, web: Web) -> None:
        hasty = web.signed_in()
        answers = [hasty.say(TALK, "hi", f"message-{n}") for n in range(4)]
        assert int(answers[-1].headers["retry-after"]) > 0


def test_a_bucket_fills_up_again() -> None:
    now = [0.0]
    buckets = Buckets(2, 0.5, clock=lambda: now[0])
    assert [buckets.wait("a"), buckets.wait("a"), buckets.wait("a")] == [0, 0, 2]
    now[0] = 2.0
    assert [buckets.wait("a"), buckets.wait("a")] == [0, 2]
