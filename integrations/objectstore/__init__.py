"""Bytes of scores in an object store: S3, Google Cloud Storage, Azure and what speaks like them.

Keys and endpoints come from the environment, under the names each vendor's own tools use
(`AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT_URL`, `GOOGLE_SERVICE_ACCOUNT`, …), as obstore reads them:
https://developmentseed.org/obstore/latest/authentication/
"""

from commerce.errors import Refused


class ObjectBlobs:
    """Bytes as objects. A name is taken by a conditional put, so that two never share a number."""

    def __init__(self, url: str) -> None:
        """Open a store by its URL: `s3://bucket/folder`, `gs://…`, `az://…`, `file:///folder`.

        Raises:
            Refused: It cannot be opened, or the extra `objectstore` is not installed.
        """
        try:
            import obstore
            from obstore.exceptions import BaseError
            from obstore.store import from_url
        except ImportError as missing:
            raise Refused("error-scores-store-extra") from missing
        try:
            self._store = from_url(url)
        except (BaseError, ValueError) as wrong:
            raise Refused("error-scores-store", url=url) from wrong
        self._do = obstore

    def get(self, key: str) -> bytes | None:
        """Return what lies under a name."""
        try:
            return bytes(self._do.get(self._store, key).bytes())
        except FileNotFoundError:
            return None

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a name."""
        self._do.put(self._store, key, data)

    def put_new(self, key: str, data: bytes) -> bool:
        """Keep bytes under a name nobody has."""
        from obstore.exceptions import AlreadyExistsError

        try:
            self._do.put(self._store, key, data, mode="create")
        except AlreadyExistsError:
            return False
        return True

    def names(self, folder: str) -> list[str]:
        """Return the names in a folder."""
        found = self._do.list_with_delimiter(self._store, folder)["objects"]
        return sorted(one["path"].rpartition("/")[2] for one in found)
