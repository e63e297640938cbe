"""Who has answered what, municipality by municipality, and who is silent."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from app import clock
from app.occasions.kinds import Reply
from app.occasions.models import Occasion
from app.people.models import Person
from app.places.models import Municipality
from app.wording import N_

_NEXT_TO_COMING = (Reply.ON_SITE, Reply.ONLINE, Reply.UNSURE)
NO_MUNICIPALITY = N_("Utan kommun")


@dataclass(frozen=True, slots=True)
class MunicipalityAnswers:
    """The answers from one municipality: each of its members with a reply, or None for silence."""

    name: str
    people: tuple[tuple[Person, Reply | None], ...]

    @property
    def silent(self) -> list[Person]:
        """Those who have not answered."""
        return [person for person, reply in self.people if reply is None]

    @property
    def reply(self) -> Reply | None:
        """What the municipality as a whole answers: somebody comes, perhaps, or nobody; None while that is open."""
        given = {reply for _, reply in self.people}
        best = next((each for each in _NEXT_TO_COMING if each in given), None)
        return best if best is not None or None in given else Reply.NO


@dataclass(frozen=True)
class Answers:
    """All answers to an occasion. Municipalities in Swedish order, those without one last."""

    municipalities: tuple[MunicipalityAnswers, ...]

    @cached_property
    def totals(self) -> dict[Reply, int]:
        """How many have given each reply; every reply is there, with nought if nobody has given it."""
        given = Counter(reply for each in self.municipalities for _, reply in each.people)
        return {reply: given[reply] for reply in Reply}

    @cached_property
    def members(self) -> int:
        """How many are asked."""
        return sum(len(each.people) for each in self.municipalities)

    @property
    def silent(self) -> int:
        """How many have not answered."""
        return self.members - sum(self.totals.values())

    @cached_property
    def heard_from(self) -> int:
        """How many municipalities have answered, somebody at least."""
        return sum(len(each.silent) < len(each.people) for each in self.municipalities)


def by_municipality(occasion: Occasion) -> Answers:
    """Return the answers of those who are asked: today's members, or, once it is over, those of its day.

    Each person counts once, however many of the host networks they belong to; guests, who only read, not at all.
    Loads nothing when the occasion came with its people (queries.with_people).
    """
    given = {each.person_id: each.reply for each in occasion.answers}
    places: dict[str, Municipality | None] = {}
    people: defaultdict[str, list[tuple[Person, Reply | None]]] = defaultdict(list)
    for person in sorted(asked(occasion), key=lambda each: (each.sort_key, each.id)):
        name = person.municipality.name if person.municipality else NO_MUNICIPALITY
        places[name] = person.municipality
        people[name].append((person, given.get(person.id)))
    in_order = sorted(places, key=lambda name: ((place := places[name]) is None, place.sort_key if place else ""))
    return Answers(tuple(MunicipalityAnswers(name, tuple(people[name])) for name in in_order))


def asked(occasion: Occasion) -> list[Person]:
    """Return who is asked to come, each once."""
    day = min(clock.today(), occasion.day)
    return list(dict.fromkeys(person for network in occasion.hosts for person in network.members_on(day)))
