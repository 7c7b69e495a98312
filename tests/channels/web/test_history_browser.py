"""The list of one's conversations in headless Chromium: named, put away, brought back."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.channels.web.browsing import ask, barriers, enter, ready, sideways
from tests.channels.web.conftest import Web

pytestmark = pytest.mark.browser

NAV = "Earlier conversations"


def test_a_conversation_is_named_put_away_found_and_brought_back(web: Web, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    enter(page, web)
    ask(page, "stock of blue kurti")
    listed = page.get_by_role("navigation", name=NAV)
    listed.get_by_role("button", name="Options: stock of blue kurti").click()
    listed.get_by_role("button", name="Rename").click()
    name = listed.get_by_role("textbox", name="Name of this conversation")
    expect(name).to_be_focused()
    name.fill("Kurti season")
    page.keyboard.press("Enter")
    expect(listed.get_by_role("link", name="Kurti season")).to_be_visible()
    expect(listed.get_by_role("button", name="Options: Kurti season")).to_be_focused()
    page.reload()
    ready(page)
    expect(page.locator("#title")).to_have_text("Kurti season")
    listed.get_by_role("button", name="Options: Kurti season").click()
    listed.get_by_role("button", name="Put away", exact=True).click()
    expect(listed.get_by_role("link")).to_have_count(0)
    page.get_by_role("searchbox", name="Search conversations").fill("blue")
    expect(listed.get_by_role("link", name="Kurti season")).to_be_visible()
    listed.get_by_role("button", name="Conversations put away").click()
    listed.get_by_role("button", name="Options: Kurti season").click()
    listed.get_by_role("button", name="Bring back").click()
    expect(listed.get_by_role("link")).to_have_count(0)
    listed.get_by_role("button", name="Back to the list").click()
    expect(listed.get_by_role("link", name="Kurti season")).to_be_visible()


def test_a_name_is_given_by_keyboard_alone_and_escape_leaves_it(web: Web, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    enter(page, web)
    ask(page, "hello there")
    page.get_by_role("link", name="hello there").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type("never kept")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Options: hello there")).to_be_focused()
    (talk,) = web.desk.talks.values()
    assert talk.name == ""


def test_on_the_smallest_phone_the_list_is_named_without_a_barrier(
    web: Web, chromium: Browser
) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    try:
        page = context.new_page()
        enter(page, web)
        ask(page, "stock of a very long product name that does not fit on any phone there is")
        page.get_by_role("combobox", name="Language").select_option("hi")
        ready(page)
        page.locator("#drawer-open").click()
        page.get_by_role("button", name="विकल्प").click()
        assert barriers(page) == []
        page.get_by_role("button", name="नाम बदलें").click()
        assert barriers(page) == []
        assert sideways(page) == 0
        page.get_by_role("textbox", name="इस बातचीत का नाम").fill("कुर्ती")
        page.get_by_role("button", name="सेव करें").click()
        expect(page.get_by_role("link", name="कुर्ती")).to_be_visible()
    finally:
        context.close()
