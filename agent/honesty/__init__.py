"""No reply may say what the turn does not know, nor claim what no receipt proves.

Pure functions over the last words of any brain. They compare figures, not wording: ₹98,450, 98450
and "98,450 rupees" are one amount, 8.5% is the share 0.085. A sentence that cannot be traced is
taken out; where little is left, the tools speak for themselves.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from agent.honesty.claims import claim_in, is_named, shown_by_facts, shown_by_receipt
from agent.honesty.evidence import Evidence
from agent.honesty.figures import figures, is_id
from agent.honesty.markers import unmarked, without_loose
from agent.honesty.names import unknown_name
from agent.honesty.number_words import counted
from agent.llm import CallOutcome, PastTurn
from commerce.words import say

_LOOK = re.compile(
    r"(?i)\d|ed\b|held|sent|done|rto|set\b|success|iya|\bdi|aya|ayi|ai\b|yi\b|chuk|[हदगलच]"
)
"""Without any of these a sentence has neither figures nor claims."""
_MARKER = re.compile(r"^[ \t]*(?:(?:[-*•–]|\(?\d{1,2}[.)])[ \t]+|\|)")
_SENTENCE_END = re.compile(
    r"(?<=[.!?।])(?<!\b[Rr]s\.)(?<!\b[Nn]o\.)(?<!\bvs\.)(?<!\b[Mm]r\.)(?<!\be\.g\.)(?<!\bi\.e\.)"
    r"(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\.)[ \t]+"
)
_MIXED = re.compile(
    r"(?i)approv|wait|pending|refus|fail|could|not\b|n['’]t\b|nahi|manzoor|intezaar|नही|मंज|इंत"
)
"""A sentence that also tells of what was not done."""
_WORD = re.compile(r"\w+")
_INDIA = ZoneInfo("Asia/Kolkata")
_MUCH = 90
"""Words: what is longer and was said without any tool is an essay, and about no work of ours."""
_LITTLE = 3
"""Words: a reply of fewer, after something was taken out, says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A reply that may be sent."""

    text: str
    removed: tuple[str, ...] = ()
    """Sentences that were taken out."""


def checked(
    text: str,
    *,
    outcomes: Sequence[CallOutcome],
    receipts: Sequence[str] = (),
    question_text: str = "",
    language: str = "en",
    cards: Iterable[Any] = (),
    past: Sequence[PastTurn] = (),
    today: date | None = None,
    zone: ZoneInfo | None = None,
    known: Sequence[str] = (),
) -> Checked:
    """Return a reply with only what the turn can answer for.

    Args:
        outcomes: How this turn's calls went: their facts, their own words, their arguments.
        receipts: Ids of the receipts of this turn's writes.
        question_text: What the person wrote; figures of theirs may be repeated.
        cards: What is shown beneath the reply.
        past: Earlier turns, whose facts may be spoken of again.
        today: The shop's date, which may always be said.
        zone: The shop's zone; India's where it is not given.
        known: Names that may always be said: who asks, the shop.
    """
    if not outcomes and len(_WORD.findall(text)) > _MUCH:
        return Checked(text=say(language, "honesty-off-work"), removed=(text,))
    own = " ".join(" ".join(outcome.says.split()) for outcome in outcomes if outcome.says)
    if " ".join(text.split()) in own:
        return Checked(text=text)
    text = without_loose(text, outcomes)
    lines = [_sentences(line) for line in text.split("\n")]
    doubtful = {
        sentence
        for line in lines
        for sentence in line.sentences
        if _states_something(unmarked(sentence)) and " ".join(sentence.split()) not in own
    }
    if not doubtful:
        return Checked(text=text)
    evidence = Evidence(zone or _INDIA)
    evidence.count(sum(1 for line in lines if line.marker))
    for name in known:
        evidence.add_text(name)
    _collect(evidence, outcomes, receipts, question_text, cards, past, today)
    removed = tuple(
        sentence
        for line in lines
        for sentence in line.sentences
        if sentence in doubtful
        and not (
            _figures_are_known(unmarked(sentence), evidence)
            and unknown_name(sentence, evidence.words) is None
            and _is_shown(sentence, outcomes, receipts, past)
        )
    )
    if not removed:
        return Checked(text=text)
    gone = frozenset(removed)
    left = "\n".join(kept for line in lines if (kept := line.without(gone)) is not None).strip()
    if len(_WORD.findall(left)) < _LITTLE or left.endswith(":"):
        left = own or _instead(outcomes, language)
    return Checked(text=left, removed=removed)


@dataclass(frozen=True, slots=True)
class _Line:
    marker: str
    sentences: tuple[str, ...]

    def without(self, removed: frozenset[str]) -> str | None:
        """Return the line with some sentences gone; `None` where nothing is left of it."""
        kept = [sentence for sentence in self.sentences if sentence not in removed]
        if self.sentences and not kept:
            return None
        return self.marker + " ".join(kept)


def _sentences(line: str) -> _Line:
    """Take a line apart: the number of a list's item states nothing."""
    marker = _MARKER.match(line)
    start = marker.group() if marker else ""
    rest = line[len(start) :]
    return _Line(start, tuple(_SENTENCE_END.split(rest)) if rest.strip() else ())


def _collect(
    evidence: Evidence,
    outcomes: Sequence[CallOutcome],
    receipts: Sequence[str],
    question_text: str,
    cards: Iterable[Any],
    past: Sequence[PastTurn],
    today: date | None,
) -> None:
    for outcome in outcomes:
        _take_outcome(evidence, outcome)
    for turn in past:
        evidence.add_text(turn.text)
        evidence.add_text(turn.reply)
        for outcome in turn.outcomes:
            _take_outcome(evidence, outcome)
    for status in {outcome.status for outcome in outcomes}:
        evidence.count(sum(outcome.status == status for outcome in outcomes))
    evidence.add(receipts)
    evidence.add(today)
    evidence.add_text(question_text)
    for card in cards:
        evidence.add(card)


def _take_outcome(evidence: Evidence, outcome: CallOutcome) -> None:
    evidence.add(outcome.facts)
    evidence.add(outcome.call.arguments)
    evidence.add_text(outcome.says)
    for mention in outcome.mentions:
        evidence.add_text(mention.id)
        evidence.add_text(mention.label)


def _states_something(sentence: str) -> bool:
    """Tell whether a sentence has a figure, a claim or a name; whether it is right is not asked."""
    return bool(
        _LOOK.search(sentence)
        or any(counted(sentence))
        or unknown_name(sentence, frozenset()) is not None
    )


def _figures_are_known(sentence: str, evidence: Evidence) -> bool:
    return all(evidence.knows(figure) for figure in (*figures(sentence), *counted(sentence)))


def _is_shown(
    sentence: str,
    outcomes: Sequence[CallOutcome],
    receipts: Sequence[str],
    past: Sequence[PastTurn],
) -> bool:
    """Tell whether a sentence claims nothing, or what it claims is proven."""
    claim = claim_in(sentence)
    if claim is None:
        return True
    done = [outcome for outcome in outcomes if outcome.status == "done"]
    if receipts and shown_by_receipt(claim, [o.call.name for o in done], [o.facts for o in done]):
        return _of_these(sentence, outcomes if _MIXED.search(sentence) else done)
    before = [o for turn in past for o in turn.outcomes if o.status == "done"]
    again = [o for o in before if is_named(o.call.arguments, sentence)]
    if again and shown_by_receipt(claim, [o.call.name for o in again], ()):
        return _of_these(sentence, again)
    return shown_by_facts(claim, sentence, [outcome.facts for outcome in (*done, *before)])


def _of_these(sentence: str, outcomes: Sequence[CallOutcome]) -> bool:
    """Tell whether the ids in a claim are of what was done, not merely of what was asked for."""
    proof = Evidence(_INDIA)
    for outcome in outcomes:
        _take_outcome(proof, outcome)
    return all(proof.knows(figure) for figure in figures(sentence) if is_id(figure))


def _instead(outcomes: Sequence[CallOutcome], language: str) -> str:
    """Return what can be said where the tools said nothing."""
    if any(outcome.status == "awaiting_approval" for outcome in outcomes):
        return say(language, "honesty-awaits-approval")
    return say(language, "honesty-cannot-say")
