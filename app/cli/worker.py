"""The worker: what happens by itself, now and then. Several may run."""

import time

import click
from flask.cli import with_appcontext

from app import clock, db
from app.accounts.chores import forget_the_old
from app.cli.settings import settings
from app.ical.store import refresh
from app.imports.waiting import forget_old_uploads

EVERY = 60
"""Seconds between rounds."""


@click.command()
@click.option("--once", is_flag=True, help="Do one round and stop.")
@with_appcontext
def worker(once: bool) -> None:
    """Look after what happens by itself: stale sign-ins and forgotten uploads go, calendar texts are made ready."""
    while True:
        work_through()
        if once:
            return
        time.sleep(EVERY)


def work_through() -> None:
    """Do every chore once, each in a transaction of its own; one that fails leaves the others alone."""
    uploads = settings().instance / "uploads"
    for chore in (
        lambda: forget_the_old(clock.now()),
        lambda: forget_old_uploads(uploads, at=clock.now()),
        refresh,
    ):
        try:
            chore()
            db.session.commit()
        except Exception as error:  # the next round tries again
            db.session.rollback()
            click.echo(f"{chore}: {error}", err=True)
        finally:
            db.session.remove()
