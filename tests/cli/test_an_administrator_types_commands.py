"""An administrator types commands: a real installation, the demo, the worker; a wrong setting is told in one line."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

ROOT = Path(__file__).parents[2]


def _flask(folder: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "TEST_DATABASE_URL"}}
    environment = {**kept, "INSTANCE_PATH": str(folder), "BASE_URL": "https://knutpunkt.example", **settings}
    command = [sys.executable, "-m", "flask", "--app", "wsgi", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)


def _rows(folder: Path, statement: str) -> list[tuple[object, ...]]:
    engine = create_engine(f"sqlite:///{folder / 'knutpunkt.db'}")
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text(statement))]
    engine.dispose()
    return found


def test_a_real_installation_has_an_administrator_and_nothing_else(tmp_path: Path) -> None:
    done = _flask(
        tmp_path,
        "init",
        "--name",
        "Anna Öberg",
        "--email",
        "Anna@Knutpunkt.example",
        "--organisation",
        "Biblioteksutveckling",
    )
    assert done.returncode == 0, done.stderr
    assert re.search(r"https://knutpunkt\.example/welcome/[\w-]{43}", done.stdout)
    people = _rows(tmp_path, "SELECT given_name, family_name, email, is_administrator, password_hash FROM people")
    assert people == [("Anna", "Öberg", "anna@knutpunkt.example", 1, None)]
    assert _rows(tmp_path, "SELECT name FROM networks") == []
    again = _flask(tmp_path, "init", "--name", "B", "--email", "b@knutpunkt.example")
    assert again.returncode != 0
    assert "Ingenting är ändrat" in again.stderr
    demo = _flask(tmp_path, "demo")
    assert demo.returncode != 0
    assert "innehåller redan data" in demo.stderr


def test_an_address_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    done = _flask(tmp_path, "init", "--name", "Anna", "--email", "anna", "--organisation", "C")
    assert done.returncode != 0
    assert "precis ett @" in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "åtta"),
        ("DATABASE_URL", "mysql://x"),
        ("TIME_ZONE", "Europe/Nowhere"),
        ("BASE_URL", "knutpunkt"),
        ("SECRET_KEY", "kort"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_one_line(tmp_path: Path, name: str, value: str) -> None:
    done = _flask(tmp_path, "init", **{name: value})
    assert done.returncode != 0
    said = [line for line in done.stderr.splitlines() if line.strip()]
    assert any(line.startswith(f"Inställningen {name} går inte att använda") for line in said), done.stderr
    assert "Traceback" not in done.stderr


def test_a_synthetic_county_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    size = ("demo", "--networks", "3", "--people", "20", "--meetings", "12", "--seed", "7")
    told = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        done = _flask(folder, *size)
        assert done.returncode == 0, done.stderr
        told.append(_rows(folder, "SELECT uid, title, starts_at FROM occasions ORDER BY uid"))
    assert len(told[0]) == 12
    assert told[0] == told[1]


def test_the_worker_forgets_stale_sign_ins_and_makes_calendar_texts_ready(tmp_path: Path) -> None:
    assert _flask(tmp_path, "demo").returncode == 0
    engine = create_engine(f"sqlite:///{tmp_path / 'knutpunkt.db'}")
    with engine.begin() as connection:
        person = connection.execute(text("SELECT id FROM people LIMIT 1")).scalar_one()
        connection.execute(
            text("INSERT INTO sign_ins (id, person_id, token_hash, created_at, seen_at, stays, device)"
                 " VALUES (:person, :person, 'x', '2020-01-01 00:00:00', '2020-01-01 00:00:00', 0, '')"),
            {"person": person},
        )  # fmt: skip
    engine.dispose()
    done = _flask(tmp_path, "worker", "--once")
    assert done.returncode == 0, done.stderr
    assert _rows(tmp_path, "SELECT * FROM sign_ins") == []
    assert _rows(tmp_path, "SELECT count(*) FROM event_texts") != [(0,)]
