"""Meetings with something to write about, and what people do with their minutes."""

import re
from collections.abc import Callable
from contextvars import copy_context
from datetime import datetime, timedelta
from threading import Barrier, Thread

from app import db
from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem, Meeting
from app.networks.kinds import Role
from app.networks.models import Membership, Network
from app.occasions import actions as occasions
from app.people.models import Person
from tests.browser_double import Browser, Page
from tests.conftest import NOW

ITEMS = (("Mötet öppnas", ItemKind.INFORMATION), ("Paus", ItemKind.PAUSE), ("Sommarläsning 2027", ItemKind.DECISION),
         ("Övriga frågor", ItemKind.DISCUSSION))  # fmt: skip


def call_meeting(
    *hosts: Network,
    title: str = "Läsning på fritiden",
    starts_at: datetime = NOW - timedelta(minutes=30),
    called: bool = True,
) -> Meeting:
    """Call a meeting of two and a half hours, with the items above."""
    span = occasions.timed(starts_at, starts_at + timedelta(hours=2, minutes=30))
    occasion = occasions.create_occasion(
        title=title, span=span, hosts=hosts, by=None, host_name="knutpunkt.example", place="Vimmerby bibliotek"
    )
    meeting = Meeting(id=occasion.id)
    meeting.occasion = occasion
    db.session.add(meeting)
    db.session.flush()
    for position, (name, kind) in enumerate(ITEMS):
        length = timedelta(minutes=15)
        db.session.add(AgendaItem(meeting_id=meeting.id, position=position, title=name, kind=kind, duration=length))
    if called:
        occasions.call(occasion)
    db.session.commit()
    return meeting


def read_through(browser: Browser, url: str) -> str:
    """What the page of publishing remembers of the text that was read."""
    return re.findall(r'name="read" value="(\w+)"', browser.get(f"{url}/publish").html)[0]


def begin_and_publish(browser: Browser, meeting: Meeting, **typed: str) -> str:
    """Begin and publish a meeting's minutes, with something typed under its second item. Return where they are."""
    url, item = f"/meetings/{meeting.id}/minutes", meeting.items[2].id
    assert browser.post(f"{url}/begin").status == 303
    assert browser.post(f"{url}/write/{item}", revision="0", **typed).status == 303
    assert browser.post(f"{url}/publish", read=read_through(browser, url)).status == 303
    return url


def make_secretary(person: Person, network: Network) -> None:
    """Let somebody be a network's secretary since a month."""
    since = NOW.date() - timedelta(days=30)
    db.session.add(Membership(network_id=network.id, person_id=person.id, role=Role.SECRETARY, starts_on=since))
    db.session.commit()


def at_once(*work: Callable[[], Page]) -> list[Page]:
    """Do it all in the same moment, each in a thread of its own."""
    pages, ready = [], Barrier(len(work))

    def run(one: Callable[[], Page]) -> None:
        ready.wait()
        pages.append(one())

    threads = [Thread(target=copy_context().run, args=(run, one)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages
