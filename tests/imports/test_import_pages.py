"""A file is chosen on a page, looked through, and read in: by those who may, and by nobody else."""

import io
import re
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import db
from app.people.models import Person
from tests.browser_double import Browser, Page
from tests.imports.samples import calendar, sample

PEOPLE = "/admin/import/people"
CALENDAR = "/networks/barn-och-unganatverket/import"
GOOD = b"Namn;E-post;Kommun\nEva Ek;eva@demo.example;Kalmar\n"
MISSING = "Namn;E-post;Kommun;Bibliotek;Nätverk\nEva Ek;eva@demo.example;Kalmar;Filialen;Fjärrlån\n".encode()
MEETING = calendar("UID:a\nSUMMARY:Höstträff\nDTSTART:20270211T083000Z\nDTEND:20270211T100000Z\nLOCATION:Nybro")


def send(browser: Browser, address: str, data: bytes, name: str) -> Page:
    """Choose a file and go where that leads."""
    return browser.send(address, file=(io.BytesIO(data), name))


def agree(browser: Browser, page: Page, **more: str) -> Page:
    """Press the button of a preview, as it was shown."""
    address = next(each for each in page.forms if re.search(r"/import/(people/)?[\w-]{32}$", each))
    hidden = dict(re.findall(r'<input type="hidden" name="(seen|create)" value="(\w+)"', page.html))
    return browser.send(address, **hidden, **more)


def emails() -> set[str]:
    return set(db.session.scalars(select(Person.email)))


def test_a_list_is_looked_through_and_then_read_in(county: SimpleNamespace, dana: Browser) -> None:
    preview = send(dana, PEOPLE, sample("medlemslista.xlsx"), "medlemslista.xlsx")

    assert preview.status == 200
    assert "9 nya 1 ändras 4 går inte" in preview
    assert "Kommunen ”Vimerby” finns inte här. Menar du Vimmerby?" in preview
    assert "Mångspråksnätverket : blir ordförande från 5 maj 2025" in preview
    assert "kontakt.borgholm@demo.example" not in emails()

    done = agree(dana, preview, partial="y")

    assert done.status == 200
    assert "9 personer är nya" in done
    assert "Zoë Šimečková-Ångström" in done
    assert "kontakt.borgholm@demo.example" in emails()
    assert sum("/invite" in form for form in done.forms) == 9


def test_the_pages_are_there_in_english_too(county: SimpleNamespace, dana: Browser) -> None:
    preview = send(dana, PEOPLE, sample("medlemslista.xlsx"), "medlemslista.xlsx")
    address = next(each for each in preview.forms if each.startswith(f"{PEOPLE}/"))

    for page in (dana.get(each, headers={"Accept-Language": "en"}) for each in (PEOPLE, address, CALENDAR)):
        assert (page.status, 'lang="en"' in page.html) == (200, True)


def test_the_list_again_has_nothing_to_read_in(county: SimpleNamespace, dana: Browser) -> None:
    agree(dana, send(dana, PEOPLE, GOOD, "lista.csv"))
    again = send(dana, PEOPLE, GOOD, "lista.csv")

    assert "Allt i filen finns redan här. Inget behöver läsas in." in again
    assert "En rad är oförändrad" in again
    assert "Läs in raden" not in again


def test_the_page_of_what_was_done_can_be_come_back_to(county: SimpleNamespace, dana: Browser, alice: Browser) -> None:
    preview = send(dana, PEOPLE, GOOD, "lista.csv")
    address = next(each for each in preview.forms if each.startswith(f"{PEOPLE}/"))
    agree(dana, preview)

    assert "Eva Ek" in dana.get(f"{address}/done")
    assert dana.get(address).location == PEOPLE  # the list itself waits no longer
    assert alice.get(f"{address}/done").status == 403


def test_nothing_is_read_in_by_half(county: SimpleNamespace, dana: Browser) -> None:
    preview = send(dana, PEOPLE, sample("medlemslista.xlsx"), "medlemslista.xlsx")
    refused = agree(dana, preview)

    assert refused.status == 422
    assert refused.title.startswith("Fel: ")
    assert "Ingenting är inläst: 4 rader går inte att läsa in." in refused
    assert "kontakt.borgholm@demo.example" not in emails()


def test_what_was_not_shown_is_not_read_in(county: SimpleNamespace, dana: Browser) -> None:
    preview = send(dana, PEOPLE, GOOD, "lista.csv")
    db.session.add(Person(given_name="Eva", family_name="Ek", email="eva@demo.example", title="Chef"))
    db.session.commit()

    again = agree(dana, preview)

    assert again.status == 422
    assert "Titta igenom den igen innan du läser in" in again
    assert agree(dana, again).status == 200


def test_what_is_missing_is_made_only_when_asked_for(county: SimpleNamespace, dana: Browser) -> None:
    preview = send(dana, PEOPLE, MISSING, "lista.csv")
    assert "Skapa bibliotek och nätverk som saknas" in preview
    assert "1 går inte" in preview
    address = next(each for each in preview.forms if each.startswith(f"{PEOPLE}/"))

    with_new = dana.get(f"{address}?create=y")
    assert "Skapas: Filialen och Fjärrlån" in with_new
    done = agree(dana, with_new)

    assert "Skapades: Filialen och Fjärrlån" in done
    assert "Fjärrlån" in dana.get("/networks")


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"", "", "Välj en fil"),
        (b"", "tom.csv", "Filen tom.csv är tom."),
        (b"%PDF-1.7", "lista.pdf", "Filen är en PDF. Spara listan som .xlsx eller CSV."),
        (b"a;b\n1;2\n", "lista.csv", "Listan saknar rubriker."),
    ],
)
def test_a_file_that_is_no_list_is_said_to_be_so(
    world: SimpleNamespace, dana: Browser, data: bytes, name: str, told: str
) -> None:
    page = send(dana, PEOPLE, data, name)

    assert page.status == 422
    assert page.title.startswith("Fel: ")
    assert told in page


def test_member_lists_are_for_administrators(
    world: SimpleNamespace, dana: Browser, alice: Browser, nobody: Browser
) -> None:
    key = send(dana, PEOPLE, GOOD, "lista.csv").forms[-1].rsplit("/", 1)[1]

    for address in (PEOPLE, f"{PEOPLE}/{key}", f"{PEOPLE}/{key}/done"):
        assert "Bara administratörer" in alice.get(address)
        assert nobody.get(address).status == 303
    assert alice.post(PEOPLE, file=(io.BytesIO(GOOD), "lista.csv")).status == 403
    assert alice.post(f"{PEOPLE}/{key}", seen="x").status == 403
    assert "eva@demo.example" not in emails()


def test_a_calendar_is_looked_through_and_then_read_in(world: SimpleNamespace, alice: Browser, bob: Browser) -> None:
    preview = send(alice, CALENDAR, sample("outlook-export.ics"), "kalender.ics")

    assert "10 nya 1 går inte" in preview
    assert "Medieträff vår tors 11 feb 2027 kl. 9.30–12.00, v. 6 Hultsfreds bibliotek, stora salen" in preview
    assert "Medieträff vår" not in bob.get("/networks/barn-och-unganatverket/meetings")

    done = agree(alice, preview, partial="y")

    assert "10 möten är inlästa" in done
    assert "Medieträff vår" in bob.get("/networks/barn-och-unganatverket/meetings")


def test_a_changed_calendar_says_what_becomes_of_each_meeting(world: SimpleNamespace, alice: Browser) -> None:
    agree(alice, send(alice, CALENDAR, MEETING, "kalender.ics"))
    moved = MEETING.replace(b"20270211", b"20270212").replace(b"Nybro", b"Kalmar")

    preview = send(alice, CALENDAR, moved, "kalender.ics")

    assert "Tid: tors 11 feb 2027 kl. 9.30–11.00, v. 6 blir fre 12 feb 2027 kl. 9.30–11.00, v. 6" in preview
    assert "Plats: Nybro blir Kalmar" in preview
    assert "Ett möte är ändrat" in agree(alice, preview)


def test_a_file_that_is_no_calendar_is_said_to_be_so(world: SimpleNamespace, alice: Browser) -> None:
    page = send(alice, CALENDAR, GOOD, "lista.csv")

    assert (page.status, "Filen är inte en kalenderfil (.ics)" in page) == (422, True)


def test_calendars_are_for_coordinators_and_closed_networks_do_not_exist(
    world: SimpleNamespace, alice: Browser, bob: Browser, charlie: Browser, nobody: Browser
) -> None:
    closed = "/networks/stangda-gruppen/import"
    key = send(alice, CALENDAR, MEETING, "kalender.ics").forms[-1].rsplit("/", 1)[1]

    assert "Bara samordnaren kan läsa in möten" in bob.get(CALENDAR)
    for browser, status in ((bob, 403), (charlie, 403)):
        assert browser.post(f"{CALENDAR}/{key}", seen="x").status == status
    assert [charlie.get(each).status for each in (closed, f"{closed}/{key}")] == [404, 404]
    assert charlie.post(closed, file=(io.BytesIO(MEETING), "kalender.ics")).status == 404
    assert alice.get(f"{closed}/{key}").location == closed  # sent to one network, it is read into no other
    assert nobody.get(CALENDAR).status == 303
