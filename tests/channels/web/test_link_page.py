"""The page of a link that a messenger sent: who would be whom there, and one button."""

from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, expect
from sqlalchemy import select

from app.sealing import ShopSeal
from commerce import people
from commerce.access import Actor
from commerce.db import session_factory
from commerce.db.tables import DeliveryRow
from tests.channels.web.conftest import Web

SENDER = "+919800000009"


def link(web: Web, keys: Path) -> str:
    """Have somebody ask for a link on WhatsApp, and return its token."""
    with session_factory(web.doors.engine)() as session:
        token = people.make_signed_link(
            session, ShopSeal(keys / "keys"), shop_id=1, channel="whatsapp", external_id=SENDER,
            address=SENDER, now=datetime.now(UTC),
        )  # fmt: skip
        session.commit()
        return token


def on_whatsapp(web: Web) -> Actor | None:
    """Return who the sender is there."""
    with session_factory(web.doors.engine)() as session:
        return people.actor_for(session, "whatsapp", SENDER)


def told(web: Web) -> list[str]:
    """Return what is to be brought to the sender."""
    with session_factory(web.doors.engine)() as session:
        rows = select(DeliveryRow.body).where(
            DeliveryRow.shop_id == 1, DeliveryRow.address == SENDER
        )
        return [body["text"] for body in session.scalars(rows)]


def test_the_page_says_who_will_be_whom_and_one_press_links_them(
    web: Web, page: Page, tmp_path: Path
) -> None:
    token = link(web, tmp_path)
    page.goto(f"{web.address}/link/{token}")
    page.get_by_role("button", name="Seller").click()  # signs in, and is back at the link
    expect(page.locator("main")).to_contain_text(
        f"{SENDER} on WhatsApp will be Meera Iyer (Seller)"
    )
    assert on_whatsapp(web) is None
    page.get_by_role("button", name="It is mine: link WhatsApp").click()
    expect(page.locator("#link-says")).to_contain_text("WhatsApp knows you as Meera Iyer now")
    known = on_whatsapp(web)
    assert known is not None
    assert known.name == "Meera Iyer"
    assert [text.startswith("Done, Meera Iyer") for text in told(web)] == [True]
    page.reload()
    expect(page.get_by_role("heading")).to_contain_text("works no more")


def test_a_machine_that_opens_the_link_for_a_preview_changes_nothing(
    web: Web, tmp_path: Path
) -> None:
    token = link(web, tmp_path)
    machine = web.browser()
    assert [machine.open(f"/link/{token}").status_code for _ in range(3)] == [200] * 3
    assert machine.post("/api/messengers/link", {"token": token}).status_code in (401, 403)
    assert on_whatsapp(web) is None
    meera = web.signed_in()
    assert meera.post("/api/messengers/link", {"token": token}).status_code == 200


def test_a_wrong_link_is_answered_like_an_old_one(web: Web, tmp_path: Path) -> None:
    meera, token = web.signed_in(), link(web, tmp_path)
    link(web, tmp_path)
    old = meera.post("/api/messengers/link", {"token": token})
    wrong = meera.post("/api/messengers/link", {"token": token[:-4] + "AAAA"})
    assert (old.status_code, old.json()) == (wrong.status_code, wrong.json())
    assert on_whatsapp(web) is None
