"""The worker: what happens by itself, now and then. Several may run."""

import signal
import time
from collections.abc import Callable
from threading import Event

import click
from flask.cli import with_appcontext

from app import clock, db
from app.accounts.by_mail import goes_by_mail
from app.accounts.chores import forget_the_old
from app.accounts.resets import answer_wishes
from app.cli.settings import settings
from app.files.actions import sweep_files
from app.files.shelf import Shelf
from app.ical.store import refresh
from app.imports.waiting import forget_old_uploads
from app.mail.chores import forget_old_letters
from app.mail.sending import send_what_waits
from app.mail.setup import setup
from app.merging.actions import gather_stragglers
from app.organisation.queries import organisation_name
from app.rooms.chores import delete_removed
from app.rotation.settling import settle_begun

EVERY = 60
"""Seconds between rounds of the chores."""
LETTERS_EVERY = 5
"""Seconds between looks in the outbox."""
_told_to_stop = Event()


@click.command()
@click.option("--once", is_flag=True, help="Do one round and stop.")
@with_appcontext
def worker(once: bool) -> None:
    """Look after what happens by itself: letters leave, stale sign-ins and uploads go, calendar texts are made."""
    if once:
        send_letters()
        work_through()
    else:
        work_until(lambda: False)


def work_until(stops: Callable[[], bool]) -> None:
    """Work round by round until told to; a letter that is being handed over is finished first."""
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, _stop)
    chores_at = 0.0
    while not (_told_to_stop.is_set() or stops()):
        send_letters()
        if time.monotonic() >= chores_at:
            work_through()
            chores_at = time.monotonic() + EVERY
        for _second in range(LETTERS_EVERY):
            if _told_to_stop.wait(1) or stops():
                return


def send_letters() -> None:
    """Answer those who forgot their password, and send what waits in the outbox."""
    _try(lambda: answer_wishes(at=clock.now(), by_mail=goes_by_mail(settings())))
    _try(lambda: send_what_waits(setup(settings(), organisation=organisation_name()), stops=_told_to_stop.is_set))


def work_through() -> None:
    """Do every chore once, each in a transaction of its own; one that fails leaves the others alone."""
    uploads, files = settings().instance / "uploads", Shelf(settings().instance / "files")
    for chore in (
        lambda: forget_the_old(clock.now()),
        lambda: forget_old_uploads(uploads, at=clock.now()),
        lambda: forget_old_letters(clock.now()),
        lambda: delete_removed(clock.today()),  # before the sweep: it leaves files that belong to nothing
        lambda: sweep_files(files, at=clock.now()),
        lambda: settle_begun(clock.now()),
        lambda: gather_stragglers(clock.now()),
        refresh,
    ):
        _try(chore)


def _try(chore: Callable[[], object]) -> None:
    try:
        chore()
        db.session.commit()
    except Exception as error:  # the next round tries again
        db.session.rollback()
        click.echo(f"{chore}: {error}", err=True)
    finally:
        db.session.remove()


def _stop(number: int, _frame: object) -> None:
    _told_to_stop.set()
    signal.signal(number, signal.SIG_DFL)  # asked a second time, stop at once
