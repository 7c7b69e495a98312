"""Bytes of scores in the shop's database, for several machines that share no folder."""

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import IntegrityError

from commerce.db.tables import ScoreFileRow


class DatabaseBlobs:
    """Bytes as rows, each written in a transaction of its own."""

    def __init__(self, engine: Engine) -> None:
        """Keep them in a database."""
        self._engine = engine

    def get(self, key: str) -> bytes | None:
        """Return what lies under a name."""
        with self._engine.connect() as connection:
            found: bytes | None = connection.scalar(
                select(ScoreFileRow.data).where(ScoreFileRow.key == key)
            )
        return found

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a name."""
        with self._engine.begin() as connection:
            known = _replaced(connection, key, data)
        if not known and not self.put_new(key, data):
            # Somebody else was quicker to make it: what came last stays.
            with self._engine.begin() as connection:
                _replaced(connection, key, data)

    def put_new(self, key: str, data: bytes) -> bool:
        """Keep bytes under a name nobody has."""
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(ScoreFileRow).values(key=key, data=data))
        except IntegrityError:
            return False
        return True

    def names(self, folder: str) -> list[str]:
        """Return the names in a folder."""
        asked = select(ScoreFileRow.key).where(
            ScoreFileRow.key.startswith(f"{folder}/", autoescape=True)
        )
        with self._engine.connect() as connection:
            keys = connection.scalars(asked).all()
        inside = (key[len(folder) + 1 :] for key in keys)
        return sorted(name for name in inside if "/" not in name)


def _replaced(connection: Connection, key: str, data: bytes) -> bool:
    """Replace what lies under a name; tell whether anything did."""
    written = connection.execute(
        update(ScoreFileRow).where(ScoreFileRow.key == key).values(data=data)
    )
    return written.rowcount > 0
