"""A mail server that speaks TLS, from the start or after STARTTLS (RFC 3207), and asks who one is (RFC 4954)."""

import ssl
from base64 import b64decode, b64encode
from collections.abc import Callable

from tests.mail.post_office import PostOffice, Talk

USER, PASSWORD = "knutpunkt@lanet.internal", "sju/bjornar#ar@fler:8%"


class GuardedOffice(PostOffice):
    """tls: its certificate; is_wrapped: TLS from the first byte; mechanisms: how one may sign in, over TLS only."""

    def __init__(self, tls: ssl.SSLContext | None, *, is_wrapped: bool = False, mechanisms: str = "") -> None:
        super().__init__()
        self.tls, self.is_wrapped, self.mechanisms = tls, is_wrapped, mechanisms
        self.refusal: Callable[[str], str] = lambda _said: "535 5.7.8 who are you"
        """What is answered to a wrong password, given what the client sent."""
        self.signed_in: list[str] = []
        """The mechanism of each sign-in that went well."""
        self.heard_openly: list[str] = []
        """The words that came unencrypted."""


class GuardedTalk(Talk):
    post_office: GuardedOffice
    is_encrypted = False
    is_signed_in = False

    def setup(self) -> None:
        if self.post_office.is_wrapped:
            self._encrypt()
        super().setup()

    def finish(self) -> None:
        super().finish()
        self.request.close()

    def offers(self) -> list[str]:
        can_encrypt = self.post_office.tls is not None and not self.is_encrypted
        can_sign_in = self.post_office.mechanisms and self.is_encrypted
        return ["STARTTLS"] * can_encrypt + [f"AUTH {self.post_office.mechanisms}"] * bool(can_sign_in)

    def is_known(self) -> bool:
        return self.is_signed_in or not self.post_office.mechanisms

    def hear(self, word: str, rest: str) -> None:
        if not self.is_encrypted:
            self.post_office.heard_openly.append(f"{word} {rest}".strip())
        if word.upper() == "STARTTLS" and self.offers():
            self.say("220 go ahead")
            self._encrypt()
            super().setup()  # reads and writes anew: what was said before is forgotten
        elif word.upper() == "AUTH" and self.is_encrypted:
            self._ask_who(*rest.partition(" ")[::2])
        else:
            super().hear(word, rest)

    def _encrypt(self) -> None:
        assert self.post_office.tls is not None
        self.request = self.post_office.tls.wrap_socket(self.request, server_side=True)
        self.is_encrypted = True

    def _ask_who(self, mechanism: str, first: str) -> None:
        if mechanism == "PLAIN":
            said = first or self._asked("")
            _, user, password = b64decode(said).decode().split("\0")
        else:
            user, said = b64decode(first or self._asked("Username:")).decode(), self._asked("Password:")
            password = b64decode(said).decode()
        self.is_signed_in = (user, password) == (USER, PASSWORD)
        if self.is_signed_in:
            self.post_office.signed_in.append(mechanism)
        self.say("235 welcome" if self.is_signed_in else self.post_office.refusal(said))

    def _asked(self, question: str) -> str:
        self.say(f"334 {b64encode(question.encode()).decode()}")
        return self.rfile.readline().decode().strip()


GuardedOffice.talk = GuardedTalk
