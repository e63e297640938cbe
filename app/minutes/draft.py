"""All that a draft of minutes holds, and how it is drawn up as the page people will read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.followup.models import Action, Decision
from app.meetings.kinds import ItemKind
from app.meetings.models import AgendaItem, Meeting
from app.minutes.models import Attendance, ItemNote, Minutes, Presence
from app.minutes.snapshot import Attendee, Decided, Host, Item, Promised, Snapshot
from app.networks.kinds import NetworkKind
from app.networks.models import Network
from app.wording import N_


@dataclass(frozen=True, slots=True)
class Draft:
    """A meeting's draft. Decisions and actions include those taken away, which can be put back."""

    meeting: Meeting
    minutes: Minutes
    notes: Mapping[UUID, ItemNote]
    decisions: Sequence[Decision]
    actions: Sequence[Action]

    @property
    def items(self) -> list[AgendaItem]:
        """The items to write under: the agenda without its pauses."""
        return [item for item in self.meeting.items if item.kind is not ItemKind.PAUSE]

    def decisions_under(self, item: AgendaItem) -> list[Decision]:
        """The decisions of one item."""
        return [each for each in self.decisions if each.item_id == item.id]

    def actions_under(self, item: AgendaItem) -> list[Action]:
        """What was promised under one item."""
        return [each for each in self.actions if each.item_id == item.id]

    def has_words(self, item: AgendaItem) -> bool:
        """Whether something has been written down under the item."""
        note = self.notes.get(item.id)
        written = note is not None and bool(note.text or note.adjourned)
        return written or bool(self.decisions_under(item) or self.actions_under(item))

    def saved_at(self, item: AgendaItem) -> datetime | None:
        """When something was last written down under the item, as far as is known; None if nothing has been."""
        note = self.notes.get(item.id)
        records: list[Decision | Action] = [*self.decisions_under(item), *self.actions_under(item)]
        written = [note.changed_at] if note is not None and note.revision else []
        return max([*written, *(each.created_at for each in records if each.replaces_id is None)], default=None)


def decides(hosts: Sequence[Network]) -> str:
    """Return who decides, in words that begin a decision."""
    if len(hosts) > 1:
        return N_("Nätverken beslutar")
    return {
        NetworkKind.NETWORK: N_("Nätverket beslutar"),
        NetworkKind.WORKING_GROUP: N_("Arbetsgruppen beslutar"),
        NetworkKind.MANAGERS_GROUP: N_("Chefsgruppen beslutar"),
    }[hosts[0].kind]


def draw_up(draft: Draft) -> Snapshot:
    """Return the draft as the minutes it would be, with names, titles and municipalities as they are now."""
    occasion, minutes = draft.meeting.occasion, draft.minutes
    came, missed = (Presence.ON_SITE, Presence.ONLINE), (Presence.ABSENT,)
    return Snapshot(
        form=minutes.form,
        number=minutes.number,
        year=minutes.year,
        subject=decides(occasion.hosts),
        meeting=occasion.title,
        starts_at=occasion.starts_at,
        ends_at=occasion.ends_at,
        first_day=occasion.first_day,
        last_day=occasion.last_day,
        place=occasion.place,
        hosts=tuple(Host(each.name, each.slug, each.colour, each.sign) for each in occasion.hosts),
        chair=minutes.chair,
        secretary=minutes.secretary,
        guests=minutes.guests,
        present=_attendees(each for each in minutes.attendances if each.presence in came),
        absent=_attendees(each for each in minutes.attendances if each.presence in missed),
        items=tuple(_item(draft, item, number) for number, item in enumerate(draft.items, start=1)),
    )


def _attendees(attendances: Iterable[Attendance]) -> tuple[Attendee, ...]:
    in_order = sorted(attendances, key=lambda each: (each.person.sort_key, str(each.person_id)))
    return tuple(
        Attendee(
            person=str(each.person_id),
            name=each.person.name,
            title=each.person.title,
            municipality=each.person.municipality.name if each.person.municipality else "",
            presence=each.presence.value,
        )
        for each in in_order
    )


def _item(draft: Draft, item: AgendaItem, number: int) -> Item:
    note = draft.notes.get(item.id)
    decisions = (each for each in draft.decisions_under(item) if each.withdrawn_at is None)
    actions = (each for each in draft.actions_under(item) if each.withdrawn_at is None)
    return Item(
        item=str(item.id),
        number=number,
        title=item.title,
        kind=item.kind.value,
        note=note.text if note else "",
        adjourned=note.adjourned if note else False,
        decisions=tuple(Decided(each.label, each.text) for each in decisions),
        actions=tuple(_promised(each) for each in actions),
    )


def _promised(action: Action) -> Promised:
    return Promised(action.what, action.owner_name, action.due_on.isoformat() if action.due_on else "")
