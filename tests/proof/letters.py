"""Two workers that are killed again and again, a moody server that is away for a while, and a count of what arrived."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from threading import Lock
from time import monotonic, sleep

from sqlalchemy import create_engine, text

from tests.mail.post_office import Mood, PostOffice, post_office
from tests.proof.house import ROOT, _database

WAITING = text("SELECT count(*) FROM letters WHERE state = 'waiting'")
STATES = text("SELECT state, count(*) FROM letters GROUP BY state")
NAMES = text("SELECT id FROM letters")
MOODS = ((Mood.KIND, 86), (Mood.BUSY, 4), (Mood.HANGS_UP_BEFORE, 3), (Mood.HANGS_UP_HAVING_TAKEN, 2), (Mood.TIRED, 2),
         (Mood.FULL, 3))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figures:
    """What became of the letters."""

    posted: int
    arrived: int
    """How many different letters the server has."""
    lost: int
    deaths: int
    twice: int
    """Copies more than one of each, all with the Message-ID of the first."""
    unexplained: int
    """Of these, letters that no worker's death and no server's silence explains."""
    states: dict[str, int]


def send_under_fire(folder: Path, *, seed: int, letters: int, kills: int) -> Figures:
    """Post letters, let two workers die often enough while they send them, and count. Gives up after 4 minutes."""
    database, logs = _database(folder), [folder / f"log{worker}" for worker in range(2)]
    with post_office() as office:
        environment = {
            **os.environ, "INSTANCE_PATH": str(folder), "DATABASE_URL": database, "MAIL_FROM": "prov@lanet.internal",
            "MAIL_URL": f"smtp://127.0.0.1:{office.port}", "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        _run(environment, "post", letters // 2).wait()
        office.mood, office.slow = _moods(Random(seed)), 0.01
        with _workers(environment, seed, kills, logs):
            _run(environment, "post", letters - letters // 2).wait()
            _be_away(office)
            _until_all_have_left(database, office)
    return _count(database, office, logs)


def _be_away(office: PostOffice) -> None:
    office.shut()
    sleep(2.5)
    office.open()


def _moods(randomly: Random) -> "_Moody":
    return _Moody(randomly)


class _Moody:
    """A mood for each question, the same for the same seed and order."""

    def __init__(self, randomly: Random) -> None:
        self._randomly, self._lock = randomly, Lock()

    def __call__(self, receiver: str) -> Mood:
        with self._lock:
            moods, weights = zip(*MOODS, strict=True)
            return self._randomly.choices(moods, weights)[0] if receiver else Mood.KIND


@contextmanager
def _workers(environment: dict[str, str], seed: int, kills: int, logs: list[Path]) -> Iterator[None]:
    running = [_run(environment, "work", 2 * seed + which, kills, log) for which, log in enumerate(logs)]
    try:
        yield
    finally:
        for each in running:
            os.killpg(each.pid, signal.SIGKILL)
            each.wait()


def _run(environment: dict[str, str], *words: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.proof.mail_worker", *map(str, words)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)


def _until_all_have_left(database: str, office: PostOffice) -> None:
    engine, until = create_engine(database), monotonic() + 240
    while monotonic() < until:
        with engine.connect() as connection:
            if not connection.scalar(WAITING):
                break
        sleep(0.3)
    sleep(0.5)  # who has just taken a letter may still be noting it
    engine.dispose()


def _count(database: str, office: PostOffice, logs: list[Path]) -> Figures:
    engine = create_engine(database)
    with engine.connect() as connection:
        states = {str(state): int(number) for state, number in connection.execute(STATES)}
        names = {str(name).replace("-", "") for (name,) in connection.execute(NAMES)}
    engine.dispose()
    copies = {name.strip("<>").partition("@")[0].replace("-", ""): number for name, number in office.counted().items()}
    deaths, in_flight = _deaths(logs)
    known = in_flight | {name.strip("<>").partition("@")[0].replace("-", "") for name in office.unsaid}
    twice = {name: number - 1 for name, number in copies.items() if number > 1}
    return Figures(
        posted=len(names), arrived=len(copies), lost=len(names - set(copies)), deaths=deaths,
        twice=sum(twice.values()), unexplained=len(set(twice) - known), states=states,
    )  # fmt: skip


def _deaths(logs: list[Path]) -> tuple[int, set[str]]:
    """Return how many lives ended, and which letters were at the server when one did."""
    lives: dict[str, str] = {}
    for log in logs:
        for line in log.read_text(encoding="utf-8").splitlines():
            life, _, said = line.partition(" ")
            name = said.partition("<")[2].partition("@")[0].replace("-", "")
            lives[life] = name if said.startswith("begun") else ""
    return len(lives) - len(logs), {name for name in lives.values() if name}
