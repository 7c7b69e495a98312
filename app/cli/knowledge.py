"""`superecom knowledge`: the shop's own documents, and what all documents say."""

from pathlib import Path
from typing import Annotated

import typer

group = typer.Typer(
    help="The documents that answers are quoted from: the shop's own, and those that come along.",
    no_args_is_help=True,
)

_Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@group.command("list")
def show(as_json: _Json = False) -> None:
    """List the shop's own documents."""
    from app import knowing

    knowing.show(as_json=as_json)


@group.command("add")
def add(
    file: Annotated[
        Path,
        typer.Argument(
            exists=True,
            dir_okay=False,
            help="Markdown, text, PDF, Word, HTML, or a CSV with columns question and answer.",
        ),
    ],
    title: Annotated[str, typer.Option(help="What it is called; else its file's name.")] = "",
    customers: Annotated[
        bool, typer.Option("--customers", help="Customers may be told what is in it.")
    ] = False,
) -> None:
    """Add a document; it is quoted from then on."""
    from app import knowing

    knowing.add(file, title=title or None, customers=customers)


@group.command("remove")
def remove(document: Annotated[str, typer.Argument(help="Its title or file name.")]) -> None:
    """Take a document away."""
    from app import knowing

    knowing.remove(document)


@group.command("ask")
def ask(
    question: Annotated[str, typer.Argument(help="In any language it is written in.")],
    as_json: _Json = False,
) -> None:
    """Show the passages that answer a question, with how well each fits."""
    from app import knowing

    knowing.ask(question, as_json=as_json)


@group.command("rebuild")
def rebuild() -> None:
    """Throw the Chroma collections away; they are made anew from the database when asked."""
    from app import knowing

    knowing.rebuild()
