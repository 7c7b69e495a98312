"""Who buys, where they live and what they are like; everything follows from a customer's number."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from app.demo.behaviour import Behaviour, Buyers
from app.demo.bulk import Rows, rows
from app.demo.data import words
from app.demo.dice import Dice, Flags, Floats, Ints
from app.demo.places import SOUTH, Places

LANGUAGES = ("en", "hi", "hi-Latn")
_MUSLIM = "muslim"
_NORTH = "north"
_GOOD_LANDMARKS = 0.62
"""Share of well-written addresses that also name a landmark."""

_PHONE_PREFIXES = ("98765", "90000", "99999", "88888", "80000", "97777", "95555", "70000")
"""Mobile series of five equal or running digits: valid in form, plain to see as made up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What some customers are like; arrays run alike."""

    place: Ints
    """Where each lives, an index into `Places`."""
    other_place: Ints
    """Where a second address is: the same city, often another pincode."""
    has_other: Flags
    poor_address: Flags
    refusal: Floats
    """Leaning to refuse at the door: log odds, 0 on the mean."""
    contact: Ints
    """Preferred way to be reached, an index into `Buyers.contact`."""
    hour: Ints
    """Hour in India at which they answer the phone best."""
    language: Ints
    """An index into `LANGUAGES`."""


@dataclass(frozen=True)
class Customers:
    """Tells what any customer is like; customers are numbered from 0 in order of first purchase."""

    dice: Dice
    behaviour: Behaviour
    places: Places

    def traits(self, ids: Ints) -> Traits:
        """Return what these customers are like."""
        dice, buyers = self.dice, self.behaviour.buyers
        place = dice.pick("home", ids, self.places.weight)
        refuser = dice.flag("refuser", ids, buyers.refuser_share)
        refusal = buyers.refusal_sd * dice.normal("refusal", ids) + buyers.refuser_effect * refuser
        return Traits(
            place=place,
            other_place=self._same_city[place, dice.whole("other", ids, self._same_city.shape[1])],
            has_other=dice.flag("has other", ids, buyers.second_address),
            poor_address=dice.flag("poor", ids, buyers.poor_address),
            refusal=refusal - buyers.refuser_effect * buyers.refuser_share,
            contact=dice.pick("contact", ids, list(buyers.contact.values())),
            hour=np.array(list(buyers.hours), dtype=np.int64)[
                dice.pick("hour", ids, list(buyers.hours.values()))
            ],
            language=self._language(buyers, ids, place),
        )

    def rows(self, shop_id: int, first_id: int, ids: Ints, since: list[str]) -> tuple[Rows, Rows]:
        """Return the rows of these customers and of their addresses; `since` is when each came."""
        traits = self.traits(ids)
        names = self._names(ids, traits)
        email = self.dice.flag("email", ids, self.behaviour.buyers.email).tolist()
        numbers = ids.tolist()
        customers = rows(
            shop_id,
            id=(first_id + ids).tolist(),
            name=names,
            phone=[phone(number) for number in numbers],
            email=[
                f"{name.lower().replace(' ', '.')}{number + 1}@example.com" if has else None
                for name, number, has in zip(names, numbers, email, strict=True)
            ],
            language=[LANGUAGES[k] for k in traits.language.tolist()],
            created_at=since,
        )
        return customers, self._address_rows(shop_id, first_id, ids, traits, names)

    def _address_rows(
        self, shop_id: int, first_id: int, ids: Ints, traits: Traits, names: list[str]
    ) -> Rows:
        found = Rows({})
        for other in (False, True):
            chosen = np.flatnonzero(traits.has_other) if other else np.arange(len(ids))
            where = (traits.other_place if other else traits.place)[chosen].tolist()
            poor = (traits.poor_address & (not other))[chosen].tolist()
            which = ids[chosen] * 2 + other
            marked = self.dice.flag("marked", which, _GOOD_LANDMARKS).tolist()
            mark = self.dice.whole("landmark", which, len(self._words["landmarks"])).tolist()
            numbers = ids[chosen].tolist()
            places = self.places
            found += rows(
                shop_id,
                id=[address_id(first_id, number, other) for number in numbers],
                customer_id=[first_id + number for number in numbers],
                name=[names[row] for row in chosen.tolist()],
                line1=self._lines(which, poor, traits.language[chosen].tolist()),
                line2=[
                    "" if bad else places.locality[place]
                    for bad, place in zip(poor, where, strict=True)
                ],
                landmark=[
                    self._words["landmarks"][k] if has and not bad else ""
                    for has, bad, k in zip(marked, poor, mark, strict=True)
                ],
                city=[places.city[place] for place in where],
                state=[places.state[place] for place in where],
                pincode=[places.pincode[place] for place in where],
                country=["IN"] * len(numbers),
                phone=[phone(number) for number in numbers],
            )
        return found

    def _lines(self, which: Ints, poor: list[bool], language: list[int]) -> list[str]:
        share = self.dice.uniform("line", which).tolist()
        house = (1 + self.dice.whole("house", which, 240)).tolist()
        block = (1 + self.dice.whole("block", which, 12)).tolist()
        lines = []
        for k, part in enumerate(share):
            kind = "good" if not poor[k] else "poor" if language[k] == 0 else "poor_hindi"
            patterns = self._words[kind]
            lines.append(patterns[int(part * len(patterns))].format(n=house[k], m=block[k]))
        return lines

    def _names(self, ids: Ints, traits: Traits) -> list[str]:
        buyers = self.behaviour.buyers
        muslim = self.dice.flag("muslim", ids, buyers.muslim).tolist()
        north = self.dice.flag("elsewhere", ids, buyers.elsewhere).tolist()
        woman = self.dice.flag("woman", ids, 0.52).tolist()
        given = self.dice.uniform("given", ids).tolist()
        family = self.dice.uniform("family", ids).tolist()
        names = []
        for k, place in enumerate(traits.place.tolist()):
            people = self.places.people[place]
            people = _MUSLIM if muslim[k] else _NORTH if north[k] else people
            pool = self._pools[people]
            first = pool["women" if woman[k] else "men"]
            last = pool["surnames"]
            names.append(f"{first[int(given[k] * len(first))]} {last[int(family[k] * len(last))]}")
        return names

    def _language(self, buyers: Buyers, ids: Ints, place: Ints) -> Ints:
        south = np.array([people in SOUTH for people in self.places.people])[place]
        return np.where(
            south,
            self.dice.pick("language", ids, buyers.languages["south"]),
            self.dice.pick("language", ids, buyers.languages["rest"]),
        )

    @cached_property
    def _same_city(self) -> Ints:
        """For each place, twelve places of its city in turn."""
        return np.array(
            [
                [near[k % len(near)] for k in range(12)]
                for city in self.places.city
                for near in [[k for k, other in enumerate(self.places.city) if other == city]]
            ],
            dtype=np.int64,
        )

    @cached_property
    def _pools(self) -> dict[str, Any]:
        return words("names.toml")

    @cached_property
    def _words(self) -> dict[str, Any]:
        return words("addresses.toml")


def address_id(first_id: int, customer: int, other: bool) -> int:
    """Return the id of a customer's address; the second has the odd offset, used or not."""
    return first_id + 2 * customer + int(other)


def phone(customer: int) -> str:
    """Return a customer's mobile number; no two of the first 800,000 share one."""
    prefix = _PHONE_PREFIXES[customer % len(_PHONE_PREFIXES)]
    return f"+91{prefix}{(customer // len(_PHONE_PREFIXES) * 61_813 + 12_345) % 100_000:05d}"
