"""Real Chromium against the real server: the demo county, served as `make run` serves it."""

import base64
import hashlib
import os
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, StorageState, sync_playwright

from app.config import HTMX_INTEGRITY, HTMX_URL
from tests.browser import places
from tests.browser.serving import PASSWORD, ROOT, served

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


def _without(what: str) -> None:
    """Say loudly what is missing; with REQUIRE_BROWSER=1 it is a failure."""
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(f"{what} is needed: REQUIRE_BROWSER=1", pytrace=False)
    pytest.skip(f"BROWSER TESTS SKIPPED: {what} was not found")


@pytest.fixture(scope="session")
def htmx_file() -> bytes:
    """The htmx file of the pinned version, its hash checked as the browser checks it."""
    body = _from_npm("htmx.org", "4.0.1", "dist/htmx.min.js")
    assert "sha384-" + base64.b64encode(hashlib.sha384(body).digest()).decode() == HTMX_INTEGRITY
    return body


@pytest.fixture(scope="session")
def axe() -> str:
    """The script that looks for what shuts people out."""
    return _from_npm("axe-core", "4.14.1", "axe.min.js").decode()


def _from_npm(name: str, version: str, path: str) -> bytes:
    """Return a file of an npm package, kept in build/ for the next time."""
    kept = ROOT / "build" / f"{name}-{version}-{Path(path).name}"
    if not kept.exists():
        npm = shutil.which("npm")
        if npm is None:
            _without(f"npm (for {name})")
        kept.parent.mkdir(exist_ok=True)
        command = [str(npm), "pack", "--silent", f"{name}@{version}"]
        packed = subprocess.run(command, cwd=kept.parent, capture_output=True, text=True, check=False)
        if packed.returncode:
            _without(f"the npm package {name} ({packed.stderr[-200:]})")
        with tarfile.open(kept.parent / packed.stdout.strip().splitlines()[-1]) as archive:
            found = archive.extractfile(f"package/{path}")
            assert found is not None
            kept.write_bytes(found.read())
    return kept.read_bytes()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the demo county is served."""
    with served(tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None)
    if found is None:
        _without("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visit:
    """One person at the screen."""

    page: Page
    context: BrowserContext
    address: str

    def go(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def come_in(self, who: str, keys: dict[str, StorageState]) -> None:
        """Stand on the start page, by the door or, where somebody with these keys has been in before, at once."""
        if who not in keys or self.go("/").url != self.address + "/":  # that one may have signed out
            self.sign_in(who)
            keys[who] = self.context.storage_state()

    def sign_in(self, who: str) -> None:
        """Come in by the door; the start page is what one meets."""
        self.go("/login")
        self.page.fill("#email", f"{who}@knutpunkt.example")
        self.page.fill("#password", PASSWORD)
        self.page.click("main button[type=submit]")
        self.page.wait_for_url(self.address + "/")


Visitor = Callable[..., Visit]
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    item.stash[FAILED] = report.failed or item.stash.get(FAILED, False)
    return report


@pytest.fixture(scope="session")
def keys(address: str) -> dict[str, StorageState]:
    """What the browsers of those who have signed in keep: signing in is slow, and most tests are about what follows."""
    return {}


@pytest.fixture
def visit(
    chromium: Browser, address: str, htmx_file: bytes, keys: dict[str, StorageState], request: pytest.FixtureRequest
) -> Iterator[Visitor]:
    """Sign somebody in: visit("samordnare"), visit("medlem", scripts=False, width=360). Console errors are failures."""
    opened: list[BrowserContext] = []
    wrong: list[str] = []

    def start(who: str | None = None, *, scripts: bool = True, width: int = 1280, cdn: bool = True) -> Visit:
        context = chromium.new_context(
            java_script_enabled=scripts,
            viewport={"width": width, "height": 800},
            locale="sv-SE",
            storage_state=keys.get(who or ""),
        )
        opened.append(context)
        context.set_default_timeout(15_000)

        def serve(route: Route) -> None:
            if cdn:
                route.fulfill(
                    body=htmx_file, content_type="text/javascript", headers={"Access-Control-Allow-Origin": "*"}
                )
            else:
                route.abort()

        context.route(HTMX_URL, serve)
        page = context.new_page()
        if cdn:
            page.on(
                "console",
                lambda said: (
                    wrong.append(said.text) if said.type == "error" and "status of 4" not in said.text else None
                ),
            )
            page.on("pageerror", lambda error: wrong.append(str(error)))
        visit = Visit(page, context, address)
        if who is not None:
            visit.come_in(who, keys)
        return visit

    yield start
    for context in opened:
        if request.node.stash.get(FAILED, False):  # what stood on the screen
            print(*(f"{page.url}\n{page.locator('body').inner_text()}" for page in context.pages), sep="\n---\n")
        context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def county(chromium: Browser, address: str) -> dict[str, str]:
    """Where things are in the demo county, after what it lacks has been added: a place's name and its address."""
    with chromium.new_context(java_script_enabled=False, locale="sv-SE") as context:
        context.set_default_timeout(5_000)
        page = context.new_page()
        Visit(page, context, address).sign_in("admin")
        places.furnish(page, address)
        return places.find(context, address)
