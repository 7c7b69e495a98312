"""The margin of an import: what was assumed on the way, each kind told once."""

from dataclasses import dataclass, field

from commerce.context import Context


@dataclass(slots=True)
class _Note:
    count: int
    line: int
    example: str


@dataclass(slots=True)
class Notes:
    """Assumptions gathered by kind, so that a million rows still make a short list."""

    _kinds: dict[str, _Note] = field(default_factory=dict)

    def add(self, key: str, line: int, example: str = "") -> None:
        """Note one case of a kind; the message `key` gets `$count`, `$line` and `$example`."""
        note = self._kinds.get(key)
        if note is None:
            self._kinds[key] = _Note(1, line, example)
            return
        note.count += 1

    def say(self, ctx: Context) -> tuple[str, ...]:
        """Return one sentence a kind, with how often and where first."""
        return tuple(
            ctx.say(
                key,
                count=note.count,
                line=str(note.line),
                example=note.example,
                zone=ctx.zone.key,
            )
            for key, note in self._kinds.items()
        )
