"""Inviting somebody: by letter where the installation sends mail, else, or when one chooses so, with a link to copy."""

from flask import current_app, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.by_mail import goes_by_mail
from app.accounts.current import me
from app.accounts.invitations import invite, invite_by_mail
from app.accounts.kinds import INVITATION_LASTS
from app.people.models import Person
from app.web.htmx import done, page


def sends_mail() -> bool:
    """Whether an invitation goes by letter."""
    return goes_by_mail(current_app.config["SETTINGS"])


def invited(someone: Person) -> ResponseReturnValue:
    """Send the letter and go to the person's page; or show the link here and now, since only its hash is kept."""
    if sends_mail() and request.form.get("how") != "link":
        invite_by_mail(someone, by=me())
        say = _("Ett mejl med en länk skickas till %(email)s.", email=someone.email)
        return done(url_for("directory.person", person_id=someone.id), say=say)
    link = f"{current_app.config['SETTINGS'].base_url}/welcome/{invite(someone, by=me())}"
    response = page("directory/invited.html", here="people", someone=someone, link=link, days=INVITATION_LASTS.days)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
