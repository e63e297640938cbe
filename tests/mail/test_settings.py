"""Whoever installs Knutpunkt writes two settings about mail; a wrong one stops the start with one line."""

from pathlib import Path

import pytest

from app import config
from app.mail_settings import Sender, Server, Wrapping


def load(folder: Path, **given: str) -> config.Settings:
    return config.load({"INSTANCE_PATH": str(folder), "BASE_URL": "https://knutpunkt.lanet.internal", **given})


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://localhost", Server("localhost", 25)),
        ("smtp://post.lanet.internal:2525", Server("post.lanet.internal", 2525)),
        ("smtps://a:b%40c@post.lanet.internal", Server("post.lanet.internal", 465, Wrapping.TLS, "a", "b@c")),
        ("smtp+starttls://a:b@post.lanet.internal/", Server("post.lanet.internal", 587, Wrapping.STARTTLS, "a", "b")),
        ("smtp://a:b@127.0.0.1", Server("127.0.0.1", 25, Wrapping.NONE, "a", "b")),
    ],
)
def test_a_server_is_read(tmp_path: Path, url: str, server: Server) -> None:
    assert load(tmp_path, MAIL_URL=url).mail_server == server


@pytest.mark.parametrize(
    "url",
    ["post.lanet.internal", "http://post.lanet.internal", "smtp://", "smtp://post:99999", "smtp://post:0", "smtp://post:x",
     "smtp://post/path", "smtp://post?x=1", "smtps://a@post", "smtp://a:b@post.lanet.internal", "smtps://a:%0a@post",
     "smtps://a:b#c@post", "smtp+starttls://a:b/c@post"],
)  # fmt: skip
def test_a_server_that_can_not_be_meant_stops_the_start(tmp_path: Path, url: str) -> None:
    with pytest.raises(SystemExit, match=r"^Inställningen MAIL_URL går inte att använda: .+$"):
        load(tmp_path, MAIL_URL=url)


def test_a_sender_is_read(tmp_path: Path) -> None:
    sender = load(tmp_path, MAIL_FROM="Biblioteksutveckling Öst <Post@lanet.internal>").mail_from
    assert sender == Sender("Biblioteksutveckling Öst", "post@lanet.internal")
    assert load(tmp_path).mail_from == Sender("", "knutpunkt@knutpunkt.lanet.internal")


@pytest.mark.parametrize("sender", ["Biblioteket", "a@b", "a@b.se, c@d.se", "Namn\n <a@b.se>", "<>"])
def test_a_sender_that_can_not_be_meant_stops_the_start(tmp_path: Path, sender: str) -> None:
    with pytest.raises(SystemExit, match="Inställningen MAIL_FROM"):
        load(tmp_path, MAIL_FROM=sender)


def test_a_machine_without_a_name_needs_to_be_told_who_letters_come_from(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="Inställningen MAIL_FROM"):
        load(tmp_path, MAIL_URL="smtp://localhost", BASE_URL="http://127.0.0.1:8000")


@pytest.mark.parametrize("url", ["smtp://a:hemligt@post.internal", "smtps://a:hemligt#x@post", "smtps://a:hemligt@:x"])
def test_a_mistake_does_not_repeat_the_password(tmp_path: Path, url: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        load(tmp_path, MAIL_URL=url)
    assert "hemligt" not in str(stopped.value)


def test_a_password_is_written_in_no_log(tmp_path: Path) -> None:
    assert "hemligt" not in repr(load(tmp_path, MAIL_URL="smtps://a:hemligt@post.lanet.internal"))
