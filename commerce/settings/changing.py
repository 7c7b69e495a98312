"""Reading and changing what a shop chose, and a person's own language."""

from dataclasses import replace
from datetime import timedelta

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.records import audit
from commerce.settings import queries, rules
from commerce.settings.types import AnswerLanguage, Setting, ShopSettings

UNDO_FOR = timedelta(hours=24)


def settings_of(ctx: Context) -> ShopSettings:
    """Return what the shop chose, or what holds until it does.

    Raises:
        NotAllowed: The actor may approve nothing.
    """
    ctx.require(Permission.APPROVE)
    return queries.read(ctx)


def plan_change_setting(ctx: Context, setting: Setting, value: str) -> Change:
    """Say what another value would change.

    Raises:
        NotAllowed: The actor may not change settings.
        Refused: The setting cannot have the value, or has it.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    return _change(ctx, setting, value, lock=False)


def change_setting(ctx: Context, setting: Setting, value: str) -> Change:
    """Choose another value for the shop.

    Raises:
        NotAllowed: The actor may not change settings.
        Refused: The setting cannot have the value, or has it.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    change = _change(ctx, setting, value, lock=True)
    queries.write(ctx, setting, change.after["value"])
    audit(ctx, "change_setting", change)
    return change


def undo_change_setting(ctx: Context, change: Change) -> Change:
    """Put a setting back.

    Raises:
        NotAllowed: The actor may not change settings.
        Refused: It was changed again since.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    setting = Setting(change.subject)
    if _value(queries.read(ctx, lock=True), setting) != change.after["value"]:
        raise Refused("error-setting-moved")
    queries.write(ctx, setting, change.before["value"])
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    audit(ctx, "undo_change_setting", back)
    return back


def set_language(ctx: Context, language: AnswerLanguage) -> Change:
    """Answer the actor in a language from now on. Everybody may, for themselves."""
    change = Change(
        subject_kind="person",
        subject=ctx.actor.name,
        before={"person": ctx.actor.person_id, "language": queries.language_of_person(ctx)},
        after={"person": ctx.actor.person_id, "language": language.key},
        undo_for=UNDO_FOR,
    )
    queries.set_language_of_person(ctx, language.key)
    audit(ctx, "set_my_language", change)
    return change


def undo_set_language(ctx: Context, change: Change) -> Change:
    """Answer the actor as before.

    Raises:
        Refused: It is another person's choice, or was made again since.
    """
    mine = change.after["person"] == ctx.actor.person_id
    if not mine or queries.language_of_person(ctx) != change.after["language"]:
        raise Refused("error-setting-moved")
    queries.set_language_of_person(ctx, change.before["language"])
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    audit(ctx, "undo_set_my_language", back)
    return back


def _change(ctx: Context, setting: Setting, value: str, *, lock: bool) -> Change:
    before, after = _value(queries.read(ctx, lock=lock), setting), rules.read(setting, value)
    if before == after:
        raise Refused("error-setting-same")
    if setting is Setting.NAME and queries.name_is_taken(ctx, after):
        raise Refused("error-shop-exists", name=after)
    return Change(
        subject_kind="setting",
        subject=setting.value,
        before={"value": before},
        after={"value": after},
        undo_for=UNDO_FOR,
    )


def _value(settings: ShopSettings, setting: Setting) -> str:
    match setting:
        case Setting.NAME:
            return settings.name
        case Setting.ZONE:
            return settings.zone
        case Setting.LANGUAGE:
            return settings.language
        case Setting.APPROVAL_MINUTES:
            return str(settings.approval_minutes)
        case Setting.NDR_HOLD_OUT:
            return str(settings.ndr_hold_out)
        case Setting.NDR_ASSIGNMENT:
            return settings.ndr_assignment
        case Setting.ASK_DELIVERY | Setting.ASK_CONFIRM | Setting.ASK_ADDRESS:
            return "on" if settings.asks_about(setting) else "off"
        case Setting.PREPAID_DISCOUNT:
            return str(settings.prepaid_discount)
        case Setting.RETURN_COSTS:
            return str(settings.terms.return_rupees)
        case Setting.ASKING_COSTS:
            return str(settings.terms.asking_rupees)
        case Setting.COURIER_CUT_OFF:
            return str(settings.terms.cut_off_hour)
        case Setting.WORKING_HOURS:
            return f"{settings.terms.opens}-{settings.terms.closes}"
        case Setting.AUTO_CANCEL:
            return settings.auto_cancel
