"""Whose turn it is to be host never speaks against the place where the meeting is."""

from collections.abc import Callable
from types import SimpleNamespace
from uuid import uuid4

import pytest

from app import db
from app.meetings.hosting import TurnTold, named_instead, turns_told
from app.meetings.models import Meeting
from app.rotation.kinds import Place, TurnKind
from tests.meetings.conftest import Made

PLACES = ["Borgholm", "Kalmar", "Nybro", "Vimmerby"]


@pytest.mark.parametrize(
    ("place", "other"),
    [
        ("Vimmerby bibliotek", "Vimmerby"),
        ("Biblioteket i Kalmar", "Kalmar"),
        ("Vimmerbys stadshus", "Vimmerby"),
        ("Borgholms bibliotek", ""),
        ("Från Kalmar till Borgholm", ""),
        ("Stadsbiblioteket, Nybrogatan 3", ""),
        ("Läsrummet", ""),
        ("", ""),
    ],
)
def test_a_place_names_another_municipality_or_it_does_not(place: str, other: str) -> None:
    assert named_instead("Borgholm", place, PLACES) == other


def test_those_who_plan_are_told_of_both_and_others_of_no_host_who_is_not(
    make_meeting: Callable[..., Made], world: SimpleNamespace
) -> None:
    meeting = db.session.get_one(Meeting, make_meeting("Inledning", place="Kalmar stadsbibliotek").id)
    turns = [(TurnKind.CHAIR, Place(uuid4(), "Bob Åberg")), (TurnKind.HOST, Place(uuid4(), "Borgholm"))]
    chair = TurnTold(TurnKind.CHAIR, "Bob Åberg")
    assert turns_told(meeting, turns, can_plan=True) == [chair, TurnTold(TurnKind.HOST, "Borgholm", "Kalmar")]
    assert turns_told(meeting, turns, can_plan=False) == [chair]
    meeting.occasion.place = "Borgholm"
    assert turns_told(meeting, turns, can_plan=False) == [chair, TurnTold(TurnKind.HOST, "Borgholm")]
