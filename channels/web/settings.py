"""What can be set about the web chat."""

from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field


class WebSettings(BaseModel):
    """How the web chat is reached and what it allows."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "::1")
    """Host names the chat answers to, without port; `*` answers to any. Anything else is refused,
    so that a hostile page cannot point its own name at this machine."""
    public_url: str = ""
    """Where people reach the chat, such as https://chat.myshop.in; behind a proxy it decides what
    is the same origin and that cookies are secure."""
    secure_cookies: bool | None = None
    """Send cookies over https only; `None` does so when the page or `public_url` is https."""
    cookie_days: int = Field(default=14, gt=0)
    """How long a browser keeps the session; the session itself may end sooner."""
    body_bytes: int = Field(default=65_536, gt=0)
    """The largest request accepted."""
    file_bytes: int = Field(default=20 * 1024 * 1024, gt=0)
    """The largest file accepted."""
    uploads_burst: int = Field(default=20, gt=0)
    """Files one person may send at once."""
    uploads_per_second: float = Field(default=0.2, gt=0)
    """Files one person may send in the long run."""
    messages_burst: int = Field(default=20, gt=0)
    """Messages one person may send at once."""
    messages_per_second: float = Field(default=1.0, gt=0)
    """Messages one person may send in the long run."""
    looks_burst: int = Field(default=60, gt=0)
    """Looks at the business one person may take at once; a page takes a few."""
    looks_per_second: float = Field(default=4.0, gt=0)
    """Looks one person may take in the long run."""
    sign_ins_burst: int = Field(default=12, gt=0)
    """Sign-ins one address may try at once."""
    sign_ins_per_second: float = Field(default=0.1, gt=0)
    """Sign-ins one address may try in the long run."""
    links_burst: int = Field(default=10, gt=0)
    """Links to come in by that one person may make at once."""
    links_per_second: float = Field(default=0.05, gt=0)
    """Links one person may make in the long run."""
    guesses_burst: int = Field(default=8, gt=0)
    """Wrong passwords one account may be tried with at once, from wherever."""
    guesses_per_second: float = Field(default=0.02, gt=0)
    """Wrong passwords one account may be tried with in the long run; links still let people in."""
    streams_per_person: int = Field(default=12, gt=0)
    """Open event streams of one person: tabs and devices."""
    poll_seconds: float = Field(default=1.0, gt=0)
    """How often an open chat looks for what other processes wrote."""
    heartbeat_seconds: float = Field(default=15.0, gt=0)
    """How often a silent event stream says that it is alive."""

    @property
    def public_host(self) -> str:
        """The host and port of `public_url`; empty where it is not set."""
        return urlsplit(self.public_url).netloc

    def answers_to(self, host: str) -> bool:
        """Tell whether a Host header names us."""
        name = urlsplit(f"//{host}").hostname or ""
        own = urlsplit(self.public_url).hostname
        return "*" in self.hosts or name in self.hosts or (own is not None and name == own)
