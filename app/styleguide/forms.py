"""The fields of the style guide: one of each kind, as they look when one begins and when something is wrong."""

from typing import Any, cast

from flask_wtf.file import FileField
from wtforms import BooleanField, SelectField

from app.meetings.kinds import ItemKind
from app.web.fields import DayField, OneOf, SeveralField, WholeField
from app.web.forms import Form, long_text, text
from app.wording import N_, Message


class SampleForm(Form):
    """Asks for nothing; what is sent is thrown away."""

    title = text(N_("Rubrik"), default="Sommarläsning 2027")
    place = text(N_("Kommun"), default="Sjöstad")
    minutes = WholeField(N_("Minuter"), least=1, most=600, default="en kvart")
    due = DayField(N_("Senast"))
    standing = SelectField(N_("Roll"), choices=cast(Any, {"": "–"}))
    kind = OneOf(N_("Typ"), kinds=ItemKind, default=ItemKind.DISCUSSION)
    networks = SeveralField(N_("Nätverk"))
    reminder = BooleanField(N_("Påminn dem som inte har svarat"), default=True)
    file = FileField(N_("Fil"))
    notes = long_text(N_("Anteckningar"), default="Ekby: alla årskurs 2 har besökt biblioteket.")

    def __init__(self, flags: dict[str, Any]) -> None:
        super().__init__(formdata=None, prefix="sample-")
        self.networks.choices = {value: network.name for value, network in flags.items()}
        self.networks.data = [next(iter(flags), "")]


def sample_form(flags: dict[str, Any]) -> SampleForm:
    """Return the form with two mistakes in it. flags: {value: network}, to choose among."""
    form = SampleForm(flags)
    form.refuse("minutes", Message(N_("Skriv hur många minuter punkten tar, till exempel 15.")))
    form.refuse("due", Message(N_("Skriv dagen som år-månad-dag, till exempel 2026-11-24.")))
    return form
