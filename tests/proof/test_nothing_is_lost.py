"""Nothing that was said to be saved is lost, and nothing is half-done, when the server dies in the middle of saving.

`make proof` runs it all and prints the figures; a small part runs with the suite. Killed processes are meant here,
not a power cut: what is on disk then is the database's promise (synchronous=FULL on SQLite, fsync on PostgreSQL).
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.proof.house import House
from tests.proof.saves import pull_the_plug

SAVES = 50
ROUNDS = 12


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    house.start()
    yield house
    house.end()


def test_a_server_killed_once_has_kept_what_it_said_it_kept(house: House) -> None:
    figures = pull_the_plug(house, seed=7, saves=12)
    assert (figures.lost, figures.half) == ([], [])
    assert 0 < figures.acknowledged <= figures.kept


def test_whoever_sends_far_too_much_is_told_so_not_cut_off(house: House) -> None:
    status, _, html = house.ask("POST", "/login", {"email": "x" * 20_000_000})
    assert status == 413
    assert "Dela upp" in html


def test_a_server_asked_to_stop_answers_first(house: House) -> None:
    doors = [house.door() for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(house.knock, door) for door in doors]
        sleep(0.1)  # four at once take longer than that: a password's hash is slow
        code = house.stop()
        statuses = [each.result()[0] for each in asked]
    assert statuses == [303] * 4
    assert code == 0


@pytest.mark.proof
def test_a_server_killed_again_and_again_loses_nothing(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    began, told = monotonic(), []
    for seed in range(ROUNDS):
        figures = pull_the_plug(house, seed=seed, saves=SAVES)
        told.append(figures)
        with capsys.disabled():
            print(
                f"\nround {seed + 1:2}: {figures.sent} saves sent at once, {figures.acknowledged} acknowledged before "
                f"kill -9, {figures.kept} there after it; {len(figures.lost)} lost, {len(figures.half)} half-done",
                end="",
            )
    with capsys.disabled():
        where = "PostgreSQL" if house.database.startswith("postgresql") else "SQLite"
        sent, said = sum(each.sent for each in told), sum(each.acknowledged for each in told)
        print(f"\n{where}: {ROUNDS} kills, {sent} saves, {said} acknowledged, in {monotonic() - began:.0f} s")
    assert [(each.lost, each.half) for each in told] == [([], [])] * ROUNDS
    assert 0 < sum(each.acknowledged for each in told) < ROUNDS * SAVES
