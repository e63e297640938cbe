"""One meeting or activity as a file that opens in any calendar program."""

from uuid import UUID

from flask import Blueprint, Response, current_app
from flask.blueprints import BlueprintSetupState
from sqlalchemy.exc import NoResultFound

from app import clock
from app.accounts.current import me
from app.ical import store
from app.ical.event import CalendarHead
from app.ical.telling import text_of, with_networks
from app.ical.writer import calendar_bytes
from app.occasions.kinds import OccasionState
from app.occasions.models import Occasion
from app.occasions.policy import can_see_answers, hosts_seen_by
from app.occasions.queries import occasion_for
from app.swedish import slug
from app.web.guard import signed_in

bp = Blueprint("ical", __name__)


@bp.record_once
def _know_the_address(state: BlueprintSetupState) -> None:
    store.use_address(state.app.config["SETTINGS"].base_url)


@bp.get("/meetings/<uuid:occasion_id>.ics")
@bp.get("/occasions/<uuid:occasion_id>.ics")
@signed_in
def occasion(occasion_id: UUID) -> Response:
    """Hand over what is in the calendar, known by the same UID as in the feeds. A draft is not there yet: 404."""
    found = occasion_for(me(), occasion_id)
    if found.state is OccasionState.DRAFT:
        raise NoResultFound
    head = CalendarHead(name=found.title)
    response = Response(
        calendar_bytes(head, [_text(found)], time_zone=clock.zone().key), content_type="text/calendar; charset=utf-8"
    )
    response.headers["Content-Disposition"] = f'attachment; filename="{slug(found.title)}.ics"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _text(found: Occasion) -> bytes:
    """Return what the feeds tell, with the online room's address for those who take part, and networks they see."""
    text = text_of(
        found,
        base_url=current_app.config["SETTINGS"].base_url,
        time_zone=clock.zone().key,
        with_link=can_see_answers(me(), found),
    )
    return with_networks(text, [each.name for each in hosts_seen_by(me(), found)])
