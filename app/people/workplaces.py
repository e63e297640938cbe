"""Where somebody works besides the own library, and in which municipalities that is."""

from collections.abc import Iterable

from app import db
from app.people.models import Person, Workplace
from app.places.models import Library, Municipality


def work_also_at(person: Person, libraries: Iterable[Library]) -> None:
    """Let somebody work at these libraries besides the own one, and at no others. Twice is as once."""
    wanted = {each.id: each for each in libraries if each.id != person.library_id}
    for each in [known for known in person.workplaces if known.library_id not in wanted]:
        person.workplaces.remove(each)
    known_now = {each.library_id for each in person.workplaces}
    for library in (each for key, each in wanted.items() if key not in known_now):
        person.workplaces.append(Workplace(library=library, library_id=library.id))
    db.session.flush()


def municipalities_of(person: Person) -> list[Municipality]:
    """Return the municipalities somebody works in, the own one first, the others in Swedish order."""
    others = sorted((each.library.municipality for each in person.workplaces), key=lambda each: each.sort_key)
    own = [person.municipality] if person.municipality is not None else []
    return list(dict.fromkeys([*own, *others]))
