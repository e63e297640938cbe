"""What the pages of a joint activity are made of."""

from typing import Any

from app import clock
from app.networks.models import Network
from app.occasions import policy
from app.occasions.answers import asked, by_municipality
from app.occasions.clashes import clashes_of
from app.occasions.forms import CancelForm, ChangeForm, OccasionForm, offered, values_of
from app.occasions.kinds import OccasionState
from app.occasions.mailing import News, how_many, letters_if_revived
from app.occasions.models import Occasion
from app.occasions.two_versions import Conflict, compare
from app.occasions.when_form import DAYS
from app.people.models import Person
from app.web.forms import Form
from app.web.i18n import translate


def page_parts(person: Person, occasion: Occasion) -> dict[str, Any]:
    """Return what an activity's page shows this person."""
    can_change = policy.can_change_occasion(person, occasion)
    takes_part = policy.can_see_answers(person, occasion)
    is_draft = occasion.state is OccasionState.DRAFT
    return {
        "here": "calendar",
        "occasion": occasion,
        "hosts": policy.hosts_seen_by(person, occasion),
        "can_change": can_change,
        "takes_part": takes_part,
        "may_answer": policy.can_answer(person, occasion),
        "letters": letters_if_revived(person, occasion) if can_change else 0,
        "answers": by_municipality(occasion) if takes_part and not is_draft else None,
        "clashes": clashes_of(person, occasion) if can_change and (is_draft or occasion.takes_answers) else (),
    }


def to_begin_with(network: Network) -> dict[str, Any]:
    """Return what the form says before anything is written: whole days, for the network and its focus areas."""
    return {
        "lasts": DAYS,
        "hosts": [str(network.id)],
        "focus_areas": [str(each.id) for each in network.focus_areas if each.is_valid_on(clock.today())],
    }


def change_parts(person: Person, occasion: Occasion, form: ChangeForm, *, conflict: bool) -> dict[str, Any]:
    """Return what the page for changing shows. In a conflict the next save begins from what is saved now."""
    saved = ChangeForm(formdata=None, **offered(person, occasion.lead, occasion), data=values_of(occasion))
    return _about(occasion, form) | {
        "letters": how_many(News.MOVED, occasion, by=person),
        "failed": conflict,
        "conflict": conflict_between(saved, form, occasion) if conflict else None,
    }


def conflict_between(saved: OccasionForm, typed: OccasionForm, occasion: Occasion) -> Conflict:
    """Return what differs, and let the next save of what was typed begin from what is saved now."""
    typed.revision.data = str(occasion.revision)
    return compare(saved, typed, saved_at=occasion.changed_at, say=translate)


def question(person: Person, occasion: Occasion, form: CancelForm) -> dict[str, Any]:
    """Return what the question before cancelling shows."""
    return _about(occasion, form) | {"letters": how_many(News.CANCELLED, occasion, by=person)}


def call_parts(person: Person, occasion: Occasion, form: Form) -> dict[str, Any]:
    """Return what the question before members are told of it shows."""
    letters = how_many(News.CALLED, occasion, by=person)
    return _about(occasion, form) | {"letters": letters, "clashes": clashes_of(person, occasion)}


def values_to_change(occasion: Occasion) -> dict[str, object]:
    """Return what the form for changing shows of an activity as it is."""
    return values_of(occasion) | {"ask_again": True, "with_letter": True}


def _about(occasion: Occasion, form: Form) -> dict[str, Any]:
    return {"here": "networks", "occasion": occasion, "form": form, "members": len(asked(occasion))}
