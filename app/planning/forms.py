"""What is asked when a meeting is planned, alone or as a series, changed or copied."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from wtforms import BooleanField

from app.occasions.forms import ChangeForm, OccasionForm
from app.occasions.series import (
    MOST_DATES,
    Rhythm,
    SeriesEndsTooSoon,
    SeriesIsTooLong,
    SeriesNeedsOneEnd,
    series_dates,
)
from app.occasions.span import Span
from app.occasions.when_form import WhenForm
from app.planning.answer_form import AnswerBy
from app.web.fields import DayField, OneField, SeveralField, WholeField
from app.web.forms import Form, text
from app.wording import N_

ONCE = ""
BACK = "back"


class MeetingForm(OccasionForm, AnswerBy):
    """What is asked about a new meeting. `days` are its dates, more than one for a series."""

    standard_agenda = BooleanField(N_("Börja med standardpunkterna"))
    rhythm = OneField(
        N_("Upprepa"),
        choices={ONCE: N_("Nej, ett enda möte")} | {each.value: each.label for each in Rhythm},
        default=ONCE,
    )
    count = WholeField(N_("Hur många möten?"), least=2, most=MOST_DATES)
    until = DayField(N_("Eller till och med"))
    days: list[date]

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Whether all is right, the series too."""
        super().validate(extra_validators)
        self.answer_in_time(self.span)
        self.days = self._dates() if self.span is not None and not self.errors else []
        return not self.errors

    @property
    def is_series(self) -> bool:
        """Whether it is to be repeated."""
        return bool(self.rhythm.data)

    def span_of(self, day: date) -> Span:
        """Return the same times on another day of the series. Raises the refusals of localtime."""
        assert self.span is not None  # noqa: S101 - validate() has seen to it
        assert self.first_day.data is not None  # noqa: S101
        later = (self.last_day.data or self.first_day.data) - self.first_day.data
        return self.span if day == self.first_day.data else self.span_on(day, day + later)

    def carried(self) -> list[tuple[str, str]]:
        """Return every name and value of the form, to be sent along by the next step."""
        found: list[tuple[str, str]] = []
        for field in self:
            if isinstance(field, BooleanField):
                found += [(field.name, "y")] if field.data else []
            elif isinstance(field, SeveralField):
                found += [(field.name, value) for value in field.data or ()]
            elif field.name not in ("csrf_token", "do"):
                found.append((field.name, field.data or "" if isinstance(field, OneField) else field._value()))
        return found

    def _dates(self) -> list[date]:
        first = self.first_day.data
        assert first is not None  # noqa: S101 - there is a span
        if not self.is_series:
            return [first]
        try:
            return series_dates(first, rhythm=Rhythm(self.rhythm.data), until=self.until.data, count=self.count.number)
        except (SeriesNeedsOneEnd, SeriesEndsTooSoon, SeriesIsTooLong) as refusal:
            self.refuse("until" if self.until.data and not self.count.number else "count", refusal.message)
            return []


class MeetingChangeForm(ChangeForm, AnswerBy):
    """What is asked when a meeting is changed."""

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Whether all is right."""
        super().validate(extra_validators)
        self.answer_in_time(self.span)
        return not self.errors


class CopyForm(WhenForm):
    """What is asked when a meeting is copied to another day."""

    title = text(N_("Rubrik"), needed=N_("Skriv en rubrik."), most=200)


class CallForm(Form):
    """What is asked before members are called."""

    with_agenda = BooleanField(N_("Publicera dagordningen samtidigt"))
