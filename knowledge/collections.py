"""Passages' vectors in Chroma: embedded beside the database, or on a server.

SQL and the shipped documents are the truth; a collection is made of them and can be thrown away.
Two processes that write one embedded Chroma corrupt it silently, so that one holds a lock for as
long as it lives; any other searches the vectors that are kept in SQL, with the same result.
"""

import hashlib
import threading
from pathlib import Path
from typing import IO, Any, Final

import numpy as np
import structlog

from knowledge.meaning import Floats

log = structlog.get_logger()

_BATCH: Final = 1_000


class Collections:
    """The collections of one installation: one for each shop, and one for the product."""

    def __init__(self, folder: Path, *, url: str = "", in_memory: int = 1_000) -> None:
        """Keep where they are; nothing is opened before it is wanted.

        Args:
            folder: Where the embedded one lies, and its lock.
            url: Of a Chroma server; empty embeds it.
            in_memory: Rows up to which all are compared, which takes less than a millisecond.
        """
        self._folder, self._url = folder, url
        self.in_memory = in_memory
        self._client: Any = None
        self._held: IO[bytes] | None = None
        self._tried = False
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
                self._client = None
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
            if self._client is not None:
                self._client.close()
            self._client, self._tried = None, False
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
        if self._client is None and not self._tried:
            self._tried = True
            self._client = self._open()
        return self._client

    def _open(self) -> Any:
        if not self._url and not self._own():
            return None
        import chromadb
        from chromadb.config import Settings

        quiet = Settings(anonymized_telemetry=False)
        if self._url:
            from urllib.parse import urlsplit

            parts = urlsplit(self._url)
            return chromadb.HttpClient(
                host=parts.hostname or "", port=parts.port or (443 if parts.scheme == "https" else
                80), ssl=parts.scheme == "https", settings=quiet,
            )  # fmt: skip
        return chromadb.PersistentClient(path=str(self._folder / "chroma"), settings=quiet)

    def _own(self) -> bool:
        """Take the folder for this process, and tell whether that succeeded."""
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
