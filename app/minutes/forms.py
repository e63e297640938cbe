"""What the writing pages ask for."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from wtforms import DateField, HiddenField, SelectField

from app.followup.actions import Promise
from app.followup.models import Action, Decision
from app.minutes.actions import Writing
from app.minutes.item_actions import Typed
from app.minutes.steps import Next, Step
from app.people.models import Person
from app.web.forms import Form, long_text, text
from app.wording import N_, Message

LONGEST_NOTE = 50_000


class Day(DateField):
    """A day, told in words when it is not one."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read a day as browsers send it, 2026-11-24; nothing is no day."""
        self.data: date | None = None
        given = "".join(valuelist).strip()
        if given:
            try:
                self.data = date.fromisoformat(given)
            except ValueError:
                raise ValueError(N_("Skriv datumet som år-månad-dag, till exempel 2026-11-24.")) from None


class NoteForm(Form):
    """The words under an item, where they began, and which open page they come from."""

    text = long_text(N_("Anteckningar"), most=LONGEST_NOTE)
    revision = HiddenField()
    pen = HiddenField()

    @property
    def writing(self) -> Writing:
        """What was typed, ready to be saved."""
        revision = self.revision.data or ""
        known = int(revision) if revision.isascii() and revision.isdigit() and len(revision) < 9 else -1
        return Writing(self.text.data or "", known, (self.pen.data or "")[:40])


class ItemForm(NoteForm):
    """All that can be typed under an item: words, a decision, a promise. decision and action name what is changed."""

    clause = long_text(N_("Beslut"), most=4000)
    decision = HiddenField()
    what = text(N_("Vad"), most=500)
    owner = SelectField(N_("Vem"), validate_choice=False)
    owner_text = text(N_("Eller med egna ord"))
    due = Day(N_("Senast"))
    action = HiddenField()
    owner_was = HiddenField()
    """Whose the promise was when the page was opened."""
    do = HiddenField()

    def leave_as_it_was(self) -> None:
        """Forget what was typed over a record that is to be left as it was."""
        step, about = self.next
        if step is not Step.LEAVE or about is None:
            return
        over_decision, over_promise = (as_id(field.data or "") == about for field in (self.decision, self.action))
        promise = (self.what, self.owner, self.owner_text, self.due, self.action, self.owner_was)
        for field in (self.clause, self.decision) if over_decision else promise if over_promise else ():
            field.data, field.process_errors = None, []

    def offer(self, people: Sequence[Person], nobody: str) -> None:
        """Let the owner be one of these people."""
        self.owner.choices = [("", nobody), *((str(each.id), _told(each)) for each in people)]

    def show(self, record: Decision | Action | None) -> None:
        """Put a record's words into the fields, to be changed."""
        if isinstance(record, Decision):
            self.clause.data, self.decision.data = record.text, str(record.id)
        elif isinstance(record, Action):
            self.what.data, self.due.data, self.action.data = record.what, record.due_on, str(record.id)
            self.owner.data, self.owner_text.data = str(record.owner_id or ""), record.owner_text
            self.owner_was.data = self.owner.data

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Check the fields, that a new decision says something, and that a promise says what, and who in one way."""
        sound: bool = super().validate(extra_validators)
        if self.next.step is Step.DECIDE and not self.clause.data and as_id(self.decision.data or "") is None:
            self.refuse("clause", Message(N_("Skriv vad som beslutades.")))
        if self.has_promise and not self.what.data:
            self.refuse("what", Message(N_("Skriv vad som ska göras.")))
        if self.owner.data and self.owner_text.data:
            self.refuse("owner_text", Message(N_("Välj en person eller skriv med egna ord, inte båda.")))
        return sound and not self.errors

    @property
    def has_promise(self) -> bool:
        """Whether a promise has been typed, at least in part, or is asked to be saved."""
        given = (self.what, self.owner, self.owner_text, self.due, self.action)
        return self.next.step is Step.PROMISE or any(field.data for field in given)

    def promise(self, people: Sequence[Person]) -> Promise:
        """Return the promise that was typed."""
        owner = next((each for each in people if str(each.id) == self.owner.data), None)
        return Promise(self.what.data or "", owner, self.owner_text.data or "", self.due.data)

    def typed(self, people: Sequence[Person]) -> Typed:
        """Return all that was typed, ready to be saved."""
        promise = self.promise(people) if self.has_promise else None
        decision, action = as_id(self.decision.data or ""), as_id(self.action.data or "")
        keeps_owner = bool(self.owner_was.data) and self.owner.data == self.owner_was.data
        return Typed(self.writing, self.clause.data or "", decision, promise, action, keeps_owner)

    @property
    def next(self) -> Next:
        """What comes after saving; what cannot be read means to stay."""
        step, _, about = (self.do.data or "").partition(":")
        known = Step(step) if step in set(Step) else Step.STAY
        return Next(known, as_id(about))


def as_id(text: str) -> UUID | None:
    """Return the id that a field holds, if it holds one."""
    try:
        return UUID(text)
    except ValueError:
        return None


def _told(person: Person) -> str:
    return f"{person.name}, {person.municipality.name}" if person.municipality else person.name
