"""How messages, replies and standings are written for the page. Facts and arguments stay here."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from urllib.parse import urlsplit

from agent.desk import Exchange, Look, Talk
from agent.messages import Reply
from channels.web.doors import Standing
from commerce import words
from tools import charts, flows
from tools.cards import Card, ChartCard, FlowCard, TextCard
from tools.charts import Theme


def exchange_json(exchange: Exchange) -> dict[str, Any]:
    """Write one message or reply."""
    return {
        "id": exchange.id,
        "direction": exchange.direction,
        "text": exchange.text,
        "at": exchange.at,
        "reply": reply_json(exchange.reply) if exchange.reply else None,
        "files": [
            {"id": one.file, "name": one.name, "type": one.media_type, "size": one.size}
            for one in exchange.attachments
        ],
    }


def talk_json(talk: Talk) -> dict[str, Any]:
    """Write one conversation of the list."""
    return {
        "id": talk.id,
        "title": talk.title,
        "at": talk.at.isoformat(),
        "found": talk.found,
        "named": talk.is_named,
        "away": talk.is_put_away,
    }


def look_json(look: Look) -> dict[str, Any]:
    """Write what a page shows of a look at the business."""
    return {
        "status": look.status,
        "says": look.says,
        "cards": [card_json(card) for card in look.cards],
        "count": look.count,
    }


def card_json(card: Card, language: str = words.FALLBACK) -> dict[str, Any]:
    """Write a card; a chart with how it is drawn on light and on dark, a workflow drawn."""
    written = card.model_dump(mode="json")
    if isinstance(card, ChartCard):
        written["spec"] = charts.spec(card, language=language)
        dark = charts.spec(card, language=language, theme=Theme.DARK)
        written["dark"] = {key: part for key, part in dark.items() if key != "data"}
    if isinstance(card, FlowCard):
        written["drawing"] = asdict(flows.drawing(card))
    if isinstance(card, TextCard):
        written["link"] = urlsplit(card.link).path  # Where it is read, whatever our address is.
    return written


def sources(cards: Sequence[Card]) -> dict[str, str]:
    """Return where each marker of a reply leads; one that two cards have leads nowhere."""
    quoted = [card for card in cards if isinstance(card, TextCard) and card.marker and card.link]
    counts = Counter(card.marker for card in quoted)
    return {card.marker: urlsplit(card.link).path for card in quoted if counts[card.marker] == 1}


def reply_json(reply: Reply) -> dict[str, Any]:
    """Write what a person may see of a reply: words, cards, and how each call and receipt ended."""
    return {
        "text": reply.text,
        "language": reply.language,
        "by": reply.by,
        "cards": [card_json(card, reply.language) for card in reply.cards],
        "sources": sources(reply.cards),
        "turn": reply.turn,
        "calls": [{"id": call.id, "status": call.status} for call in reply.tool_calls],
        "receipts": [
            {
                "id": receipt.id,
                "undo_until": receipt.undo_until.isoformat() if receipt.undo_until else None,
                "undone": receipt.undone,
            }
            for receipt in reply.receipts
        ],
    }


def standings_json(standings: Sequence[Standing]) -> list[dict[str, str]]:
    """Write how approvals and receipts stand."""
    return [asdict(standing) for standing in standings]


def event(name: str, data: object, id: int | None = None) -> str:
    """Write one server-sent event; only stored messages carry an id to resume from.

    References: WHATWG HTML, section 9.2 "Server-sent events".
    """
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    head = "" if id is None else f"id: {id}\n"
    return f"{head}event: {name}\ndata: {written}\n\n"
