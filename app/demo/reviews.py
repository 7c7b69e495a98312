"""What customers write about products they have received."""

import numpy as np

from app.demo.bulk import Rows, rows
from app.demo.catalogue import CATEGORIES
from app.demo.clock import DAY, NEVER, moments
from app.demo.customers import LANGUAGES
from app.demo.data import words
from app.demo.dice import Flags, Ints, chance
from app.demo.journeys import Journeys
from app.demo.orders import Orders
from app.demo.world import World

SHARE = 0.09
MOST = 2_000
"""Reviews: one delivered order in eleven, and about this many in a very large shop."""


class Reviews:
    """Writes down reviews of runs of orders."""

    def __init__(self, world: World, shop_id: int, first: int) -> None:
        self._world, self._shop_id, self._first = world, shop_id, first
        self._words = words("reviews.toml")
        self._share = min(SHARE, MOST / (0.75 * world.orders))

    def rows(self, orders: Orders, journeys: Journeys) -> Rows:
        """Return the reviews written up to now."""
        dice, goods = self._world.dice, self._world.catalogue
        wrote = dice.flag("review", orders.ids, self._share) & (journeys.delivered < NEVER)
        at = np.where(wrote, journeys.delivered, 0)
        at = at + (dice.between("review/after", orders.ids, 0.3, 12.0) * DAY).astype(np.int64)
        chosen = np.flatnonzero(wrote & (at <= self._world.now))
        ids = orders.ids[chosen]
        lead = np.searchsorted(orders.line_order, chosen)
        product = goods.product[orders.variant[lead]]
        late: Flags = journeys.delivered[chosen] > journeys.promised[chosen]
        rating = self._ratings(ids, product, late, journeys.returned[chosen] < NEVER)
        language = orders.traits.language[chosen]
        # Few write in Devanagari; the rest of them type Hindi in Latin letters.
        roman = (language == 1) & dice.flag("roman", ids, 0.7)
        language = np.where(roman, 2, language)
        return rows(
            self._shop_id,
            product_id=(self._first + product).tolist(),
            customer_id=(self._first + orders.customer[chosen]).tolist(),
            rating=rating.tolist(),
            text=self._texts(ids, product, rating, language, orders.category[chosen]),
            language=[LANGUAGES[k] for k in language.tolist()],
            at=moments(at[chosen]),
        )

    def _ratings(self, ids: Ints, product: Ints, late: Flags, returned: Flags) -> Ints:
        """Return stars: the product's quality, a late parcel and a return tell."""
        mood = 0.8 + 1.9 * self._world.catalogue.quality[product] - 0.9 * late - 2.2 * returned
        tendency = chance(np.asarray(mood + 0.8 * self._world.dice.normal("mood", ids)))
        return 1 + np.minimum((tendency * 5).astype(np.int64), 4)

    def _texts(
        self, ids: Ints, product: Ints, rating: Ints, language: Ints, category: Ints
    ) -> list[str]:
        dice = self._world.dice
        share = [dice.uniform(f"words{k}", ids).tolist() for k in range(3)]
        texts = []
        for n, stars in enumerate(rating.tolist()):
            mood = "good" if stars >= 4 else "bad" if stars <= 2 else "mixed"
            tongue = LANGUAGES[language[n]]
            about = self._words[CATEGORIES[category[n]]].get(tongue, {})
            sentences = [_one_of(self._words["any"][tongue][mood], share[0][n])]
            if about and share[2][n] < 0.75:
                side = mood if mood != "mixed" else "good" if share[2][n] < 0.35 else "bad"
                sentences.insert(0, _one_of(about[side], share[1][n]))
            title = self._world.catalogue.products[int(product[n])].title
            texts.append(" ".join(sentences).format(product=title))
        return texts


def _one_of(choices: list[str], share: float) -> str:
    return choices[int(share * len(choices))]
