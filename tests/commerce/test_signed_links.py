"""A link sent to a messenger lets whoever opens it signed in be known there, and nobody else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.sealing import ShopSeal
from commerce import people
from commerce.access import Actor, Role
from commerce.context import Context
from commerce.db.tables import AuditRow
from commerce.errors import NotFound, Refused
from commerce.people import Met
from tests.builders import Shop

SENDER = "+919800000009"


@pytest.fixture
def seal(tmp_path: Path) -> ShopSeal:
    """The shop's key."""
    return ShopSeal(tmp_path / "keys")


def link(shop: Shop, seal: ShopSeal) -> str:
    """Have somebody ask for a link on WhatsApp."""
    return people.make_signed_link(
        shop.session, seal, shop_id=shop.id, channel="whatsapp", external_id=SENDER,
        address=SENDER, now=shop.now,
    )  # fmt: skip


def as_(shop: Shop, seal: ShopSeal, actor: Actor, *, later: int = 0) -> Context:
    """Return what somebody who is signed in opens links in, some minutes after they were made."""
    ctx = shop.context(actor)
    return replace(ctx, ports=replace(ctx.ports, seal=seal), now=ctx.now + timedelta(minutes=later))


def known(shop: Shop) -> str | None:
    """Return as whom the sender is known."""
    actor = people.actor_for(shop.session, "whatsapp", SENDER)
    return actor.name if actor is not None else None


def test_who_opens_it_signed_in_and_agrees_is_known_there(shop: Shop, seal: ShopSeal) -> None:
    ctx = as_(shop, seal, shop.actor(Role.OWNER), later=14)
    people.accept_link(ctx, link(shop, seal))
    assert known(shop) == ctx.actor.name
    line = shop.session.scalars(
        select(AuditRow).where(AuditRow.shop_id == shop.id, AuditRow.action == "link_channel")
    ).one()
    assert (line.person_id, line.after) == (
        ctx.actor.person_id, {"channel": "whatsapp", "by": "link"},
    )  # fmt: skip


def test_looking_at_it_uses_nothing_up_and_links_nobody(shop: Shop, seal: ShopSeal) -> None:
    ctx, token = as_(shop, seal, shop.actor(Role.OWNER)), link(shop, seal)
    assert [people.offered(ctx, token).external_id for _ in range(3)] == [SENDER] * 3
    assert known(shop) is None
    people.accept_link(ctx, token)


def test_it_works_once_for_a_quarter_of_an_hour_and_only_the_last(
    shop: Shop, seal: ShopSeal
) -> None:
    owner = shop.actor(Role.OWNER)
    first, second = link(shop, seal), link(shop, seal)
    with pytest.raises(NotFound, match="works no more"):
        people.accept_link(as_(shop, seal, owner), first)
    with pytest.raises(NotFound, match="works no more"):
        people.accept_link(as_(shop, seal, owner, later=15), second)
    assert known(shop) is None
    people.accept_link(as_(shop, seal, owner), second)
    with pytest.raises(NotFound, match="works no more"):
        people.accept_link(as_(shop, seal, owner), second)


def _end_cut(token: str) -> str:
    return token[:-8]


def _letter_changed(token: str) -> str:
    return ("A" if token[4] != "A" else "B").join((token[:4], token[5:]))


@pytest.mark.parametrize(
    "spoil", [_end_cut, _letter_changed, lambda _: "", lambda _: "a.b.c", lambda _: "ü.ß"]
)
def test_one_that_was_tampered_with_is_answered_like_an_old_one(
    shop: Shop, seal: ShopSeal, spoil: Callable[[str], str]
) -> None:
    ctx, token = as_(shop, seal, shop.actor(Role.OWNER)), link(shop, seal)
    with pytest.raises(NotFound, match="works no more"):
        people.accept_link(ctx, spoil(token))
    assert known(shop) is None


def test_one_signed_by_another_key_is_worth_nothing(
    shop: Shop, seal: ShopSeal, tmp_path: Path
) -> None:
    ctx = as_(shop, seal, shop.actor(Role.OWNER))
    with pytest.raises(NotFound, match="works no more"):
        people.accept_link(ctx, link(shop, ShopSeal(tmp_path / "other")))


def test_nobody_of_another_shop_can_use_it(shop: Shop, other_shop: Shop, seal: ShopSeal) -> None:
    token = link(shop, seal)
    with pytest.raises(NotFound, match="works no more"):
        people.accept_link(as_(other_shop, seal, other_shop.actor(Role.OWNER)), token)
    assert known(shop) is None


def test_a_messenger_of_a_colleague_stays_the_colleagues(shop: Shop, seal: ShopSeal) -> None:
    ravi = shop.person(Role.NDR_AGENT, name="Ravi")
    people.add_identity(shop.session, ravi, "whatsapp", SENDER)
    with pytest.raises(Refused, match="messenger is Ravi"):
        people.accept_link(as_(shop, seal, shop.actor(Role.OWNER)), link(shop, seal))
    assert known(shop) == "Ravi"


def test_a_number_of_a_colleague_is_nobody_elses_to_link(shop: Shop, seal: ShopSeal) -> None:
    shop.person(Role.NDR_AGENT, name="Ravi").phone = SENDER
    shop.session.flush()
    with pytest.raises(Refused, match="messenger is Ravi"):
        people.offered(as_(shop, seal, shop.actor(Role.OWNER)), link(shop, seal))
    assert known(shop) is None


@pytest.mark.parametrize(
    ("text", "met"),
    [("link", Met.WANTS_LINK), ("/link", Met.WANTS_LINK), ("लिंक करो", Met.WANTS_LINK),
     ("mera link kahan hai", Met.STRANGER)],
)  # fmt: skip
def test_a_stranger_asks_for_it_by_a_word(shop: Shop, text: str, met: Met) -> None:
    meeting = people.meet(
        shop.session, shop_id=shop.id, channel="whatsapp", external_id=SENDER, text=text,
        now=shop.now,
    )  # fmt: skip
    assert meeting.met is met


def test_a_sixth_one_in_an_hour_is_not_made(shop: Shop) -> None:
    met = [
        people.meet(
            shop.session, shop_id=shop.id, channel="whatsapp", external_id=SENDER, text="link",
            now=shop.now,
        ).met
        for _ in range(6)
    ]  # fmt: skip
    assert met == [Met.WANTS_LINK] * 5 + [Met.SLOW]


def test_a_customer_who_writes_link_means_the_one_to_pay_by() -> None:
    assert not people.speaks_of_who("link")
    assert people.speaks_of_who("link me")
