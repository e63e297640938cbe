"""Which pages there are, and what the accessibility statement chooses among."""

from enum import StrEnum

from app.wording import N_


class Page(StrEnum):
    """A page that everyone may read, signed in or not."""

    ACCESSIBILITY = "accessibility"
    PRIVACY = "privacy"

    @property
    def path(self) -> str:
        """Where it is, after the installation's address."""
        return f"/{self.value}"

    @property
    def label(self) -> str:
        """What it is called where it is linked to."""
        return {
            Page.ACCESSIBILITY: N_("Tillgänglighetsredogörelse"),
            Page.PRIVACY: N_("Så hanterar vi personuppgifter"),
        }[self]


class Conformance(StrEnum):
    """How far the service conforms, in the three wordings that the authority asks for (MDFFS 2019:2, 6 §)."""

    FULLY = "fully"
    PARTLY = "partly"
    NOT = "not"

    @property
    def label(self) -> str:
        """What it is called."""
        return {
            Conformance.FULLY: N_("Helt förenlig med lagen"),
            Conformance.PARTLY: N_("Delvis förenlig med lagen"),
            Conformance.NOT: N_("Inte förenlig med lagen"),
        }[self]


class Method(StrEnum):
    """How the service was assessed: the four ways in the template of the authority (Digg)."""

    OURSELVES = "ourselves"
    OTHERS = "others"
    BOTH = "both"
    ESTIMATE = "estimate"

    @property
    def label(self) -> str:
        """What it is called."""
        return {
            Method.OURSELVES: N_("Självskattning (intern testning)"),
            Method.OTHERS: N_("Oberoende granskning av en extern part"),
            Method.BOTH: N_("Självskattning och extern granskning"),
            Method.ESTIMATE: N_("Uppskattning utan granskning"),
        }[self]
