"""Everything that can go wrong in the business, drawn as a tree.

* CommerceError
  - NotFound            no such order, parcel, product or person in this shop
  - NotAllowed          the actor lacks the permission
  - Ambiguous           several things fit; the person must choose
  - Refused             the business rule says no (the message says why and what would work)
  - BadFile             a file cannot be read as what it should be
  - OutsideFailure      a courier, marketplace or ledger did not answer properly
    . Unavailable       try again later
    . Rejected          do not try again

Every error carries the key of its sentence in `commerce.words` and the values in it, so that it
can be said in the person's language; `str(error)` is the English sentence.
"""

from commerce.words import Value, say


class CommerceError(Exception):
    """Base of all business errors. `str(error)` is fit to show to an operator."""

    def __init__(self, key: str, **values: Value) -> None:
        self.key = key
        self.values = values
        super().__init__(key)

    def in_language(self, language: str) -> str:
        """Return the sentence in one of the catalogue's languages."""
        return say(language, self.key, **self.values)

    def __str__(self) -> str:
        return self.in_language("en")


class NotFound(CommerceError):
    """The thing asked about does not exist, or is not this shop's or this customer's."""


class NotAllowed(CommerceError):
    """The actor lacks the permission."""


class Ambiguous(CommerceError):
    """Several things fit what was said."""

    def __init__(self, key: str, choices: tuple[tuple[str, str], ...], **values: Value) -> None:
        """Keep the `choices`: pairs of what would identify one, and how a person reads it."""
        super().__init__(key, **values)
        self.choices = choices


class Refused(CommerceError):
    """The business rule says no."""


class BadFile(CommerceError):
    """A file cannot be read as what it should be."""


class OutsideFailure(CommerceError):
    """An outside service did not answer properly."""


class Unavailable(OutsideFailure):
    """The service did not answer; asking again is safe."""


class Rejected(OutsideFailure):
    """The service said no; asking again is pointless."""
