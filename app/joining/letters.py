"""The letters about those who want to join: to the coordinators, and the answer when it is no."""

from uuid import UUID

from flask_babel import gettext as _

from app import db
from app.joining.kinds import Outcome
from app.joining.models import JoinRequest
from app.joining.policy import can_answer_requests
from app.mail.kinds import Kind
from app.mail.letters import Button, Errand, Letter, letter
from app.mail.marks import written
from app.people.models import Person


@letter(Kind.JOIN_REQUESTED)
def asked(errand: Errand) -> Letter | None:
    """Tell a coordinator who wants to join; nothing once it is settled, or to who coordinates no longer."""
    request = db.session.get(JoinRequest, UUID(errand.about["request"]))
    reader = db.session.get_one(Person, errand.receiver.person_id)
    if request is None or not request.is_waiting or not can_answer_requests(reader, request.network):
        return None
    name, network, named = request.person.name, request.network, written(request.network.name)
    facts = [(_("Titel"), written(request.person.title))] if request.person.title else []
    if request.person.municipality is not None:
        facts.append((_("Kommun"), request.person.municipality.name))
    return Letter(
        subject=_("%(name)s vill gå med i %(network)s", name=name, network=named),
        paragraphs=(_("%(name)s ber att få gå med i nätverket och väntar på ditt svar.", name=name),),
        quote=request.message,
        facts=tuple(facts),
        button=Button(_("Svara"), errand.url(f"{network.path}/requests/{request.id}")),
        why=_("Du får mejlet för att du samordnar %(network)s.", network=named),
    )


@letter(Kind.DECLINED)
def declined(errand: Errand) -> Letter | None:
    """Give somebody the answer, with the word that came with it."""
    request = db.session.get(JoinRequest, UUID(errand.about["request"]))
    if request is None or request.outcome is not Outcome.DECLINED:
        return None
    return Letter(
        subject=_("Svar om %(network)s", network=written(request.network.name)),
        paragraphs=(_("Samordnaren kan inte ta med dig i nätverket just nu."),),
        quote=request.answer,
        button=Button(_("Öppna nätverket"), errand.url(request.network.path)),
        why=_("Du får mejlet för att du bad att få gå med."),
    )
