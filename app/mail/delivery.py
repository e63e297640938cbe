"""Handing a message to the mail server (SMTP, RFC 5321), and telling apart the four ways in which it can end."""

from dataclasses import dataclass
from enum import StrEnum
from smtplib import SMTP, SMTPDataError, SMTPException

from app.mail import troubles
from app.mail.connecting import PATIENCE, connected
from app.mail.troubles import Trouble, in_words, said_by_server, without_password
from app.mail_settings import Server

PATIENCE_AT_THE_END = 600
"""Seconds to wait for the last OK: whoever leaves earlier sends the letter twice (RFC 5321, 4.5.3.2.6; RFC 1047)."""
TOO_LARGE = 552
"""The answer to a letter's size (RFC 1870, section 6.1)."""
WHO_ARE_YOU = 530
"""The answer to who has not encrypted or signed in (RFC 3207, section 4; RFC 4954, section 6)."""


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


class Way:
    """One connection to the server, opened when first needed."""

    def __init__(self, server: Server, *, host: str) -> None:
        self._server, self._host = server, host
        self._smtp: SMTP | None = None

    def open(self) -> SMTP:
        """Return the connection, opened if it is not. Raises Trouble."""
        if self._smtp is None:
            try:
                self._smtp = connected(self._server, self._host)
            except Trouble as trouble:
                trouble.said = self._told(trouble.said)
                raise
        return self._smtp

    def deliver(self, body: bytes, *, sender: str, receiver: str) -> Outcome:
        """Hand over one message. Raises Trouble when the server would take no message at all."""
        smtp = self.open()
        if self._begin(smtp, sender, len(body)) == TOO_LARGE:
            self._forget_it()
            return Outcome(Result.NEVER, troubles.TOO_LARGE)
        try:
            code, said = smtp.rcpt(receiver)
            if code in (250, 251):
                code, said = _data(smtp, body)
        except (OSError, SMTPException) as error:
            self.close()
            return Outcome(Result.BROKEN, self._told(in_words(error)))
        if code == 421:
            self.close()
            return Outcome(Result.BROKEN, self._told(said_by_server(code, said)))
        if code == 250:
            return Outcome(Result.TAKEN)
        self._forget_it()
        return Outcome(Result.NEVER if code >= 500 else Result.LATER, self._told(said_by_server(code, said)))

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
            raise Trouble(troubles.BROKE_OFF, self._told(in_words(error))) from None
        if code not in (250, TOO_LARGE):
            self.close()
            why = troubles.WANTS_MORE if code == WHO_ARE_YOU else troubles.TAKES_NOTHING
            raise Trouble(why, self._told(said_by_server(code, said)), lasts=code == WHO_ARE_YOU)
        return code

    def _told(self, said: str) -> str:
        return without_password(said, self._server)

    def _forget_it(self) -> None:
        assert self._smtp is not None  # noqa: S101 - called between an answer and the next
        try:
            self._smtp.rset()
        except (OSError, SMTPException):
            self.close()


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
