"""At the server a file is read in with a command: a line for each row, and an exit code that scripts can trust."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import Result
from sqlalchemy import func, select

from app import db
from app.audit.models import AuditEntry
from app.networks.models import Membership
from app.occasions.models import Occasion
from app.people.models import Person
from tests.conftest import NOW
from tests.imports.plans import terms

DATA = Path(__file__).parent / "data"
LISTS = ("medlemslista.xlsx", "medlemslista-utf8.csv", "medlemslista-excel.csv")


def run(world: SimpleNamespace, *words: object) -> Result:
    """Run `flask --app wsgi import ...`."""
    result = world.app.test_cli_runner().invoke(args=["import", *map(str, words)])
    db.session.rollback()
    return result


def counts() -> list[int | None]:
    return [db.session.scalar(select(func.count()).select_from(kind)) for kind in (Person, Membership, Occasion)]


@pytest.mark.parametrize("name", LISTS)
def test_a_look_tells_of_every_row_and_writes_nothing(county: SimpleNamespace, name: str) -> None:
    before = counts()
    result = run(county, "people", DATA / name, "--dry-run", "--partial")

    assert (result.exit_code, counts()) == (0, before)
    lines = [line for line in result.output.splitlines() if line.startswith("Rad ")]
    assert len(lines) == 14
    assert "Kommunen ”Vimerby” finns inte här. Menar du Vimmerby?" in result.output
    assert "Meröppetnätverket" not in result.output  # the only row that names it is refused
    assert result.output.splitlines()[-1] == "Ingenting är skrivet: det här var bara en titt."


@pytest.mark.parametrize("options", [[], ["--dry-run"], ["--create-missing"]])
def test_nothing_is_written_while_a_row_is_refused(county: SimpleNamespace, options: list[str]) -> None:
    before = counts()
    result = run(county, "people", DATA / LISTS[0], *options)

    assert (result.exit_code, counts()) == (1, before)
    assert result.stderr == "Ingenting är skrivet: 4 går inte. Rätta filen, eller lägg till --partial.\n"


def test_the_good_rows_are_taken_when_asked_for_and_once(county: SimpleNamespace) -> None:
    first = run(county, "people", DATA / LISTS[0], "--partial")
    after = counts()
    again = [run(county, "people", DATA / name, "--partial").output.splitlines()[-1] for name in LISTS]

    assert first.exit_code == 0
    assert first.output.splitlines()[-1] == "Inläst: 9 nya, 1 ändrade, 0 oförändrade, 4 utelämnade."
    assert again == [
        "Inläst: 0 nya, 0 ändrade, 10 oförändrade, 4 utelämnade.",
        "Inläst: 0 nya, 0 ändrade, 10 oförändrade, 4 utelämnade.",
        "Inläst: 0 nya, 0 ändrade, 9 oförändrade, 5 utelämnade.",
    ]
    assert counts() == after
    (entry,) = db.session.scalars(select(AuditEntry).where(AuditEntry.what == "imported"))
    assert (entry.actor_id, entry.actor) == (None, "Kommandoraden")


def test_a_line_says_what_happens(county: SimpleNamespace, tmp_path: Path) -> None:
    rows = (
        "Förnamn;Efternamn;E-post;Titel;Nätverk;Plats;Till och med\n"
        "Bob;Åberg;bob@knutpunkt.example;Chef;Barn- och unganätverket;Ersättare;2026-12-31\n"
        "Eva;Ek;eva@demo.example;;Fjärrlån;;\n"
    )
    (tmp_path / "lista.csv").write_text(rows, encoding="utf-8")
    result = run(county, "people", tmp_path / "lista.csv", "--create-missing")

    made, bob, eva, _ = result.output.splitlines()
    assert made == "Skapas: Fjärrlån"
    assert bob == (
        "Rad 2     ändras      Bob Åberg  bob@knutpunkt.example  Titel: Bibliotekarie blir Chef; "
        "Barn- och unganätverket: medlem, ersättare, från 2026-11-05, slutar 2026-12-31"
    )
    assert eva == "Rad 3     ny          Eva Ek  eva@demo.example  Fjärrlån: medlem, från 2026-11-05"
    assert ("bob", "member", "deputy", "2026-11-05", "2026-12-31") in terms(county.children)


def test_a_calendar_becomes_meetings_once(world: SimpleNamespace) -> None:
    words = ("meetings", DATA / "outlook-export.ics", "--network", "barn-och-unganatverket")

    assert run(world, *words).exit_code == 1
    assert run(world, *words, "--partial", "--dry-run").exit_code == 0
    assert counts()[2] == 0
    first, again = (run(world, *words, "--partial") for _ in range(2))

    assert "Nr 3      ny          2026-12-02 13:00–14:30  Digitala nätverket: avstämning (flyttad)" in first.output
    assert "Nr 4      ny          2027-04-20–2027-04-21  Länsdagar för biblioteken" in first.output
    assert "Nr 6      går inte    Trasig post utan starttid  Starttiden saknas." in first.output
    assert [each.output.splitlines()[-1] for each in (first, again)] == [
        "Inläst: 10 nya, 0 ändrade, 0 oförändrade, 1 utelämnade.",
        "Inläst: 0 nya, 0 ändrade, 10 oförändrade, 1 utelämnade.",
    ]
    assert counts()[2] == 10


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("people", "finns-inte.csv"), "Filen finns-inte.csv går inte att öppna. Kontrollera sökvägen."),
        (("people", DATA), f"Filen {DATA} går inte att öppna. Kontrollera sökvägen."),
        (
            ("people", DATA / "outlook-export.ics"),
            "Filen är en kalender eller ett visitkort. Välj en medlemslista, som .xlsx eller CSV.",
        ),
        (
            ("meetings", DATA / "outlook-export.ics", "--network", "barn-och-unganatverke"),
            "Nätverket ”barn-och-unganatverke” finns inte. Menar du barn-och-unganatverket?",
        ),
        (("meetings", DATA / "outlook-export.ics", "--network", "x"), "Nätverket ”x” finns inte."),
        (
            ("meetings", DATA / "medlemslista.xlsx", "--network", "barn-och-unganatverket"),
            "Filen är inte en kalenderfil (.ics). Exportera kalendern som iCalendar och försök igen.",
        ),
    ],
)
def test_what_can_not_be_read_is_one_line_in_words(
    world: SimpleNamespace, words: tuple[object, ...], told: str
) -> None:
    result = run(world, *words)

    assert (result.exit_code, result.stderr, result.stdout) == (2, f"{told}\n", "")


def test_a_resting_network_takes_no_meetings(world: SimpleNamespace) -> None:
    world.children.archived_at = NOW
    db.session.commit()
    result = run(world, "meetings", DATA / "outlook-export.ics", "--network", "barn-och-unganatverket", "--partial")

    assert (result.exit_code, counts()[2]) == (2, 0)
