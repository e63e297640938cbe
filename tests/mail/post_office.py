"""A small mail server (SMTP) on this machine that can be away, busy, strict, or hang up in the middle of a word."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from enum import StrEnum
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Lock, Thread
from time import sleep


class Mood(StrEnum):
    """How the server meets one letter."""

    KIND = "kind"
    BUSY = "450 come back later"
    UNKNOWN = "550 no such person here"
    FULL = "452 no room just now"
    SPAM = "554 looks like rubbish"
    TIRED = "421 going home"
    HANGS_UP_BEFORE = "hangs up when all has been said, and takes nothing"
    HANGS_UP_HAVING_TAKEN = "takes it and hangs up before saying so"
    HANGS_UP_AFTER = "takes it, says so, and hangs up"
    SENDS_NOBODY = "530 who are you"


class PostOffice:
    """What has arrived, and how the next letters will be met."""

    talk: "type[Talk]"

    def __init__(self) -> None:
        self.arrived: list[EmailMessage] = []
        self.mood: Callable[[str], Mood] = lambda _receiver: Mood.KIND
        self.unsaid: set[str] = set()
        """The Message-IDs of what was taken without a word."""
        self.slow = 0.0
        """Seconds it takes to think before the last OK."""
        self.calls = 0
        self._lock = Lock()
        self._server: ThreadingTCPServer | None = None
        self.port = 0

    def open(self) -> None:
        """Listen, on the same port as before."""
        office = self

        class Talk(self.talk):  # type: ignore[name-defined]
            post_office = office

        self._server = _Listening(("127.0.0.1", self.port), Talk)
        self.port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def shut(self) -> None:
        """Be away: nobody answers."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def take(self, data: bytes, *, silently: bool) -> None:
        """Keep a letter that has come whole."""
        letter = message_from_bytes(data, policy=default)
        with self._lock:
            self.arrived.append(letter)  # type: ignore[arg-type]
            if silently:
                self.unsaid.add(str(letter["Message-ID"]))

    def counted(self) -> Counter[str]:
        """How many times each Message-ID has arrived."""
        with self._lock:
            return Counter(str(each["Message-ID"]) for each in self.arrived)

    def to(self) -> list[str]:
        """Return the addresses that got a letter, in order."""
        return sorted(each["To"].addresses[0].addr_spec for each in self.arrived)


class _Listening(ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that was killed is nothing to talk about."""


class Talk(StreamRequestHandler):
    """What is said to one client."""

    post_office: PostOffice

    def handle(self) -> None:
        self.post_office.calls += 1
        self.say("220 post.internal here")
        receiver = ""
        while line := self.rfile.readline():
            word, _, rest = line.decode().strip().partition(" ")
            match word.upper():
                case "EHLO":
                    self.say("250-post.internal", *(f"250-{each}" for each in self.offers()), "250 SIZE 1000000")
                case "MAIL":
                    mood = self.post_office.mood("") if self.is_known() else Mood.SENDS_NOBODY
                    self.say(mood.value if mood is Mood.SENDS_NOBODY else "250 who to")
                case "RCPT":
                    receiver = rest.partition("<")[2].partition(">")[0]
                    if not self.meet(receiver):
                        return None
                case "DATA":
                    if not self.receive(receiver):
                        return None
                case "QUIT":
                    return self.say("221 bye")
                case other:
                    self.hear(other, rest)
        return None

    def offers(self) -> list[str]:
        """What else it can, as EHLO is answered."""
        return []

    def is_known(self) -> bool:
        """Whether letters are taken from this client."""
        return True

    def hear(self, _word: str, _rest: str) -> None:
        self.say("250 fine")

    def meet(self, receiver: str) -> bool:
        mood = self.post_office.mood(receiver)
        self.say(mood.value if mood in (Mood.BUSY, Mood.UNKNOWN, Mood.TIRED) else "250 go on")
        return mood is not Mood.TIRED

    def receive(self, receiver: str) -> bool:
        """Take a letter, or not; answer whether the talk goes on."""
        self.say("354 tell me")
        lines = []
        while (line := self.rfile.readline()) and line != b".\r\n":
            lines.append(line.removeprefix(b"."))
        if not line:
            return False  # whoever was talking died
        mood = self.post_office.mood(receiver)
        sleep(self.post_office.slow)
        if mood not in (Mood.FULL, Mood.SPAM, Mood.HANGS_UP_BEFORE):
            self.post_office.take(b"".join(lines), silently=mood is Mood.HANGS_UP_HAVING_TAKEN)
        if mood in (Mood.HANGS_UP_BEFORE, Mood.HANGS_UP_HAVING_TAKEN):
            return False
        self.say(mood.value if mood in (Mood.FULL, Mood.SPAM) else "250 taken")
        return mood is not Mood.HANGS_UP_AFTER

    def say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


PostOffice.talk = Talk


@contextmanager
def post_office() -> Iterator[PostOffice]:
    """Open a post office, and shut it in the end."""
    office = PostOffice()
    office.open()
    try:
        yield office
    finally:
        office.shut()
