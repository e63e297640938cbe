"""Mail programs and mail servers read a letter: headers they trust, HTML and text that say the same, and no tricks."""

from collections.abc import Callable
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest

from app.mail.kinds import Kind
from app.mail.letters import Attachment, Button, Letter
from app.mail.message import Envelope, message
from app.mail.outbox import Receiver
from app.mail.unsubscribe import read
from app.mail_settings import Sender
from tests.conftest import NOW
from tests.mail.conftest import posted
from tests.mail.post_office import PostOffice

LETTER = Letter(
    subject="Kallelse: Nätverksträff",
    paragraphs=("Vi ses i Oskarshamn för att prata om sommarläsningen, <b>fjärrlån</b> & mycket annat som hör ihop.",),
    facts=(("När", "tis 24 nov kl. 9.30–12.00, v. 48"), ("Digitalt", "https://mote.example/1")),
    quote="Ta med en bok.\nOch en stol.",
    button=Button("Svara om du kommer", "https://knutpunkt.internal/meetings/1?a=1&b=2"),
    why="Du får mejlet för att du är med i Barn- och unganätverket.",
    attachments=(Attachment("möte.ics", b"BEGIN:VCALENDAR\r\n", "text/calendar; method=REQUEST; charset=utf-8"),),
    reply_to=("Samordnare, Öst", "samordnare@bibliotek.internal"),
)


def made(letter: Letter = LETTER, *, name: str = "Åsa Öberg", off: tuple[str, str] | None = None) -> EmailMessage:
    receiver = Receiver(uuid4(), "asa@bibliotek.internal", name)
    sender = Sender("Biblioteksutveckling Ö", "knutpunkt@lanet.internal")
    envelope = Envelope(UUID(int=7), receiver, sender, "knutpunkt.internal", NOW, off)
    found = message_from_bytes(message(letter, envelope).as_bytes(), policy=default)
    assert isinstance(found, EmailMessage)
    assert found.defects == []
    return found


def test_the_headers_say_what_they_should() -> None:
    letter = made(off=("Stäng av", "https://knutpunkt.internal/mail/off/x"))
    assert letter["Message-ID"] == "<00000000-0000-0000-0000-000000000007@knutpunkt.internal>"
    assert letter["Date"].datetime == NOW
    assert letter["From"] == "Biblioteksutveckling Ö <knutpunkt@lanet.internal>"
    assert letter["To"].addresses[0].display_name == "Åsa Öberg"
    assert letter["Reply-To"].addresses[0].display_name == "Samordnare, Öst"
    assert letter["Subject"] == "Kallelse: Nätverksträff"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["List-Unsubscribe"] == "<https://knutpunkt.internal/mail/off/x>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter["Precedence"] is None


def test_a_long_way_out_stands_on_one_line_as_it_is() -> None:
    address = "https://knutpunkt.mycket-langt-namn-pa-kommunens-natverk.lanet.internal/mail/off/" + "x" * 150
    receiver, sender = Receiver(uuid4(), "asa@bibliotek.internal", "Åsa"), Sender("", "k@lanet.internal")
    host = "knutpunkt.mycket-langt-namn-pa-kommunens-natverk.lanet.internal"
    raw = message(LETTER, Envelope(UUID(int=7), receiver, sender, host, NOW, ("Av", address))).as_bytes()
    assert f"\r\nList-Unsubscribe: <{address}>\r\n".encode() in raw
    assert f"Message-ID: <{UUID(int=7)}@{host}>\r\n".encode() in raw
    assert max(len(line) for line in raw.split(b"\r\n")) < 998


def test_a_letter_that_always_comes_offers_no_way_out() -> None:
    assert made()["List-Unsubscribe"] is None


def test_html_and_text_say_the_same() -> None:
    letter = made(off=("Stäng av sådana mejl", "https://knutpunkt.internal/mail/off/x"))
    text = letter.get_body(("plain",)).get_content()
    html = letter.get_body(("html",)).get_content()
    said = "".join(each.removeprefix("> ") for each in text.splitlines(keepends=True)).replace("-- ", "")
    assert _words(html) >= _words(said.replace("<", "&lt;"))
    assert '<html lang="sv">' in html
    assert "&lt;b&gt;fjärrlån&lt;/b&gt;" in html
    assert all(len(line) <= 72 for line in text.splitlines() if "https://" not in line)
    assert "http" not in html.partition("<style>")[2].partition("</style>")[0]  # nothing is fetched to be read


def test_a_calendar_file_is_an_invitation_and_a_file() -> None:
    parts = {part.get_content_type(): part for part in made().walk()}
    invitation = parts["text/calendar"]
    assert invitation.get_param("method") == "REQUEST"
    assert invitation.get_payload(decode=True) == b"BEGIN:VCALENDAR\r\n"
    assert parts["application/ics"].get_filename() == "möte.ics"
    assert parts["multipart/mixed"] is not None


@pytest.mark.parametrize("wicked", ["Åsa\r\nBcc: alla@bibliotek.internal", "Åsa\0\x1b[2J\u2028X-Spam: no", '"," <x@y>'])
def test_a_name_or_a_subject_adds_no_header(wicked: str) -> None:
    letter = made(Letter(subject=wicked, paragraphs=("x",), why="y"), name=wicked)
    assert letter["Bcc"] is None
    assert letter["X-Spam"] is None
    assert [each.addr_spec for each in letter["To"].addresses] == ["asa@bibliotek.internal"]
    assert "\n" not in letter["Subject"]


def test_a_long_name_full_of_accents_arrives_whole() -> None:
    name = "Ånn-Söfie Åkerström-Östergård " * 4
    read_as_of_old = message_from_bytes(made(name=name).as_bytes(policy=default.clone(refold_source="none")))
    assert name.strip() in str(make_header(decode_header(read_as_of_old["To"])))


def test_each_gets_the_letter_in_their_own_language(
    staff: list[Receiver], office: PostOffice, send: Callable[[], int]
) -> None:
    posted(Kind.AGENDA_PUBLISHED, staff)
    send()
    said = {each["To"].addresses[0].username: each.get_body(("html",)).get_content() for each in office.arrived}
    assert '<html lang="sv">' in said["prov0"]
    assert "Lösenord" in said["prov0"]
    assert '<html lang="en">' in said["prov4"]
    assert "Password" in said["prov4"]
    assert {each["Content-Language"] for each in office.arrived} == {"sv", "en"}


def test_the_way_out_is_for_this_person_this_kind_and_this_network(
    world: SimpleNamespace, staff: list[Receiver], office: PostOffice, send: Callable[[], int]
) -> None:
    posted(Kind.AGENDA_PUBLISHED, staff[:1], network_id=world.children.id)
    posted(Kind.MEETING_CANCELLED, staff[:1], network_id=world.children.id)
    send()
    ways = [each["List-Unsubscribe"] for each in office.arrived if each["List-Unsubscribe"]]
    signed = ways[0].strip("<>").removeprefix("https://knutpunkt.internal/mail/off/")
    assert [read("a secret for tests only", signed)] == [(staff[0].person_id, Kind.AGENDA_PUBLISHED, world.children.id)]
    assert len(ways) == 1


def _words(text: str) -> set[str]:
    found: list[str] = []
    reader = HTMLParser()
    reader.handle_data = lambda data: found.extend(data.split())  # type: ignore[method-assign]
    reader.handle_starttag = lambda tag, given: found.extend(value or "" for name, value in given if name == "href")  # type: ignore[method-assign]
    reader.feed(text)
    return {each.rstrip(":") for each in found}
