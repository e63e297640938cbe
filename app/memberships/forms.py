"""What is asked when somebody joins, changes role or leaves."""

from collections.abc import Callable
from typing import Any

from wtforms import RadioField

from app.memberships import actions, rules
from app.memberships.rules import Term
from app.networks.kinds import Role, Standing
from app.networks.models import Membership
from app.people.fields import OnePerson, SoughtPerson
from app.people.models import Person
from app.web.fields import DayField, OneOf
from app.web.forms import Form
from app.wording import N_, Refusal

_BESIDE: dict[type[Refusal], tuple[str, ...]] = {
    rules.EndsBeforeItBegins: ("ends_on",),
    rules.OutsideItsTime: ("starts_on",),
    rules.LastCoordinator: ("successor", "role"),
    rules.AlreadyHasRole: ("role",),
    rules.NothingChanges: ("role",),
    rules.AccountIsClosed: ("person", "successor"),
}


class StandingField(RadioField):
    """Ordinary, deputy, or not settled."""

    def __init__(self, label: str, **options: Any) -> None:
        words = {"": N_("Inte bestämt")} | {each.value: each.label for each in Standing}
        super().__init__(label, choices=words, default="", validate_choice=False, **options)
        self.type = "RadioField"  # what the macros know it by

    @property
    def standing(self) -> Standing | None:
        """What was chosen."""
        return Standing(self.data) if self.data in set(Standing) else None


class MembershipForm(Form):
    """What the forms about a membership have in common."""

    def say(self, refusal: Refusal) -> None:
        """Put a refusal beside the field it is about, or the first."""
        names = [name for name in _BESIDE.get(type(refusal), ()) if name in self]
        self.refuse(names[0] if names else next(iter(self)).name, refusal.message)

    def did(self, work: Callable[[], object]) -> bool:
        """Do what was asked for, if the form was sent and nothing was mistaken; a refusal stands in the form."""
        if not self.validate_on_submit():
            return False
        try:
            work()
        except Refusal as refusal:
            self.say(refusal)
            return False
        return True


class TermForm(MembershipForm):
    """What somebody is, and from when to when."""

    role = OneOf(N_("Roll"), kinds=Role, default=Role.MEMBER)
    standing = StandingField(N_("Ordinarie eller ersättare"))
    starts_on = DayField(N_("Från och med"), needed=N_("Skriv från vilken dag."))
    ends_on = DayField(N_("Till och med"))

    def term(self) -> Term:
        """Return what was asked for, when nothing was mistaken."""
        assert self.starts_on.data is not None  # noqa: S101 - the field asks for it
        return Term(self.role.data, self.standing.standing, self.starts_on.data, self.ends_on.data)


class AddForm(TermForm):
    """Somebody joins, or gets one more role."""

    person = SoughtPerson(N_("Vem?"), needed=N_("Välj vem som ska med."))


class ChangeForm(MembershipForm):
    """Somebody becomes something else."""

    role = OneOf(N_("Roll"), kinds=Role)
    standing = StandingField(N_("Ordinarie eller ersättare"))
    starts_on = DayField(N_("Från och med"), needed=N_("Skriv från vilken dag."))
    successor = OnePerson(N_("Vem tar över som samordnare?"))

    def carry_out(self, membership: Membership, *, by: Person) -> None:
        """Do what was asked for, when nothing was mistaken. Raises what app.memberships.actions.change does."""
        assert self.starts_on.data is not None  # noqa: S101 - the field asks for it
        actions.change(
            membership,
            role=self.role.data,
            standing=self.standing.standing,
            from_day=self.starts_on.data,
            successor=self.successor.person,
            by=by,
        )


class EndForm(MembershipForm):
    """Somebody leaves."""

    ends_on = DayField(N_("Sista dagen"), needed=N_("Skriv den sista dagen."))
    successor = OnePerson(N_("Vem tar över som samordnare?"))

    def carry_out(self, membership: Membership, *, by: Person) -> None:
        """Do what was asked for, when nothing was mistaken. Raises what app.memberships.actions.end does."""
        assert self.ends_on.data is not None  # noqa: S101 - the field asks for it
        actions.end(membership, last_day=self.ends_on.data, successor=self.successor.person, by=by)


class DayForm(Form):
    """Which day the roster is of."""

    class Meta:
        """Nothing is changed by looking."""

        csrf = False

    on = DayField(N_("Visa medlemmarna den"))
