"""The page of settings makes a code by which a messenger gets to know whoever is signed in."""

import re
from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from commerce import people
from commerce.access import Actor
from commerce.db import session_factory
from commerce.people import Met
from tests.channels.web.browsing import enter
from tests.channels.web.conftest import Web

SENDER = "+919800000009"


def on_whatsapp(web: Web, text: str = "") -> Actor | None:
    """Have somebody unknown write on WhatsApp, and return who they are then."""
    with session_factory(web.doors.engine)() as session:
        if text:
            met = people.meet(
                session, shop_id=1, channel="whatsapp", external_id=SENDER, text=text,
                now=datetime.now(UTC),
            )  # fmt: skip
            assert met.met is Met.LINKED
            session.commit()
        return people.actor_for(session, "whatsapp", SENDER)


def test_a_code_made_here_links_a_messenger_and_the_page_lets_it_go(web: Web, page: Page) -> None:
    enter(page, web)
    page.goto(f"{web.address}/settings")
    page.click("#linking-make")
    says = page.locator("#linking-says")
    expect(says).to_contain_text("LINK ")
    code = re.search(r"LINK \w{4}-\w{4}", says.inner_text())
    assert code is not None
    known = on_whatsapp(web, code[0])
    assert known is not None
    assert known.name == "Meera Iyer"
    page.reload()
    page.get_by_role("button", name="Unlink: WhatsApp").click()
    expect(says).to_have_text("WhatsApp knows you no more.")
    expect(page.locator("#linking-list li")).to_have_count(0)
    assert on_whatsapp(web) is None


def test_codes_are_made_only_so_often_and_only_by_who_is_signed_in(web: Web) -> None:
    meera = web.signed_in()
    made = [meera.post("/api/messengers/code", {}).status_code for _ in range(30)]
    assert (made[0], made[-1]) == (200, 429)
    assert web.browser().post("/api/messengers/code", {}).status_code in (401, 403)
    assert meera.post("/api/messengers/sms/unlink", {}).status_code == 404
