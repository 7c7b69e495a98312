"""Settings, from the environment (`SUPERECOM_…`) and a `.env` file beside where it is started."""

from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def _default_home() -> Path:
    from platformdirs import user_data_path

    return user_data_path("superecom", appauthor=False)


class Settings(BaseSettings):
    """Everything that can be set. Each setting is documented in `docs/settings.md` from here."""

    model_config = SettingsConfigDict(
        env_prefix="SUPERECOM_", env_file=".env", extra="ignore", validate_default=True
    )

    home: Path = Field(
        default_factory=_default_home,
        description="Folder of all state: database, waiting runs, files, caches, courier requests.",
    )
    database_url: str = Field(
        default="",
        description="`postgresql+psycopg://user:password@host/name`; empty keeps the shop in "
        "`SUPERECOM_HOME/shop.db` (SQLite).",
    )
    shop: str = Field(
        default="", description="Name of the shop to work in, where the database holds several."
    )
    workflows_url: str = Field(
        default="",
        description="Where the durable engine of workflows keeps its timers: a database's URL; "
        "empty keeps them beside the shop (`SUPERECOM_HOME/durable.db`, or the shop's PostgreSQL).",
    )
    workflows_at_once: int = Field(
        default=8, ge=1, le=64, description="Runs of workflows that one process carries on at once."
    )
    brain: Literal["auto", "planner", "openai"] = Field(
        default="auto",
        description="Who thinks: `planner` (embedded, no key), `openai` (any compatible server), "
        "or `auto`: `openai` where a key is set, else `planner`.",
    )
    openai_api_key: SecretStr = Field(
        default=SecretStr(""),
        validation_alias=AliasChoices("SUPERECOM_OPENAI_API_KEY", "OPENAI_API_KEY"),
        description="Key of the OpenAI-compatible server (`OPENAI_API_KEY` is read as well).",
    )
    openai_base_url: str = Field(
        default="",
        validation_alias=AliasChoices("SUPERECOM_OPENAI_BASE_URL", "OPENAI_BASE_URL"),
        description="Address of the OpenAI-compatible server; empty for OpenAI's own.",
    )
    openai_model: str = Field(default="gpt-5-mini", description="Name of the model there.")
    transcription_url: str = Field(
        default="",
        description="Address of a server that writes voice notes down by OpenAI's interface, such "
        "as `https://api.openai.com/v1`; empty: nobody listens, and who sends one is told so. "
        "Voice notes then leave this machine for that server.",
    )
    transcription_key: SecretStr = Field(
        default=SecretStr(""), description="Key of that server; empty where it asks for none."
    )
    transcription_model: str = Field(
        default="whisper-1", description="Name of the model that listens there."
    )
    transcription_language: str = Field(
        default="",
        description="What is mostly spoken, as `hi` or `en`; empty lets the model find out.",
    )
    openai_timeout_seconds: float = Field(
        default=40.0,
        gt=0,
        description="Longest wait for one thought before the planner takes over.",
    )
    openai_price_in: float = Field(
        default=0.0,
        ge=0,
        description="Price of a million tokens read, in rupees: for budgets and "
        "`superecom_llm_cost`.",
    )
    openai_price_out: float = Field(
        default=0.0, ge=0, description="Price of a million tokens written, in rupees."
    )
    openai_turn_tokens: int = Field(
        default=250_000,
        ge=0,
        description="Tokens that one turn may take, read and written; what would go beyond is "
        "answered by the planner. 0: no limit.",
    )
    openai_turn_rupees: float = Field(
        default=0.0, ge=0, description="Rupees that one turn may cost; 0: no limit."
    )
    openai_conversation_rupees: float = Field(
        default=0.0, ge=0, description="Rupees that one conversation may cost; 0: no limit."
    )
    openai_day_rupees: float = Field(
        default=0.0, ge=0, description="Rupees that a shop may spend on a day; 0: no limit."
    )
    openai_month_rupees: float = Field(
        default=0.0, ge=0, description="Rupees that a shop may spend in a month; 0: no limit."
    )
    openai_tools: Literal["native", "schema"] = Field(
        default="native",
        description="How the model is asked for calls: `native` tool calls, or a JSON `schema` "
        "for small models behind llama.cpp and the like, whose replies are then the tools' own "
        "words.",
    )
    openai_most_tools: int = Field(
        default=0,
        ge=0,
        description="Show the model only so many tools, the likeliest for the message; 0: all.",
    )
    fast_path: bool = Field(
        default=True,
        description="With an LLM: let the planner answer what it is certain of, at no cost and in "
        "milliseconds.",
    )
    host: str = Field(default="127.0.0.1", description="Address the server listens on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port; 0 takes a free one.")
    public_url: str = Field(
        default="",
        description="How browsers reach the server (`https://ops.example.in`); sets secure cookies "
        "and the hosts it answers to. Empty: only as it is started.",
    )
    approval_minutes: int = Field(
        default=60, ge=1, le=10_080, description="How long a write waits for its yes."
    )
    burst_seconds: float = Field(
        default=0.8,
        ge=0,
        le=10,
        description="Quiet needed before several messages in a row are answered as one.",
    )
    messages_per_second: float = Field(
        default=1.0, gt=0, description="Messages one person may send in the long run (web chat)."
    )
    file_megabytes: int = Field(
        default=64,
        ge=1,
        le=500,
        description="Largest file that can be sent in the web chat; 64 holds 100,000 orders of any "
        "shop's own export. It is written to disk as it comes.",
    )
    chroma_url: str = Field(
        default="",
        description="Address of a Chroma server (`chroma run`), such as http://localhost:8000, for "
        "several processes over one shop's documents; empty embeds Chroma in this process.",
    )
    knowledge_in_memory: int = Field(
        default=1000,
        ge=0,
        description="Sentences of documents up to which a search compares all of them in memory; "
        "beyond it asks Chroma. 0 always asks Chroma.",
    )
    stop_seconds: float = Field(
        default=20.0,
        ge=0,
        le=600,
        description="How long answers under way may take to end when the server is stopped.",
    )
    scores_train: Literal["auto", "off"] = Field(
        default="auto",
        description="`auto`: the server learns scores that are missing or older than a week, in a "
        "process of its own of the lowest priority; `off`: only `superecom scores train` does.",
    )
    scores_store: str = Field(
        default="file",
        description="Where learnt scores are kept: `file` (under `SUPERECOM_HOME/scores`), "
        "`database`, or the URL of an object store (`s3://bucket/folder`, `gs://…`, `az://…`; "
        "needs the extra `objectstore`). Several machines that serve one shop need one of the "
        "latter.",
    )
    simulator: Literal["auto", "off"] = Field(
        default="auto",
        description="`auto`: beside a demo shop that is served to this machine alone and connected "
        "to nobody, `/simulator` shows two phones and a Slack workspace to try messengers with.",
    )
    metrics_token: SecretStr = Field(
        default=SecretStr(""),
        description="Bearer token for `/metrics` (Prometheus); empty: there is no `/metrics`.",
    )
    traces: Literal["off", "otlp"] = Field(
        default="off",
        description="`otlp` sends OpenTelemetry traces where `OTEL_EXPORTER_OTLP_ENDPOINT` says "
        "(needs the extra `otel`).",
    )
    traces_content: bool = Field(
        default=False,
        description="Put what people say, and tools' arguments and facts, into traces as well.",
    )
    slack_bot_token: SecretStr = Field(
        default=SecretStr(""),
        description="Slack: the app's bot token (`xoxb-…`); empty: Slack is not connected. How to "
        "make the app is in `docs/channels/slack.md`.",
    )
    slack_signing_secret: SecretStr = Field(
        default=SecretStr(""),
        description="Slack: the app's signing secret; two with a comma between them while one is "
        "exchanged for the other.",
    )
    slack_app_token: SecretStr = Field(
        default=SecretStr(""),
        description="Slack: app-level token (`xapp-…`, scope `connections:write`) for Socket Mode, "
        "where Slack cannot reach this server; the signing secret is then not needed.",
    )
    slack_handover_channel: str = Field(
        default="",
        description="Slack: id of the channel (`C…`) where customers who want a person are shown; "
        "make it a private one. Empty: they are shown on the web alone.",
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/", description="Slack: address of its Web API."
    )
    shiprocket_email: str = Field(
        default="",
        description="Shiprocket: e-mail of the API user (not of the panel); empty: not connected. "
        "How to make one is in `docs/couriers/shiprocket.md`.",
    )
    shiprocket_password: SecretStr = Field(
        default=SecretStr(""), description="Shiprocket: password of the API user."
    )
    shiprocket_webhook_secret: SecretStr = Field(
        default=SecretStr(""),
        description="Shiprocket: the token of its webhook (`x-api-key`); two with a comma between "
        "them while one is exchanged for the other. Empty: the webhook is closed.",
    )
    shiprocket_couriers: str = Field(
        default="",
        description="Shiprocket: couriers whose parcels are booked through it (`BlueDart, DTDC`), "
        "besides those known as its own; `*`: all that have no connection themselves.",
    )
    shiprocket_url: str = Field(
        default="https://apiv2.shiprocket.in/v1/external",
        description="Shiprocket: address of its API.",
    )
    delhivery_token: SecretStr = Field(
        default=SecretStr(""),
        description="Delhivery: the account's API token; empty: not connected. See "
        "`docs/couriers/delhivery.md`.",
    )
    delhivery_webhook_secret: SecretStr = Field(
        default=SecretStr(""),
        description="Delhivery: the token it puts on its scan push; two with a comma between them "
        "while one is exchanged for the other. Empty: the webhook is closed.",
    )
    delhivery_webhook_header: str = Field(
        default="X-Webhook-Token",
        description="Delhivery: the header of that token, as agreed with Delhivery.",
    )
    delhivery_url: str = Field(
        default="https://track.delhivery.com", description="Delhivery: address of its API."
    )
    courier_poll_minutes: int = Field(
        default=60,
        ge=0,
        le=1_440,
        description="How often connected couriers are asked about parcels that were silent; 0: "
        "only `superecom couriers poll` asks.",
    )
    courier_silent_hours: int = Field(
        default=12, ge=1, le=720, description="After so long without a scan a parcel is silent."
    )
    courier_poll_parcels: int = Field(
        default=500, ge=1, le=50_000, description="Parcels of one courier asked about in one round."
    )
    courier_requests_per_minute: int = Field(
        default=60, ge=1, le=600, description="Requests to one courier while it is polled."
    )
    razorpay_key_id: str = Field(
        default="",
        description="Razorpay: id of the API key (`rzp_live_…`, `rzp_test_…`); empty: not "
        "connected. See `docs/payments.md`.",
    )
    razorpay_key_secret: SecretStr = Field(
        default=SecretStr(""), description="Razorpay: secret of the API key."
    )
    razorpay_webhook_secret: SecretStr = Field(
        default=SecretStr(""),
        description="Razorpay: secret of the webhook; two with a comma between them while one is "
        "exchanged for the other. Empty: the webhook is closed.",
    )
    razorpay_prefix: str = Field(
        default="",
        max_length=12,
        pattern=r"^[A-Za-z0-9_-]*$",
        description="Razorpay: what our references begin with, where one account serves several "
        "installations.",
    )
    razorpay_url: str = Field(
        default="https://api.razorpay.com", description="Razorpay: address of its API."
    )
    telegram_token: SecretStr = Field(
        default=SecretStr(""),
        description="Telegram: the bot's token, as @BotFather wrote it; empty: Telegram is not "
        "connected. How to make a bot is in `docs/channels/telegram.md`.",
    )
    telegram_updates: Literal["webhook", "polling"] = Field(
        default="polling",
        description="Telegram: `webhook` has it post to `SUPERECOM_PUBLIC_URL`; `polling` asks it, "
        "where it cannot reach this server (one server process only).",
    )
    telegram_secret: SecretStr = Field(
        default=SecretStr(""),
        description="Telegram: secret of the webhook, 16 to 256 of `A-Za-z0-9_-`; two with a comma "
        "between them while one is exchanged, the new one first.",
    )
    telegram_api_url: str = Field(
        default="https://api.telegram.org", description="Telegram: address of the Bot API."
    )
    whatsapp_carrier: Literal["", "twilio", "meta"] = Field(
        default="",
        description="WhatsApp: `twilio`, or `meta` for Meta's Cloud API; empty: WhatsApp is not "
        "connected. See `docs/channels/whatsapp.md`.",
    )
    whatsapp_number: str = Field(
        default="",
        description="WhatsApp through Twilio: the shop's number (`+91…`), or the id of a messaging "
        "service (`MG…`).",
    )
    whatsapp_buttons: Literal["buttons", "numbers"] = Field(
        default="buttons",
        description="WhatsApp through Twilio: `buttons` keeps a content at Twilio for each message "
        "that has some; `numbers` writes them as numbered lines, answered by a number.",
    )
    whatsapp_token: SecretStr = Field(
        default=SecretStr(""), description="WhatsApp through Meta: token of the system user."
    )
    whatsapp_phone_id: str = Field(
        default="", description="WhatsApp through Meta: id of the phone number (not the number)."
    )
    whatsapp_business_id: str = Field(
        default="", description="WhatsApp through Meta: id of the business account, for templates."
    )
    whatsapp_app_secret: SecretStr = Field(
        default=SecretStr(""),
        description="WhatsApp through Meta: the app's secret, which signs webhooks; two with a "
        "comma between them while one is exchanged for the other.",
    )
    whatsapp_verify_token: SecretStr = Field(
        default=SecretStr(""),
        description="WhatsApp through Meta: what you type as verify token at the webhook.",
    )
    whatsapp_api_url: str = Field(
        default="https://graph.facebook.com/v23.0",
        description="WhatsApp through Meta: address of the Graph API, with its version.",
    )
    twilio_account_sid: str = Field(
        default="", description="Twilio: id of the account (`AC…`), for WhatsApp and SMS."
    )
    twilio_auth_token: SecretStr = Field(
        default=SecretStr(""),
        description="Twilio: the auth token. While it is exchanged two with a comma between them, "
        "the one to send by first.",
    )
    twilio_url: str = Field(
        default="https://api.twilio.com", description="Twilio: address of its API."
    )
    twilio_content_url: str = Field(
        default="https://content.twilio.com", description="Twilio: address of its Content API."
    )
    sms_number: str = Field(
        default="",
        description="SMS through Twilio: number, registered header or messaging service (`MG…`) to "
        "send from; empty: SMS is not connected. See `docs/channels/sms.md`.",
    )
    sms_dlt: bool = Field(
        default=False,
        description="SMS: send only texts that are registered with DLT, as numbers in India need.",
    )
    quiet_from: int = Field(
        default=21,
        ge=0,
        le=23,
        description="WhatsApp and SMS: the hour, in the shop's zone, from which the shop says "
        "nothing first; answers are always given.",
    )
    quiet_until: int = Field(
        default=8, ge=0, le=23, description="WhatsApp and SMS: the hour until which it is quiet."
    )
    prompts_a_day: int = Field(
        default=6,
        ge=1,
        le=100,
        description="WhatsApp and SMS: how often in 24 hours the shop may write first to a person.",
    )
    messages_to_carrier_per_second: float = Field(
        default=20.0,
        gt=0,
        le=1_000,
        description="WhatsApp and SMS: messages handed to the carrier each second, by one process.",
    )
    email_host: str = Field(
        default="",
        description="E-mail: host of the SMTP server; empty: no e-mail is sent. See "
        "`docs/channels/email.md`.",
    )
    email_port: int = Field(default=587, ge=1, le=65_535, description="E-mail: port of it.")
    email_security: Literal["starttls", "tls", "none"] = Field(
        default="starttls",
        description="E-mail: `starttls` (port 587), `tls` from the first byte (port 465), or "
        "`none`, only for a server on this machine.",
    )
    email_user: str = Field(default="", description="E-mail: who signs in; empty: nobody does.")
    email_password: SecretStr = Field(
        default=SecretStr(""), description="E-mail: password of that user."
    )
    email_from: str = Field(
        default="",
        description="E-mail: sender, as `Asha Kurtis <care@asha.example>`. Its domain needs SPF, "
        "DKIM and DMARC.",
    )
    email_unsubscribe: str = Field(
        default="",
        description="E-mail: where people ask for no more letters (`mailto:…` or `https://…`); "
        "empty: a mail to the sender.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="Least serious log line that is written."
    )
    log_format: Literal["console", "json"] = Field(
        default="console", description="Log lines for people or for machines."
    )

    @property
    def database(self) -> str:
        """The database's URL, with the default filled in."""
        return self.database_url or f"sqlite:///{self.home / 'shop.db'}"

    @property
    def durable_database(self) -> str:
        """The URL of the durable engine's own database, with the default filled in."""
        beside = self.database_url or f"sqlite:///{self.home / 'durable.db'}"
        return self.workflows_url or beside

    @property
    def webhook_key(self) -> Path:
        """Where the secret lies that webhooks are signed by."""
        return self.home / "webhook.key"

    @property
    def checkpoints_file(self) -> Path:
        """Where runs that wait for an approval are kept, beside a SQLite shop."""
        return self.home / "runs.db"

    @property
    def files(self) -> Path:
        """Where the files lie that people send or that are made for them."""
        return self.home / "files"

    @property
    def workers(self) -> Path:
        """Where each worker keeps a file while it lives."""
        return self.home / "workers"

    @property
    def scores(self) -> Path:
        """Where the versions of scores lie."""
        return self.home / "scores"

    @property
    def cache(self) -> Path:
        """What can be made again at any time."""
        return self.home / "cache"

    @property
    def uses_openai(self) -> bool:
        """Whether an LLM thinks before the planner does."""
        has_key = bool(self.openai_api_key.get_secret_value() or self.openai_base_url)
        return self.brain == "openai" or (self.brain == "auto" and has_key)
