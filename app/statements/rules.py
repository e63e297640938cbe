"""What a statement must hold to be one."""

from collections.abc import Mapping
from datetime import date

from app import clock
from app.statements.kinds import Conformance, Page
from app.wording import N_, Refusal


class ShortcomingsMissing(Refusal):
    """What does not conform wholly says where it does not."""


class ShortcomingsLeft(Refusal):
    """What conforms wholly has no shortcomings."""


class NotYetAssessed(Refusal):
    """An assessment is made before it is told of."""


def must_hold_together(page: Page, answers: Mapping[str, str]) -> None:
    """Raise ShortcomingsMissing, ShortcomingsLeft or NotYetAssessed if the answers gainsay each other."""
    if page is not Page.ACCESSIBILITY:
        return
    has_shortcomings = any(answers.get(f"shortcomings_{each}") for each in ("sv", "en"))
    conforms = answers["conformance"] == Conformance.FULLY
    if not conforms and not answers.get("shortcomings_sv"):
        raise ShortcomingsMissing(
            N_("Skriv vad som inte är tillgängligt och varför, eller välj Helt förenlig med lagen.")
        )
    if conforms and has_shortcomings:
        raise ShortcomingsLeft(
            N_("Det som är helt förenligt med lagen har inga brister. Välj Delvis, eller töm bristerna.")
        )
    if date.fromisoformat(answers["assessed_on"]) > clock.today():
        raise NotYetAssessed(N_("Skriv dagen då bedömningen gjordes. Den kan inte ligga framåt i tiden."))
