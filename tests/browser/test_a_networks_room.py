"""A coordinator puts a file in the room on a laptop; a member fetches it on a phone, with scripts and without."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.places import NETWORK
from tests.files.samples import DOCX, HTML, PDF

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "scripts", [pytest.param(True, id="scripts"), pytest.param(False, id="no-scripts", marks=pytest.mark.proof)]
)
def test_from_a_laptop_to_a_phone(visit: Visitor, tmp_path: Path, scripts: bool) -> None:
    title = f"Årsplan {'med' if scripts else 'utan'} skript"
    coordinator = visit("samordnare", scripts=scripts)
    _refused(coordinator.go(f"{NETWORK}/documents/new"))
    _uploaded(coordinator.page, title)
    member = visit("medlem", scripts=scripts, width=360)
    _fetched(member.go(f"{NETWORK}/documents"), title, tmp_path)
    _replaced(coordinator.go(f"{NETWORK}/documents"), title)
    _both_versions(member.go(f"{NETWORK}/documents"), title, tmp_path)
    _removed_and_put_back(coordinator.page, title)


def test_two_swap_turns_and_the_meeting_tells_so(visit: Visitor) -> None:
    page = visit("samordnare").go(f"{NETWORK}/turns")
    first = page.locator("#chair .turn").first
    had = first.locator("b").inner_text()
    first.locator("summary").click()
    first.get_by_role("button", name="Byt", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("De två har bytt tur med varandra.")
    expect(first.locator("b")).not_to_have_text(had)
    now = first.locator("b").inner_text()
    first.get_by_role("link").first.click()
    expect(page.locator("aside")).to_contain_text(re.compile(rf"Ordförande på tur\s*{now}"))


def _choose(page: Page, name: str, data: bytes) -> None:
    chosen = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    page.get_by_label("Fil").set_input_files(chosen)  # type: ignore[arg-type]


def _refused(page: Page) -> None:
    _choose(page, "protokoll.pdf", HTML)
    page.get_by_label("Rubrik").fill("Inget dokument")
    page.get_by_role("button", name="Lägg till").click()
    expect(page.get_by_role("main")).to_contain_text("Den sortens fil går inte att lägga här")
    expect(page.get_by_label("Rubrik")).to_have_value("Inget dokument")


def _uploaded(page: Page, title: str) -> None:
    _choose(page, "Årsplan 2027.pdf", PDF)
    page.get_by_label("Rubrik").fill(title)
    page.get_by_role("button", name="Lägg till").click()
    expect(page.get_by_role("main")).to_contain_text(f"{title} ligger här nu.")


def _fetched(page: Page, title: str, folder: Path) -> None:
    with page.expect_download() as coming:
        page.get_by_role("link", name=title, exact=True).click()
    assert coming.value.suggested_filename == "Årsplan 2027.pdf"
    coming.value.save_as(folder / "fetched")
    assert (folder / "fetched").read_bytes() == PDF


def _replaced(page: Page, title: str) -> None:
    page.get_by_role("link", name=f"Ändra {title}").click()
    page.get_by_role("link", name="Ny version").click()
    _choose(page, "Årsplan.docx", DOCX)
    page.get_by_role("button", name="Byt ut").click()
    expect(page.get_by_role("main")).to_contain_text("Den nya versionen ligger här.")


def _both_versions(page: Page, title: str, folder: Path) -> None:
    page.get_by_role("link", name=f"Versioner {title}").click()
    for number, data in (("2", DOCX), ("1", PDF)):
        with page.expect_download() as coming:
            page.get_by_role("link", name=re.compile(f"^Version {number}")).click()
        coming.value.save_as(folder / number)
        assert (folder / number).read_bytes() == data
    assert page.evaluate("document.documentElement.scrollWidth") <= 360 if page.viewport_size else True


def _removed_and_put_back(page: Page, title: str) -> None:
    page.get_by_role("button", name="Ta bort dokumentet").click()
    expect(page.get_by_role("main")).to_contain_text(f"{title} är borttaget.")
    page.locator("summary", has_text="Borttaget").click()
    page.get_by_role("button", name=f"Lägg tillbaka {title}").click()
    expect(page.get_by_role("main")).to_contain_text(f"{title} är tillbaka.")
