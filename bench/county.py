"""A synthetic county in a folder of its own, and a server of one worker on it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Served:
    port: int
    folder: Path
    feed: str
    meeting: str
    cookie: str
    pages: list[str]


@contextmanager
def served(*, networks: int, people: int, meetings: int) -> Iterator[Served]:
    """Load a county and serve it by granian with one worker, on its own processor where there are two."""
    with TemporaryDirectory(prefix="knutpunkt-bench-") as name:
        folder, port = Path(name), _free_port()
        environment = {**os.environ, "INSTANCE_PATH": name, "DATABASE_URL": f"sqlite:///{folder / 'bench.db'}",
                       "SECRET_KEY": "a secret for benchmarks", "DEMO_PASSWORD": "ett långt lösenord för mätning",
                       "BENCH_FEED": str(folder / "feed.ics"), "BASE_URL": "http://127.0.0.1"}  # fmt: skip
        size = ["--networks", str(networks), "--people", str(people), "--meetings", str(meetings)]
        _run([sys.executable, "-m", "flask", "--app", "wsgi", "demo", *size], environment)
        keys = _run([sys.executable, "-m", "bench.keys"], environment).split("\n")
        server = subprocess.Popen(
            [sys.executable, "-m", "granian", "bench.application:app", "--interface", "wsgi", "--host", "127.0.0.1",
             "--port", str(port), "--workers", "1", "--blocking-threads", "1", "--no-access-log", "--log-level",
             "error"],
            cwd=ROOT, env=environment,
        )  # fmt: skip
        _pin(server.pid, 0)
        _pin(os.getpid(), 1)
        try:
            _wait(port)
            yield Served(port, folder, keys[0], keys[1], keys[2], keys[3:])
        finally:
            server.terminate()
            server.wait(30)


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command}: {done.stderr[-2000:]}")
    return done.stdout.strip()


def _pin(pid: int, processor: int) -> None:
    if hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(pid, {processor})


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not start")
