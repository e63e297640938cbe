"""What the sending needs to know of the installation."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from hmac import digest
from uuid import UUID

from app.config import Settings
from app.mail_settings import Sender, Server

LEASE = timedelta(minutes=15)
"""How long a worker may be at one letter: longer than its patience with the server, added up."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What the sending needs to know of the installation."""

    server: Server | None
    sender: Sender
    host: str
    base_url: str
    secret_key: str
    lease: timedelta = LEASE

    def secret_of(self, letter_id: UUID) -> str:
        """Return a letter's secret for a one-time link: 256 bits, the same at every try, kept nowhere."""
        made = digest(self.secret_key.encode(), b"mail link " + letter_id.bytes, sha256)
        return urlsafe_b64encode(made).rstrip(b"=").decode()


def setup(settings: Settings, *, organisation: str = "") -> Setup:
    """Return what the sending needs. organisation: the name letters come from, unless MAIL_FROM has one."""
    named = Sender(settings.mail_from.name or organisation or "Knutpunkt", settings.mail_from.email)
    return Setup(settings.mail_server, named, settings.public_host, settings.base_url, settings.secret_key)
