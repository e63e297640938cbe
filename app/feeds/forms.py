"""What is asked when somebody makes a calendar link."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID, uuid4

from wtforms import BooleanField, HiddenField, SelectMultipleField

from app.feeds.models import FeedScope
from app.feeds.queries import Choice
from app.networks.models import Network
from app.web.fields import OneOf
from app.web.forms import Form, text
from app.wording import N_, Message


class FeedForm(Form):
    """Which networks a link follows, and what the calendar is called."""

    scope = OneOf(N_("Vilka möten ska länken visa?"), kinds=FeedScope, default=FeedScope.MINE)
    networks = SelectMultipleField(N_("Vilka nätverk"), validate_choice=False)
    name = text(N_("Namn"), most=60)
    with_cancelled = BooleanField(N_("Visa inställda möten, överstrukna"), default=True)
    once = HiddenField()

    def offer(self, choice: Choice) -> "FeedForm":
        """Let the networks be chosen, one's own first."""
        self.offered: dict[str, Network] = {str(each.id): each for each in choice.all}
        self.networks.choices = [(key, each.name) for key, each in self.offered.items()]
        return self

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Whether all is right: who chooses networks has chosen one at least."""
        super().validate(extra_validators)
        if self.scope.data is FeedScope.CHOSEN and not self.chosen():
            self.refuse("networks", Message(N_("Välj minst ett nätverk.")))
        return not self.errors

    def chosen(self) -> list[Network] | None:
        """Return the networks that were chosen, or None for whichever the person belongs to."""
        if self.scope.data is not FeedScope.CHOSEN:
            return None
        return [each for key, each in self.offered.items() if key in (self.networks.data or ())]

    def own_id(self) -> UUID | None:
        """Return the id this form gives its link, so that sent twice it makes one; None if it came without."""
        try:
            return UUID(self.once.data or "")
        except ValueError:
            return None


def form_for(choice: Choice, *, slugs: Collection[str] = ()) -> FeedForm:
    """Return the form as it was sent, or with the networks of these addresses chosen to begin with."""
    chosen = [str(each.id) for each in choice.all if each.slug in slugs]
    scope = FeedScope.CHOSEN if chosen or not choice.mine else FeedScope.MINE
    begins = {"scope": scope, "networks": chosen, "with_cancelled": True, "once": str(uuid4())}
    return FeedForm(data=begins).offer(choice)
