"""What is asked when somebody is appointed to a seat, or leaves it."""

from app.memberships import rules as memberships
from app.memberships.forms import MembershipForm
from app.networks.kinds import Standing
from app.people.fields import OnePerson
from app.places.models import Municipality
from app.seats import rules
from app.seats.rules import Appointment
from app.web.fields import DayField
from app.wording import N_, Refusal

_BESIDE: dict[type[Refusal], str] = {
    rules.InThePast: "starts_on",
    rules.NoSeatLater: "ends_on",
    memberships.EndsBeforeItBegins: "ends_on",
}


class AppointForm(MembershipForm):
    """Who gets the seat, from when, and perhaps until when."""

    person = OnePerson(N_("Vem utser du?"), needed=N_("Välj vem du utser."))
    starts_on = DayField(N_("Från och med"), needed=N_("Skriv från vilken dag."))
    ends_on = DayField(N_("Till och med"))

    def seat(self, place: Municipality, standing: Standing) -> Appointment:
        """Return what was asked for, when nothing was mistaken."""
        assert self.starts_on.data is not None  # noqa: S101 - the field asks for it
        return Appointment(place, standing, self.starts_on.data, self.ends_on.data)

    def say(self, refusal: Refusal) -> None:
        """Put a refusal beside the field it is about."""
        self.refuse(_BESIDE.get(type(refusal), "person"), refusal.message)


class VacateForm(MembershipForm):
    """The last day in a seat."""

    ends_on = DayField(N_("Sista dagen"), needed=N_("Skriv den sista dagen."))
