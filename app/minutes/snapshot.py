"""One version of minutes, complete in itself: all that its page shows, as text and numbers, kept as JSON."""

from collections.abc import Collection
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from app.networks.kinds import RecordForm

_TIMES = ("starts_at", "ends_at")
_DAYS = ("first_day", "last_day")


@dataclass(frozen=True, slots=True)
class Host:
    """A network that held the meeting, with its flag."""

    name: str
    slug: str
    colour: int
    sign: int


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who was there, or not, with title and municipality as they were that day."""

    person: str
    name: str
    title: str
    municipality: str
    presence: str
    """A word of app.minutes.models.Presence."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision: label is its number as people cite it, text what follows "att"."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Promised:
    """An action: who does what, perhaps by a day (ISO 8601, else empty)."""

    what: str
    owner: str
    due: str

    @property
    def due_on(self) -> date | None:
        """The day by which it should be done."""
        return date.fromisoformat(self.due) if self.due else None


@dataclass(frozen=True, slots=True)
class Item:
    """One item: what was said, decided and promised. item is the agenda item's id, note is Markdown."""

    item: str
    number: int
    title: str
    kind: str
    note: str
    adjourned: bool
    decisions: tuple[Decided, ...]
    actions: tuple[Promised, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The minutes of one meeting."""

    form: RecordForm
    number: int | None
    """None in a draft that has never been published."""
    year: int
    subject: str
    """Who decides, in words: "Nätverket beslutar"."""
    meeting: str
    starts_at: datetime
    ends_at: datetime
    first_day: date | None
    last_day: date | None
    place: str
    hosts: tuple[Host, ...]
    chair: str
    secretary: str
    guests: str
    present: tuple[Attendee, ...]
    absent: tuple[Attendee, ...]
    items: tuple[Item, ...]

    @property
    def cited(self) -> str:
        """The number as people cite it: 3/2026; empty until there is one."""
        return f"{self.number}/{self.year}" if self.number else ""

    @property
    def title(self) -> str:
        """What it is called in the archive's own language: Protokoll 3/2026."""
        return f"{self.form.label} {self.cited}".strip()

    @property
    def actions(self) -> tuple[Promised, ...]:
        """Everything that was promised, in order."""
        return tuple(each for item in self.items for each in item.actions)

    def told_of(self, slugs: Collection[str]) -> "Snapshot":
        """Return the same for somebody for whom, of the hosts, only these networks exist."""
        return replace(self, hosts=tuple(each for each in self.hosts if each.slug in slugs))

    def without_numbers(self) -> "Snapshot":
        """Return the same without what is settled at publishing: equal for two drafts that say the same."""
        return replace(self, number=None, items=tuple(_without_labels(item) for item in self.items))


def to_json(snapshot: Snapshot) -> dict[str, Any]:
    """Return the snapshot as values that JSON knows; title is added for lists."""
    body = asdict(snapshot) | {"title": snapshot.title, "form": snapshot.form.value}
    for name in (*_TIMES, *_DAYS):
        body[name] = body[name].isoformat() if body[name] is not None else None
    return body


def from_json(body: dict[str, Any]) -> Snapshot:
    """Return the snapshot that to_json was given."""
    given = {field.name: body[field.name] for field in fields(Snapshot)}
    given |= {name: datetime.fromisoformat(body[name]) for name in _TIMES}
    given |= {name: date.fromisoformat(body[name]) if body[name] else None for name in _DAYS}
    given |= {name: tuple(Attendee(**each) for each in body[name]) for name in ("present", "absent")}
    given["form"], given["hosts"] = RecordForm(body["form"]), tuple(Host(**each) for each in body["hosts"])
    given["items"] = tuple(_item(each) for each in body["items"])
    return Snapshot(**given)


def _without_labels(item: Item) -> Item:
    return replace(item, decisions=tuple(replace(each, label="") for each in item.decisions))


def _item(body: dict[str, Any]) -> Item:
    decisions = tuple(Decided(**each) for each in body["decisions"])
    return Item(**body | {"decisions": decisions, "actions": tuple(Promised(**each) for each in body["actions"])})
