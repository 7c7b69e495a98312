"""The team's tools: people and roles, limits, settings, and the log of who did what."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, text, update

from commerce import people, records, settings
from commerce.access import Actor, Role
from commerce.approvals import Topic, team
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import AuditRow, PersonRow, SignInRow
from commerce.errors import Ambiguous, CommerceError, NotAllowed, NotFound, Refused
from commerce.records import Action, AuditSearch
from commerce.settings import Setting
from tests.builders import Shop
from tools import TOOLS, ToolResult
from tools.base import Tool
from tools.cards import TableCard

BY_NAME = {tool.name: tool for tool in TOOLS}


def run(ctx: Context, name: str, /, **arguments: Any) -> ToolResult:
    tool: Tool = BY_NAME[name]
    return tool.run(ctx, tool.arguments.model_validate(arguments))


def as_role(shop: Shop, role: Role, name: str = "") -> Context:
    person = shop.person(role, name=name)
    actor = people.actor_by_id(shop.session, shop.id, person.id)
    assert actor is not None
    return shop.context(actor)


def role_of(shop: Shop, name: str) -> str:
    return str(
        shop.session.scalar(
            select(PersonRow.role).where(PersonRow.shop_id == shop.id, PersonRow.name == name)
        )
    )


def lines(shop: Shop) -> list[str]:
    return list(
        shop.session.scalars(
            select(AuditRow.action).where(AuditRow.shop_id == shop.id).order_by(AuditRow.id)
        )
    )


def test_an_invited_person_comes_in_by_a_link_that_works_once(shop: Shop) -> None:
    ctx = as_role(shop, Role.OWNER)
    result = run(ctx, "invite_person", name="Asha", contact="Asha@Shop.in ", role="Operator")
    person = people.find_colleague(ctx, "asha@shop.in")
    secret = people.invitation(ctx, person.id).link
    assert people.redeem_link(shop.session, secret, ctx.now + timedelta(hours=47)) is not None
    assert people.redeem_link(shop.session, secret, ctx.now + timedelta(hours=47)) is None
    assert result.change is not None
    assert result.change.after["email"] == "asha@shop.in"


def test_the_link_of_an_invitation_is_in_no_answer(shop: Shop) -> None:
    ctx = as_role(shop, Role.OWNER)
    run(ctx, "invite_person", name="Asha", contact="9812345678", role="Viewer")
    links = shop.session.scalars(select(SignInRow.id).where(SignInRow.shop_id == shop.id)).all()
    assert links == []


def test_a_new_link_spends_the_older_one(shop: Shop) -> None:
    ctx = as_role(shop, Role.ADMIN)
    kavita = shop.person(Role.OPERATOR)
    older = people.invitation(ctx, kavita.id).link
    people.invitation(ctx, kavita.id)
    assert people.redeem_link(shop.session, older, ctx.now) is None


@pytest.mark.parametrize("contact", ["asha", "asha@", "12", "a b@shop.in"])
def test_an_invitation_needs_an_email_or_a_phone(shop: Shop, contact: str) -> None:
    ctx = as_role(shop, Role.OWNER)
    with pytest.raises(Refused):
        people.invite(ctx, "Asha", contact, Role.OPERATOR)
    assert lines(shop) == []


@pytest.mark.parametrize(
    ("by", "who", "becomes"),
    [
        (Role.ADMIN, "Kavita", "Owner"),
        (Role.ADMIN, "Meera", "Viewer"),
        (Role.ADMIN, "me", "Owner"),
        (Role.MANAGER, "Kavita", "Viewer"),
        (Role.OPERATOR, "me", "Manager"),
        (Role.CUSTOMER, "Kavita", "Owner"),
    ],
)
def test_nobody_reaches_above_themselves(shop: Shop, by: Role, who: str, becomes: str) -> None:
    shop.person(Role.OPERATOR, name="Kavita")
    shop.person(Role.OWNER, name="Meera")
    actor: Actor = shop.actor(by, customer=shop.customer() if by is Role.CUSTOMER else None)
    with pytest.raises(NotAllowed):
        run(shop.context(actor), "change_role", person=who, role=becomes)
    assert (role_of(shop, "Kavita"), role_of(shop, "Meera")) == ("Operator", "Owner")


def test_the_last_owner_stays(shop: Shop) -> None:
    ctx = as_role(shop, Role.OWNER, "Meera")
    with pytest.raises(Refused, match="last Owner"):
        run(ctx, "change_role", person="me", role="Manager")
    with pytest.raises(Refused, match="last Owner"):
        run(ctx, "disable_person", person="Meera")
    assert role_of(shop, "Meera") == "Owner"


def test_one_of_two_owners_may_step_down(shop: Shop) -> None:
    shop.person(Role.OWNER)
    ctx = as_role(shop, Role.OWNER, "Meera")
    run(ctx, "change_role", person="me", role="Manager")
    assert role_of(shop, "Meera") == "Manager"


def test_a_role_is_put_back_unless_it_moved_on(shop: Shop) -> None:
    ctx = as_role(shop, Role.OWNER)
    shop.person(Role.OPERATOR, name="Kavita")
    change = people.change_role(ctx, "kavita", Role.MANAGER)
    people.undo_change_role(ctx, change)
    assert role_of(shop, "Kavita") == "Operator"
    with pytest.raises(Refused):
        people.undo_change_role(ctx, change)


def test_whoever_is_shut_out_has_no_session_left(shop: Shop) -> None:
    ctx = as_role(shop, Role.OWNER)
    kavita = shop.person(Role.OPERATOR, name="Kavita")
    secret = people.open_session(shop.session, kavita, ctx.now)
    change = people.disable(ctx, "Kavita")
    assert people.signed_in(shop.session, secret, ctx.now) is None
    people.undo_disable(ctx, change)
    assert people.signed_in(shop.session, secret, ctx.now) is None
    assert lines(shop) == ["disable_person", "undo_disable_person"]


def test_a_name_that_two_have_is_asked_about(shop: Shop) -> None:
    ctx = as_role(shop, Role.OWNER)
    shop.person(Role.OPERATOR, name="Asha Rao")
    shop.person(Role.OPERATOR, name="Asha Iyer")
    with pytest.raises(Ambiguous):
        people.plan_disable(ctx, "asha")


def test_people_of_another_shop_and_customers_are_nobody(shop: Shop, other_shop: Shop) -> None:
    other_shop.person(Role.OPERATOR, name="Kavita")
    shop.person(Role.CUSTOMER, name="Ravi", customer=shop.customer("Ravi"))
    ctx = as_role(shop, Role.OWNER, "Meera")
    assert run(ctx, "list_people").facts["count"] == 1
    for name in ("Kavita", "Ravi"):
        with pytest.raises(NotFound):
            people.plan_change_role(ctx, name, Role.VIEWER)


@pytest.mark.parametrize("role", [Role.MANAGER, Role.OPERATOR, Role.VIEWER, Role.NDR_AGENT])
def test_only_owner_and_admin_change_limits_and_settings(shop: Shop, role: Role) -> None:
    ctx = as_role(shop, role)
    wanted: dict[str, dict[str, Any]] = {
        "set_approval_limit": {"role": "Operator", "amount": 1},
        "require_second_person": {"amount": 1},
        "change_setting": {"setting": "Name", "value": "Mine"},
    }
    for name, arguments in wanted.items():
        with pytest.raises(NotAllowed):
            run(ctx, name, **arguments)
    assert lines(shop) == []


def test_a_limit_is_set_shown_and_put_back_to_what_is_usual(shop: Shop) -> None:
    ctx = as_role(shop, Role.OWNER)
    change = run(ctx, "set_approval_limit", role="Operator", topic="Stock", amount=750).change
    assert change is not None
    assert change.before["amount"] == "5000.00"
    assert _limit(ctx, "Operator", "Stock") == (750, 50, True)
    BY_NAME["set_approval_limit"].undo(ctx, change)  # type: ignore[misc] # it has one
    assert _limit(ctx, "Operator", "Stock") == (5000, 50, False)


def test_a_lower_limit_for_everything_lowers_refunds_too(shop: Shop) -> None:
    ctx = as_role(shop, Role.OWNER)
    run(ctx, "set_approval_limit", role="Operator", amount=500)
    assert _limit(ctx, "Operator", "Refunds") == (500, 5, False)


def _limit(ctx: Context, role: str, topic: str) -> tuple[Any, Any, Any]:
    found = run(ctx, "show_settings").facts["limits"]
    one = next(x for x in found if (x["role"], x["topic"]) == (role, topic))
    return one["most_rupees"], one["most_items"], one["chosen"]


def test_a_second_persons_rule_can_be_taken_away(shop: Shop) -> None:
    ctx = as_role(shop, Role.OWNER)
    run(ctx, "require_second_person", topic="Refunds", amount=10_000)
    assert team.policy(ctx).second_above == {Topic.REFUNDS: 10_000_00}
    run(ctx, "require_second_person", topic="Refunds", rule="Off")
    assert team.policy(ctx).second_above == {}


@pytest.mark.parametrize(
    ("setting", "value", "kept"),
    [
        ("Zone", "dubai", "Asia/Dubai"),
        ("Language", "Hinglish", "hi-Latn"),
        ("ApprovalMinutes", "90 minutes", "90"),
        ("Name", " Kurti  House ", "Kurti House"),
    ],
)
def test_a_setting_is_read_as_people_say_it(
    shop: Shop, setting: str, value: str, kept: str
) -> None:
    ctx = as_role(shop, Role.ADMIN)
    change = settings.change_setting(ctx, Setting(setting), value)
    assert change.after == {"value": kept}
    settings.undo_change_setting(ctx, change)
    assert settings.plan_change_setting(ctx, Setting(setting), value).before == change.before


@pytest.mark.parametrize(
    ("setting", "value"),
    [("Zone", "Mars"), ("Language", "Klingon"), ("ApprovalMinutes", "2"), ("Name", "  ")],
)
def test_a_setting_that_cannot_be_is_refused(shop: Shop, setting: str, value: str) -> None:
    ctx = as_role(shop, Role.OWNER)
    with pytest.raises(Refused):
        settings.change_setting(ctx, Setting(setting), value)
    assert lines(shop) == []


def test_everybody_chooses_their_own_language(shop: Shop) -> None:
    customer = shop.customer()
    ctx = shop.context(shop.actor(Role.CUSTOMER, customer=customer))
    result = run(ctx, "set_my_language", language="Hindi")
    actor = people.actor_by_id(shop.session, shop.id, ctx.actor.person_id)
    assert actor is not None
    assert actor.language == "hi"
    assert result.change is not None
    assert result.change.before["language"] == ""


def _wrote(ctx: Context, action: str, subject: str, why: str = "") -> None:
    change = Change(
        subject_kind="order", subject=subject, before={"status": "Confirmed"},
        after={"status": "Cancelled", "note": "Blue Kurti"},
    )  # fmt: skip
    records.audit(ctx, action, change, why)
    ctx.session.flush()


def test_the_log_is_found_by_person_subject_action_and_words(shop: Shop, other_shop: Shop) -> None:
    kavita, ctx = as_role(shop, Role.OPERATOR, "Kavita"), as_role(shop, Role.MANAGER, "Meera")
    _wrote(kavita, "cancel_order", "1042", "customer refused")
    _wrote(ctx, "change_role", "Rohan")
    _wrote(as_role(other_shop, Role.OWNER), "cancel_order", "1042")

    def found(**wanted: Any) -> list[str]:
        facts = run(ctx, "search_audit_log", **wanted).facts
        return [line["subject"] for line in facts["lines"]]

    assert found() == ["Rohan", "1042"]
    assert found(person="Kavita") == ["1042"]
    assert found(subject="1042") == ["1042"]
    assert found(action="People") == ["Rohan"]
    assert found(text="BLUE kurti", person="Meera") == ["Rohan"]
    assert found(text="refused") == ["1042"]
    assert found(period="yesterday") == []


def test_one_line_shows_before_and_after(shop: Shop) -> None:
    ctx = as_role(shop, Role.OWNER, "Meera")
    _wrote(ctx, "cancel_order", "1042", "refused")
    line = run(ctx, "search_audit_log").facts["lines"][0]["line"]
    detail = run(ctx, "search_audit_log", line=line)
    assert detail.facts["before"] == {"status": "Confirmed"}
    assert detail.cards[0].model_dump()["rows"] == (
        ("status", "Confirmed", "Cancelled"), ("note", "–", "Blue Kurti"),
    )  # fmt: skip


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.NDR_AGENT, Role.VIEWER])
def test_who_may_not_read_the_log_does_not(shop: Shop, role: Role) -> None:
    ctx = as_role(shop, role)
    with pytest.raises(NotAllowed):
        run(ctx, "search_audit_log")
    with pytest.raises(NotAllowed):
        next(records.entries(ctx, AuditSearch(action=Action.ORDERS)))


def test_the_log_is_told_in_the_readers_words(shop: Shop) -> None:
    ctx = replace(as_role(shop, Role.OWNER), language="hi")
    for action in ("cancel_order", "undo_cancel_order", "import_shopify_file"):
        _wrote(ctx, action, "1042")
    (card,) = run(ctx, "search_audit_log").cards
    assert isinstance(card, TableCard)
    assert sorted(row[2] for row in card.rows) == [
        "import shopify file", "ऑर्डर रद्द किया", "वापस लिया: ऑर्डर रद्द किया",
    ]  # fmt: skip


def test_a_line_of_the_log_is_never_changed_by_our_code(shop: Shop) -> None:
    ctx = as_role(shop, Role.OWNER)
    _wrote(ctx, "cancel_order", "1042")
    row = shop.session.scalars(select(AuditRow).where(AuditRow.shop_id == shop.id)).one()
    row.why = "nothing to see"
    with pytest.raises(RuntimeError, match="lines stay"):
        shop.session.flush()


def test_a_line_changed_behind_our_back_breaks_its_seal(shop: Shop) -> None:
    ctx = as_role(shop, Role.OWNER)
    later = ctx.now + timedelta(minutes=6)
    for number in ("1042", "1043"):
        _wrote(ctx, "cancel_order", number)
        assert records.seal(shop.session, shop.id, later) == 1
    whole = records.verify(shop.session, shop.id)
    assert (whole.lines, whole.unsealed, whole.broken_after) == (2, 0, None)
    first = shop.session.scalar(
        select(AuditRow.id).where(AuditRow.shop_id == shop.id, AuditRow.subject == "1042")
    )
    shop.session.execute(
        update(AuditRow)
        .where(AuditRow.shop_id == shop.id, AuditRow.id == first)
        .values(why="nothing to see")
        .execution_options(synchronize_session=False)
    )
    assert records.verify(shop.session, shop.id).broken_after == first


def test_a_young_line_waits_for_its_seal(shop: Shop) -> None:
    ctx = as_role(shop, Role.OWNER)
    _wrote(ctx, "cancel_order", "1042")
    assert records.seal(shop.session, shop.id, ctx.now + timedelta(minutes=5)) == 0
    assert records.verify(shop.session, shop.id).unsealed == 1


def test_sign_ins_are_in_the_log_without_their_secret(shop: Shop) -> None:
    now = shop.now
    person = shop.person(Role.OWNER, name="Meera")
    person.email = "meera@shop.in"
    secret = people.make_link(shop.session, person, now)
    people.note_entered(shop.session, shop.id, person.id, "link", now)
    people.note_wrong_password(shop.session, "Meera@shop.in", now)
    people.note_wrong_password(shop.session, "nobody@shop.in", now)
    people.note_spent_link(shop.session, secret, now)
    shop.session.flush()
    rows = shop.session.execute(
        text("SELECT action, subject, after, why FROM audit_log WHERE shop_id = :shop ORDER BY id"),
        {"shop": shop.id},
    ).all()
    assert [row.action for row in rows] == ["sign_in", "sign_in_failed", "sign_in_failed"]
    assert secret not in str(rows)


def test_delegating_needs_a_colleague_who_may_approve_and_days_to_come(shop: Shop) -> None:
    ctx = as_role(shop, Role.MANAGER, "Ravi")
    shop.person(Role.VIEWER, name="Rohan")
    shop.person(Role.OPERATOR, name="Asha")
    today = ctx.today
    wrong: list[tuple[str, int, int]] = [
        ("Rohan", 0, 1), ("me", 0, 1), ("Asha", -1, 1), ("Asha", 0, 92), ("Nobody", 0, 1),
    ]  # fmt: skip
    for name, first, last in wrong:
        with pytest.raises(CommerceError):
            people.delegate(ctx, name, today + timedelta(first), today + timedelta(last))
    assert lines(shop) == []
    people.delegate(ctx, "asha", None, today)
    assert [(d.of, d.to, d.is_on) for d in people.find_delegations(ctx)] == [("Ravi", "Asha", True)]
    people.revoke(ctx, "Asha")
    assert people.find_delegations(ctx) == []
