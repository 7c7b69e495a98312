"""`superecom ask`: one turn, for people and for scripts."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

ROLES = "seller, ndr_agent, manager, operator, viewer or customer"
Who = Annotated[str, typer.Option("--as", metavar="ROLE", help=f"Who asks: {ROLES}.")]
Customer = Annotated[
    int | None,
    typer.Option(metavar="ID", help="As a customer: which. The demo takes one with an open NDR."),
]
Language = Annotated[
    str, typer.Option(help="Answer in en, hi or hi-Latn (Hinglish), whatever is written.")
]


def ask(
    text: Annotated[str, typer.Argument(help="What to ask, as you would say it.")] = "",
    who: Who = "seller",
    customer: Customer = None,
    conversation: Annotated[str, typer.Option(help="Go on with a conversation by its id.")] = "",
    language: Language = "",
    file: Annotated[
        list[Path] | None,
        typer.Option(
            "--file",
            help="Send a file along: a sheet, a picture, a PDF. May be repeated.",
            exists=True,
            dir_okay=False,
            readable=True,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    jsonl: Annotated[
        bool,
        typer.Option(
            "--jsonl",
            help='Read objects {"as", "text", "customer"?, "conversation"?, "language"?} from '
            "standard input, one a line; print one result object a line.",
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Plan and show approvals, change nothing.")
    ] = False,
) -> None:
    """Ask one thing and print the answer.

    To approve what waits, answer "yes" in the same conversation (--conversation ID).
    """
    from app import asking

    if jsonl:
        asyncio.run(asking.answer_lines(dry_run=dry_run))
        return
    if not text and not file:
        raise typer.BadParameter("Say what to ask, or use --jsonl.", param_hint="TEXT")
    line = asking.Line.model_validate(
        {"as": who, "text": text, "customer": customer, "conversation": conversation,
         "language": language, "files": file or ()}
    )  # fmt: skip
    asyncio.run(asking.answer_one(line, dry_run=dry_run, as_json=as_json))
