"""Hours of opening, lengths of time and numbers of cases, found by how they are written."""

import re

from agent.planner.text import Said

Found = tuple[str | int, int, int]
"""The value, and the letters it was read from."""

_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|baje|bje|बजे)?"
_HOURS = re.compile(
    rf"(?i)(?<![\d₹]){_CLOCK}\s*(?:to|till|until|se|-|–|से)\s*"
    rf"(?:raat\s+|subah\s+|shaam\s+)?{_CLOCK}(?![\d%])"
)
_UNITS = {
    "m": 1, "म": 1, "h": 60, "g": 60, "घ": 60, "d": 1440, "द": 1440, "w": 10_080, "ह": 10_080,
}  # fmt: skip
"""First letter of a unit → how many minutes it has."""
_LENGTH = re.compile(
    r"(?i)(?<!\d)(\d{1,3}(?:\.\d)?)\s*-?\s*(minutes?|mins?|hours?|hrs?|h|ghante|ghanta|ghnte|days?|din"
    r"|weeks?|hafte|hafta|मिनट|घंटे|घंटा|दिन|हफ़्ते)(?!\w)"
)
_CASES = re.compile(
    r"(?i)(?<!\d)(\d{1,3})\s*(?:open\s+)?(?:cases?|ndrs?|parcels?|केस)(?!\w)"
    r"|(?:cap|limit|max(?:imum)?|at most|up ?to|not more than|zyada se zyada|कैप|लिमिट)"
    r"\D{0,16}?(\d{1,3})(?!\d)"
    r"|(?<!\d)(\d{1,3})\s*(?:ki limit|ka cap|se zyada|tak|से ज़्यादा|तक)(?!\w)"
)
_RUN = re.compile(
    r"(?i)(?<!\w)(?:runs?|रन)\s*(?:no\.?|number|num|nambar|id|#|नंबर)?\s*#?(\d{1,9})(?!\w)"
    r"|(?<![\w.])(\d{1,9})\s*(?:st|nd|rd|th|number|no\.?|नंबर)?\s*(?:wala|wale|वाला)?\s*(?:run|रन)(?!\w)"
)
_NOON = 12


def open_hours_in(said: Said) -> Found | None:
    """Return from when until when, as `10:00-19:00`: "10 to 7", "9am-6pm", "10 baje se 7 baje"."""
    for match in _HOURS.finditer(said.text):
        first, last = _hour(*match.groups()[:3]), _hour(*match.groups()[3:])
        if first is None or last is None:
            continue
        # "10 to 7" is from ten in the morning to seven in the evening.
        if match[6] is None or not match[6].lower().startswith(("a", "p")):
            after_noon = last[0] < _NOON and (last <= first or match[3] in ("am", "a.m."))
            last = (last[0] + _NOON, last[1]) if after_noon else last
        if first != last and last[0] < 24:
            written = f"{first[0]:02}:{first[1]:02}-{last[0]:02}:{last[1]:02}"
            return written, match.start(), match.end()
    return None


def length_in(said: Said) -> Found | None:
    """Return a length of time in minutes: "24 hours", "2 din", "30 minute"."""
    match = _LENGTH.search(said.text)
    if match is None:
        return None
    minutes = round(float(match[1]) * _UNITS[match[2].lower()[0]])
    return minutes, match.start(), match.end()


def cases_in(said: Said) -> Found | None:
    """Return a number of cases: "max 40", "40 cases", "30 se zyada nahi"."""
    match = _CASES.search(said.text)
    if match is None:
        return None
    group = next(k for k in (1, 2, 3) if match[k])
    return int(match[group]), *match.span(group)


def run_in(said: Said) -> Found | None:
    """Return the number of a workflow's run: "run 12", "12 number run"."""
    match = _RUN.search(said.text)
    if match is None:
        return None
    group = 1 if match[1] else 2
    return int(match[group]), *match.span(group)


def _hour(hour: str, minute: str | None, half: str | None) -> tuple[int, int] | None:
    number, past = int(hour), int(minute or 0)
    if half is not None and half.lower().startswith("p") and number < _NOON:
        number += _NOON
    if half is not None and half.lower().startswith("a") and number == _NOON:
        number = 0
    return (number, past) if number < 24 and past < 60 else None
