"""Staff see which municipality takes part where, the same on the map, on a municipality's page and on a network's."""

from datetime import date
from io import BytesIO
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from app import db
from app.audit.models import AuditEntry
from app.networks.models import Membership, Network
from app.people.models import Person
from app.places.models import Municipality
from tests.browser_double import Browser
from tests.participation.conftest import held, publish
from tests.statements import counted

SINCE = date(2026, 1, 1)
OF_CHILDREN = "/participation/barn-och-unganatverket"


def test_each_cell_says_in_words_how_it_is(charlie: Browser, seated: SimpleNamespace) -> None:
    held(seated, "2026-09-01", alice="on-site", bob="absent")
    page = charlie.get("/participation")
    assert page.title == "Vem är med var? 2026 – Nätverk – Knutpunkt"
    text = page.text.partition("Tillsatta Möten")[2]
    assert "Högsby ordinarie, med på 0 av 1 möte" in text
    assert "Kalmar ordinarie, med på 1 av 1 möte, senast 1 sep" in text
    assert "Torsås vakant, med på 0 av 1 möte" in text
    assert text.index("Högsby ordinarie") < text.index("Kalmar ordinarie") < text.index("Torsås vakant")
    assert "1 plats är vakant" in page


def test_map_municipality_and_network_tell_the_same(charlie: Browser, seated: SimpleNamespace) -> None:
    for day, came in (("2026-02-01", {"bob": "on-site"}), ("2026-09-01", {"alice": "online", "bob": "absent"})):
        held(seated, day, **came)
    for address in ("/participation", "/municipalities/hogsby", "/networks/barn-och-unganatverket"):
        page = charlie.get(address)
        assert "med på 1 av 2 möten" in page, address
        assert "inte sedd sedan 1 feb" in page, address
    assert "/participation" in charlie.get("/municipalities/hogsby").links
    assert OF_CHILDREN in charlie.get("/networks/barn-och-unganatverket").links


def test_more_people_than_seats_fill_no_more_than_there_are(charlie: Browser, seated: SimpleNamespace) -> None:
    place, person = seated.hogsby.id, seated.charlie.id
    db.session.add(Membership(network_id=seated.children.id, person_id=person, municipality_id=place, starts_on=SINCE))
    db.session.commit()
    assert "Tillsatta 2 av 3 2 av 3" in charlie.get("/participation")
    assert "2 av 3 platser är tillsatta" in charlie.get("/networks/barn-och-unganatverket")


def test_a_closed_network_is_on_the_map_of_its_members_only(
    bob: Browser, charlie: Browser, dana: Browser, seated: SimpleNamespace
) -> None:
    held(seated, "2026-09-01", hosts=[seated.secret], title="Hemligt möte", bob="on-site")
    for address in ("/participation", "/participation.svg", "/municipalities/hogsby"):
        told = charlie.client.get(address).get_data(as_text=True)
        assert "tängda" not in told
        assert "med på 1 av 1" not in told
    assert "Stängda gruppen" in bob.get("/participation")
    assert "Stängda gruppen" in dana.get("/participation")
    assert charlie.get("/participation/stangda-gruppen").status == 404
    assert bob.get("/participation/stangda-gruppen").status == 200


def test_a_joint_meeting_with_a_closed_network_is_shown_for_the_open_one(
    charlie: Browser, seated: SimpleNamespace
) -> None:
    held(seated, "2026-09-01", hosts=[seated.children, seated.secret], bob="on-site")
    page = charlie.get("/participation")
    assert "Högsby ordinarie, med på 1 av 1 möte" in page
    assert "Stängda" not in page


def test_meeting_by_meeting(charlie: Browser, seated: SimpleNamespace) -> None:
    held(seated, "2026-03-01", alice="on-site", bob="online")
    held(seated, "2026-04-01", alice="absent")
    held(seated, "2026-05-01")
    text = charlie.get(OF_CHILDREN).text
    assert "Högsby digitalt 1 mars – ingen på listan 1 april" in text
    assert "Kalmar på plats 1 mars frånvarande 1 april" in text
    assert "inga anteckningar 1 maj" in text
    assert "3 möten har hållits" in text


def test_a_correction_counts_and_what_it_corrected_does_not(charlie: Browser, seated: SimpleNamespace) -> None:
    meeting = held(seated, "2026-09-01", alice="on-site")
    publish(seated, meeting, version=2, alice="absent", bob="on-site")
    page = charlie.get("/participation")
    assert "Högsby ordinarie, med på 1 av 1 möte" in page
    assert "Kalmar ordinarie, med på 0 av 1 möte" in page


def test_a_municipality_that_was_renamed_keeps_its_meetings(charlie: Browser, seated: SimpleNamespace) -> None:
    held(seated, "2026-09-01", bob="on-site")
    db.session.add(seated.hogsby)
    seated.hogsby.name = "Nya Högsby"
    db.session.commit()
    assert "Nya Högsby ordinarie, med på 1 av 1 möte" in charlie.get("/participation")


def test_another_year_and_the_least_seen_first(charlie: Browser, seated: SimpleNamespace) -> None:
    held(seated, "2025-09-01", bob="on-site", alice="absent")
    held(seated, "2026-09-01", alice="on-site")
    before = charlie.get("/participation?year=2025")
    assert "Högsby ordinarie, med på 1 av 1 möte" in before
    text = charlie.get("/participation?sort=attended").text.partition("Tillsatta Möten")[2]
    assert text.index("Torsås vakant") < text.index("Kalmar ordinarie")
    assert charlie.get("/participation?year=0&months=x&sort=%22&page=-1").status == 200


def test_as_a_picture_it_needs_nothing_else(charlie: Browser, seated: SimpleNamespace) -> None:
    db.session.add(seated.children)
    seated.children.name = "Barn & <unga>"
    db.session.commit()
    answer = charlie.client.get("/participation.svg")
    assert answer.content_type == "image/svg+xml; charset=utf-8"
    drawn = ElementTree.fromstring(answer.get_data())  # noqa: S314 - our own
    names = {each.tag.rpartition("}")[2] for each in drawn.iter()}
    assert {"title", "desc"} <= names
    assert not names & {"style", "script", "image"}
    assert all(value.startswith("#") for each in drawn.iter() for name, value in each.attrib.items() if "href" in name)
    assert "Högsby" in answer.get_data(as_text=True)


def test_as_a_workbook_no_cell_is_run_and_the_log_tells(charlie: Browser, seated: SimpleNamespace) -> None:
    db.session.add(seated.children)
    seated.children.name = "=HYPERLINK(1)"
    db.session.commit()
    book = load_workbook(BytesIO(charlie.client.get("/participation.xlsx").get_data()))
    assert book.sheetnames == ["Platser", "Närvaro", "Alla rader"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert "'=HYPERLINK(1)" in {cell.value for cell in cells}
    assert db.session.scalars(select(AuditEntry.what)).all() == ["exported"]


@pytest.mark.parametrize("address", ["/participation", "/participation.svg", OF_CHILDREN, "/municipalities/hogsby"])
def test_the_statements_do_not_grow(charlie: Browser, seated: SimpleNamespace, address: str) -> None:
    held(seated, "2026-09-01", bob="on-site")
    few = counted(charlie, address)
    for number in range(12):
        place = Municipality(name=f"Kommun {number}", slug=f"kommun-{number}")
        person = Person(given_name=f"P{number}", email=f"p{number}@knutpunkt.example", municipality=place)
        network = Network(name=f"Nätverk {number}", slug=f"natverk-{number}", colour=number % 12 + 1, sign=5)
        db.session.add_all(
            [place, Membership(network=network, person=person, starts_on=seated.children.memberships[0].starts_on)]
        )
        held(seated, f"2026-08-{number + 1:02}", hosts=[network, seated.children], bob="on-site")
    assert counted(charlie, address) == few <= 10
