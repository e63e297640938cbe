"""A coordinator puts documents and links in the room; members fetch them, strangers never learn of them."""

import gc
from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask import Flask
from werkzeug.test import stream_encode_multipart

from app import clock, db
from app.cli.worker import work_through
from app.files.models import StoredFile
from tests.browser_double import Browser
from tests.conftest import NOW
from tests.files.samples import DOCX, HTML, PDF, SVG
from tests.rooms.conftest import CLOSED, DOCUMENTS, place_of, upload
from tests.statements import counted


def test_uploaded_by_one_and_fetched_by_another(alice: Browser, bob: Browser) -> None:
    page = alice.get(upload(alice, title="Årsplan").location)
    assert "Årsplan ligger här nu." in page
    assert "PDF, 1 kB · tors 5 nov · Alice Almgren" in bob.get(DOCUMENTS)
    answer = bob.get(f"{place_of(page)}/latest")
    assert answer.response.get_data() == PDF
    headers = answer.headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"] == (
        "attachment; filename=\"Arsplan 2027.pdf\"; filename*=UTF-8''%C3%85rsplan%202027.pdf"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["Content-Length"] == str(len(PDF))


def test_without_a_title_the_files_own_name_stands(alice: Browser) -> None:
    assert "Årsplan 2027 ligger här nu." in alice.get(upload(alice).location)


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (HTML, "protokoll.pdf", "Den sortens fil går inte att lägga här"),
        (SVG, "bild.png", "Den sortens fil går inte att lägga här"),
        (DOCX[:-30], "plan.docx", "Filen går inte att läsa"), (b"", "tom.pdf", "Filen är tom"),
    ],
)  # fmt: skip
def test_what_may_not_be_kept_is_refused_beside_the_field(alice: Browser, data: bytes, name: str, told: str) -> None:
    page = upload(alice, data, name, title="Min rubrik")
    assert (page.status, told in page) == (422, True)
    assert page.title.startswith("Fel:")
    assert 'value="Min rubrik"' in page.html
    assert db.session.query(StoredFile).count() == 0


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # what was cut off half-way is left to be collected
def test_a_file_that_is_too_large_is_refused_in_words(
    alice: Browser, nobody: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("werkzeug.test.stream_encode_multipart", partial(stream_encode_multipart, use_tempfile=False))
    page = upload(alice, PDF + b" " * (20 * 1024 * 1024))
    assert (page.status, "Den får vara högst 20 MB." in page) == (422, True)
    assert upload(alice, PDF + b" " * (22 * 1024 * 1024)).status == 413
    assert upload(nobody, PDF + b" " * (7 * 1024 * 1024)).status == 413  # who has not signed in sends little
    large = (BytesIO(b"x" * 7 * 1024 * 1024), "x.pdf")
    assert alice.post("/networks/barn-och-unganatverket/edit", file=large).status == 413  # and no other page takes it
    gc.collect()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "Välj en fil eller skriv en länk."), ({"link": "javascript:alert(1)", "title": "X"}, "med https:// först"),
        ({"link": "file:///etc/passwd", "title": "X"}, "med https:// först"),
        ({"link": "https://", "title": "X"}, "med https:// först"),
        ({"link": "https://a b.example", "title": "X"}, "med https:// först"),
        ({"link": "https://kb.example/"}, "Skriv vad länken leder till."),
    ],
)  # fmt: skip
def test_a_link_is_a_whole_address_with_a_title(alice: Browser, fields: dict[str, str], told: str) -> None:
    page = alice.post(f"{DOCUMENTS}/new", **fields)
    assert (page.status, told in page) == (422, True)


def test_a_link_leads_where_it_says(alice: Browser, bob: Browser) -> None:
    alice.post(f"{DOCUMENTS}/new", link="https://kb.example/laslust", title="Läslust hos KB")
    page = bob.get(DOCUMENTS)
    assert "Läslust hos KB" in page
    assert "Länk till kb.example" in page
    answer = bob.get(f"{place_of(page)}/latest")
    assert (answer.status, answer.location) == (303, "https://kb.example/laslust")


def test_a_new_version_keeps_the_old(alice: Browser, bob: Browser) -> None:
    upload(alice)
    place = place_of(alice.get(DOCUMENTS))
    page = alice.post(f"{place}/replace", file=(BytesIO(DOCX), "Årsplan.docx"))
    assert page.status == 303
    assert bob.get(f"{place}/latest").response.get_data() == DOCX
    assert bob.get(f"{place}/versions/1").response.get_data() == PDF
    assert bob.get(f"{place}/versions/3").status == 404
    assert "Version 2: Årsplan.docx" in bob.get(place)


def test_renamed_pinned_removed_and_put_back(alice: Browser, bob: Browser) -> None:
    upload(alice, title="Först inlagd")
    first = place_of(alice.get(DOCUMENTS))
    with clock.held_at(NOW + timedelta(minutes=5)):
        upload(alice, title="Sedan inlagd")
    assert bob.get(DOCUMENTS).text.index("Sedan inlagd") < bob.get(DOCUMENTS).text.index("Först inlagd")
    alice.post(first, title="Viktigast", is_pinned="y")
    assert bob.get(DOCUMENTS).text.index("Viktigast") < bob.get(DOCUMENTS).text.index("Sedan inlagd")
    assert "Viktigast är borttaget." in alice.send(f"{first}/remove")
    assert (bob.get(first).status, bob.get(f"{first}/latest").status) == (404, 404)
    assert "Viktigast" not in bob.get(DOCUMENTS)
    assert "Viktigast är tillbaka." in alice.send(f"{first}/restore")
    assert bob.get(f"{first}/latest").status == 200


def test_to_strangers_of_a_closed_network_nothing_exists(alice: Browser, bob: Browser, charlie: Browser) -> None:
    upload(alice, to=CLOSED)
    place = place_of(alice.get(CLOSED), to=CLOSED)
    assert bob.get(f"{place}/latest").status == 200
    for address in (CLOSED, place, f"{place}/latest", f"{place}/versions/1"):
        assert charlie.get(address).status == 404
    other = place.replace("stangda-gruppen", "barn-och-unganatverket")  # by another network's door
    assert charlie.get(f"{other}/latest").status == 404
    assert alice.get(f"{other}/latest").status == 404


def test_members_do_not_keep_the_room(alice: Browser, bob: Browser, dana: Browser) -> None:
    upload(alice)
    place = place_of(alice.get(DOCUMENTS))
    assert upload(bob).status == 403
    assert [bob.post(f"{place}{each}").status for each in ("", "/remove", "/restore", "/replace")] == [403] * 4
    assert "Lägg till dokument" not in bob.get(DOCUMENTS)
    dana.post("/networks/barn-och-unganatverket/archive")
    assert upload(alice).status == 403
    assert bob.get(f"{place}/latest").status == 200


def test_a_file_that_is_gone_from_the_disk_is_a_missing_page(alice: Browser, settings: object) -> None:
    upload(alice)
    folder: Path = settings.instance / "files"  # type: ignore[attr-defined]
    for each in folder.glob("*/*"):
        each.unlink()
    assert alice.get(f"{place_of(alice.get(DOCUMENTS))}/latest").status == 404


def test_the_worker_sweeps_what_belongs_to_nothing(empty: Flask, alice: Browser, settings: object) -> None:
    upload(alice)
    folder: Path = settings.instance / "files"  # type: ignore[attr-defined]
    place = place_of(alice.get(DOCUMENTS))
    with clock.held_at(NOW + timedelta(days=3)), empty.app_context():
        work_through()
    page = Browser(empty, alice.person).get(f"{place}/latest")  # three days later the old sign-in has gone
    assert page.response.get_data() == PDF
    assert len(list(folder.glob("*/*"))) == 1


def test_many_documents_ask_no_more_of_the_database(world: SimpleNamespace, alice: Browser, bob: Browser) -> None:
    upload(alice)
    few = counted(bob, DOCUMENTS), counted(bob, "/networks/barn-och-unganatverket/welcome")
    for number in range(12):
        alice.post(f"{DOCUMENTS}/new", link=f"https://kb.example/{number}", title=f"Länk {number}")
        upload(alice, title=f"Fil {number}")
    assert (counted(bob, DOCUMENTS), counted(bob, "/networks/barn-och-unganatverket/welcome")) == few
