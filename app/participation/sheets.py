"""The participation map as sheets: who has a seat, who came, and every municipality in every network on a row.

Of one network the same, meeting by meeting.
"""

from collections.abc import Callable, Sequence

from app.participation.counting import Participation
from app.participation.figures import Row, Turnout
from app.participation.held import Held, Presented, presented
from app.participation.seating import Filled
from app.sheets.cells import Row as Line
from app.sheets.workbook import Sheet
from app.wording import N_

_BESIDE = (N_("Ordinarie tillsatta"), N_("Ordinarie platser"), N_("Ersättare tillsatta"), N_("Ersättarplatser"))
_LONG = (N_("Kommun"), N_("Nätverk"), N_("Plats"), *_BESIDE, N_("Vakanta"), N_("Möten"), N_("Med på"), N_("Senast"))
_MEETING = (N_("Dag"), N_("Möte"))
_WAYS = (Presented.ON_SITE, Presented.ONLINE, Presented.ABSENT, Presented.NOBODY)
_CAME = (N_("Med på"), N_("Möten"), N_("Senast"))


def sheets_of(shown: Participation, rows: Sequence[Row], word: Callable[[str], str]) -> list[Sheet]:
    """Return the map as three sheets. word: gives a Swedish word in the reader's language."""
    names = [each.name for each in shown.networks]
    first = word(N_("Kommun"))
    stands: list[Line] = [
        (row.municipality.name, *(word(cell.filled.stand.label) for cell in row.cells),
         *_seats(row.filled))
        for row in rows
    ]  # fmt: skip
    came: list[Line] = [
        (row.municipality.name, *(cell.turnout.attended if cell.takes_part else "" for cell in row.cells),
         row.turnout.attended, row.turnout.held, _last(row.turnout))
        for row in rows
    ]  # fmt: skip
    return [
        Sheet(word(N_("Platser")), [first, *names, *map(word, _BESIDE)], stands),
        Sheet(word(N_("Närvaro")), [first, *names, *map(word, _CAME)], came),
        Sheet(word(N_("Alla rader")), [*map(word, _LONG)], _long(shown, rows, word)),
    ]


def sheets_of_meetings(meetings: Sequence[Held], rows: Sequence[Row], word: Callable[[str], str]) -> list[Sheet]:
    """Return one network's meetings as three sheets: municipalities by meetings, the meetings, and both on a row."""
    first = word(N_("Kommun"))
    days = [f"{each.day.isoformat()} {each.title}" for each in meetings]
    came: list[Line] = [
        (row.municipality.name, *(word(presented(each, row.municipality.id).label) for each in meetings),
         row.turnout.attended, row.turnout.held, _last(row.turnout))
        for row in rows
    ]  # fmt: skip
    everything: list[Line] = [
        (row.municipality.name, each.day.isoformat(), each.title, word(presented(each, row.municipality.id).label))
        for row in rows
        for each in meetings
    ]
    return [
        Sheet(word(N_("Närvaro")), [first, *days, *map(word, _CAME)], came),
        Sheet(word(N_("Möten")), [*map(word, _MEETING), *(word(each.label) for each in _WAYS)], _held(meetings, rows)),
        Sheet(word(N_("Alla rader")), [first, *map(word, _MEETING), word(N_("Närvaro"))], everything),
    ]


def _held(meetings: Sequence[Held], rows: Sequence[Row]) -> list[Line]:
    """Return a row for each meeting: how many municipalities took part in each way; empty where no minutes tell."""
    found: list[Line] = []
    for each in meetings:
        ways = [presented(each, row.municipality.id) for row in rows]
        told = [ways.count(way) if each.presences is not None else "" for way in _WAYS]
        found.append((each.day.isoformat(), each.title, *told))
    return found


def _long(shown: Participation, rows: Sequence[Row], word: Callable[[str], str]) -> list[Line]:
    return [
        (
            row.municipality.name, network.name, word(cell.filled.stand.label), *_seats(cell.filled),
            cell.filled.vacant, cell.turnout.held, cell.turnout.attended, _last(cell.turnout),
        )
        for row in rows
        for network, cell in zip(shown.networks, row.cells, strict=True)
        if cell.takes_part
    ]  # fmt: skip


def _seats(filled: Filled) -> tuple[int, int, int, int]:
    return filled.ordinary.filled, filled.ordinary.seats, filled.deputies.filled, filled.deputies.seats


def _last(turnout: Turnout) -> str:
    return turnout.last_seen.isoformat() if turnout.last_seen else ""
