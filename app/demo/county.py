"""The demo county: twelve municipalities, ten networks, a year of meetings; dates follow today, people are roles."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from app import clock, db
from app.demo.meetings import carry_over, load_activities, load_meetings
from app.demo.networks import load_networks
from app.demo.people import County, load_people, load_places

CONTENT = Path(__file__).parent / "content"


def load_county(*, password: str, host_name: str) -> None:
    """Load the demo county into an empty database; the caller commits. host_name ends the calendar UIDs."""
    county_text, meetings_text = _read("county"), _read("meetings")
    county = County(host_name=host_name, today=clock.today())
    with clock.held_at(clock.now() - timedelta(days=400)):
        load_places(county, county_text)
        load_people(county, county_text, password=password)
        db.session.flush()  # a membership needs to know the municipality whose seat it fills
        load_networks(county, county_text)
        db.session.flush()
    load_meetings(county, meetings_text["meeting"])
    load_activities(county, meetings_text["activity"])
    carry_over("Bordlagd: skyltning i meröppna bibliotek", to="Skyltning i meröppna bibliotek")
    db.session.flush()


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))
