"""One's own conversations: listed page by page, searched, and shared answer by answer."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from commerce import conversations
from commerce.access import Actor, Role
from commerce.errors import NotFound
from tests.builders import Shop


def talk(
    session: Session, shop: Shop, actor: Actor, id: str, *texts: str, ago: int = 0
) -> list[int]:
    """Let somebody say some texts, each answered by an echo; return the ids of the replies."""
    at = shop.now - timedelta(hours=ago)
    row = conversations.open_conversation(
        session, actor, conversation=id, channel="web", title=texts[0], now=at
    )
    for number, text in enumerate(texts):
        conversations.add_inbound(
            session, row, text=text, tap=None, body={}, provider_id=f"m{number}", at=at
        )
        conversations.add_outbound(
            session, shop_id=shop.id, conversation=id, turn=f"{id}-{number}",
            text=f"heard: {text}", body={}, at=at,
        )  # fmt: skip
    rows = conversations.messages_after(session, shop.id, id, 0)
    return [row.id for row in rows if row.direction == "out"]


@pytest.fixture
def owner(shop: Shop) -> Actor:
    return shop.actor(Role.OWNER)


def test_conversations_come_newest_first_page_by_page(
    session: Session, shop: Shop, owner: Actor
) -> None:
    for hours in range(5):
        talk(session, shop, owner, f"talk-{hours}", f"about {hours}", ago=hours)
    first = conversations.talks(session, owner, most=2)
    rest = conversations.talks(session, owner, most=9, before=first[-1].id)
    assert [one.id for one in first] == ["talk-0", "talk-1"]
    assert [one.id for one in rest] == ["talk-2", "talk-3", "talk-4"]


def test_conversations_of_the_same_moment_are_neither_lost_nor_doubled(
    session: Session, shop: Shop, owner: Actor
) -> None:
    for number in range(4):
        talk(session, shop, owner, f"talk-{number}", "at once")
    first = conversations.talks(session, owner, most=2)
    rest = conversations.talks(session, owner, most=9, before=first[-1].id)
    assert sorted(one.id for one in [*first, *rest]) == [f"talk-{n}" for n in range(4)]


def test_a_search_finds_what_was_said_and_shows_it_in_its_place(
    session: Session, shop: Shop, owner: Actor
) -> None:
    talk(session, shop, owner, "stock", "kurti kitni bachi hai", "aur dupatta?", ago=1)
    talk(session, shop, owner, "other", "sales today", ago=2)
    (found,) = conversations.talks(session, owner, search="DUPATTA")
    assert (found.id, found.found) == ("stock", "heard: aur dupatta?")


def test_hindi_is_found_too(session: Session, shop: Shop, owner: Actor) -> None:
    talk(session, shop, owner, "hindi-talk", "कितना स्टॉक बचा है")
    (found,) = conversations.talks(session, owner, search="स्टॉक")
    assert found.found == "heard: कितना स्टॉक बचा है"


@pytest.mark.parametrize("search", ["100%", "a_b", "\\"])
def test_signs_that_mean_something_to_the_database_are_only_signs(
    session: Session, shop: Shop, owner: Actor, search: str
) -> None:
    talk(session, shop, owner, "plain", "1000 pieces, axb", ago=1)
    talk(session, shop, owner, "with-signs", "100% off a_b \\ today")
    assert [one.id for one in conversations.talks(session, owner, search=search)] == ["with-signs"]


def test_nobody_finds_what_another_person_or_shop_said(
    session: Session, shop: Shop, other_shop: Shop, owner: Actor
) -> None:
    talk(session, shop, shop.actor(Role.MANAGER), "colleague", "the secret margin")
    talk(session, other_shop, other_shop.actor(Role.OWNER), "stranger", "the secret margin")
    assert conversations.talks(session, owner, search="secret") == []
    assert conversations.talks(session, owner) == []


def test_the_latest_messages_come_and_then_those_before_them(
    session: Session, shop: Shop, owner: Actor
) -> None:
    talk(session, shop, owner, "long", *(f"line {n}" for n in range(3)))
    latest = conversations.messages_before(session, shop.id, "long", before=None, most=2)
    earlier = conversations.messages_before(session, shop.id, "long", before=latest[0].id, most=9)
    assert [row.text for row in latest] == ["line 2", "heard: line 2"]
    assert [row.text for row in earlier] == ["line 0", "heard: line 0", "line 1", "heard: line 1"]


def test_an_answer_shared_twice_has_one_link(session: Session, shop: Shop, owner: Actor) -> None:
    (reply,) = talk(session, shop, owner, "talk-1", "sales today")
    message = conversations.reply_to_share(session, owner, reply)
    links = {
        conversations.share(session, owner, message, tools=["find_orders"], now=shop.now)
        for _ in range(2)
    }
    (link,) = links
    found = conversations.shared(session, owner, link)
    assert (found.by, found.tools) == (owner.name, ("find_orders",))
    assert len(link) >= 32


def test_only_ones_own_reply_can_be_shared(session: Session, shop: Shop, owner: Actor) -> None:
    (theirs,) = talk(session, shop, shop.actor(Role.MANAGER), "talk-1", "sales today")
    with pytest.raises(NotFound):
        conversations.reply_to_share(session, owner, theirs)
    (mine,) = talk(session, shop, owner, "talk-2", "sales today")
    with pytest.raises(NotFound):
        conversations.reply_to_share(session, owner, mine - 1)  # What was asked is no reply.


def test_a_link_taken_back_leads_nowhere_and_a_new_one_can_be_made(
    session: Session, shop: Shop, owner: Actor
) -> None:
    (reply,) = talk(session, shop, owner, "talk-1", "sales today")
    message = conversations.reply_to_share(session, owner, reply)
    link = conversations.share(session, owner, message, tools=[], now=shop.now)
    conversations.unshare(session, owner, link, shop.now)
    with pytest.raises(NotFound):
        conversations.shared(session, owner, link)
    assert conversations.share(session, owner, message, tools=[], now=shop.now) != link


def test_a_link_of_another_shop_does_not_exist(
    session: Session, shop: Shop, other_shop: Shop, owner: Actor
) -> None:
    (reply,) = talk(session, shop, owner, "talk-1", "sales today")
    message = conversations.reply_to_share(session, owner, reply)
    link = conversations.share(session, owner, message, tools=[], now=shop.now)
    with pytest.raises(NotFound):
        conversations.shared(session, other_shop.actor(Role.OWNER), link)


def test_a_colleague_cannot_take_a_link_back_but_the_owner_can(
    session: Session, shop: Shop, owner: Actor
) -> None:
    agent = shop.actor(Role.NDR_AGENT)
    (reply,) = talk(session, shop, agent, "talk-1", "my cases")
    message = conversations.reply_to_share(session, agent, reply)
    link = conversations.share(session, agent, message, tools=[], now=shop.now)
    with pytest.raises(NotFound):
        conversations.unshare(session, shop.actor(Role.OPERATOR), link, shop.now)
    conversations.unshare(session, owner, link, shop.now)
    with pytest.raises(NotFound):
        conversations.shared(session, agent, link)


def test_a_conversation_is_called_what_its_person_calls_it_and_found_by_both_names(
    session: Session, shop: Shop, owner: Actor
) -> None:
    talk(session, shop, owner, "talk-1", "kal ke cod order")
    conversations.rename(session, owner, "talk-1", "  Diwali   rush ")
    (named,) = conversations.talks(session, owner)
    assert (named.title, named.is_named) == ("Diwali rush", True)
    by_name = conversations.talks(session, owner, search="diwali")
    by_words = conversations.talks(session, owner, search="cod order")
    assert [one.id for one in (*by_name, *by_words)] == ["talk-1", "talk-1"]
    conversations.rename(session, owner, "talk-1", " ")
    (unnamed,) = conversations.talks(session, owner)
    assert (unnamed.title, unnamed.is_named) == ("kal ke cod order", False)


def test_what_is_put_away_is_out_of_the_list_and_still_found(
    session: Session, shop: Shop, owner: Actor
) -> None:
    talk(session, shop, owner, "talk-1", "old matter")
    talk(session, shop, owner, "talk-2", "new matter")
    conversations.put_away(session, owner, "talk-1", shop.now)
    assert [one.id for one in conversations.talks(session, owner)] == ["talk-2"]
    (away,) = conversations.talks(session, owner, put_away=True)
    assert (away.id, away.is_put_away) == ("talk-1", True)
    assert [one.id for one in conversations.talks(session, owner, search="old")] == ["talk-1"]
    conversations.bring_back(session, owner, "talk-1")
    assert {one.id for one in conversations.talks(session, owner)} == {"talk-1", "talk-2"}


def test_speaking_in_a_conversation_that_was_put_away_brings_it_back(
    session: Session, shop: Shop, owner: Actor
) -> None:
    talk(session, shop, owner, "talk-1", "old matter")
    conversations.put_away(session, owner, "talk-1", shop.now)
    conversations.touch(session, "talk-1", shop.now)
    assert [one.id for one in conversations.talks(session, owner)] == ["talk-1"]


def test_nobody_renames_or_puts_away_what_another_person_said(
    session: Session, shop: Shop, owner: Actor
) -> None:
    talk(session, shop, owner, "talk-1", "mine")
    agent = shop.actor(Role.NDR_AGENT)
    with pytest.raises(NotFound):
        conversations.rename(session, agent, "talk-1", "theirs")
    with pytest.raises(NotFound):
        conversations.put_away(session, agent, "talk-1", shop.now)
    (kept,) = conversations.talks(session, owner)
    assert kept.title == "mine"
