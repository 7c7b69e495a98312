"""The shop's words, kept for a little while so that each message need not read them again."""

import threading
import time
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from sqlalchemy import Engine

from commerce.context import Context
from commerce.lookup import queries
from commerce.lookup.types import ShopVocabulary

CHECK_AFTER_SECONDS = 15.0
"""How long the words are used without asking whether the shop has new ones."""
READ_AFTER_SECONDS = 600.0
"""When they are read again in any case: a title may have been changed in place."""


@dataclass(frozen=True, slots=True)
class _Kept:
    words: ShopVocabulary
    version: tuple[int, ...]
    checked: float
    read: float


# Keyed by the engine itself, then the shop: two databases never share words, nor do two shops.
_kept: WeakKeyDictionary[Engine, dict[int, _Kept]] = WeakKeyDictionary()
_lock = threading.Lock()


def vocabulary(ctx: Context) -> ShopVocabulary:
    """Return the words of the actor's shop."""
    engine = ctx.session.get_bind().engine
    now = time.monotonic()
    with _lock:
        kept = _kept.setdefault(engine, {}).get(ctx.actor.shop_id)
    if kept is not None and now - kept.checked < CHECK_AFTER_SECONDS:
        return kept.words
    version = queries.version(ctx)
    if kept is not None and kept.version == version and now - kept.read < READ_AFTER_SECONDS:
        fresh = _Kept(kept.words, version, now, kept.read)
    else:
        fresh = _Kept(queries.read_vocabulary(ctx), version, now, now)
    with _lock:
        _kept[engine][ctx.actor.shop_id] = fresh
    return fresh.words
