"""Amounts of money, row counts and quantities."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

import prompts
from agent.planner.recognise.found import Found, Hit, number_of, phrases
from agent.planner.text import Said, Token, read
from tools.arguments import Kind

_SCALES = {
    "hundred": 100, "thousand": 1_000, "lakh": 100_000, "million": 1_000_000, "crore": 10_000_000,
}  # fmt: skip
_FRACTIONS = {
    "plus_half": Decimal("0.5"), "plus_quarter": Decimal("0.25"), "less_quarter": Decimal("-0.25"),
}  # fmt: skip
_PIECES = frozenset(prompts.lexicon("limit_words")["piece"])
_PERCENT = re.compile(
    r"(?i)(?<![\d.,])(\d{1,2})\s*(?:%|per\s?cent\b|pct\b|fisdi\b|pratishat\b|प्रतिशत|फ़ीसदी|टका)"
)
_SPOKEN_OVER = frozenset(["phone", "call", "the", "whatsapp", "mail", "email", "sms", "chat"])
_MAKES = frozenset(["kar", "karo", "kr", "kro", "kardo", "krdo", "karna", "karein", "nikle", "hue"])
_LESS_OR_MORE = frozenset(["kam", "zyada", "ghatao", "badhao", "badha", "ghata", "more", "less"])
"""After an amount and not comparing: by so much something is to change."""
_MOST_ROWS = 50
_NO_PRICE = 10_000_000
"""A bare number from here on is a tracking number, whatever it is compared with."""


@dataclass(frozen=True, slots=True)
class _Amount:
    value: Decimal
    first: int
    last: int
    marked: bool
    """Whether a currency or a scale says that it is money."""


def find_money(said: Said) -> list[Found]:
    """Return amounts in rupees; `role` is `min` or `max` where they are compared with."""
    tokens = said.tokens
    marks = phrases("money_words", fuzzy=False).find(tokens)
    amounts = _amounts(tokens, {mark.first: mark for mark in marks})
    found: list[Found] = []
    for low, high in _pairs(tokens, amounts):
        found += [
            _found(tokens, low.value, low.first, high.last, "min", 0.9),
            _found(tokens, high.value, low.first, high.last, "max", 0.9),
        ]
    paired = [(f.start, f.end) for f in found]
    for amount in amounts:
        start, end = tokens[amount.first].start, tokens[amount.last - 1].end
        if any(start < e and s < end for s, e in paired):
            continue
        role, first, last = _compared(amount, marks, said.words)
        following = said.words[amount.last : amount.last + 1]
        if amount.marked and not role and set(following) & _LESS_OR_MORE:
            role = "change"
        if amount.marked or (role and amount.value < _NO_PRICE):
            score = 0.95 if amount.marked else 0.8
            found.append(_found(tokens, amount.value, first, last, role, score))
    return found


def find_limits(said: Said) -> list[Found]:
    """Return how many rows are wanted: `top 5`, `5 orders`, `teen sabse bade`."""
    tokens, words = said.tokens, prompts.lexicon("limit_words")
    found = []
    for index, token in enumerate(tokens):
        value = number_of(token)
        if value is None or value != int(value) or not 1 <= value <= _MOST_ROWS:
            continue
        if token.word in ("one", "ek", "do"):
            continue  # "the last one", "kar do": words of their own.
        before = index > 0 and tokens[index - 1].word in words["before"]
        following = tokens[index + 1].word if index + 1 < len(tokens) else ""
        after = following in words["after"] or (len(following) > 5 and following.endswith("est"))
        # "last 7 days" is a period; "order 12" is a number of an order.
        if (before and _counts_rows(tokens, index)) or after:
            # "The biggest 3" says by what they are sorted as well.
            sorted_by = before and tokens[index - 1].word in _sorting()
            start = tokens[index - 1].start if before and not sorted_by else token.start
            score = 0.9 if before and after else 0.75
            found.append(
                Found(kind=Kind.LIMIT, value=int(value), start=start, end=token.end, score=score)
            )
    return found


@cache
def _sorting() -> frozenset[str]:
    words = (one for said in prompts.lexicon("order_sort").values() for one in said)
    return frozenset(read(one).tokens[0].word for one in words if len(one.split()) == 1)


def find_quantities(said: Said) -> list[Found]:
    """Return counts of pieces."""
    found = []
    for token, following in zip(said.tokens, said.tokens[1:], strict=False):
        value = number_of(token)
        if value is not None and value == int(value) and following.word in _PIECES:
            found.append(
                Found(
                    kind=Kind.QUANTITY, value=int(value), start=token.start, end=following.end,
                    score=0.9,
                )
            )  # fmt: skip
    return found


def find_percents(said: Said) -> list[Found]:
    """Return whole percentages: `10%`, `10 percent off`, `das fisdi`."""
    return [
        Found(
            kind=Kind.PERCENT, value=int(match[1]), start=match.start(), end=match.end(), score=0.95
        )
        for match in _PERCENT.finditer(said.text)
    ]


def bare_number(said: Said) -> Found | None:
    """Return the only number of a message, as an answer to a question for one."""
    numbers = [token for token in said.tokens if number_of(token) is not None]
    if len(numbers) != 1:
        return None
    token = numbers[0]
    return Found(
        kind=Kind.MONEY, value=Decimal(str(number_of(token))), start=token.start, end=token.end,
        score=0.6,
    )  # fmt: skip


def _counts_rows(tokens: Sequence[Token], index: int) -> bool:
    if index + 1 >= len(tokens):
        return True
    return not phrases("time_words").find(tokens[index + 1 : index + 2])


def _amounts(tokens: Sequence[Token], marks: dict[int, Hit]) -> list[_Amount]:
    found, index = [], 0
    while index < len(tokens):
        amount = _amount_at(tokens, marks, index)
        if amount is None:
            index += 1
            continue
        found.append(amount)
        index = amount.last
    return found


def _amount_at(tokens: Sequence[Token], marks: dict[int, Hit], index: int) -> _Amount | None:
    """Read one amount: `₹ 1,500`, `5 k`, `saadhe teen hazaar`, `1 lakh 20 hazaar`."""
    first, at, marked = index, index, False
    if _is(marks, at, "rupees"):
        at, marked = marks[at].last, True
    total, parts = Decimal(0), 0
    while (part := _part(tokens, marks, at)) is not None:
        value, following, scaled = part
        if parts and not scaled:
            break
        total, at, parts, marked = total + value, following, parts + 1, marked or scaled
        if not scaled:
            break
    if not parts:
        return None
    if _is(marks, at, "rupees"):
        at, marked = marks[at].last, True
    return _Amount(total, first, at, marked)


def _part(
    tokens: Sequence[Token], marks: dict[int, Hit], at: int
) -> tuple[Decimal, int, bool] | None:
    """Read a number with its scales; returns value, next token, and whether it had a scale."""
    extra = next((f for name, f in _FRACTIONS.items() if _is(marks, at, name)), None)
    if extra is not None:
        at = marks[at].last
    if at >= len(tokens):
        return None
    number = number_of(tokens[at])
    if number is None:
        scale = next((s for name, s in _SCALES.items() if _is(marks, at, name)), None)
        if scale is None or extra is None:
            return None
        return (1 + extra) * scale, at + 1, True
    value, at, scaled = Decimal(str(number)) + (extra or 0), at + 1, False
    while scale := next((s for name, s in _SCALES.items() if _is(marks, at, name)), None):
        value, at, scaled = value * scale, marks[at].last, True
    return value, at, scaled


def _pairs(
    tokens: Sequence[Token], amounts: Sequence[_Amount]
) -> Iterator[tuple[_Amount, _Amount]]:
    """Yield ranges: `1000 se 2000 ke beech`, `between 1k and 2k`, `₹500-900`."""
    links = {"to", "se", "-", "–", "and", "aur", "tak"}
    for low, high in pairwise(amounts):
        linked = high.first == low.last + 1 and tokens[low.last].word in links
        around = {t.word for t in tokens[max(0, low.first - 2) : high.last + 3]}
        sure = low.marked or high.marked or bool(around & {"between", "beech", "bich", "range"})
        if linked and sure:
            scale = high.value / low.value if low.value else Decimal(1)
            # "1 se 2 lakh": the first takes the scale of the second.
            if not low.marked and high.marked and scale > 1000:
                yield _Amount(low.value * _scale_of(high), low.first, low.last, True), high
            elif low.value < high.value:
                yield low, high


def _scale_of(amount: _Amount) -> int:
    return max(s for s in _SCALES.values() if amount.value >= s)


def _compared(amount: _Amount, marks: Sequence[Hit], words: Sequence[str]) -> tuple[str, int, int]:
    """Return min, max or nothing for an amount, and its span with the comparing words."""
    roles = {"above": "min", "below": "max"}
    for mark in marks:
        over_what = words[mark.first : mark.first + 2]
        if over_what[:1] == ["over"] and over_what[1:] and over_what[1] in _SPOKEN_OVER:
            continue  # "Verified 1052 over phone".
        if over_what[:1] in (["kam"], ["zyada"]) and set(over_what[1:]) & _MAKES:
            continue  # "Earbuds 5 kam kar do" takes five away.
        if mark.value in roles and amount.last <= mark.first <= amount.last + 1:
            return roles[mark.value], amount.first, mark.last
    for mark in marks:
        if words[mark.first] in ("kam", "zyada") and set(words[mark.last : mark.last + 1]) & _MAKES:
            continue
        if mark.value in roles and mark.last <= amount.first <= mark.last + 1:
            return roles[mark.value], mark.first, amount.last
    return "", amount.first, amount.last


def _is(marks: dict[int, Hit], at: int, value: str) -> bool:
    return at in marks and marks[at].value == value


def _found(
    tokens: Sequence[Token], value: Decimal, first: int, last: int, role: str, score: float
) -> Found:
    return Found(
        kind=Kind.MONEY, value=value, start=tokens[first].start, end=tokens[last - 1].end,
        score=score, role=role,
    )  # fmt: skip
