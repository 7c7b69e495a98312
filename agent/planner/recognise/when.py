"""Periods of the past, days of the future and counts of days, as people say them.

Each word becomes a symbol (`prompts/lexicon/time_words.toml`), a number `N7` (in words `W7`), a
date `D2026-11-15`; patterns over the symbols give the values. Whether "kal" is yesterday or
tomorrow is not decided here: it is found as a period and as a day, and the tool's argument takes
its own.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from agent.planner.recognise.found import Found, Hit, number_of, phrases
from agent.planner.recognise.when_patterns import PATTERNS, UNTIL, Reading, made
from agent.planner.text import Said, Token
from commerce.lookup import NamedDays
from commerce.periods import Period, resolve
from tools.arguments import Kind

_EVER = date(1970, 1, 1)


def find_times(said: Said, today: date, events: Sequence[NamedDays] = ()) -> list[Found]:
    """Return every reading of when; several may share a span."""
    symbols, starts, tokens = _symbols(said)
    found: list[Found] = list(_find_events(said, today, events))
    taken = [(f.start, f.end) for f in found]
    for pattern, build in PATTERNS:
        for match in pattern.finditer(symbols):
            first = bisect_right(starts, match.start()) - 1
            last = bisect_right(starts, match.end() - 1) - 1
            start, end = tokens[first][0].start, tokens[last][-1].end
            if any(start < e and s < end for s, e in taken):
                continue
            reading = build(match, today)
            if reading is not None:
                taken.append((start, end))
                found += _as_found(reading, start, end)
    return sorted((_bounded(f, said, today) for f in found), key=lambda f: f.start)


_BEFORE = re.compile(r"(?i)\b(?:before|prior to|earlier than|upto before)(?: the)?\s+$")
_BEFORE_IT = re.compile(
    r"(?i)\s+(?:se|से)\s+(?:peh?le|pahle|phle|पहले)(?:\s+(?:ke|ka|ki|wale|tak|के|तक))?"
)
_AFTER = re.compile(r"(?i)\bafter(?: the)?\s+$")
_AFTER_IT = re.compile(r"(?i)\s+(?:ke|के)\s+(?:baad|bad|बाद)(?:\s+(?:ke|ka|ki|wale|se|के|से))?")


def _bounded(found: Found, said: Said, today: date) -> Found:
    """Return all days before or after a period, where "before" or "ke baad" stands beside it."""
    if found.kind is not Kind.PERIOD or found.role == "older" or str(found.value).endswith("hours"):
        return found
    text = said.text
    for before, after, is_until in ((_BEFORE, _BEFORE_IT, True), (_AFTER, _AFTER_IT, False)):
        ahead = before.search(text, 0, found.start)
        behind = after.match(text, found.end)
        if ahead is None and behind is None:
            continue
        days = _days_before(found.value, today) if is_until else _days_after(found.value, today)
        if days is None:
            return found
        start = ahead.start() if ahead else found.start
        return replace(found, value=days, start=start, end=behind.end() if behind else found.end)
    return found


def _days_before(period: str, today: date) -> str | None:
    last = _resolved(period, today).first_day - timedelta(days=1)
    return f"{_EVER.isoformat()}/{last.isoformat()}" if last > _EVER else None


def _days_after(period: str, today: date) -> str | None:
    first = _resolved(period, today).last_day + timedelta(days=1)
    return f"{first.isoformat()}/{today.isoformat()}" if first <= today else None


def _resolved(period: str, today: date) -> Period:
    noon = datetime.combine(today, time(12), UTC)
    return resolve(period, now=noon, zone=ZoneInfo("UTC"))


def _as_found(reading: Reading, start: int, end: int) -> Iterator[Found]:
    values: tuple[tuple[Kind, Any, str], ...] = (
        (Kind.PERIOD, reading.period, reading.role or "past"),
        (Kind.DAY, reading.day, reading.role or "future"),
        (Kind.DAY, reading.until, UNTIL),
        (Kind.DAYS, reading.days, reading.role),
    )
    for kind, value, role in values:
        if value is not None:
            yield Found(
                kind=kind, value=value, start=start, end=end, score=reading.score, role=role
            )


def _symbols(said: Said) -> tuple[str, list[int], list[tuple[Token, ...]]]:
    """Return the message as symbols, where each begins, and its words."""
    tokens, parts, starts, groups = said.tokens, [], [], []
    hits = {hit.first: hit for hit in phrases("time_words").find(tokens)}
    index, at = 0, 0
    while index < len(tokens):
        hit = hits.get(index)
        symbol = _date_or_number(tokens[index])
        if hit is not None and _is_other_word(tokens, hit):
            hit = None
        if hit is not None and (symbol is None or hit.last - hit.first > 1):
            symbol, following = f"<{hit.value}>", hit.last
        else:
            # "since the 3rd" is "since 3rd".
            blank = "" if tokens[index].word == "the" else "<_>"
            symbol, following = symbol or blank, index + 1
        if symbol:
            starts.append(at)
            groups.append(tokens[index:following])
            parts.append(symbol)
        at, index = at + len(symbol), following
    return "".join(parts), starts, groups


def _is_other_word(tokens: Sequence[Token], hit: Hit) -> bool:
    """Tell whether "may" or "mar" is no month: it stands beside no number and after no "in"."""
    if tokens[hit.first].word not in ("may", "mar"):
        return False
    before = tokens[hit.first - 1] if hit.first else None
    after = tokens[hit.last] if hit.last < len(tokens) else None
    if (before and before.is_number) or (after and after.is_number):
        return False
    return before is None or before.word not in ("in", "of", "since", "from", "last", "this", "for")


def _date_or_number(token: Token) -> str | None:
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", token.raw):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{1,2})[-/](\d{1,2})[-/](\d{2}|\d{4})", token.raw):
        year = int(match[3])
        return _iso(year + 2000 if year < 100 else year, int(match[2]), int(match[1]))
    if match := re.fullmatch(r"(\d{1,2})/(\d{1,2})", token.raw):
        return f"<N{int(match[1])}><M{int(match[2])}>" if int(match[2]) <= 12 else None
    value = number_of(token)
    if value is None or value != int(value) or "." in token.word or value > 9999:
        return None
    return f"<{'N' if token.is_number else 'W'}{int(value)}>"


def _iso(year: int, month: int, day: int) -> str | None:
    moment = made(year, month, day)
    return f"<D{moment.isoformat()}>" if moment else None


def _find_events(said: Said, today: date, events: Sequence[NamedDays]) -> Iterator[Found]:
    """Find festivals and sales by name: the latest one that has begun; "week" widens it."""
    text = said.text.lower()
    named: set[str] = set()
    for event in events:
        name = re.sub(r"\s*\d{4}$", "", event.name.lower())
        if event.first_day > today or name in named:
            continue
        named.add(name)
        match = re.search(_AROUND_EVENT.format(name=re.escape(name)), text)
        if match:
            since = bool(match["since"] or match["onwards"])
            days = _event_days(event, today, week=bool(match["week"]), since=since)
            yield Found(
                kind=Kind.PERIOD, value=days, start=match.start(), end=match.end(), score=0.95,
                role="past",
            )  # fmt: skip


_AROUND_EVENT = (
    r"(?P<since>\b(?:since|after)\s+)?\b{name}\b"
    r"(?P<week>\s+(?:ke\s+|ka\s+)?(?:week|hafte|hafta))?(?P<onwards>\s+(?:se|ke\s+baad)\b)?"
)


def _event_days(event: NamedDays, today: date, *, week: bool, since: bool) -> str:
    first, last = event.first_day, event.last_day
    if week and first == last:
        first -= timedelta(days=first.weekday())
        last = first + timedelta(days=6)
    return f"{first.isoformat()}/{(today if since else last).isoformat()}"
