"""Those who came with a member list: whom to invite, and how it goes."""

import json
from collections.abc import Sequence
from uuid import UUID

from flask import Response, current_app

from app.accounts.by_mail import goes_by_mail
from app.accounts.current import me
from app.accounts.invitations import invite_by_mail
from app.accounts.standings import standings, without_invitation
from app.imports.member_known import people_with
from app.imports.waiting import Upload
from app.people.models import Person
from app.web.htmx import page


def newcomers_page(key: str, kept: Upload) -> Response:
    """Answer with what came of a list, and those who are new."""
    people, by_mail = _people(kept), goes_by_mail(current_app.config["SETTINGS"])
    return page(
        "imports/people_done.html", here="admin", key=key, filename=kept.name, told=json.loads(kept.data),
        people=people, standings=standings(people), by_mail=by_mail, lacking=without_invitation(people),
    )  # fmt: skip


def invite_newcomers(kept: Upload) -> int:
    """Send a letter to each who has had no invitation, and return to how many."""
    if not goes_by_mail(current_app.config["SETTINGS"]):
        return 0
    people = without_invitation(_people(kept))
    for each in people:
        invite_by_mail(each, by=me())
    return len(people)


def _people(kept: Upload) -> Sequence[Person]:
    return people_with([UUID(each) for each in json.loads(kept.data)["new"]])
