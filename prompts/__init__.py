"""Every word said to an LLM, and every example sentence, as text files reviewed like code.

`examples/AREA.toml` holds, for each tool and language, sentences that should lead to it; a slot
such as `{order}` or `{period}` stands for anything of that kind. `lexicon/*.toml` holds, for each
closed word of the trade, how people say it. `personal/*.toml` holds the words by which names and
addresses are known that are kept from a provider.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from importlib.resources import files


def load(name: str) -> str:
    """Return the text of `prompts/<name>.md`."""
    return (files(__name__) / f"{name}.md").read_text(encoding="utf-8")


@cache
def version_of_examples() -> str:
    """Return a short fingerprint of all example sentences."""
    return fingerprint(repr(sorted(examples().items())))


def fingerprint(text: str) -> str:
    """Return twelve characters that stand for a text."""
    return blake2b(text.encode(), digest_size=6).hexdigest()


@cache
def examples() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return the example sentences: tool name → language → sentences."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}  # A tool's languages may be in two files.
    for file in sorted((files(__name__) / "examples").iterdir(), key=lambda entry: entry.name):
        for name, languages in tomllib.loads(file.read_text(encoding="utf-8")).items():
            told = found.setdefault(name, {})
            for language, said in languages.items():
                told[language] = (*told.get(language, ()), *said)
    return found


@cache
def lexicon(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return how people say each word of a closed set: value → phrases, all languages."""
    text = (files(__name__) / "lexicon" / f"{name}.toml").read_text(encoding="utf-8")
    return {value: tuple(phrases) for value, phrases in tomllib.loads(text).items()}


@cache
def personal(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words that what is personal is known by: role of the word → words."""
    text = (files(__name__) / "personal" / f"{name}.toml").read_text(encoding="utf-8")
    return {role: tuple(words) for role, words in tomllib.loads(text).items()}
