"""Why the mail server takes no letters: a sentence that says what to mend, and what the server itself said."""

import ssl
from base64 import b64encode
from smtplib import SMTPException

from app.mail_settings import Server
from app.wording import N_

AWAY = N_("Postservern svarar inte. Stämmer värdnamnet och porten i MAIL_URL?")
BROKE_OFF = N_("Förbindelsen till postservern bröts.")
TAKES_NOTHING = N_("Postservern tar inte emot några brev.")
NO_STARTTLS = N_("Postservern erbjuder ingen kryptering (STARTTLS), och okrypterat skickas inget dit.")
NOT_ENCRYPTED = N_(
    "Förbindelsen till postservern gick inte att kryptera. Hör början och porten i MAIL_URL ihop? Port 465 är smtps, "
    "port 587 är smtp+starttls."
)
ANOTHER_NAME = N_("Postserverns certifikat är för ett annat namn än det i MAIL_URL, så inget skickas dit.")
NOT_TRUSTED = N_("Postserverns certifikat går inte att lita på, så inget skickas dit.")
WANTS_MORE = N_("Postservern kräver kryptering eller inloggning, och det säger inte MAIL_URL något om.")
NO_SIGN_IN = N_("Postservern tar inte emot någon inloggning här. Stämmer porten i MAIL_URL?")
TOO_LARGE = N_("Brevet är större än postservern tar emot.")
WRONG_PASSWORD = N_("Postservern godtar inte användaren eller lösenordet i MAIL_URL.")
_OTHER_NAME = (62, 64)
"""X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH, as OpenSSL numbers them."""


class Trouble(Exception):  # noqa: N818 - the day's weather, not a mistake
    """The server can't be reached or takes letters from nobody just now; no letter is to blame."""

    def __init__(self, why: str, said: str = "", *, lasts: bool = False) -> None:
        """why: a sentence of ours, to be translated. said: by whom we talked to. lasts: until somebody mends it."""
        super().__init__(why)
        self.why, self.said, self.lasts = why, said, lasts


def trouble_with(error: Exception, *, otherwise: str) -> Trouble:
    """Return what an error in reaching the server means to who can mend it. otherwise: when it is none of the known."""
    if isinstance(error, ssl.SSLCertVerificationError):
        why = ANOTHER_NAME if error.verify_code in _OTHER_NAME else NOT_TRUSTED
        return Trouble(why, error.verify_message, lasts=True)
    if isinstance(error, ssl.SSLError):
        return Trouble(NOT_ENCRYPTED, in_words(error), lasts=True)
    return Trouble(otherwise, in_words(error))


def in_words(error: Exception) -> str:
    """Return what went wrong, as short as it was told."""
    if isinstance(error, SMTPException) and len(error.args) == 2 and isinstance(error.args[0], int):
        return said_by_server(error.args[0], error.args[1])
    return " ".join(str(error).split()) or type(error).__name__


def said_by_server(code: int, said: bytes | str) -> str:
    """Return an answer on one line, as long as it need be."""
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(words.split())}"[:500]


def without_password(said: str, server: Server) -> str:
    """Return what a server said without our password, should it say it after us, as it was sent or plain."""
    user, password = server.user.encode(), server.password.encode()
    sent = (b"\0" + user + b"\0" + password, user + b"\0" + user + b"\0" + password, password)
    hidden = [server.password, *(b64encode(each).decode() for each in sent)] if password else []
    for each in hidden:
        said = said.replace(each, "•••")
    return said
