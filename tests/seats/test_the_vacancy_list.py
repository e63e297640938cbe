"""The vacant seats of all networks, on one page, on the desk and on a manager's start page."""

from datetime import date, timedelta
from types import SimpleNamespace

from app import clock, db
from app.memberships.seats import seats_on
from app.networks.kinds import Role, Standing
from app.networks.models import Membership, Network
from app.people.models import Person, Workplace
from app.places.models import Library, Municipality
from app.seats.queries import vacancies
from tests.browser_double import Browser
from tests.statements import counted


def test_vacant_seats_stand_in_order_since_when(charlie: Browser, staff: SimpleNamespace) -> None:
    left = Membership(
        network=staff.children, person=staff.charlie, municipality=staff.torsas, standing=Standing.ORDINARY,
        starts_on=date(2025, 1, 1), ends_on=date(2026, 8, 31),
    )  # fmt: skip
    db.session.add_all([left, Network(name="Årshjulet", slug="arshjulet", colour=3, sign=3)])
    db.session.commit()
    page = charlie.get("/vacancies")
    assert "4 vakanta platser" in page
    assert "Barn- och unganätverket Torsås Ordinarie vakant sedan 1 sep" in page
    never = "Ordinarie har inte varit tillsatt"
    assert f"Årshjulet Högsby {never} Kalmar {never} Torsås {never}" in page
    assert not any("/appoint" in each for each in page.links)
    assert f"Kalmar {never}" not in charlie.get("/vacancies?municipality=hogsby")


def test_a_manager_sees_the_own_first_and_is_told_at_the_start(erika: Browser, staff: SimpleNamespace) -> None:
    assert "vakant" not in erika.get("/")
    db.session.add(Network(name="Årshjulet", slug="arshjulet", colour=3, sign=3, deputy_seats=1))
    db.session.commit()
    assert "Högsby har 2 vakanta platser i nätverken. Se och utse" in erika.get("/")
    page = erika.get("/vacancies")
    text = page.text
    assert text.index("Din kommun") < text.index("Årshjulet Ordinarie") < text.index("Övriga kommuner")
    assert "/networks/arshjulet/seats/hogsby/appoint?standing=deputy" in page.links
    assert "/networks/arshjulet/seats/kalmar/appoint?standing=ordinary" not in page.links


def test_ordinary_seats_come_first_and_can_stand_alone(charlie: Browser, staff: SimpleNamespace) -> None:
    many = Network(name="Årshjulet", slug="arshjulet", colour=3, sign=3, deputy_seats=1)
    db.session.add(many)
    db.session.commit()
    text = charlie.get("/vacancies").text.partition("Årshjulet")[2]
    assert text.rindex("Ordinarie har") < text.index("Ersättare har")
    alone = charlie.get("/vacancies?ordinary=y")
    assert "Årshjulet Högsby Ordinarie" in alone
    assert "Ersättare" not in alone.text.partition("Årshjulet")[2]
    assert "4 vakanta platser" in alone
    db.session.add_all(
        [Network(name=f"N{number}", slug=f"n{number}", colour=1, sign=1 + number) for number in range(40)]
    )
    db.session.commit()
    assert "/vacancies?ordinary=y&amp;page=2" in charlie.get("/vacancies?ordinary=y").links


def test_the_desk_counts_them(dana: Browser, world: SimpleNamespace) -> None:
    assert "Vakanta platser 2 platser saknar någon just nu" in dana.get("/admin")  # Torsås, in both networks


def test_who_has_moved_but_sits_is_listed(alice: Browser, staff: SimpleNamespace) -> None:
    db.session.add(staff.bob)
    staff.bob.municipality = staff.torsas
    db.session.commit()
    page = alice.get("/vacancies")
    assert "De här har bytt kommun men sitter kvar på platsen" in page
    assert "Bob Åberg medlem, ordinarie Högsby i Barn- och unganätverket" in page
    db.session.add(Workplace(person_id=staff.bob.id, library_id=staff.library.id))  # works in both
    db.session.commit()
    assert "sitter kvar på platsen" not in alice.get("/vacancies")


def test_the_list_tells_what_the_networks_tell(world: SimpleNamespace) -> None:
    """The list is counted in the database, the pages out of memberships: they must agree on any day."""
    db.session.add(world.children)
    world.children.ordinary_seats, world.children.deputy_seats = 2, 1
    day = date(2026, 1, 1)
    for number, (place, role, standing, first, last) in enumerate(
        [
            (world.hogsby, Role.MEMBER, Standing.DEPUTY, 0, 100),
            (world.hogsby, Role.GUEST, None, 0, None),
            (world.kalmar, Role.MEMBER, Standing.DEPUTY, 200, None),
            (world.kalmar, Role.SECRETARY, None, 50, 49),
            (world.torsas, Role.MEMBER, None, 10, 250),
            (world.torsas, Role.MEMBER, Standing.ORDINARY, 260, None),
            (None, Role.MEMBER, Standing.ORDINARY, 0, None),
        ]
    ):
        person = Person(given_name=f"M{number}", email=f"m{number}@knutpunkt.example")
        starts, ends = day + timedelta(days=first), None if last is None else day + timedelta(days=last)
        db.session.add(
            Membership(network=world.children, person=person, municipality=place, role=role, standing=standing,
                       starts_on=starts, ends_on=ends)
        )  # fmt: skip
    db.session.commit()
    places = [world.hogsby, world.kalmar, world.torsas]
    for days in range(-40, 320, 10):
        at = clock.now().replace(month=1, day=1) + timedelta(days=days)
        with clock.held_at(at):
            counted_ = {
                (each.place.id, each.standing): (each.number, each.since)
                for each in vacancies(world.dana)
                if each.network is world.children
            }
            shown: dict[object, tuple[int, date | None]] = {}
            for seat in seats_on(clock.today(), world.children, places, world.children.memberships):
                if seat.is_vacant:
                    key = (seat.municipality.id, seat.standing)
                    shown[key] = (shown.get(key, (0, None))[0] + 1, seat.vacant_since)
            assert counted_ == shown


def test_the_statements_do_not_grow(alice: Browser, world: SimpleNamespace) -> None:
    where = ("/vacancies", "/networks/barn-och-unganatverket/seats", "/networks/barn-och-unganatverket/seats/hogsby")
    few = {each: (alice.get(each), counted(alice, each))[1] for each in where}
    for number in range(30):
        place = Municipality(name=f"Ort {number}", slug=f"ort-{number}")
        person = Person(given_name=f"M{number}", email=f"m{number}@knutpunkt.example", municipality=place,
                        library=Library(municipality=place, name="Biblioteket"))  # fmt: skip
        network = Network(name=f"N{number}", slug=f"n{number}", colour=1 + number % 12, sign=1 + number // 12)
        db.session.add_all([network, Membership(network=world.children, person=person, municipality=place,
                                                starts_on=date(2026, 1, 1))])  # fmt: skip
    db.session.commit()
    assert {each: counted(alice, each) for each in where} == few
    assert max(few.values()) <= 8
