"""Handing a message to the mail server (SMTP, RFC 5321), and telling apart the four ways in which it can end."""

import ssl
from dataclasses import dataclass
from enum import StrEnum
from smtplib import SMTP, SMTP_SSL, SMTPDataError, SMTPException

from app.mail_settings import Server, Wrapping

PATIENCE = 30
"""Seconds to wait for an answer."""
PATIENCE_AT_THE_END = 600
"""Seconds to wait for the last OK: whoever leaves earlier sends the letter twice (RFC 5321, 4.5.3.2.6; RFC 1047)."""


TOO_LARGE = 552
"""The answer to a letter's size (RFC 1870, section 6.1)."""


class Result(StrEnum):
    """How it ended."""

    TAKEN = "taken"
    LATER = "later"
    NEVER = "never"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended, and what the server said."""

    result: Result
    reason: str = ""


class Trouble(Exception):  # noqa: N818 - the day's weather, not a mistake
    """The server can't be reached or takes letters from nobody just now; no letter is to blame."""


class Way:
    """One connection to the server, opened when first needed."""

    def __init__(self, server: Server, *, host: str) -> None:
        self._server, self._host = server, host
        self._smtp: SMTP | None = None

    def open(self) -> SMTP:
        """Return the connection, opened if it is not. Raises Trouble."""
        if self._smtp is None:
            try:
                self._smtp = _connected(self._server, self._host)
            except (OSError, SMTPException, UnicodeError) as error:
                raise Trouble(in_words(error)) from error
        return self._smtp

    def deliver(self, body: bytes, *, sender: str, receiver: str) -> Outcome:
        """Hand over one message. Raises Trouble when the server would take no message at all."""
        smtp = self.open()
        if self._begin(smtp, sender, len(body)) == TOO_LARGE:
            self._forget_it()
            return Outcome(Result.NEVER, _said(TOO_LARGE, "the letter is larger than the server takes"))
        try:
            code, said = smtp.rcpt(receiver)
            if code in (250, 251):
                code, said = _data(smtp, body)
        except (OSError, SMTPException) as error:
            self.close()
            return Outcome(Result.BROKEN, in_words(error))
        if code == 421:
            self.close()
            return Outcome(Result.BROKEN, _said(code, said))
        if code == 250:
            return Outcome(Result.TAKEN)
        self._forget_it()
        return Outcome(Result.NEVER if code >= 500 else Result.LATER, _said(code, said))

    def close(self) -> None:
        """Say goodbye, if there is anybody to say it to."""
        if self._smtp is not None:
            smtp, self._smtp = self._smtp, None
            try:
                smtp.quit()
            except (OSError, SMTPException):
                smtp.close()

    def _begin(self, smtp: SMTP, sender: str, size: int) -> int:
        try:
            code, said = smtp.mail(sender, [f"size={size}"] if smtp.has_extn("size") else [])
        except (OSError, SMTPException) as error:
            self.close()
            raise Trouble(in_words(error)) from error
        if code not in (250, TOO_LARGE):
            self.close()
            raise Trouble(_said(code, said))
        return code

    def _forget_it(self) -> None:
        assert self._smtp is not None  # noqa: S101 - called between an answer and the next
        try:
            self._smtp.rset()
        except (OSError, SMTPException):
            self.close()


def in_words(error: Exception) -> str:
    """Return what went wrong, as short as it was told."""
    if isinstance(error, SMTPException) and len(error.args) == 2 and isinstance(error.args[0], int):
        return _said(error.args[0], error.args[1])
    return str(error) or type(error).__name__


def _connected(server: Server, host: str) -> SMTP:
    safe = ssl.create_default_context()
    if server.wrapping is Wrapping.TLS:
        smtp: SMTP = SMTP_SSL(server.host, server.port, local_hostname=host, timeout=PATIENCE, context=safe)
    else:
        smtp = SMTP(server.host, server.port, local_hostname=host, timeout=PATIENCE)
    try:
        if server.wrapping is Wrapping.STARTTLS:
            smtp.starttls(context=safe)
        smtp.ehlo_or_helo_if_needed()
        if server.user:
            smtp.login(server.user, server.password)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _data(smtp: SMTP, body: bytes) -> tuple[int, bytes]:
    assert smtp.sock is not None  # noqa: S101 - connected
    smtp.sock.settimeout(PATIENCE_AT_THE_END)
    try:
        return smtp.data(body)
    except SMTPDataError as refused:
        said = refused.smtp_error
        return refused.smtp_code, said.encode() if isinstance(said, str) else said
    finally:
        if smtp.sock is not None:
            smtp.sock.settimeout(PATIENCE)


def _said(code: int, said: bytes | str) -> str:
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(words.split())}"[:500]
