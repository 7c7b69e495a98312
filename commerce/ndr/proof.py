"""A case as proof: what couriers said and when, what was written, pressed, read and called.

Only content; `tools.proof_pdf` draws it, and `commerce.ports.Seal` signs what was drawn. Entries
are chained: each one's digest covers the digest before it, so that none can be left out, added or
moved without every later digest being another.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from commerce import customers
from commerce.access import Permission
from commerce.context import Context
from commerce.money import Money
from commerce.ndr import disputing, queries_proof
from commerce.ndr.finding import find_case
from commerce.ndr.queries_proof import Attempt, Facts
from commerce.ndr.types import Evidence, NdrCase
from commerce.vocabulary import NdrActionType, ShipmentStatus

AFTERWARDS: Final = timedelta(days=1)
"""What is said this long after a case was closed still belongs to it."""
_PHONE = re.compile(r"(?<![\w+])(?:\+?91[\s-]?)?[6-9]\d{4}[\s-]?\d{5}(?!\w)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")


class EntryKind(StrEnum):
    """What one line of a proof pack is."""

    SCAN = "scan"
    """The courier told it."""
    FROM_CUSTOMER = "from_customer"
    TO_CUSTOMER = "to_customer"
    CALL = "call"
    ACTION = "action"
    """Somebody did something about the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened, with every time that is known of it."""

    kind: EntryKind
    at: datetime
    """Of a scan the courier's own time, else when it came in, went out or was done; UTC."""
    who: str
    """A name; of a scan the `CourierType`, of the assistant's own words empty."""
    text: str
    """In full, as it was read."""
    name: str = ""
    """Of a scan its `ShipmentStatus`, of an action its `NdrActionType`, of a message its
    channel."""
    outcome: str = ""
    """What the customer said when reached: a `NdrOutcome`."""
    code: str = ""
    """Of a scan the courier's own code, else the vendor's code of what went wrong."""
    place: str = ""
    pressed: str = ""
    """The tool that a pressed button called, or what else it carried."""
    is_transcribed: bool = False
    """Whether it was spoken, and its text written down by a machine."""
    ids: tuple[str, ...] = ()
    """Under which the messenger, or the courier, knows it."""
    status: str = ""
    """How far it came on its way out."""
    heard_at: datetime | None = None
    """Of a scan: when we were told; `None` where that was not kept."""
    sent_at: datetime | None = None
    delivered_at: datetime | None = None
    read_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What is known of one case, to be held up against a courier."""

    shop: str
    case: NdrCase
    facts: Facts
    attempts: tuple[Attempt, ...]
    signs: tuple[Evidence, ...]
    """What speaks against the courier's last attempt."""
    entries: tuple[Entry, ...]
    """By time."""
    until: datetime
    made_at: datetime
    made_by: str
    digests: tuple[str, ...] = field(default=())
    """Of the facts and then of each entry: SHA-256 in hexadecimal, each over the one before."""

    @property
    def digest(self) -> str:
        """The last of the chain, which covers everything."""
        return self.digests[-1]


def proof_of(ctx: Context, parcel: str) -> Proof:
    """Return everything that is known of the case of a parcel, as the actor may see it.

    Raises:
        NotFound: No such parcel of this shop.
        Ambiguous: Several undelivered parcels fit.
        NotAllowed: A customer asks.
    """
    ctx.require(Permission.NDR_READ)
    case = find_case(ctx, parcel)
    until = min(ctx.now, case.closed_at + AFTERWARDS) if case.closed_at else ctx.now
    facts = queries_proof.facts_of(ctx, case.id)
    proof = Proof(
        shop=ctx.shop_name, case=case, facts=_seen_facts(ctx, facts),
        attempts=tuple(queries_proof.attempts_of(ctx, case.id)),
        signs=disputing.against(ctx, case).signs,
        entries=_entries(ctx, case, facts, until), until=until, made_at=ctx.now,
        made_by=ctx.actor.name,
    )  # fmt: skip
    return replace(proof, digests=chain(content_of(proof)))


def content_of(proof: Proof) -> list[dict[str, Any]]:
    """Return what is proven as plain JSON: first the facts, then each entry."""
    case = proof.case
    head = {
        "shop": proof.shop, "parcel": case.awb, "courier": case.courier.value,
        "order": case.order_number, "reason": case.reason.value, "status": case.status.value,
        "opened_at": case.opened_at, "closed_at": case.closed_at, **asdict(proof.facts),
        "attempts": [asdict(one) for one in proof.attempts],
        "signs": [one.key for one in proof.signs],
        "until": proof.until, "made_at": proof.made_at, "made_by": proof.made_by,
    }  # fmt: skip
    return [_plain(head), *(_plain(asdict(entry)) for entry in proof.entries)]


def chain(content: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """Return the digest of each part over the one before: SHA-256 of `before + newline + JSON`.

    The JSON is UTF-8 with sorted keys and no spaces, so that anybody can compute it again.
    """
    digests: list[str] = []
    for part in content:
        line = json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        before = digests[-1] if digests else ""
        digests.append(hashlib.sha256(f"{before}\n{line}".encode()).hexdigest())
    return tuple(digests)


def _entries(ctx: Context, case: NdrCase, facts: Facts, until: datetime) -> tuple[Entry, ...]:
    found = [
        *_scans(ctx, case),
        *_actions(ctx, case),
        *_messages(ctx, case, facts, until),
    ]
    found.sort(key=lambda entry: entry.at)
    return tuple(_seen(ctx, case, entry) for entry in found)


def _scans(ctx: Context, case: NdrCase) -> list[Entry]:
    return [
        Entry(
            kind=EntryKind.SCAN, at=row.at, who=case.courier.value, text=row.raw_text,
            name=ShipmentStatus(row.status).value, code=row.raw_code, place=row.location,
            heard_at=row.received_at,
        )
        for row in queries_proof.scans_of(ctx, case.id)
    ]  # fmt: skip


_MESSAGES = {NdrActionType.WHATSAPP_MESSAGE, NdrActionType.SMS, NdrActionType.EMAIL}


def _actions(ctx: Context, case: NdrCase) -> list[Entry]:
    """Return what was done: calls, letters and questions with what became of them, the rest."""
    done = queries_proof.actions_of(ctx, case.id)
    ways = queries_proof.ways_of(ctx, [key for one in done if (key := one.key)])
    entries = []
    for one in done:
        way = ways.get(one.key)
        outgoing = one.is_message and not one.taken_back
        kind = EntryKind.TO_CUSTOMER if outgoing else EntryKind.ACTION
        if one.kind == NdrActionType.PHONE_CALL:
            kind = EntryKind.CALL
        entries.append(
            Entry(
                kind=kind, at=one.at, who=one.by, text=one.remark, outcome=one.outcome or "",
                name=one.channel if outgoing else one.kind.value, **(way.said() if way else {}),
            )
        )  # fmt: skip
    return entries


def _messages(ctx: Context, case: NdrCase, facts: Facts, until: datetime) -> list[Entry]:
    return [
        Entry(
            kind=EntryKind.FROM_CUSTOMER if one.is_inbound else EntryKind.TO_CUSTOMER,
            at=one.at, who=facts.customer if one.is_inbound else one.by, text=one.text,
            name=one.channel, pressed=one.pressed, is_transcribed=one.is_transcribed,
            **one.way.said(),
        )
        for one in queries_proof.messages_of(ctx, case.id, case.opened_at, until)
    ]  # fmt: skip


def _seen_facts(ctx: Context, facts: Facts) -> Facts:
    return replace(
        facts, phone=customers.rules.seen_phone(ctx.actor, facts.phone),
        email=customers.rules.seen_email(ctx.actor, facts.email),
    )  # fmt: skip


def _seen(ctx: Context, case: NdrCase, entry: Entry) -> Entry:
    """Return an entry whose words hold no more contacts than the actor may see."""
    if customers.rules.sees_contact(ctx.actor):
        return entry
    return replace(entry, text=masked(entry.text, but=case.awb))


def masked(text: str, *, but: str = "") -> str:
    """Return a text with phone numbers and e-mail addresses masked, all but one number."""
    hidden = _EMAIL.sub(lambda found: customers.rules.masked_email(found[0]), text)
    return _PHONE.sub(
        lambda found: found[0] if found[0] == but else customers.rules.masked_phone(found[0]),
        hidden,
    )


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return value.isoformat()
        case Money():
            return {"minor": value.minor, "currency": value.currency}
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case _:
            return value
