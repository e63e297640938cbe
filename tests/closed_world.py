"""A closed network with one of everything, to try every address on."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sqlalchemy import select

from app import clock, db
from app.accounts.invitations import invite
from app.accounts.models import SignIn
from app.feeds import actions as feeds
from app.focus.models import FocusArea
from app.followup import actions as followup
from app.followup.actions import Promise
from app.followup.models import Action
from app.joining.models import JoinRequest
from app.mail import outbox, unsubscribe
from app.mail.kinds import Kind
from app.mail.models import Posted
from app.meetings.models import AgendaItem, Meeting
from app.minutes import actions as minutes
from app.minutes import publishing
from app.networks.models import Membership
from app.occasions import actions
from app.occasions.kinds import OccasionKind
from app.occasions.models import Occasion
from app.people.mailing import receiver
from app.people.models import Person
from app.rooms import actions as rooms
from app.rooms import handovers, mandates, notices
from app.rotation import actions as rotation
from app.rotation.kinds import TurnKind
from tests.browser_double import Browser

FILES = Path(__file__).parent / "imports" / "data"
DAY = timedelta(days=1)


def fill(world: SimpleNamespace, *, alice: Browser, bob: Browser, dana: Browser) -> dict[str, dict[str, Any]]:
    """Fill the closed network and return what stands for each variable part of an address, by the page's name or ''."""
    held, ahead = _meeting(world, "Hemligt möte", -2 * DAY), _meeting(world, "Nästa hemliga möte", 7 * DAY)
    draft, cancelled = (
        _meeting(world, "Hemligt utkast", 14 * DAY, call=False),
        _meeting(world, "Hemligt inställt", 21 * DAY),
    )
    actions.cancel(cancelled.occasion, because="Snö")
    gone = _item(ahead, "Borttagen punkt", 2)
    gone.removed_at = clock.now()
    item = _write_minutes(held, world.alice)
    activity = _occasion(world, "Hemlig dag", 30 * DAY, kind=OccasionKind.ACTIVITY)
    actions.call(activity)
    feed, token = feeds.make(world.bob, name="Mina", networks=None, with_cancelled=True)
    newcomer = Person(given_name="Ny", family_name="Person", email="ny@knutpunkt.example")
    area = FocusArea(name="Läsning", valid_from=date(2026, 1, 1), position=1)
    asked = JoinRequest(network=world.secret, person=newcomer, message="Hemlig fråga")
    db.session.add_all([newcomer, area, asked])
    db.session.flush()
    welcome = invite(newcomer, by=world.dana)
    about = {"occasion": str(ahead.id)}
    outbox.post(Kind.AGENDA_PUBLISHED, [receiver(world.bob)], about=about, network_id=world.secret.id, key="closed")
    off = unsubscribe.link(
        str(world.app.secret_key), person_id=world.bob.id, kind=Kind.AGENDA_PUBLISHED, network_id=world.secret.id
    )
    bob_is_member = db.session.scalars(
        select(Membership).where(Membership.person_id == world.bob.id, Membership.network_id == world.secret.id)
    ).one()
    promised = db.session.scalars(select(Action).where(Action.meeting_id == held.id, Action.published_at.is_not(None)))
    known = {
        "": {
            "slug": world.secret.slug, "meeting_id": ahead.id, "occasion_id": activity.id, "item_id": ahead.items[0].id,
            "membership_id": bob_is_member.id, "person_id": newcomer.id, "area_id": area.id, "feed_id": feed.id,
            "action_id": promised.first().id, "library_id": world.library.id, "token": welcome,
            "sign_in_id": db.session.scalars(select(SignIn.id).where(SignIn.person_id == world.bob.id)).first(),
            "name": "nothing.css", "other_id": world.charlie.id, "request_id": asked.id,
            "signed": off.rpartition("/")[2],
            "letter_id": db.session.scalars(select(Posted.id).where(Posted.key == "closed")).one(), "place": "hogsby",
        },
        "agenda.restore": {"item_id": gone.id}, "changes.discard": {"meeting_id": draft.id},
        "changes.call": {"meeting_id": draft.id}, "changes.revive": {"meeting_id": cancelled.id},
        "feeds.feed": {"token": token, "slug": feed.slug},
        "minutes": {"meeting_id": held.id}, "writing": {"meeting_id": held.id, "item_id": item.id},
        "places": {"slug": "hogsby"}, **_furnish(world, ahead),
    }  # fmt: skip
    db.session.commit()
    known["member_imports"] = {"key": _key(dana, "/admin/import/people", "medlemslista-utf8.csv")}
    known["calendar_imports"] = {"key": _key(alice, f"/networks/{world.secret.slug}/import", "outlook-export.ics")}
    return known


def _furnish(world: SimpleNamespace, ahead: Meeting) -> dict[str, dict[str, Any]]:
    """Put one of everything in the network's room."""
    today = clock.today()
    link = rooms.Holding(link="https://kb.example/hemligt")
    document = rooms.add_document(world.secret, "Hemligt dokument", link, by=world.alice)
    notice = notices.write_notice(world.secret, "Hemligt anslag", until=today, by=world.alice)
    wording = mandates.Wording("Hemligt uppdrag", "Hemliga rådet", today)
    mandates.write_mandate(world.secret, wording, seen=0, by=world.alice)
    handovers.tell(world.secret, "Hemlig överlämning", seen=0, by=world.alice)
    rotation.start(world.secret, TurnKind.CHAIR, [world.alice, world.bob])
    turn = {"kind": "chair", "whose": world.bob.id, "occasion_id": ahead.id}
    return {
        "rooms": {"document_id": document.id, "number": 1}, "notices": {"notice_id": notice.id},
        "mandates": {"number": 1}, "turns": turn, "turn": turn,
    }  # fmt: skip


def _occasion(world: SimpleNamespace, title: str, when: timedelta, *, kind: OccasionKind) -> Occasion:
    span = actions.timed(clock.now() + when, clock.now() + when + timedelta(hours=2))
    return actions.create_occasion(
        title=title, span=span, hosts=[world.secret], by=world.alice, host_name="knutpunkt.example", kind=kind
    )


def _meeting(world: SimpleNamespace, title: str, when: timedelta, *, call: bool = True) -> Meeting:
    occasion = _occasion(world, title, when, kind=OccasionKind.MEETING)
    meeting = Meeting(id=occasion.id, occasion=occasion)
    db.session.add(meeting)
    db.session.flush()
    _item(meeting, "Hemlig punkt", 1)
    if call:
        actions.call(occasion)
        meeting.agenda_published_at = clock.now()
    db.session.flush()
    db.session.refresh(meeting, ["items"])
    return meeting


def _item(meeting: Meeting, title: str, position: int) -> AgendaItem:
    item = AgendaItem(meeting=meeting, title=title, position=position, duration=timedelta(minutes=10))
    db.session.add(item)
    db.session.flush()
    return item


def _write_minutes(meeting: Meeting, writer: Person) -> AgendaItem:
    minutes.begin(meeting, by=writer)
    item = meeting.items[0]
    followup.add_decision(meeting, item, "hålla det hemligt.")
    followup.add_action(meeting, item, Promise("Tiga", owner=writer))
    publishing.publish(meeting, by=writer)
    publishing.correct(meeting)
    return item


def _key(browser: Browser, address: str, name: str) -> str:
    page = browser.post(address, file=(BytesIO((FILES / name).read_bytes()), name))
    assert page.status == 303, page.text
    return page.location.rsplit("/", 1)[1]
