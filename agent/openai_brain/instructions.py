"""The system prompt of one request: the rules, who asks, and how people ask for each tool."""

import json
from collections.abc import Sequence
from functools import lru_cache
from string import Template
from typing import Any

import prompts
from agent.llm import Request
from agent.openai_brain.conversation import fenced
from agent.openai_brain.masking import Mask
from commerce.memory import Known, Shortcut

LANGUAGE_NAMES = {
    "en": "English",
    "hi": "Hindi in Devanagari script",
    "hi-Latn": "Hinglish: Hindi in Latin letters, as people write it on WhatsApp",
    "ar": "Arabic",
    "id": "Indonesian",
}
SAMPLES = 3
"""Example sentences of each tool and language."""


MOST_KNOWN = 1_500
"""Letters of what is known about a person; what does not fit is left out, the newest first."""


def instructions(request: Request, shop: str, prompt: str, mask: Mask) -> str:
    """Return a system prompt filled in. The moment is a day, so that providers can cache it.

    What changes from person to person stands at its end, for the same reason.

    Args:
        prompt: Text with blanks, as `prompts/system.md` has them.
    """
    context = request.context
    return _template(prompt).safe_substitute(
        role=context.actor.role.value,
        shop=_one_line(shop),
        today=f"{context.today:%A} {context.today.isoformat()}",
        zone=context.zone.key,
        currency=context.currency,
        language=LANGUAGE_NAMES.get(request.language, request.language),
        examples=_examples(tuple(tool.name for tool in request.tools), request.language),
        known=_known(request.known, mask),
        before=fenced(mask.data(dict(request.before))) if request.before else "Nothing.",
    )


def _known(known: Known, mask: Mask) -> str:
    """Return what a person asked to be remembered, inside a fence that nothing in it can close."""
    told: dict[str, Any] = {}
    if known.warehouse:
        told["default_warehouse"] = known.warehouse
    if known.hours:
        told["working_hours"] = known.hours
    if known.report:
        told["my report"] = _request(known.report)
    for shortcut in known.shortcuts:
        more = {**told, shortcut.name: _request(shortcut)}
        if len(json.dumps(more, ensure_ascii=False, default=str)) > MOST_KNOWN:
            break
        told = more
    return fenced(mask.data(told)) if told else "Nothing."


def _request(shortcut: Shortcut) -> dict[str, Any]:
    calls = [{"tool": call.tool, "arguments": call.arguments} for call in shortcut.calls]
    return {"stands_for": shortcut.request, **({"calls": calls} if calls else {})}


@lru_cache(maxsize=64)
def _examples(names: tuple[str, ...], language: str) -> str:
    lines = []
    for name in names:
        by_language = prompts.examples().get(name, {})
        said = [
            sentence
            for each in dict.fromkeys((language, "en"))
            for sentence in _spread(by_language.get(each, ()))
        ]
        if said:
            lines.append(f"- {name}: " + " · ".join(f"“{_blank(sentence)}”" for sentence in said))
    return "\n".join(lines)


def _spread(sentences: Sequence[str]) -> Sequence[str]:
    """Return a few from the whole length of a list, which begins with the plainest."""
    step = max(1, len(sentences) // SAMPLES)
    return sentences[::step][:SAMPLES]


def _blank(sentence: str) -> str:
    """Show a slot as a blank, so that no sample looks like a real number."""
    return sentence.replace("{", "<").replace("}", ">")


def _one_line(text: str) -> str:
    return " ".join(text.split())[:80]


@lru_cache(maxsize=4)
def _template(prompt: str) -> Template:
    return Template(prompt)
