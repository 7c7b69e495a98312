"""Sentences that say something was done, and whether anything shows that it was."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_KINDS: Mapping[str, tuple[str, str, str]] = {
    # What it is about: the word as English says it done, as Hindi says it before "kar diya", and
    # the beginnings by which a tool's name or a stored value shows it.
    "cancel": (
        r"cancel+ed",
        r"cancel|kensal|radd|raddh|कैंसिल|कैंसल|रद्द",
        "cancel",
    ),
    "refund": (r"refunded", r"refund|रिफंड", "refund"),
    "schedule": (
        r"(?:re)?scheduled|(?:re)?booked|reattempted|arranged",
        r"(?:re)?schedule|book|reattempt|re-attempt|बुक|शेड्यूल|रीशेड्यूल|रीअटेम्प्ट|तय",
        "schedul|reattempt|redeliver|reschedul|book",
    ),
    "hold": (
        r"(?:put|placed|kept) on hold|held|paused",
        r"hold(?: pe| par)?|pause|rok|होल्ड(?: पर)?|रोक",
        "hold|held|pause",
    ),
    "return": (
        r"returned|sent back|rto(?:'?d| initiated)?",
        r"return|rto|wapas|waapas|रिटर्न|वापस|आरटीओ",
        "return|rto|refuse",
    ),
    "send": (
        r"sent|messaged|notified|informed|e-?mailed|shared|forwarded",
        r"bhej|send|share|inform|message|भेज|सूचित",
        "sent|send|messag|notif|whatsapp|sms|email|link|call|hand_over",
    ),
    "hand": (
        r"handed over|transferred|escalated|assigned|connected",
        r"transfer|escalate|assign|connect|handover|hand over|ट्रांसफर|असाइन",
        "hand_over|assign|escalat|transfer",
    ),
    "other": (
        r"confirmed|updated|changed|corrected|added|removed|deleted|applied|submitted|completed|"
        r"processed|initiated|raised|registered|requested|marked|noted|saved|approved|issued|"
        r"recorded|done|adjusted|resolved|closed|created",
        r"confirm|update|change|badal|add|jod|hata|delete|apply|submit|complete|process|initiate|"
        r"register|request|mark|note|save|approve|record|adjust|resolve|close|create|set|poora|pura|"
        r"कन्फर्म|अपडेट|बदल|जोड|हटा|प्रोसेस|रिक्वेस्ट|नोट|दर्ज|पूरा",
        "",
    ),
}
_SPECIFIC = ("cancel", "refund", "schedule", "hold", "return")


def _named(column: int, kinds: Iterable[str]) -> str:
    return "|".join(f"(?P<{kind}>{_KINDS[kind][column]})" for kind in kinds)


_ADVERB = r"(?:\s+(?:just|now|already|also|successfully|gone ahead and|then|all|both|finally))*"
_SUCCESS = r"(?:successfully|success)"
_KAR = (
    r"(?:kar|kr|ker|karwa|karva|kara|ho|laga|lagwa|daal|dal|rakh|de|likh|bana|"
    r"कर|करवा|करा|हो|लगा|लगवा|डाल|रख|दे|लिख|बना)"
)
_DIYA = (
    r"(?:diya|dia|di|diye|de diya|liya|li|gaya|gya|gayi|gyi|gai|gaye|chuka|chuki|chuke|"
    r"दिया|दी|दिये|दिए|लिया|ली|गया|गयी|गई|गए|चुका|चुकी|चुके)"
)
_LATER = r"(?!\s*(?:jaa?ye|jae|jaa?yega|jaa?yegi|jae?ga|jaa?ye?nge|जाए|जाएगा|जाएगी|था क्या))"
_NOT_LETTER = r"(?![a-z\u0900-\u0963\u0971-\u097f])"

# First: the assistant says that it did it. Only a receipt of this turn shows that.
_MINE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:i|we)(?:['’]ve|\s+have|\s+had)?{_ADVERB}\s+(?:{_named(0, _KINDS)})\b",
        rf"(?<![a-z\u0900-\u0963\u0971-\u097f])(?:maine|humne|hamne|मैंने|हमने)\s.*?"
        rf"(?:{_named(1, _KINDS)})\s*(?:{_KAR}\s*)?{_DIYA}{_NOT_LETTER}{_LATER}",
        rf"^\W*(?:all\s+)?(?P<other>done|all set|taken care of|{_KAR}\s*{_DIYA}(?:\s+(?:hai|h|है))?)"
        r"\s*[,:;–—-]",
    )
)
_BARE = re.compile(
    r"^\W*(?:(?:ok|okay|ji|haan|yes|sure|great|alright|theek hai|bas|lijiye|हां|जी|लीजिए)\W+)*"
    r"(?:(?:it['’]?s|it is|that['’]?s|that is|consider it|all|everything is|kaam|sab|ye|yeh|काम|सब)"
    r"\s+)?"
    r"(?:done|all set|sorted(?: out)?|taken care of|completed|"
    rf"(?:{_KAR}\s*{_DIYA}){_NOT_LETTER}{_LATER})"
    r"(?:\s+(?:hai|h|hain|है|हैं|ji|sir|bhai|for you))*\W*$"
)

# Then: it is said to have happened. A fact may show that too: the order was cancelled last week.
_HAPPENED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:has|have|had)(?:\s+now|\s+already|\s+also)?\s+been{_ADVERB}"
        rf"\s+(?:{_named(0, _KINDS)})\b",
        rf"\b(?:is|are)\s+(?:now|all|already)\s+(?:{_named(0, _KINDS)})\b",
        rf"\b(?:was|were|is|are|got)\s+{_SUCCESS}?\s*(?:{_named(0, _SPECIFIC)})\b",
        rf"\b(?:{_named(0, _KINDS)})\s+{_SUCCESS}\b",
        rf"\b{_SUCCESS}\s+(?:{_named(0, _KINDS)})\b",
        r"\b(?P<thing>cancellation|refund|reattempt|redelivery|pickup|hold|rto|return|update|request)"
        r"\s+(?:(?:is|has been|was)\s+)?(?:done|complete|completed|booked|scheduled|processed|"
        r"initiated|confirmed|successful|placed|raised|submitted)\b",
        r"^\W*(?:(?:order|awb|parcel|delivery|shipment|it|#)?\s*(?:[\w#-]*\d[\w-]*\s*[:,-]?\s*)?)"
        rf"(?:{_named(0, _SPECIFIC)})"
        r"(?:\s+(?:for|on|to|with|by|till|until|from|as)\b[^?]*)?[.!✅\s]*$",
        rf"^\W*(?:{_named(0, _SPECIFIC)})\s+(?:the\s+|your\s+|this\s+)?"
        r"(?:order|parcel|shipment|delivery|#?\w*\d+)\b[^?]*$",
        rf"(?<![a-z\u0900-\u0963\u0971-\u097f])(?:{_named(1, _KINDS)})"
        rf"\s*(?:{_KAR}\s*)?{_DIYA}{_NOT_LETTER}{_LATER}",
        rf"(?<![a-z\u0900-\u0963\u0971-\u097f])(?:{_named(1, _SPECIFIC)})"
        rf"\s+(?:kiya|kiye|ki|किया|की)\s*{_DIYA}{_NOT_LETTER}{_LATER}",
        rf"(?<![a-z\u0900-\u0963\u0971-\u097f])(?:{_named(1, _SPECIFIC)})"
        rf"\s+(?:hua|hui|hue|हुआ|हुई)\s*(?:hai|h|है)?{_NOT_LETTER}",
    )
)
_HINT = re.compile(
    r"ed\b|held|sent|done|rto|all set|taken care|success|"
    r"diya|dia\b|diye|\bdi\b|gaya|gya|gayi|gyi|gai\b|gaye|chuk|liya|\bli\b|hua|hui|"
    r"दिय|दी|दिए|गया|गई|गयी|गए|चुक|लिया|हुआ|हुई"
)
_NO_CLAIM = re.compile(
    r"\?\s*$|^\W*(?:if|once|when|after|unless|until|before|agar|jab|jaise hi|yadi|अगर|जब|यदि)\b|"
    r"\b(?:nothing|none|neither|no\s+(?:[a-z]+\s+){0,3}?)\s*(?:has|have|had|was|were|is|are)\b|"
    r"\bif\b.*\b(?:was|were|is|are|has|have)\b"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says was done."""

    kind: str
    """A key of `_KINDS`, or `done` where it does not say what."""
    word: str
    """The word that says it."""
    mine: bool
    """The assistant says that it did it itself, now."""


def claim_in(sentence: str) -> Claim | None:
    """Return the claim of a sentence; questions, conditions and plans make none."""
    said = " ".join(sentence.casefold().split())
    if not said.isascii():
        said = unicodedata.normalize("NFC", said).replace("\u093c", "").replace("\u0901", "\u0902")
    if not _HINT.search(said) or _NO_CLAIM.search(said):
        return None
    if _BARE.search(said):
        return Claim("done", "done", mine=True)
    for patterns, mine in ((_MINE, True), (_HAPPENED, False)):
        for pattern in patterns:
            if match := pattern.search(said):
                return Claim(*_kind_and_word(match), mine)
    return None


def _kind_and_word(match: re.Match[str]) -> tuple[str, str]:
    found = {kind: said for kind, said in match.groupdict().items() if said}
    thing = found.pop("thing", "")
    for kind in _KINDS:
        if kind in found:
            return kind, found[kind]
        if thing and _KINDS[kind][2] and re.match(_KINDS[kind][2], thing):
            return kind, thing
    return ("schedule" if thing == "pickup" else "other"), thing


def shown_by_receipt(claim: Claim, tools: Iterable[str], changes: Iterable[Any]) -> bool:
    """Tell whether this turn's writes show a claim.

    Args:
        tools: Those that wrote something, which a receipt proves.
        changes: What they gave: facts, or the state after.
    """
    tools = list(tools)
    if not tools:
        return False
    beginnings = _KINDS[claim.kind][2] if claim.kind in _KINDS else ""
    if not beginnings or claim.kind not in _SPECIFIC:
        return True
    pattern = re.compile(beginnings)
    if any(pattern.search(name) for name in tools):
        return True
    return any(pattern.search(state) for change in changes for state in _states(change))


def shown_by_facts(claim: Claim, sentence: str, facts: Iterable[Any]) -> bool:
    """Tell whether what was read shows a claim: a status, a count, a moment.

    Where the sentence names a thing that a record of the facts is of, only that record counts.
    """
    if claim.mine:
        return False
    beginnings = _KINDS[claim.kind][2] or re.escape(claim.word[:5])
    pattern = re.compile(rf"(?:^|[^a-z])(?:{beginnings})")
    facts = list(facts)
    words = _ids(sentence)
    named = [r for fact in facts for r in _records(fact) if not words.isdisjoint(_short(r))]
    return any(pattern.search(state) for fact in named or facts for state in _states(fact))


def _states(value: Any, key: str = "") -> Iterator[str]:
    """Give the words by which facts tell how things are: short texts, and keys of what there is."""
    match value:
        case bool() | None:
            return
        case dict():
            for name, each in value.items():
                yield from _states(each, str(name))
        case list() | tuple():
            for each in value:
                yield from _states(each, key)
        case str():
            if value:
                yield _words(key)
            if len(value) <= 60:
                yield _words(value)
        case _:
            if value:
                yield _words(key)


def _words(text: str) -> str:
    """Write `ReattemptScheduled` and `cancelled_at` as words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", text).casefold()


def _records(value: Any) -> Iterator[Mapping[str, Any]]:
    match value:
        case dict():
            yield value
            for each in value.values():
                yield from _records(each)
        case list() | tuple():
            for each in value:
                yield from _records(each)


def is_named(record: Mapping[str, Any], sentence: str) -> bool:
    """Tell whether a sentence names, by its id, the thing that a record is of."""
    return not _ids(sentence).isdisjoint(_short(record))


def _ids(sentence: str) -> set[str]:
    return set(re.findall(r"[\w-]*\d[\w-]*", sentence.casefold()))


def _short(record: Mapping[str, Any]) -> Iterator[str]:
    """Give the texts of a record that may be its id."""
    return (v.casefold() for v in record.values() if isinstance(v, str) and len(v) <= 40)
