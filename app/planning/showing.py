"""What the pages of planning are made of."""

from datetime import date, timedelta
from typing import Any

from flask_babel import gettext as _

from app import clock
from app.calendars.days import red_days
from app.meetings.models import Meeting
from app.networks.kinds import Role
from app.networks.models import Network
from app.occasions.answers import asked
from app.occasions.clashes import clashes_of, taken_by
from app.occasions.forms import offered, values_of
from app.occasions.kinds import OccasionState
from app.occasions.localtime import midnight
from app.occasions.mailing import News
from app.occasions.showing import conflict_between
from app.occasions.span import MOST_DAYS
from app.people.models import Person
from app.planning import queries
from app.planning.answer_form import AnswerBy
from app.planning.calling import letters_to_ask_about
from app.planning.forms import CallForm, MeetingChangeForm, MeetingForm
from app.planning.proposals import Proposal, propose
from app.planning.suggestions import SEARCHED, first_to_look_at, suggestion
from app.web.filters import day as day_in_words
from app.web.forms import Form
from app.web.i18n import language


def to_begin_with(network: Network, *, title: str | None = None) -> dict[str, Any]:
    """Return what a new meeting's form suggests for a network."""
    latest, today = queries.latest_meeting(network), clock.today()
    soonest = first_to_look_at(latest, today=today)
    taken = queries.days_taken(network, first=soonest, last=soonest + SEARCHED)
    return suggestion(network, latest, taken=taken, today=today, title=title)


def proposals(form: MeetingForm) -> list[Proposal]:
    """Return the dates of a series, each with what speaks against it. Only of a form that was found right."""
    first, last, zone = form.days[0], form.days[-1], clock.zone()
    past_the_last = midnight(last + timedelta(days=MOST_DAYS + 1), zone)
    taken = taken_by(form.details().hosts, start=midnight(first, zone), end=past_the_last)
    red = red_days(first.year, last.year + 1, language=language())
    return propose(form.days, span_on=form.span_of, red=red, taken=taken)


def series_parts(
    network: Network, form: MeetingForm, found: list[Proposal], *, me: Person, failed: bool
) -> dict[str, Any]:
    """Return what the dates of a series are shown with."""
    details, today = form.details(), clock.today()
    told = (each for host in details.hosts for each in host.memberships if each.role is not Role.GUEST)
    people = {each.person_id for each in told if each.is_active_on(today)}
    return {
        "here": "networks",
        "network": network,
        "form": form,
        "proposals": found,
        "members": len(people),
        "letters": queries.letters_of_series(details.hosts, by=me, last=form.days[-1]),
        "failed": failed,
        "about_answers": about_answers(form, form.answer_by.data),
    }


def about_answers(form: AnswerBy, day: date | None) -> str:
    """Return a sentence when the last day for answers became another than the one that was sent; else nothing."""
    if day == form.sent_answer_by:
        return ""
    if day is None:
        return str(_("Mötet har ingen sista dag att svara."))
    return str(_("Sista dag att svara är nu %(day)s.", day=day_in_words(day)))


def meeting_parts(meeting: Meeting, form: Form) -> dict[str, Any]:
    """Return what every page about a whole meeting shows."""
    occasion = meeting.occasion
    is_draft = occasion.state is OccasionState.DRAFT
    return {
        "here": "networks",
        "meeting": meeting,
        "occasion": occasion,
        "form": form,
        "members": len(asked(occasion)),
        "is_draft": is_draft,
    }


def call_parts(person: Person, meeting: Meeting, form: CallForm) -> dict[str, Any]:
    """Return what the question before members are called shows: also what else they have then."""
    letters = letters_to_ask_about(News.CALLED, meeting, by=person)
    return meeting_parts(meeting, form) | {"clashes": clashes_of(person, meeting.occasion), "letters": letters}


def cancel_parts(person: Person, meeting: Meeting, form: Form) -> dict[str, Any]:
    """Return what the question before a meeting is cancelled shows."""
    return meeting_parts(meeting, form) | {"letters": letters_to_ask_about(News.CANCELLED, meeting, by=person)}


def change_parts(person: Person, meeting: Meeting, form: MeetingChangeForm, *, conflict: bool) -> dict[str, Any]:
    """Return what the page for changing shows. In a conflict the next save begins from what is saved now."""
    occasion = meeting.occasion
    saved = MeetingChangeForm(
        formdata=None, **offered(person, occasion.lead, occasion), data=values_of_meeting(meeting)
    )
    saved.answer_was.data = form.answer_was.data  # nobody reads it, so it is nothing to compare
    return meeting_parts(meeting, form) | {
        "letters": letters_to_ask_about(News.MOVED, meeting, by=person),
        "failed": conflict,
        "conflict": conflict_between(saved, form, occasion) if conflict else None,
    }


def values_of_meeting(meeting: Meeting) -> dict[str, object]:
    """Return what the form for changing shows of a meeting as it is."""
    answer_was = meeting.answer_by.isoformat() if meeting.answer_by else ""
    return values_of(meeting.occasion) | {
        "answer_by": meeting.answer_by,
        "answer_was": answer_was,
        "ask_again": True,
        "with_letter": True,
    }
