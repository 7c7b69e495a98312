"""`superecom chat`: talk in the terminal."""

import asyncio
from typing import Annotated

import typer

from app.cli.ask import Customer, Language, Who


def chat(
    who: Who = "seller",
    customer: Customer = None,
    conversation: Annotated[str, typer.Option(help="Go on with a conversation by its id.")] = "",
    language: Language = "",
) -> None:
    """Talk with the assistant. Approvals by key: y yes, n no. A number presses a button.

    /file PATH sends a file, as does dragging it in. Files that are given are saved here.
    """
    from app.talk import talk

    asyncio.run(talk(who, customer=customer, conversation=conversation, language=language))
