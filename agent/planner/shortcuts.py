"""The names of requests of one's own: given to one, and heard again."""

import re
from collections.abc import Sequence

import prompts
from agent.planner.text import Said
from commerce.memory import Shortcut, key_of

_NAMES = tuple(
    re.compile(f"(?i){pattern}")
    for pattern in (
        r"[\"“'‘]([^\"”'’]{2,60})[\"”'’]",
        r"\b(?:call|name|label|title|dub)\s+(?:this|that|it|these|those|the last one)"
        r"(?:\s+(?:one|query|question|search|list|report|request))?\s*[:,]?\s+(.+)$",
        r"\b(?:save|store|keep|remember|bookmark|pin|note)\b.{0,40}?\b(?:as|under(?: the name)?|by"
        r" the name(?: of)?)\s+(.+)$",
        r"\b(?:shortcut|bookmark)\s+(?:called|named)\s+(.+)$",
        r"\bthe (?:nick)?name\s+(?:of\s+)?(.+)$",
        r"\b(?:isko|isse|ise|usko|use|ye|yeh|(?:list|report|wale|wali) ko)\s+(.+?)\s+(?:ke\s+)?naam"
        r"\s+(?:se|do|de)\b.*$",
        r"^\s*(.+?)\s+naam\s+(?:do|de do|dedo)\s+(?:isko|ise|isse).*$",
        r"\b(?:isko|isse|ise|iska|is|usko|use|uska|ye|yeh)\b.{0,20}?\b(?:naam|name)\s+(?:ko\s+)?(.+?)"
        r"\s+(?:rakh|save|kar|de|do|yaad|bol|hai)\S*(?:\s.*)?$",
        r"\b(?:isko|isse|ise|usko|use|ye|yeh)\s+(?:wali?\s+)?(.+?)\s+(?:naam se|ke naam se|bolo"
        r"|bolna|bola|bulao|kaho|kehna|bol ke|bolke|karke|kar ke|ke roop|keh)\b.*$",
        r"(?:इसे|इसको|इसका|उसे|उसको)\s+(?:नाम\s+)?(.+?)\s+(?:के नाम से|नाम से|नाम|कहो|कहना|बोलो"
        r"|बोलना|रखो|रख|कहेंगे).*$",
        r"\b(?:sebut|namai|namakan|beri nama|kasih nama)\s+(?:ini|itu)?\s*(.+)$",
        r"\b(?:simpan|ingat)\b.{0,30}?\bsebagai\s+(.+)$",
        r"(?:سم|سمي|سمّ|سمّي|احفظ)\s*(?:هذا|هذه|ها|ه)?\s*(?:باسم|ب|على انه)?\s*(.+)$",
    )
)
"""How something is given a name, the surest first; quotes around it before all."""
_MOST_WORDS = 6
_NO_NAMES = frozenset(prompts.lexicon("shortcut_words")["no_name"])
_TAIL = re.compile(
    r"(?i)[\s,]+(?:please|pls|plz|thanks|thank you|from now on|in future|for me|ok|okay|bhai|ji"
    r"|ab se|aage se|karo|kar do|kar lo|kardo|rakho|rakh lo|dong|ya)\s*[.!?]*$"
)


def new_shortcut_in(said: Said) -> str | None:
    """Return what something is to be called: "call this my morning report"."""
    for pattern in _NAMES:
        if match := pattern.search(said.text.strip(" .!?")):
            name = match[1]
            while (shorter := _TAIL.sub("", name)) != name:
                name = shorter
            name = name.strip(" .,!?:;\"'“”‘’")
            if key_of(name):
                return name
    return None


def named_here(said: Said) -> str | None:
    """Return what the thing shown last is to be called, where a message plainly says just that.

    "Call this customer" and "save this as PDF" name nothing.
    """
    if not any(pattern.search(said.text.strip(" .!?")) for pattern in _NAMES[1:]):
        return None
    name = new_shortcut_in(said)
    words = key_of(name or "").split()
    is_a_name = bool(words) and len(words) <= _MOST_WORDS and words[0] not in _NO_NAMES
    return name if is_a_name and not any(word.isdigit() for word in words) else None


def shortcut_named(said: Said, shortcuts: Sequence[Shortcut]) -> str | None:
    """Return the name of a known shortcut that stands somewhere in a message."""
    text = f" {key_of(said.text)} "
    found = [one.name for one in shortcuts if f" {key_of(one.name)} " in text]
    return max(found, key=len, default=None)
