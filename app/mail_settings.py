"""How the mail server is reached and who letters come from, read strictly out of two settings."""

import re
from dataclasses import dataclass
from email.utils import parseaddr
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\Z")
_FROM = "skriv Namn <adress@värd> eller bara adressen"
_HOW = (
    "skriv smtp://värd:port, smtp+starttls://användare:lösenord@värd:port eller smtps://användare:lösenord@värd:port; "
    "tecknen @ : / # ? % i användare och lösenord skrivs %40 %3A %2F %23 %3F %25"
)


class Wrapping(StrEnum):
    """How the way to the server is kept secret."""

    NONE = "smtp"
    STARTTLS = "smtp+starttls"
    TLS = "smtps"


_PORTS = {Wrapping.NONE: 25, Wrapping.STARTTLS: 587, Wrapping.TLS: 465}


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server (SMTP, RFC 5321) and how to reach it."""

    host: str
    port: int
    wrapping: Wrapping = Wrapping.NONE
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        return f"Server({self.wrapping.value}://{self.host}:{self.port})"  # the password stays out of every log


@dataclass(frozen=True, slots=True)
class Sender:
    """Who letters come from; with no name, the organisation's."""

    name: str
    email: str


class Mistake(ValueError):  # noqa: N818 - somebody's, to be told in words
    """A setting can't be used. setting: its name; the text says what is expected."""

    def __init__(self, setting: str, expected: str) -> None:
        super().__init__(expected)
        self.setting = setting


def read(url: str, sender: str, *, host: str) -> tuple[Server | None, Sender]:
    """Read MAIL_URL and MAIL_FROM, either of them perhaps empty. host: of BASE_URL. Raises Mistake."""
    if sender:
        return _server(url), _sender(sender)
    usual = Sender("", f"knutpunkt@{host}")
    if url and (is_number(host) or not _ADDRESS.match(usual.email)):
        raise Mistake("MAIL_FROM", f"behövs när BASE_URL inte har ett domännamn: {_FROM}")
    return _server(url), usual


def _server(url: str) -> Server | None:
    if not url:
        return None
    try:
        parts, port = urlsplit(url), urlsplit(url).port
    except ValueError:
        raise Mistake("MAIL_URL", _HOW) from None
    if (
        parts.scheme not in set(Wrapping)
        or not parts.hostname
        or parts.path.strip("/")
        or parts.query
        or parts.fragment
    ):
        raise Mistake("MAIL_URL", _HOW)
    wrapping, user, password = Wrapping(parts.scheme), unquote(parts.username or ""), unquote(parts.password or "")
    if bool(user) != bool(password) or not (user + password).isascii() or not (user + password).isprintable():
        raise Mistake("MAIL_URL", "användare och lösenord skrivs båda, i vanliga tecken, eller inget av dem")
    if password and wrapping is Wrapping.NONE and not is_this_machine(parts.hostname):
        raise Mistake("MAIL_URL", "ett lösenord skickas bara krypterat: skriv smtps:// eller smtp+starttls://")
    if port == 0:
        raise Mistake("MAIL_URL", _HOW)
    return Server(parts.hostname, port or _PORTS[wrapping], wrapping, user, password)


def _sender(text: str) -> Sender:
    name, email = parseaddr(text)
    if not _ADDRESS.match(email) or not text.isprintable() or "," in text.replace(name, ""):
        raise Mistake("MAIL_FROM", _FROM)
    return Sender(name, email.lower())


def is_this_machine(host: str) -> bool:
    """Whether a host is the machine itself, so that nothing said to it passes a wire."""
    return host == "localhost" or (is_number(host) and ip_address(host).is_loopback)


def is_number(host: str) -> bool:
    """Whether a host is an address in figures."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
