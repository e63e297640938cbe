"""The demo county, served as `make run` serves it, for a browser to visit."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PASSWORD = "ett långt lösenord för prov"


@contextmanager
def served(folder: Path, **settings: str) -> Iterator[str]:
    """Serve the demo county as `make run` does, with these settings besides; give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    given = {"INSTANCE_PATH": str(folder), "PORT": str(port), "DEMO_PASSWORD": PASSWORD, "WORKERS": "1", **settings}
    environment = {**os.environ, **given, "DATABASE_URL": _database(folder), "BASE_URL": f"http://127.0.0.1:{port}"}
    log = (folder / "log").open("w")
    server = subprocess.Popen(
        [sys.executable, "-m", "app.cli.serve"], cwd=ROOT, env=environment, stderr=log, stdout=log
    )
    try:
        _wait(f"http://127.0.0.1:{port}/healthz", server, folder / "log")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(30)
        log.close()


def _database(folder: Path) -> str:
    given = os.environ.get("TEST_DATABASE_URL")
    if not given:
        return f"sqlite:///{folder / 'served.db'}"
    from sqlalchemy import create_engine, make_url, text

    url = make_url(given)
    own = url.set(database=f"{url.database}_{folder.name}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}")
    admin = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{own.database}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{own.database}"'))
    admin.dispose()
    return own.render_as_string(hide_password=False)


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        if server.poll() is not None:
            pytest.fail(f"the server stopped: {log.read_text()[-2000:]}")
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not start")
