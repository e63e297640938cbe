"""What the list of who took part asks for, and what publishing does."""

from collections.abc import Sequence

from wtforms import BooleanField, HiddenField, SelectMultipleField

from app.minutes.attendance import Roll
from app.minutes.models import Presence
from app.people.models import Person
from app.web.forms import Form, long_text, text
from app.wording import N_


class AttendanceForm(Form):
    """Who took part: the boxes ticked are ids."""

    present = SelectMultipleField(N_("Närvaro"), validate_choice=False)
    online = SelectMultipleField(N_("Digitalt"), validate_choice=False)
    guests = text(N_("Övriga"), most=500)
    chair = text(N_("Ordförande"))
    secretary = text(N_("Sekreterare"))
    revision = HiddenField()
    item = HiddenField()

    @property
    def seen(self) -> int:
        """The revision of the list that the ticks began from; -1 when it cannot be read."""
        revision = self.revision.data or ""
        return int(revision) if revision.isascii() and revision.isdigit() and len(revision) < 9 else -1

    def roll(self, people: Sequence[Person]) -> Roll:
        """Return who took part, as ticked: online counts as present."""
        presences = {each.id: self._presence(str(each.id)) for each in people}
        return Roll(presences, self.chair.data or "", self.secretary.data or "", self.guests.data or "")

    def _presence(self, person_id: str) -> Presence:
        if person_id in (self.online.data or ()):
            return Presence.ONLINE
        return Presence.ON_SITE if person_id in (self.present.data or ()) else Presence.ABSENT


class PublishForm(Form):
    """What was read through, and for a correction what is corrected."""

    read = HiddenField()
    correction = long_text(N_("Vad är rättat?"), most=1000)
    with_letter = BooleanField(N_("Mejla dem som är med i nätverket"))
    """Asked of a correction only: that there are minutes at all is always told."""
