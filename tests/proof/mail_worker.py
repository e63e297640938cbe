"""A worker that sends letters and is killed without warning at any point, again and again. Run by letters.py.

python -m tests.proof.mail_worker post 100             puts letters in the outbox
python -m tests.proof.mail_worker work SEED KILLS LOG  works; each life but those after the last kill ends by SIGKILL
"""

import os
import re
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random
from threading import Timer
from typing import Any

from flask import Flask

from app import create_app, db, schema
from app.mail import letters, outbox, pauses, sending
from app.mail.delivery import Outcome, Result, Way
from app.mail.kinds import Kind
from app.mail.letters import Errand, Letter
from app.mail.setup import setup
from app.people.mailing import receiver
from app.people.models import Person

LEASE = timedelta(seconds=4)
"""Short, so that a letter whose worker died is taken up while we watch; still a hundred times what a letter takes."""

LONGEST_LIFE = 300


def post(app: Flask, number: int) -> None:
    """Put letters in the outbox, each to somebody of their own."""
    with app.app_context():
        schema.upgrade(db.engine())
        people = [
            Person(given_name="Prov", family_name=str(each), email=f"prov{os.getpid()}-{each}@bibliotek.internal")
            for each in range(number)
        ]
        db.session.add_all(people)
        db.session.flush()
        outbox.post(Kind.AGENDA_PUBLISHED, [receiver(each) for each in people], about={})
        db.session.commit()


def work(app: Flask, seed: int, kills: int, log: Path) -> None:
    """Live, die and live again. Each life is a process of its own."""
    url, whoever_asked = db.engine().url, os.getppid()
    db.close()
    for life in count():
        child = os.fork()
        if child == 0:
            db.connect(url.render_as_string(hide_password=False))
            randomly = Random(f"{seed} {life}")
            with app.app_context():
                _live(app, randomly, log, is_to_die=life < kills)
        os.waitpid(child, 0)
        if os.getppid() != whoever_asked:
            return


def _live(app: Flask, randomly: Random, log: Path, *, is_to_die: bool) -> None:
    _say(log, "born")
    _listen_in(randomly, log, is_to_die=is_to_die)
    if is_to_die:
        dies = Timer(randomly.expovariate(1 / 0.4), lambda: os.kill(os.getpid(), signal.SIGKILL))
        dies.daemon = True
        dies.start()
    ready, born = replace(setup(app.config["SETTINGS"]), lease=LEASE), time.monotonic()
    while time.monotonic() < born + LONGEST_LIFE:  # nobody is left behind when the proof itself is killed
        try:
            sending.send_what_waits(ready)
        except Exception as error:  # as the worker does: the next round tries again
            print(error, file=sys.stderr)
            db.session.rollback()
        finally:
            db.session.remove()
        time.sleep(0.05)
    os._exit(0)


def _listen_in(randomly: Random, log: Path, *, is_to_die: bool) -> None:
    """Write down which letter is at the server, and die now and then between its OK and our note of it."""
    deliver: Callable[..., Outcome] = Way.deliver
    noted: Callable[[Callable[[], object]], None] = sending._noted

    def watched(way: Way, body: bytes, **who: str) -> Outcome:
        found = re.search(rb"(?m)^Message-ID: (\S+)", body)
        assert found is not None
        _say(log, f"begun {found[1].decode()}")
        outcome = deliver(way, body, **who)
        if is_to_die and outcome.result is Result.TAKEN and randomly.random() < 0.05:
            os.kill(os.getpid(), signal.SIGKILL)
        return outcome

    def told(change: Callable[[], object]) -> None:
        noted(change)
        _say(log, "noted")

    patched: Any = Way
    patched.deliver, sending._noted = watched, told


def _say(log: Path, line: str) -> None:
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{os.getpid()} {line}\n")


def _write(errand: Errand) -> Letter:
    return Letter(subject="Prov", paragraphs=(errand.secret,), why="Prov")


def main(words: list[str]) -> None:
    """Do as asked."""
    pauses.PAUSES = (timedelta(seconds=1),) * 500
    pauses._RESTS = (timedelta(seconds=1),)
    app = create_app()
    letters._writers[Kind.AGENDA_PUBLISHED] = _write  # in the place of the real one: these letters are about nothing
    if words[0] == "post":
        post(app, int(words[1]))
    else:
        work(app, int(words[1]), int(words[2]), Path(words[3]))


if __name__ == "__main__":
    main(sys.argv[1:])
