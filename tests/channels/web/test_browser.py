"""The chat as people meet it, in headless Chromium against a real server."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from channels.web import Standing
from tests.channels import cards
from tests.channels.web.browsing import REPLY, ask, barriers, enter, ready, sideways
from tests.channels.web.conftest import Web
from tests.channels.web.scripted_desk import XSS

pytestmark = pytest.mark.browser


def test_a_seller_signs_in_asks_and_reads_the_answer(web: Web, page: Page) -> None:
    enter(page, web)
    expect(page.get_by_role("heading", name="Hello Meera")).to_be_visible()
    ask(page, "Business summary please")
    expect(page.locator(REPLY)).to_contain_text("₹12,48,350 from 1,362 orders")
    tile = page.locator(".tile").first
    expect(tile).to_contain_text("₹12,48,350")
    expect(tile).to_contain_text("↑")
    tile.get_by_text("How counted").click()
    expect(tile).to_contain_text("Order totals without cancelled orders")


def test_a_draft_is_seen_while_it_is_written_and_then_replaced(web: Web, page: Page) -> None:
    enter(page, web)
    web.desk.midway.clear()
    page.get_by_role("textbox", name="Message").fill("one two")
    page.keyboard.press("Enter")
    expect(page.locator(".draft")).to_have_text("You")
    web.desk.midway.set()
    expect(page.locator(REPLY)).to_have_count(1)
    expect(page.locator(REPLY)).to_contain_text("You said: one two")
    expect(page.locator(".draft")).to_have_count(0)


def test_every_card_is_drawn(web: Web, page: Page) -> None:
    enter(page, web)
    ask(page, "everything")
    ask(page, "cancel it")
    page.get_by_role("button", name="Approve").click()
    expect(page.locator(".card.receipt")).to_be_visible()
    for kind in ("order", "parcel", "ndr", "table", "metrics", "chart", "approval", "choice"):
        expect(page.locator(f".card.{kind}").first).to_be_visible()
    expect(page.locator(".card.parcel .timeline .failed")).to_contain_text("not available")
    expect(page.locator(".card.parcel .timeline [aria-current=step]")).to_have_count(1)
    expect(page.locator(".card.ndr .advice li")).to_have_count(3)
    expect(page.locator(".card.order .items li")).to_have_count(2)
    expect(page.locator(".card.text .words li")).to_have_count(2)


def test_an_approval_is_given_carried_out_and_taken_back(web: Web, page: Page) -> None:
    enter(page, web)
    ask(page, "cancel order 1042")
    card = page.locator(".card.approval")
    expect(card).to_contain_text("Confirmed")
    expect(card).to_contain_text("Cancelled")
    expect(card).to_contain_text("At stake₹2,847")
    card.get_by_role("button", name="Approve").click()
    expect(card).to_contain_text("Approved and done")
    expect(card.get_by_role("button")).to_have_count(0)
    receipt = page.locator(".card.receipt")
    receipt.get_by_role("button", name="Undo").click()
    expect(receipt).to_contain_text("Undone")
    expect(receipt.get_by_role("button")).to_have_count(0)
    taps = [message.tap.kind for message in web.desk.received if message.tap]
    assert taps == ["approve", "undo"]


def test_a_declined_approval_says_that_nothing_was_changed(web: Web, page: Page) -> None:
    enter(page, web)
    ask(page, "cancel order 1042")
    page.get_by_role("button", name="Decline").click()
    card = page.locator(".card.approval")
    expect(card).to_contain_text("Declined. Nothing was changed.")
    page.reload()
    expect(card).to_contain_text("Declined. Nothing was changed.")
    expect(card.get_by_role("button")).to_have_count(0)


def test_an_approval_decided_by_somebody_else_loses_its_buttons(web: Web, page: Page) -> None:
    enter(page, web)
    ask(page, "cancel order 1042")
    (conversation,) = web.desk.talks
    web.desk.states[conversation] = [Standing(id="APR-1", state="declined", by="Sunita Patil")]
    card = page.locator(".card.approval")
    expect(card).to_contain_text("Declined. Nothing was changed. · Sunita Patil")
    expect(card.get_by_role("button")).to_have_count(0)


def test_a_row_of_a_table_can_be_opened(web: Web, page: Page) -> None:
    enter(page, web)
    ask(page, "COD orders waiting")
    page.get_by_role("cell", name="Nagpur").first.click()
    expect(page.locator(REPLY)).to_have_count(2)
    tap = web.desk.received[-1].tap
    assert tap is not None
    assert (tap.tool, tap.arguments) == ("show_order", {"order": "#1041"})


def test_markup_in_data_stays_text(web: Web, page: Page) -> None:
    enter(page, web)
    title = page.title()
    ask(page, f"attack {XSS}")
    expect(page.locator(REPLY)).to_contain_text("<script>document.title=2</script>")
    expect(page.locator(".card")).to_have_count(len(cards.attack(XSS)))
    assert page.locator(".transcript img, .transcript script").count() == 0
    page.reload()
    expect(page.locator(".card")).to_have_count(len(cards.attack(XSS)))
    assert page.title() == title


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_page_never_scrollssideways(web: Web, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(web.address)
    assert sideways(page) == 0
    enter(page, web)
    assert sideways(page) == 0
    ask(page, "everything " + "x" * 300)
    ask(page, "cancel order 1042")
    ask(page, "attack")
    assert sideways(page) == 0
    inner = page.locator("#scroll")
    assert inner.evaluate("element => element.scrollWidth - element.clientWidth") == 0


def test_everything_can_be_done_by_keyboard(web: Web, page: Page) -> None:
    page.goto(web.address)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    box = page.get_by_role("textbox", name="Message")
    expect(box).to_be_focused()
    page.keyboard.type("first line")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("cancel the order")
    page.keyboard.press("Enter")
    approve = page.get_by_role("button", name="Approve")
    expect(approve).to_be_visible()
    assert web.desk.received[0].text == "first line\ncancel the order"
    expect(box).to_be_focused()
    for _ in range(4):  # Past attaching a file, sharing the answer, declining.
        page.keyboard.press("Shift+Tab")
    expect(approve).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".card.approval .standing")).to_be_focused()
    expect(page.locator(".card.approval")).to_contain_text("Approved and done")


def test_escape_closes_the_drawer_and_gives_the_focus_back(web: Web, page: Page) -> None:
    enter(page, web)
    opener = page.locator("#drawer-open")
    opener.click()
    expect(page.get_by_role("button", name="New chat")).to_be_visible()
    assert page.locator("#room").evaluate("element => element.inert")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(page.get_by_role("button", name="New chat")).to_be_hidden()


def test_a_chart_is_read_with_the_arrow_keys_and_as_a_table(web: Web, page: Page) -> None:
    enter(page, web)
    ask(page, "summary")
    card = page.locator(".card.chart")
    plot = card.get_by_role("img")
    expect(plot).to_have_attribute("aria-label", re.compile("^Revenue a day rose"))
    plot.focus()
    page.keyboard.press("Home")
    expect(card.locator(".readout")).to_contain_text("9 Nov")
    expect(card.locator(".readout")).to_contain_text("₹1,23,000")
    page.keyboard.press("ArrowRight")
    expect(card.locator(".readout")).to_contain_text("10 Nov")
    expect(card).to_contain_text("₹2 L")
    card.get_by_text("Show as a table").click()
    expect(card.get_by_role("row")).to_have_count(15)


def test_dark_follows_the_device_until_somebody_chooses(web: Web, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    enter(page, web)
    assert _lightness(page) < 40
    theme = page.locator("#theme")
    theme.click()
    assert _lightness(page) > 220
    page.reload()
    ready(page)
    expect(theme).to_have_attribute("aria-label", "Light or dark: Light")
    assert _lightness(page) > 220
    theme.click()
    page.emulate_media(color_scheme="light")
    assert _lightness(page) < 40


def _lightness(page: Page) -> int:
    color = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return int(color.removeprefix("rgb(").split(",")[0])


def test_nothing_is_asked_of_another_server(web: Web, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    enter(page, web)
    ask(page, "everything")
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(web.address).netloc}
    assert len(asked) > 10


def test_a_reload_keeps_the_conversation_and_what_was_being_typed(web: Web, page: Page) -> None:
    enter(page, web)
    ask(page, "show order 1042")
    page.get_by_role("textbox", name="Message").fill("half a thou")
    address = page.url
    page.reload()
    ready(page)
    assert page.url == address
    expect(page.locator(".card.order")).to_be_visible()
    expect(page.locator(".mine")).to_have_count(1)
    expect(page.get_by_role("textbox", name="Message")).to_have_value("half a thou")


def test_two_tabs_show_the_same_conversation(web: Web, page: Page, context: BrowserContext) -> None:
    enter(page, web)
    ask(page, "hello")
    second = context.new_page()
    second.goto(page.url)
    expect(second.locator(REPLY)).to_have_count(1)
    ask(second, "cancel order 1042")
    expect(page.locator(".card.approval")).to_be_visible()
    second.bring_to_front()
    second.get_by_role("button", name="Approve").click()
    page.bring_to_front()
    expect(page.locator(".card.approval")).to_contain_text("Approved and done")
    expect(page.locator(REPLY)).to_have_count(3)
    expect(page.locator(".mine")).to_have_count(3)


def test_messages_sent_in_a_burst_all_arrive_once(web: Web, page: Page) -> None:
    enter(page, web)
    web.desk.gate.clear()
    for number in range(5):
        page.keyboard.type(f"line {number}")
        page.keyboard.press("Enter")
    web.desk.gate.set()
    expect(page.locator(".mine:not(.pending)")).to_have_count(5)
    expect(page.locator(REPLY).last).to_contain_text("line 4")
    assert [message.text for message in web.desk.received] == [f"line {n}" for n in range(5)]


def test_what_is_written_offline_is_sent_once_when_back(
    web: Web, page: Page, context: BrowserContext
) -> None:
    enter(page, web)
    ask(page, "hello")
    context.set_offline(True)
    page.get_by_role("textbox", name="Message").fill("from the train")
    page.keyboard.press("Enter")
    expect(page.get_by_text("You are offline")).to_be_visible()
    expect(page.locator(".pending")).to_contain_text("Waiting for a connection")
    context.set_offline(False)
    expect(page.locator(REPLY)).to_have_count(2)
    expect(page.locator(".mine")).to_have_count(2)
    expect(page.locator("#notice")).to_be_hidden()
    assert [message.text for message in web.desk.received] == ["hello", "from the train"]


def test_a_message_whose_receipt_was_lost_is_not_doubled(web: Web, page: Page) -> None:
    enter(page, web)
    ask(page, "hello")
    lost: list[str] = []

    def lose_first(route: Route) -> None:
        lost.append(route.request.url)
        if len(lost) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/api/messages", lose_first)
    ask(page, "only once")
    expect(page.locator(".mine:not(.pending)")).to_have_count(2)
    expect(page.locator(".mine")).to_have_count(2)
    assert [message.text for message in web.desk.received] == ["hello", "only once"]


def test_a_failed_answer_is_said_in_a_sentence(web: Web, page: Page) -> None:
    enter(page, web)
    ask(page, "hello")
    page.get_by_role("textbox", name="Message").fill("break down")
    page.keyboard.press("Enter")
    problem = page.get_by_role("alert")
    expect(problem).to_contain_text("I could not finish the answer.")
    expect(problem.get_by_role("button", name="Try again")).to_be_visible()


def test_earlier_conversations_are_a_tap_away(web: Web, page: Page) -> None:
    enter(page, web)
    ask(page, "show order 1042")
    page.locator("#drawer-open").click()
    page.get_by_role("button", name="New chat").click()
    expect(page.get_by_role("heading", name="Hello Meera")).to_be_visible()
    ask(page, "which rohan")
    page.locator("#drawer-open").click()
    page.get_by_role("link", name="show order 1042").click()
    expect(page.locator(".card.order")).to_be_visible()
    expect(page.locator(".card.choice")).to_have_count(0)
    page.go_back()
    expect(page.locator(".card.choice")).to_be_visible()


def test_earlier_messages_are_loaded_above(web: Web, page: Page) -> None:
    enter(page, web)
    ask(page, "hello")
    (conversation,) = web.desk.talks
    for number in range(80):
        web.desk.tell(conversation, f"news {number}")
    page.reload()
    expect(page.get_by_text("news 79", exact=True)).to_be_visible()
    expect(page.locator(".message")).to_have_count(60)
    page.get_by_role("button", name="Show earlier messages").click()
    expect(page.locator(".message")).to_have_count(82)
    expect(page.locator(".day")).to_have_count(1)


def test_another_persons_conversation_opens_an_empty_one(
    web: Web, page: Page, chromium: Browser
) -> None:
    enter(page, web)
    ask(page, "hello")
    other = chromium.new_context()
    try:
        stranger = other.new_page()
        enter(stranger, web, "NDR agent")
        stranger.goto(page.url)
        expect(stranger.get_by_text("There is no such conversation here.")).to_be_visible()
        expect(stranger.get_by_role("heading", name="Hello Imran")).to_be_visible()
        expect(stranger.locator(".message")).to_have_count(0)
    finally:
        other.close()


def test_suggestions_follow_the_role_and_the_chosen_language(web: Web, page: Page) -> None:
    enter(page, web, "NDR agent")
    expect(page.get_by_role("button", name="Show my open NDR cases")).to_be_visible()
    page.get_by_label("Language").select_option("hi-Latn")
    suggestion = page.get_by_role("button", name="Mere open NDR cases dikhao")
    expect(suggestion).to_be_visible()
    page.wait_for_load_state()
    suggestion.click()
    expect(page.locator(REPLY)).to_have_count(1)
    assert web.desk.received[0].text == "Mere open NDR cases dikhao"
    assert web.desk.received[0].language == "hi-Latn"


def test_a_one_time_link_opens_the_chat_by_a_button(web: Web, page: Page) -> None:
    page.goto(f"{web.address}/enter/{web.doors.link_for('Imran Khan')}")
    page.get_by_role("button", name="Continue to the chat").click()
    expect(page.get_by_role("heading", name="Hello Imran")).to_be_visible()


def test_a_wrong_password_is_said_where_it_was_typed(web: Web, page: Page) -> None:
    web.doors.is_demo = False
    page.goto(web.address)
    page.get_by_label("E-mail").fill("meera@example.in")
    page.get_by_label("Password").fill("guess")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("E-mail or password is wrong.")


def test_signing_out_leads_to_the_door_and_back_shows_nothing(web: Web, page: Page) -> None:
    enter(page, web)
    ask(page, "show order 1042")
    page.locator("#drawer-open").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Try the demo shop")).to_be_visible()
    page.go_back()
    expect(page.locator(".card.order")).to_have_count(0)
    expect(page.get_by_role("heading", name="Try the demo shop")).to_be_visible()


def test_replies_are_read_out_politely(web: Web, page: Page) -> None:
    enter(page, web)
    ask(page, "show order 1042")
    log = page.locator("#announcer")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log).to_have_text("Order #1042 is confirmed and being packed in Pune.. Order #1042")


def test_with_reduced_motion_nothing_moves(web: Web, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    enter(page, web)
    moving = "getComputedStyle(document.querySelector('.button')).transitionDuration"
    assert page.evaluate(moving) == "0s"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_serious_barrier_for_people_with_disabilities(
    web: Web, chromium: Browser, scheme: str, width: int
) -> None:
    # axe-core is put in from outside, which the page's own policy would forbid.
    context = chromium.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        bypass_csp=True,
    )
    try:
        page = context.new_page()
        page.goto(web.address)
        assert barriers(page) == []
        enter(page, web)
        assert barriers(page) == []
        ask(page, "everything")
        ask(page, "cancel order 1042")
        assert barriers(page) == []
        page.get_by_role("button", name="Approve").click()
        expect(page.locator(".card.receipt")).to_be_visible()
        assert barriers(page) == []
    finally:
        context.close()
