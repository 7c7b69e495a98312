"""`superecom proof` and `superecom verify`: a case as a signed file, and whether one is genuine."""

from pathlib import Path
from typing import Annotated

import typer


def proof(
    parcel: Annotated[str, typer.Argument(help="AWB or order number.")],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="The file to write; proof-AWB.pdf.")
    ] = None,
    language: Annotated[str, typer.Option("--language", help="Of the labels.")] = "en",
) -> None:
    """Write everything that is known of an undelivered parcel to a signed PDF.

    Courier scans, messages with their delivery and reading, presses, calls: for a dispute over a
    fake attempt. The key is this shop's own, made at its first use below SUPERECOM_HOME/keys.
    """
    from app.proofs import write_proof

    write_proof(parcel, out, language=language)


def verify(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A proof pack.")],
    key: Annotated[
        str, typer.Option("--key", help="The fingerprint it must be signed by, as the shop told.")
    ] = "",
) -> None:
    """Tell whether a proof pack is as it was signed, and by whose key.

    The exit code is 0 where file and signature agree and the key is a shop's here, or the one
    named; else it is 1.
    """
    from app.proofs import verify_file

    if not verify_file(file, key=key):
        raise typer.Exit(1)
