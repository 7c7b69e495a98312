"""The tools' example sentences, their slots filled, as the chooser will see real ones."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zlib import crc32

import prompts
from agent.planner.choose.features import Masked, mask
from agent.planner.recognise import IdBook, Shop, recognise
from agent.planner.text import Said, Token, read
from commerce.lookup import ShopVocabulary
from tools.arguments import Kind

FILLED = 3
"""How many sentences each template with slots gives."""

_SLOT = re.compile(r"\{(\w+)\}")
_TODAY = date(2026, 11, 18)


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence that should lead to a tool (or to another class)."""

    name: str
    language: str
    template: int
    """Sentences of one template share it, so that a test never trains on their siblings."""
    said: Said
    masked: Masked
    products: tuple[tuple[int, int], ...]
    """The letters that name products: a yoga mat forbids nothing, though "mat" is Hindi for it."""

    def holds(self, token: Token) -> bool:
        """Tell whether a word is part of a product's name."""
        return any(start <= token.start < end for start, end in self.products)


def all_examples(enums: Mapping[str, Mapping[str, str]]) -> list[Example]:
    """Return every example once.

    Args:
        enums: Tool name → argument name → name of the lexicon its words are in.
    """
    shop, seen = practice_shop(), set()
    found: list[Example] = []
    number = 0
    for name, languages in sorted(prompts.examples().items()):
        for language, templates in sorted(languages.items()):
            for template in templates:
                number += 1
                for text in _filled(template, enums.get(name, {})):
                    said = read(text)
                    values = recognise(said, shop)
                    masked = mask(said, values)
                    if (name, masked) not in seen:
                        seen.add((name, masked))
                        named = tuple((f.start, f.end) for f in values if f.kind is Kind.PRODUCT)
                        found.append(Example(name, language, number, said, masked, named))
    return found


def practice_shop() -> Shop:
    """Return a shop that sells and knows exactly what the fillers name."""
    fillers = prompts.lexicon("fillers")
    ids = {value.split()[-1].lstrip("#") for value in (*fillers["order"], *fillers["parcel"])}
    names = {
        n.lower() for value in fillers["customer"] for n in (value, *value.split()) if n.isascii()
    }
    return Shop(
        words=ShopVocabulary(
            titles=tuple(value.title() for value in fillers["product"] if "-" not in value),
            skus=tuple(value for value in fillers["product"] if "-" in value),
            warehouses=(("BLR1", "Pune Godown", "Bhiwandi"),),
            people=tuple(name for name in fillers["person"] if name[:1].isupper()),
            cities=("Delhi", "Mumbai", "Pune", "Jaipur", "Bengaluru"),
            states=("Uttar Pradesh", "Karnataka", "Maharashtra"),
            order_shapes=frozenset({"9999", "ORD-99999999-9999"}),
        ),
        ids=IdBook(
            order=ids.__contains__, parcel=ids.__contains__, ending=lambda digits: (),
            shapes=frozenset({"9999", "ORD-99999999-9999"}),
        ),
        today=_TODAY,
        customers=lambda words: (words,) if words.lower() in names else (),
    )  # fmt: skip


def _filled(template: str, enums: Mapping[str, str]) -> Iterator[str]:
    slots = _SLOT.findall(template)
    for turn in range(FILLED if slots else 1):
        yield _SLOT.sub(lambda match, t=turn: _filler(match[1], template, t, enums), template)  # type: ignore[misc]


def _filler(slot: str, template: str, turn: int, enums: Mapping[str, str]) -> str:
    # Every third product and customer is one the shop has never heard of.
    unknown = prompts.lexicon("fillers").get(f"unknown_{slot}") if turn == FILLED - 1 else None
    choices = unknown or _choices(slot, enums)
    return choices[(crc32(f"{slot} {template}".encode()) + turn * 7) % len(choices)]


def _choices(slot: str, enums: Mapping[str, str]) -> Sequence[str]:
    """Return what may stand in a slot: the words of a closed set, else everyday fillers."""
    lexicon = enums.get(slot)
    if lexicon is not None:
        return [said for phrases in prompts.lexicon(lexicon).values() for said in phrases[:4]]
    return prompts.lexicon("fillers").get(slot) or (slot.replace("_", " "),)
