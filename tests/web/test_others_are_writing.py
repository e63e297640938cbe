"""Who has to wait too long for their turn to save is told so, and what to do."""

import pytest
from sqlalchemy.exc import OperationalError

from tests.browser_double import Browser


@pytest.mark.parametrize("told", ["database is locked", "deadlock detected"])
@pytest.mark.parametrize("fragment", [True, False])
def test_the_answer_asks_for_patience(
    alice: Browser, monkeypatch: pytest.MonkeyPatch, told: str, fragment: bool
) -> None:
    def locked(*_: object) -> None:
        raise OperationalError("UPDATE people ...", {}, Exception(told))

    monkeypatch.setattr("app.accounts.forms.ProfileForm.populate_obj", locked)
    page = alice.post("/me/profile", given_name="Alice", fragment=fragment)
    assert page.status == 503
    assert "Någon annan sparar just nu" in page
    assert "Vänta en minut och skicka en gång till." in page
    assert page.headers.get("HX-Retarget") == ("#notice" if fragment else None)
