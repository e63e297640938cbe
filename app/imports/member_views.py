"""Reading in a member list: choose a file, look through what would happen, and see what did."""

import json

from flask import Blueprint, current_app, flash, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from app import db
from app.accounts.current import me
from app.imports import policy
from app.imports.forms import FileForm
from app.imports.member_apply import Done, apply_members
from app.imports.member_known import wait_for_turn
from app.imports.member_list import read_member_list
from app.imports.member_plan import MemberPlan, plan_members
from app.imports.newcomers import invite_newcomers, newcomers_page
from app.imports.waiting import Shelf, Upload, UploadIsGone
from app.web.guard import authorize
from app.web.htmx import done, page
from app.web.i18n import translate
from app.web.transaction import afterwards, reads_first
from app.wording import N_, Message, Refusal

bp = Blueprint("member_imports", __name__, url_prefix="/admin/import/people")

ONLY_ADMINISTRATORS = N_("Bara administratörer kan läsa in medlemslistor.")
NOT_AS_SHOWN = N_("Något har ändrats sedan du såg förhandsvisningen. Titta igenom den igen innan du läser in.")


@bp.route("", methods=["GET", "POST"])
@reads_first
def start() -> ResponseReturnValue:
    """Choose a file; one that can't be read is said to be so at once."""
    authorize(policy.can_import_people(me()), ONLY_ADMINISTRATORS)
    form = FileForm()
    if form.validate_on_submit():
        upload = form.upload
        try:
            read_member_list(upload.data, upload.name)
        except Refusal as refusal:
            form.refuse("file", refusal.message)
        else:
            return done(url_for(".preview", key=_shelf().keep(upload)))
    return page("imports/people.html", 422 if form.errors else 200, here="admin", form=form)


@bp.get("/<key>")
def preview(key: str) -> ResponseReturnValue:
    """Show what would happen, row by row. Nothing is written."""
    authorize(policy.can_import_people(me()), ONLY_ADMINISTRATORS)
    upload = _shelf().fetch(key)
    create = request.args.get("create") == "y"
    plan = plan_members(read_member_list(upload.data, upload.name), create_missing=create)
    return _shown(key, upload, plan, create=create)


@bp.post("/<key>")
@reads_first
def take(key: str) -> ResponseReturnValue:
    """Read the file in, as it was shown: all of it, or the rows that can be taken."""
    authorize(policy.can_import_people(me()), ONLY_ADMINISTRATORS)
    upload = _shelf().fetch(key)
    create, partial = request.form.get("create") == "y", request.form.get("partial") == "y"
    members = read_member_list(upload.data, upload.name)
    db.begin(writing=True)
    wait_for_turn()
    plan = plan_members(members, create_missing=create)
    if plan.fingerprint != request.form.get("seen"):
        return _shown(key, upload, plan, create=create, mistake=Message(NOT_AS_SHOWN))
    try:
        written = apply_members(plan, by=me(), filename=upload.name, partial=partial)
    except Refusal as refusal:
        db.begin(writing=False)  # what had been written is gone before anything is shown
        plan = plan_members(members, create_missing=create)
        return _shown(key, upload, plan, create=create, mistake=refusal.message)
    _put_away(key, upload, written)
    return done(url_for(".result", key=key))


@bp.get("/<key>/done")
def result(key: str) -> ResponseReturnValue:
    """Tell what was read in, and whom to invite. The page can be come back to for a day."""
    authorize(policy.can_import_people(me()), ONLY_ADMINISTRATORS)
    return newcomers_page(key, _results().fetch(key))


@bp.post("/<key>/invite")
def invite(key: str) -> ResponseReturnValue:
    """Send a letter to each of the new people who has not had one."""
    authorize(policy.can_import_people(me()), ONLY_ADMINISTRATORS)
    number = invite_newcomers(_results().fetch(key))
    say = ngettext("Inbjudan skickas till en person.", "Inbjudan skickas till %(num)d personer.", number)
    return done(url_for(".result", key=key), say=say if number else "")


@bp.errorhandler(UploadIsGone)
def start_again(refusal: UploadIsGone) -> ResponseReturnValue:
    """Go back to choosing a file, and say why."""
    flash(translate(refusal.message), "late")
    return done(url_for(".start"))


def _shown(
    key: str, upload: Upload, plan: MemberPlan, *, create: bool, mistake: Message | None = None
) -> ResponseReturnValue:
    return page(
        "imports/people_preview.html", 422 if mistake else 200, here="admin", key=key, filename=upload.name, plan=plan,
        create=create, failed=mistake,
    )  # fmt: skip


def _put_away(key: str, upload: Upload, written: Done) -> None:
    """When all is written, let the list go and keep what came of it, so that the page can be come back to."""
    told = {
        "new": [str(each) for each in written.new_people],
        "changed": written.tally.changed,
        "refused": written.tally.refused,
        "made": written.made,
    }
    files, results = _shelf(), _results()
    afterwards(lambda: _replace(files, results, key, Upload(upload.name, json.dumps(told).encode())))


def _replace(files: Shelf, results: Shelf, key: str, told: Upload) -> None:
    results.keep(told, key=key)
    files.remove(key)


def _shelf() -> Shelf:
    return Shelf(current_app.config["SETTINGS"].instance / "uploads", me().id, "members")


def _results() -> Shelf:
    return Shelf(current_app.config["SETTINGS"].instance / "uploads", me().id, "members, done")
