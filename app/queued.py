"""Letters to customers by a messenger that is connected: put among its deliveries, in order."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from channels.contents import PromptBody
from commerce import deliveries
from commerce.deliveries import DeliveryKind
from commerce.errors import Rejected
from commerce.ports import Letter


class QueuedMessenger:
    """Fills `commerce.ports.Messenger` for one channel.

    What became of a letter stands with its delivery: the reference is its key.
    """

    def __init__(
        self, channel: str, sessions: Callable[[], Session], clock: Callable[[], datetime]
    ) -> None:
        """Take where deliveries are put."""
        self._channel = channel
        self._sessions = sessions
        self._clock = clock

    def send(self, letter: Letter) -> str:
        """Have a letter brought; the same key twice is one letter.

        Raises:
            Rejected: Nobody can tell whose letter it is.
        """
        if letter.shop_id is None:
            raise Rejected("error-messenger-not-connected", channel=self._channel)
        body = PromptBody(
            text=letter.text, language=letter.language, template=letter.template,
            variables=letter.variables,
        )  # fmt: skip
        now = self._clock()
        with self._sessions() as session:
            try:
                deliveries.put(
                    session, shop_id=letter.shop_id, channel=self._channel, address=letter.to,
                    conversation=None, kind=DeliveryKind.PROMPT, key=letter.key, now=now,
                    body=body.model_dump(mode="json"), not_before=now,
                )  # fmt: skip
                session.commit()
            except IntegrityError:
                session.rollback()  # the same was put at once by another worker
        return letter.key
