"""The pages around the chat as people meet them, in headless Chromium."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute
from playwright.sync_api import Browser, Page, expect

import channels.web
from channels.web.places import PLACES
from tests.channels import cards
from tests.channels.web.browsing import REPLY, ask, barriers, enter, sideways
from tests.channels.web.conftest import Web
from tests.channels.web.test_link_page import link
from tools import TOOLS, Effect

pytestmark = pytest.mark.browser

TRIED = {
    **{place.path: place.path for place in PLACES},
    "/": "/",
    "/c/{conversation}": "/c/{conversation}",
    "/a/{link}": "/a/{link}",
    "/enter/{token}": "/enter/some-token",
    "/knowledge/{key:path}": "/knowledge/shop/4/12",
    "/link/{token}": "/link/{token}",
    "/orders/{number}": "/orders/1042",
    "/workflows/build": "/workflows/build?library=ndr-follow-up",
}
"""Every page, and an address at which it is tried on the smallest phone."""

OPEN_ALL = (
    "within => document.querySelectorAll(`${within} details`).forEach(e => { e.open = true })"
)
"""What is folded away hides its barriers."""


def visit(page: Page, web: Web, path: str) -> None:
    page.goto(web.address + path)
    for look in page.locator(".look:not([data-tool=preview_import])").all():
        expect(look).to_have_attribute("aria-busy", "false")


def test_an_order_is_opened_beside_the_list_and_acted_on_in_the_chat(web: Web, page: Page) -> None:
    enter(page, web)
    visit(page, web, "/orders?status=Pending")
    asked = ("Meera Iyer", "find_orders", {"status": "Pending", "limit": 20})
    assert asked in web.desk.looks
    row = page.get_by_role("button", name="#1041", exact=True).first
    row.click()
    side = page.get_by_role("dialog")
    expect(side.locator(".card.order")).to_be_visible()
    expect(side.get_by_role("link", name="Open its page")).to_have_attribute(
        "href", "/orders/%231041"
    )
    looks = len(web.desk.looks)
    side.get_by_role("button", name="Cancel order").click()
    expect(side.locator(".card.approval")).to_be_visible()
    assert web.desk.received[-1].text == "cancel order #1042"
    side.get_by_role("button", name="Approve").click()
    expect(side.locator(".card.receipt")).to_be_visible()
    assert len(web.desk.looks) > looks  # What the page shows was looked at again.
    page.keyboard.press("Escape")
    expect(side).to_be_hidden()
    expect(row).to_be_focused()


def test_a_filter_stands_in_the_address_and_comes_back_with_it(web: Web, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    enter(page, web)
    visit(page, web, "/orders")
    page.get_by_label("Status").select_option("Unshipped")
    expect(page).to_have_url(re.compile(r"status=Unshipped"))
    page.get_by_text("More filters").click()
    page.get_by_label("From amount").fill("500")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(re.compile("min_total=500"))
    page.reload()
    expect(page.get_by_label("From amount")).to_have_value("500")
    with page.expect_response(lambda told: "find_orders" in (told.request.post_data or "")):
        page.go_back()
    expect(page.get_by_label("From amount")).to_have_value("")
    expect(page.get_by_label("Status")).to_have_value("Unshipped")
    asked = [arguments for _, tool, arguments in web.desk.looks if tool == "find_orders"]
    assert asked[-1] == {"status": "Unshipped", "limit": 20}


def test_a_board_shows_one_column_on_a_phone_and_all_on_a_desk(web: Web, page: Page) -> None:
    enter(page, web)
    visit(page, web, "/ndr")
    expect(page.locator(".board-column:visible")).to_have_count(1)
    page.get_by_role("button", name="Waiting for the courier").click()
    expect(page.get_by_role("button", name="Neha Gupta, Patna")).to_be_visible()
    page.set_viewport_size({"width": 1400, "height": 800})
    expect(page.locator(".board-column:visible")).to_have_count(3)
    page.get_by_role("button", name="Rohan Mehta, Nagpur").press("Enter")
    expect(page.get_by_role("dialog").locator(".card.ndr")).to_be_visible()


def test_a_form_asks_in_the_chat_and_changes_nothing_by_itself(web: Web, page: Page) -> None:
    enter(page, web)
    visit(page, web, "/people")
    page.get_by_text("Invite somebody").click()
    form = page.locator("form[data-tool=invite_person]")
    form.get_by_label("Name").fill("Kiran Rao")
    form.get_by_label("E-mail or phone").fill("kiran@shop.example")
    form.get_by_label("Role").select_option("Operator")
    form.get_by_role("button", name="Ask for it").click()
    expect(page.get_by_role("dialog").locator(REPLY)).to_have_count(1)
    tap = web.desk.received[-1].tap
    assert tap is not None
    assert (tap.kind, tap.tool) == ("call", "invite_person")
    assert tap.arguments == {
        "name": "Kiran Rao", "contact": "kiran@shop.example", "role": "Operator",
    }  # fmt: skip


def test_a_look_that_fails_says_so_and_can_be_tried_again(web: Web, page: Page) -> None:
    enter(page, web)
    page.route("**/api/look", lambda route: route.abort())
    page.goto(f"{web.address}/orders")
    expect(page.get_by_role("alert")).to_contain_text("did not answer")
    page.unroute("**/api/look")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".card.table")).to_be_visible()


def test_a_marker_leads_to_its_passage_in_the_document(web: Web, page: Page) -> None:
    enter(page, web)
    ask(page, "returned how late")
    words = page.locator(REPLY).locator("> .words")
    expect(words).to_have_text("Nine days [1], worn or not [2].")
    expect(words.get_by_role("link")).to_have_count(1)  # Nothing is behind the second.
    words.get_by_role("link", name="Source [1]").press("Enter")
    expect(page).to_have_url(f"{web.address}/knowledge/shop/4/12")
    expect(page.get_by_role("heading", level=1)).to_have_text("Returns")
    marked = page.locator(".passage.quoted")
    expect(marked).to_contain_text("Kurtis come back for nine days.")
    expect(marked).to_be_focused()
    expect(marked).to_be_in_viewport()


def test_documents_are_asked_on_their_page_and_read_whole(web: Web, page: Page) -> None:
    enter(page, web)
    visit(page, web, "/knowledge")
    assert not [one for one in web.desk.looks if one[1] == "search_knowledge"]
    page.get_by_label("Question").fill("how long do kurtis come back")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator(".card.text")).to_contain_text("nine days")
    page.get_by_role("link", name="Returns", exact=True).click()
    expect(page.locator(".passage")).to_have_count(3)
    expect(page.locator(".passage.quoted")).to_have_count(0)


def test_files_are_sent_with_a_message_and_shown_in_it(
    web: Web, page: Page, tmp_path: Path
) -> None:
    sheet, picture, program = (tmp_path / n for n in ("orders.csv", "box.png", "setup.exe"))
    sheet.write_bytes(b"order,total\n1042,799\n")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n0000")
    program.write_bytes(b"MZ\x90\x00\x03")
    enter(page, web)
    page.locator("#attach-file").set_input_files([sheet, picture, program])
    expect(page.locator(".tray-file")).to_have_count(3)
    expect(page.get_by_role("alert")).to_contain_text("I cannot read this kind of file")
    page.get_by_role("button", name="Remove: setup.exe").click()
    ask(page, "import these")
    mine = page.locator(".mine")
    expect(mine.get_by_role("link", name="orders.csv")).to_be_visible()
    expect(mine.get_by_role("img", name="box.png")).to_have_count(1)
    assert [one.name for one in web.desk.received[0].attachments] == ["orders.csv", "box.png"]
    expect(page.locator(".tray-file")).to_have_count(0)


def test_a_file_to_read_in_is_sent_first_and_then_shown_as_what_it_would_do(
    web: Web, page: Page, tmp_path: Path
) -> None:
    sheet, program = tmp_path / "orders.csv", tmp_path / "setup.exe"
    sheet.write_bytes(b"order,total\n1042,799\n")
    program.write_bytes(b"MZ\x90\x00\x03")
    web.desk.extra = {"preview_import": Effect.READ}
    enter(page, web)
    page.goto(f"{web.address}/imports")
    expect(page.locator(".look[data-main]")).to_be_hidden()
    page.locator("#drop-file").set_input_files(program)
    expect(page.locator("#drop-state")).to_contain_text("I cannot read this kind of file")
    page.locator("#drop-file").set_input_files(sheet)
    expect(page.locator(".look[data-main] .look-says")).to_have_text("47 ok, 3 refused.")
    _, _, arguments = next(one for one in web.desk.looks if one[1] == "preview_import")
    assert list(arguments) == ["file"]
    page.reload()
    expect(page.locator(".look[data-main] .look-says")).to_have_text("47 ok, 3 refused.")


def test_conversations_are_found_by_what_was_said(web: Web, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    enter(page, web)
    ask(page, "how many kurtis are left")
    page.get_by_role("button", name="New chat").click()
    ask(page, "sales of yesterday")
    history = page.get_by_role("navigation", name="Earlier conversations")
    expect(history.get_by_role("link")).to_have_count(2)
    page.get_by_label("Search conversations").fill("KURTIS")
    expect(history.get_by_role("link")).to_have_count(1)
    history.get_by_role("link").click()
    expect(page.locator(".mine")).to_contain_text("how many kurtis are left")
    page.get_by_label("Search conversations").fill("no such words")
    expect(page.get_by_text("Nothing was said with these words")).to_be_visible()


def test_an_answer_is_shared_opened_by_a_colleague_and_taken_back(
    web: Web, page: Page, chromium: Browser
) -> None:
    enter(page, web)
    ask(page, "summary")
    page.get_by_role("button", name="Share", exact=True).click()
    link = page.get_by_label("Link to this answer").input_value()
    other = chromium.new_context()
    try:
        colleague = other.new_page()
        colleague.goto(link)
        colleague.get_by_role("button", name="Manager").click()
        expect(colleague.locator(".card.metrics")).to_be_visible()
        assert colleague.url == link
        page.get_by_role("button", name="Stop sharing").click()
        expect(page.get_by_role("button", name="Share", exact=True)).to_be_visible()
        colleague.reload()
        expect(colleague.get_by_text("not here any more")).to_be_visible()
    finally:
        other.close()


def _pages() -> set[str]:
    """Return the paths of every page that a module of the web chat draws."""
    modules = [
        import_module(f"channels.web.{one.name}") for one in iter_modules(channels.web.__path__)
    ]
    routers = [one for m in modules for one in vars(m).values() if isinstance(one, APIRouter)]
    routes = [one for router in routers for one in router.routes if isinstance(one, APIRoute)]
    paths = {route.path for route in routes if "GET" in (route.methods or ())}
    return {path for path in paths if path != "/healthz" and not path.startswith("/api/")}


def test_every_page_is_tried_on_the_smallest_phone() -> None:
    assert _pages() == set(TRIED)


@pytest.mark.parametrize(("scheme", "language"), [("light", "hi"), ("dark", "en")])
@pytest.mark.slow
def test_no_page_has_a_serious_barrier_or_scrolls_sideways_on_a_small_phone(
    web: Web, chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheme: str,
    language: str,
) -> None:  # fmt: skip
    for tool in {one.name for one in TOOLS} - cards.BY_TOOL.keys():
        monkeypatch.setitem(cards.BY_TOOL, tool, ("Here they are.", (cards.table(),)))
    web.desk.extra = {"preview_import": Effect.READ}
    # axe-core is put in from outside, which the page's own policy would forbid.
    context = chromium.new_context(
        viewport={"width": 320, "height": 640},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        bypass_csp=True,
    )
    found: dict[str, object] = {}
    try:
        page = context.new_page()
        page.goto(f"{web.address}{TRIED['/enter/{token}']}")
        found["/enter/{token}"] = (barriers(page), (sideways(page), 0))
        enter(page, web)
        ask(page, "summary")
        ((conversation, talk),) = web.desk.talks.items()
        shared = web.desk.share(web.desk.people[web.sender("Meera Iyer")], talk.exchanges[-1].id)
        known = {"conversation": conversation, "link": shared, "token": link(web, tmp_path)}
        context.add_cookies([{"name": "superecom-language", "value": language, "url": web.address}])
        for path in TRIED.keys() - {"/enter/{token}"}:
            visit(page, web, TRIED[path].format_map(known))
            page.evaluate(OPEN_ALL, "main")
            for toggle in page.locator("#filter-toggle:visible").all():
                toggle.click()
            wide = page.locator("main").evaluate("e => e.scrollWidth - innerWidth")
            found[path] = (barriers(page), (sideways(page), max(wide, 0)))
            for menu in page.locator("#drawer-open:visible").all():
                menu.click()
                page.evaluate(OPEN_ALL, "#drawer")
                found[f"menu of {path}"] = (barriers(page), (sideways(page), 0))
        visit(page, web, "/orders")
        page.locator("#ask").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        found["side"] = (barriers(page), (sideways(page), 0))
    finally:
        context.close()
    assert {path: one for path, one in found.items() if one != ([], (0, 0))} == {}
    assert len(found) > len(TRIED)
