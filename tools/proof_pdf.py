"""A proof pack drawn as a PDF: facts, the courier's attempts, everything by time, the digests."""

import json
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from fpdf.enums import Align

from commerce.ndr import Entry, EntryKind, Proof, content_of
from commerce.words import FALLBACK
from tools.paper import Paper

_SHADES = {
    EntryKind.SCAN: (234, 239, 246),
    EntryKind.FROM_CUSTOMER: (232, 244, 235),
    EntryKind.TO_CUSTOMER: (255, 255, 255),
    EntryKind.CALL: (250, 243, 227),
    EntryKind.ACTION: (245, 245, 245),
}
_LEFT = 44
"""Millimetres of the column of times."""


def drawn(proof: Proof, *, fingerprint: str, zone: ZoneInfo, language: str = FALLBACK) -> bytes:
    """Return a proof pack as a PDF that still waits for its signature.

    Args:
        proof: What is proven.
        fingerprint: Of the key it will be signed by.
        zone: The shop's zone; every time is given in it and in UTC.
        language: Of the labels. What people and couriers said stays as it was said.
    """
    page = _Page(proof, language, zone)
    page.head(fingerprint)
    page.facts()
    page.attempts()
    page.entries()
    page.seal(fingerprint)
    return bytes(page.output())


class _Page(Paper):
    """The pages of one pack."""

    def __init__(self, proof: Proof, language: str, zone: ZoneInfo) -> None:
        super().__init__(language)
        self._proof, self._zone = proof, zone
        self.set_creation_date(proof.made_at)
        self.set_title(self._say("proof-title", awb=proof.case.awb))
        self.set_author(proof.shop)
        content = {"parts": content_of(proof), "digests": proof.digests}
        self.embed_file(
            basename="content.json", compress=True,
            bytes=json.dumps(content, ensure_ascii=False, indent=1).encode(),
        )  # fmt: skip
        self.add_page()

    def footer(self) -> None:
        """Write on every page what it belongs to, and its number."""
        self.set_y(-14)
        self._font(7, pale=True)
        self.cell(
            0, 4, self._say(
                "proof-footer", awb=self._proof.case.awb, digest=self._proof.digest[:16],
                page=self.page_no(), pages=self.str_alias_nb_pages or "",
            ), align=Align.C,
        )  # fmt: skip

    def head(self, fingerprint: str) -> None:
        """Say what this is, whose, and when it was made."""
        proof = self._proof
        self._font(17, bold=True)
        self._line(self._say("proof-title", awb=proof.case.awb), 9)
        self._font(9, pale=True)
        made = self._say(
            "proof-made", shop=proof.shop, by=proof.made_by, at=self._both(proof.made_at)
        )
        self._line(made, 5)
        self._line(self._say("proof-key", fingerprint=fingerprint), 5)
        self.ln(3)

    def facts(self) -> None:
        """Show case and order."""
        proof, case, facts = self._proof, self._proof.case, self._proof.facts
        placed = self._both(facts.placed_at)
        shown = (
            ("order", self._say("proof-order", order=case.order_number, at=placed)),
            ("items", ", ".join(facts.items)),
            ("total", self._say("proof-total", total=facts.total,
                                method=self._say(f"payment-method-{facts.payment}"))),
            ("customer", facts.customer),
            ("contact", " · ".join(part for part in (facts.phone, facts.email) if part)),
            ("address", facts.address),
            ("courier", self._say(f"courier-type-{case.courier}")),
            ("opened", self._both(case.opened_at)),
            ("status", self._say(f"ndr-status-{case.status}")),
            ("signs", "\n".join(
                self._say(f"ndr-because-{one.key}", **one.values) for one in proof.signs)),
        )  # fmt: skip
        self._heading("proof-heading-case")
        for name, value in shown:
            if value:
                self._fact(self._say(f"proof-line-{name}"), value)

    def attempts(self) -> None:
        """Show what the courier says of each failed attempt."""
        if not self._proof.attempts:
            return
        self._heading("proof-heading-attempts")
        for one in self._proof.attempts:
            told = self._say(
                "proof-attempt", reason=self._say(f"ndr-reason-{one.reason}"), code=one.code or "-",
                text=one.text or "-",
            )  # fmt: skip
            number = self._say("proof-attempt-number", number=one.number)
            self._fact(number, f"{told}\n{self._both(one.at)}")

    def entries(self) -> None:
        """Show everything by time."""
        self._heading("proof-heading-story")
        self._font(8, pale=True)
        self._line(self._say("proof-story-note", zone=str(self._zone)), 4)
        self.ln(1)
        for entry, digest in zip(self._proof.entries, self._proof.digests[1:], strict=True):
            self._entry(entry, digest)

    def seal(self, fingerprint: str) -> None:
        """Say by what the pack can be checked."""
        self._heading("proof-heading-seal")
        self._font(9)
        self._line(self._say("proof-seal", count=len(self._proof.entries)), 5)
        self._fact(self._say("proof-line-digest"), self._proof.digest)
        self._fact(self._say("proof-line-key"), fingerprint)

    # -- pieces ------------------------------------------------------------------------------------

    def _entry(self, entry: Entry, digest: str) -> None:
        title, notes = self._title(entry), self._notes(entry)
        text = self._drawable(entry.text)
        width = self.epw - _LEFT - 4
        self._font(9)
        lines = len(self._lines(width, 4.6, text)) if text else 0
        height = 6 + lines * 4.6 + len(notes) * 3.8 + 5
        if self.will_page_break(min(height, 60)):
            self.add_page()
        top, begun_on = self.get_y(), self.page_no()
        self._times(entry.at, top)
        self.set_fill_color(*_SHADES[entry.kind])
        room = self.h - self.b_margin - top
        self.rect(self.l_margin + _LEFT, top, self.epw - _LEFT, min(height - 2, room), style="F")
        self._at(_LEFT + 2, top + 1)
        self._font(9, bold=True)
        self._cell(width, 5, title)
        if text:
            self._font(9)
            self._block(_LEFT + 2, width, 4.6, text)
        for note in notes:
            self._font(7.5, pale=True)
            self._block(_LEFT + 2, width, 3.8, note)
        self._font(6, pale=True)
        self._block(_LEFT + 2, width, 3, digest[:32])
        if self.page_no() == begun_on:
            self.set_y(max(self.get_y(), top + height - 2) + 1.5)

    def _times(self, at: datetime, top: float) -> None:
        self._at(0, top + 1)
        self._font(9, bold=True)
        self._cell(_LEFT, 4.6, self._moment(at, self._zone))
        self._font(7.5, pale=True)
        self._cell(_LEFT, 4, self._moment(at, UTC))

    def _title(self, entry: Entry) -> str:
        match entry.kind:
            case EntryKind.SCAN:
                who = self._say(f"courier-type-{entry.who}")
                what = self._say(f"shipment-status-{entry.name}")
                return self._say("proof-scan", who=who, what=what, place=entry.place or "none")
            case EntryKind.FROM_CUSTOMER | EntryKind.TO_CUSTOMER:
                kind = entry.kind.replace("_", "-")
                return self._say(f"proof-{kind}", who=entry.who or "none", channel=entry.name)
            case EntryKind.CALL:
                return self._say(
                    "proof-call", who=entry.who or "none", outcome=self._outcome(entry)
                )
            case EntryKind.ACTION:
                return self._say("proof-action", who=entry.who or "none", what=entry.name)

    def _outcome(self, entry: Entry) -> str:
        return self._say(f"ndr-outcome-{entry.outcome}") if entry.outcome else "none"

    def _notes(self, entry: Entry) -> list[str]:
        moments = (("heard", entry.heard_at), ("sent", entry.sent_at),
                   ("delivered", entry.delivered_at), ("read", entry.read_at))  # fmt: skip
        said = [self._say(f"proof-at-{name}", at=self._both(at)) for name, at in moments if at]
        words = (("pressed", entry.pressed), ("code", entry.code), ("status", entry.status),
                 ("ids", ", ".join(entry.ids)))  # fmt: skip
        if entry.is_transcribed:
            said.insert(0, self._say("proof-transcribed"))
        if entry.outcome and entry.kind is not EntryKind.CALL:
            said.insert(0, self._say("proof-outcome", outcome=self._outcome(entry)))
        return [*(self._say(f"proof-with-{name}", value=value) for name, value in words if value),
                *said]  # fmt: skip

    def _fact(self, label: str, value: str) -> None:
        if self.will_page_break(6):
            self.add_page()
        top = self.get_y()
        self._at(0, top)
        self._font(9, pale=True)
        self._cell(_LEFT, 5, label)
        below = self.get_y()
        self.set_y(top)
        self._font(9)
        self._block(_LEFT, self.epw - _LEFT, 5, value)
        self.set_y(max(self.get_y(), below) + 0.5)

    def _heading(self, key: str) -> None:
        self._title_line(self._say(key))

    def _moment(self, at: datetime, zone: Any) -> str:
        local = at.astimezone(zone)
        return f"{local:%Y-%m-%d %H:%M:%S} {local.tzname()}"

    def _both(self, at: datetime) -> str:
        return f"{self._moment(at, self._zone)} ({at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC)"
