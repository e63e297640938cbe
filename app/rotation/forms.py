"""What is asked about a turn: whose, which meeting to swap with, and why somebody is passed over."""

from uuid import UUID

from wtforms import HiddenField

from app.web.forms import Form, text
from app.wording import N_


class WhoForm(Form):
    """Somebody, by id."""

    whose = HiddenField()

    @property
    def key(self) -> UUID | None:
        """Who was chosen."""
        return _id(self.whose.data)


class SwapForm(Form):
    """Another meeting, by id."""

    other = HiddenField()

    @property
    def occasion_id(self) -> UUID | None:
        """Which was chosen."""
        return _id(self.other.data)


class PassForm(Form):
    """Why somebody is passed over, in a few words."""

    word = text(N_("Varför?"), most=200)


def _id(typed: str | None) -> UUID | None:
    try:
        return UUID(typed or "")
    except ValueError:
        return None
