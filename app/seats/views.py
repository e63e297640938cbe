"""A network's seats: who sits for which municipality, who is appointed, and who leaves."""

from uuid import UUID

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.accounts.current import me
from app.memberships import queries as memberships
from app.memberships import telling
from app.memberships.seats import before_and_after, will_be_vacant
from app.networks.kinds import Standing
from app.networks.models import Membership, Network
from app.people.policy import leads_libraries_of
from app.places.models import Municipality
from app.places.queries import municipalities, municipality_by
from app.seats import actions, queries
from app.seats.forms import AppointForm, VacateForm
from app.seats.page import DAY, counted, first_day_after, places_on, to_choose
from app.seats.policy import can_appoint
from app.web.filters import day
from app.web.guard import authorize, signed_in
from app.web.htmx import done, page
from app.wording import N_

bp = Blueprint("seats", __name__, url_prefix="/networks/<slug>/seats")

ONLY_WHO_APPOINTS = N_("Bara kommunens bibliotekschef och nätverkets samordnare utser vem som sitter här.")


@bp.get("")
@signed_in
def index(slug: str) -> ResponseReturnValue:
    """Show every municipality's seats."""
    network = memberships.network_with_roster(me(), slug)
    places = places_on(clock.today(), network, municipalities(), me())
    filled, all_seats = counted(places)
    return page(
        "seats/index.html", here="networks", network=network, places=places, filled=filled, all_seats=all_seats,
        own=me().municipality_id if me().is_manager else None,
    )  # fmt: skip


@bp.get("/<place>")
@signed_in
def show(slug: str, place: str) -> ResponseReturnValue:
    """Show one municipality's seats: who sits there, who will, and who sat there before."""
    network, where = memberships.network_with_roster(me(), slug), municipality_by(place)
    theirs = [each for each in network.memberships if each.municipality_id == where.id]
    earlier, later = before_and_after(theirs, on=clock.today())
    shown = places_on(clock.today(), network, [where], me())[0]
    return page(
        "seats/show.html", here="networks", network=network, place=shown, earlier=earlier, later=later,
        may_hand_over=me().is_administrator or leads_libraries_of(me(), where.id),
    )  # fmt: skip


@bp.route("/<place>/appoint", methods=["GET", "POST"])
def appoint(slug: str, place: str) -> ResponseReturnValue:
    """Appoint somebody to a seat, a vacant one or in somebody's place."""
    network, where = _to_appoint(slug, place)
    standing = Standing.DEPUTY if request.args.get("standing") == "deputy" else Standing.ORDINARY
    instead = _instead(network)
    form = AppointForm(starts_on=first_day_after(instead))
    people = to_choose(queries.people_working_in(where), network, where, standing, instead=instead)
    form.person.offer(people, empty=_("Välj en person"))

    def work() -> None:
        seat = form.seat(where, standing)
        actions.appoint(network, form.person.someone, seat, by=me(), instead=instead)

    if form.did(work):
        say = _("%(name)s är utsedd.", name=form.person.someone.name)
        return done(url_for(".show", slug=slug, place=place), say=say)
    return page(
        "seats/appoint.html", 422 if form.errors else 200, here="networks", network=network, place=where, form=form,
        standing=standing, instead=instead,
    )  # fmt: skip


@bp.route("/<place>/<uuid:membership_id>/end", methods=["GET", "POST"])
def end(slug: str, place: str, membership_id: UUID) -> ResponseReturnValue:
    """Let somebody leave a seat, without anybody in their place yet."""
    network, where = _to_appoint(slug, place)
    membership = memberships.membership_in(network, membership_id)
    authorize(membership.municipality_id == where.id, ONLY_WHO_APPOINTS)
    form = VacateForm(ends_on=clock.today())

    def work() -> None:
        assert form.ends_on.data is not None  # noqa: S101 - the field asks for it
        actions.vacate(membership, last_day=form.ends_on.data, by=me())
        telling.seat_is_vacant(network, where, membership, by=me())

    if form.did(work):
        return done(url_for(".show", slug=slug, place=place), say=_left(network, where, membership))
    return page(
        "seats/end.html", 422 if form.errors else 200, here="networks", network=network, place=where, form=form,
        membership=membership,
    )  # fmt: skip


def _to_appoint(slug: str, place: str) -> tuple[Network, Municipality]:
    """Find the network and the municipality, for one who appoints there."""
    network, where = memberships.network_with_roster(me(), slug), municipality_by(place)
    authorize(can_appoint(me(), network, where), ONLY_WHO_APPOINTS)
    return network, where


def _instead(network: Network) -> Membership | None:
    chosen = request.args.get("instead", type=UUID)
    return memberships.membership_in(network, chosen) if chosen is not None else None


def _left(network: Network, place: Municipality, membership: Membership) -> str:
    """Say who leaves after which day, and from when the seat is vacant, if it is."""
    name, last = membership.person.name, membership.ends_on
    if last is None or membership.never_applied:
        return str(_("%(name)s får inte platsen.", name=name))
    if will_be_vacant(network, place, membership, on=last + DAY):
        return str(_("%(name)s lämnar platsen. Den är vakant från %(day)s.", name=name, day=day(last + DAY)))
    return str(_("%(name)s lämnar platsen efter %(day)s.", name=name, day=day(last)))
