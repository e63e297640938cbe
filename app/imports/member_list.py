"""Reads a list of members: who they are, which networks they are in, as what and for how long."""

from dataclasses import dataclass
from datetime import date

from app.imports.headings import Column, Headings, NoHeadings, find_headings, no_headings
from app.imports.member_fields import ROLES, STANDINGS, RowReader
from app.imports.sheets import Sheet, UnreadableFile, read_sheets
from app.wording import N_, Message

__all__ = ["MemberList", "MemberRow", "NoHeadings", "RefusedRow", "UnreadableFile", "read_member_list"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """One row that could be read in full. Empty text is what the list left out."""

    row: int
    """The number Excel shows beside the row."""
    sheet: str
    given_name: str
    family_name: str
    email: str
    """In small letters."""
    municipality: str
    """As it was typed."""
    library: str
    title: str
    phone: str
    networks: tuple[str, ...]
    role: str
    """ "member", "coordinator", "chair", "secretary", "guest" or, where nothing was said, ""."""
    standing: str
    """ "ordinary", "deputy" or ""."""
    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One row that was not taken, with every reason why."""

    row: int
    sheet: str
    what: str
    """A name or an address to know the row by."""
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class MemberList:
    """What a file says, row by row, and what in it was left aside."""

    rows: tuple[MemberRow, ...]
    refused: tuple[RefusedRow, ...]
    notes: tuple[Message, ...]


def read_member_list(data: bytes, filename: str) -> MemberList:
    """Read an .xlsx or .csv member list. Raises UnreadableFile, or NoHeadings if no sheet has a row of headings."""
    sheets = read_sheets(data, filename)
    found = [(sheet, find_headings(sheet)) for sheet in sheets]
    if all(headings is None for _, headings in found):
        raise no_headings()
    reading = _Reading()
    for sheet, headings in found:
        if headings is not None:
            reading.read(sheet, headings)
        elif sheet.rows:
            reading.notes.append(Message(N_("Bladet %(sheet)s har inga rubriker och är inte läst."), sheet=sheet.name))
    if not reading.rows and not reading.refused:
        reading.notes.append(Message(N_("Listan har rubriker men inga rader. Skriv en rad för varje person.")))
    return MemberList(tuple(reading.rows), tuple(reading.refused), tuple(dict.fromkeys(reading.notes)))


class _Reading:
    """What has been read so far; a row is compared with those before it."""

    def __init__(self) -> None:
        self.rows: list[MemberRow] = []
        self.refused: list[RefusedRow] = []
        self.notes: list[Message] = []
        self._seen: dict[tuple[str, str, str], MemberRow] = {}

    def read(self, sheet: Sheet, headings: Headings) -> None:
        """Read the rows below the headings."""
        self.notes += headings.notes
        for number, cells in sheet.rows:
            if number > headings.row:
                self._read_row(sheet.name, number, RowReader(cells, headings))

    def _read_row(self, sheet: str, number: int, reader: RowReader) -> None:
        member = _member(sheet, number, reader)
        reasons = reader.reasons + self._duplicates(member)
        if reasons:
            what = f"{member.given_name} {member.family_name}".strip() or member.email or reader.anything()
            self.refused.append(RefusedRow(number, sheet, what[:100], tuple(dict.fromkeys(reasons))))
            return
        self.rows.append(member)
        self._seen |= dict.fromkeys(_places(member), member)

    def _duplicates(self, member: MemberRow) -> list[Message]:
        """Return what to say of rows already taken in which the same person has the same role in the same network."""
        earlier = [self._seen[place] for place in _places(member) if place in self._seen]
        return [_duplicate(first, same_sheet=first.sheet == member.sheet) for first in earlier]


def _places(member: MemberRow) -> list[tuple[str, str, str]]:
    """Return what may stand only once in a list: a person's role in a network."""
    networks = member.networks or ("",)
    return [(member.email, network.casefold(), member.role or "member") for network in networks]


def _duplicate(first: MemberRow, *, same_sheet: bool) -> Message:
    if same_sheet:
        return Message(N_("Samma person, nätverk och roll finns redan på rad %(row)s."), row=first.row)
    elsewhere = N_("Samma person, nätverk och roll finns redan på rad %(row)s i bladet %(sheet)s.")
    return Message(elsewhere, row=first.row, sheet=first.sheet)


def _member(sheet: str, number: int, reader: RowReader) -> MemberRow:
    """Read every field of a row, so that all that is wrong with it is told at once."""
    given_name, family_name = reader.name()
    starts_on, ends_on = reader.period()
    return MemberRow(
        row=number,
        sheet=sheet,
        given_name=given_name,
        family_name=family_name,
        email=reader.address(),
        municipality=reader.text(Column.MUNICIPALITY),
        library=reader.text(Column.LIBRARY),
        title=reader.text(Column.TITLE),
        phone=reader.text(Column.PHONE),
        networks=reader.networks(),
        role=reader.choice(Column.ROLE, ROLES),
        standing=reader.choice(Column.STANDING, STANDINGS),
        starts_on=starts_on,
        ends_on=ends_on,
    )
