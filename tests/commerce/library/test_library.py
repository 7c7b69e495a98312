"""The shop's own documents: added, quoted, taken away, and nobody else's."""

import pytest

from commerce import library
from commerce.access import Role
from commerce.errors import NotAllowed, NotFound, Refused
from commerce.library import NewDocument, Passage
from tests.builders import Shop


def document(title: str = "Returns", *, for_customers: bool = False) -> NewDocument:
    passage = Passage(key="", title=title, heading="Window", text="Seven days.", vectors=b"")
    return NewDocument(
        title=title, file_name=f"{title}.md", sha256=title, for_customers=for_customers,
        passages=(passage,),
    )  # fmt: skip


def texts(shop: Shop) -> list[str]:
    return [one.text for one in library.passages(shop.context())]


def test_an_added_document_can_be_quoted(shop: Shop) -> None:
    library.add(shop.context(), document())

    assert texts(shop) == ["Seven days."]


def test_a_document_of_another_shop_is_never_quoted(shop: Shop, other_shop: Shop) -> None:
    library.add(other_shop.context(), document())

    assert texts(shop) == []
    with pytest.raises(NotFound):
        library.plan_remove(shop.context(), "Returns")


def test_a_removed_document_is_quoted_no_more_until_it_is_put_back(shop: Shop) -> None:
    library.add(shop.context(), document())
    change = library.remove(shop.context(), "returns")

    assert texts(shop) == []
    library.undo_remove(shop.context(), change)
    assert texts(shop) == ["Seven days."]


def test_adding_can_be_undone_once(shop: Shop) -> None:
    change = library.add(shop.context(), document())
    library.undo_add(shop.context(), change)

    assert texts(shop) == []
    with pytest.raises(Refused):
        library.undo_add(shop.context(), change)


def test_the_same_file_is_not_added_twice(shop: Shop) -> None:
    library.add(shop.context(), document())

    with pytest.raises(Refused):
        library.add(shop.context(), document())
    assert len(texts(shop)) == 1


def test_an_operator_cannot_add_to_the_knowledge(shop: Shop) -> None:
    with pytest.raises(NotAllowed):
        library.add(shop.context(shop.actor(Role.OPERATOR)), document())
    assert texts(shop) == []
