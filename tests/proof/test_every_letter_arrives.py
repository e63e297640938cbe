"""Every letter arrives, whatever dies: workers killed at any point, two at once, a server that is away or hangs up.

A letter arrives twice only where the server had taken it and nobody lived to note it, and then with the same
Message-ID. `make proof` runs it all and prints the figures; a small part runs with the suite.
"""

from pathlib import Path
from time import monotonic

import pytest

from tests.proof.letters import send_under_fire

ROUNDS = 5


def test_a_few_letters_arrive_though_their_workers_die(tmp_path: Path) -> None:
    figures = send_under_fire(tmp_path, seed=3, letters=40, kills=3)
    assert (figures.posted, figures.arrived, figures.lost) == (40, 40, 0)
    assert figures.unexplained == 0
    assert figures.states == {"sent": 40}


@pytest.mark.proof
def test_every_letter_arrives_whatever_dies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    began, told = monotonic(), []
    for seed in range(ROUNDS):
        folder = tmp_path / str(seed)
        folder.mkdir()
        figures = send_under_fire(folder, seed=seed, letters=300, kills=15)
        told.append(figures)
        with capsys.disabled():
            print(
                f"\nround {seed + 1}: {figures.posted} letters, {figures.arrived} arrived, {figures.lost} lost; "
                f"{figures.deaths} workers died, {figures.twice} copies too many with the Message-ID of the first, "
                f"{figures.unexplained} of them without a reason",
                end="",
            )
    with capsys.disabled():
        posted, deaths = sum(each.posted for each in told), sum(each.deaths for each in told)
        twice = sum(each.twice for each in told)
        print(f"\n{posted} letters, {deaths} deaths, {twice} copies too many, in {monotonic() - began:.0f} s")
    assert [(each.lost, each.unexplained) for each in told] == [(0, 0)] * ROUNDS
    assert all(each.states == {"sent": each.posted} for each in told)
    assert deaths > ROUNDS * 10
