"""Workflows in the page: what is read, checked and tried there, and that nothing is written."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from app.openings import Openings
from commerce import workflows
from commerce.db import session_factory
from commerce.db.tables import WorkflowRow
from commerce.workflows import from_library, library
from tests.channels.web.conftest import Web

HOLD = {
    "version": 1, "name": "hold-big", "title": "Hold big ones", "when": {"event": "order.created"},
    "steps": [{"do": "set_status", "to": "OnHold"}],
}  # fmt: skip


def made(web: Web) -> None:
    """Have the shop make and switch on a workflow."""
    actor, _ = web.doors.person("Meera Iyer")
    sessions = session_factory(web.doors.engine)
    with Openings(sessions, lambda: datetime.now(UTC))(actor, "en") as ctx:
        workflows.create(ctx, from_library("ndr-follow-up"))
        ctx.session.commit()


def draft(web: Web, **asked: Any) -> httpx.Response:
    return web.signed_in().post("/api/workflows/draft", asked)


def test_the_shops_own_stand_beside_those_that_are_ready(web: Web) -> None:
    made(web)
    shelf = web.signed_in().client.get("/api/workflows").json()
    (mine,) = shelf["mine"]
    assert (mine["name"], mine["on"], mine["version"]) == ("ndr-follow-up", True, 1)
    assert len(shelf["library"]) == len(library()) - 1
    assert "ndr-follow-up" not in {one["name"] for one in shelf["library"]}


def test_the_same_definition_is_text_and_data_and_a_drawing(web: Web) -> None:
    told = draft(web, library="ndr-follow-up").json()
    assert told["definition"] == workflows.plain(from_library("ndr-follow-up"))
    assert draft(web, text=told["text"]).json()["definition"] == told["definition"]
    assert told["names"]["0.then.0"] == "Write to the customer by WhatsApp: text “ndr_cod”"
    assert len(told["flow"]["drawing"]["boxes"]) == 7
    assert told["problems"] == []


def test_what_is_wrong_is_named_by_its_line_in_a_text_and_by_its_place_in_data(web: Web) -> None:
    wrong = {**HOLD, "steps": [{"do": "branch", "if": {"field": "order.total", "op": "above",
             "value": 5}, "then": [{"do": "wait", "for": "soon"}]}]}  # fmt: skip
    (by_place,) = draft(web, definition=wrong).json()["problems"]
    assert by_place["at"].startswith("steps.0.")
    assert "“soon” is no length of time" in by_place["says"]
    text = draft(web, definition=wrong).json()["text"]
    (by_line,) = draft(web, text=text).json()["problems"]
    assert text.splitlines()[by_line["line"] - 1].strip() == "for: soon"


@pytest.mark.parametrize("text", ["", "- &a [*a]", "x: " + "[" * 80, "{", "\x00", "when: 1"])
def test_any_text_is_answered_with_what_is_wrong_with_it(web: Web, text: str) -> None:
    told = draft(web, text=text)
    assert told.status_code == 200
    assert told.json()["problems"] != []
    assert told.json()["definition"] is None


def test_the_words_to_build_with_are_in_the_language_of_who_builds(web: Web) -> None:
    browser = web.signed_in()
    browser.client.cookies.set("superecom-language", "hi")
    found = browser.client.get("/api/workflows/catalogue").json()
    assert {one["do"]: one["label"] for one in found["actions"]}["wait"] == "रुकें"
    assert "ndr_cod" in found["known"]["template"]


def test_a_definition_is_tried_on_one_event_and_nothing_is_written(web: Web) -> None:
    browser = web.signed_in()
    daily = workflows.plain(from_library("daily-digest"))
    past = browser.post("/api/workflows/past", {"definition": daily}).json()
    assert len(past["events"]) == 30
    event = {name: past["events"][0][name] for name in ("at", "subject")}
    told = browser.post("/api/workflows/rehearse", {"definition": daily, **event}).json()
    assert [one["outcome"] for one in told["steps"]] == ["begins", "would"]
    with web.doors.engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(WorkflowRow)) == 0


def test_who_may_not_see_figures_finds_no_workflows(web: Web) -> None:
    customer = web.signed_in("Asha Rao")
    assert customer.client.get("/workflows").status_code == 404
    assert customer.client.get("/workflows/build").status_code == 404
    assert customer.client.get("/api/workflows").status_code == 403
    assert web.browser().client.get("/api/workflows").status_code == 401
