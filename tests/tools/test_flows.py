"""Workflows drawn: every box in its place, in the reader's language, with our own letters."""

from itertools import combinations

import pytest

from commerce import workflows
from tests.builders import Shop
from tests.channels.cards import flow
from tools import flow_images, pictures
from tools.cards import FlowBox, FlowCard, FlowLane
from tools.flows import Placed, drawing
from tools.letters import width, wrapped
from tools.workflow_drawing import flow_card


def _step(key: str, *lanes: FlowLane) -> FlowBox:
    return FlowBox(key=key, kind="if" if lanes else "then", label="L", text=key, lanes=lanes)


def _placed(*boxes: FlowBox) -> dict[str, Placed]:
    drawn = drawing(FlowCard(title="t", boxes=boxes, alt="t"))
    return {box.key: box for box in drawn.boxes}


def _apart(one: Placed, other: Placed) -> bool:
    return (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


def test_what_comes_next_stands_beneath_and_ways_stand_beside_each_other() -> None:
    lanes = (FlowLane(label="yes", boxes=(_step("a"),)), FlowLane(label="no", boxes=(_step("b"),)))
    at = _placed(_step("if", *lanes), _step("next"))
    assert at["a"].y == at["b"].y > at["if"].y + at["if"].height
    assert at["a"].x + at["a"].width < at["b"].x
    assert at["next"].y > at["a"].y + at["a"].height
    assert at["next"].x == at["if"].x


def test_a_way_that_ends_the_run_leads_to_nothing_beneath() -> None:
    end = FlowBox(key="end", kind="stop", label="END", text="End here")
    lanes = (FlowLane(label="yes", boxes=(end,)), FlowLane(label="no", boxes=(_step("b"),)))
    card = FlowCard(title="t", boxes=(_step("if", *lanes), _step("next")), alt="t")
    drawn = drawing(card)
    foots = {box.key: (box.x + box.width / 2, box.y + box.height) for box in drawn.boxes}
    begins = {arrow.points[0] for arrow in drawn.arrows}
    assert (foots["end"] in begins, foots["b"] in begins) == (False, True)


def test_what_is_done_for_each_thing_stands_in_a_frame() -> None:
    drawn = drawing(flow())
    frame = drawn.frames[0]
    inside = {
        box.key
        for box in drawn.boxes
        if frame.x <= box.x and frame.y <= box.y <= frame.y + frame.height
    }
    assert inside == {"2.steps.0"}


def test_no_box_of_the_library_lies_on_another_or_outside_of_the_picture(shop: Shop) -> None:
    drawn = [drawing(flow_card(shop.context(), one)) for one in workflows.library()]
    overlapping = [
        (one.key, other.key)
        for picture in drawn
        for one, other in combinations(picture.boxes, 2)
        if not _apart(one, other)
    ]
    assert overlapping == []
    assert min(box.x for picture in drawn for box in picture.boxes) >= 0
    assert all(box.x + box.width <= picture.width for picture in drawn for box in picture.boxes)
    assert all(box.y + box.height < picture.height for picture in drawn for box in picture.boxes)


def test_a_workflow_of_the_deepest_nesting_has_all_its_boxes() -> None:
    inner: FlowBox = _step("0")
    for depth in range(1, 9):
        inner = _step(str(depth), FlowLane(label="yes", boxes=(inner,)), FlowLane(label="no"))
    assert sorted(_placed(inner)) == [str(depth) for depth in range(9)]


@pytest.mark.parametrize(
    "text",
    [
        "Give the parcel to whom smart assignment chooses, before the courier sends it back",
        "भुगतान का तरीका COD है और ऑर्डर की रकम ₹1,000 से ज़्यादा है",
        "https://example.test/a-very-long-address-without-any-place-to-break-it-at-all",
    ],
)
def test_no_line_is_wider_than_the_box_and_no_letter_is_lost(text: str) -> None:
    lines = wrapped(text, 180, 13)
    assert len(lines) > 1
    assert [line for line in lines if width(line, 13) > 180] == []
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_each_language_has_its_own_boxes(shop: Shop) -> None:
    definition = workflows.from_library("ndr-follow-up")
    boxes = {
        language: flow_card(shop.context(language=language), definition).boxes
        for language in ("en", "hi", "hi-Latn")
    }
    assert {language: [box.label for box in many[:2]] for language, many in boxes.items()} == {
        "en": ["WHEN", "IF"], "hi": ["जब", "अगर"], "hi-Latn": ["JAB", "AGAR"],
    }  # fmt: skip
    assert boxes["hi"][0].text == "डिलीवरी नहीं हो पाती (NDR)"


def test_a_picture_is_no_larger_than_messengers_take() -> None:
    steps = tuple(_step(str(number)) for number in range(100))
    picture = flow_images.png(FlowCard(title="t", boxes=steps, alt="t"))
    wide, high = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert wide + high <= 8_001
    assert high / wide < 20


def test_a_message_keeps_a_workflow_and_draws_it_again() -> None:
    kept = flow().model_dump(mode="json")
    assert pictures.card_in(kept) == flow()
    assert pictures.png(flow()).startswith(b"\x89PNG\r\n\x1a\n")
