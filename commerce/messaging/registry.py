"""The shop's texts: putting one in, and asking what the vendor decided."""

import re
from collections.abc import Sequence
from dataclasses import replace

from commerce.access import Permission
from commerce.context import Context
from commerce.db.tables import MessageTemplateRow
from commerce.errors import Refused
from commerce.messaging import queries
from commerce.messaging.types import Template, VendorTemplate

_NAME = re.compile(r"[a-z][a-z0-9_-]{0,99}")
_CHANNELS = ("whatsapp", "sms")


def templates(ctx: Context, channel: str | None = None) -> Sequence[Template]:
    """Return the shop's texts.

    Raises:
        NotAllowed: The actor may not run the shop.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    return [
        queries.template_of(row) for row in queries.rows(ctx.session, ctx.actor.shop_id, channel)
    ]


def add_template(ctx: Context, template: Template) -> Template:
    """Put a text in, or in the place of the one of its name and language.

    Raises:
        NotAllowed: The actor may not run the shop.
        Refused: Its name, channel or body is none.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    if not _NAME.fullmatch(template.name) or template.channel not in _CHANNELS:
        raise Refused("error-template-name", name=template.name)
    if not template.body.strip() or not template.vendor_id.strip():
        raise Refused("error-template-empty", name=template.name)
    known = {
        (row.channel, row.name, row.language): row
        for row in queries.rows(ctx.session, ctx.actor.shop_id, template.channel)
    }
    row = known.get((template.channel, template.name, template.language))
    if row is None:
        row = MessageTemplateRow(
            shop_id=ctx.actor.shop_id, channel=template.channel, name=template.name,
            language=template.language,
        )  # fmt: skip
        ctx.session.add(row)
    row.category, row.body = template.category.value, template.body
    row.vendor_id, row.approval = template.vendor_id, template.approval.value
    row.why, row.cost_minor, row.at = template.why, template.cost_minor, ctx.now
    ctx.session.flush()
    return queries.template_of(row)


def sync_templates(
    ctx: Context, channel: str, told: Sequence[VendorTemplate]
) -> Sequence[Template]:
    """Note what the vendor says of the shop's texts; return those that stand otherwise now.

    Raises:
        NotAllowed: The actor may not run the shop.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    by_id = {(one.vendor_id, one.language): one for one in told}
    by_id |= {(one.vendor_id, ""): one for one in told if not one.language}
    moved = []
    for row in queries.rows(ctx.session, ctx.actor.shop_id, channel):
        # Meta knows no Hindi in Latin letters: such a text stands there as Hindi, by its own name.
        spoken = (row.language, row.language.partition("-")[0], "")
        found = (by_id.get((row.vendor_id, language)) for language in spoken)
        one = next((told for told in found if told is not None), None)
        if one is None:
            continue
        before = queries.template_of(row)
        row.approval, row.why, row.at = one.approval.value, one.why, ctx.now
        row.category = (one.category or before.category).value
        after = queries.template_of(row)
        if replace(after, at=before.at) != before:
            moved.append(after)
    ctx.session.flush()
    return moved
