"""A mail server down the road, for those who wait for a one-time link."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from app.config import Settings
from tests.accounts.post import Post, move_in, with_mail
from tests.mail.post_office import post_office


@pytest.fixture
def post(world: SimpleNamespace, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    """The installation sends mail."""
    with post_office() as office:
        sending = with_mail(settings, office.port)
        monkeypatch.setitem(world.app.config, "SETTINGS", sending)
        move_in(world)
        yield Post(world.app, sending, office)
