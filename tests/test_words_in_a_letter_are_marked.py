"""In a letter in English what people wrote in Swedish is marked as Swedish, and the letter as English (WCAG 3.1.2)."""

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from flask import Flask
from sqlalchemy import update

from app import db
from app.config import Settings
from app.mail.kinds import Kind
from app.mail.paper import as_html, as_text
from app.mail.setup import setup
from app.mail.writing import preview
from app.occasions.models import Occasion
from app.organisation.models import Organisation
from app.people.models import Language, Person
from tests.accounts.post import with_mail
from tests.browser_double import Browser
from tests.languages import runs, written_lines
from tests.minutes.writing import begin_and_publish, call_meeting
from tests.outbox import send_all, waiting
from tests.planning.conftest import BASE, NEW, SERIES, revision_on

PLANNED = {
    "title": "Läsning på fritiden", "lasts": "hours", "first_day": "2026-11-24", "from_time": "09:30",
    "to_time": "12:00", "place": "Vimmerby bibliotek", "answer_by": "2026-11-17", "standard_agenda": "y",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class People:
    """The world, and everybody in it in a browser of their own."""

    world: SimpleNamespace
    alice: Browser
    bob: Browser
    charlie: Browser
    dana: Browser
    erika: Browser

    @property
    def fields(self) -> dict[str, object]:
        return {**PLANNED, "hosts": [str(self.world.children.id)]}


@pytest.fixture
def people(world: SimpleNamespace, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> People:
    """Everybody reads English; Erika leads the libraries of Högsby; letters are sent."""
    monkeypatch.setitem(world.app.config, "SETTINGS", with_mail(settings, 9))
    erika = Person(given_name="Erika", family_name="Ek", email="erika@knutpunkt.example", password_hash="x",
                   is_manager=True, municipality_id=world.hogsby.id)  # fmt: skip
    db.session.add(erika)
    db.session.flush()
    db.session.execute(update(Person).values(language=Language.ENGLISH))
    db.session.commit()
    persons = (world.alice, world.bob, world.charlie, world.dana, erika)
    return People(world, *(Browser(world.app, person) for person in persons))


def planned(people: People) -> str:
    address = people.alice.post(NEW, **people.fields).location
    people.alice.post(f"{address}/call")
    return address


def called(people: People) -> None:
    address = people.alice.post(NEW, **people.fields).location
    people.alice.post(f"{address}/call", with_agenda="y")


def called_to_many(people: People) -> None:
    days = ["2026-11-24", "2026-12-01"]
    people.alice.post(SERIES, **people.fields, rhythm="weekly", count="2", do="call", days=days)


def moved(people: People) -> None:
    address = planned(people)
    send_all()
    form = people.alice.get(f"{address}/edit")
    changed = {**people.fields, "place": "Nybro stadsbibliotek", "with_letter": "y", "revision": revision_on(form)}
    people.alice.post(f"{address}/edit", **changed)


def cancelled(people: People) -> None:
    address = planned(people)
    send_all()
    people.alice.post(f"{address}/cancel", because="Föreläsaren är sjuk")


def agenda(people: People) -> None:
    address = planned(people)
    send_all()
    people.alice.post(f"{address}/agenda/publish", with_letter="y")


def minutes(people: People) -> None:
    begin_and_publish(people.alice, call_meeting(people.world.children), clause="ha en sommarkampanj")


def asked(people: People) -> None:
    people.charlie.post(f"{BASE}/ask", message="Jag håller i sagostunderna.")


def declined(people: People) -> None:
    asked(people)
    where = next(each for each in people.alice.get(BASE).links if "/requests/" in each)
    send_all()
    people.alice.post(f"{where}/decline", answer="Det är fullt just nu.")


def appointed(people: People) -> None:
    people.alice.post(f"{BASE}/seats/torsas/appoint", person=str(people.world.charlie.id), starts_on="2026-11-10")


def left(people: People) -> None:
    people.bob.post(f"{BASE}/leave", last_day="2026-11-10")


def needs_help(people: People) -> None:
    people.alice.post(f"{BASE}/leave/help")


def invited(people: People) -> None:
    people.dana.post("/people/new", given_name="Eva", family_name="Örn", email="eva@lanet.internal")
    db.session.execute(update(Person).values(language=Language.ENGLISH))
    db.session.commit()


def forgotten(people: People) -> None:
    people.dana.post(f"/people/{people.world.bob.id}/invite")


ACTS: list[tuple[Kind, Callable[[People], object]]] = [
    (Kind.INVITATION, invited), (Kind.RESET, forgotten), (Kind.MEETING_CALLED, called),
    (Kind.MEETING_CALLED, called_to_many), (Kind.MEETING_MOVED, moved), (Kind.MEETING_CANCELLED, cancelled),
    (Kind.AGENDA_PUBLISHED, agenda), (Kind.MINUTES_PUBLISHED, minutes), (Kind.JOIN_REQUESTED, asked),
    (Kind.JOINED, left), (Kind.APPROVED, appointed), (Kind.DECLINED, declined), (Kind.VACANCY, left),
    (Kind.HANDOVER, needs_help),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "act"), ACTS)
def test_in_english_every_word_of_ours_is_marked_as_swedish(
    people: People, kind: Kind, act: Callable[[People], object]
) -> None:
    act(people)
    written = written_lines(Occasion.place, Organisation.name)
    html, text = _only(people.world.app, kind)
    assert '<html lang="en">' in html
    assert '<div class="letter" lang="en">' in html  # a mail program may leave out what is around it
    found = list(runs(html, "en"))
    unmarked = [words for words, language in found if language != "sv" and any(line in words for line in written)]
    assert not unmarked
    assert not any("\ufdd0" <= each <= "\ufdef" for each in html + text)
    assert (kind in (Kind.RESET,)) or any(language == "sv" for _, language in found)


def test_every_kind_of_letter_is_read() -> None:
    assert {kind for kind, _ in ACTS} == set(Kind)


def test_in_swedish_nothing_is_marked(people: People) -> None:
    db.session.execute(update(Person).values(language=Language.SWEDISH))
    db.session.commit()
    called(people)
    html, _ = _only(people.world.app, Kind.MEETING_CALLED)
    assert '<html lang="sv">' in html
    assert "<span" not in html


def _only(app: Flask, kind: Kind) -> tuple[str, str]:
    """The HTML and the text of one letter of a kind, as they would be now."""
    letter = waiting(kind)[0]
    with app.app_context():
        found = preview(setup(app.config["SETTINGS"]), letter)
        db.session.rollback()
    assert found is not None
    return as_html(found[0], language=found[1].receiver.language, off=found[1].off), as_text(found[0], off=found[1].off)
