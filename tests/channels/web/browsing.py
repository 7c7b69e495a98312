"""What the tests in a browser share."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.channels.web.conftest import Web

AXE = Path(__file__).parents[2] / "vendor" / "axe-core" / "axe.min.js"
REPLY = ".theirs:not(.typing):not(.draft)"


def enter(page: Page, web: Web, role: str = "Seller") -> None:
    page.goto(web.address)
    page.get_by_role("button", name=role).click()
    ready(page)


def ready(page: Page) -> None:
    """Wait until the page's script has taken over."""
    expect(page.locator("#theme[title]")).to_be_visible()


def ask(page: Page, text: str) -> None:
    """Send a message and wait for its whole reply."""
    before = page.locator(REPLY).count()
    page.get_by_role("textbox", name="Message").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator(REPLY)).to_have_count(before + 1)


def sideways(page: Page) -> int:
    """Return by how many pixels the page is wider than the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def barriers(page: Page) -> list[str]:
    """Return what axe-core finds serious or critical."""
    page.add_script_tag(path=AXE)
    found = page.evaluate("async () => (await axe.run({resultTypes: ['violations']})).violations")
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
