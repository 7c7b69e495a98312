"""Every closed word of orders and parcels has a label and is known as people say it."""

from enum import StrEnum

import pytest

import prompts
from commerce import words
from commerce.orders import OrderFilter, OrderSort, PaymentKind
from commerce.vocabulary import (
    CourierType,
    OrderStatus,
    PaymentMethod,
    PaymentStatus,
    SalesChannel,
    ShipmentStatus,
)

LABELLED: dict[str, type[StrEnum]] = {
    "order-status": OrderStatus,
    "order-filter": OrderFilter,
    "order-sort": OrderSort,
    "payment-kind": PaymentKind,
    "payment-method": PaymentMethod,
    "payment-status": PaymentStatus,
    "sales-channel": SalesChannel,
    "shipment-status": ShipmentStatus,
    "courier-type": CourierType,
}

SPOKEN: dict[str, type[StrEnum]] = {
    key.replace("-", "_"): closed for key, closed in LABELLED.items() if key != "courier-type"
}


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("prefix", LABELLED)
def test_every_closed_word_has_a_label(prefix: str, language: str) -> None:
    missing = [w for w in LABELLED[prefix] if not words.has(f"{prefix}-{w.value}", language)]
    assert missing == []


@pytest.mark.parametrize("name", SPOKEN)
def test_people_say_every_closed_word_in_several_ways_and_none_twice(name: str) -> None:
    said = prompts.lexicon(name)
    assert set(said) == {word.value for word in SPOKEN[name]}
    assert min(len(phrases) for phrases in said.values()) >= 3
    every = [phrase for phrases in said.values() for phrase in phrases]
    assert len(every) == len(set(every))
