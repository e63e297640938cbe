"""`make run`: the database ready, the demo loaded if it is new, the worker inside, a production server in front."""

import multiprocessing
import os
import sys
from pathlib import Path

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels
from sqlalchemy import func, select

from app import config, create_app, db, schema
from app.demo.county import load_county
from app.demo.password import PEOPLE, demo_password
from app.files.shelf import Shelf
from app.people.models import Person


def main() -> None:
    """Serve until stopped."""
    settings = config.load()
    _prepare(settings)
    worker = multiprocessing.get_context("spawn").Process(target=_work, args=(os.getpid(),), daemon=True)
    worker.start()
    _greet(settings)
    server = Granian(
        "wsgi:app", address=settings.host, port=settings.port, interface=Interfaces.WSGI, workers=settings.workers,
        blocking_threads=4, respawn_failed_workers=True, log_access=False, log_level=LogLevels.warning,
        working_dir=Path(__file__).parents[2],
    )  # fmt: skip
    server.serve()


def _prepare(settings: config.Settings) -> None:
    create_app(settings)
    schema.upgrade(db.engine())
    if not db.session.scalar(select(func.count()).select_from(Person)):
        shelf = Shelf(settings.instance / "files")
        load_county(password=demo_password(settings.instance), host_name=settings.public_host, shelf=shelf)
        db.session.commit()
    db.close()


def _greet(settings: config.Settings) -> None:
    print(f"Knutpunkt: {settings.base_url}", file=sys.stderr)
    if (settings.instance / "demo_password").exists() or os.environ.get("DEMO_PASSWORD"):
        password = demo_password(settings.instance)
        for name in PEOPLE:
            print(f"  {name}@knutpunkt.example   {password}", file=sys.stderr)
    print("Stoppa med Ctrl-C.", file=sys.stderr, flush=True)


def _work(parent: int) -> None:
    """Work round by round until the parent is gone: a worker must not outlive its server."""
    from app.cli.worker import work_until

    with create_app().app_context():
        work_until(lambda: os.getppid() != parent)


if __name__ == "__main__":
    main()
