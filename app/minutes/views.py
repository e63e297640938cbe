"""The page where published minutes are read."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import NoResultFound

from app.accounts.current import me
from app.meetings.queries import meeting_to_plan
from app.minutes import policy, queries
from app.minutes.models import PublishedMinutes
from app.minutes.snapshot import Snapshot, from_json
from app.minutes.texts import Change, changes
from app.networks.queries import slugs_seen_by
from app.occasions.policy import hosts_seen_by
from app.web.guard import signed_in
from app.web.htmx import page

bp = Blueprint("minutes", __name__)


@bp.get("/meetings/<uuid:meeting_id>/minutes")
@signed_in
def show(meeting_id: UUID) -> ResponseReturnValue:
    """Show what is published, as it was published: the version in force, or an earlier one."""
    given = request.args.get("version")
    try:
        published = queries.published_for(me(), meeting_id, _number(given))
    except NoResultFound:
        if given is not None:
            raise
        return _nothing_yet(meeting_id)
    may_write = policy.can_write_minutes(me(), published.meeting)
    return page(
        "minutes/show.html", here="networks", published=published, paper=_paper(published),
        versions=queries.versions_of(meeting_id), changes=_changes(published), may_write=may_write,
        is_correcting=may_write and queries.is_drafting(meeting_id),
    )  # fmt: skip


def _nothing_yet(meeting_id: UUID) -> ResponseReturnValue:
    """Send those who write to their desk; tell others who see the meeting that there is nothing to read yet."""
    meeting = meeting_to_plan(me(), meeting_id)
    if policy.can_write_minutes(me(), meeting):
        return redirect(url_for("writing.show", meeting_id=meeting.id), 303)
    hosts = hosts_seen_by(me(), meeting.occasion)
    return page("minutes/unpublished.html", 404, here="networks", meeting=meeting, hosts=hosts)


def _paper(published: PublishedMinutes) -> Snapshot:
    """Return what was published, without the names of hosts that do not exist for the reader."""
    paper, occasion = from_json(published.body), published.meeting.occasion
    seen = {host.slug for host in hosts_seen_by(me(), occasion)}
    if former := {host.slug for host in paper.hosts} - {host.slug for host in occasion.hosts}:
        seen |= slugs_seen_by(me(), former)
    return paper.told_of(seen)


def _changes(published: PublishedMinutes) -> list[Change]:
    before = queries.version_before(published)
    return changes(from_json(before.body), from_json(published.body)) if before is not None else []


def _number(given: str | None) -> int | None:
    """Return a version's number; one that cannot be is 0, which no version has."""
    if given is None:
        return None
    return int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 0
