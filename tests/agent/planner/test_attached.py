"""Messages about files: what came along is read by rule, never guessed."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from agent.llm import Thought
from agent.messages import Attachment
from agent.planner import Planner
from agent.planner.attached import fitting
from commerce import files
from commerce.access import Role
from commerce.context import Context
from commerce.files import Shelf
from commerce.ports import Ports
from tests.agent.planner.conftest import Talk
from tests.builders import Shop

SHEET = b"Order No,Order Date,Item,Amount\n5001,2026-11-20,Cup,100\n"
PICTURE = b"\x89PNG\r\n\x1a\n0000"


@pytest.fixture
def keeping(shop: Shop, tmp_path: Path) -> Shop:
    """A shop that keeps files."""
    shop.order("1042")
    return shop.with_ports(Ports(shelf=Shelf(root=tmp_path / "files")))


def attached(ctx: Context, content: bytes, name: str) -> Attachment:
    kept = files.keep(ctx, files.shelf_of(ctx), io.BytesIO(content), name=name)
    return Attachment(file=kept.id, name=kept.name, media_type=kept.kind.media_type, size=kept.size)


async def said(planner: Planner, ctx: Context, text: str, *sent: Attachment) -> Thought:
    request = replace(Talk(planner, ctx).request(text), attachments=sent)
    return await planner.think(request)


@pytest.mark.parametrize(
    "text", ["orders.csv", "", "ye upload kar do", "Import this.", "sheet daal do"]
)
async def test_a_sheet_with_few_words_is_to_be_read_in(
    planner: Planner, keeping: Shop, text: str
) -> None:
    ctx = keeping.context()
    sheet = attached(ctx, SHEET, "orders.csv")
    (call,) = (await said(planner, ctx, text, sheet)).calls
    assert (call.name, call.arguments) == ("import_file", {"file": sheet.file})


@pytest.mark.parametrize(
    "text", ["how many orders in this?", "isme kitne order hain", "file sahi hai kya"]
)
async def test_a_question_about_a_sheet_only_looks_into_it(
    planner: Planner, keeping: Shop, text: str
) -> None:
    ctx = keeping.context()
    sheet = attached(ctx, SHEET, "orders.csv")
    (call,) = (await said(planner, ctx, text, sheet)).calls
    assert (call.name, call.arguments["file"]) == ("preview_import", sheet.file)


async def test_a_picture_goes_to_the_order_that_is_named_and_else_asks_for_it(
    planner: Planner, keeping: Shop
) -> None:
    ctx = keeping.context()
    picture = attached(ctx, PICTURE, "box.png")
    (call,) = (await said(planner, ctx, "1042 ke saath laga do", picture)).calls
    assert (call.name, call.arguments) == (
        "attach_to_order", {"order": "1042", "file": picture.file},
    )  # fmt: skip
    alone = await said(planner, ctx, "box.png", picture)
    assert alone.calls == ()
    assert alone.question is not None
    assert (alone.question.tool, alone.question.argument) == ("attach_to_order", "order")


async def test_a_customers_sheet_is_kept_and_nothing_is_read_in(
    planner: Planner, keeping: Shop
) -> None:
    buyer = keeping.actor(Role.CUSTOMER, customer=keeping.customer())
    ctx = keeping.context(buyer)
    sheet = attached(ctx, SHEET, "orders.csv")
    thought = await said(planner, ctx, "import this", sheet)
    assert thought.calls == ()
    assert "orders.csv" in thought.text


async def test_the_list_that_was_shown_becomes_a_file(planner: Planner, keeping: Shop) -> None:
    talk = Talk(planner, keeping.context())
    await talk.say("cod orders dikhao")
    (call,) = (await planner.think(talk.request("ye list excel me do"))).calls
    assert call.name == "export_data"
    assert {"what": "orders", "payment": "cod"}.items() <= call.arguments.items()


def test_a_word_of_another_list_says_nothing_more() -> None:
    said_twice = {"what": "parcels", "status": "RTO", "outcome": "rto"}
    assert fitting(said_twice) == {"what": "parcels", "outcome": "rto"}
    assert fitting({"what": "stock", "status": "Pending"})["status"] == "Pending"
