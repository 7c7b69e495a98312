"""Train the planner from the tools' examples: `python -m agent.planner.training`.

Writes `agent/planner/weights.npz`, which is shipped; run it after any change of
`prompts/examples/` or `prompts/lexicon/`. Only here is scikit-learn imported.
"""

import argparse
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import prompts
from agent.planner.choose.examples import FILLED, Example, all_examples
from agent.planner.choose.features import VERSION, grams
from agent.planner.choose.model import Floats, Weights
from agent.planner.fields import enums_of
from agent.planner.mood import Mood, Verbs, mood_of, verbs_of
from agent.planner.negating import ANY, negated_word
from agent.planner.recognise.found import phrases
from agent.planner.text import read
from commerce.access import PERMISSIONS, Role
from commerce.spelling import fold
from knowledge.embedding import Embedder, default_embedder
from tools.base import Tool

SHIPPED = Path(__file__).with_name("weights.npz")

LEAST_TRIGGERS = 3
"""In how many of a tool's examples a word must stand to be one that tells it."""
LEAST_SHARE = 0.35
"""And how much of all its use must be there (each tool weighing the same)."""
LEAST_USUAL = 0.08
"""Or in which part of a tool's own examples a verb of commands must stand, however many other tools
share it: "return" is said of parcels, of money and of what a return costs."""
LEAST_TOLD = 0.06
"""In which part of a tool's examples in one language a thing is told not to have happened, so that
it usually is: "the courier never came"."""
LEAST_REPORTS = 0.2
"""In which part of a tool's examples in one language it must be told, and not asked for, to be one
that is asked for by telling."""
_ENOUGH = 20
"""Examples of one language that tell what is usual in it."""
_NOUNS = prompts.lexicon("dialogue_words")["noun"]
_COMMANDS = prompts.lexicon("question_words")
_VERBS = frozenset(fold(word) for word in _COMMANDS["commands_first"]) - frozenset(
    fold(word) for key in ("wants", "light") for word in _COMMANDS[key]
)
"""Verbs that command and say what: "make" and "get" do not."""


def content_hash() -> str:
    """Return what tells whether weights still fit the examples and lexicons."""
    digest = hashlib.sha256(f"{VERSION} {FILLED}".encode())
    for folder in ("examples", "lexicon"):
        for file in sorted((files(prompts) / folder).iterdir(), key=lambda entry: entry.name):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def train(tools: tuple[Tool, ...], embedder: Embedder | None, cache: Path | None = None) -> Weights:
    """Learn to choose among the tools that have examples, and the classes that are no tool.

    Args:
        cache: A folder that keeps embeddings between trainings; `None` keeps none.
    """
    enums = enums_of(tools)
    examples = all_examples(enums)
    names = [example.name for example in examples]
    classes = tuple(sorted(set(names)))
    vocabulary, idf, word_matrix = _word_matrix(examples)
    word_weights, word_bias = _fit(word_matrix, names, classes, strength=20.0, close=2e-4)
    meaning_weights = np.zeros((0, len(classes)), dtype=np.float32)
    meaning_bias = np.zeros(len(classes), dtype=np.float32)
    if embedder is not None:
        vectors = embedded([e.masked.meaning for e in examples], embedder, cache)
        meaning_weights, meaning_bias = _fit_meaning(vectors, names, classes)
    triggers = tuple(sorted(_triggers(examples, _can_name(enums), _customers_own(tools))))
    pairs = tuple(sorted(_pairs(examples)))
    return Weights(
        content=content_hash(), embedder=embedder.name if embedder else "", classes=classes,
        vocabulary=vocabulary, idf=idf, word_weights=word_weights, word_bias=word_bias,
        meaning_weights=meaning_weights, meaning_bias=meaning_bias,
        triggers=triggers, pairs=pairs, told=tuple(sorted(_told(examples, triggers, pairs))),
    )  # fmt: skip


def embedded(sentences: Sequence[str], embedder: Embedder, cache: Path | None) -> Floats:
    """Embed sentences, each once, and keep the vectors for the next training."""
    path = cache / f"embeddings-{embedder.name}.npz" if cache else None
    known: dict[str, Floats] = {}
    if path is not None and path.is_file():
        with np.load(path, allow_pickle=False) as stored:
            known = dict(zip(map(str, stored["keys"]), stored["vectors"], strict=True))
    keys = [hashlib.sha256(sentence.encode()).hexdigest()[:24] for sentence in sentences]
    missing = {k: s for k, s in zip(keys, sentences, strict=True) if k not in known}
    waiting = list(missing.items())
    for start in range(0, len(waiting), 64):
        batch = waiting[start : start + 64]
        vectors = embedder.embed([sentence for _, sentence in batch])
        known.update(zip((key for key, _ in batch), vectors, strict=True))
    if path is not None and missing:
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = sorted(known)
        np.savez(path, keys=np.array(kept), vectors=np.stack([known[key] for key in kept]))
    return np.stack([known[key] for key in keys])


def _word_matrix(examples: Sequence[Example]) -> tuple[tuple[str, ...], Floats, Any]:
    """Return the n-grams, their idf, and the sentences as rows of unit length."""
    from scipy.sparse import csr_matrix

    counts = [Counter(grams(example.masked.words)) for example in examples]
    # An n-gram of one template alone says nothing about any other sentence.
    spread: defaultdict[str, set[int]] = defaultdict(set)
    for example, count in zip(examples, counts, strict=True):
        for gram in count:
            spread[gram].add(example.template)
    vocabulary = tuple(sorted(gram for gram, where in spread.items() if len(where) >= 2))
    column = {gram: index for index, gram in enumerate(vocabulary)}
    templates = len({example.template for example in examples})
    idf = np.array(
        [np.log((1 + templates) / (1 + len(spread[gram]))) + 1 for gram in vocabulary],
        dtype=np.float32,
    )
    rows, columns, values = [], [], []
    for row, count in enumerate(counts):
        cells = {
            column[g]: (1 + np.log(n)) * idf[column[g]] for g, n in count.items() if g in column
        }
        length = float(np.sqrt(sum(v * v for v in cells.values()))) or 1.0
        for index, value in cells.items():
            rows.append(row)
            columns.append(index)
            values.append(value / length)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(examples), len(vocabulary)))
    return vocabulary, idf, matrix


def _fit_meaning(
    vectors: Floats, names: Sequence[str], classes: Sequence[str]
) -> tuple[Floats, Floats]:
    """Fit over vectors that all point nearly the same way: what they share is taken out first.

    That takes a third of the steps, and chooses a little better; the weights are given back for
    vectors as they come.
    """
    middle, spread = vectors.mean(axis=0), vectors.std(axis=0)
    weights, bias = _fit((vectors - middle) / spread, names, classes, strength=0.1, close=3e-4)
    weights = weights / spread[:, None]
    return weights, bias - middle @ weights


_LEAST_STEPS = 10


def _fit(
    matrix: Any, names: Sequence[str], classes: Sequence[str], *, strength: float, close: float
) -> tuple[Floats, Floats]:
    """Fit one multinomial logistic regression; every class weighs the same."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=strength, tol=close, max_iter=400, class_weight="balanced")
    model.fit(matrix, list(names))
    assert list(model.classes_) == list(classes)
    # The more classes there are, the flatter is the slope at the start: a bound that was fine
    # for a hundred classes takes the start itself for the end.
    assert model.n_iter_[0] > _LEAST_STEPS, "nothing was learnt: the bound is too wide"
    weights: NDArray[Any] = model.coef_.T
    return weights.astype(np.float32), model.intercept_.astype(np.float32)


def _customers_own(tools: Iterable[Tool]) -> frozenset[str]:
    """Return the tools that only customers use: what words mean to them is told apart by itself."""
    staff = frozenset().union(*(PERMISSIONS[role] for role in Role if role is not Role.CUSTOMER))
    return frozenset(tool.name for tool in tools if not staff & set(tool.needs))


def _triggers(
    examples: Iterable[Example],
    names_action: Callable[[str, str], bool],
    customers_own: frozenset[str],
) -> set[str]:
    """Return `tool word` where a word, said at all, mostly means that tool."""
    said: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    templates: defaultdict[str, set[int]] = defaultdict(set)
    for example in examples:
        templates[example.name].add(example.template)
        for word in set(example.masked.words):
            said[word][example.name].add(example.template)
    heads = {name: fold(name.partition("_")[0]) for name in templates}
    others = {name: set(heads.values()) - {head} for name, head in heads.items()}
    found = set()
    for word, by_tool in said.items():
        rates = {name: len(where) / len(templates[name]) for name, where in by_tool.items()}
        for name, where in by_tool.items():
            families: defaultdict[str, float] = defaultdict(float)
            for other, rate in rates.items():
                if (other in customers_own) == (name in customers_own):
                    families[_family(other)] = max(families[_family(other)], rate)
            share = rates[name] / (sum(families.values()) - families[_family(name)] + rates[name])
            usual = word in _VERBS - others[name] and rates[name] >= LEAST_USUAL
            tells = share >= LEAST_SHARE or usual
            if len(where) >= LEAST_TRIGGERS and tells and names_action(name, word):
                found.add(f"{name} {word}")
    return found


def _can_name(enums: Mapping[str, Mapping[str, str]]) -> Callable[[str, str], bool]:
    """Return what tells whether a word may name a tool's action.

    What may stand in a slot names none: in "cancel all unpaid orders to Delhi" it is neither the
    place nor what the orders have in common.
    """
    fillers = _folds(prompts.lexicon("fillers")) | {fold(word) for word in _NOUNS}
    values = {
        name: _folds({
            value: [one for one in said if len(one.split()) == 1]
            for lexicon in lexicons.values()
            for value, said in prompts.lexicon(lexicon).items()
            if not value.lower().startswith(name.partition("_")[0])
        })
        for name, lexicons in enums.items()
    }  # fmt: skip

    def can(tool: str, word: str) -> bool:
        mark = word.startswith("x") or any(letter.isdigit() for letter in word)
        return not mark and word not in fillers and word not in values.get(tool, ())

    return can


def _folds(lexicon: Mapping[str, Sequence[str]]) -> set[str]:
    return {token.fold for said in lexicon.values() for one in said for token in read(one).tokens}


_SAME_VERB = ("pause", "resume")


def _family(tool: str) -> str:
    """Return what a tool shares with those that do the same to many, or to something else.

    What is paused or resumed is told by its noun: the verb is the verb of each of them.
    """
    verb = tool.partition("_")[0]
    return verb if verb in _SAME_VERB else tool.removesuffix("s")


def _pairs(examples: Iterable[Example]) -> set[str]:
    """Return `tool negation neighbour` for negations in a tool's own examples ("mat bhejo").

    A word of the tool's name is never one of them: "mat cancel" is not to cancel.
    """
    found = set()
    templates: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    told: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for example in examples:
        tokens, own = example.said.tokens, example.name.split("_")
        spoken = (example.name, example.language)
        templates[spoken].add(example.template)
        for hit in phrases("negation", fuzzy=False).find(tokens):
            word = negated_word(example.said, hit)
            if example.holds(tokens[hit.first]) or word is None:
                continue
            if not any(word.fold.startswith(fold(part)) for part in own):
                found.add(f"{example.name} {tokens[hit.first].fold} {word.fold}")
                if hit.value == "not":
                    told[spoken].add(example.template)
    usual = {
        name for (name, language), some in told.items()
        if len(some) >= LEAST_TOLD * max(_ENOUGH, len(templates[name, language]))
    }  # fmt: skip
    return found | {f"{name} not {ANY}" for name in usual}


def _told(examples: Iterable[Example], triggers: Sequence[str], pairs: Sequence[str]) -> set[str]:
    """Return the tools that people ask for by telling what happened: "the rider never came"."""
    verbs: dict[str, Verbs] = {}
    templates: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    told: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for example in examples:
        own = verbs.setdefault(example.name, verbs_of(example.name, triggers, pairs))
        spoken = (example.name, example.language)
        templates[spoken].add(example.template)
        if mood_of(example.said, own) is Mood.REPORTS:
            told[spoken].add(example.template)
    return {
        name for (name, language), some in told.items()
        if len(some) >= LEAST_REPORTS * max(_ENOUGH, len(templates[name, language]))
    }  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """Train and write the weights."""
    import tools

    wanted = _parser().parse_args(arguments)
    weights = train(tools.TOOLS, default_embedder(), wanted.cache)
    weights.save(wanted.into)
    size = wanted.into.stat().st_size // 1024
    sys.stdout.write(
        f"{len(weights.classes)} classes, {len(weights.vocabulary)} n-grams, {size} KiB\n"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m agent.planner.training",
        description="Train the planner from the tools' examples and write its weights.",
    )
    parser.add_argument(
        "--cache", type=Path, metavar="FOLDER",
        help="keep the embeddings of sentences here, so that only new ones are embedded again",
    )  # fmt: skip
    parser.add_argument(
        "--into", type=Path, metavar="FILE", default=SHIPPED,
        help="write the weights here (default: those that are shipped)",
    )  # fmt: skip
    return parser


if __name__ == "__main__":
    main()
