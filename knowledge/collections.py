"""Passages' vectors in Chroma: embedded beside the database, or on a server.

SQL and the shipped documents are the truth; a collection is made of them and can be thrown away.
Two processes that write one embedded Chroma corrupt it silently, so that one holds a lock for as
long as it lives; any other searches the vectors that are kept in SQL, with the same result.
"""

import hashlib
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Final

import numpy as np
import structlog

from knowledge.meaning import Floats

log = structlog.get_logger()

_BATCH: Final = 1_000
AGAIN_AFTER_SECONDS: Final = 30.0
"""How long a Chroma that failed is left alone: a server comes back, an owner ends."""
_BEAT_SECONDS: Final = 3.0
_ANSWER_SECONDS: Final = 20.0
"""For one request to a server: a first question fills it by a thousand vectors at a time."""


def why_silent(url: str) -> str | None:
    """Return in a word why a Chroma server does not answer; `None` where it does."""
    import httpx

    try:
        httpx.get(f"{url.rstrip('/')}/api/v2/heartbeat", timeout=_BEAT_SECONDS).raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return type(error).__name__
    return None


class Collections:
    """The collections of one installation: one for each shop, and one for the product."""

    def __init__(
        self,
        folder: Path,
        *,
        url: str = "",
        in_memory: int = 1_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Keep where they are; nothing is opened before it is wanted.

        Args:
            folder: Where the embedded one lies, and its lock.
            url: Of a Chroma server; empty embeds it.
            in_memory: Rows up to which all are compared, which takes less than a millisecond.
            clock: Seconds, for when to try again.
        """
        self._folder, self._url = folder, url
        self.in_memory = in_memory
        self._client: Any = None
        self._held: IO[bytes] | None = None
        self._clock = clock
        self._again_at = clock()
        self._lock = threading.Lock()

    def nearest(self, name: str, vectors: Floats, vector: Floats, most: int) -> Floats | None:
        """Return the cosine of each row to a vector; rows that are not among the nearest have 0.

        Args:
            name: Of the collection, such as `shop-1`.
            vectors: What it is to hold, shape (n, dimensions), of unit length.
            vector: What is asked, shape (dimensions,), of unit length.
            most: How many rows are looked up.

        Returns:
            Shape (n,); `None` where Chroma cannot be used, which leaves SQL to be searched.
        """
        with self._lock:
            try:
                collection = self._filled(name, vectors)
                if collection is None:
                    return None
                found = collection.query(
                    query_embeddings=[vector.tolist()], n_results=min(most, len(vectors)),
                    include=["distances"],
                )  # fmt: skip
            except Exception as error:  # Whatever breaks in it, the search goes on without it.
                log.warning("chroma is not used", why=type(error).__name__)
                self._let_go()
                return None
        cosines = np.zeros(len(vectors), dtype=np.float32)
        for row, distance in zip(found["ids"][0], found["distances"][0], strict=True):
            cosines[int(row)] = 1.0 - distance
        return cosines

    def forget(self) -> int:
        """Throw all collections away, to be made anew, and return how many there were."""
        with self._lock:
            client = self._opened()
            names = [one.name for one in client.list_collections()] if client else []
            for name in names:
                client.delete_collection(name)
            return len(names)

    def close(self) -> None:
        """Let the folder go, so that another process may own it."""
        with self._lock:
            self._let_go()
            self._again_at = self._clock()
            if self._held is not None:
                self._held.close()
                self._held = None

    def __enter__(self) -> "Collections":
        """Use it for a while."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let the folder go."""
        self.close()

    def _filled(self, name: str, vectors: Floats) -> Any:
        """Return a collection that holds exactly these vectors."""
        client = self._opened()
        if client is None:
            return None
        edition = hashlib.sha256(vectors.tobytes()).hexdigest()
        there = {one.name for one in client.list_collections()}
        if name in there:
            collection = client.get_collection(name, embedding_function=None)
            if (collection.metadata or {}).get("edition") == edition:
                return collection
            client.delete_collection(name)
        made = client.create_collection(
            name, embedding_function=None, metadata={"edition": "being filled"},
            configuration={"hnsw": {"space": "cosine"}},
        )  # fmt: skip
        for at in range(0, len(vectors), _BATCH):
            some = vectors[at : at + _BATCH]
            made.add(ids=[str(at + row) for row in range(len(some))], embeddings=some.tolist())
        made.modify(metadata={"edition": edition})
        return made

    def _opened(self) -> Any:
        if self._client is None and self._clock() >= self._again_at:
            self._again_at = self._clock() + AGAIN_AFTER_SECONDS
            self._client = self._open()
        return self._client

    def _let_go(self) -> None:
        """Close the client, if there is one, and leave it at that for a while."""
        client, self._client = self._client, None
        self._again_at = self._clock() + AGAIN_AFTER_SECONDS
        if client is not None:
            client.close()
            for session in _sessions_of(client):
                session.close()

    def _open(self) -> Any:
        if self._url and (why := why_silent(self._url)) is not None:
            log.warning("chroma is not used", why=why)
            return None
        if not self._url and not self._own():
            return None
        import chromadb
        from chromadb.config import Settings

        quiet = Settings(anonymized_telemetry=False)
        if self._url:
            from urllib.parse import urlsplit

            parts = urlsplit(self._url)
            is_safe = parts.scheme == "https"
            client = chromadb.HttpClient(
                host=parts.hostname or "", port=parts.port or (443 if is_safe else 80),
                ssl=is_safe, settings=quiet,
            )  # fmt: skip
            for session in _sessions_of(client):
                session.timeout = _ANSWER_SECONDS
            return client
        return chromadb.PersistentClient(path=str(self._folder / "chroma"), settings=quiet)

    def _own(self) -> bool:
        """Take the folder for this process, and tell whether that succeeded."""
        if self._held is not None:
            return True
        try:
            import fcntl
        except ImportError:  # Where there are no such locks nobody owns it, and SQL is searched.
            return False
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = (self._folder / "owner.lock").open("ab")
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            held.close()
            return False
        self._held = held
        return True


def _sessions_of(client: Any) -> list[Any]:
    """Return a client's connections to a server, if it has any: its own, and to manage databases.

    Chroma 1.5 waits for an answer without end, and leaves them open when the client is closed.
    """
    servers: list[Any] = [getattr(one, "_server", None) for one in (client, client._admin_client)]
    return [server._session for server in servers if hasattr(server, "_session")]
