"""Finds which column of a list holds what, by what its heading means, in Swedish or English."""

from dataclasses import dataclass
from enum import StrEnum

from app.imports.fields import plain_text
from app.imports.tables import Cell, Sheet
from app.wording import N_, Message, Refusal

_LAST_HEADING_ROW = 30
_FEWEST_BESIDES_EMAIL = 2


class Column(StrEnum):
    """What a column of a member list can hold."""

    GIVEN_NAME = "given name"
    FAMILY_NAME = "family name"
    NAME = "name"
    EMAIL = "email"
    MUNICIPALITY = "municipality"
    LIBRARY = "library"
    TITLE = "title"
    PHONE = "phone"
    NETWORKS = "networks"
    ROLE = "role"
    STANDING = "standing"
    STARTS_ON = "starts on"
    ENDS_ON = "ends on"


_MEANINGS = {
    Column.GIVEN_NAME: "förnamn tilltalsnamn firstname givenname forename",
    Column.FAMILY_NAME: "efternamn surname lastname familyname",
    Column.NAME: "namn name fullname person fullständigtnamn förochefternamn",
    Column.EMAIL: "epost epostadress eposten mejl mejladress mail mailadress email emailaddress mailaddress",
    Column.MUNICIPALITY: "kommun hemkommun municipality",
    Column.LIBRARY: "bibliotek library arbetsplats workplace biblioteksenhet",
    Column.TITLE: "titel title befattning yrkestitel jobtitle",
    Column.PHONE: "telefon telefonnummer tel phone phonenumber telephone mobil mobiltelefon mobilnummer mobile",
    Column.NETWORKS: "nätverk nätverken network networks grupp grupper group groups",
    Column.ROLE: "roll role rollinätverket rollinätverk roleinnetwork",
    Column.STANDING: "ordinarieersättare ordinarieellerersättare plats platstyp seat standing ordinarydeputy "
    "representativedeputy",
    Column.STARTS_ON: "frånochmed from från start startdatum startdate fromdate fråndatum startson",
    Column.ENDS_ON: "tillochmed tom till slut slutdatum to until end enddate todate tilldatum endson",
}
_BY_KEY = {key: column for column, keys in _MEANINGS.items() for key in keys.split()}


class NoHeadings(Refusal):
    """No sheet has a row of headings that can be understood."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings of a sheet stand and what they mean."""

    row: int
    places: dict[Column, int]
    """The place of each known column, counted from 0."""
    titles: dict[Column, str]
    """The headings as they were typed, to speak of them in the list's own words."""
    notes: tuple[Message, ...]


def find_headings(sheet: Sheet) -> Headings | None:
    """Return the first row, of the first 30, that names the e-mail address and at least two other known things."""
    for number, cells in sheet.rows:
        if number > _LAST_HEADING_ROW:
            return None
        headings = _read_headings(number, cells)
        if Column.EMAIL in headings.places and len(headings.places) > _FEWEST_BESIDES_EMAIL:
            return headings
    return None


def no_headings() -> NoHeadings:
    """Return the refusal that says which headings a member list needs."""
    return NoHeadings(
        N_(
            "Listan saknar rubriker. Skriv en rad med rubrikerna Förnamn, Efternamn och E-post. Kommun, "
            "Bibliotek, Titel, Telefon, Nätverk, Roll, Ordinarie/ersättare, Från och med och Till och med "
            "kan också vara med."
        )
    )


def meaning(heading: str) -> Column | None:
    """Return what a heading means; case, spaces, hyphens and what follows in brackets make no difference."""
    return _BY_KEY.get(_key(heading)) or _BY_KEY.get(_key(heading.split("(", maxsplit=1)[0]))


def _key(heading: str) -> str:
    return "".join(letter for letter in heading.casefold() if letter.isalnum())


def _read_headings(number: int, cells: tuple[Cell, ...]) -> Headings:
    places: dict[Column, int] = {}
    titles: dict[Column, str] = {}
    notes: list[Message] = []
    for place, title in enumerate(plain_text(cell) for cell in cells):
        column = meaning(title)
        if column is None and title:
            notes.append(Message(N_("Kolumnen %(column)s är inte läst."), column=title[:50]))
        elif column in places:
            notes.append(
                Message(N_("Kolumnen %(column)s finns mer än en gång. Den första är läst."), column=title[:50])
            )
        elif column is not None:
            places[column], titles[column] = place, title
    return Headings(row=number, places=places, titles=titles, notes=tuple(notes))
