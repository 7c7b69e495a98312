"""The shop's documents, for whoever runs the server."""

import json
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from app.importing import at_the_shop
from app.settings import Settings
from commerce import library
from knowledge.collections import Collections
from knowledge.papers import read_document
from knowledge.searching import likely, search

_SHOWN = 5


def show(*, as_json: bool) -> None:
    """Print the shop's own documents."""
    with at_the_shop() as ctx:
        found = library.documents(ctx)
        if as_json:
            lines = [
                {"title": one.title, "file": one.file_name, "passages": one.passages,
                 "for_customers": one.for_customers}
                for one in found
            ]  # fmt: skip
            print(json.dumps({"documents": lines}, ensure_ascii=False))  # noqa: T201
            return
        table = Table("Title", "File", "Passages", "Customers")
        for one in found:
            table.add_row(
                one.title, one.file_name, str(one.passages), "yes" if one.for_customers else "no"
            )
        Console(highlight=False).print(table if found else ctx.say("knowledge-list", count=0))


def add(file: Path, *, title: str | None, customers: bool) -> None:
    """Add a document.

    Raises:
        commerce.errors.BadFile: It cannot be read.
        commerce.errors.Refused: It is there already, or there is no room.
    """
    new = read_document(file, name=file.name, title=title, for_customers=customers)
    with at_the_shop() as ctx:
        library.add(ctx, new)
        ctx.session.commit()
        _tell(ctx.say("knowledge-added", title=new.title, count=len(new.passages)))


def remove(name: str) -> None:
    """Take a document away.

    Raises:
        commerce.errors.NotFound: None is called so.
        commerce.errors.Ambiguous: Several are.
    """
    with at_the_shop() as ctx:
        change = library.remove(ctx, name)
        ctx.session.commit()
        _tell(ctx.say("knowledge-removed", title=change.subject))


def ask(question: str, *, as_json: bool) -> None:
    """Print the likeliest passages, and whether each would be quoted."""
    with at_the_shop() as ctx, _collections() as collections:
        ports = replace(ctx.ports, collections=collections)
        ctx = replace(ctx, ports=ports)
        found = likely(ctx, question)[:_SHOWN]
        quoted = {one.row for one in search(ctx, question)}
        lines = [
            {"quoted": one.row in quoted,
             "score": round(one.score, 3), "source": one.passage.name, "key": one.passage.key,
             "text": one.passage.text}
            for one in found
        ]  # fmt: skip
        if as_json:
            print(json.dumps({"question": question, "found": lines}, ensure_ascii=False))  # noqa: T201
            return
        for line in lines:
            _tell(f"{'*' if line['quoted'] else ' '} {line['score']:.2f}  {line['source']}")
            _tell(f"        {line['text']}")


def rebuild() -> None:
    """Throw the collections away.

    They are made anew from the database at the next question that needs them.
    """
    with _collections() as collections:
        _tell(f"{collections.forget()} collections thrown away; they fill again when asked.")


def _collections() -> Collections:
    settings = Settings()
    return Collections(
        settings.home / "knowledge", url=settings.chroma_url,
        in_memory=settings.knowledge_in_memory,
    )  # fmt: skip


def _tell(line: str) -> None:
    Console(highlight=False, soft_wrap=True).print(line, markup=False)
