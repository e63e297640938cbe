"""Times, links and days are read as people write them, or refused with a sentence on how to write them."""

from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from app.focus.models import FocusArea
from app.networks.models import Network
from app.occasions.fields import ClockField, HttpsField
from app.occasions.forms import OccasionForm
from app.occasions.span import timed, whole_days
from app.occasions.when_form import WhenForm, times_of
from app.web.forms import Form


class Small(Form):
    at = ClockField("Tid")
    link = HttpsField("Länk")


@pytest.fixture(scope="module")
def sent(app: Flask):
    """Read a form out of what was sent."""

    def read(kind, **fields: str):
        with app.test_request_context():
            form = kind(formdata=MultiDict(fields), meta={"csrf": False})
            form.validate()
            return form

    return read


@pytest.mark.parametrize(
    ("typed", "read"),
    [("9.30", time(9, 30)), ("09:30", time(9, 30)), (" 9 ", time(9)), ("23:59:00", time(23, 59)), ("", None)],
)
def test_a_time_of_day(sent, typed: str, read: time | None) -> None:
    form = sent(Small, at=typed)
    assert (form.at.data, form.at.errors) == (read, [])


@pytest.mark.parametrize("typed", ["24.00", "9.60", "930", "halv tio", "-1", "9.3", "٩.٣٠", "9.30\x00x"])
def test_no_time_of_day(sent, typed: str) -> None:
    form = sent(Small, at=typed)
    assert form.at.data is None
    assert str(form.at.errors[0]) == "Skriv tiden med timme och minut, till exempel 9.30."


@pytest.mark.parametrize(
    "typed", ["", "https://meet.example/x?y=1#z", "HTTPS://meet.example", "https://möte.example/å"]
)
def test_a_link(sent, typed: str) -> None:
    assert sent(Small, link=typed).link.errors == []


@pytest.mark.parametrize(
    "typed",
    [
        *("http://meet.example", "meet.example/x", "https://", "https:///x", "javascript:alert(1)", "https://a b"),
        *("https://[", "https://meet.example:http/", "data:text/html,x", 'https://x.example/"><b>'),
    ],
)
def test_no_link(sent, typed: str) -> None:
    assert sent(Small, link=typed).link.errors == ["Klistra in hela adressen, med https:// först."]


def test_a_link_has_an_end(sent) -> None:
    assert "Skriv högst 500 tecken" in str(sent(Small, link="https://x.example/" + "a" * 500).link.errors[0])


@given(st.text(), st.text(), st.text(), st.text())
def test_whatever_is_sent_is_either_right_or_told(app: Flask, day: str, start: str, end: str, last: str) -> None:
    fields = {"first_day": day, "from_time": start, "to_time": end, "last_day": last}
    with app.test_request_context():
        form = WhenForm(formdata=MultiDict(fields), meta={"csrf": False})
        assert form.validate() == (not form.errors)
        assert form.errors or form.span


@given(st.integers(0, 20 * 365 * 24 * 60), st.integers(1, 30 * 24 * 60), st.booleans())
def test_what_the_form_shows_is_what_it_reads_back(app: Flask, minute: int, long: int, whole: bool) -> None:
    begins = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    ends = begins + timedelta(minutes=long)
    span = whole_days(begins.date(), ends.date()) if whole else timed(begins, ends)
    with app.test_request_context():
        shown = WhenForm(formdata=None, data=times_of(span), meta={"csrf": False})
        fields = {each.name: each._value() if hasattr(each, "_value") else each.data or "" for each in shown}
        again = WhenForm(formdata=MultiDict(fields), meta={"csrf": False})
        assert again.validate(), again.errors
        assert again.span == span


def test_a_focus_area_counts_only_while_its_plan_is_in_force(app: Flask, world: SimpleNamespace) -> None:
    old = FocusArea(name="Läsfrämjande", valid_from=date(2023, 1, 1), valid_to=date(2026, 12, 31))
    new = FocusArea(name="Läslust", valid_from=date(2027, 1, 1))
    old.id, new.id = world.alice.id, world.bob.id
    network: Network = world.children
    fields = [("title", "Möte"), ("hosts", str(network.id)), ("lasts", "days"), ("first_day", "2026-12-31")]
    with app.test_request_context():
        for chosen, told in ((old, []), (new, ["Läslust gäller inte den dagen. Välj bort det."])):
            sent = MultiDict([*fields, ("focus_areas", str(chosen.id))])
            offer = {"networks": [network], "own": [network.id], "areas": [old, new]}
            form = OccasionForm(**offer, formdata=sent, meta={"csrf": False})
            assert form.validate() is (not told)
            assert [str(each) for each in form.focus_areas.errors] == told
        assert list(form.focus_areas.choices.values()) == ["Läsfrämjande (2023–2026)", "Läslust (2027–)"]
