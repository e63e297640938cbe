"""Opening the way to the mail server: reached, encrypted as the setting says, and signed in, or not used at all."""

import ssl
from smtplib import SMTP, SMTP_SSL, SMTPAuthenticationError, SMTPException

from app.mail import troubles
from app.mail.troubles import Trouble, in_words, trouble_with
from app.mail_settings import Server, Wrapping

PATIENCE = 30
"""Seconds to wait for an answer."""
FAILURES = (OSError, SMTPException, ValueError)
"""What smtplib raises; ValueError for what it can't write or, where MD5 is forbidden, can't work out."""


def connected(server: Server, host: str) -> SMTP:
    """Return an open connection. host: the name we give. Raises Trouble; nothing secret is said on an open wire."""
    safe = ssl.create_default_context()
    try:
        smtp = _reached(server, host, safe)
    except FAILURES as error:
        raise trouble_with(error, otherwise=troubles.AWAY) from None
    try:
        if server.wrapping is Wrapping.STARTTLS:
            _encrypt(smtp, safe)
        smtp.ehlo_or_helo_if_needed()
        if server.user:
            _sign_in(smtp, server)
    except FAILURES as error:
        smtp.close()
        raise trouble_with(error, otherwise=troubles.TAKES_NOTHING) from None
    except BaseException:
        smtp.close()
        raise
    return smtp


def _reached(server: Server, host: str, safe: ssl.SSLContext) -> SMTP:
    if server.wrapping is Wrapping.TLS:
        return SMTP_SSL(server.host, server.port, local_hostname=host, timeout=PATIENCE, context=safe)
    return SMTP(server.host, server.port, local_hostname=host, timeout=PATIENCE)


def _encrypt(smtp: SMTP, safe: ssl.SSLContext) -> None:
    smtp.ehlo_or_helo_if_needed()
    if not smtp.has_extn("starttls"):
        raise Trouble(troubles.NO_STARTTLS, lasts=True)
    smtp.starttls(context=safe)


def _sign_in(smtp: SMTP, server: Server) -> None:
    if not smtp.has_extn("auth"):
        raise Trouble(troubles.NO_SIGN_IN, lasts=True)
    try:
        smtp.login(server.user, server.password)
    except SMTPAuthenticationError as refused:
        if 400 <= refused.smtp_code < 500:
            raise  # not now, for a reason of its own
        raise Trouble(troubles.WRONG_PASSWORD, in_words(refused), lasts=True) from None
