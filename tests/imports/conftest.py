"""The county as it is when the lists are brought: its municipalities, some libraries, and the networks they name."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from sqlalchemy import event

from app import db
from app.networks.models import Network
from app.places.models import Library, Municipality
from app.swedish import slug

MORE_PLACES = {
    "Borgholm": ["Borgholms bibliotek"],
    "Emmaboda": ["Emmaboda bibliotek"],
    "Hultsfred": ["Hultsfreds bibliotek"],
    "Mönsterås": ["Mönsterås bibliotek"],
    "Mörbylånga": ["Färjestadens bibliotek"],
    "Nybro": ["Nybro bibliotek"],
    "Oskarshamn": ["Oskarshamns bibliotek"],
    "Vimmerby": ["Vimmerby bibliotek"],
    "Västervik": ["Västerviks bibliotek"],
}
MORE_NETWORKS = (
    "Bibliotekschefsnätverket", "Bokstartsnätverket", "Mångspråksnätverket", "Digitala nätverket", "MIK-nätverket",
    "Tillgänglighetsnätverket", "Meröppetnätverket", "Medienätverket",
)  # fmt: skip


@pytest.fixture
def county(world: SimpleNamespace) -> SimpleNamespace:
    """Twelve municipalities, most with a library, and nine networks besides the closed one; committed."""
    for name, libraries in MORE_PLACES.items():
        genitive = f"{name}s" if name in ("Borgholm", "Hultsfred", "Oskarshamn", "Västervik") else name
        place = Municipality(name=name, full_name=f"{genitive} kommun", slug=slug(name))
        place.libraries = [Library(name=each) for each in libraries]
        db.session.add(place)
    db.session.add(Library(name="Kalmar stadsbibliotek", municipality=world.kalmar))
    db.session.add(Library(name="Torsås bibliotek", municipality=world.torsas))
    for number, name in enumerate(MORE_NETWORKS, 3):
        db.session.add(Network(name=name, slug=slug(name), colour=number, sign=number))
    db.session.commit()
    return world


@pytest.fixture
def statements(app: object) -> Callable[[Callable[[], object]], int]:
    """Count the SQL statements of some work."""

    def count(work: Callable[[], object]) -> int:
        counted: list[str] = []
        event.listen(db.engine(), "before_cursor_execute", note := lambda *given: counted.append(given[2]))
        try:
            work()
        finally:
            event.remove(db.engine(), "before_cursor_execute", note)
        return len(counted)

    return count
