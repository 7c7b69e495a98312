"""Counting what customers did, again where their orders were written to since."""

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session, sessionmaker

from commerce import figures
from commerce.customers import queries
from commerce.db.tables import (
    CustomerFigureRow,
    CustomerStrikeRow,
    FigureBookRow,
    OrderRow,
    ShopRow,
)

AT_A_TIME = 5_000
"""Customers counted in one transaction while the shop is at work."""


def freshen(sessions: sessionmaker[Session]) -> int:
    """Count every shop's customers whose orders were written to; return how many.

    A shop that is being written to at this moment is left for the next time.
    """
    with sessions() as session:
        shops = session.scalars(select(ShopRow.id)).all()
    done = 0
    for shop_id in shops:
        while (counted := _some(sessions, shop_id)) == AT_A_TIME:
            done += counted
        done += counted
    return done


def rebuild(session: Session, shop_id: int) -> None:
    """Count all customers of a shop, in the caller's transaction, once its days are added up."""
    for table in (CustomerFigureRow, CustomerStrikeRow):
        session.execute(
            delete(table)
            .where(table.shop_id == shop_id)
            .execution_options(synchronize_session=False)
        )
    _count(session, shop_id, None)
    session.execute(
        update(FigureBookRow)
        .where(FigureBookRow.shop_id == shop_id)
        .values(has_customers=True)
        .execution_options(synchronize_session=False)
    )


def _some(sessions: sessionmaker[Session], shop_id: int) -> int:
    with sessions() as session:
        known = session.scalar(
            select(FigureBookRow.has_customers).where(FigureBookRow.shop_id == shop_id)
        )
        struck = _struck(session, shop_id)
        if known is None or (known and not struck):
            return 0
    with sessions() as session:
        if not figures.alone(session, shop_id):
            return 0
        if not known:
            rebuild(session, shop_id)
        else:
            struck = _struck(session, shop_id)
            _count(session, shop_id, struck)
            session.execute(
                delete(CustomerStrikeRow)
                .where(
                    CustomerStrikeRow.shop_id == shop_id, CustomerStrikeRow.customer_id.in_(struck)
                )
                .execution_options(synchronize_session=False)
            )
        session.commit()
        return len(struck)


def _struck(session: Session, shop_id: int) -> list[int]:
    return list(
        session.scalars(
            select(CustomerStrikeRow.customer_id)
            .where(CustomerStrikeRow.shop_id == shop_id)
            .limit(AT_A_TIME)
        )
    )


def _count(session: Session, shop_id: int, customers: list[int] | None) -> None:
    counts = queries.counts()
    statement = (
        select(OrderRow.shop_id, OrderRow.customer_id, *counts.values())
        .where(OrderRow.shop_id == shop_id)
        .group_by(OrderRow.shop_id, OrderRow.customer_id)
    )
    if customers is not None:
        statement = statement.where(OrderRow.customer_id.in_(customers))
    session.execute(
        insert(CustomerFigureRow).from_select(["shop_id", "customer_id", *counts], statement)
    )
