"""Whoever runs the installation gives it a mail server with encryption and sign-in: used rightly, or not at all."""

import ssl
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote

import pytest
import trustme

from app import clock, db
from app.cli.worker import send_letters
from app.mail.kinds import Kind
from app.mail.models import Posted
from app.mail.outbox import Receiver
from app.mail_settings import Sender, read
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.mail.conftest import posted, states
from tests.mail.guarded_office import PASSWORD, USER, GuardedOffice

Work = Callable[..., int]
SIGN_IN = f"{quote(USER, safe='')}:{quote(PASSWORD, safe='')}@"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine trusts the authority, as docs/administration.md says how."""
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))


@pytest.fixture
def work(world: SimpleNamespace, written: None, monkeypatch: pytest.MonkeyPatch) -> Work:
    """Let the worker do one round with a MAIL_URL."""

    def one_round(url: str, office: GuardedOffice) -> int:
        server, _ = read(url.format(port=office.port), "knutpunkt@lanet.internal", host="knutpunkt.internal")
        sender = Sender("Biblioteksutveckling", "knutpunkt@lanet.internal")
        settings = replace(world.app.config["SETTINGS"], mail_server=server, mail_from=sender)
        monkeypatch.setitem(world.app.config, "SETTINGS", settings)
        before = len(office.arrived)
        with world.app.app_context():
            send_letters()
        return len(office.arrived) - before

    return one_round


@contextmanager
def guarded(
    authority: trustme.CA, *, named: str = "localhost", plain: bool = False, **more: object
) -> Iterator[GuardedOffice]:
    """Open a server with a certificate for a name; plain: with none."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(named).configure_cert(tls)
    office = GuardedOffice(None if plain else tls, **more)  # type: ignore[arg-type]
    office.open()
    try:
        yield office
    finally:
        office.shut()


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
@pytest.mark.parametrize("scheme", ["smtps", "smtp+starttls"])
def test_letters_arrive_encrypted_from_who_has_signed_in(
    authority: trustme.CA, trusted: None, staff: list[Receiver], work: Work, scheme: str, mechanism: str
) -> None:
    posted(Kind.AGENDA_PUBLISHED, staff[:2])
    with guarded(authority, is_wrapped=scheme == "smtps", mechanisms=mechanism) as office:
        assert work(f"{scheme}://{SIGN_IN}localhost:{{port}}", office) == 2
        assert office.signed_in == [mechanism]  # once for both
        assert office.heard_openly == ([] if scheme == "smtps" else ["STARTTLS"])
    assert states() == ["prov0 sent", "prov1 sent"]


REFUSED: dict[str, tuple[str, dict[str, object], str]] = {
    "no encryption": ("smtp+starttls://localhost:{port}", {"plain": True}, "erbjuder ingen kryptering (STARTTLS)"),
    "another name": ("smtps://localhost:{port}", {"is_wrapped": True, "named": "post.lanet.internal"}, "annat namn"),
    "another name later": ("smtp+starttls://localhost:{port}", {"named": "post.lanet.internal"}, "annat namn"),
    "a number": ("smtps://127.0.0.1:{port}", {"is_wrapped": True}, "annat namn"),
    "no sign-in": (f"smtps://{SIGN_IN}localhost:{{port}}", {"is_wrapped": True}, "tar inte emot någon inloggning"),
    "no password": ("smtps://localhost:{port}", {"is_wrapped": True, "mechanisms": "PLAIN"}, "kräver kryptering"),
    "the wrong port": ("smtps://localhost:{port}", {"plain": True}, "gick inte att kryptera"),
    "unknown to us": (
        f"smtps://{SIGN_IN.replace('8', '9')}localhost:{{port}}", {"is_wrapped": True, "mechanisms": "PLAIN LOGIN"},
        "godtar inte användaren eller lösenordet",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_safe_is_not_used_and_somebody_is_told_why(
    authority: trustme.CA, trusted: None, staff: list[Receiver], dana: Browser, work: Work, case: str
) -> None:
    url, manner, why = REFUSED[case]
    posted(Kind.AGENDA_PUBLISHED, staff[:2])
    with guarded(authority, **manner) as office:  # type: ignore[arg-type]
        assert work(url, office) == 0
        assert not any(PASSWORD in each or "AUTH" in each for each in office.heard_openly)
    assert states() == ["prov0 waiting", "prov1 waiting"]
    db.session.rollback()
    letter, *_ = letters = db.session.query(Posted).order_by(Posted.email).all()
    assert [each.tries for each in letters] == [0, 0]  # no letter is to blame
    for page in (dana.get("/admin/mail"), dana.get(f"/admin/mail/{letter.id}")):
        assert why in page
        assert "Breven väntar sedan tors 5 nov" in page


def test_an_authority_nobody_trusts_is_not_trusted_here(
    authority: trustme.CA, staff: list[Receiver], dana: Browser, work: Work
) -> None:
    posted(Kind.AGENDA_PUBLISHED, staff[:1])
    with guarded(authority, is_wrapped=True) as office:
        assert work("smtps://localhost:{port}", office) == 0
    assert "certifikat går inte att lita på" in dana.get("/admin/mail")


def test_once_the_password_is_right_all_letters_leave(
    authority: trustme.CA, trusted: None, staff: list[Receiver], dana: Browser, work: Work
) -> None:
    posted(Kind.AGENDA_PUBLISHED, staff)
    with guarded(authority, mechanisms="PLAIN") as office:
        wrong, right = (f"smtp+starttls://{each}localhost:{{port}}" for each in (SIGN_IN.replace("8", "9"), SIGN_IN))
        work(wrong, office)
        calls = office.calls
        with clock.held_at(NOW + timedelta(minutes=4)):
            work(wrong, office)
        assert office.calls == calls  # a wrong password said often locks an account
        assert "Utskicken är igång igen." in dana.send("/admin/mail/start")  # Försök nu
        assert work(right, office) == 5
    assert "Brev skickas inom några sekunder." in dana.get("/admin/mail")


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
def test_a_password_is_shown_nowhere_even_if_the_server_says_it(
    authority: trustme.CA, trusted: None, staff: list[Receiver], dana: Browser, work: Work, mechanism: str,
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    posted(Kind.AGENDA_PUBLISHED, staff[:1])
    wrong = PASSWORD.replace("8", "9")
    with guarded(authority, mechanisms=mechanism) as office:
        office.refusal = lambda said: f"535 {said} is wrong: {wrong}"
        work(f"smtp+starttls://{SIGN_IN.replace('8', '9')}localhost:{{port}}", office)
    page = dana.get("/admin/mail")
    assert "535 ••• is wrong: •••" in page
    told = [page.html, dana.get("/admin/log").html, *capfd.readouterr(), caplog.text, *states()]
    sent = (wrong, quote(wrong, safe=""), *(b64encode(each).decode() for each in (wrong.encode(), _plain(wrong))))
    assert not [(secret, each) for secret in sent for each in told if secret in each]


def _plain(password: str) -> bytes:
    return f"\0{USER}\0{password}".encode()
