"""What is asked when somebody signs in, chooses a password or describes themselves."""

from typing import Any

from wtforms import BooleanField, PasswordField
from wtforms.validators import DataRequired, EqualTo, StopValidation

from app.people.addresses import address_mistake, clean_address
from app.web.forms import Form, text
from app.wording import N_


def secret(label: str, *, needed: str, same_as: str = "") -> PasswordField:
    """A password: never trimmed, never shown again. same_as: the field it repeats."""
    checks: list[Any] = [DataRequired(needed)]
    if same_as:
        checks.append(EqualTo(same_as, N_("Lösenorden är inte lika. Skriv samma en gång till.")))
    return PasswordField(label, validators=checks)


class SignInForm(Form):
    """The door."""

    email = text(N_("E-post"), needed=N_("Skriv din e-postadress."), most=254)
    password = secret(N_("Lösenord"), needed=N_("Skriv ditt lösenord."))
    stays = BooleanField(N_("Håll mig inloggad i 30 dagar"))


class ForgottenForm(Form):
    """Whose password is forgotten."""

    email = text(N_("E-post"), most=254)

    def validate_email(self, field: Any) -> None:
        """Refuse what can't be an address, in words; whether it is known here is not asked."""
        mistake = address_mistake(clean_address(field.data or ""))
        if mistake is not None:
            raise StopValidation(mistake)  # type: ignore[arg-type]


class ChosenPasswordForm(Form):
    """A first password, or a new one after the old was forgotten."""

    new_password = secret(N_("Nytt lösenord"), needed=N_("Välj ett lösenord."))
    repeated = secret(
        N_("Samma lösenord en gång till"), needed=N_("Skriv lösenordet en gång till."), same_as="new_password"
    )


class PasswordForm(ChosenPasswordForm):
    """A new password in place of the one now."""

    password = secret(N_("Nuvarande lösenord"), needed=N_("Skriv ditt nuvarande lösenord."))


class ProfileForm(Form):
    """How somebody is called and reached. The e-mail address is the administrator's to change."""

    given_name = text(N_("Förnamn"), needed=N_("Skriv ditt förnamn."), most=80)
    family_name = text(N_("Efternamn"), most=80)
    title = text(N_("Titel"), most=120)
    phone = text(N_("Telefon"), most=40)
