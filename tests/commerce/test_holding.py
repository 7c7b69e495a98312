"""What takes long to add up is held for a while, and nothing else is."""

from datetime import timedelta

import pytest

from commerce.holding import LONGEST, TIMES, held
from tests.builders import Shop


class Watch:
    """A clock that each adding up moves on by some seconds."""

    def __init__(self, takes: float) -> None:
        self.now, self.takes, self.made = 1_000.0, takes, 0

    def __call__(self) -> float:
        return self.now

    def make(self) -> int:
        self.now += self.takes
        self.made += 1
        return self.made


@pytest.fixture
def slow() -> Watch:
    return Watch(takes=2.0)


def test_what_took_two_seconds_is_not_added_up_again_for_a_while(shop: Shop, slow: Watch) -> None:
    ctx = shop.context()
    assert held(ctx, "a", slow.make, clock=slow).value == 1
    slow.now += 2.0 * TIMES - 1
    later = held(ctx, "a", slow.make, clock=slow)
    assert (later.value, later.at) == (1, ctx.now)
    slow.now += 2
    assert held(ctx, "a", slow.make, clock=slow).value == 2


def test_nothing_is_held_for_longer_than_ten_minutes(shop: Shop) -> None:
    watch = Watch(takes=60.0)
    held(shop.context(), "a", watch.make, clock=watch)
    watch.now += LONGEST + 1
    assert held(shop.context(), "a", watch.make, clock=watch).value == 2


def test_what_is_quick_is_added_up_at_every_question(shop: Shop) -> None:
    watch = Watch(takes=0.1)
    assert [held(shop.context(), "a", watch.make, clock=watch).value for _ in range(2)] == [1, 2]


def test_each_shop_and_each_question_has_its_own(shop: Shop, other_shop: Shop, slow: Watch) -> None:
    asked = ((shop, "a"), (shop, "b"), (other_shop, "a"))
    assert [held(one.context(), what, slow.make, clock=slow).value for one, what in asked] == [
        1, 2, 3,
    ]  # fmt: skip
    assert held(shop.context(), "a", slow.make, clock=slow).value == 1


def test_a_note_says_when_things_were_counted_only_if_that_is_a_while_ago(shop: Shop) -> None:
    from tools import facts

    ctx = shop.context()
    assert facts.as_of(ctx, "All.", ctx.now) == "All."
    assert facts.as_of(ctx, "All.", ctx.now - timedelta(minutes=5)).startswith("All. Counted at")
