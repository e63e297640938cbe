"""What letters say: one function for each kind, written by the feature it belongs to, called when the letter leaves."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.exc import NoResultFound

from app.mail.kinds import Kind
from app.mail.outbox import Receiver


@dataclass(frozen=True, slots=True)
class Errand:
    """What there is to write a letter from."""

    kind: Kind
    receiver: Receiver
    """As the person is now: the address and the language may have changed since it was posted."""
    about: Mapping[str, str]
    network_id: UUID | None
    secret: str
    """256 bits for a one-time link, the same at every try: a letter tried again must hold the same link."""
    base_url: str

    def url(self, path: str) -> str:
        """Return a whole address out of a path."""
        return f"{self.base_url}{path}"


@dataclass(frozen=True, slots=True)
class Button:
    """The one thing to do."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that comes along. content_type with its parameters: text/calendar; method=REQUEST; charset=utf-8."""

    name: str
    body: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What one letter says, in the receiver's language, as plain text: the HTML and the text are both made of it.

    What somebody here wrote (a title, a network's name) is put in by marks.written(); a quote needs no mark.
    """

    subject: str
    paragraphs: tuple[str, ...]
    why: str
    """The small sentence at the end: why one gets it."""
    facts: tuple[tuple[str, str], ...] = ()
    """A word and its value: När, tis 24 nov kl. 9.30."""
    quote: str = ""
    """What somebody wrote, shown as theirs."""
    button: Button | None = None
    after: tuple[str, ...] = ()
    """Sentences after the button: how long the link works."""
    attachments: tuple[Attachment, ...] = field(default=())
    reply_to: tuple[str, str] | None = None
    """The name and the address that an answer goes to."""


Write = Callable[[Errand], Letter | None]
People = Callable[[Iterable[UUID]], Mapping[UUID, Receiver]]

_writers: dict[Kind, Write] = {}
_people: list[People] = []


def letter(kind: Kind) -> Callable[[Write], Write]:
    """Register the function that writes a kind of letter. It returns None when the letter is no longer to be sent.

    It is called inside the receiver's language (gettext and the template filters follow it), in a transaction that is
    committed before the letter leaves; it may be called again for the same letter, and must then say the same.
    """

    def keep(write: Write) -> Write:
        _writers[kind] = write
        return write

    return keep


def people(find: People) -> People:
    """Register who knows the people: finds those with an open account among ids, as they are now."""
    _people[:] = [find]
    return find


def receiver_now(person_id: UUID, *, otherwise: Receiver) -> Receiver | None:
    """Return the receiver as the person is now, or None when the account has been closed."""
    return _people[0]([person_id]).get(person_id) if _people else otherwise


def write(errand: Errand) -> Letter | None:
    """Write a letter, or return None when it is no longer to be sent. Raises LookupError for a kind nobody writes."""
    if errand.kind not in _writers:
        raise LookupError(f"nobody writes {errand.kind.value}")
    try:
        return _writers[errand.kind](errand)
    except NoResultFound:
        return None  # what it was about is gone
