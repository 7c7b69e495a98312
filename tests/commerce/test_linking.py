"""Nobody is somebody on a messenger without proof, and trying tells nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from commerce import deliveries, people
from commerce.access import Role
from commerce.db.tables import AuditRow, CustomerPromptRow, CustomerRow, DeliveryRow, PersonRow
from commerce.deliveries import DeliveryKind
from commerce.errors import NotAllowed, NotFound, Refused
from commerce.people import Meeting, Met
from tests.builders import Shop

PHONE = "+919812345678"
STRANGER = "+919800000009"


def meets(shop: Shop, text: str, *, sender: str = STRANGER, later: float = 0) -> Meeting:
    """Let somebody unknown write on WhatsApp."""
    return people.meet(
        shop.session, shop_id=shop.id, channel="whatsapp", external_id=sender, text=text,
        now=shop.now + timedelta(minutes=later),
    )  # fmt: skip


def known(shop: Shop, sender: str = STRANGER) -> str | None:
    """Return as whom somebody is known on WhatsApp."""
    actor = people.actor_for(shop.session, "whatsapp", sender)
    return actor.name if actor is not None else None


def asked(shop: Shop, customer: CustomerRow, *, ago: timedelta) -> None:
    """Have a customer asked about a delivery on WhatsApp some time ago."""
    key = f"ask-{customer.id}"
    assert customer.phone is not None
    then = shop.now - ago
    deliveries.put(
        shop.session, shop_id=shop.id, channel="whatsapp", address=customer.phone,
        conversation=None, kind=DeliveryKind.PROMPT, body={}, key=key, now=then, not_before=then,
    )  # fmt: skip
    row = shop.session.scalars(
        select(DeliveryRow).where(
            DeliveryRow.shop_id == shop.id, DeliveryRow.idempotency_key == key
        )
    ).one()
    row.status, row.sent_at = "sent", then
    shop.session.add(
        CustomerPromptRow(
            shop_id=shop.id, kind="delivery", subject_id=1, round=1, customer_id=customer.id,
            channel="whatsapp", address=customer.phone, delivery_key=key, why_not=None, at=then,
        )
    )  # fmt: skip
    shop.session.flush()


def test_who_sends_the_code_made_while_signed_in_is_who_made_it(shop: Shop) -> None:
    seller = shop.actor(Role.OWNER)
    code = people.make_link_code(shop.context(seller))
    assert meets(shop, f"link {code.lower()}") == Meeting(met=Met.LINKED, name=seller.name)
    assert known(shop) == seller.name


def test_a_code_works_once_for_a_quarter_of_an_hour_and_only_the_last_one(shop: Shop) -> None:
    ctx = shop.context(shop.actor(Role.OWNER))
    first, second = people.make_link_code(ctx), people.make_link_code(ctx)
    assert meets(shop, f"LINK {first}").met is Met.WRONG
    assert meets(shop, f"LINK {second}", later=16).met is Met.WRONG
    third = people.make_link_code(ctx)
    assert meets(shop, f"LINK {third}", later=16).met is Met.WRONG
    assert meets(shop, f"LINK {third}").met is Met.LINKED
    assert meets(shop, f"LINK {third}", sender="+919800000010").met is Met.WRONG
    assert known(shop, "+919800000010") is None


def test_after_five_wrong_codes_even_the_right_one_waits_an_hour(shop: Shop) -> None:
    ctx = shop.context(shop.actor(Role.OWNER))
    for _ in range(5):
        meets(shop, "LINK AAAA-AAAA")
    assert meets(shop, f"LINK {people.make_link_code(ctx)}").met is Met.SLOW
    assert known(shop) is None
    in_an_hour = replace(ctx, now=ctx.now + timedelta(minutes=60))
    assert meets(shop, f"LINK {people.make_link_code(in_an_hour)}", later=60).met is Met.LINKED


def invited(shop: Shop, role: Role = Role.NDR_AGENT, contact: str = "ravi@shop.in") -> str:
    """Invite Ravi and return the code made for him."""
    ctx = shop.context(shop.actor(Role.OWNER))
    people.invite(ctx, "Ravi", contact, role)
    return people.invitation(ctx, people.find_colleague(ctx, "Ravi").id).code


def test_who_was_invited_joins_on_a_messenger_with_the_role_given(shop: Shop) -> None:
    code = invited(shop)
    assert known(shop) is None
    assert meets(shop, f"Join {code}") == Meeting(met=Met.JOINED, name="Ravi", role="NdrAgent")
    actor = people.actor_for(shop.session, "whatsapp", STRANGER)
    assert actor is not None
    assert (actor.name, actor.role) == ("Ravi", Role.NDR_AGENT)
    lines = shop.session.execute(
        select(AuditRow.subject, AuditRow.after).where(
            AuditRow.shop_id == shop.id, AuditRow.action == "link_channel"
        )
    ).all()
    assert [tuple(line) for line in lines] == [
        ("Ravi", {"channel": "whatsapp", "by": "invitation"})
    ]


def test_an_invitation_lets_one_in_once_within_two_days(shop: Shop) -> None:
    code = invited(shop)
    assert meets(shop, f"JOIN {code}", later=48 * 60).met is Met.WRONG
    assert meets(shop, f"जुड़ो {code}").met is Met.JOINED
    assert meets(shop, f"JOIN {code}", sender="+919800000010").met is Met.WRONG
    assert known(shop, "+919800000010") is None


def test_a_number_that_was_invited_is_joined_from_that_number_alone(shop: Shop) -> None:
    code = invited(shop, contact=PHONE)
    assert meets(shop, f"JOIN {code}").met is Met.WRONG
    assert known(shop) is None
    assert meets(shop, f"JOIN {code}", sender=PHONE).met is Met.JOINED


def test_an_invitation_ends_with_a_newer_one_another_role_or_being_taken_back(shop: Shop) -> None:
    ctx = shop.context(shop.actor(Role.OWNER))
    change = people.invite(ctx, "Ravi", "ravi@shop.in", Role.VIEWER)
    ravi = people.find_colleague(ctx, "Ravi").id
    codes = [people.invitation(ctx, ravi).code]
    codes.append(people.invitation(ctx, ravi).code)
    raised = people.change_role(ctx, "Ravi", Role.ADMIN)
    codes.append(people.invitation(ctx, ravi).code)
    people.undo_change_role(ctx, raised)
    codes.append(people.invitation(ctx, ravi).code)
    people.undo_invite(ctx, change)
    assert [meets(shop, f"JOIN {code}").met for code in codes] == [Met.WRONG] * 4
    assert known(shop) is None


def test_who_joined_on_a_messenger_is_shut_out_not_uninvited(shop: Shop) -> None:
    ctx = shop.context(shop.actor(Role.OWNER))
    change = people.invite(ctx, "Ravi", PHONE, Role.OPERATOR)
    code = people.invitation(ctx, people.find_colleague(ctx, "Ravi").id).code
    meets(shop, f"JOIN {code}", sender=PHONE)
    with pytest.raises(Refused, match="has come in already"):
        people.undo_invite(ctx, change)
    people.disable(ctx, "Ravi")
    assert known(shop, PHONE) is None


def test_nobody_makes_an_invitation_above_themselves(shop: Shop) -> None:
    owner = shop.person(Role.OWNER)
    with pytest.raises(NotAllowed):
        people.invitation(shop.context(shop.actor(Role.ADMIN)), owner.id)
    with pytest.raises(NotAllowed):
        people.invitation(shop.context(shop.actor(Role.MANAGER)), owner.id)


def test_an_invitation_of_another_shop_is_none(shop: Shop, other_shop: Shop) -> None:
    assert meets(shop, f"JOIN {invited(other_shop)}").met is Met.WRONG
    assert known(shop) is None


def test_the_code_sent_to_the_contact_on_an_order_makes_its_customer_known(shop: Shop) -> None:
    order = shop.order("SE-10042", customer=shop.customer("Asha Rao", phone=PHONE))
    meeting = meets(shop, "where is my order se10042?")
    assert meeting.to_send is not None
    assert (meeting.met, meeting.to_send.phone) == (Met.ASKED, PHONE)
    assert meets(shop, f"it is {meeting.to_send.code}") == Meeting(met=Met.PROVEN, name="Asha Rao")
    actor = people.actor_for(shop.session, "whatsapp", STRANGER)
    assert actor is not None
    assert (actor.role, actor.customer_id) == (Role.CUSTOMER, order.customer_id)


def test_an_order_that_is_there_is_answered_like_one_that_is_not(shop: Shop) -> None:
    shop.order("SE-10042", customer=shop.customer(phone=PHONE))
    there = meets(shop, "SE-10042")
    assert meets(shop, "000000", later=1) == Meeting(met=Met.WRONG)
    other = "+919800000010"
    nowhere = meets(shop, "SE-99999", sender=other)
    assert (there.met, nowhere.met, nowhere.to_send) == (Met.ASKED, Met.ASKED, None)
    assert meets(shop, "000000", sender=other, later=1) == Meeting(met=Met.WRONG)
    assert known(shop) is None


def test_an_order_of_another_shop_is_no_order(shop: Shop, other_shop: Shop) -> None:
    other_shop.order("SE-10042", customer=other_shop.customer(phone=PHONE))
    assert meets(shop, "SE-10042").to_send is None


def test_a_customer_is_sent_five_codes_an_hour_whoever_asks(shop: Shop) -> None:
    shop.order("SE-10042", customer=shop.customer(phone=PHONE))
    senders = [f"+9198000001{n:02d}" for n in range(7)]
    sent = [meets(shop, "SE-10042", sender=one).to_send is not None for one in senders]
    assert sent == [True] * 5 + [False] * 2


def test_who_answers_what_was_brought_to_their_number_is_that_customer(shop: Shop) -> None:
    customer = shop.customer("Asha Rao", phone=PHONE)
    asked(shop, customer, ago=timedelta(days=6))
    assert meets(shop, "kal bhej do", sender=STRANGER).met is Met.STRANGER
    assert meets(shop, "kal bhej do", sender=PHONE) == Meeting(met=Met.ANSWERED, name="Asha Rao")
    assert known(shop, PHONE) == "Asha Rao"


def test_after_a_week_an_answer_proves_nothing(shop: Shop) -> None:
    asked(shop, shop.customer(phone=PHONE), ago=timedelta(days=7))
    assert meets(shop, "kal bhej do", sender=PHONE).met is Met.STRANGER


def test_a_customer_on_two_channels_is_one_person(session: Session, shop: Shop) -> None:
    customer = shop.customer(phone=PHONE)
    asked(shop, customer, ago=timedelta(hours=1))
    meets(shop, "haan", sender=PHONE)
    shop.order("SE-10042", customer=customer)
    meeting = meets(shop, "SE-10042")
    assert meeting.to_send is not None
    meets(shop, meeting.to_send.code)
    found = session.scalars(
        select(PersonRow).where(PersonRow.shop_id == shop.id, PersonRow.customer_id == customer.id)
    ).all()
    assert len(found) == 1
    assert known(shop) == known(shop, PHONE) == customer.name


def test_who_is_unlinked_is_a_stranger_there(shop: Shop) -> None:
    ctx = shop.context(shop.actor(Role.OWNER))
    meets(shop, f"LINK {people.make_link_code(ctx)}")
    assert [one.channel for one in people.linked_channels(ctx)] == ["whatsapp"]
    people.unlink(ctx, "whatsapp")
    assert known(shop) is None
    with pytest.raises(NotFound):
        people.unlink(ctx, "whatsapp")


@pytest.mark.parametrize(
    "text", ["hello", "namaste ji", "are you open at 10am?", "what can you do"]
)
def test_general_words_name_no_order(shop: Shop, text: str) -> None:
    assert meets(shop, text).met is Met.STRANGER
