"""What is said when something has been handed over: what, and to whom."""

from flask_babel import gettext as _
from flask_babel import ngettext

from app.handover.forms import FOLLOW, OFF, SEAT, VACANT, HeirField
from app.handover.things import Burden, Drafted, Held, Promised, Queued, Thing
from app.memberships.forms import MembershipForm
from app.web.i18n import translate

MOST = 4
"""So many things are told one by one."""


def handed_over(form: MembershipForm, burden: Burden) -> str:
    """Return what was chosen, in words: each thing and who has it now, the first MOST of them."""
    chosen = [each for each in burden.things if each.key in form and form[each.key].data]
    told = [_told(each, form[each.key]) for each in chosen[:MOST]]
    more = len(chosen) - len(told)
    if more:
        told.append(str(ngettext("en sak till", "%(num)d saker till", more)))
    return str(_("Det är överlämnat som du valde: %(what)s.", what="; ".join(told)))


def _told(thing: Thing, field: HeirField) -> str:
    what, answer = _name_of(thing), field.data
    if answer == VACANT:
        return str(_("%(what)s lämnas vakant", what=what))
    if answer == FOLLOW:
        return str(_("%(what)s följer med till den nya kommunen", what=what))
    if answer == OFF:
        return str(_("%(what)s går vidare till nästa på listan", what=what))
    if answer == SEAT:
        return str(_("%(what)s till den som tar över platsen", what=what))
    return str(_("%(what)s till %(who)s", what=what, who=field.person.name if field.person else field.others[answer]))


def _name_of(thing: Thing) -> str:
    """Return what it is called; of what the reader may not read, only what kind of thing it is."""
    if isinstance(thing, Held):
        return thing.membership.network.name
    if isinstance(thing, Queued):
        kind = translate(thing.standing.kind.label).lower()
        return str(_("turerna som %(kind)s i %(network)s", kind=kind, network=thing.network.name))
    if isinstance(thing, Promised):
        return thing.action.what
    if isinstance(thing, Drafted):
        return thing.words.what if thing.words else str(_("en åtgärd"))
    return thing.words.title if thing.words else str(_("en punkt"))
