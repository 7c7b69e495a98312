"""A message heard: its words, the values in them, and how likely each tool is."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.planner import thresholds
from agent.planner.choose.features import Masked, mask
from agent.planner.choose.model import Chooser
from agent.planner.recognise import Found, Shop, recognise
from agent.planner.text import Said, read
from knowledge.embedding import Embedder


@dataclass(slots=True)
class Heard:
    """One sentence, or several heard as one."""

    said: Said
    found: list[Found]
    masked: Masked
    shares: dict[str, float]
    """How likely each class is; from the words alone until the meaning was asked."""
    has_meaning: bool = False


class Ear:
    """Hears sentences for one turn; the same sentence is read once."""

    def __init__(self, chooser: Chooser, embedder: Embedder | None, shop: Shop) -> None:
        self._chooser = chooser
        self._embedder = embedder if chooser.has_meaning else None
        self._shop = shop
        self._heard: dict[str, Heard] = {}

    @property
    def shop(self) -> Shop:
        """What is known of the shop that is spoken of."""
        return self._shop

    def hear(self, text: str) -> Heard:
        """Return a sentence as its words alone tell it."""
        if text not in self._heard:
            said = read(text)
            found = recognise(said, self._shop)
            masked = mask(said, found)
            shares = self._chooser.by_words(masked)
            self._heard[text] = Heard(said, found, masked, shares)
        return self._heard[text]

    def unsure(self, texts: Sequence[str]) -> list[Heard]:
        """Return those sentences whose words alone do not decide."""
        if self._embedder is None:
            return []
        heard = [self.hear(text) for text in texts]
        return [
            h for h in heard
            if not h.has_meaning and h.said.tokens
            and (max(h.shares.values()) < thresholds.WORDS_ALONE
                 or self._chooser.knows(h.masked) < 0.75)
        ]  # fmt: skip

    def ask_meaning(self, heard: Sequence[Heard]) -> None:
        """Let the meaning of some sentences count. Slow (tens of milliseconds); touches no row."""
        if self._embedder is None or not heard:
            return
        vectors = self._embedder.embed([h.masked.meaning for h in heard])
        for one, vector in zip(heard, vectors, strict=True):
            one.shares = self._chooser.together(one.masked, vector)
            one.has_meaning = True
