"""The municipalities: their libraries, and who represents them in which network."""

from uuid import UUID

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.current import me
from app.directory.forms import LibraryForm, MunicipalityForm
from app.directory.place_list import places_listed
from app.directory.places import place_page
from app.places import actions, policy, queries
from app.web.guard import authorize, signed_in
from app.web.htmx import done, page, page_or_fragment, wants_fragment
from app.web.lists import part_of
from app.wording import N_, Refusal

bp = Blueprint("places", __name__, url_prefix="/municipalities")

ONLY_ADMINISTRATORS = N_("Bara administratörer kan ändra kommuner och bibliotek.")


@bp.get("")
@signed_in
def index() -> ResponseReturnValue:
    """List the municipalities."""
    return _index(MunicipalityForm(formdata=None))


@bp.post("")
def add() -> ResponseReturnValue:
    """Add a municipality."""
    _must_manage()
    form = MunicipalityForm()
    if form.validate_on_submit():
        try:
            made = actions.add_municipality(**form.said())
        except Refusal as refusal:
            form.refuse("name", refusal.message)
        else:
            return done(url_for(".show", slug=made.slug), say=_("%(name)s är tillagd.", name=made.name))
    return _index(form)


@bp.get("/<slug>")
@signed_in
def show(slug: str) -> ResponseReturnValue:
    """Show a municipality's libraries and representatives."""
    return place_page(queries.municipality_by(slug), LibraryForm(formdata=None))


@bp.route("/<slug>/edit", methods=["GET", "POST"])
def edit(slug: str) -> ResponseReturnValue:
    """Rename a municipality."""
    _must_manage()
    municipality = queries.municipality_by(slug)
    form = MunicipalityForm(obj=municipality)
    if form.validate_on_submit():
        try:
            actions.describe_municipality(municipality, **form.said())
        except Refusal as refusal:
            form.refuse("name", refusal.message)
        else:
            return done(url_for(".show", slug=slug), say=_("Kommunen är ändrad."))
    status = 422 if form.errors else 200
    return page("directory/municipality_edit.html", status, here="people", form=form, municipality=municipality)


@bp.post("/<slug>/libraries")
def add_library(slug: str) -> ResponseReturnValue:
    """Add a library to a municipality."""
    _must_manage()
    municipality = queries.municipality_by(slug)
    form = LibraryForm()
    if form.validate_on_submit():
        try:
            made = actions.add_library(municipality, name=form.name.data or "")
        except Refusal as refusal:
            form.refuse("name", refusal.message)
        else:
            return done(url_for(".show", slug=slug), say=_("%(name)s är tillagt.", name=made.name))
    return place_page(municipality, form)


@bp.route("/<slug>/libraries/<uuid:library_id>/edit", methods=["GET", "POST"])
def edit_library(slug: str, library_id: UUID) -> ResponseReturnValue:
    """Rename a library."""
    _must_manage()
    municipality = queries.municipality_by(slug)
    library = queries.library_in(municipality, library_id)
    form = LibraryForm(obj=library)
    if form.validate_on_submit():
        try:
            actions.rename_library(library, name=form.name.data or "")
        except Refusal as refusal:
            form.refuse("name", refusal.message)
        else:
            return done(url_for(".show", slug=slug), say=_("Biblioteket är ändrat."))
    status = 422 if form.errors else 200
    return page(
        "directory/library_edit.html", status, here="people", form=form, municipality=municipality, library=library
    )


def _must_manage() -> None:
    authorize(policy.can_manage_places(me()), ONLY_ADMINISTRATORS)


def _index(form: MunicipalityForm) -> ResponseReturnValue:
    asked, found = places_listed(request.args)
    seeks = request.method == "GET" and wants_fragment()
    return page_or_fragment(
        "directory/municipalities.html",
        "directory/_municipalities.html",
        422 if form.errors else 200,
        here="people",
        asked=asked,
        found=part_of(found, asked.number),
        announced=seeks,
        form=form,
        may_manage=policy.can_manage_places(me()),
    )
