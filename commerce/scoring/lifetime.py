"""How often a customer will buy again, whether they still do, and what they will spend.

Purchases: the BG/NBD model (Fader, Hardie & Lee 2005, "Counting Your Customers" the Easy Way,
doi:10.1287/mksc.1040.0098). While they are customers they buy at random at a rate of their own
(Gamma(r, α) over customers); after each purchase they leave with a chance of their own
(Beta(a, b)). Spending: the Gamma-Gamma model (Fader & Hardie 2013, "The Gamma-Gamma Model of
Monetary Value"; Fader, Hardie & Lee 2005, doi:10.1509/jmkr.2005.42.4.415).

Of a customer it needs four figures: repeat purchases `x`, when the last was `t_x`, how long they
are known `T` (both since the first purchase, in one unit of time), and the mean value of a
purchase. Everything works on whole shops at once.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.types import Arrays, Floats

FEWEST_CUSTOMERS: Final = 200
FEWEST_REPEATING: Final = 50
"""Of fewer customers, or fewer who ever came back, nothing is learnt."""
MOST_ROWS: Final = 25_000
"""Distinct histories that are learnt from; of more, every so many. Four parameters need no more."""
_NODES: Final = 40
_LIMITS: Final = (-9.0, 9.0)
"""Of the logarithm of a parameter: what runs away beyond them is not told by the data."""

Objective = Callable[[Floats], tuple[float, Floats]]
"""Logarithms of the parameters → minus the log likelihood, and its slope."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Histories:
    """What customers did up to a moment, one entry each; all times in one unit."""

    repeats: Floats
    """Purchases after the first."""
    last: Floats
    """From the first purchase to the last; 0 for those with one."""
    known: Floats
    """From the first purchase to the moment."""

    def __len__(self) -> int:
        """Return how many customers there are."""
        return len(self.repeats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchases:
    """A fitted BG/NBD model."""

    r: float
    alpha: float
    """In the unit of time of the histories."""
    a: float
    b: float
    likelihood: float
    """Log likelihood of what was learnt from."""
    errors: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Standard errors of the logarithms of r, alpha, a, b."""

    def alive(self, of: Histories) -> Floats:
        """Return the chance that each is still a customer, in [0, 1]."""
        return np.asarray(1 - _left(self, of), dtype=np.float64)

    def buys_within(self, of: Histories, span: float) -> Floats:
        """Return the chance that each buys at least once within a span from the moment on."""
        stays_away = (1 + span / (self.alpha + of.known)) ** -(self.r + of.repeats)
        return np.asarray(self.alive(of) * (1 - stays_away), dtype=np.float64)

    def expected(self, of: Histories, span: float) -> Floats:
        """Return the purchases to expect of each within a span from the moment on."""
        return np.asarray(self.alive(of) * self.expected_of_living(of, span), dtype=np.float64)

    def expected_of_living(self, of: Histories, span: float) -> Floats:
        """Return the same, were it sure that they are still customers.

        The mean of (1 − (1 + p·t/(α+T))^−(r+x)) / p over p ~ Beta(a, b+x), which is the paper's
        equation 10 without its hypergeometric function and its hole at a = 1; by Gauss-Jacobi
        quadrature.
        """
        found = np.empty(len(of))
        # Of many purchases one more changes nothing that the sixteenth digit of a node shows.
        for count in np.unique(of.repeats):
            rows = np.flatnonzero(of.repeats == count)
            nodes, weights = _beta_nodes(self.a, self.b + float(count))
            pace = span / (self.alpha + of.known[rows])
            stay = -np.expm1(-(self.r + count) * np.log1p(np.outer(pace, nodes)))
            found[rows] = (stay / nodes) @ weights
        return found

    def wait(self, of: Histories, share: float = 0.5) -> Floats:
        """Return after how long a share of those like each will have bought; inf for never."""
        alive = self.alive(of)
        within = share / np.maximum(alive, 1e-12)
        never = within >= 1
        left = np.where(never, 0.5, 1 - within)
        wait = (self.alpha + of.known) * (left ** (-1 / (self.r + of.repeats)) - 1)
        return np.where(never, np.inf, wait)

    def spread(
        self, of: Histories, span: float, *, share: float = 0.8, draws: int = 4_000
    ) -> tuple[float, float]:
        """Return within what the purchases of one customer in a span will lie, most likely.

        Drawn from the model with a fixed seed, so that the same customer gets the same answer.
        """
        dice = np.random.default_rng(7)
        x, known = float(of.repeats[0]), float(of.known[0])
        rate = dice.gamma(self.r + x, 1 / (self.alpha + known), draws)
        leaves = np.maximum(dice.beta(self.a, self.b + x, draws), 1e-12)
        stays = dice.random(draws) < float(self.alive(of)[0])
        # Purchases until they leave are geometric; those that fit into the span are Poisson.
        count = np.minimum(dice.poisson(rate * span), dice.geometric(leaves)) * stays
        low, high = np.quantile(count, ((1 - share) / 2, (1 + share) / 2))
        return float(low), float(high)

    def dump(self) -> dict[str, Floats]:
        """Return the model as arrays, to store."""
        values = (self.r, self.alpha, self.a, self.b, self.likelihood, *self.errors)
        return {"purchases": np.array(values)}

    @classmethod
    def load(cls, arrays: Arrays) -> "Purchases":
        """Return a model that was dumped.

        Raises:
            KeyError: These arrays are none.
        """
        r, alpha, a, b, likelihood, *errors = map(float, arrays["purchases"])
        return cls(
            r=r, alpha=alpha, a=a, b=b, likelihood=likelihood,
            errors=(errors[0], errors[1], errors[2], errors[3]),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """A fitted Gamma-Gamma model of the mean value of a purchase."""

    p: float
    q: float
    v: float
    """In the unit of money of what was learnt from."""
    likelihood: float

    def expected(self, purchases: Floats, mean: Floats) -> Floats:
        """Return the value of a purchase to expect of each: their own mean, pulled to all's.

        Args:
            purchases: Purchases the mean is of, 0 where nothing is known of one.
            mean: Mean value of those.
        """
        own = np.where(purchases > 0, purchases * mean, 0.0)
        return np.asarray(
            self.p * (self.v + own) / (self.p * purchases + self.q - 1), dtype=np.float64
        )

    @property
    def of_all(self) -> float:
        """The mean value of a purchase over all customers."""
        return self.p * self.v / (self.q - 1)

    def dump(self) -> dict[str, Floats]:
        """Return the model as arrays, to store."""
        return {"spending": np.array((self.p, self.q, self.v, self.likelihood))}

    @classmethod
    def load(cls, arrays: Arrays) -> "Spending":
        """Return a model that was dumped.

        Raises:
            KeyError: These arrays are none.
        """
        p, q, v, likelihood = map(float, arrays["spending"])
        return cls(p=p, q=q, v=v, likelihood=likelihood)


def fit_purchases(of: Histories) -> Purchases:
    """Learn the BG/NBD model by maximum likelihood.

    Raises:
        ValueError: Too few customers, or too few who ever bought again.
    """
    from scipy.special import digamma, gammaln

    if len(of) < FEWEST_CUSTOMERS or int((of.repeats > 0).sum()) < FEWEST_REPEATING:
        raise ValueError("Too few customers bought again to learn how often customers do.")
    unit = float(of.known.max()) / 10
    x, last, known, weight = _distinct(of, unit)
    bought = x > 0

    def objective(logs: Floats) -> tuple[float, Floats]:
        r, alpha, a, b = np.exp(logs)
        stayed, gone = np.log(alpha + known), np.log(alpha + last)
        here = -(r + x) * stayed
        with np.errstate(divide="ignore"):
            left = np.where(bought, np.log(a / np.maximum(b + x - 1, 1e-12)) - (r + x) * gone,
                            -np.inf)  # fmt: skip
        both = np.logaddexp(here, left)
        lost = np.exp(left - both)
        total = (
            gammaln(r + x) - gammaln(r) + r * np.log(alpha) + gammaln(a + b) + gammaln(b + x)
            - gammaln(b) - gammaln(a + b + x) + both
        )  # fmt: skip
        every = digamma(a + b) - digamma(a + b + x)
        slopes = (
            digamma(r + x) - digamma(r) + np.log(alpha) - (1 - lost) * stayed - lost * gone,
            r / alpha - (r + x) * ((1 - lost) / (alpha + known) + lost / (alpha + last)),
            every + lost / a,
            every + digamma(b + x) - digamma(b)
            - np.where(bought, lost / np.maximum(b + x - 1, 1e-12), 0.0),
        )  # fmt: skip
        slope = np.array([float(weight @ one) for one in slopes]) * np.exp(logs)
        return -float(weight @ total), -slope

    starts = ((0.0, 0.0, 0.0, 0.0), (-1.5, 1.0, -0.5, 1.0), (0.5, 0.5, -2.0, 1.0))
    logs, least, errors = _least(objective, starts)
    r, alpha, a, b = np.exp(logs)
    # Times were scaled to learn; the likelihood of times as they came has one factor a purchase.
    moved = float(weight @ x) * np.log(unit)
    return Purchases(
        r=float(r), alpha=float(alpha * unit), a=float(a), b=float(b),
        likelihood=-least - float(moved), errors=(errors[0], errors[1], errors[2], errors[3]),
    )  # fmt: skip


def fit_spending(purchases: Floats, mean: Floats) -> Spending:
    """Learn the Gamma-Gamma model by maximum likelihood, of those who bought something.

    Args:
        purchases: Purchases the mean is of; who has none is left out.
        mean: Mean value of those; who spent nothing is left out.

    Raises:
        ValueError: Too few customers spent anything.
    """
    from scipy.special import digamma, gammaln

    rows = np.flatnonzero((purchases > 0) & (mean > 0))
    if len(rows) < FEWEST_REPEATING:
        raise ValueError("Too few customers spent anything to learn how much customers spend.")
    rows = rows[:: -(-len(rows) // MOST_ROWS)]
    unit = float(np.median(mean[rows]))
    x, m = purchases[rows], mean[rows] / unit

    def objective(logs: Floats) -> tuple[float, Floats]:
        p, q, v = np.exp(logs)
        total = (
            gammaln(p * x + q) - gammaln(p * x) - gammaln(q) + q * np.log(v)
            + (p * x - 1) * np.log(m) + p * x * np.log(x) - (p * x + q) * np.log(x * m + v)
        )  # fmt: skip
        both = digamma(p * x + q)
        slopes = (
            x * (both - digamma(p * x) + np.log(m) + np.log(x) - np.log(x * m + v)),
            both - digamma(q) + np.log(v) - np.log(x * m + v),
            q / v - (p * x + q) / (x * m + v),
        )
        slope = np.array([float(one.sum()) for one in slopes]) * np.exp(logs)
        return -float(total.sum()), -slope

    logs, least, _ = _least(objective, ((1.5, 1.2, 0.0), (0.5, 0.8, 0.5)))
    p, q, v = map(float, np.exp(logs))
    if q <= 1.0:
        # The mean over all would be infinite: own means are then all there is to go by.
        q = 1.05
    return Spending(p=p, q=q, v=v * unit, likelihood=-least - len(x) * float(np.log(unit)))


def worth(
    purchases: Purchases, of: Histories, value: Floats, *, months: int, month: float,
    discount: float,
) -> Floats:  # fmt: skip
    """Return what each will spend in the coming months, in money of today.

    Args:
        purchases: The fitted model.
        of: What they did up to now.
        value: Value of one purchase of each.
        months: How many.
        month: A month in the histories' unit of time.
        discount: What money loses in value in a month, such as 0.01.
    """
    total, before = np.zeros(len(of)), np.zeros(len(of))
    alive = purchases.alive(of)
    # By quarters: within one, the discount of its middle.
    for end in (*range(3, months, 3), months):
        upto = purchases.expected_of_living(of, end * month)
        middle = (end + max(0, end - 3)) / 2
        total += (upto - before) / (1 + discount) ** middle
        before = upto
    return np.asarray(alive * total * value, dtype=np.float64)


def histories(
    customer: Floats, at: Floats, value: Floats, until: float
) -> tuple[Floats, Histories, Floats]:
    """Return who bought up to a moment, what they did, and the mean value of a purchase.

    Purchases of one customer on one day are one.

    Args:
        customer: Who, a number a purchase.
        at: When, in days.
        value: What for.
        until: The moment, in days; later purchases are left out.
    """
    rows = np.flatnonzero(at <= until)
    day = np.floor(at[rows])
    order = np.lexsort((day, customer[rows]))
    who, day, paid = customer[rows][order], day[order], value[rows][order]
    fresh = np.ones(len(who), dtype=bool)
    fresh[1:] = (who[1:] != who[:-1]) | (day[1:] != day[:-1])
    visits = np.flatnonzero(fresh)
    paid = np.add.reduceat(paid, visits) if len(visits) else paid
    who, day = who[visits], day[visits]
    people, first, count = np.unique(who, return_index=True, return_counts=True)
    spent = np.add.reduceat(paid, first) if len(first) else paid
    began, ended = day[first], day[first + count - 1]
    return (
        people,
        Histories(repeats=(count - 1).astype(np.float64), last=ended - began, known=until - began),
        np.asarray(spent / np.maximum(count, 1), dtype=np.float64),
    )


def one(repeats: float, last: float, known: float) -> Histories:
    """Return the history of one customer."""
    return Histories(
        repeats=np.array([repeats]), last=np.array([last]), known=np.array([max(known, last)])
    )


def taken(of: Histories, rows: NDArray[np.intp]) -> Histories:
    """Return the histories at some places."""
    return replace(of, repeats=of.repeats[rows], last=of.last[rows], known=of.known[rows])


def _left(model: Purchases, of: Histories) -> Floats:
    """Return the chance that each has left; nobody leaves before the second purchase."""
    x = of.repeats
    with np.errstate(over="ignore"):
        odds = (model.a / np.maximum(model.b + x - 1, 1e-12)) * np.exp(
            (model.r + x) * np.log((model.alpha + of.known) / (model.alpha + of.last))
        )
        left = np.where(np.isinf(odds), 1.0, odds / (1 + odds))
    return np.where(x > 0, left, 0.0)


def _distinct(of: Histories, unit: float) -> tuple[Floats, Floats, Floats, Floats]:
    """Return distinct histories with scaled times, and how many customers each stands for."""
    rows = np.stack([of.repeats, of.last / unit, of.known / unit], axis=1)
    kinds, count = np.unique(rows, axis=0, return_counts=True)
    weight = count.astype(np.float64)
    if len(kinds) > MOST_ROWS:
        step = -(-len(kinds) // MOST_ROWS)
        total = weight.sum()
        kinds, weight = kinds[::step], weight[::step]
        weight = weight * (total / weight.sum())
    return kinds[:, 0], kinds[:, 1], kinds[:, 2], weight


def _beta_nodes(a: float, b: float) -> tuple[Floats, Floats]:
    """Return nodes in (0, 1) and weights of a mean over Beta(a, b)."""
    from scipy.special import betaincinv, roots_jacobi

    with np.errstate(all="ignore"):
        nodes, weights = roots_jacobi(_NODES, b - 1, a - 1)
    nodes = (1 + nodes) / 2
    if np.isfinite(weights).all() and weights.sum() > 0 and (nodes > 0).all():
        return nodes, np.asarray(weights / weights.sum(), dtype=np.float64)
    shares = (np.arange(200) + 0.5) / 200
    return np.maximum(betaincinv(a, b, shares), 1e-12), np.full(200, 1 / 200)


def _least(
    objective: Objective, starts: tuple[tuple[float, ...], ...]
) -> tuple[Floats, float, list[float]]:
    """Return where an objective is least, how much that is, and the standard errors there."""
    from scipy.optimize import minimize

    bounds = [_LIMITS] * len(starts[0])
    found = [
        minimize(
            objective, np.array(start), jac=True, method="L-BFGS-B", bounds=bounds,
            options={"maxiter": 500, "ftol": 1e-13, "gtol": 1e-7},
        )
        for start in starts
    ]  # fmt: skip
    best = min(found, key=lambda one: float(one.fun))
    logs = np.asarray(best.x, dtype=np.float64)
    return logs, float(best.fun), _standard_errors(objective, logs)


def _standard_errors(objective: Objective, logs: Floats) -> list[float]:
    """Return the errors that the curvature tells; 0 where it tells none."""
    step = 1e-4
    rows = [
        (objective(logs + step * unit)[1] - objective(logs - step * unit)[1]) / (2 * step)
        for unit in np.eye(len(logs))
    ]
    try:
        spread = np.diag(np.linalg.inv(np.array(rows)))
    except np.linalg.LinAlgError:
        return [0.0] * len(logs)
    return [float(np.sqrt(one)) if one > 0 else 0.0 for one in spread]
