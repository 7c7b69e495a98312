"""In which language the page speaks, and whether the person chose it."""

from starlette.requests import HTTPConnection

from commerce.access import Actor
from commerce.words import ANSWERED, FALLBACK

COOKIE = "superecom-language"
THEME_COOKIE = "superecom-theme"
THEMES = ("light", "dark")


def chosen_language(connection: HTTPConnection) -> str | None:
    """Return the language the person picked on the page; `None` follows each message."""
    chosen = connection.cookies.get(COOKIE)
    return chosen if chosen in ANSWERED else None


def language_of(connection: HTTPConnection, actor: Actor | None = None) -> str:
    """Return the page's language: picked, else the person's own, else the browser's."""
    chosen = chosen_language(connection)
    if chosen is not None:
        return chosen
    if actor is not None and actor.language in ANSWERED:
        return str(actor.language)
    return _browsers(connection.headers.get("accept-language", ""))


def chosen_theme(connection: HTTPConnection) -> str:
    """Return `light` or `dark` where the person picked one; empty follows the device."""
    theme = connection.cookies.get(THEME_COOKIE, "")
    return theme if theme in THEMES else ""


def _browsers(accepted: str) -> str:
    for part in accepted.split(","):
        tag = part.partition(";")[0].strip()
        for candidate in (tag, tag.partition("-")[0]):
            if candidate in ANSWERED:
                return candidate
    return FALLBACK
