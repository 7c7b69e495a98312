"""Undelivered parcels that find their agent, over a real shop."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from commerce import assignment, ndr, settings
from commerce.access import Actor, Role
from commerce.assignment import Method
from commerce.db import session_factory
from commerce.db.tables import NdrActionRow, NdrAssignmentRow, NdrCaseRow, PersonRow
from commerce.errors import NotAllowed, Refused
from commerce.settings import Setting
from commerce.vocabulary import NdrReason, NdrStatus
from tests.builders import Shop

REFUSED = NdrReason.CUSTOMER_REFUSED


def _agent(shop: Shop, name: str, **skills: object) -> PersonRow:
    row = shop.person(Role.NDR_AGENT, name=name)
    row.skills = skills
    shop.session.flush()
    return row


def _case(shop: Shop, number: str, *, language: str = "en", **other: object) -> NdrCaseRow:
    customer = shop.customer(language=language)
    parcel = shop.parcel(shop.order(number, customer=customer))
    return shop.ndr_case(parcel, reason=REFUSED, **other)  # type: ignore[arg-type]


def _history(shop: Shop, agent: PersonRow, well: int, of: int) -> None:
    for k in range(of):
        case = _case(
            shop, f"{agent.id}-{k}",
            status=NdrStatus.CLOSED_DELIVERED if k < well else NdrStatus.CLOSED_RTO,
        )  # fmt: skip
        case.assignee_id = agent.id
    shop.session.flush()


def test_a_refusal_goes_to_who_turns_refusals_around_and_says_why(shop: Shop) -> None:
    good, poor = _agent(shop, "Imran Khan", languages=["en"]), _agent(shop, "Priya Das")
    _history(shop, good, 16, 20)
    _history(shop, poor, 4, 20)
    case = _case(shop, "1042")
    choice = assignment.choose_assignee(shop.context(), case.id)
    assert (choice.agent.name, choice.chosen.record.well, choice.chosen.record.of) == (
        "Imran Khan", 16, 20,
    )  # fmt: skip
    said = assignment.explain(shop.context(), choice)
    assert "Of 20 settled parcels with Customer refused they delivered 16." in said
    assert "Speaks the customer's language. Nothing waits before it; they can begin now." in said
    assert "Next best: Priya Das with ₹" in said


def test_the_published_score_may_be_asked_for(shop: Shop) -> None:
    _agent(shop, "Imran Khan", reasons=[REFUSED.value], languages=["hi"])
    _agent(shop, "Priya Das")
    case = _case(shop, "1042", language="hi-Latn")
    choice = assignment.choose_assignee(shop.context(), case.id, Method.PUBLISHED)
    assert (choice.agent.name, choice.chosen.score) == ("Imran Khan", 145.0)


def test_a_settled_case_needs_nobody(shop: Shop) -> None:
    _agent(shop, "Imran Khan")
    case = _case(shop, "1042", status=NdrStatus.CLOSED_DELIVERED)
    with pytest.raises(Refused) as refusal:
        assignment.choose_assignee(shop.context(), case.id)
    assert refusal.value.key == "error-assignment-settled"


def test_another_shops_agents_are_nobody(shop: Shop, other_shop: Shop) -> None:
    _agent(other_shop, "Imran Khan")
    case = _case(shop, "1042")
    with pytest.raises(Refused) as refusal:
        assignment.choose_assignee(shop.context(), case.id)
    assert refusal.value.key == "error-assignment-nobody"


# -- by itself -----------------------------------------------------------------------------------


def _let_it(shop: Shop, engine: Engine, after: timedelta = timedelta()) -> int:
    shop.session.commit()
    return assignment.give_by_itself(session_factory(engine), shop.ports, shop.now + after)


def _owner_of(shop: Shop, case: NdrCaseRow) -> int | None:
    return shop.session.scalar(
        select(NdrCaseRow.assignee_id).where(
            NdrCaseRow.shop_id == shop.id, NdrCaseRow.id == case.id
        )
    )


def test_nothing_is_given_by_itself_unless_the_shop_chose_so(shop: Shop, engine: Engine) -> None:
    _agent(shop, "Imran Khan")
    case = _case(shop, "1042")
    assert _let_it(shop, engine) == 0
    assert _owner_of(shop, case) is None


def test_new_cases_are_given_in_nobodys_name_and_logged(shop: Shop, engine: Engine) -> None:
    imran = _agent(shop, "Imran Khan")
    case = _case(shop, "1042")
    settings.change_setting(shop.context(), Setting.NDR_ASSIGNMENT, "on")
    assert _let_it(shop, engine) == 1
    assert _owner_of(shop, case) == imran.id
    row = shop.session.scalars(
        select(NdrAssignmentRow).where(NdrAssignmentRow.shop_id == shop.id)
    ).one()
    assert (row.person_id, row.given_by, row.method) == (imran.id, None, "recovered")
    assert row.expected_minor is not None
    action = shop.session.scalars(select(NdrActionRow).where(NdrActionRow.shop_id == shop.id)).one()
    assert (action.kind, action.person_id) == ("Reassigned", None)
    assert _let_it(shop, engine) == 0


def test_who_goes_on_leave_loses_what_they_did_not_touch(shop: Shop, engine: Engine) -> None:
    imran, priya = _agent(shop, "Imran Khan"), _agent(shop, "Priya Das", is_off=True)
    untouched, called = _case(shop, "1042"), _case(shop, "1043")
    settings.change_setting(shop.context(), Setting.NDR_ASSIGNMENT, "recovered")
    assert _let_it(shop, engine) == 2
    called.status = NdrStatus.CUSTOMER_CONTACTED.value
    ctx = shop.context()
    assignment.set_availability(ctx, "Priya", works=True)
    assignment.set_availability(ctx, "Imran", works=False, first=ctx.today, last=ctx.today)
    assert _let_it(shop, engine) == 1
    assert (_owner_of(shop, untouched), _owner_of(shop, called)) == (priya.id, imran.id)


def test_what_lies_untouched_for_half_a_shift_goes_to_somebody_else(
    shop: Shop, engine: Engine
) -> None:
    imran = _agent(shop, "Imran Khan")
    case = _case(shop, "1042")
    settings.change_setting(shop.context(), Setting.NDR_ASSIGNMENT, "recovered")
    assert _let_it(shop, engine) == 1
    priya = _agent(shop, "Priya Das")
    assert _let_it(shop, engine, timedelta(hours=4)) == 0
    assert _owner_of(shop, case) == imran.id
    assert _let_it(shop, engine, timedelta(hours=4, minutes=1)) == 1
    assert _owner_of(shop, case) == priya.id


# -- profiles ------------------------------------------------------------------------------------


def test_an_agent_speaks_for_themselves_and_a_manager_for_all(shop: Shop) -> None:
    row = _agent(shop, "Imran Khan")
    _agent(shop, "Priya Das")
    own = shop.context()
    mine = Actor(
        shop_id=shop.id, person_id=row.id, name=row.name, role=Role.NDR_AGENT,
        permissions=shop.actor(Role.NDR_AGENT).permissions,
    )  # fmt: skip
    change = assignment.set_availability(shop.context(mine), "me", works=False)
    assert row.skills["is_off"] is True
    assignment.undo_set_agent(shop.context(mine), change)
    assert "is_off" not in row.skills
    with pytest.raises(NotAllowed):
        assignment.set_availability(shop.context(mine), "Priya", works=False)
    assignment.set_availability(own, "Priya", works=False)
    off = [one.agent.name for one in assignment.find_profiles(own) if one.is_off]
    assert off == ["Priya Das"]


def test_a_profile_changed_since_is_not_put_back(shop: Shop) -> None:
    _agent(shop, "Imran Khan", cap=30)
    ctx = shop.context()
    first = assignment.set_agent(ctx, "Imran", cap=40)
    assignment.set_agent(ctx, "Imran", cap=45)
    with pytest.raises(Refused):
        assignment.undo_set_agent(ctx, first)
    assert [one.cap for one in assignment.find_profiles(ctx)] == [45]


def test_giving_by_hand_is_written_down_and_undone(shop: Shop) -> None:
    _agent(shop, "Imran Khan")
    _case(shop, "1042")
    ctx = shop.context()
    change = ndr.assign(ctx, "1042", "Imran")
    given = select(NdrAssignmentRow).where(NdrAssignmentRow.shop_id == shop.id)
    shop.session.flush()
    assert [row.method for row in shop.session.scalars(given)] == ["person"]
    ndr.undo_assign(ctx, change)
    shop.session.flush()
    assert list(shop.session.scalars(given)) == []
