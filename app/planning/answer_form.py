"""The part of a form that asks until when members can say if they come."""

from datetime import date

from wtforms import HiddenField

from app import clock
from app.occasions.span import Span
from app.planning.answer_days import answer_day_for
from app.web.fields import DayField
from app.web.forms import Form
from app.wording import N_, Message


class AnswerBy(Form):
    """Asks for the last day for answers. `sent_answer_by` is the day that was sent, before it followed the meeting."""

    answer_by = DayField(N_("Svara senast"))
    answer_was = HiddenField()
    """The day that stood there to begin with: a day that differs from it is one that somebody chose."""
    sent_answer_by: date | None = None

    def answer_in_time(self, span: Span | None) -> None:
        """Let a day after the meeting that nobody chose follow the meeting; refuse one that somebody did choose."""
        sent = self.sent_answer_by = self.answer_by.data
        if span is None or sent is None or sent <= span.day:
            return
        if sent.isoformat() != self.answer_was.data:
            self.refuse("answer_by", Message(N_("Välj en dag före mötet, eller lämna fältet tomt.")))
        elif not self.errors:  # with something else to mend, what was typed is shown as it was typed
            self._become(answer_day_for(span.day, today=clock.today()))

    def _become(self, day: date | None) -> None:
        written = day.isoformat() if day else ""
        self.answer_by.data, self.answer_by.raw_data = day, [written]
        self.answer_was.data = written
