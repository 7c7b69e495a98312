"""Writes voice notes down by a server that speaks OpenAI's transcription interface.

https://platform.openai.com/docs/api-reference/audio/createTranscription, as OpenAI, Groq, LocalAI,
speaches (faster-whisper) and others offer it.
"""

import mimetypes
from typing import Final

import httpx

from app.settings import Settings
from commerce.errors import Rejected, Unavailable
from commerce.ports import Transcriber

MOST_BYTES: Final = 16 * 1024 * 1024
"""A voice note of about half an hour; more is not asked for."""
SECONDS: Final = 60.0
_PATH: Final = "/audio/transcriptions"


class HttpTranscriber:
    """Fills `commerce.ports.Transcriber`."""

    def __init__(self, *, url: str, key: str, model: str, language: str = "") -> None:
        """Take where to ask.

        Args:
            url: The server's address with its version: `https://api.openai.com/v1`.
            key: Of the server; empty where it asks for none.
            model: The model's name there.
            language: ISO 639-1 of what is mostly spoken; empty lets the model find out.
        """
        self._url = url.rstrip("/") + _PATH
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._fields = {"model": model, "response_format": "json"}
        if language:
            self._fields["language"] = language

    async def text_of(self, audio: bytes, media_type: str) -> str:
        """Return what is said; empty where nothing is understood.

        Raises:
            Unavailable: Nobody answered.
            Rejected: It is too long, or no sound that the server knows.
        """
        if len(audio) > MOST_BYTES:
            raise Rejected("error-voice-long")
        ending = mimetypes.guess_extension(media_type) or ".ogg"
        try:
            # Seldom asked, so that nothing is kept open for it.
            async with httpx.AsyncClient(timeout=SECONDS) as client:
                answer = await client.post(
                    self._url, headers=self._headers, data=self._fields,
                    files={"file": (f"voice{ending}", audio, media_type)},
                )  # fmt: skip
        except httpx.HTTPError as error:
            raise Unavailable("error-voice-unavailable") from error
        if answer.status_code == httpx.codes.TOO_MANY_REQUESTS or answer.is_server_error:
            raise Unavailable("error-voice-unavailable")
        if not answer.is_success:
            raise Rejected("error-voice-refused", code=answer.status_code)
        try:
            return str(answer.json()["text"])
        except (ValueError, KeyError, TypeError) as error:
            raise Rejected("error-voice-refused", code=answer.status_code) from error


def transcriber(settings: Settings) -> Transcriber | None:
    """Return who listens to voice notes, or `None` where the shop wants nobody to."""
    if not settings.transcription_url:
        return None
    return HttpTranscriber(
        url=settings.transcription_url, model=settings.transcription_model,
        key=settings.transcription_key.get_secret_value(),
        language=settings.transcription_language,
    )  # fmt: skip
