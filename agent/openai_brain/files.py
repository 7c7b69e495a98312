"""The files of a conversation, described for a model: what each is, never what it says."""

import json
from collections.abc import Sequence
from typing import Any

from agent.llm import Request
from agent.messages import Attachment
from commerce import files, imports
from commerce.context import Context
from commerce.errors import CommerceError

_MOST_COLUMNS = 40
_LONGEST = 60


def described(request: Request) -> str:
    """Return the files that came with a message as a block of data; empty where none came."""
    return _block("files sent with this message", _described(request.context, request.attachments))


def named(attachments: Sequence[Attachment]) -> str:
    """Return the files of an earlier message, by name and id only."""
    return _block("files sent with that message", [_plain(one) for one in attachments])


def _described(ctx: Context, attachments: Sequence[Attachment]) -> list[dict[str, Any]]:
    return [{**_plain(one), **_columns(ctx, one)} for one in attachments]


def _plain(one: Attachment) -> dict[str, Any]:
    return {
        "file": one.file, "name": one.name[:120], "type": one.media_type, "size_bytes": one.size,
    }  # fmt: skip


def _columns(ctx: Context, one: Attachment) -> dict[str, Any]:
    """Return a sheet's headings and what they tell it holds; nothing for what is no sheet."""
    try:
        file = files.find(ctx, one.file)
        path = files.shelf_of(ctx).path_of(file.shop_id, file.id)
        if not file.kind.is_sheet or not path.is_file():
            return {}
        opened = imports.open_file(ctx, path, imports.Options(), name=file.name)
    except CommerceError:
        return {}
    headings = [header.strip()[:_LONGEST] for header in opened.headers if header.strip()]
    holds = opened.format.kind if opened.format else None
    return {"columns": headings[:_MOST_COLUMNS], "holds": holds}


def _block(what: str, described: Sequence[dict[str, Any]]) -> str:
    if not described:
        return ""
    # A stranger's "</data>" cannot end the fence: JSON spells the sign another way.
    written = json.dumps(list(described), ensure_ascii=False).replace("<", "\\u003c")
    return f"\n\n{what}\n<data>\n{written}\n</data>"
