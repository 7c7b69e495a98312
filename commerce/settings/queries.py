"""All SQL of settings."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from commerce.context import Context
from commerce.db.tables import PersonRow, ShopRow
from commerce.settings import rules
from commerce.settings.types import ASKS, CancelRule, PriceRules, Setting, ShopSettings
from commerce.terms import Terms

_SETTINGS = select(ShopRow.settings).where(ShopRow.id == bindparam("shop"))


def read(ctx: Context, *, lock: bool = False) -> ShopSettings:
    """Return what the actor's shop chose."""
    query = select(ShopRow).where(ShopRow.id == ctx.actor.shop_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    row = ctx.session.scalars(query).one()
    return ShopSettings(
        name=row.name,
        zone=row.zone,
        currency=row.currency,
        language=str(row.settings.get("language", rules.DEFAULT_LANGUAGE)),
        approval_minutes=int(row.settings.get("approval_minutes", rules.DEFAULT_APPROVAL_MINUTES)),
        ndr_hold_out=int(row.settings.get("ndr_hold_out", 0)),
        ndr_assignment=str(row.settings.get("ndr_assignment", "off")),
        asks=tuple(row.settings.get("asks") or ()),
        prepaid_discount=int(row.settings.get("prepaid_discount", 0)),
        terms=Terms.of(row.settings),
        auto_cancel=str(row.settings.get("auto_cancel", "off")),
    )


def price_rules(ctx: Context) -> PriceRules:
    """Return how far the actor's shop lets prices go: its own choices, or what holds until then."""
    chosen = ctx.session.scalar(_SETTINGS, {"shop": ctx.actor.shop_id}) or {}
    own = chosen.get("pricing", {})
    known = {field.name for field in fields(PriceRules)}
    return PriceRules(**{name: value for name, value in own.items() if name in known})


def name_is_taken(ctx: Context, name: str) -> bool:
    """Tell whether another shop of this installation has a name: a command finds a shop by it."""
    found = ctx.session.scalar(
        select(ShopRow.id).where(ShopRow.name == name, ShopRow.id != ctx.actor.shop_id)
    )
    return found is not None


def write(ctx: Context, setting: Setting, value: str) -> None:
    """Store one setting."""
    row = ctx.session.scalars(select(ShopRow).where(ShopRow.id == ctx.actor.shop_id)).one()
    match setting:
        case Setting.NAME:
            row.name = value
        case Setting.ZONE:
            row.zone = value
        case Setting.LANGUAGE:
            row.settings = {**row.settings, "language": value}
        case Setting.APPROVAL_MINUTES:
            row.settings = {**row.settings, "approval_minutes": int(value)}
        case Setting.NDR_HOLD_OUT:
            # Only cases from now on are compared: those before were not divided.
            began = {"ndr_hold_out": int(value), "ndr_hold_out_since": ctx.now.isoformat()}
            row.settings = {**row.settings, **began}
        case Setting.NDR_ASSIGNMENT:
            row.settings = {**row.settings, "ndr_assignment": value}
        case Setting.ASK_DELIVERY | Setting.ASK_CONFIRM | Setting.ASK_ADDRESS:
            others = [one for one in row.settings.get("asks") or () if one != ASKS[setting]]
            asks = [*others, ASKS[setting]] if value == "on" else others
            row.settings = {**row.settings, "asks": asks}
        case Setting.PREPAID_DISCOUNT:
            row.settings = {**row.settings, "prepaid_discount": int(value)}
        case Setting.WORKING_HOURS:
            opens, _, closes = value.partition("-")
            _write_terms(row, opens=int(opens), closes=int(closes))
        case Setting.RETURN_COSTS:
            _write_terms(row, return_rupees=int(value))
        case Setting.ASKING_COSTS:
            _write_terms(row, asking_rupees=int(value))
        case Setting.COURIER_CUT_OFF:
            _write_terms(row, cut_off_hour=int(value))
        case Setting.AUTO_CANCEL:
            # Orders from before the rule are left alone, and it acts in the name of who wrote it.
            began = {"auto_cancel": value, "auto_cancel_since": ctx.now.isoformat(),
                     "auto_cancel_by": ctx.actor.person_id}  # fmt: skip
            row.settings = {**row.settings, **began}
    ctx.session.flush()


def _write_terms(row: ShopRow, **changed: int) -> None:
    row.settings = {**row.settings, "terms": {**(row.settings.get("terms") or {}), **changed}}


def language_of_person(ctx: Context) -> str:
    """Return the language the actor chose; empty where they chose none."""
    chosen = ctx.session.scalar(
        select(PersonRow.language).where(
            PersonRow.shop_id == ctx.actor.shop_id, PersonRow.id == ctx.actor.person_id
        )
    )
    return chosen or ""


def set_language_of_person(ctx: Context, language: str) -> None:
    """Store the language the actor chose."""
    ctx.session.execute(
        update(PersonRow)
        .where(PersonRow.shop_id == ctx.actor.shop_id, PersonRow.id == ctx.actor.person_id)
        .values(language=language)
    )


def default_language(session: Session, shop_id: int) -> str:
    """Return what is answered in where nothing else tells a language."""
    return str(_chosen(session, shop_id).get("language", rules.DEFAULT_LANGUAGE))


def approval_minutes(session: Session, shop_id: int) -> int | None:
    """Return how long a write waits for its yes; `None` where the shop chose nothing."""
    minutes = _chosen(session, shop_id).get("approval_minutes")
    return int(minutes) if minutes is not None else None


def ndr_hold_out(session: Session, shop_id: int) -> tuple[int, datetime | None]:
    """Return the percentage of undelivered parcels that scores leave alone, and since when."""
    chosen = _chosen(session, shop_id)
    since = chosen.get("ndr_hold_out_since")
    return int(chosen.get("ndr_hold_out", 0)), datetime.fromisoformat(since) if since else None


def ndr_assignment(session: Session, shop_id: int) -> str:
    """Return by what undelivered parcels find their agent by themselves; `off` if they do not."""
    return str(_chosen(session, shop_id).get("ndr_assignment", "off"))


def prepaid_discount(session: Session, shop_id: int) -> int:
    """Return the percentage saved by who pays a cash order online before it leaves."""
    return int(_chosen(session, shop_id).get("prepaid_discount", 0))


def cancel_rule(session: Session, shop_id: int) -> tuple[CancelRule, datetime, int] | None:
    """Return the shop's rule of cancelling, since when it holds and which person wrote it."""
    chosen = _chosen(session, shop_id)
    rule = CancelRule.of(str(chosen.get("auto_cancel", "off")))
    if rule is None:
        return None
    since = datetime.fromisoformat(chosen["auto_cancel_since"])
    return rule, since, int(chosen["auto_cancel_by"])


def _chosen(session: Session, shop_id: int) -> dict[str, Any]:
    return session.scalar(_SETTINGS, {"shop": shop_id}) or {}
