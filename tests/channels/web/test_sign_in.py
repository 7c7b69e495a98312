"""Coming in, staying in, going out; and who is kept out."""

from unittest.mock import Mock

import httpx
import pytest
from sqlalchemy import text

from channels.web import WebSettings
from commerce.people import sign_in
from tests.channels.web.conftest import Web
from tests.channels.web.doors import PASSWORD

SESSION = "superecom-session"


def test_a_visitor_of_the_demo_shop_chooses_who_to_be(web: Web) -> None:
    page = web.browser().open()
    assert page.status_code == 200
    for name in ("Meera Iyer", "Imran Khan", "Sunita Patil", "Asha Rao"):
        assert name in page.text


def test_without_the_demo_shop_nobody_can_be_chosen(web: Web) -> None:
    sender = web.sender("Meera Iyer")
    web.doors.is_demo = False
    browser = web.browser()
    assert "Meera Iyer" not in browser.open().text
    refused = browser.post("/api/sign-in/demo", {"sender": sender})
    assert refused.status_code == 401
    assert SESSION not in browser.client.cookies


def test_nobody_outside_the_demo_cast_can_be_chosen(web: Web) -> None:
    browser = web.browser()
    browser.open()
    assert browser.post("/api/sign-in/demo", {"sender": "web-999"}).status_code == 401
    assert SESSION not in browser.client.cookies


def test_email_and_password_open_the_chat(web: Web) -> None:
    browser = web.browser()
    browser.open()
    credentials = {"email": " Meera@Example.in ", "password": PASSWORD}
    assert browser.post("/api/sign-in/password", credentials).status_code == 200
    assert "Hello Meera" in browser.open().text


def test_a_wrong_password_says_what_would_work_and_opens_nothing(web: Web) -> None:
    browser = web.browser()
    browser.open()
    credentials = {"email": "meera@example.in", "password": "not the one"}
    refused = browser.post("/api/sign-in/password", credentials)
    assert refused.status_code == 401
    assert "one-time link" in refused.json()["error"]["says"]
    assert browser.client.get("/api/conversations").status_code == 401


def test_a_link_signs_in_once(web: Web) -> None:
    token = web.doors.link_for("Imran Khan")
    first, second = web.browser(), web.browser()
    first.open(f"/enter/{token}")
    second.open(f"/enter/{token}")
    assert first.post("/api/sign-in/link", {"token": token}).status_code == 200
    assert second.post("/api/sign-in/link", {"token": token}).status_code == 401
    assert "Hello Imran" in first.open().text


def test_a_preview_of_a_link_does_not_use_it_up(web: Web) -> None:
    token = web.doors.link_for("Imran Khan")
    for _ in range(3):
        httpx.get(f"{web.address}/enter/{token}")
    browser = web.browser()
    browser.open(f"/enter/{token}")
    assert browser.post("/api/sign-in/link", {"token": token}).status_code == 200


def test_a_link_changes_who_is_signed_in(web: Web) -> None:
    browser = web.signed_in("Meera Iyer")
    token = web.doors.link_for("Imran Khan")
    browser.open(f"/enter/{token}")
    assert browser.post("/api/sign-in/link", {"token": token}).status_code == 200
    assert "Hello Imran" in browser.open().text


def test_every_sign_in_is_a_new_session_and_ends_the_one_before(web: Web) -> None:
    browser = web.signed_in()
    before = browser.client.cookies[SESSION]
    browser.post("/api/sign-in/demo", {"sender": web.sender("Meera Iyer")})
    assert browser.client.cookies[SESSION] != before
    assert web.doors.who(before) is None


def test_a_session_that_was_planted_is_not_taken_over(web: Web) -> None:
    browser = web.browser()
    browser.client.cookies.set(SESSION, "planted-by-somebody", domain="127.0.0.1")
    browser.open()
    assert SESSION not in browser.client.cookies
    browser.sign_in(web.sender("Meera Iyer"))
    assert browser.client.cookies[SESSION] != "planted-by-somebody"


def test_after_signing_out_the_session_is_worth_nothing(web: Web) -> None:
    browser = web.signed_in()
    secret = browser.client.cookies[SESSION]
    assert browser.post("/api/sign-out", {}).status_code == 200
    assert SESSION not in browser.client.cookies
    kept = httpx.get(f"{web.address}/api/conversations", cookies={SESSION: secret})
    assert kept.status_code == 401


def test_the_session_is_hidden_from_scripts_and_from_other_sites(web: Web) -> None:
    browser = web.browser()
    browser.open()
    answer = browser.post("/api/sign-in/demo", {"sender": web.sender("Meera Iyer")})
    cookie = next(c for c in answer.headers.get_list("set-cookie") if c.startswith(SESSION))
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie


class TestOverHttps:
    @pytest.fixture
    def web_settings(self) -> WebSettings:
        return WebSettings(public_url="https://chat.example.in")

    def test_the_session_travels_over_https_only_and_belongs_to_this_host(self, web: Web) -> None:
        page = httpx.get(web.address)
        (visit,) = [c for c in page.headers.get_list("set-cookie") if "visit=" in c and "Max" in c]
        assert visit.startswith("__Host-superecom-visit=")
        assert "Secure" in visit
        assert page.headers["strict-transport-security"] == "max-age=31536000"


class TestGuessing:
    @pytest.fixture
    def web_settings(self) -> WebSettings:
        return WebSettings(sign_ins_burst=3, sign_ins_per_second=0.01)

    def test_too_many_tries_have_to_wait(self, web: Web) -> None:
        browser = web.browser()
        browser.open()
        guess = {"email": "meera@example.in", "password": "guess"}
        codes = [browser.post("/api/sign-in/password", guess).status_code for _ in range(3)]
        assert codes == [401, 401, 401]
        right = {"email": "meera@example.in", "password": PASSWORD}
        refused = browser.post("/api/sign-in/password", right)
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) > 0
        assert SESSION not in browser.client.cookies


class TestGuessingAtOneAccount:
    @pytest.fixture
    def web_settings(self) -> WebSettings:
        return WebSettings(sign_ins_burst=100, guesses_burst=2, guesses_per_second=0.01)

    @pytest.mark.parametrize("email", ["meera@example.in", "nobody@example.in"])
    def test_one_account_can_be_tried_only_so_often_whether_there_is_one_or_not(
        self, web: Web, email: str
    ) -> None:
        tries = (email, email.upper(), f" {email}", email)
        assert [self._try(web, one) for one in tries] == [401, 401, 429, 429]

    def test_another_account_is_not_held_up(self, web: Web) -> None:
        for _ in range(3):
            self._try(web, "imran@example.in")
        assert self._try(web, "meera@example.in", PASSWORD) == 200

    def test_the_right_password_lets_the_wrong_ones_be_forgotten(self, web: Web) -> None:
        for _ in range(3):
            assert self._try(web, "meera@example.in") == 401
            assert self._try(web, "meera@example.in", PASSWORD) == 200

    def _try(self, web: Web, email: str, password: str = "a guess") -> int:
        browser = web.browser()
        browser.open()
        body = {"email": email, "password": password}
        return browser.post("/api/sign-in/password", body).status_code


def test_nothing_tells_whether_an_email_is_known(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = web.browser()
    browser.open()
    worked = Mock(wraps=sign_in._scrypt)
    monkeypatch.setattr(sign_in, "_scrypt", worked)
    known = {"email": "meera@example.in", "password": "a guess"}
    answers = [
        browser.post("/api/sign-in/password", body)
        for body in (known, known | {"email": "nobody@example.in"})
    ]
    assert answers[0].json() == answers[1].json()
    assert {answer.status_code for answer in answers} == {401}
    assert worked.call_count == 2  # The same work for both, so that the time tells nothing either.


def test_a_changed_role_holds_from_the_next_request_on(web: Web) -> None:
    browser = web.signed_in("Sunita Patil")
    assert browser.client.get("/audit").status_code == 200
    with web.doors.engine.begin() as connection:
        connection.execute(text("UPDATE people SET role = 'Viewer' WHERE name = 'Sunita Patil'"))
    assert browser.client.get("/audit").status_code == 404


def test_a_stranger_gets_nothing_but_the_door(web: Web) -> None:
    browser = web.browser()
    for path in ("", "/12345678", "/12345678/events"):
        assert browser.client.get(f"/api/conversations{path}").status_code == 401
    assert "Try the demo shop" in browser.open("/c/12345678").text
