"""Building a workflow, as somebody does it: by dragging, from the list, and as text."""

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from commerce import workflows
from commerce.workflows import from_library
from tests.channels.web.browsing import REPLY, barriers, enter, sideways
from tests.channels.web.conftest import Web
from tests.channels.web.test_workflow_pages import made

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RIGHT = "Nothing is wrong."


def build(page: Page, web: Web, of: str) -> None:
    page.set_viewport_size({"width": 1500, "height": 1000})
    enter(page, web)
    page.goto(f"{web.address}/workflows/build{of}")
    expect(page.locator("#build-state")).to_have_text(RIGHT)


def drag(page: Page, what: Locator, there: Locator) -> None:
    start = what.bounding_box()
    assert start is not None
    page.mouse.move(start["x"] + 40, start["y"] + 12)
    page.mouse.down()
    page.mouse.move(start["x"] + 90, start["y"] + 40, steps=4)
    expect(there).to_be_visible()
    end = there.bounding_box()
    assert end is not None
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=8)
    page.mouse.up()


def test_a_step_is_dragged_in_filled_in_and_saved_by_a_yes_in_the_chat(
    web: Web, page: Page
) -> None:
    build(page, web, "?library=ndr-follow-up")
    box = page.locator(".sqd-toolbox-item", has_text="Make a task")
    drag(page, box, page.locator(".sqd-placeholder").last)
    expect(page.locator("#build-problems")).to_contain_text("Make a task: A text is wanted here.")
    expect(page.locator(".sqd-step-task .sqd-validation-error")).to_be_visible()
    page.get_by_label("Title", exact=True).fill("Call about {order.number}")
    page.keyboard.press("Tab")
    expect(page.locator("#build-state")).to_have_text(RIGHT)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#side")).to_be_visible()
    expect(page.locator("#side .mine")).to_contain_text("Make the workflow: NDR follow-up")
    expect(page.locator(f"#side {REPLY}")).to_have_count(1)
    tap = web.desk.received[-1].tap
    assert tap is not None
    library = workflows.plain(from_library("ndr-follow-up"))
    task = {"do": "create_task", "title": "Call about {order.number}"}
    whole = {**library, "steps": [*library["steps"], task]}
    assert (tap.tool, tap.arguments) == (
        "create_workflow", {"definition": whole, "switch_on": False},
    )  # fmt: skip


def test_everything_is_done_by_keyboard_and_the_text_says_the_same(web: Web, page: Page) -> None:
    made(web)
    build(page, web, "?workflow=ndr-follow-up")
    page.get_by_role("tab", name="Canvas").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="List")).to_be_focused()
    page.locator('[data-key="1"]').focus()
    page.keyboard.press("Enter")
    page.get_by_label("For (30m, 4h, 2d)").fill("6h")
    page.keyboard.press("Tab")
    expect(page.locator('[data-key="1"]')).to_contain_text("Wait 6h")
    page.get_by_role("button", name="Move up: Wait").press("Enter")
    expect(page.locator('[data-key="0"]')).to_contain_text("Wait 6h")
    page.get_by_role("tab", name="Text").click()
    source = page.get_by_label("The definition, in YAML or JSON")
    assert source.input_value().index("for: 6h") < source.input_value().index("ndr_cod")
    source.fill(source.input_value().replace("for: 6h", "for: soon"))
    problem = page.locator("#build-problems button")
    expect(problem).to_contain_text("“soon” is no length of time")
    problem.click()
    marked = source.evaluate("(e) => e.value.slice(e.selectionStart, e.selectionEnd)")
    assert marked.strip() == "for: soon"
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Put right what is listed first.")).to_be_visible()
    assert web.desk.received == []
    source.fill(source.input_value().replace("for: soon", "for: 8h"))
    expect(page.locator("#build-state")).to_have_text(RIGHT)
    page.get_by_role("button", name="Undo").click()
    expect(source).to_have_value(source.input_value().replace("for: 8h", "for: 6h"))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#side .mine")).to_contain_text("Change the workflow: NDR follow-up")


def test_a_switch_asks_in_the_chat_and_stays_as_it_was(web: Web, page: Page) -> None:
    made(web)
    enter(page, web)
    page.goto(f"{web.address}/workflows")
    switch = page.get_by_role("switch", name="NDR follow-up")
    expect(switch).to_have_attribute("aria-checked", "true")
    switch.click()
    expect(page.locator("#side .mine")).to_contain_text("Pause the workflow: NDR follow-up")
    expect(page.locator(f"#side {REPLY}")).to_have_count(1)
    tap = web.desk.received[-1].tap
    assert tap is not None
    assert (tap.tool, tap.arguments) == ("pause_workflow", {"workflow": "ndr-follow-up"})
    expect(switch).to_have_attribute("aria-checked", "true")


@pytest.mark.parametrize(("scheme", "language"), [("light", "hi"), ("dark", "en")])
def test_the_builder_has_no_serious_barrier_and_fits_a_small_phone(
    web: Web, chromium: Browser, scheme: str, language: str
) -> None:
    context = chromium.new_context(
        viewport={"width": 320, "height": 640},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        bypass_csp=True,
    )
    try:
        page = context.new_page()
        enter(page, web)
        page.context.add_cookies(
            [{"name": "superecom-language", "value": language, "url": web.address}]
        )
        page.goto(f"{web.address}/workflows/build?library=high-risk-review")
        expect(page.locator('[data-key="1"]')).to_be_visible()
        found = {}
        for view in ("list", "canvas", "text"):
            page.locator(f"#tab-{view}").click()
            expect(page.locator(f"#view-{view}")).to_be_visible()
            found[view] = (sideways(page), barriers(page))
        assert found == dict.fromkeys(("list", "canvas", "text"), (0, []))
    finally:
        context.close()


def test_a_name_follows_the_title_until_it_is_written_by_hand(web: Web, page: Page) -> None:
    made(web)
    page.set_viewport_size({"width": 1500, "height": 1000})
    enter(page, web)
    page.goto(f"{web.address}/workflows/build")
    title, name = page.get_by_label("Title", exact=True), page.get_by_label("Name (small")
    followed = []
    for said in ("Call big orders", "NDR follow-up", "बड़े ऑर्डर"):
        title.fill(said)
        page.keyboard.press("Tab")
        followed.append(name.input_value())
    assert followed == ["call-big-orders", "ndr-follow-up-2", "workflow"]
    name.fill("mine")
    page.keyboard.press("Tab")
    title.fill("Something else")
    page.keyboard.press("Tab")
    expect(name).to_have_value("mine")
    expect(page.locator("#build-title")).to_have_text("Something else")


def test_what_is_wrong_is_not_saved_and_the_focus_goes_to_where_it_is_put_right(
    web: Web, page: Page
) -> None:
    build(page, web, "?library=ndr-follow-up")
    page.get_by_role("tab", name="List").click()
    branch = page.locator("#view-list .build-lane").first
    branch.get_by_label("Which step to add").select_option("create_task")
    page.locator('[data-key="1"]').click()
    page.get_by_role("button", name="Save", exact=True).click()
    wrong = page.locator('#build-form [aria-invalid="true"]')
    expect(wrong).to_be_focused()
    expect(page.locator("#build-form h2")).to_have_text("Make a task")
    assert wrong.evaluate("(e) => e.closest('[data-part]').dataset.part") == "title"
    expect(page.locator('[data-key="0.then.1"]')).to_contain_class("wrong")
    assert web.desk.received == []


def test_a_text_changed_and_saved_at_once_is_checked_as_it_stands(web: Web, page: Page) -> None:
    build(page, web, "?library=ndr-follow-up")
    page.get_by_role("tab", name="Text").click()
    source = page.get_by_label("The definition, in YAML or JSON")
    source.fill(source.input_value().replace("for: 4h", "for: soon"))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Put right what is listed first.")).to_be_visible()
    expect(source).to_be_focused()
    assert web.desk.received == []
    source.fill(source.input_value().replace("for: soon", "for: 9h"))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(f"#side {REPLY}")).to_have_count(1)
    tap = web.desk.received[-1].tap
    assert tap is not None
    assert tap.arguments["definition"]["steps"][1]["for"] == "9h"


def test_a_page_with_unsaved_changes_asks_before_it_is_left(web: Web, page: Page) -> None:
    made(web)
    build(page, web, "?workflow=ndr-follow-up")
    asked: list[str] = []
    stay = [True]

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        if stay[0]:
            dialog.dismiss()
        else:
            dialog.accept()

    page.on("dialog", answer)
    page.get_by_label("Title", exact=True).fill("After a failed delivery")
    page.keyboard.press("Tab")
    expect(page.locator("#build-state")).to_have_text(RIGHT)
    page.locator(".crumb a").click()
    expect(page.get_by_label("Title", exact=True)).to_have_value("After a failed delivery")
    assert asked == ["beforeunload"]
    stay[0] = False
    page.locator(".crumb a").click()
    page.wait_for_url(f"{web.address}/workflows")
    assert asked == ["beforeunload"] * 2


def test_a_page_whose_changes_were_undone_or_asked_about_is_left_without_a_word(
    web: Web, page: Page
) -> None:
    build(page, web, "?library=ndr-follow-up")
    page.on("dialog", lambda dialog: pytest.fail(dialog.type))
    page.get_by_label("Title", exact=True).fill("After a failed delivery")
    page.keyboard.press("Tab")
    expect(page.locator("#build-state")).to_have_text(RIGHT)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#build-title")).to_have_text("NDR follow-up")
    page.get_by_role("button", name="Redo").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(f"#side {REPLY}")).to_have_count(1)
    page.goto(f"{web.address}/workflows")
    expect(page.get_by_role("switch")).to_have_count(0)
