"""One meeting or activity as a file that opens in any calendar program."""

from uuid import UUID

from flask import Blueprint, Response, current_app
from flask.blueprints import BlueprintSetupState
from sqlalchemy.exc import NoResultFound

from app.accounts.current import me
from app.ical import store
from app.ical.files import file_for, file_name
from app.occasions.kinds import OccasionState
from app.occasions.queries import occasion_for
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
    body = file_for(me(), [found], base_url=current_app.config["SETTINGS"].base_url)
    response = Response(body, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name(found)}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response
