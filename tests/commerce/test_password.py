"""Who is let in by e-mail and password, where two shops know the same e-mail."""

import pytest
from sqlalchemy.orm import Session

from commerce import people
from commerce.access import Role
from tests.builders import Shop

EMAIL = "asha@example.in"


def _known(shop: Shop, password: str | None) -> int:
    person = shop.person(Role.OWNER, name="Asha")
    person.email = EMAIL
    if password is not None:
        people.set_password(person, password)
    shop.session.flush()
    return person.id


@pytest.mark.parametrize("theirs", ["another password", None])
def test_another_shop_that_knows_the_same_email_keeps_nobody_out(
    session: Session, shop: Shop, other_shop: Shop, theirs: str | None
) -> None:
    mine, other = _known(shop, "my own password"), _known(other_shop, theirs)
    found = people.check_password(session, EMAIL, "my own password")
    assert found is not None
    assert found.id == mine
    assert people.check_password(session, EMAIL, "neither of them") is None
    in_the_other = people.check_password(session, EMAIL, theirs or "")
    assert (in_the_other.id if in_the_other else None) == (other if theirs else None)


def test_with_the_same_password_in_both_nobody_is_let_in(
    session: Session, shop: Shop, other_shop: Shop
) -> None:
    for one in (shop, other_shop):
        _known(one, "the same password")
    assert people.check_password(session, EMAIL, "the same password") is None
