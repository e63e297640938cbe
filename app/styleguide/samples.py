"""What the style guide shows its parts with: a meeting, its answers and its minutes, none of which exist."""

from datetime import datetime, time, timedelta
from types import SimpleNamespace as Sample
from typing import Any, cast
from uuid import UUID

from app import clock
from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem
from app.meetings.schedule import lay_out
from app.minutes.snapshot import Attendee, Decided, Host, Item, Promised, Snapshot
from app.networks.flags import COLOURS
from app.networks.kinds import RecordForm
from app.networks.models import Network
from app.occasions.answers import Answers, MunicipalityAnswers
from app.occasions.kinds import Reply
from app.people.queries import Found
from app.wording import N_

HOST = Host("Läsnätverket", "lasnatverket", 2, 2)
OTHER = Host("Digitala nätverket", "digitala-natverket", 5, 5)
NOWHERE = "/styleguide#"
"""Where the samples' links lead: what a part adds to it is no longer part of the address."""
FLAGS = {"one": HOST, "other": OTHER}
_TITLES = (
    ("Mötet öppnas", ItemKind.INFORMATION, "", 10),
    ("Laget runt: höstens klassbesök", ItemKind.DISCUSSION, "alla kommuner", 30),
    ("Paus", ItemKind.PAUSE, "", 15),
    ("Sommarläsning 2027", ItemKind.DECISION, "Kontaktperson Ekby", 20),
)


def agenda() -> Sample:
    """Return an agenda as somebody who can change it sees it, with its time, and without the tools."""
    begins = _begins()
    items = [
        AgendaItem(id=UUID(int=number), title=title, kind=kind, presenter=presenter, duration=timedelta(minutes=length))
        for number, (title, kind, presenter, length) in enumerate(_TITLES, 1)
    ]
    plan = lay_out(items, starts_at=begins, ends_at=begins + timedelta(minutes=90))
    return Sample(plan=plan, can_edit=True, can_publish=False, can_withdraw=False, form=None, focus="", removed=None,
                  trouble=None)  # fmt: skip


def meeting() -> Sample:
    """Return the meeting of the agenda, called and open for answers; Digitalt is what one has answered."""
    occasion = Sample(id="", path=NOWHERE, state="called", takes_answers=True, replies=tuple(Reply),
                      answer_of=lambda _: Reply.ONLINE)  # fmt: skip
    return Sample(occasion=occasion, agenda_published_at=clock.now(), agenda_changed_since=None)


def answers() -> Answers:
    """Return the answers of four municipalities, one of them silent."""
    given = {"Ekby": Reply.ON_SITE, "Sjöstad": Reply.ONLINE, "Åsnäs": Reply.NO, "Ödeshamn": None}
    people = {place: cast(Any, Sample(name=f"Kontaktperson {place}")) for place in given}
    return Answers(tuple(MunicipalityAnswers(place, ((people[place], reply),)) for place, reply in given.items()))


def sought() -> Sample:
    """Return the question who, with two who were found and one of them chosen."""
    people = [
        Sample(id=place, name=f"Kontaktperson {place}", title="", library=None, municipality=Sample(name=place))
        for place in ("Ekby", "Sjöstad")
    ]
    return Sample(id="sample-who", name="sample-who", label=Sample(text=N_("Vem?")), errors=(), offered=people,
                  person=people[1], found=Found("kontakt", cast(Any, people)))  # fmt: skip


def weeks() -> list[Sample]:
    """Return this week and the five next, with a meeting in this one and a cancelled one in the third."""
    monday = clock.today() - timedelta(days=clock.today().weekday())
    return [
        Sample(monday=day, number=day.isocalendar().week, occasions=[_event(week)] if week in (0, 2) else [])
        for week, day in enumerate(monday + timedelta(weeks=number) for number in range(6))
    ]


def actions() -> list[Sample]:
    """Return a promise to keep, one that is late, and one that is kept."""
    today, now = clock.today(), clock.now()
    promised = (
        ("Boka lokal till träffen i mars", today + timedelta(days=9), None),
        ("Fråga kommunerna om talboksspelare", today - timedelta(days=3), None),
        ("Uppdatera kontaktlistan", today, now),
    )
    return [
        Sample(id=number, what=what, due_on=due, done_at=done, owner_id=None, owner_name="Kontaktperson Ekby",
               is_late_on=lambda day, due=due: due < day, network=HOST,
               meeting=Sample(occasion=Sample(path=NOWHERE, hosts=[HOST], foremost=HOST, starts_at=now)))
        for number, (what, due, done) in enumerate(promised, 1)
    ]  # fmt: skip


def minutes(host: Network | None) -> Snapshot:
    """Return the minutes of a meeting that a network is said to have had: a note, a decision and a promise."""
    hosts = (Host(host.name, host.slug, host.colour, host.sign),) if host else ()
    begins = _begins()
    decided = Decided(f"14/{begins.year}", "finansiera två gemensamma databaser under nästa år.")
    promised = Promised("Tecknar avtalen", "Kontaktperson Ekby", clock.today().isoformat())
    said = "Användningen har ökat i *alla* kommuner."
    item = Item("1", 24, "Gemensamma databaser", ItemKind.DECISION, said, False, (decided,), (promised,))
    present = Attendee("1", "Kontaktperson Ekby", "Bibliotekarie", "Ekby", "on-site")
    return Snapshot(
        form=RecordForm.MINUTES, number=3, year=begins.year, subject="Nätverket beslutar", meeting="Läsning på vintern",
        starts_at=begins, ends_at=begins + timedelta(hours=2), first_day=None, last_day=None, place="Ekby",
        hosts=hosts, chair="", secretary="", guests="", present=(present,), absent=(), items=(item,),
    )  # fmt: skip


def flags() -> list[tuple[int, str]]:
    """Return the twelve flags: number and the name of the colour."""
    return list(COLOURS.items())


def _begins() -> datetime:
    """Tuesday of this week at half past nine, where the organisation is."""
    tuesday = clock.today() - timedelta(days=clock.today().weekday() - 1)
    return datetime.combine(tuesday, time(9, 30), clock.zone())


def _event(week: int) -> Sample:
    state = "cancelled" if week else "called"
    return Sample(hosts=[OTHER if week else HOST], path=NOWHERE, title="Studiebesök" if week else "Läsning på vintern",
                  state=state, starts_at=_begins() + timedelta(weeks=week), first_day=None, place="Ekby",
                  link="")  # fmt: skip
