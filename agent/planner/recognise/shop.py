"""What the recognisers may know of a shop: its words, its ids, its date."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from agent.planner.recognise.customers import CustomersNamed
from agent.planner.recognise.ids import IdBook
from commerce import lookup
from commerce.context import Context
from commerce.lookup import ShopVocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """One shop as one actor sees it."""

    words: ShopVocabulary
    ids: IdBook
    today: date
    customers: CustomersNamed
    """The names of customers that have some words in them."""


def shop_of(ctx: Context) -> Shop:
    """Return the actor's shop; ids are asked for in the actor's scope, each once."""
    words = lookup.vocabulary(ctx)
    book = IdBook(
        order=cache(lambda number: lookup.order_exists(ctx, number)),
        parcel=cache(lambda awb: lookup.parcel_exists(ctx, awb)),
        ending=cache(lambda digits: lookup.orders_ending(ctx, digits)),
        shapes=words.order_shapes,
    )
    return Shop(
        words=words,
        ids=book,
        today=ctx.today,
        customers=cache(lambda name: lookup.customers_named(ctx, name)),
    )
