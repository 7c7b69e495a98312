"""What must never be told: other customers' and other shops' names and numbers."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"\+?[A-Z0-9][A-Z0-9-]{7,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """Names and numbers that the person who asks may not see."""

    numbers: frozenset[str]
    """Order numbers, AWBs and phone numbers."""
    names: frozenset[str]
    """Whole names of customers, in small letters."""

    def leaked_by(self, told: str, said: str) -> list[str]:
        """Return what a reply gives away that the person had not said themselves."""
        known = set(_tokens(_plain(said).upper()))
        leaked = [token for token in _tokens(told) if token in self.numbers and token not in known]
        lower, heard = told.casefold(), said.casefold()
        leaked += [name for name in self.names if name in lower and name not in heard]
        return sorted(set(leaked))


def secrets_of(
    connection: sqlite3.Connection, shop: int, other_shop: int, customer: int | None
) -> Secrets:
    """Return what is secret from the shop's people or, of a shop, from one of its customers."""
    numbers = _numbers(connection, other_shop, None) - _numbers(connection, shop, None)
    names: set[str] = set()
    if customer is not None:
        numbers |= _numbers(connection, shop, None) - _numbers(connection, shop, customer)
        names = _names(connection, "customers", shop)
        own = connection.execute("SELECT lower(name) FROM customers WHERE id = ?", (customer,))
        names -= {name for (name,) in own} | _names(connection, "people", shop)
    return Secrets(numbers=frozenset(numbers), names=frozenset(names))


def _numbers(connection: sqlite3.Connection, shop: int, customer: int | None) -> set[str]:
    mine = "" if customer is None else f" AND o.customer_id = {customer}"
    rows = connection.execute(
        f"SELECT o.number, s.awb, c.phone FROM orders o JOIN customers c ON c.id = o.customer_id "
        f"LEFT JOIN shipments s ON s.order_id = o.id WHERE o.shop_id = {shop}{mine}"
    )
    return {value.upper() for row in rows for value in row if value}


def _names(connection: sqlite3.Connection, table: str, shop: int) -> set[str]:
    rows = connection.execute(f"SELECT lower(name) FROM {table} WHERE shop_id = {shop}")
    return {name for (name,) in rows if " " in name}


def _plain(text: str) -> str:
    """Return what was said without letters that hide, and with those that look alike as one."""
    shown = "".join(one for one in text if unicodedata.category(one) != "Cf")
    return unicodedata.normalize("NFKC", shown)


def _tokens(text: str) -> Iterator[str]:
    return iter(_TOKEN.findall(text))
