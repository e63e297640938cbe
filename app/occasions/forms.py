"""What is asked when something is planned, changed or cancelled."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from wtforms import BooleanField, HiddenField

from app import clock
from app.focus.models import FocusArea
from app.networks.models import Network
from app.networks.queries import coordinated_by
from app.occasions.changes import Details
from app.occasions.fields import HttpsField
from app.occasions.kinds import Reply
from app.occasions.models import Occasion
from app.occasions.queries import focus_areas_from
from app.occasions.when_form import WhenForm, times_of
from app.people.models import Person
from app.web.fields import OneField, SeveralField
from app.web.forms import Form, long_text, text
from app.wording import N_, Message

DRAFT, CALL = "draft", "call"


class OccasionForm(WhenForm):
    """What is asked about anything that stands in the calendar. The first network given leads, if it is chosen."""

    title = text(N_("Rubrik"), needed=N_("Skriv en rubrik."), most=200)
    hosts = SeveralField(N_("Vilka håller i det?"), needed=N_("Välj minst ett nätverk som håller i det."))
    place = text(N_("Plats"), most=200)
    link = HttpsField(N_("Länk till onlinemötet"))
    focus_areas = SeveralField(N_("Fokusområden"))
    description = long_text(N_("Beskrivning"), most=4000)
    revision = HiddenField()
    do = HiddenField(default=DRAFT)

    def __init__(
        self, *, networks: Sequence[Network], own: Collection[UUID], areas: Sequence[FocusArea], **options: Any
    ) -> None:
        super().__init__(**options)
        self.networks = {str(each.id): each for each in networks}
        self.areas = {str(each.id): each for each in areas}
        self.own = {str(each) for each in own}
        self.hosts.choices = {key: each.name for key, each in self.networks.items()}
        self.focus_areas.choices = _names(self.areas)

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Whether all is right: one host at least is the person's own, and the focus areas are in force that day."""
        super().validate(extra_validators)
        if self.hosts.data and not self.hosts.errors and self.own.isdisjoint(self.hosts.data):
            self.refuse("hosts", Message(N_("Behåll minst ett nätverk som du samordnar.")))
        if self.span is not None and not self.focus_areas.errors:
            self._must_be_in_force(self.span.day)
        return not self.errors

    def _must_be_in_force(self, day: date) -> None:
        for area in (self.areas[key] for key in self.focus_areas.data or ()):
            if not area.is_valid_on(day):
                said = N_("%(name)s gäller inte den dagen. Välj bort det.")
                self.refuse("focus_areas", Message(said, name=area.name))

    @property
    def begun_from(self) -> int:
        """The revision the person saw before changing it; -1, which never was, if that is not known."""
        typed = str((self.revision.raw_data or [""])[0])
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else -1

    def details(self) -> Details:
        """Return what was asked for. Only of a form that was found right."""
        assert self.span is not None  # noqa: S101 - validate() has seen to it
        return Details(
            title=self.title.data or "",
            span=self.span,
            hosts=[each for key, each in self.networks.items() if key in (self.hosts.data or ())],
            place=self.place.data or "",
            link=self.link.data or "",
            description=self.description.data or "",
            focus_areas=[each for key, each in self.areas.items() if key in (self.focus_areas.data or ())],
        )


class ChangeForm(OccasionForm):
    """What is asked when something is changed that members may have answered to."""

    ask_again = BooleanField(N_("Be medlemmarna svara igen om tiden ändras"))
    with_letter = BooleanField(N_("Mejla dem om tiden eller platsen ändras"))


class CancelForm(Form):
    """Why it is cancelled, in a word or two."""

    because = text(N_("Varför?"), most=200)
    discard = HiddenField()
    """Set when the person was asked about throwing a draft away: it may have been called since."""


class AnswerForm(Form):
    """Whether one comes."""

    reply = OneField(
        N_("Kommer du?"), needed=N_("Välj ett av svaren."), choices={each.value: each.label for each in Reply}
    )


def offered(person: Person, lead: Network, occasion: Occasion | None = None) -> dict[str, Any]:
    """Return what OccasionForm lets the person choose from: the lead first, then what else they coordinate.

    An occasion's own hosts and focus areas can always be kept.
    """
    own = coordinated_by(person)
    hosts, chosen = (occasion.hosts, occasion.focus_areas) if occasion else ([], [])
    areas = focus_areas_from(clock.today())
    return {
        "networks": list(dict.fromkeys([lead, *hosts, *own])),
        "own": [each.id for each in own],
        "areas": list(dict.fromkeys([*chosen, *areas])),
    }


def values_of(occasion: Occasion) -> dict[str, object]:
    """Return what the form shows for an occasion as it is."""
    return {
        **times_of(occasion),
        "title": occasion.title,
        "hosts": [str(each.id) for each in occasion.hosts],
        "place": occasion.place,
        "link": occasion.link,
        "focus_areas": [str(each.id) for each in occasion.focus_areas],
        "description": occasion.description,
        "revision": occasion.revision,
    }


def _names(areas: Mapping[str, FocusArea]) -> dict[str, str]:
    """Return what the focus areas are called: with their years when there is more than one plan to choose from."""
    if len({(each.valid_from, each.valid_to) for each in areas.values()}) < 2:
        return {key: each.name for key, each in areas.items()}
    return {
        key: f"{each.name} ({each.valid_from.year}–{each.valid_to.year if each.valid_to else ''})"
        for key, each in areas.items()
    }
