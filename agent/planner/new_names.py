"""Names and ways to reach somebody that the shop does not know yet: nothing to look them up in."""

import re
from functools import cache

import prompts
from agent.planner.text import Said

_ROOM = re.compile(r"(?<![\w#])#[a-z][\w-]{1,78}")
"""A channel of a workspace, as people write it."""
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\d)(?:\+?91[\s-]?)?[6-9]\d{4}[\s-]?\d{5}(?!\d)")
_SURE = (
    re.compile(r"[\"“]([^\"”]{1,80})[\"”]"),
    re.compile(r"\b([A-Z][a-z]+/[A-Z][A-Za-z_]+)\b"),
    re.compile(r"(?i)\b(?:schedule|alert|task)\s*(?:no\.?|number|#)?\s*(\d{1,3})\b"),
    re.compile(r"(?i)\b(\d+\s*(?:minutes?|mins?|hours?|hrs?|ghante|ghanta|मिनट|घंटे))"),
    re.compile(
        r"(?i)(?<!\d)(\d{1,3}\s*(?:%|percent)"
        r"(?:[^;]*\d[^;]*?(?:(?:a|per)\s+day|din)|[^;,]*?\d[\d,]*\b)?)"
    ),
    re.compile(r"(?i)(?<!\d)(\d[\d,]*\s*(?:rupees?|rupaye|रुपये)|(?:₹|\brs\.?)\s*\d[\d,]*)"),
    re.compile(
        r"(?i)(?<![\d-])(\d{1,2}(?::\d\d)?\s*(?:[ap]m)?\s*(?:-|to|se|से)\s*\d{1,2}(?!\d)(?::\d\d)?"
        r"\s*(?:[ap]m\b)?)"
    ),
    re.compile(r"(?i)(?<!\d)(\d{1,2}\s*(?:[ap]m\b|baje|बजे)|\d{1,2}:00)"),
)
"""Quoted, a time zone, the number of a schedule, a length of time, a share with what follows it,
an amount, hours from and to, an hour."""
_CAPITALISED = re.compile(r"\b[A-Z][A-Za-z.'’]*(?:\s+[A-Z][A-Za-z.'’]*){0,3}")
_CALLED = re.compile(r"(?i)(?:\bnaam|\bname(?:\s+is)?|नाम)\s*:?\s+(?=\S)")
_LIKELY = (
    re.compile(r"(?i)\b(?:to|be)\s+([^,.;]{1,80})$"),
    re.compile(r"(?i)(?:^|[,\s])([a-z]{3,}|[\u0900-\u097f]+)\s+(?:ko|को|ka|का)\s"),
    re.compile(r"(?i)\b(?:turn|switch)\s+(on|off)\b"),
    re.compile(r"(?i)\b(on|off|band|chalu)(?:\s+(?:karo|kar do|kardo|krdo|rakho|please|pls))?\W*$"),
)
"""At the end after "to", before "ko", or what something is switched to."""


def contact_in(said: Said) -> tuple[str, int, int] | None:
    """Return an e-mail, an Indian phone number or a #channel, with its letters."""
    found = _EMAIL.search(said.text) or _ROOM.search(said.text) or _PHONE.search(said.text)
    return (found[0].strip(), *found.span()) if found else None


def name_in(said: Said) -> str | None:
    """Return a new name or value: what is sure, else capitalised, else where a name would stand."""
    text = _PHONE.sub(" , ", _EMAIL.sub(" , ", said.text)).strip(" .!?,")
    for pattern in _SURE:
        if match := pattern.search(text):
            return match[1].strip()
    guesses = [match[0] for match in _CAPITALISED.finditer(text)]
    if called := _CALLED.search(text):
        guesses.append(_leading(text[called.end() :]))
    guesses += [match[1] for pattern in _LIKELY if (match := pattern.search(text))]
    return next((name for guess in guesses if (name := _trimmed(guess))), None)


def _leading(text: str) -> str:
    """Return the words a text begins with, up to a pause or a word that follows names."""
    words: list[str] = []
    for word in re.split(r"[,;:]", text)[0].split()[:6]:
        if word.casefold() in _words("after"):
            break
        words.append(word)
    return " ".join(words)


def _trimmed(text: str) -> str:
    """Return a name without the verbs and roles around it; empty where nothing is left."""
    around, after = _words("around"), _words("after")
    words = text.split()
    while words and words[0].casefold() in around:
        words = words[1:]
    while words and words[-1].casefold() in around | after:
        words = words[:-1]
    return " ".join(words)[:80]


@cache
def _words(which: str) -> frozenset[str]:
    words = set(prompts.lexicon("new_names")[which])
    if which == "around":
        roles = prompts.lexicon("staff_role")
        words |= {phrase.casefold() for said in (roles, *roles.values()) for phrase in said}
    return frozenset(words)
