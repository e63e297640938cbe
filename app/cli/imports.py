"""Reading in what exists: a member list, and a calendar."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import click
from flask.cli import with_appcontext
from sqlalchemy import inspect, select

from app import clock, db
from app.cli.settings import settings
from app.imports import calendar_known, member_known
from app.imports.calendar_apply import apply_calendar
from app.imports.calendar_file import read_calendar_file
from app.imports.calendar_plan import plan_calendar
from app.imports.fields import nearest
from app.imports.in_words import calendar_lines, member_lines
from app.imports.member_apply import apply_members
from app.imports.member_list import read_member_list
from app.imports.member_plan import plan_members
from app.imports.outcomes import Tally
from app.networks.models import Network
from app.people.models import Person
from app.wording import N_, Message, Refusal

REFUSED = 1
"""The exit code when something was refused and nothing was written."""
UNREADABLE = 2
"""The exit code when the file, or what it is for, can't be read or found."""

FILE = click.argument("file", type=click.Path(path_type=Path))
DRY_RUN = click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
PARTIAL = click.option("--partial", is_flag=True, help="Take the good rows although others are refused.")


@click.group(name="import")
def imports() -> None:
    """Read in what exists: a member list, or a calendar."""


@imports.command()
@FILE
@DRY_RUN
@PARTIAL
@click.option("--create-missing", is_flag=True, help="Make the libraries and networks that are missing.")
@with_appcontext
def people(file: Path, dry_run: bool, partial: bool, create_missing: bool) -> None:
    """Read in a member list, .xlsx or .csv."""
    db.begin(writing=False)  # others may save while the file is read
    _must_have_tables()
    try:
        members = read_member_list(_bytes_of(file), file.name)
    except Refusal as refusal:
        _give_up(refusal.message, UNREADABLE)
    db.begin(writing=True)
    member_known.wait_for_turn()
    plan = plan_members(members, create_missing=create_missing)
    _say([*plan.notes, *member_lines(plan)])
    _must_be_meant(plan.tally, dry_run=dry_run, partial=partial)
    by = _somebody_at_the_server()
    _write(plan.tally, lambda: apply_members(plan, by=by, filename=file.name, partial=partial))


@imports.command()
@FILE
@click.option("--network", "slug", required=True, help="The network whose meetings they are: the end of its address.")
@DRY_RUN
@PARTIAL
@with_appcontext
def meetings(file: Path, slug: str, dry_run: bool, partial: bool) -> None:
    """Read in a calendar, .ics, from Outlook, Google or Apple."""
    db.begin(writing=False)  # others may save while the file is read
    _must_have_tables()
    _network(slug)
    try:
        calendar = read_calendar_file(_bytes_of(file), time_zone=clock.zone().key, today=clock.today())
    except Refusal as refusal:
        _give_up(refusal.message, UNREADABLE)
    db.begin(writing=True)
    network = _network(slug)
    calendar_known.wait_for_turn(network)
    plan = plan_calendar(calendar, network)
    _say([*plan.notes, *calendar_lines(plan)])
    _must_be_meant(plan.tally, dry_run=dry_run, partial=partial)
    host, by = settings().public_host, _somebody_at_the_server()
    _write(plan.tally, lambda: apply_calendar(plan, by=by, host_name=host, filename=file.name, partial=partial))


def _must_be_meant(counted: Tally, *, dry_run: bool, partial: bool) -> None:
    """End here after a look; and with the code of a refusal when rows are refused and none may be left out."""
    if counted.refused and not partial:
        told = N_("Ingenting är skrivet: %(count)s går inte. Rätta filen, eller lägg till --partial.")
        _give_up(Message(told, count=counted.refused), REFUSED)
    if dry_run:
        db.session.rollback()
        click.echo(N_("Ingenting är skrivet: det här var bara en titt."))
        raise SystemExit(0)


def _write(counted: Tally, work: Callable[[], object]) -> None:
    try:
        work()
    except Refusal as refusal:
        _give_up(refusal.message, REFUSED)
    db.session.commit()
    told = N_("Inläst: %(new)s nya, %(changed)s ändrade, %(unchanged)s oförändrade, %(refused)s utelämnade.")
    numbers = {"new": counted.new, "changed": counted.changed}
    _say([Message(told, **numbers, unchanged=counted.unchanged, refused=counted.refused)])


def _say(lines: Iterable[object]) -> None:
    for line in lines:
        click.echo(str(line))


def _give_up(told: Message, code: int) -> NoReturn:
    db.session.rollback()
    click.echo(str(told), err=True)
    raise SystemExit(code)


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        _give_up(Message(N_("Filen %(file)s går inte att öppna. Kontrollera sökvägen."), file=file), UNREADABLE)


def _network(slug: str) -> Network:
    networks = {each.slug: each for each in db.session.scalars(select(Network).order_by(Network.sort_key, Network.id))}
    found, like = networks.get(slug), nearest(slug, networks)
    if found is None and like:
        _give_up(Message(N_("Nätverket ”%(slug)s” finns inte. Menar du %(like)s?"), slug=slug, like=like), UNREADABLE)
    if found is None:
        _give_up(Message(N_("Nätverket ”%(slug)s” finns inte."), slug=slug), UNREADABLE)
    if found.archived_at is not None:
        told = N_("Nätverket %(network)s är vilande. Ta upp det igen först.")
        _give_up(Message(told, network=found.name), UNREADABLE)
    return found


def _must_have_tables() -> None:
    if not inspect(db.session.connection()).has_table(Person.__tablename__):
        _give_up(Message(N_("Knutpunkt är inte installerat här än. Kör först: flask --app wsgi init")), UNREADABLE)


def _somebody_at_the_server() -> Person:
    """Return who is said in the log to have done it: nobody in the register, so it is never added to it."""
    return Person(given_name=N_("Kommandoraden"), family_name="")
