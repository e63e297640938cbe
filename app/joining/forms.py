"""What is asked of somebody who wants to join, and of whoever answers."""

from app.memberships.forms import MembershipForm, StandingField
from app.memberships.rules import Term
from app.networks.kinds import Role
from app.web.fields import DayField, OneOf
from app.web.forms import Form, long_text
from app.wording import N_

MOST = 1_000
"""How long a message or an answer may be, in characters."""


class AskForm(Form):
    """A word to the coordinators."""

    message = long_text(N_("Hälsning till samordnaren"), most=MOST)


class ApproveForm(MembershipForm):
    """What somebody becomes who is let in, and from when."""

    role = OneOf(N_("Roll"), kinds=Role, default=Role.MEMBER)
    standing = StandingField(N_("Ordinarie eller ersättare"))
    starts_on = DayField(N_("Från och med"), needed=N_("Skriv från vilken dag."))

    def term(self) -> Term:
        """Return what was asked for, when nothing was mistaken."""
        assert self.starts_on.data is not None  # noqa: S101 - the field asks for it
        return Term(self.role.data, self.standing.standing, self.starts_on.data)


class DeclineForm(Form):
    """A word with the no."""

    answer = long_text(N_("Ett ord om varför"), needed=N_("Skriv ett ord om varför."), most=MOST)
