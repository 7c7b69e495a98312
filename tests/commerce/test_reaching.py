"""When to write to a customer: in their own hours where they have shown any, else in the shop's."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from commerce.access import Role
from commerce.customers.reaching import WINDOW, TimeToWrite, best_hours, time_to_write
from commerce.db.tables import ConversationRow, CustomerRow, MessageRow
from commerce.scoring.best_time import END_HOUR, FIRST_HOUR
from tests.builders import Shop

EVENINGS = [19] * 40 + [11] * 20


def test_who_always_orders_at_noon_is_written_to_at_noon() -> None:
    found = best_hours(EVENINGS, [12] * 9)
    assert found is not None
    assert (found.of, found.rate.n) == ("customer", 9)
    assert found.first <= 12 < found.end
    assert found.rate.low < found.rate.value < found.rate.high


def test_who_ordered_once_or_twice_is_like_everybody() -> None:
    found = best_hours(EVENINGS, [12, 12])
    assert found is not None
    assert (found.of, found.rate.n) == ("shop", 60)
    assert found.first <= 19 < found.end


def test_of_a_new_shop_no_hours_are_said() -> None:
    assert best_hours([19] * 49, [12] * 9) is None


@given(st.lists(st.integers(0, 23), max_size=80), st.lists(st.integers(0, 23), max_size=80))
def test_nobody_is_written_to_at_night(everyone: list[int], own: list[int]) -> None:
    found = best_hours(everyone, own)
    if found is not None:
        assert FIRST_HOUR <= found.first < found.end <= END_HOUR
        assert found.end - found.first == WINDOW


def _wrote(shop: Shop, buyer: CustomerRow, at: datetime, *, times: int) -> TimeToWrite | None:
    """Let a buyer write so many times, a day apart; return when to write to them then."""
    person = shop.person(Role.CUSTOMER, customer=buyer)
    thread = ConversationRow(
        id="c1", shop_id=shop.id, person_id=person.id, channel="whatsapp", address="+91", title="",
        name=None, put_away_at=None, summary=None, handed_over_at=None, created_at=at,
        updated_at=at,
    )  # fmt: skip
    shop.session.add(thread)
    shop.session.flush()
    shop.session.add_all(
        MessageRow(
            shop_id=shop.id, conversation_id="c1", direction="in", text="hello", tap=None, body={},
            provider_id=f"m{day}", turn_id=None, at=at - timedelta(days=day),
        )
        for day in range(times)
    )  # fmt: skip
    shop.session.flush()
    return time_to_write(shop.context(), buyer.id)


def test_orders_and_what_they_wrote_count_and_those_of_others_do_not(
    shop: Shop, other_shop: Shop
) -> None:
    evening = shop.now.replace(hour=13, minute=45)  # 7:15 pm at the shop.
    noon = shop.now.replace(hour=7, minute=0)  # 12:30 pm.
    for days in range(60):
        shop.order(placed_at=evening - timedelta(days=days))
        other_shop.order(placed_at=noon - timedelta(days=days))
    meera, ravi = shop.customer("Meera"), shop.customer("Ravi")
    for days in range(4):
        shop.order(customer=meera, placed_at=noon - timedelta(days=days))
    few, many = time_to_write(shop.context(), meera.id), _wrote(shop, meera, noon, times=20)
    assert few is not None
    assert many is not None
    assert (few.of, many.of, many.rate.n) == ("shop", "customer", 24)
    found = [time_to_write(shop.context(), one.id) for one in (meera, ravi)]
    assert [one.of for one in found if one] == ["customer", "shop"]
    assert found[0] is not None
    assert found[0].first <= 12 < found[0].end
    assert found[1] is not None
    assert found[1].first <= 19 < found[1].end
