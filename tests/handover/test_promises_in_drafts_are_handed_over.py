"""What stands promised in minutes that are not published can be handed over; its words are for those who write them."""

from types import SimpleNamespace

import pytest
from sqlalchemy import select

from app import db
from app.audit.models import AuditEntry
from app.followup import actions as followup
from app.followup.actions import Promise
from app.followup.models import Action
from app.minutes import actions as minutes
from app.networks.kinds import Role
from app.networks.models import Network
from app.people.models import Person
from tests.browser_double import Browser
from tests.handover.holding import hand_over, let_in, somebody, where
from tests.minutes.writing import call_meeting, read_through
from tests.statements import counted

HIDDEN = "En åtgärd som bara de som skriver anteckningarna kan läsa"


def write(world: SimpleNamespace, network: Network, *words: str, title: str = "Läsning på fritiden") -> list[str]:
    """Begin a meeting's minutes, in which Bob promises things, and return their names in the form of handing over."""
    meeting = call_meeting(db.session.merge(network), title=title)
    alice, bob = (db.session.get_one(Person, each.id) for each in (world.alice, world.bob))
    minutes.begin(meeting, by=alice)
    added = [followup.add_action(meeting, meeting.items[2], Promise(each, bob)) for each in words]
    keys = [f"d{each.id.hex}" for each in added]
    db.session.commit()
    return keys


@pytest.fixture
def promise(world: SimpleNamespace) -> str:
    """What Bob promises in a draft."""
    return write(world, world.children, "Ring förläggaren")[0]


def owner() -> str:
    db.session.remove()
    return db.session.scalars(select(Action)).one().owner_name


def minutes_of_it() -> str:
    meeting_id = db.session.scalars(select(Action.meeting_id).where(Action.what == "Ring förläggaren")).first()
    db.session.rollback()
    return f"/meetings/{meeting_id}/minutes"


def test_those_who_write_the_minutes_read_it_and_the_others_know_that_there_is_one(
    world: SimpleNamespace, bob: Browser, dana: Browser, promise: str
) -> None:
    page = dana.get(where(world.bob))
    assert "I anteckningar som inte är publicerade 1 Ring förläggaren Läsning på fritiden" in page
    page = bob.get(where(world.bob))
    assert f"I anteckningar som inte är publicerade 1 {HIDDEN} Läsning på fritiden Vem gör det i stället?" in page
    erika = Browser(world.app, somebody(world, "Erika", is_manager=True))
    page = erika.get(where(world.bob))
    assert f"{HIDDEN} Läsning på fritiden De som skriver anteckningarna lämnar över det." in page


def test_no_word_of_it_leaves_the_draft(world: SimpleNamespace, bob: Browser, promise: str) -> None:
    erika = Browser(world.app, somebody(world, "Erika", is_manager=True))
    pages = [browser.get(where(world.bob)) for browser in (bob, erika)]
    pages += [bob.get("/networks/barn-och-unganatverket/leave"), hand_over(bob, world.bob, "i morgon")]
    pages += [bob.send(where(world.bob), last_day="2026-11-05", **{promise: str(world.alice.id)}), bob.get("/actions")]
    assert not any("förläggaren" in page.html for page in pages)
    assert "Du står för 1 åtgärd i anteckningar som inte är publicerade." in pages[2]


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.CHAIR])
def test_chair_and_secretary_write_and_read(world: SimpleNamespace, bob: Browser, promise: str, role: Role) -> None:
    let_in(world, world.bob, role)
    assert "Ring förläggaren" in bob.get(where(world.bob))


def test_a_stranger_learns_of_no_meeting(world: SimpleNamespace, dana: Browser) -> None:
    write(world, world.secret, "Tig")
    erika = Browser(world.app, somebody(world, "Erika", is_manager=True))
    assert "I anteckningar" not in erika.get(where(world.bob))
    assert "Tig" in dana.get(where(world.bob))


def test_handed_over_it_is_the_others_in_the_draft_and_when_published(
    world: SimpleNamespace, alice: Browser, bob: Browser, promise: str
) -> None:
    url = minutes_of_it()
    assert hand_over(bob, world.bob, **{promise: str(world.alice.id)}).status == 303
    assert HIDDEN not in bob.get(where(world.bob))
    assert owner() == "Alice Almgren"
    alice.post(f"{url}/publish", read=read_through(alice, url))
    assert "Ring förläggaren" in alice.get("/actions")


def test_the_log_tells_of_the_meeting_and_not_of_the_words(world: SimpleNamespace, dana: Browser, promise: str) -> None:
    hand_over(dana, world.bob, **{promise: str(world.alice.id)})
    told = db.session.scalars(select(AuditEntry).where(AuditEntry.what == "handed-over")).one()
    assert (told.subject, told.actor, told.details) == ("Läsning på fritiden", "Dana Öberg", {"to": "Alice Almgren"})


def test_only_who_may_hands_it_over(world: SimpleNamespace, promise: str) -> None:
    erika = Browser(world.app, somebody(world, "Erika", is_manager=True))
    assert hand_over(erika, world.bob, **{promise: str(world.alice.id)}).status == 422  # there was nothing to choose
    assert owner() == "Bob Åberg"


def test_a_correction_that_only_repeats_it_says_nothing_new(
    world: SimpleNamespace, alice: Browser, dana: Browser, promise: str
) -> None:
    url = minutes_of_it()
    alice.post(f"{url}/publish", read=read_through(alice, url))
    alice.post(f"{url}/correct")
    page = dana.get(where(world.bob))
    assert "Öppna åtgärder 1 Ring förläggaren" in page
    assert "I anteckningar" not in page


def test_what_a_correction_says_is_somebody_elses_stands_there_too(
    world: SimpleNamespace, alice: Browser, dana: Browser, promise: str
) -> None:
    meeting_id = db.session.scalars(select(Action.meeting_id)).one()
    url = minutes_of_it()
    alice.post(f"{url}/publish", read=read_through(alice, url))
    alice.post(f"{url}/correct")
    copy = db.session.scalars(
        select(Action).where(Action.replaces_id.is_not(None), Action.meeting_id == meeting_id)
    ).one()
    copy.owner_id = world.alice.id
    key = f"d{copy.id.hex}"
    db.session.commit()
    assert "I anteckningar som inte är publicerade 1 Ring förläggaren" in dana.get(where(world.alice))
    let_in(world, world.charlie)
    assert hand_over(dana, world.alice, **{key: str(world.charlie.id)}).status == 303
    alice.post(f"{url}/publish", read=read_through(alice, url), correction="Fel person.")
    assert "Ring förläggaren" in Browser(world.app, world.charlie).get("/actions")


def test_what_was_taken_out_of_the_draft_is_nobodys(world: SimpleNamespace, dana: Browser, promise: str) -> None:
    followup.take_away(db.session.scalars(select(Action)).one())
    db.session.commit()
    assert "I anteckningar" not in dana.get(where(world.bob))


def test_closing_an_account_hands_it_over(world: SimpleNamespace, dana: Browser, promise: str) -> None:
    assert "Ring förläggaren" in dana.get(f"/people/{world.bob.id}/close")
    assert "Kontot är stängt" in dana.send(f"/people/{world.bob.id}/close", **{promise: str(world.alice.id)})
    assert owner() == "Alice Almgren"


def test_or_leaves_it_to_be_handed_over_later(world: SimpleNamespace, dana: Browser, promise: str) -> None:
    dana.post(f"/people/{world.bob.id}/close")
    assert "Ring förläggaren" in dana.get(where(world.bob))
    assert hand_over(dana, world.bob, **{promise: str(world.alice.id)}).status == 303
    assert owner() == "Alice Almgren"


def test_published_in_the_meantime_it_is_handed_over_all_the_same(
    world: SimpleNamespace, alice: Browser, dana: Browser, promise: str
) -> None:
    url = minutes_of_it()
    assert promise in dana.get(where(world.bob)).html
    alice.post(f"{url}/publish", read=read_through(alice, url))
    page = dana.get(where(world.bob))
    assert "Öppna åtgärder 1 Ring förläggaren" in page
    assert f"a{promise[1:]}" in page.html


def test_many_drafts_ask_no_more_of_the_database(world: SimpleNamespace, dana: Browser, promise: str) -> None:
    few = counted(dana, where(world.bob))
    for number in range(5):
        write(world, world.children, "Ett", "Två", "Tre", title=f"Möte {number}")
    assert counted(dana, where(world.bob)) == few
