"""Questions answered from documents, with their source, by who may read them."""

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from commerce import files
from commerce.access import Role
from commerce.context import Context
from commerce.errors import NotFound
from commerce.files import Shelf
from commerce.ports import Ports
from knowledge.collections import Collections
from knowledge.reading import paper, papers
from knowledge.searching import search
from tests.builders import Shop
from tools.base import ToolResult
from tools.cards import TextCard
from tools.knowledge import add_knowledge, search_knowledge

POLICY = "## Return window\nAsk: how long can i return\nWe take kurtis back for nine days.\n"


def asked(ctx: Context, question: str) -> ToolResult:
    return search_knowledge.run(
        ctx, search_knowledge.arguments.model_validate({"question": question})
    )


def added(shop: Shop, folder: Path, text: str = POLICY, **more: Any) -> None:
    with_files = shop.with_ports(Ports(shelf=Shelf(root=folder)))
    ctx = with_files.context()
    file = files.keep(ctx, files.shelf_of(ctx), io.BytesIO(text.encode()), name="policy.md")
    add_knowledge.run(ctx, add_knowledge.arguments.model_validate({"file": file.id, **more}))


def test_an_answer_names_its_source_by_a_marker(shop: Shop) -> None:
    result = asked(shop.context(), "how many attempts does delhivery make")

    first = result.facts["passages"][0]
    assert (first["marker"], first["source"]) == (
        "[1]",
        "Couriers and undelivered parcels › How many delivery attempts a courier makes",
    )
    assert "[1]" in result.says


def test_an_answer_is_in_the_language_of_the_question(shop: Shop) -> None:
    result = asked(shop.context(language="hi-Latn"), "rto ka matlab kya hai")

    assert result.says.startswith("RTO matlab return to origin")


def test_nothing_is_quoted_where_nothing_fits(shop: Shop) -> None:
    result = asked(shop.context(), "who won the cricket world cup")

    assert (result.facts["found"], result.cards) == (False, ())


@pytest.mark.parametrize(
    "question",
    ["how do i register for gst online", "delhivery me naukri kaise mile", "मीशो पर कैसे बेचें"],
)
def test_words_in_common_are_no_answer(shop: Shop, question: str) -> None:
    assert not search(shop.context(), question)


def test_a_customer_is_told_nothing_that_is_for_the_team(shop: Shop) -> None:
    ctx = shop.context(shop.actor(Role.CUSTOMER, customer=shop.customer()))

    assert all(one.passage.for_customers for one in search(ctx, "how to reduce rto"))
    assert search(ctx, "can i pay online for my cod order")


def test_a_shops_own_document_is_quoted_before_what_is_usual(shop: Shop, tmp_path: Path) -> None:
    added(shop, tmp_path)

    result = asked(shop.context(), "how long can i return a kurti")

    assert result.facts["passages"][0]["text"] == "We take kurtis back for nine days."


def test_customers_are_told_of_a_shops_document_only_where_it_is_for_them(
    shop: Shop, tmp_path: Path
) -> None:
    customer = shop.context(shop.actor(Role.CUSTOMER, customer=shop.customer()))
    added(shop, tmp_path)
    assert not any(one.passage.of_shop for one in search(customer, "how long can i return"))

    added(shop, tmp_path, POLICY + "\nAnd shirts.", title="For all", for_customers=True)
    assert search(customer, "how long can i return")[0].passage.title == "For all"


def test_another_shop_is_told_nothing_of_it(shop: Shop, other_shop: Shop, tmp_path: Path) -> None:
    added(shop, tmp_path)

    found = search(other_shop.context(), "how long can i return a kurti")
    assert not any(one.passage.of_shop for one in found)


def test_a_source_leads_to_its_passage_in_the_document(shop: Shop) -> None:
    ctx = shop.with_ports(Ports(public_url="https://ops.example.in")).context()
    (card, *_) = asked(ctx, "how many attempts does delhivery make").cards
    assert isinstance(card, TextCard)
    assert (card.marker, card.link) == (
        "[1]",
        "https://ops.example.in/knowledge/product/couriers/"
        "how-many-delivery-attempts-a-courier-makes",
    )

    key = card.link.removeprefix("https://ops.example.in/knowledge/")
    found = paper(ctx, key)
    assert (found.key, found.title) == ("product/couriers", "Couriers and undelivered parcels")
    assert key in [one.key for one in found.passages]


def test_a_document_is_read_only_by_who_may_be_told_of_it(
    shop: Shop, other_shop: Shop, tmp_path: Path
) -> None:
    added(shop, tmp_path)
    key = papers(shop.context())[0].key
    assert paper(shop.context(), key).title == "policy"

    customer = shop.context(shop.actor(Role.CUSTOMER, customer=shop.customer()))
    for stranger in (customer, other_shop.context()):
        with pytest.raises(NotFound):
            paper(stranger, key)


@pytest.mark.slow
def test_chroma_finds_what_comparing_all_finds_and_has_one_owner(tmp_path: Path) -> None:
    rows = np.linalg.qr(np.random.default_rng(1).normal(size=(40, 40)))[0].astype(np.float32)
    with Collections(tmp_path) as owner, Collections(tmp_path) as other:
        found = owner.nearest("shop-1", rows, rows[7], 5)
        changed = owner.nearest("shop-1", rows[:5], rows[3], 5)

        assert found is not None
        assert changed is not None
        assert (int(found.argmax()), int(changed.argmax()), len(changed)) == (7, 3, 5)
        assert other.nearest("shop-1", rows, rows[7], 5) is None
        assert owner.forget() == 1
