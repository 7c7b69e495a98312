"""Slack's own pages: the form in which a request is changed, and the home tab."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from channels.slack import markup
from channels.slack.events import carried
from channels.slack.render import Json, Say, context, header, letters, section
from tools.cards import Button, Card, TableCard
from tools.forms import Field, Shape

MOST_TITLE: Final = 24
MOST_ROWS: Final = 30
FORM: Final = "correct"
_LONG: Final = frozenset({"note", "reason", "text", "landmark", "why"})


def form(
    fields: Sequence[Field], values: Mapping[str, str], *, title: str, about: Mapping[str, str],
    say: Say,
) -> Json:  # fmt: skip
    """Return the form of a request.

    Args:
        fields: What can be changed.
        values: What stands there now, by name of the field.
        title: What is asked for.
        about: What the form hands back: `approval` and `address`.
        say: Says a message of the catalogue.
    """
    inputs = [_input(field, values.get(field.name, field.value), say) for field in fields]
    return {
        "type": "modal", "callback_id": FORM, "private_metadata": json.dumps(dict(about)),
        "title": letters(say("slack-form-title"), MOST_TITLE),
        "submit": letters(say("slack-form-send"), MOST_TITLE),
        "close": letters(say("slack-form-close"), MOST_TITLE),
        "blocks": [section(markup.escaped(title)), *inputs],
    }  # fmt: skip


def word(text: str, say: Say) -> Json:
    """Return a form's place with one sentence in it."""
    return {
        "type": "modal", "title": letters(say("slack-form-title"), MOST_TITLE),
        "close": letters(say("slack-form-close"), MOST_TITLE),
        "blocks": [section(markup.escaped(text))],
    }  # fmt: skip


def home(title: str, greeting: str, cards: Sequence[Card], says: str, say: Say) -> Json:
    """Return the home tab: what a read tool shows, each row with a button that opens it."""
    blocks: list[Json] = [header(title), context(markup.escaped(greeting))]
    if says:
        blocks.append(section(markup.fit(markup.prose(says), markup.MOST_TEXT)))
    for card in cards:
        if isinstance(card, TableCard):
            blocks += _table(card, say)
    return {"type": "home", "blocks": blocks}


def hello(text: str, title: str) -> Json:
    """Return the home tab of somebody nobody knows."""
    return {"type": "home", "blocks": [header(title), section(markup.escaped(text))]}


def _table(card: TableCard, say: Say) -> list[Json]:
    heads = [column.label for column in card.columns]
    blocks: list[Json] = [{"type": "divider"}]
    for place, cells in enumerate(card.rows[:MOST_ROWS]):
        blocks.append(_row(heads, cells, card.taps[place] if place < len(card.taps) else None, say))
    drawn = [_carrying(button) for button in card.buttons]
    if elements := [one for one in drawn if one is not None][:5]:
        blocks.append({"type": "actions", "elements": elements})
    return [*blocks, *([context(markup.escaped(card.note))] if card.note else [])]


def _row(heads: Sequence[str], cells: Sequence[str], opens: Button | None, say: Say) -> Json:
    named = (f"{head}: {cell}" for head, cell in zip(heads[1:], cells[1:], strict=True) if cell)
    text = f"*{markup.escaped(cells[0])}*\n{markup.escaped(' · '.join(named))}"
    row = section(markup.fit(text, markup.MOST_TEXT))
    button = _carrying(opens, say("slack-open")) if opens is not None else None
    return {**row, "accessory": button} if button else row


def _carrying(button: Button, label: str = "") -> Json | None:
    """Return a button that holds its own call; `None` where it has none, or it does not fit."""
    value = carried(button.says, button.tap) if button.tap is not None else None
    if value is None:
        return None
    return {"type": "button", "value": value, "text": letters(label or button.label)}


def _input(field: Field, value: str, say: Say) -> Json:
    return {
        "type": "input", "block_id": field.name, "label": letters(field.label, 2_000),
        "optional": not field.required, "element": _element(field, value, say),
    }  # fmt: skip


def _element(field: Field, value: str, say: Say) -> Json:
    base: dict[str, Any] = {"action_id": "value"}
    match field.shape:
        case Shape.NUMBER | Shape.AMOUNT:
            decimal = field.shape is Shape.AMOUNT
            bounds = {"min_value": field.least, "max_value": field.most, "initial_value": value}
            given = {name: str(one) for name, one in bounds.items() if one not in (None, "")}
            return {**base, "type": "number_input", "is_decimal_allowed": decimal, **given}
        case Shape.DAY:
            begins = {"initial_date": value} if value else {}
            return {**base, "type": "datepicker", **begins}
        case Shape.CHOICE | Shape.YES_NO:
            return {**base, "type": "static_select", **_options(field, value, say)}
        case Shape.TEXT:
            long = {"multiline": field.name in _LONG}
            begins = {"initial_value": value} if value else {}
            return {**base, "type": "plain_text_input", **long, **begins}


def _options(field: Field, value: str, say: Say) -> Json:
    pairs = [(one.value, one.label) for one in field.options]
    if field.shape is Shape.YES_NO:
        pairs = [("true", say("slack-form-yes")), ("false", say("slack-form-no"))]
    options = [{"text": letters(label), "value": name} for name, label in pairs[:100]]
    begins = next((one for one in options if one["value"] == value.lower()), None) or next(
        (one for one in options if one["value"] == value), None
    )
    return (
        {"options": options} if begins is None else {"options": options, "initial_option": begins}
    )
