"""Answers being written in this process, and the open pages that watch them."""

import asyncio
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from agent.desk import FrontDesk
from channels.web.trouble import log_crash


@dataclass(slots=True, eq=False)
class _Run:
    """One go at answering a conversation."""

    words: str = ""
    """All the words so far; they may be of several replies."""
    again: bool = True
    """A message came after the desk was asked."""


@dataclass(slots=True, eq=False)
class Listener:
    """One open page watching one conversation."""

    conversation: str
    secret: str
    person: int
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    look: bool = True
    """Something may have been stored: read the history now."""
    ended: bool = False
    """The session was closed, or the server stops."""
    why: str = ""
    """What to tell the page as it is left: `stopping`, or nothing."""
    trouble: str = ""
    """The reference of an answer that failed, to be told once."""
    _run: _Run | None = None
    _start: int = 0
    _sent: int = 0

    def follow(self, run: _Run | None) -> tuple[int, str] | None:
        """Return the words not yet shown and their place in the draft, if there are any."""
        if run is not self._run:
            self._run, self._start, self._sent = run, 0, 0
        if run is None or len(run.words) <= self._start + self._sent:
            return None
        place, self._sent = self._sent, len(run.words) - self._start
        return place, run.words[self._start + place :]

    def told(self, text: str) -> None:
        """Leave the words of a reply that is now complete; what follows is another draft."""
        if self._run is None:
            return
        rest = self._run.words[self._start :]
        self._start += len(text) if rest.startswith(text) else len(rest)
        self._sent = 0


class Live:
    """Starts answers, and tells the open pages of their conversation."""

    def __init__(self, desk: FrontDesk) -> None:
        self._desk = desk
        self._runs: dict[str, _Run] = {}
        self._listeners: defaultdict[str, set[Listener]] = defaultdict(set)
        self._open: Counter[int] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = False

    def answer(self, conversation: str) -> None:
        """Have what waits in a conversation answered, beside whatever else is going on.

        Once the server stops, what waits is left to another process, or to the next start.
        """
        if self._stopping:
            return
        run = self._runs.get(conversation)
        if run is not None:
            run.again = True
            return
        self._runs[conversation] = _Run()
        task = asyncio.create_task(self._answer(conversation, self._runs[conversation]))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def run_of(self, conversation: str) -> _Run | None:
        """Return the answer being written in this process, if any."""
        return self._runs.get(conversation)

    def open_pages(self, person: int) -> int:
        """Return how many event streams a person has open here."""
        return self._open[person]

    def listen(self, conversation: str, secret: str, person: int) -> Listener:
        """Begin to watch a conversation."""
        listener = Listener(conversation, secret, person)
        self._listeners[conversation].add(listener)
        self._open[person] += 1
        if self._stopping:
            self._leave_page(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """Stop watching."""
        watching = self._listeners[listener.conversation]
        watching.discard(listener)
        self._open[listener.person] -= 1
        if not watching:
            del self._listeners[listener.conversation]
        if not self._open[listener.person]:
            del self._open[listener.person]

    def stored(self, conversation: str) -> None:
        """Let the open pages of a conversation read its history now."""
        for listener in self._listeners.get(conversation, ()):
            listener.look = True
            listener.changed.set()

    def signed_out(self, secret: str) -> None:
        """End the event streams of a session."""
        for listeners in self._listeners.values():
            for listener in listeners:
                if listener.secret == secret:
                    listener.ended = True
                    listener.changed.set()

    def stop(self) -> None:
        """Begin no answer any more, and end every event stream with the reason."""
        self._stopping = True
        for listeners in self._listeners.values():
            for listener in listeners:
                self._leave_page(listener)

    async def close(self, seconds: float = 5) -> None:
        """Let answers that are being written come to their end, and wait so long for it."""
        self.stop()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)

    def _leave_page(self, listener: Listener) -> None:
        listener.why = "stopping"
        listener.ended = True
        listener.changed.set()

    async def _answer(self, conversation: str, run: _Run) -> None:
        loop = asyncio.get_running_loop()

        def stream(words: str) -> None:  # May be called from the thread that thinks.
            loop.call_soon_threadsafe(self._written, conversation, run, words)

        try:
            while run.again and not self._stopping:
                run.again = False
                self.stored(conversation)
                await self._desk.answer(conversation, stream)
        except Exception as error:  # The outermost edge of a task that nobody awaits.
            self._failed(conversation, log_crash(error, "answering a conversation"))
        finally:
            del self._runs[conversation]
            self.stored(conversation)

    def _written(self, conversation: str, run: _Run, words: str) -> None:
        run.words += words
        for listener in self._listeners.get(conversation, ()):
            listener.changed.set()

    def _failed(self, conversation: str, reference: str) -> None:
        for listener in self._listeners.get(conversation, ()):
            listener.trouble = reference
