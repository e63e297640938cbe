"""Documents and links of a network: read and fetched by those who see it, kept by its coordinators."""

from uuid import UUID

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock, db
from app.accounts.current import me
from app.files.actions import keep_row
from app.files.kinds import ACCEPT
from app.files.queries import file_of
from app.files.serving import download, most_megabytes
from app.files.shelf import Kept
from app.rooms import actions, queries
from app.rooms.forms import DescribeForm, DocumentForm, HoldingForm
from app.rooms.models import STAYS, DocumentVersion
from app.rooms.policy import can_keep_room
from app.rooms.showing import network_to_keep, network_to_read
from app.rotation.queries import lists_of
from app.web.filters import day
from app.web.guard import signed_in
from app.web.htmx import done, page
from app.web.sizes import takes_files
from app.web.transaction import reads_first

bp = Blueprint("rooms", __name__, url_prefix="/networks/<slug>/documents")


@bp.get("")
@signed_in
def index(slug: str) -> ResponseReturnValue:
    """Show what lies in the room."""
    network = network_to_read(slug)
    keeps = can_keep_room(me(), network)
    return page(
        "rooms/index.html", here="networks", network=network, keeps=keeps,
        documents=queries.documents_of(network),
        removed=queries.removed_from(network) if keeps else (),
        notices=queries.notices_on([network], clock.today()),
        mandate=queries.mandate_on(network, clock.today()),
        lists=lists_of(network),
    )  # fmt: skip


@bp.route("/new", methods=["GET", "POST"])
@reads_first
@takes_files
def new(slug: str) -> ResponseReturnValue:
    """Put a document or a link in the room."""
    network, form = network_to_keep(slug), DocumentForm()
    if not form.validate_on_submit():
        return _asked("rooms/new.html", form, network=network)
    kept = _laid_down(form)
    network = network_to_keep(slug)
    document = actions.add_document(
        network, form.called, _holding(form, kept), is_pinned=bool(form.is_pinned.data), by=me()
    )
    return done(url_for(".index", slug=slug), say=_("%(title)s ligger här nu.", title=document.title))


@bp.route("/<uuid:document_id>", methods=["GET", "POST"])
@signed_in
def show(slug: str, document_id: UUID) -> ResponseReturnValue:
    """Show a document with its versions; a coordinator gives it another title, or pins it."""
    network = network_to_read(slug)
    document = queries.document_of(network, document_id)
    form = DescribeForm(obj=document)
    if form.is_submitted():
        network_to_keep(slug)
        if form.validate():
            actions.describe_document(document, form.title.data or "", is_pinned=bool(form.is_pinned.data))
            return done(document.path, say=_("Ändringen är sparad."))
    return page(
        "rooms/document.html", 422 if form.errors else 200, here="networks", network=network, document=document,
        form=form, keeps=can_keep_room(me(), network), stays=STAYS.days,
    )  # fmt: skip


@bp.route("/<uuid:document_id>/replace", methods=["GET", "POST"])
@reads_first
@takes_files
def replace(slug: str, document_id: UUID) -> ResponseReturnValue:
    """Let a document hold something new."""
    network, form = network_to_keep(slug), HoldingForm()
    document = queries.document_of(network, document_id)
    if not form.validate_on_submit():
        return _asked("rooms/replace.html", form, network=network, document=document)
    kept = _laid_down(form)
    document = queries.document_of(network_to_keep(slug), document_id)
    actions.replace_document(document, _holding(form, kept), by=me())
    return done(document.path, say=_("Den nya versionen ligger här. Den förra finns kvar under Versioner."))


@bp.post("/<uuid:document_id>/remove")
def remove(slug: str, document_id: UUID) -> ResponseReturnValue:
    """Take a document away, with a way back."""
    document = queries.document_of(network_to_keep(slug), document_id, removed=True)
    actions.remove_document(document, by=me())
    last = day(document.stays_until or clock.today())
    say = _("%(title)s är borttaget. Till och med %(day)s går det att lägga tillbaka under Borttaget.",
            title=document.title, day=last)  # fmt: skip
    return done(f"{url_for('.index', slug=slug)}#removed", say=say)


@bp.post("/<uuid:document_id>/restore")
def restore(slug: str, document_id: UUID) -> ResponseReturnValue:
    """Put a document back."""
    document = queries.document_of(network_to_keep(slug), document_id, removed=True)
    actions.restore_document(document, by=me())
    return done(url_for(".index", slug=slug), say=_("%(title)s är tillbaka.", title=document.title))


@bp.get("/<uuid:document_id>/latest")
@signed_in
def latest(slug: str, document_id: UUID) -> ResponseReturnValue:
    """Hand out what a document holds now, or lead where its link leads."""
    return _handed_out(queries.document_of(network_to_read(slug), document_id).latest)


@bp.get("/<uuid:document_id>/versions/<int:number>")
@signed_in
def version(slug: str, document_id: UUID, number: int) -> ResponseReturnValue:
    """Hand out what a document held."""
    return _handed_out(queries.version_of(queries.document_of(network_to_read(slug), document_id), number))


def _asked(template: str, form: HoldingForm, **parts: object) -> ResponseReturnValue:
    status = 422 if form.errors else 200
    return page(template, status, here="networks", form=form, most=most_megabytes(), accept=ACCEPT, **parts)


def _handed_out(version: DocumentVersion) -> ResponseReturnValue:
    return download(file_of(version.file_id)) if version.file_id is not None else redirect(version.link, 303)


def _laid_down(form: HoldingForm) -> Kept | None:
    """Write the file to disk, which is slow, and take the place among the writers after that."""
    kept = form.file.lay_down() if form.file.was_sent else None
    db.begin(writing=True)
    return kept


def _holding(form: HoldingForm, kept: Kept | None) -> actions.Holding:
    if kept is None or form.file.kind is None:
        return actions.Holding(link=form.link.data or "")
    return actions.Holding(file=keep_row(kept, kind=form.file.kind, name=form.file.sent_name))
