"""The settings: each one line, from the environment or instance/config.env."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app import mail_settings

HTMX_URL = "https://cdn.jsdelivr.net/npm/htmx.org@4.0.1/dist/htmx.min.js"
HTMX_INTEGRITY = "sha384-Qp9rdC8H7EqOoX+nR0P3RPG2Noji+qdwJlGpfzwQJsfOpp3sGwIdSP9xO3+UlEhn"


class WrongSetting(SystemExit):
    """A setting is wrong or missing; the start stops with one line that says which and what is expected."""

    def __init__(self, name: str, expected: str) -> None:
        super().__init__(f"Inställningen {name} går inte att använda: {expected}")


@dataclass(frozen=True, slots=True)
class Settings:
    """What an installation decides for itself."""

    instance: Path
    database_url: str
    secret_key: str
    base_url: str
    time_zone: str
    htmx_url: str
    htmx_integrity: str
    host: str
    port: int
    workers: int
    max_file_mb: int
    mail_server: mail_settings.Server | None
    """Where letters are handed over; without one they wait in the outbox."""
    mail_from: mail_settings.Sender

    @property
    def https(self) -> bool:
        """Whether people reach the installation over HTTPS."""
        return self.base_url.startswith("https://")

    @property
    def public_host(self) -> str:
        """The host name people know, without port: the right-hand side of calendar UIDs."""
        return _host(self.base_url)


def load(given: Mapping[str, str] | None = None) -> Settings:
    """Read the settings. Raises WrongSetting with one line that says which and what is expected."""
    found = dict(os.environ if given is None else given)
    instance = Path(found.get("INSTANCE_PATH") or Path(__file__).parent.parent / "instance").resolve()
    instance.mkdir(parents=True, exist_ok=True)
    found = {**_from_file(instance / "config.env"), **found}
    port = _whole("PORT", found.get("PORT") or "8000", least=1, most=65535)
    base_url = _base_url(found.get("BASE_URL") or f"http://127.0.0.1:{port}")
    server, sender = _mail(found, base_url)
    return Settings(
        instance=instance,
        database_url=_database_url(found.get("DATABASE_URL") or f"sqlite:///{instance / 'knutpunkt.db'}"),
        secret_key=_secret(found.get("SECRET_KEY"), instance),
        base_url=base_url,
        time_zone=_time_zone(found.get("TIME_ZONE") or "Europe/Stockholm"),
        htmx_url=found.get("HTMX_URL", HTMX_URL),
        htmx_integrity=found.get("HTMX_INTEGRITY", HTMX_INTEGRITY if "HTMX_URL" not in found else ""),
        host=found.get("HOST") or "127.0.0.1",
        port=port,
        workers=_whole("WORKERS", found.get("WORKERS") or "2", least=1, most=64),
        mail_server=server,
        mail_from=sender,
        max_file_mb=_whole("MAX_FILE_MB", found.get("MAX_FILE_MB") or "20", least=1, most=200),
    )


def _from_file(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip().strip('"') for name, value in pairs}


def _whole(name: str, text: str, *, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit()) or not least <= int(text) <= most:
        raise WrongSetting(name, f"skriv ett heltal mellan {least} och {most}, inte {text!r}")
    return int(text)


def _database_url(url: str) -> str:
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise WrongSetting("DATABASE_URL", "börja med sqlite:/// eller postgresql+psycopg://")
    return url


def _base_url(url: str) -> str:
    if not url.startswith(("http://", "https://")) or len(url.split("://", 1)[1]) == 0:
        raise WrongSetting("BASE_URL", "skriv hela adressen, till exempel https://knutpunkt.example")
    return url.rstrip("/")


def _host(base_url: str) -> str:
    return base_url.split("://", 1)[1].split("/", 1)[0].split(":", 1)[0]


def _mail(found: Mapping[str, str], base_url: str) -> tuple[mail_settings.Server | None, mail_settings.Sender]:
    try:
        return mail_settings.read(found.get("MAIL_URL", ""), found.get("MAIL_FROM", ""), host=_host(base_url))
    except mail_settings.Mistake as mistake:
        raise WrongSetting(mistake.setting, str(mistake)) from None


def _time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise WrongSetting("TIME_ZONE", f"skriv ett zonnamn som Europe/Stockholm, inte {name!r}") from None
    return name


def _secret(given: str | None, instance: Path) -> str:
    """Return the given key, or the one kept in the instance folder, made there once."""
    if given is not None:
        if len(given) < 16:
            raise WrongSetting("SECRET_KEY", "minst 16 tecken behövs")
        return given
    return kept_secret(instance / "secret_key")


def kept_secret(path: Path) -> str:
    """Return the secret kept in a file, made once; two processes that start at once agree on it."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="utf-8").strip()
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        secret = secrets.token_urlsafe(32)
        file.write(secret)
    return secret
