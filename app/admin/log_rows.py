"""A line of the log in words, and as the cells of a list."""

from datetime import date

from app.audit.actions import What
from app.audit.models import AuditEntry
from app.networks.kinds import Role
from app.wording import N_

HEADS = (N_("Tid (UTC)"), N_("Vad"), N_("Vem"), N_("Om"), N_("Mer"))
_NAMES = {
    "address": N_("nätadress"),
    "changed": N_("ändrade:"),
    "ends_on": N_("till"),
    "file": N_("fil:"),
    "how": "",
    "new": N_("nya:"),
    "refused": N_("gick inte:"),
    "role": N_("roll:"),
    "to": N_("till"),
    "rows": N_("rader:"),
    "starts_on": N_("från"),
    "version": N_("version"),
}
_DAYS = ("starts_on", "ends_on")
_VALUES = {
    "archived": N_("vilande"),
    "begun": N_("började"),
    "described": N_("beskrivningen"),
    "document-added": N_("lade till ett dokument"),
    "document-deleted": N_("raderade ett borttaget dokument"),
    "document-removed": N_("tog bort ett dokument"),
    "document-replaced": N_("bytte ut ett dokument"),
    "document-restored": N_("lade tillbaka ett dokument"),
    "ended": N_("avslutades"),
    "given": N_("fick rollen"),
    "request-approved": N_("frågan godkändes"),
    "request-declined": N_("frågan avböjdes"),
    "request-withdrawn": N_("frågan togs tillbaka"),
    "mail-again": N_("skickade igen"),
    "mail-started": N_("startade dem"),
    "mail-stopped": N_("stoppade dem"),
    "mail-struck": N_("strök det som väntade"),
    "mandate": N_("uppdraget"),
    "off": N_("togs bort från turlistan"),
    "revived": N_("öppnat igen"),
    "started": N_("startat"),
    "struck": N_("ströks"),
    "taken": N_("lämnade rollen"),
    **{role.value: role.label for role in Role},
}


def label(entry: AuditEntry) -> str:
    """Return what a line tells of; a word that is not known any more stands as it is."""
    try:
        return What(entry.what).label
    except ValueError:
        return entry.what


def more(entry: AuditEntry) -> list[tuple[str, str | date]]:
    """Return the details of a line as names and values, the empty ones left out: nätadress and 192.0.2.1."""
    given = [(name, str(value)) for name, value in entry.details.items()]
    return [(_NAMES.get(name, name), _value(name, value)) for name, value in given if value]


def _value(name: str, value: str) -> str | date:
    try:
        return date.fromisoformat(value) if name in _DAYS else _VALUES.get(value, value)
    except ValueError:
        return value


def cells(entry: AuditEntry, *, told: str, further: str) -> list[str]:
    """Return the cells of a line, in the order of HEADS. told and further: its label and details in words."""
    return [entry.at.strftime("%Y-%m-%d %H:%M:%S"), told, entry.actor, entry.subject, further]
