"""The letters with a one-time link: an invitation to an account, and a new password."""

from uuid import UUID

from flask_babel import gettext as _

from app import clock
from app.accounts import links
from app.accounts.kinds import INVITATION_LASTS, RESET_LASTS
from app.mail.kinds import Kind
from app.mail.letters import Button, Errand, Letter, letter
from app.mail.marks import written
from app.organisation.queries import organisation_name

MINUTES = int(RESET_LASTS.total_seconds() // 60)


@letter(Kind.INVITATION)
def invitation(errand: Errand) -> Letter | None:
    """Write the invitation, with a link whose time begins now; nothing when a newer one is made."""
    if not _begins(errand):
        return None
    name = organisation_name()
    return Letter(
        subject=_("Välkommen till Knutpunkt"),
        paragraphs=(
            _("Hej %(name)s.", name=errand.receiver.name),
            _("%(organisation)s har lagt upp ett konto åt dig. I Knutpunkt står nätverkens möten, vad ni har "
              "beslutat och vad ni har lovat varandra.", organisation=written(name) or "Knutpunkt"),
            _("Välj ett lösenord så är du inne. Du loggar in med %(email)s.", email=errand.receiver.email),
        ),
        button=_button(errand, _("Välj ett lösenord")),
        after=(_("Länken gäller i %(days)d dagar och kan användas en gång.", days=INVITATION_LASTS.days),),
        why=_("Du får mejlet för att någon har bjudit in dig till Knutpunkt."),
    )  # fmt: skip


@letter(Kind.RESET)
def reset(errand: Errand) -> Letter | None:
    """Write the letter for a new password, with a link whose time begins now; nothing when a newer one is made."""
    if not _begins(errand):
        return None
    return Letter(
        subject=_("Nytt lösenord i Knutpunkt"),
        paragraphs=(
            _("Hej %(name)s.", name=errand.receiver.name),
            _("Någon, säkert du själv, har bett om ett nytt lösenord till ditt konto."),
        ),
        button=_button(errand, _("Välj ett nytt lösenord")),
        after=(
            _("Länken gäller i %(minutes)d minuter och kan användas en gång.", minutes=MINUTES),
            _("Har du inte bett om det? Då behöver du inte göra något. Lösenordet är kvar som det var."),
        ),
        why=_("Du får mejlet för att någon skrev din adress på sidan för glömt lösenord."),
    )


def _begins(errand: Errand) -> bool:
    link = errand.about.get("link")  # forgotten once the letter has arrived
    return link is not None and links.give_secret(UUID(link), errand.secret, at=clock.now()) is not None


def _button(errand: Errand, label: str) -> Button:
    return Button(label, errand.url(f"/welcome/{errand.secret}"))
