"""The whole web chat, served for real, over a scripted desk and real sign-in tables."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from sqlalchemy import text

from app.doors import Doors
from app.openings import Openings
from app.sealing import ShopSeal
from app.shelves import Shelves
from channels.web import WebSettings, create_app
from commerce import people
from commerce.access import Role
from commerce.db import open_engine, session_factory
from commerce.db.tables import PersonRow
from commerce.files import Shelf
from commerce.ports import Ports
from tests.builders import Shop
from tests.channels.web.doors import PASSWORD, TableDoors
from tests.channels.web.scripted_desk import ScriptedDesk
from tests.channels.web.serving import Browserless, serving

expect.set_options(timeout=20_000)
"""A busy machine draws late; what never comes still fails."""

PHONE = {"width": 390, "height": 844}

CAST = [
    ("Meera Iyer", Role.OWNER),
    ("Imran Khan", Role.NDR_AGENT),
    ("Sunita Patil", Role.MANAGER),
    ("Asha Rao", Role.CUSTOMER),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """A running web chat, and what stands behind it."""

    address: str
    desk: ScriptedDesk
    doors: TableDoors
    browsers: list[Browserless] = field(default_factory=list)

    def browser(self) -> Browserless:
        self.browsers.append(Browserless(self.address))
        return self.browsers[-1]

    def sender(self, name: str) -> str:
        return self.doors.person(name)[1]

    def signed_in(self, name: str = "Meera Iyer") -> Browserless:
        browser = self.browser()
        browser.sign_in(self.sender(name))
        return browser


@pytest.fixture
def web_settings() -> WebSettings:
    """Settings of the chat under test; a test file may have its own."""
    return WebSettings(poll_seconds=0.05, heartbeat_seconds=0.2, file_bytes=100_000)


@pytest.fixture
def web(tmp_path: Path, web_template: Path, web_settings: WebSettings) -> Iterator[Web]:
    """The web chat of a shop with an owner, an agent, a manager and a customer."""
    doors = _doors(tmp_path, web_template)
    actors = {sender: actor for actor, sender in (doors.person(name) for name, _ in CAST)}
    desk = ScriptedDesk(actors)
    shelf = Shelf(root=tmp_path / "files", most=web_settings.file_bytes)
    shelves = Shelves(session_factory(doors.engine), lambda: datetime.now(UTC), shelf)
    app = create_app(
        desk, doors, settings=web_settings, standings=desk, shelf=shelves, inviting=doors,
        linking=Doors(
            session_factory(doors.engine), lambda: datetime.now(UTC),
            Ports(seal=ShopSeal(tmp_path / "keys")),
        ),
        opening=Openings(session_factory(doors.engine), lambda: datetime.now(UTC)),
    )  # fmt: skip
    with serving(app) as address:
        web = Web(address=address, desk=desk, doors=doors)
        yield web
        for browser in web.browsers:
            browser.client.close()
    doors.engine.dispose()


@pytest.fixture(scope="session")
def web_template(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Path:
    """The database of a shop with everybody in it, to copy."""
    path = tmp_path_factory.mktemp("web") / "template.db"
    shutil.copy(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")
    with session_factory(engine)() as session:
        shop = Shop.open(session, now=datetime.now(UTC))
        for name, role in CAST:
            customer = shop.customer(name) if role is Role.CUSTOMER else None
            row = shop.person(role, name=name, customer=customer)
            people.add_identity(session, row, "web", f"web-{row.id}")
        owner = session.query(PersonRow).filter_by(name="Meera Iyer", shop_id=shop.id).one()
        owner.email = "meera@example.in"
        people.set_password(owner, PASSWORD)
        session.commit()
        session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    engine.dispose()
    return path


def _doors(tmp_path: Path, template: Path) -> TableDoors:
    path = tmp_path / "web.db"
    shutil.copy(template, path)
    return TableDoors(open_engine(f"sqlite:///{path}"), CAST)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for all tests here. Its event loop must be gone before other modules run."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("No Chromium here: install the system's package `chromium` to run these.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile on a phone."""
    context = chromium.new_context(viewport=PHONE, locale="en-IN", timezone_id="Asia/Kolkata")  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that may not complain: an error or a blocked script fails the test."""
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if _grave(line.text) else None)
    yield page
    assert complaints == []


def _grave(text: str) -> bool:
    return "Content Security Policy" in text or "TrustedHTML" in text
