"""A person's calendar links, and the feeds behind them."""

from uuid import UUID

from flask import Blueprint, Response, current_app, request, url_for
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.feeds import actions, masking, policy, queries
from app.feeds.answering import answer
from app.feeds.forms import FeedForm, form_for
from app.feeds.links import Link, link_to
from app.feeds.models import Feed
from app.networks.models import Network
from app.web.guard import authorize, public, signed_in
from app.web.htmx import done, page, page_or_fragment, wants_fragment
from app.wording import Refusal

bp = Blueprint("feeds", __name__)


@bp.record_once
def _mask(_: BlueprintSetupState) -> None:
    masking.install()


@bp.get("/feeds/<token>/<slug>.ics")
@public
def feed(token: str, slug: str) -> Response:  # noqa: ARG001 - for people: calendar programs name the calendar after it
    """Answer a calendar program; the secret in the address is the only key."""
    return answer(token)


@bp.route("/feeds", methods=["GET", "POST"])
@signed_in
def index() -> ResponseReturnValue:
    """Show my calendar links, and make another. A new one is shown in the answer itself: it is kept nowhere else."""
    choice = queries.choice_for(me())
    form = form_for(choice, slugs=request.args.getlist("n"))
    if not form.validate_on_submit():
        return _shown(form, choice, 422 if form.is_submitted() else 200)
    name = form.name.data or _name(form.chosen())
    try:
        made = actions.make(
            me(), name=name, networks=form.chosen(), with_cancelled=form.with_cancelled.data, feed_id=form.own_id()
        )
    except Refusal as refusal:
        form.refuse("name", refusal.message)
        return _shown(form, choice, 422)
    return _shown(None, choice, made=_link(*made))


@bp.route("/feeds/<uuid:feed_id>/renew", methods=["GET", "POST"])
def renew(feed_id: UUID) -> ResponseReturnValue:
    """Ask what it means to make another link to the same, and do it: the old one ends."""
    found = _own(feed_id)
    if request.method == "GET":
        return page("feeds/question.html", here="calendar", feed=found, renews=True)
    made = actions.renew(found, by=me())
    return _shown(None, queries.choice_for(me()), made=_link(*made))


@bp.route("/feeds/<uuid:feed_id>/revoke", methods=["GET", "POST"])
def revoke(feed_id: UUID) -> ResponseReturnValue:
    """Ask what it means to end a link, and do it."""
    found = _own(feed_id)
    if request.method == "GET":
        return page("feeds/question.html", here="calendar", feed=found, renews=False)
    actions.revoke(found, by=me())
    return done(url_for(".index"), say=_("Länken %(name)s är avslutad.", name=found.name))


def _own(feed_id: UUID) -> Feed:
    found = queries.feed_of(me(), feed_id)
    authorize(policy.can_change_feed(me(), found))
    return found


def _link(made: Feed, token: str) -> Link:
    return link_to(made, token, base_url=current_app.config["SETTINGS"].base_url)


def _name(networks: list[Network] | None) -> str:
    """Return what a calendar is called whose owner gave it no name."""
    if networks is None:
        return str(_("Mina nätverk"))
    return networks[0].name if len(networks) == 1 else str(_("Valda nätverk"))


def _shown(form: FeedForm | None, choice: queries.Choice, status: int = 200, *, made: Link | None = None) -> Response:
    feeds = [(each, queries.seen_networks(each, choice)) for each in queries.live_feeds(me())]
    has_ended_one = not feeds and queries.has_ended_one(me())
    response = page_or_fragment(
        "feeds/index.html", "feeds/_feeds.html", status, here="calendar", form=form, feeds=feeds, made=made,
        has_ended_one=has_ended_one, announced=wants_fragment(),
    )  # fmt: skip
    response.headers["Cache-Control"] = "no-store"
    if made is not None:  # there is no form on it: without a referrer none could be sent over HTTPS (Flask-WTF)
        response.headers["Referrer-Policy"] = "no-referrer"
    return response
