"""What a rule does, in order: actions, waits, what follows an answer or none, what otherwise."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from agent.planner.rules.tags import Tag, Tagged

Step = dict[str, Any]
"""As a definition has it; `to`, `by` or `template` may still be lacking."""
Span = tuple[int, int]

_CUTS = frozenset(["and", "aur", "then", "phir", "fir", "plus", "dan", "lalu", "ثم", "و"])
_STATUS = {"hold": "OnHold", "confirm": "Confirmed", "cancel": "Cancelled"}
_TELLS = frozenset(
    [
        "tell", "let", "notify", "inform", "alert", "ping", "batao", "bata", "batana", "bta",
        "btana", "khabar", "soochna", "suchit", "beritahu", "kabari", "post",
    ]
)  # fmt: skip
"""Verbs of telling somebody of the team: without a name, it is whoever says so."""
_BY_VERB = {
    "mail": "email",
    "email": "email",
    "sms": "sms",
    "text": "sms",
    "whatsapp": "whatsapp",
}
_YIELDS_TO = {
    "send": {"prepaid", "webhook", "report", "note"}, "assign": {"hand_over"},
    "hold": set(), "task": set(),
}  # fmt: skip
"""An action whose word only carries another one of the same clause: "send a payment link"."""
_TAG_NAMES = (
    re.compile(r"(?i)\bas\s+\"?([\w-]+)\"?"),
    re.compile(
        r"(?i)\btag\w*\s+(?:(?:it|them|the|order|orders|that|us|usko|isko)\s+)*\"?([\w-]+)\"?"
    ),
    re.compile(r"(?i)\btag\s+(?:laga(?:o| do)?|kar do|karo|daalo)\s+\"?([\w-]+)\"?"),
    re.compile(r"(?i)\"?([\w-]+)\"?\s+(?:ka\s+|wala\s+|का\s+)?(?:tag|टैग)\b"),
)
_NO_NAMES = frozenset(
    ["it", "them", "the", "order", "orders", "every", "all", "each", "laga", "lagao", "kar", "karo",
     "daal", "a", "an", "do", "par", "pe", "to", "should", "be", "add", "uspe", "bhi", "ka"]
)  # fmt: skip
_TITLE = re.compile(r"(?i)\b(?:task|to-?do)\b.*?\b(?:to|:)\s+(?!me\b|the team\b)(.{3,120})$")
_NOTE = (
    re.compile(r"(?i)\bnote\b\s*(?:that\s+|saying\s+|ki\s+|:\s*)?(.{3,200})$"),
    re.compile(r"(?i)\bki\s+(.{3,200}?)\s+note\b"),
)
_NOTE_VERBS = re.compile(r"(?i)^(?:likho|likh do|add karo|daalo|it)\W*")


@dataclass(slots=True)
class Item:
    """One thing of a rule, in the order in which it is made."""

    kind: str
    """`act`, `wait`, `unanswered`, `answered` or `else`."""
    step: Step = field(default_factory=dict)
    length: str = ""


@dataclass(slots=True)
class Doing:
    """Everything a rule does."""

    items: list[Item] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    """The words that actions were read from."""


def actions_of(tagged: Tagged) -> Doing:
    """Return what a sentence does, in order."""
    doing = Doing()
    for span in _clauses(tagged):
        _read_clause(tagged, span, doing)
    return doing


def _clauses(tagged: Tagged) -> Iterator[Span]:
    """Cut a sentence where a comma, an "and" or an "otherwise" stands, never inside a phrase."""
    tokens, start = tagged.tokens, 0
    inside = {n for tag in tagged.tags for n in range(tag.first + 1, tag.last)}
    opens = {tag.first for tag in tagged.of("else")}
    for n in range(1, len(tokens)):
        between = tagged.said.text[tokens[n - 1].end : tokens[n].start]
        cut = n not in inside and (
            n in opens or bool(re.search(r"[,;:.\n]", between)) or tokens[n].word in _CUTS
        )
        if cut and n > start:
            yield (start, n)
            start = n
    yield (start, len(tokens))


def _read_clause(tagged: Tagged, span: Span, doing: Doing) -> None:
    dos = _doing_tags(tagged, span)
    if tagged.of("else", within=span):
        doing.items.append(Item("else"))
    lengths = [t for t in tagged.of("length", within=span) if not _is_late(tagged, t)]
    unanswered = tagged.of("unanswered", within=span)
    plain = tagged.of("wait", within=span)
    later = bool(lengths) and (bool(unanswered) or _is_later(tagged, lengths[0], span))
    if lengths and (_leads(plain, dos) if plain else later):
        doing.items.append(Item("wait", length=lengths.pop(0).value))
    if unanswered:
        doing.items.append(Item("unanswered"))
    if tagged.of("answered", within=span) and not unanswered:
        doing.items.append(Item("answered"))
    for n, tag in enumerate(dos):
        territory = _territory(tagged, span, dos, n)
        step = _step(tagged, tag, territory, doing)
        if step is not None:
            doing.items.append(Item("act", step=step))
            doing.spans.append(territory)
    if lengths and plain:
        doing.items.append(Item("wait", length=lengths[0].value))


def _doing_tags(tagged: Tagged, span: Span) -> list[Tag]:
    """Return the actions of a clause, those left out whose word only carries another."""
    dos = [
        t if t.kind == "do" else Tag("do", "report", t.first, t.last)
        for t in tagged.of("do", "report", "url", within=span)
        if t.kind != "url"
    ]
    if tagged.of("url", within=span) and not any(t.value == "webhook" for t in dos):
        url = tagged.of("url", within=span)[0]
        dos.append(Tag("do", "webhook", url.first, url.last))
    values = {t.value for t in dos}
    dos = [t for t in dos if not _YIELDS_TO.get(t.value, set()) & values]
    seen: set[str] = set()
    kept = [t for t in dos if not (t.value in seen or seen.add(t.value))]  # type: ignore[func-returns-value]
    channels = tagged.of("by", "room", within=span)
    named = tagged.of("to", "else", "about", within=span)
    carried = {"send", "report", "ask", "prepaid", "webhook"} & {t.value for t in kept}
    if channels and named and not carried:
        kept.append(Tag("do", "send", channels[0].first, channels[0].last))
    return sorted(kept, key=lambda t: t.first)


def _territory(tagged: Tagged, span: Span, dos: Sequence[Tag], n: int) -> Span:
    """Return the words that may say more of an action: up to the action beside it."""
    first = dos[n - 1].last if n else span[0]
    last = span[1]
    if n + 1 < len(dos):
        # "Hold karke customer ko whatsapp karo": Hindi names whom and what before the verb.
        ends = tagged.tokens[dos[n].last - 1].word
        hindi = ends in ("ke", "kar", "karke", "kr", "do", "karo", "dena")
        last = dos[n].last if hindi else dos[n + 1].first
    return (first, last)


def _is_late(tagged: Tagged, length: Tag) -> bool:
    late = [t for t in tagged.tags if t.first == length.last]
    return any(t.kind == "is" and t.value == "parcel=late" for t in late)


def _leads(plain: Sequence[Tag], dos: Sequence[Tag]) -> bool:
    """Tell whether a clause waits before it does anything."""
    return not dos or plain[0].first < dos[0].first


def _is_later(tagged: Tagged, length: Tag, span: Span) -> bool:
    """Tell whether a length says after how long: "3 days after", "1 din baad", "after 2 days"."""
    later = tagged.of("later", within=span)
    beside = any(abs(t.first - length.last) <= 1 or abs(length.first - t.last) <= 1 for t in later)
    event = any(t.first == length.last for t in tagged.of("event", within=span))
    return beside or event


def _step(tagged: Tagged, tag: Tag, span: Span, doing: Doing) -> Step | None:
    match tag.value:
        case "hold" | "confirm" | "cancel":
            return {"do": "set_status", "to": _STATUS[tag.value]}
        case "tag":
            return (
                {"do": "tag", "tag": name}
                if (name := _tag_name(tagged, tag, span))
                else {"do": "tag"}
            )
        case "send":
            return _send(tagged, tag, span, doing)
        case "assign":
            return {"do": "assign", **_who(tagged, span, ("best", "least_loaded"))}
        case "task":
            return _task(tagged, span)
        case "webhook":
            urls = tagged.of("url")
            return {"do": "call_webhook", **({"url": urls[0].value} if urls else {})}
        case "reattempt":
            return {"do": "request_reattempt"}
        case "prepaid":
            percent = tagged.of("percent")
            off = {"discount_percent": int(percent[0].value)} if percent else {}
            return {"do": "convert_to_prepaid", **off}
        case "note":
            return _note(tagged, tag, span)
        case "hand_over":
            return {"do": "hand_over"}
        case "ask":
            return {"do": "ask_approval"}
        case "report":
            reports = tagged.of("report", within=span)
            by = _by(tagged, tag, span)
            return {
                "do": "run_report", "report": reports[0].value, **({"by": by} if by else {}),
                **_room(tagged, span),
            }  # fmt: skip
    return None


def _send(tagged: Tagged, tag: Tag, span: Span, doing: Doing) -> Step:
    step: Step = {"do": "send"}
    if by := _by(tagged, tag, span):
        step["by"] = by
    who = _room(tagged, span) or _who(tagged, span, ("me", "customer", "team"))
    about = tagged.of("about", within=span)
    verb = tagged.tokens[tag.first].word
    if not who:
        before = [i.step for i in doing.items if i.kind == "act" and i.step["do"] == "send"]
        if verb in _TELLS:
            who = {"to": "me"}
        elif before and "to" in before[-1]:
            who = {"to": before[-1]["to"]}
        elif about:
            who = {"to": "customer"}
    step |= who
    quoted = tagged.of("quoted", within=span)
    if quoted:
        step["template"] = quoted[0].value
    elif about:
        step["about"] = about[0].value
    return step


def _by(tagged: Tagged, tag: Tag, span: Span) -> str | None:
    channels = tagged.of("by", within=span)
    if channels:
        return channels[0].value
    if tagged.of("room", within=span):
        return "slack"
    words = (tagged.tokens[n].word for n in range(tag.first, tag.last))
    return next((_BY_VERB[word] for word in words if word in _BY_VERB), None)


def _room(tagged: Tagged, span: Span) -> Step:
    rooms = tagged.of("room", within=span)
    return {"to": rooms[0].value} if rooms else {}


def _who(tagged: Tagged, span: Span, possible: Sequence[str]) -> Step:
    people = tagged.of("person", within=span)
    if people:
        return {"to": people[-1].value}
    for wanted in possible:
        if any(t.value == wanted for t in tagged.of("to", within=span)):
            return {"to": wanted}
    return {}


def _task(tagged: Tagged, span: Span) -> Step:
    step: Step = {"do": "create_task", **_who(tagged, span, ("me",))}
    text = tagged.text(*span)
    if (match := _TITLE.search(text)) is not None:
        start = tagged.tokens[span[0]].start + match.start(1)
        tagged.spend(start, start + len(match[1]))
        step["title"] = match[1].strip(" .")
    return step


def _tag_name(tagged: Tagged, tag: Tag, span: Span) -> str | None:
    quoted = tagged.of("quoted", within=span)
    if quoted:
        return quoted[0].value
    start = tagged.tokens[span[0]].start
    text = tagged.text(*span)
    for pattern in _TAG_NAMES:
        for match in pattern.finditer(text):
            if match[1].lower() not in _NO_NAMES:
                tagged.spend(start + match.start(1), start + match.end(1))
                return match[1]
    return None


def _note(tagged: Tagged, tag: Tag, span: Span) -> Step:
    quoted = tagged.of("quoted", within=span)
    if quoted:
        return {"do": "add_note", "note": quoted[0].value}
    start = tagged.tokens[span[0]].start
    text = tagged.text(*span)
    for pattern in _NOTE:
        if (match := pattern.search(text)) is not None:
            words = _NOTE_VERBS.sub("", match[1]).strip(" .")
            if len(words) > 2:
                tagged.spend(start + match.start(1), start + match.end(1))
                return {"do": "add_note", "note": words}
    return {"do": "add_note"}


def lacking(steps: Sequence[Step]) -> Mapping[str, Step]:
    """Return the first step that lacks something, by what it lacks."""
    for step in steps:
        wanted = {
            "send": ("to", "by"), "assign": ("to",), "tag": ("tag",), "add_note": ("note",),
            "call_webhook": ("url",), "run_report": ("by",),
        }.get(step["do"], ())  # fmt: skip
        for name in wanted:
            if name not in step:
                return {f"{step['do']}-{name}": step}
    return {}
