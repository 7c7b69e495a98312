"""Which workflow of the shop a sentence names: by its name, its title, or what it is about."""

from collections import Counter
from collections.abc import Iterable
from functools import cache

import prompts
from agent.planner.fields import enum_phrases
from agent.planner.leaning import small_words
from agent.planner.memory import LOOK_BACK, Memory
from agent.planner.text import Said, Token, read
from commerce import workflows
from commerce.access import Permission
from commerce.context import Context
from commerce.words import LANGUAGES
from commerce.workflows import Workflow
from tools.arguments import Kind
from tools.workflow_arguments import LibraryName

_BY_NAME, _BY_WHAT = 3.0, 1.0
"""What a word of the name or title counts, and one of what it does."""
_AHEAD = 1.3
"""How far the best must be before the next, so that nobody pauses another than was meant."""
_LIBRARY = {name.value for name in LibraryName}

Named = tuple[str, int, int]


def workflow_in(ctx: Context, said: Said, *, by_name: bool = False) -> Named | None:
    """Return the name of the workflow that is named, with the letters that name it.

    `None` where none is, or where several may be.

    Args:
        ctx: Whose shop it is.
        said: What was said.
        by_name: Whether only its name and title count, and not what it does: "send by SMS" says
            what another one shall do.
    """
    if not ctx.actor.may(Permission.REPORTS_READ):
        return None
    there = workflows.list_workflows(ctx)
    return _by_library_words(said, there) or _by_words(ctx, said, there, by_name=by_name)


def spoken_of(memory: Memory) -> str | None:
    """Return the workflow that the talk is about, if it is about one."""
    for turn in list(memory.past)[::-1][:LOOK_BACK]:
        for outcome in reversed(turn.outcomes):
            arguments = outcome.call.arguments
            definition = arguments.get("definition")
            if isinstance(definition, dict) and "name" in definition:
                return str(definition["name"])
            named = [m.id for m in outcome.mentions if m.kind is Kind.WORKFLOW]
            if len(named) == 1:
                return named[0]
            if outcome.call.name.endswith("_workflow") and arguments.get("library"):
                return str(arguments["library"])
    return None


def _by_library_words(said: Said, there: Iterable[Workflow]) -> Named | None:
    names = {one.name for one in there} & _LIBRARY
    hits = [h for h in enum_phrases(LibraryName).find(said.tokens) if h.value in names]
    if len({hit.value for hit in hits}) != 1:
        return None
    hit = max(hits, key=lambda hit: hit.last - hit.first)
    return hit.value, said.tokens[hit.first].start, said.tokens[hit.last - 1].end


def _by_words(
    ctx: Context, said: Said, there: Iterable[Workflow], *, by_name: bool
) -> Named | None:
    known = {one.name: _words_of(one, ctx.currency, by_name=by_name) for one in there}
    often = Counter(word for words in known.values() for word in words)
    meant = [token for token in said.tokens if _tells(token)]
    scores = {
        name: sum(words[t.fold] / often[t.fold] for t in meant if t.fold in words)
        for name, words in known.items()
    }
    ranked = sorted(scores.items(), key=lambda one: -one[1])
    if not ranked or ranked[0][1] < _BY_WHAT / 2:
        return None
    if len(ranked) > 1 and ranked[0][1] < ranked[1][1] * _AHEAD:
        return None
    name = ranked[0][0]
    used = [token for token in meant if token.fold in known[name]]
    return name, used[0].start, used[-1].end


def _words_of(one: Workflow, currency: str, *, by_name: bool) -> dict[str, float]:
    """Return the words that may mean a workflow, each with what it counts."""
    called = f"{one.name.replace('-', ' ')} {one.title}"
    names = {token.fold: _BY_NAME for token in read(called).tokens if _tells(token)}
    if by_name:
        return names
    does = " ".join(
        line.text
        for language in LANGUAGES
        for line in workflows.explain(one.definition, language, currency)
    )
    words = {token.fold: _BY_WHAT for token in read(does).tokens if _tells(token)}
    return words | names


def _tells(token: Token) -> bool:
    around = token.word in small_words() or token.word in _around()
    return not around and not token.is_number and len(token.word) > 1


@cache
def _around() -> frozenset[str]:
    return frozenset(prompts.lexicon("workflow_names")["around"])
