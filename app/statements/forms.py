"""What is asked about the accessibility statement and about the page on personal data."""

from datetime import date
from enum import Enum
from typing import Any, ClassVar

from wtforms import HiddenField, StringField
from wtforms.validators import ValidationError

from app.people.addresses import address_mistake, clean_address
from app.statements import rules
from app.statements.kinds import Conformance, Method, Page
from app.statements.said import Said
from app.web.fields import DayField, OneOf
from app.web.forms import Form, long_text, text
from app.wording import N_, Refusal

_BESIDE: dict[type[Refusal], str] = {
    rules.ShortcomingsMissing: "shortcomings_sv",
    rules.ShortcomingsLeft: "conformance",
    rules.NotYetAssessed: "assessed_on",
}


class StatementForm(Form):
    """What the two pages have in common."""

    DAYS: ClassVar[tuple[str, ...]] = ()

    authority = text(N_("Tillsynsmyndighet"), needed=N_("Skriv vilken myndighet man vänder sig till."), most=120)
    authority_link = text(N_("Länk till myndighetens anmälan"), needed=N_("Skriv vart man anmäler."), most=500)
    seen = HiddenField()
    """The revision of the page when one began to write."""

    def validate_authority_link(self, field: StringField) -> None:
        """A link begins like one."""
        _must_be_link(field)

    @property
    def revision(self) -> int:
        """The revision one began from; one that there never was, when the form does not say."""
        typed = str(self.seen.data)
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else -1

    def answers(self) -> dict[str, str]:
        """Return what was answered, each as text."""
        return {each.name: _as_text(each.data) for each in self if each.name not in ("seen", "csrf_token")}

    def say(self, refusal: Refusal) -> None:
        """Put a refusal beside the field it is about, or above them all."""
        if type(refusal) in _BESIDE:
            self.refuse(_BESIDE[type(refusal)], refusal.message)
        else:
            self.form_errors.append(refusal.message)

    def differing(self, saved: Said) -> list[tuple[str, str]]:
        """Return the label of each field that says something else than what has been saved, and what has been saved."""
        typed = self.answers()
        return [
            (each.label.text, _in_words(each, saved.fact(each.name)))
            for each in self
            if each.name in typed and typed[each.name] != saved.fact(each.name)
        ]


class AccessibilityForm(StatementForm):
    """The accessibility statement, with what the authority (Digg) asks for."""

    DAYS = ("assessed_on",)

    service = text(N_("Tjänstens namn"), needed=N_("Skriv vad tjänsten heter."), most=120)
    responsible = text(N_("Ansvarig offentlig aktör"), most=200)
    conformance = OneOf(N_("Hur väl följer tjänsten lagen?"), kinds=Conformance)
    shortcomings_sv = long_text(N_("Brister, på svenska"))
    shortcomings_en = long_text(N_("Brister, på engelska"))
    burden_sv = long_text(N_("Oskäligt betungande, på svenska"))
    burden_en = long_text(N_("Oskäligt betungande, på engelska"))
    outside_sv = long_text(N_("Utanför lagen, på svenska"))
    outside_en = long_text(N_("Utanför lagen, på engelska"))
    method = OneOf(N_("Hur är tjänsten bedömd?"), kinds=Method)
    assessed_on = DayField(N_("Senast bedömd"), needed=N_("Skriv dagen då bedömningen gjordes."))
    testing_sv = long_text(N_("Så prövade ni, på svenska"))
    testing_en = long_text(N_("Så prövade ni, på engelska"))
    report_link = text(N_("Länk till ert formulär för synpunkter"), most=500)
    report_sv = long_text(N_("Mer om att höra av sig, på svenska"), most=5_000)
    report_en = long_text(N_("Mer om att höra av sig, på engelska"), most=5_000)

    def validate_report_link(self, field: StringField) -> None:
        """A link begins like one."""
        _must_be_link(field)


class PrivacyForm(StatementForm):
    """How personal data is handled, in the organisation's own words."""

    controller = text(N_("Personuppgiftsansvarig"), most=200)
    officer = text(N_("Dataskyddsombud"), most=200)
    officer_email = text(N_("Dataskyddsombudets e-post"), most=254)
    officer_phone = text(N_("Dataskyddsombudets telefon"), most=40)
    text_sv = long_text(N_("Texten på svenska"), needed=N_("Skriv hur ni hanterar personuppgifter."))
    text_en = long_text(N_("Texten på engelska"))

    def validate_officer_email(self, field: StringField) -> None:
        """Say what is wrong with an address that cannot be used."""
        mistake = address_mistake(clean_address(field.data)) if field.data else None
        if mistake is not None:
            raise ValidationError(mistake)  # type: ignore[arg-type]


def form_of(said: Said) -> StatementForm:
    """Return the page's form, filled with what stands there."""
    kind = AccessibilityForm if said.page is Page.ACCESSIBILITY else PrivacyForm
    days = {name: date.fromisoformat(said.fact(name)) for name in kind.DAYS}
    return kind(data={**said.answers, **days, "seen": said.revision})


def _must_be_link(field: StringField) -> None:
    if field.data and not field.data.startswith(("https://", "http://")):
        raise ValidationError(N_("Klistra in hela adressen, med https:// först."))


def _as_text(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _in_words(field: Any, saved: str) -> str:
    if field.type != "RadioField":
        return saved
    return next((str(option.label.text) for option in field if option._value() == saved), saved)
