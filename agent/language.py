"""Which language a message is written in."""


def detect_language(text: str) -> str | None:
    """Return the catalogue language of a message; `None` where its words do not tell."""
    from agent.planner.text import detect_language as detect

    return detect(text)
