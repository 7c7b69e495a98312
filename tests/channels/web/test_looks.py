"""Looks at the business from a page, and answers shared by a link."""

import pytest

from channels.web import WebSettings
from tests.channels.web.conftest import Web

TALK = "conversation-1"


def test_a_look_gives_the_cards_of_a_read_tool(web: Web) -> None:
    browser = web.signed_in()
    seen = browser.post("/api/look", {"tool": "find_orders", "arguments": {"status": "Pending"}})
    assert seen.status_code == 200
    assert seen.json()["status"] == "done"
    assert [card["kind"] for card in seen.json()["cards"]] == ["table"]
    assert "facts" not in seen.json()
    assert web.desk.looks == [("Meera Iyer", "find_orders", {"status": "Pending"})]


def test_a_look_needs_the_pages_proof_and_a_session(web: Web) -> None:
    stranger, browser = web.browser(), web.signed_in()
    stranger.open()
    body = {"tool": "find_orders", "arguments": {}}
    assert stranger.post("/api/look", body).status_code == 401
    assert browser.post("/api/look", body, **{"X-CSRF-Token": "guess"}).status_code == 403
    assert browser.client.get("/api/look").status_code == 405
    assert web.desk.looks == []


@pytest.mark.parametrize(
    "body",
    [
        {"tool": "find_orders; drop table", "arguments": {}},
        {"tool": "x" * 41, "arguments": {}},
        {"tool": "find_orders", "arguments": {}, "shop": 2},
        {"tool": "find_orders", "arguments": []},
    ],
)
def test_a_look_that_is_no_look_is_refused(web: Web, body: object) -> None:
    assert web.signed_in().post("/api/look", body).status_code == 422
    assert web.desk.looks == []


def shared(web: Web, name: str = "Meera Iyer") -> str:
    browser = web.signed_in(name)
    browser.say(TALK, "business summary", "message-1")
    while not (told := browser.client.get(f"/api/conversations/{TALK}").json()["messages"])[1:]:
        pass
    return str(browser.post("/api/shares", {"message": told[-1]["id"]}).json()["path"])


def test_a_shared_answer_opens_for_a_colleague_who_may_see_it(web: Web) -> None:
    path = shared(web)
    page = web.signed_in("Sunita Patil").client.get(path)
    assert page.status_code == 200
    assert "Meera Iyer" in page.text
    assert "not for the page" not in page.text


def test_a_shared_answer_stays_closed_to_who_may_not_see_it(web: Web) -> None:
    path = shared(web)
    agent = web.signed_in("Imran Khan").client.get(path)
    assert agent.status_code == 403
    assert "may not see" in agent.text
    customer = web.signed_in("Asha Rao").client.get(path)
    assert customer.status_code == 404
    assert "12,48,350" not in agent.text + customer.text


def test_a_stranger_is_asked_to_sign_in_and_learns_nothing(web: Web) -> None:
    path = shared(web)
    page = web.browser().client.get(path)
    assert "Try the demo shop" in page.text
    assert "12,48,350" not in page.text
    assert web.browser().client.get("/a/no-such-link-here").text.count("Try the demo shop") == 1


def test_a_link_taken_back_leads_nowhere(web: Web) -> None:
    path = shared(web)
    owner = web.signed_in()
    link = path.removeprefix("/a/")
    assert owner.post(f"/api/shares/{link}/revoke", {}).json() == {"revoked": True}
    assert owner.client.get(path).status_code == 404


def test_an_answer_of_another_person_cannot_be_shared(web: Web) -> None:
    shared(web)
    agent = web.signed_in("Imran Khan")
    assert agent.post("/api/shares", {"message": 2}).status_code == 404
    assert agent.post("/api/shares", {"message": 2**63}).status_code == 422


class TestHaste:
    @pytest.fixture
    def web_settings(self) -> WebSettings:
        return WebSettings(looks_burst=2, looks_per_second=0.01)

    def test_one_person_cannot_look_without_end(self, web: Web) -> None:
        browser, other = web.signed_in(), web.signed_in("Imran Khan")
        body = {"tool": "show_order", "arguments": {"order": "1042"}}
        assert [browser.post("/api/look", body).status_code for _ in range(3)] == [200, 200, 429]
        assert other.post("/api/look", body).status_code == 200
