"""A letter as a message that mail servers and mail programs understand (RFC 5322, RFC 2045, RFC 8058); pure."""

from dataclasses import dataclass, replace
from datetime import datetime
from email.headerregistry import Address, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime
from uuid import UUID

from app.mail.letters import Attachment, Letter
from app.mail.marks import unmarked
from app.mail.outbox import Receiver
from app.mail.paper import as_html, as_text
from app.mail_settings import Sender


class _OnOneLine(UnstructuredHeader):
    """A header that is an address: the library would fold a long one into encoded words, which nobody decodes there."""

    def fold(self, *, policy: EmailPolicy) -> str:
        """Return the line. At most 998 characters may stand on it (RFC 5322, 2.1.1); ours have 300."""
        return f"{self.name}: {self}{policy.linesep}"  # type: ignore[attr-defined]


_HEADERS = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", _OnOneLine)  # type: ignore[arg-type]
_HEADERS.map_to_type("message-id", _OnOneLine)  # type: ignore[arg-type]
_POLICY = SMTP.clone(header_factory=_HEADERS)


@dataclass(frozen=True, slots=True)
class Envelope:
    """What stands outside a letter."""

    id: UUID
    """The letter's own: its Message-ID, the same however often it is tried."""
    receiver: Receiver
    sender: Sender
    host: str
    at: datetime
    """When it was posted: the date of a letter, whenever it leaves."""
    off: tuple[str, str] | None = None
    """The words and the address that switch letters like it off, where that may be."""


def message(letter: Letter, envelope: Envelope) -> EmailMessage:
    """Return the message. The library refuses a header that holds another; white space is folded before it can."""
    made = _with_headers(letter, envelope)
    made.set_content(as_text(letter, off=envelope.off), cte="quoted-printable")
    html = as_html(letter, language=envelope.receiver.language, off=envelope.off)
    made.add_alternative(html, subtype="html", cte="quoted-printable")
    for each in letter.attachments:
        if _is_invitation(each):  # one more way to show the letter (RFC 6047, section 2.4), last: the one to prefer
            made.attach(_part(each))  # type: ignore[arg-type]
    for each in letter.attachments:
        _attach(made, replace(each, content_type="application/ics") if _is_invitation(each) else each)
    made["Content-Language"] = envelope.receiver.language  # last: the library takes such headers for those of a part
    for number, part in enumerate(each for each in made.walk() if each.is_multipart()):
        part.set_boundary(f"={envelope.id.hex}-{number}")  # a letter tried again is the same, byte for byte
    return made


def _with_headers(letter: Letter, envelope: Envelope) -> EmailMessage:
    made = EmailMessage(policy=_POLICY)
    made["Message-ID"] = f"<{envelope.id}@{envelope.host}>"
    made["Date"] = format_datetime(envelope.at)
    made["Subject"] = _line(unmarked(letter.subject))
    made["From"] = _address(envelope.sender.name, envelope.sender.email)
    made["To"] = _address(envelope.receiver.name, envelope.receiver.email)
    if letter.reply_to is not None:
        made["Reply-To"] = _address(*letter.reply_to)
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence is answered
    made["X-Auto-Response-Suppress"] = "All"  # the same, as Exchange reads it
    if envelope.off is not None:
        made["List-Unsubscribe"] = f"<{envelope.off[1]}>"
        made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    return made


def _attach(made: EmailMessage, given: Attachment) -> None:
    """Add a file."""
    part = _part(given)
    part["Content-Disposition"] = "attachment"
    part.set_param("filename", _line(given.name), header="Content-Disposition", charset="utf-8", replace=True)
    if made.get_content_type() != "multipart/mixed":
        made.make_mixed()
    made.attach(part)  # type: ignore[arg-type]


def _is_invitation(given: Attachment) -> bool:
    """Whether a calendar program is to act on it; the file beside it is for those that only keep files."""
    return given.content_type.startswith("text/calendar") and "method=" in given.content_type.lower()


def _part(given: Attachment) -> MIMEPart:
    part = MIMEPart(policy=_POLICY)
    kind, *parameters = (each.strip() for each in given.content_type.split(";"))
    main, _, sub = kind.partition("/")
    part.set_content(given.body, main, sub, cte="base64")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        part.set_param(name.strip(), value.strip().strip('"'), header="Content-Type")
    return part


def _address(name: str, email: str) -> Address:
    local, _, domain = email.partition("@")
    return Address(_line(name), local, domain)


def _line(text: str) -> str:
    """Return a text on one line, without what steers a terminal or a header."""
    return "".join(each for each in " ".join(text.split()) if each.isprintable())
