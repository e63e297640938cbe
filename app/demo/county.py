"""The demo county: twelve municipalities, ten networks, a year of meetings; dates follow today, people are roles."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from app import clock, db
from app.demo.meetings import carry_over, load_activities, load_meetings
from app.demo.networks import ask_to_join, load_networks
from app.demo.people import County, load_people, load_places
from app.demo.rooms import load_rooms
from app.files.shelf import Shelf
from app.mail import office

CONTENT = Path(__file__).parent / "content"


def load_county(*, password: str, host_name: str, shelf: Shelf | None = None) -> None:
    """Load the demo county into an empty database; the caller commits.

    host_name ends the calendar UIDs; shelf is where its files lie, without one it has none.
    """
    county_text, meetings_text = _read("county"), _read("meetings")
    office.never_send()
    county = County(host_name=host_name, today=clock.today())
    with clock.held_at(clock.now() - timedelta(days=400)):
        load_places(county, county_text)
        load_people(county, county_text, password=password)
        db.session.flush()  # a membership needs to know the municipality whose seat it fills
        load_networks(county, county_text)
        db.session.flush()
    ask_to_join(county, county_text)
    load_meetings(county, meetings_text["meeting"])
    load_activities(county, meetings_text["activity"])
    carry_over("Bordlagd: skyltning i meröppna bibliotek", to="Skyltning i meröppna bibliotek")
    load_rooms(county, _read("rooms")["network"], shelf=shelf)
    db.session.flush()


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))
