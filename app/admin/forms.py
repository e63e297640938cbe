"""What is asked about the organisation and its focus areas."""

from typing import Any

from wtforms.validators import ValidationError

from app.people.addresses import address_mistake, clean_address
from app.web.fields import DayField, OneOf, WholeField
from app.web.forms import Form, long_text, text
from app.wording import N_

WEAVES = {1: N_("Ränder"), 2: N_("Prickar"), 3: N_("Vågor"), 4: N_("Rutor")}


class OrganisationForm(Form):
    """Whose intranet this is and whom to ask."""

    name = text(N_("Namn"), needed=N_("Skriv organisationens namn."), most=120)
    region = text(N_("Region eller huvudman"), most=120)
    contact_name = text(N_("Vem man frågar"), most=120)
    contact_email = text(N_("E-post för frågor"), most=254)
    contact_phone = text(N_("Telefon för frågor"), most=40)
    about = long_text(N_("Om oss"), most=5_000)

    def validate_contact_email(self, field: Any) -> None:
        """Say what is wrong with an address that cannot be used."""
        mistake = address_mistake(clean_address(field.data)) if field.data else None
        if mistake is not None:
            raise ValidationError(mistake)  # type: ignore[arg-type]


class FocusAreaForm(Form):
    """A focus area and the days its plan is in force."""

    name = text(N_("Namn"), needed=N_("Skriv fokusområdets namn."), most=120)
    first = DayField(N_("Gäller från och med"), needed=N_("Skriv den första dagen."))
    last = DayField(N_("Gäller till och med"))
    weave = OneOf(N_("Mönster"), words=WEAVES)
    position = WholeField(N_("Nummer i planen"), least=1, most=99)
