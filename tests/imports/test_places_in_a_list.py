"""Municipalities, libraries and networks are known by name, or refused with the nearest one; nothing is guessed."""

from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import db
from app.imports.tables import Cell
from app.networks.models import Network
from app.people.models import Person
from app.places.models import Library
from tests.imports.plans import BOB, changed, outcomes, plan, said, take

KALMAR: dict[str, Cell] = {"Kommun": "Kalmar"}


@pytest.mark.parametrize("spelling", ["Hultsfred", "hultsfreds kommun", "HULTSFRED ", "Hultsfreds"])
def test_a_municipality_by_any_of_its_names(county: SimpleNamespace, spelling: str) -> None:
    found = plan({"Kommun": spelling, "Bibliotek": "hultsfreds  BIBLIOTEK"})

    assert ("Kommun", "", "Hultsfred") in changed(found)
    assert ("Bibliotek", "", "Hultsfreds bibliotek") in changed(found)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"Kommun": "Vimerby"}, "Kommunen ”Vimerby” finns inte här. Menar du Vimmerby?"),
        ({"Kommun": "Xyz"}, "Kommunen ”Xyz” finns inte här. Lägg till den bland kommunerna först."),
        (
            KALMAR | {"Bibliotek": "Kalmar stadsbiblotek"},
            "Biblioteket ”Kalmar stadsbiblotek” finns inte här. Menar du Kalmar stadsbibliotek?",
        ),
        (
            KALMAR | {"Bibliotek": "Nybro bibliotek"},
            "Biblioteket ”Nybro bibliotek” ligger i Nybro, inte i Kalmar. Rätta det som är fel.",
        ),
        (
            KALMAR | {"Bibliotek": "Filialen"},
            "Biblioteket ”Filialen” finns inte här. Välj att skapa det som saknas.",
        ),
        (
            {"Bibliotek": "Filialen"},
            "Biblioteket ”Filialen” finns inte här. Skriv kommunen, så går det att skapa det.",
        ),
        ({"Nätverk": "Medianätverket"}, "Nätverket ”Medianätverket” finns inte här. Menar du Medienätverket?"),
        ({"Nätverk": "Kör"}, "Nätverket ”Kör” finns inte här. Välj att skapa det som saknas."),
        ({"Titel": "x" * 121}, "Titel har mer än 120 tecken. Korta texten."),
    ],
)
def test_what_is_not_here_is_refused_with_a_way_on(county: SimpleNamespace, row: dict[str, Cell], reason: str) -> None:
    found = plan(row)

    assert (outcomes(found), said(found)) == (["refused"], [reason])


def test_every_reason_is_told_at_once(county: SimpleNamespace) -> None:
    assert len(said(plan({"Kommun": "Vimerby", "Nätverk": "Medianätverket", "Telefon": "0" * 50}))) == 3


def test_a_library_alone_says_which_municipality(county: SimpleNamespace) -> None:
    assert ("Kommun", "", "Nybro") in changed(plan({"Bibliotek": "Nybro bibliotek"}))


def test_a_library_of_two_municipalities_needs_the_municipality(county: SimpleNamespace) -> None:
    db.session.add_all([Library(name="Filialen", municipality=place) for place in (county.kalmar, county.torsas)])
    db.session.commit()

    assert said(plan({"Bibliotek": "Filialen"})) == ["Biblioteket ”Filialen” finns i flera kommuner. Skriv kommunen."]
    assert outcomes(plan({"Bibliotek": "Filialen", "Kommun": "Torsås"})) == ["new"]


def test_who_moves_leaves_the_library_there(county: SimpleNamespace) -> None:
    assert changed(plan(BOB | KALMAR)) == [("Kommun", "Högsby", "Kalmar"), ("Bibliotek", "Högsby bibliotek", "")]


def test_empty_cells_and_dashes_say_nothing(county: SimpleNamespace) -> None:
    assert outcomes(plan(BOB | {"Titel": " - ", "Bibliotek": "–", "Nätverk": "-", "Telefon": ""})) == ["unchanged"]


def test_what_is_missing_is_made_when_asked_for_and_once(county: SimpleNamespace) -> None:
    rows: list[dict[str, Cell]] = [
        {"E-post": "a@demo.example", "Kommun": "Kalmar", "Bibliotek": "Lindsdals bibliotek", "Nätverk": "Fjärrlån"},
        {"E-post": "b@demo.example", "Kommun": "KALMAR", "Bibliotek": "lindsdals bibliotek", "Nätverk": "fjärrlån"},
    ]
    assert plan(*rows).lacks
    planned = plan(*rows, create=True)
    assert planned.made == ("Lindsdals bibliotek", "Fjärrlån")

    done = take(county, *rows, create=True)

    (library,) = db.session.scalars(select(Library).where(Library.name == "Lindsdals bibliotek"))
    (network,) = db.session.scalars(select(Network).where(Network.name == "Fjärrlån"))
    people = db.session.scalars(select(Person).where(Person.id.in_(done.new_people)))
    assert {each.library_id for each in people} == {library.id}
    flags = db.session.execute(select(Network.colour, Network.sign)).all()
    assert len(set(flags)) == len(flags)
    assert (network.slug, done.made) == ("fjarrlan", ("Lindsdals bibliotek", "Fjärrlån"))
    assert outcomes(plan(*rows, create=True)) == ["unchanged", "unchanged"]


def test_municipalities_are_never_made(county: SimpleNamespace) -> None:
    assert outcomes(plan({"Kommun": "Vimerby"}, create=True)) == ["refused"]


def test_what_would_be_made_but_looks_like_something_known_is_remarked(county: SimpleNamespace) -> None:
    found = plan(KALMAR | {"Bibliotek": "Kalmar stadsbiblotek"}, create=True)

    assert said(found) == ["”Kalmar stadsbiblotek” skapas, men liknar ”Kalmar stadsbibliotek”."]


def test_a_refused_row_makes_nothing(county: SimpleNamespace) -> None:
    row = KALMAR | {"Bibliotek": "Filialen", "Nätverk": "Kör", "Till och med": "2020-01-01"}
    take(county, row, {"E-post": "b@demo.example"}, create=True, partial=True)

    assert db.session.scalars(select(Library).where(Library.name == "Filialen")).first() is None
    assert db.session.scalars(select(Network).where(Network.name == "Kör")).first() is None
