"""Typed values found in words: one recogniser for each kind of argument."""

from collections.abc import Sequence
from dataclasses import replace

from agent.planner.recognise.amounts import (
    find_limits,
    find_money,
    find_percents,
    find_quantities,
)
from agent.planner.recognise.customers import find_customers
from agent.planner.recognise.found import Found
from agent.planner.recognise.ids import IdBook, find_ids
from agent.planner.recognise.names import names_of
from agent.planner.recognise.pointers import find_pointers
from agent.planner.recognise.shop import Shop
from agent.planner.recognise.when import find_times
from agent.planner.text import Said
from tools.arguments import Kind

__all__ = ["Found", "IdBook", "Shop", "recognise"]


def recognise(said: Said, shop: Shop) -> list[Found]:
    """Return every reading of every kind, those that another kind certainly owns left out."""
    times = find_times(said, shop.today, shop.words.events)
    ids = find_ids(said, shop.ids)
    money = find_money(said)
    names = names_of(shop.words).find(said)
    limits, quantities = find_limits(said), find_quantities(said)
    percents = find_percents(said)
    money, limits = _without(money, percents), _without(limits, percents)
    ids = _without(ids, percents)
    compared = [found for found in money if found.role]
    # "orders above 1042" compares money, even where an order 1042 exists.
    sure = _without([found for found in ids if found.score >= 0.95], compared)
    times = _without(times, sure)
    ids = _without(ids, compared)
    counted = [found for found in times if found.kind is Kind.DAYS]
    # "Orders 10 din se pending": an order 10 that nobody knows is a number of days.
    ids = _without(ids, counted, keep=0.95)
    ids = _without(ids, [*times, *(m for m in money if m.score > 0.9)], keep=0.9)
    ids = _without(ids, [*limits, *quantities], keep=0.86)
    money = _without(money, [*sure, *times])
    money = _without(money, [f for f in ids if f.score >= 0.9])
    limits = _without(limits, [*sure, *times, *money])
    names = _without(names, [f for f in [*sure, *times] if f.score > 0.9])
    others = [*times, *ids, *money, *names, *limits, *quantities, *percents]
    phones = any(f.kind is Kind.CUSTOMER for f in others)
    claimed = [(f.start, f.end) for f in others if f.score >= 0.75]
    people = [] if phones else list(find_customers(said, claimed, shop.customers))
    others, people = _full_names(said, shop, others, people)
    pointers = [] if ids else _without(list(find_pointers(said)), [*others, *people])
    return sorted([*others, *people, *pointers], key=lambda found: found.start)


def _full_names(
    said: Said, shop: Shop, others: list[Found], people: list[Found]
) -> tuple[list[Found], list[Found]]:
    """Let a customer's first name be one, where it is also a product: "Pooja Sharma"."""
    for person in people:
        for product in others:
            beside = product.kind is Kind.PRODUCT and product.end + 1 == person.start
            words = said.text[product.start : person.end]
            if beside and shop.customers(words):
                kept = [f for f in others if f is not product]
                return kept, [replace(person, value=words, start=product.start)]
    return others, people


def _without(found: Sequence[Found], owners: Sequence[Found], keep: float = 2.0) -> list[Found]:
    """Return readings that share no letters with the owners', and those at least so sure."""
    return [
        reading
        for reading in found
        if reading.score >= keep or not any(reading.overlaps(o.start, o.end) for o in owners)
    ]
