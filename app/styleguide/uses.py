"""What each colour is for, and what it has to stand out from."""

from typing import NamedTuple

from app.wording import N_

GROUNDS = ("ground", "sheet", "sunken")
TEXT, PART = 4.5, 3.0
"""The least contrast of text, and of what one operates or has to see to understand (WCAG 2.2, 1.4.3 and 1.4.11)."""


class Use(NamedTuple):
    """What a colour is for. needed is 0 where it carries nothing."""

    words: str
    needed: float = 0
    against: tuple[str, ...] = ()


USES = {
    "ground": Use(N_("Bordet: det som allt ligger på")),
    "sheet": Use(N_("Papperet, och fält att skriva i")),
    "sunken": Use(N_("Helger, tid som har gått, det som inte går att ändra")),
    "line": Use(N_("Hårstreck som bara skiljer åt")),
    "edge": Use(N_("Kanten på allt som går att använda, och trådarna"), PART, GROUNDS),
    "ink": Use(N_("Text"), TEXT, GROUNDS),
    "ink-soft": Use(N_("Text i andra hand"), TEXT, GROUNDS),
    "accent": Use(N_("Djuphav: länkar, knutar, huvudknappen, fokus"), TEXT, GROUNDS),
    "accent-strong": Use(N_("Samma, under pekaren"), TEXT, GROUNDS),
    "accent-tint": Use(N_("Bakom det valda och vanliga besked"), TEXT, ("ink", "ink-soft", "accent")),
    "on-accent": Use(N_("Text på djuphav"), TEXT, ("accent", "accent-strong")),
    "danger": Use(N_("Försenat, fel, inställt"), TEXT, GROUNDS),
    "danger-tint": Use(N_("Bakom det som gick fel"), TEXT, ("ink", "ink-soft", "danger")),
    "ok": Use(N_("Klart, sparat, publicerat"), TEXT, GROUNDS),
    "ok-tint": Use(N_("Bakom det som gick bra"), TEXT, ("ink", "ink-soft", "ok")),
    "attention": Use(N_("Någon är väntad"), TEXT, GROUNDS),
    "attention-tint": Use(N_("Bakom det som väntar på någon"), TEXT, ("ink", "ink-soft", "attention")),
}
"""Every colour but flags and weaves, which are for telling networks and focus areas apart."""
