"""Links by which people come in: who makes them, and that they are shown once."""

import re

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import text

from channels.web import WebSettings
from tests.channels.web.browsing import enter
from tests.channels.web.conftest import Web


def invited(web: Web, name: str = "Imran Khan") -> int:
    return web.doors.person(name)[0].person_id


def lines_of(web: Web, action: str) -> list[tuple[str, str]]:
    with web.doors.engine.connect() as connection:
        found = connection.execute(
            text("SELECT subject, channel FROM audit_log WHERE action = :action"),
            {"action": action},
        )
        return [(row.subject, row.channel) for row in found]


def test_a_link_lets_a_person_in_once_and_is_logged_without_its_secret(web: Web) -> None:
    owner, guest = web.signed_in(), web.browser()
    answer = owner.post(f"/api/people/{invited(web)}/link", {}).json()
    path = answer["path"]
    secret = path.removeprefix("/enter/")
    code = answer["join"].removeprefix("JOIN ")
    guest.open(path)
    assert guest.post("/api/sign-in/link", {"token": secret}).status_code == 200
    assert guest.post("/api/sign-in/link", {"token": secret}).status_code in (401, 403)
    assert lines_of(web, "make_sign_in_link") == [("Imran Khan", "web")]
    with web.doors.engine.connect() as connection:
        written = "\n".join(connection.connection.dbapi_connection.iterdump())  # type: ignore[union-attr]
    assert secret not in written
    assert code not in written


def test_only_who_manages_people_makes_links_or_sees_for_whom(web: Web) -> None:
    manager = web.signed_in("Sunita Patil")
    assert manager.post(f"/api/people/{invited(web)}/link", {}).status_code == 403
    assert manager.client.get("/api/people").status_code == 403
    assert web.signed_in().post("/api/people/99999/link", {}).status_code == 404
    assert web.browser().post(f"/api/people/{invited(web)}/link", {}).status_code == 403
    assert lines_of(web, "make_sign_in_link") == []


def test_a_link_needs_the_pages_proof(web: Web) -> None:
    answer = web.signed_in().post(
        f"/api/people/{invited(web)}/link", {}, **{"X-CSRF-Token": "guess"}
    )
    assert answer.status_code == 403
    assert lines_of(web, "make_sign_in_link") == []


@pytest.mark.parametrize("web_settings", [WebSettings(links_burst=1, links_per_second=0.01)])
def test_links_are_not_made_without_end(web: Web) -> None:
    owner = web.signed_in()
    assert owner.post(f"/api/people/{invited(web)}/link", {}).status_code == 200
    answer = owner.post(f"/api/people/{invited(web)}/link", {})
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0


def test_the_page_of_people_shows_a_link_once(web: Web, page: Page) -> None:
    enter(page, web)
    page.goto(f"{web.address}/people")
    page.select_option("#invite-who", str(invited(web)))
    page.click("#invite-form button")
    link, code = (
        page.get_by_label("Link to come in by"),
        page.get_by_label("To join on a messenger"),
    )
    assert link.input_value().startswith(f"{web.address}/enter/")
    expect(code).to_have_value(re.compile(r"^JOIN [A-Z2-9]{4}-[A-Z2-9]{4}$"))
    expect(page.locator("#invite .share-says").first).to_contain_text("Shown only now")
    page.reload()
    expect(page.locator("#invite .share-box")).to_have_count(0)
