"""What stands on the pages of a new installation, until its administrators have gone through them."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from app.statements.kinds import Conformance, Method, Page
from app.statements.said import LANGUAGES
from app.wording import N_

TEXTS = Path(__file__).parent / "texts"
SHIPPED_ON = date(2026, 11, 28)
"""The day these texts were written, and the software was last assessed by those who make it."""

_FACTS: dict[Page, dict[str, str]] = {
    Page.ACCESSIBILITY: {
        "service": "Knutpunkt",
        "conformance": Conformance.PARTLY.value,
        "method": Method.OURSELVES.value,
        "assessed_on": SHIPPED_ON.isoformat(),
        "authority": N_("Myndigheten för digital förvaltning (Digg)"),
        "authority_link": "https://www.digg.se/tdosanmalan",
    },
    Page.PRIVACY: {
        "authority": N_("Integritetsskyddsmyndigheten (IMY)"),
        "authority_link": "https://www.imy.se/privatperson/utfora-arenden/lamna-ett-klagomal/",
    },
}


@cache
def shipped(page: Page) -> Mapping[str, str]:
    """Return the answers that a new installation begins with."""
    texts = {
        f"{name}_{language}": str(words).strip()
        for language in LANGUAGES
        for name, words in _read(language)[page.value].items()
    }
    return {**_FACTS[page], **texts}


def _read(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((TEXTS / f"{language}.toml").read_text(encoding="utf-8"))
