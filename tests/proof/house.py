"""A house of its own to pull the plug on: the server as `make run` starts it, with a folder or a database to itself."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

from sqlalchemy import create_engine, make_url, text

ROOT = Path(__file__).parents[2]
PASSWORD = "ett långt lösenord för prov"
COORDINATOR = "samordnare@knutpunkt.example"
Answer = tuple[int, dict[str, str], str]


class House:
    """The demo county, served; it can be killed without warning or stopped in good order, and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, _free_port()
        self.database = _database(folder)
        self.cookies: dict[str, str] = {}
        self.csrf = ""
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Serve, and come back when it answers."""
        given = {"INSTANCE_PATH": str(self.folder), "PORT": str(self.port), "DEMO_PASSWORD": PASSWORD, "WORKERS": "2"}
        environment = {**os.environ, **given, "DATABASE_URL": self.database}
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "app.cli.serve"], cwd=ROOT, env=environment, stdout=log, stderr=log,
                start_new_session=True,
            )  # fmt: skip
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                if self.ask("GET", "/healthz")[0] == 200:
                    return
            except (OSError, HTTPException):
                time.sleep(0.1)
        raise AssertionError((self.folder / "log").read_text(encoding="utf-8")[-2000:])

    def kill(self) -> None:
        """Kill every process of the server at once, without warning (SIGKILL)."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)

    def stop(self) -> int:
        """Ask the server to stop (SIGTERM) and return its exit code."""
        assert self.process is not None
        self.process.terminate()
        return self.process.wait(60)

    def end(self) -> None:
        """Leave nothing running."""
        if self.process is not None and self.process.poll() is None:
            self.kill()

    def sign_in(self) -> None:
        """Sign the coordinator in, for what is sent from now on."""
        inside = self.knock(self.door())[1]
        _, self.cookies, html = self.ask("GET", "/me", cookies=inside)
        self.csrf = _csrf(html)

    def door(self) -> tuple[dict[str, str], str]:
        """Open the page where one signs in: its cookies and the secret of its form."""
        _, cookies, html = self.ask("GET", "/login", cookies={})
        return cookies, _csrf(html)

    def knock(self, door: tuple[dict[str, str], str]) -> Answer:
        """Send the form of that page."""
        cookies, csrf = door
        return self.ask("POST", "/login", {"email": COORDINATOR, "password": PASSWORD, "csrf_token": csrf}, cookies)

    def page(self, address: str) -> str:
        """Return a page's HTML."""
        return self.ask("GET", address)[2]

    def send(self, address: str, fields: dict[str, object]) -> int:
        """Send a form on a connection of its own and return the status; 0 when no answer came."""
        try:
            return self.ask("POST", address, {**fields, "csrf_token": self.csrf})[0]
        except (OSError, HTTPException):
            return 0

    def ask(
        self, method: str, address: str, fields: dict[str, object] | None = None, cookies: dict[str, str] | None = None
    ) -> Answer:
        """Ask on a new connection: the status, the cookies there are now, and the text."""
        held = self.cookies if cookies is None else cookies
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in held.items()), "Connection": "close"}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, address, urlencode(fields or {}, doseq=True), headers)
            answer = connection.getresponse()
            body = answer.read().decode()
            given = [each.split(";")[0].split("=", 1) for each in answer.headers.get_all("Set-Cookie") or []]
            return answer.status, {**held, **{each[0]: each[1] for each in given}}, body
        finally:
            connection.close()


def _csrf(html: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', html)
    assert found is not None, html[:500]
    return found.group(1)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _database(folder: Path) -> str:
    """A new database: a file in the folder, or one of the given server's own, made anew."""
    given = os.environ.get("TEST_DATABASE_URL")
    if not given:
        return f"sqlite:///{folder / 'proof.db'}"
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    url = make_url(given).set(database=f"{make_url(given).database}_proof{worker}")
    admin = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{url.database}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{url.database}"'))
    admin.dispose()
    return url.render_as_string(hide_password=False)
