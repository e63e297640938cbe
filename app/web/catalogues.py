"""The catalogues of texts, one for each language but Swedish, in which they are written."""

import os
from functools import cache
from gettext import NullTranslations
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

CATALOGUES = Path(__file__).parents[1] / "translations"


@cache
def catalogue(chosen: str) -> NullTranslations:
    """Return a language's catalogue, read once a process; Swedish is the source and has none."""
    return NullTranslations() if chosen == "sv" else Translations.load(CATALOGUES, [chosen])


def compile_catalogue(source: Path) -> None:
    """Make the catalogue that gettext reads, where it is missing or older than its text."""
    target = source.with_suffix(".mo")
    if not source.exists() or (target.exists() and target.stat().st_mtime >= source.stat().st_mtime):
        return
    made = source.with_suffix(f".{os.getpid()}.tmp")
    with source.open("rb") as text, made.open("wb") as compiled:
        write_mo(compiled, read_po(text, locale="en"))
    made.replace(target)  # whole or not at all, when several workers start at once
