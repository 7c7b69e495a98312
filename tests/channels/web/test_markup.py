"""Markup in anything that people wrote stays text, on every page that shows it."""

from pathlib import Path

import pytest
import requests
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import String, Text, cast, func, update
from sqlalchemy.orm import Session

from channels.web.security import proof_for
from commerce.db.tables import Base
from tests.channels.web.browsing import REPLY, ready
from tests.channels.web.two_shops import TwoShops, two_shops
from tests.safety.world import FIRST

pytestmark = pytest.mark.browser

HURT = '<img src=x onerror="window.hurt=1"><script>window.hurt=2</script>"><svg onload=\'hurt=3\'>'

WRITTEN: dict[str, tuple[str, ...]] = {
    "addresses": ("name", "line1", "line2", "landmark", "city"),
    "audit_log": ("subject", "why"),
    "competitor_prices": ("competitor",),
    "conversations": ("title",),
    "customers": ("name",),
    "hand_overs": ("reason",),
    "ndr_actions": ("remark",),
    "ndr_attempts": ("raw_text", "remark"),
    "order_items": ("title",),
    "orders": ("note", "hold_reason"),
    "payments": ("reference",),
    "people": ("name",),
    "products": ("title", "category"),
    "reviews": ("text",),
    "scans": ("location", "raw_text"),
    "shipments": ("last_location",),
    "shops": ("name",),
    "variants": ("title",),
    "warehouses": ("name",),
}
"""What customers, couriers, marketplaces and colleagues may write in."""

PAGES = ("/orders", "/orders/1004", "/ndr", "/customers", "/people-waiting", "/approvals",
         "/people", "/audit")  # fmt: skip
ASKED = ("show_order order=1004", "track_parcel parcel=1004", "advise_on_ndr parcel=1004",
         "run_report metric=revenue dimension=product chart=bar",
         "show_customer customer=tambo")  # fmt: skip


def _poison(session: Session) -> None:
    session.flush()
    for name, columns in WRITTEN.items():
        table = Base.metadata.tables[name]
        session.execute(
            update(table).values({column: table.c[column] + HURT for column in columns})
        )
    approvals = Base.metadata.tables["approvals"]
    preview = func.replace(cast(approvals.c.preview, Text), "Cancel for", "<img src=x> Cancel for")
    session.execute(update(approvals).values(preview=cast(preview, String)))


def test_markup_that_people_wrote_never_runs(
    context: BrowserContext, page: Page, sqlite_template: Path, tmp_path: Path
) -> None:
    with two_shops(sqlite_template, tmp_path, touch=_poison) as web:
        secret = web.secrets[f"{FIRST} Owner"]
        context.add_cookies([{"name": "superecom-session", "value": secret, "url": web.address}])
        for path in PAGES:
            page.goto(web.address + path)
            ready(page)
            expect(page.locator("main")).to_contain_text("<img src=x")
            _unhurt(page)
        page.goto(web.address)
        ready(page)
        for number, asked in enumerate(ASKED, 1):
            page.get_by_role("textbox", name="Message").fill(asked)
            page.keyboard.press("Enter")
            expect(page.locator(REPLY)).to_have_count(number)
        expect(page.locator(".transcript")).to_contain_text("<img src=x")
        _unhurt(page)
        page.goto(web.address + _shared(web, secret))
        ready(page)
        _unhurt(page)


def _unhurt(page: Page) -> None:
    assert page.evaluate("window.hurt") is None
    assert page.locator("img[src='x'], main svg[onload], main script[src='']").count() == 0
    assert (
        page.evaluate(
            "[...document.scripts].filter((one) => one.text.startsWith('window.hurt')).length"
        )
        == 0
    )


def _shared(web: TwoShops, secret: str) -> str:
    headers = {"Cookie": f"superecom-session={secret}", "X-CSRF-Token": proof_for(secret)}
    with requests.Session() as browser:
        browser.headers.update(headers)
        talk = browser.get(f"{web.address}/api/conversations").json()["conversations"][0]["id"]
        told = browser.get(f"{web.address}/api/conversations/{talk}").json()["messages"]
        made = browser.post(f"{web.address}/api/shares", json={"message": told[-1]["id"]})
        return str(made.json()["path"])
