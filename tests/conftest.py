"""The same small county in every test: Alice coordinates, Bob is a member, Charlie is a stranger, Dana administers."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask import Flask
from hypothesis import settings as hypothesis_settings
from sqlalchemy import text

from app import clock, config, create_app, db, schema
from app.ical import store
from app.networks.kinds import Role, Standing, Visibility
from app.networks.models import Membership, Network
from app.organisation.models import Organisation
from app.people.models import Person
from app.places.models import Library, Municipality
from tests.browser_double import Browser

hypothesis_settings.register_profile("here", deadline=None)  # a machine with much else to do breaks no promise
hypothesis_settings.load_profile("here")

NOW = datetime(2026, 11, 5, 9, 0, tzinfo=UTC)
"""Thursday 5 November 2026, 10.00 in Stockholm."""


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> config.Settings:
    folder: Path = tmp_path_factory.mktemp("instance")
    return config.load(
        {
            "INSTANCE_PATH": str(folder),
            "DATABASE_URL": _database_url(folder),
            "SECRET_KEY": "a secret for tests only",
            "BASE_URL": "http://knutpunkt.example",
        }
    )


@pytest.fixture(scope="session")
def app(settings: config.Settings) -> Iterator[Flask]:
    app = create_app(settings)
    app.config["TESTING"] = True
    with db.engine().begin() as connection:
        schema.metadata().drop_all(connection)
        schema.metadata().create_all(connection)
    yield app
    db.close()


@pytest.fixture
def empty(app: Flask) -> Iterator[Flask]:
    """The application with nothing in its tables, and the clock standing still at NOW."""
    db.session.remove()
    tables = [table.name for table in reversed(schema.metadata().sorted_tables)]
    with db.engine().begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"TRUNCATE {', '.join(tables)} CASCADE"))
        else:
            connection.execute(text("PRAGMA defer_foreign_keys=ON"))
            for name in tables:
                connection.execute(text(f"DELETE FROM {name}"))
    with clock.held_at(NOW):
        yield app
    db.session.remove()


@pytest.fixture
def another_app(empty: Flask, settings: config.Settings) -> Iterator[Callable[..., Flask]]:
    """Make an application with other settings: another_app(base_url="https://..."); then the first is put back."""
    yield lambda **changes: create_app(replace(settings, **changes))
    db.connect(settings.database_url)
    store.use_address(settings.base_url)


@pytest.fixture
def world(empty: Flask) -> SimpleNamespace:
    """People, places and two networks; committed. Tests may add to it with db.session and commit."""
    kalmar, hogsby = (Municipality(name=name, full_name=f"{name} kommun", slug=slug) for name, slug in PLACES[:2])
    torsas = Municipality(name="Torsås", full_name="Torsås kommun", slug="torsas")
    library = Library(municipality=hogsby, name="Högsby bibliotek")
    people = SimpleNamespace(
        alice=_person("Alice", "Almgren", municipality=kalmar, title="Barnbibliotekarie", phone="0480-000 01"),
        bob=_person("Bob", "Åberg", municipality=hogsby, library=library, title="Bibliotekarie", phone="0491-000 02"),
        charlie=_person("Charlie", "Ek", municipality=torsas, phone="0486-000 03"),
        dana=_person("Dana", "Öberg", is_administrator=True, title="Utvecklingsledare"),
    )
    children = Network(name="Barn- och unganätverket", slug="barn-och-unganatverket", colour=2, sign=2,
                       purpose="Läsfrämjande arbete för barn och unga")  # fmt: skip
    secret = Network(name="Stängda gruppen", slug="stangda-gruppen", colour=11, sign=11, visibility=Visibility.CLOSED)
    since = date(2025, 2, 1)
    for network in (children, secret):
        network.memberships = [
            Membership(person=people.alice, municipality=kalmar, role=Role.COORDINATOR, starts_on=since),
            Membership(
                person=people.bob, municipality=hogsby, role=Role.MEMBER, standing=Standing.ORDINARY, starts_on=since
            ),
        ]
    organisation = Organisation(
        name="Biblioteksutveckling", region="Region Exempel", contact_email="hjalp@knutpunkt.example"
    )
    db.session.add_all([organisation, torsas, *vars(people).values(), children, secret])
    db.session.commit()
    return SimpleNamespace(**vars(people), kalmar=kalmar, hogsby=hogsby, torsas=torsas, library=library,
                           children=children, secret=secret, organisation=organisation, app=empty)  # fmt: skip


@pytest.fixture
def alice(world: SimpleNamespace) -> Browser:
    """Coordinates both networks."""
    return Browser(world.app, world.alice)


@pytest.fixture
def bob(world: SimpleNamespace) -> Browser:
    """Is a member of both networks."""
    return Browser(world.app, world.bob)


@pytest.fixture
def charlie(world: SimpleNamespace) -> Browser:
    """Is staff, a member of nothing."""
    return Browser(world.app, world.charlie)


@pytest.fixture
def dana(world: SimpleNamespace) -> Browser:
    """Administers the installation."""
    return Browser(world.app, world.dana)


@pytest.fixture
def nobody(world: SimpleNamespace) -> Browser:
    """Has not signed in."""
    return Browser(world.app)


PLACES = (("Kalmar", "kalmar"), ("Högsby", "hogsby"))


def _person(given: str, family: str, **more: object) -> Person:
    return Person(given_name=given, family_name=family, email=f"{given.lower()}@knutpunkt.example",
                  password_hash="x", created_at=NOW, **more)  # fmt: skip


def _database_url(folder: Path) -> str:
    """SQLite in a folder of its own, or the given server with a database for each worker of the suite."""
    given = os.environ.get("TEST_DATABASE_URL")
    if not given:
        return f"sqlite:///{folder / 'test.db'}"
    from sqlalchemy import create_engine, make_url

    url = make_url(given)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    own = url.set(database=f"{url.database}_{worker}") if worker else url
    admin = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        there = text("SELECT 1 FROM pg_database WHERE datname = :name")
        known = connection.execute(there, {"name": own.database}).first()
        if known is None:
            connection.execute(text(f'CREATE DATABASE "{own.database}"'))
    admin.dispose()
    return own.render_as_string(hide_password=False)
