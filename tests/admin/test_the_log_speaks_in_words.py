"""The log says what happened in the words of the rest of Knutpunkt, with days as people write them."""

import csv
from io import StringIO
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

from app import db
from app.audit.actions import What, record
from tests.browser_double import Browser


def happened(what: What, **details: Any) -> None:
    record(what, by=(uuid4(), "Dana Öberg"), subject="MIK-nätverket", **details)
    db.session.commit()


def test_what_was_read_in_is_counted_in_words(dana: Browser, world: SimpleNamespace) -> None:
    happened(What.IMPORTED, file="kalender.ics", new=9, changed=1, refused=4)
    assert set("fil: kalender.ics, nya: 9, ändrade: 1, gick inte: 4".split(", ")) <= set(told(dana))


def test_days_are_written_as_everywhere(dana: Browser, world: SimpleNamespace) -> None:
    happened(What.MEMBERSHIP_CHANGED, how="ended", role="chair", starts_on="2025-02-01", ends_on="2026-11-24")
    page = dana.get("/admin/log")
    assert "från lör 1 feb 2025" in page
    assert "till tis 24 nov" in page
    assert "2026-11-24" not in page


def test_a_list_to_sort_keeps_days_that_can_be_sorted(dana: Browser, world: SimpleNamespace) -> None:
    happened(What.MEMBERSHIP_CHANGED, how="begun", role="chair", starts_on="2025-02-01", ends_on="")
    assert "från 2025-02-01" in told(dana)


def test_a_day_that_is_none_stands_as_it_is(dana: Browser, world: SimpleNamespace) -> None:
    happened(What.MEMBERSHIP_CHANGED, how="begun", starts_on="i våras")
    assert "från i våras" in dana.get("/admin/log")


def test_a_network_at_rest_is_called_the_same_everywhere(dana: Browser, world: SimpleNamespace) -> None:
    happened(What.NETWORK_CHANGED, how="archived")
    page = dana.get("/admin/log")
    assert "vilande" in page
    assert "arkiver" not in page.text.lower()
    page = dana.get("/admin")
    assert "Starta, gör vilande och se dem som bara är för medlemmar" in page
    assert "arkiver" not in page.text.lower()


def told(dana: Browser) -> list[str]:
    """The details of the newest line."""
    body = dana.get("/admin/log.csv").response.get_data().decode("utf-8-sig")
    return list(csv.reader(StringIO(body, newline=""), delimiter=";"))[1][4].split(", ")
