"""Which of two values is kept, field by field, when two people are merged."""

from wtforms import RadioField

from app.merging.facts import Field, Said, usual_choices
from app.people.models import Person
from app.web.forms import Form

KEPT, GONE = "kept", "gone"


class MergeForm(Form):
    """A choice for each field in which the two differ."""

    name = RadioField(Field.NAME.label)
    email = RadioField(Field.EMAIL.label)
    phone = RadioField(Field.PHONE.label)
    title = RadioField(Field.TITLE.label)
    workplace = RadioField(Field.WORKPLACE.label)
    language = RadioField(Field.LANGUAGE.label)

    def offer(self, said: list[Said]) -> "MergeForm":
        """Let the two values be chosen between; where there is nothing to choose, nothing is asked."""
        for each in said:
            if each.differs:
                self[each.field.value].choices = [(KEPT, each.kept), (GONE, each.gone)]
                if self[each.field.value].data not in (KEPT, GONE):
                    self[each.field.value].data = KEPT
            else:
                del self[each.field.value]
        return self

    def chosen(self, kept: Person, gone: Person) -> dict[Field, Person]:
        """Return whose value is kept in each field."""
        found = usual_choices(kept, gone)
        for each in self:
            if each.name in set(Field):
                found[Field(each.name)] = gone if each.data == GONE else kept
        return found
