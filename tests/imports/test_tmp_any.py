"""Whatever a list says, what can be taken is taken once, and the same list again changes nothing."""

from types import SimpleNamespace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import db
from app.imports.member_apply import apply_members
from app.imports.tables import Cell
from tests.imports.plans import plan

DAYS = st.sampled_from(["", "2025-02-01", "2026-01-01", "2026-06-30", "2026-11-05", "2026-12-31", "2027-06-30"])
ROWS = st.fixed_dictionaries(
    {
        "Förnamn": st.sampled_from(["Bob", "Eva"]),
        "E-post": st.sampled_from(
            ["bob@knutpunkt.example", "alice@knutpunkt.example", "a@demo.example", "b@demo.example"]
        ),
        "Kommun": st.sampled_from(["", "Kalmar", "Högsby kommun", "Kallmar"]),
        "Bibliotek": st.sampled_from(["", "Högsby bibliotek", "Kalmar stadsbibliotek", "Filialen"]),
        "Titel": st.sampled_from(["", "Chef", "-"]),
        "Nätverk": st.sampled_from(["", "Barn- och unganätverket", "MIK-nätverket; Medienätverket", "Fjärrlån"]),
        "Roll": st.sampled_from(["", "Medlem", "Samordnare", "Ordförande"]),
        "Plats": st.sampled_from(["", "Ordinarie", "Ersättare"]),
        "Från och med": DAYS,
        "Till och med": DAYS,
    }
)


@settings(max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROWS, min_size=1, max_size=6), create=st.booleans())
def test_read_in_once_it_is_read_in(county: SimpleNamespace, rows: list[dict[str, Cell]], create: bool) -> None:
    try:
        first = plan(*rows, create=create)
        apply_members(first, by=county.dana, filename="lista.xlsx", partial=True)
        db.session.flush()
        db.session.expire_all()
        again = plan(*rows, create=create)
        assert (again.tally.to_do, again.made) == (0, ())
    finally:
        db.session.rollback()
