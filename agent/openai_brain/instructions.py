"""The system prompt of one request: the rules, who asks, and how people ask for each tool."""

from collections.abc import Sequence
from functools import lru_cache
from string import Template

import prompts
from agent.llm import Request

LANGUAGE_NAMES = {
    "en": "English",
    "hi": "Hindi in Devanagari script",
    "hi-Latn": "Hinglish: Hindi in Latin letters, as people write it on WhatsApp",
    "ar": "Arabic",
    "id": "Indonesian",
}
SAMPLES = 3
"""Example sentences of each tool and language."""


def instructions(request: Request, shop: str, prompt: str) -> str:
    """Return a system prompt filled in. The moment is a day, so that providers can cache it.

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
    )


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
