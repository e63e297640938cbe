"""What is asked about a network."""

from wtforms import HiddenField, SelectMultipleField

from app.focus.models import FocusArea
from app.networks import actions
from app.networks.description import Description
from app.networks.flags import COLOURS, SIGNS
from app.networks.kinds import Admission, NetworkKind, RecordForm, Visibility
from app.networks.models import Network
from app.networks.wordings import DescribedMeanwhile, fingerprint
from app.web.fields import DayField, OneOf, WholeField
from app.web.forms import Form, text
from app.web.newer import show_newer
from app.wording import N_, Refusal

_BESIDE: dict[type[Refusal], str] = {
    actions.NameTaken: "name",
    actions.FlagTaken: "colour",
    actions.NeedsLastDay: "ends_on",
    actions.HasNoLastDay: "ends_on",
}


class NetworkForm(Form):
    """A network in its coordinator's words."""

    name = text(N_("Namn"), needed=N_("Skriv vad nätverket heter."), most=120)
    purpose = text(N_("Syfte"), most=300)
    kind = OneOf(N_("Form"), kinds=NetworkKind, default=NetworkKind.NETWORK)
    ends_on = DayField(N_("Uppdragets sista dag"))
    record_form = OneOf(N_("Vad skriver ni på mötena?"), kinds=RecordForm, default=RecordForm.NOTES)
    visibility = OneOf(N_("Vem kan se nätverket?"), kinds=Visibility, default=Visibility.OPEN)
    admission = OneOf(N_("Hur blir man medlem?"), kinds=Admission, default=Admission.REQUEST)
    ordinary_seats = WholeField(N_("Ordinarie platser per kommun"), least=0, most=20, default="1")
    deputy_seats = WholeField(N_("Ersättarplatser per kommun"), least=0, most=20, default="0")
    focus_areas = SelectMultipleField(N_("Fokusområden"), validate_choice=False)
    meetings_per_year = WholeField(N_("Möten per år"), least=0, most=60)
    colour = OneOf(N_("Flaggans färg"), words=COLOURS)
    sign = OneOf(N_("Flaggans tecken"), words=SIGNS)

    seen = HiddenField()
    """The fingerprint of what the network was when one began to write."""

    def offer(self, areas: list[FocusArea]) -> "NetworkForm":
        """Let the focus areas be chosen."""
        self.areas = {str(each.id): each for each in areas}
        self.focus_areas.choices = {key: each.name for key, each in self.areas.items()}
        return self

    def said(self) -> Description:
        """Return what was said of the network, when nothing was mistaken."""
        return Description(
            name=self.name.data or "",
            purpose=self.purpose.data or "",
            kind=self.kind.data,
            ends_on=self.ends_on.data,
            record_form=self.record_form.data,
            visibility=self.visibility.data,
            admission=self.admission.data,
            ordinary_seats=self.ordinary_seats.number or 0,
            deputy_seats=self.deputy_seats.number or 0,
            colour=self.colour.data,
            sign=self.sign.data,
            meetings_per_year=self.meetings_per_year.number,
            focus_areas=[self.areas[each] for each in self.focus_areas.data or [] if each in self.areas],
        )

    def say(self, refusal: Refusal) -> None:
        """Put a refusal beside the field it is about."""
        self.refuse(_BESIDE.get(type(refusal), "name"), refusal.message)

    def meets(self, network: Network, refusal: DescribedMeanwhile) -> bool:
        """Show what somebody else has said of the network meanwhile; told once, one may save over it.

        Return whether it is anything else than what was said here.
        """
        saved = NetworkForm(formdata=None, data=_kept_of(network)).offer(list(self.areas.values()))
        self.seen.data = saved.seen.data
        self.form_errors = [refusal.message]
        return show_newer(saved, self)


def form_of(network: Network | None, *, areas: list[FocusArea], free: tuple[int, int]) -> NetworkForm:
    """Return the form, filled with what is said of a network, or with a free flag for a new one."""
    if network is None:
        return NetworkForm(colour=free[0], sign=free[1]).offer(areas)
    return NetworkForm(data=_kept_of(network)).offer(areas)


def _kept_of(network: Network) -> dict[str, object]:
    chosen = [str(each.id) for each in network.focus_areas]
    return {**vars(network), "focus_areas": chosen, "seen": fingerprint(network)}
