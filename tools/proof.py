"""A case as a signed file, to be held up against a courier."""

from commerce import files, ndr
from commerce.access import Permission
from commerce.context import Context
from commerce.errors import Refused
from commerce.ndr import Proof
from commerce.ports import Seal
from commerce.words import FALLBACK
from tools import facts
from tools.arguments import Kind, Parcel
from tools.base import Arguments, Mention, ToolResult, tool
from tools.files import file_card


class MakeProofPack(Arguments):
    """Of which parcel."""

    parcel: Parcel


@tool(Permission.NDR_READ)
def make_proof_pack(ctx: Context, args: MakeProofPack) -> ToolResult:
    """Make a signed PDF of an undelivered parcel's case, as proof for a dispute with the courier.

    For "proof pack of 1042", "saboot ki PDF do": scans, messages with their delivery and reading,
    presses, calls. By AWB or order number. It tells nobody: to tell the courier that an attempt
    was fake use report_fake_attempt.
    """
    proof = ndr.proof_of(ctx, args.parcel)
    content, fingerprint = sealed(ctx, proof)
    awb, count = proof.case.awb, len(proof.entries)
    made = files.make(ctx, lambda stream: stream.write(content), name=f"proof-{awb}.pdf")
    return ToolResult(
        facts={
            "parcel": awb,
            "order": proof.case.order_number,
            "entries": count,
            "fingerprint": fingerprint,
            "digest": proof.digest,
            "file": made.id,
            "name": made.name,
            "expires_at": facts.moment(ctx, made.expires_at),
        },
        says=ctx.say("proof-packed", awb=awb, entries=count, fingerprint=fingerprint),
        cards=(
            file_card(
                ctx, made, title=ctx.say("proof-file-title", awb=awb),
                note=ctx.say("proof-file-note", entries=count),
            ),
        ),
        mentions=(
            Mention(kind=Kind.FILE, id=made.id, label=made.name),
            Mention(kind=Kind.PARCEL, id=awb, label=awb),
        ),
    )  # fmt: skip


def sealed(ctx: Context, proof: Proof, *, language: str = FALLBACK) -> tuple[bytes, str]:
    """Return a proof pack drawn and signed, and the fingerprint of the key.

    It is in English unless told otherwise, whatever the team speaks: a courier reads it.

    Raises:
        Refused: No keys are kept here.
    """
    seal: Seal | None = ctx.ports.seal
    if seal is None:
        raise Refused("error-proof-no-key")
    from tools.proof_pdf import drawn  # Not needed by anything else, and slow to load.

    shop = ctx.actor.shop_id
    fingerprint = seal.fingerprint(shop)
    content = drawn(proof, fingerprint=fingerprint, zone=ctx.zone, language=language)
    return seal.sealed(shop, content), fingerprint
