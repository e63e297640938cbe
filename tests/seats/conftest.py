"""Erika leads the libraries of Högsby; Frans works there too."""

from types import SimpleNamespace

import pytest

from app import db
from app.people.models import Person
from tests.browser_double import Browser
from tests.conftest import NOW


@pytest.fixture
def staff(world: SimpleNamespace) -> SimpleNamespace:
    world.erika, world.frans = (
        Person(
            given_name=given, family_name=family, email=f"{given.lower()}@knutpunkt.example", password_hash="x",
            created_at=NOW, municipality=world.hogsby, is_manager=given == "Erika",
        )
        for given, family in (("Erika", "Ström"), ("Frans", "Öman"))
    )  # fmt: skip
    db.session.add_all([world.erika, world.frans])
    db.session.commit()
    return world


@pytest.fixture
def erika(staff: SimpleNamespace) -> Browser:
    """Leads the libraries of Högsby, belongs to no network."""
    return Browser(staff.app, staff.erika)
